"""Results and attempts other than the ones that count."""

from datetime import date

from tracker.milestones.rules.details import MilestoneDetails
from tracker.milestones.rules.ledger import is_spent
from tracker.milestones.rules.records import Attempt, Milestone, Result
from tracker.milestones.view.fields import Field
from tracker.milestones.view.figures import say_figures
from tracker.text.amounts import say_hours
from tracker.text.columns import join_words
from tracker.text.days import say_day


def other_result_fields(details: MilestoneDetails) -> list[Field]:
    """A line for each other result, and for each attempt with another item."""
    status, today = details.status, details.today
    lines = [
        _say_result(result, status.milestone, today)
        for result in status.results
        if result is not status.result
    ]
    shown_items = {result.item for result in status.results}
    if not shown_items and status.attempt:
        shown_items = {status.attempt.item}
    lines += [
        _say_attempt(attempt, status.milestone, today)
        for attempt in status.attempts
        if attempt.item not in shown_items
    ]
    return [("also", line) for line in lines]


def _say_result(result: Result, milestone: Milestone, today: date) -> str:
    with_item = f"with {result.item} " if result.item else ""
    text = f"reached {with_item}on {say_day(result.day, today)}"
    if milestone.within:
        text += f", {say_hours(result.spent)}"
    if milestone.within and result.over:
        text += ", over the limit"
    figures = say_figures(result.claimed, result.reproduced)
    return f"{text}; {figures}" if figures else text


def _say_attempt(attempt: Attempt, milestone: Milestone, today: date) -> str:
    since = say_day(attempt.since, today)
    items = join_words(attempt.items)
    text = f"attempted with {items} since {since}: {say_hours(attempt.spent)}"
    if is_spent(attempt.spent, milestone):
        text += ", the limit used up"
    if attempt.dropped:
        text += f", dropped on {say_day(attempt.dropped, today)}"
    return text
