"""What was reached or tried beside the result or the try that counts."""

from datetime import date

from tracker.milestones.rules.details import MilestoneDetails
from tracker.milestones.rules.ledger import is_spent
from tracker.milestones.rules.records import Attempt, Milestone, Result
from tracker.milestones.view.fields import Field
from tracker.milestones.view.figures import say_figures
from tracker.text.amounts import say_hours
from tracker.text.days import say_day


def other_result_fields(told: MilestoneDetails) -> list[Field]:
    """The results beside the one that counts, and tries with other items: a line each."""
    standing, today = told.status, told.today
    results = [each for each in standing.results if each is not standing.result]
    told_of = {each.item for each in standing.results} or {
        standing.attempt.item if standing.attempt else None
    }
    tries = [each for each in standing.attempts if each.item not in told_of]
    said = [_other_result(each, standing.milestone, today) for each in results]
    return [
        ("also", each)
        for each in (
            *said,
            *(_other(each, standing.milestone, today) for each in tries),
        )
    ]


def _other_result(result: Result, milestone: Milestone, today: date) -> str:
    told = [
        f"reached {f'with {result.item} ' if result.item else ''}on {say_day(result.day, today)}"
    ]
    if milestone.within:
        told.append(
            f"{say_hours(result.spent)}{', over its bound' if result.over else ''}"
        )
    figures = say_figures(result.claimed, result.reproduced)
    return f"{', '.join(told)}{f'; {figures}' if figures else ''}"


def _other(attempt: Attempt, milestone: Milestone, today: date) -> str:
    ended = ", over its bound" if is_spent(attempt.spent, milestone) else ""
    ended += (
        f", given up on {say_day(attempt.dropped, today)}" if attempt.dropped else ""
    )
    return f"tried with {attempt.item} since {say_day(attempt.since, today)}: {say_hours(attempt.spent)}{ended}"
