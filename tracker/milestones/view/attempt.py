"""Answers to `attempt`."""

from collections.abc import Iterator

from tracker.curriculum.view.messages import UNDO
from tracker.milestones.rules.changes import AttemptOutcome
from tracker.milestones.rules.phases import attempt_phases, find_budget
from tracker.milestones.rules.records import Attempt, Milestone
from tracker.milestones.view.milestone_json import (
    MilestoneDetailsData,
    milestone_details_data,
)
from tracker.text.amounts import say_bound, say_hours
from tracker.text.columns import join_words, wrap
from tracker.text.days import say_day


def attempt_data(outcome: AttemptOutcome) -> MilestoneDetailsData:
    """The keys of the milestone."""
    return milestone_details_data(outcome.details)


def attempt_text(outcome: AttemptOutcome) -> str:
    """The attempt, or the result it led to, with its hours and what is expected."""
    attempt, details = outcome.attempt, outcome.details
    milestone = details.status.milestone
    items = join_words(attempt.items)
    first = f"In progress: {milestone.title}, with {items}."
    spent = attempt.spent
    for result in details.status.results:
        if result.item == attempt.item:
            day = say_day(result.day, details.today)
            first = f"{milestone.title}: reached with {items} on {day}."
            spent = result.spent
    hours = f"{say_hours(spent)}{say_limit(milestone, attempt)}"
    since = say_day(attempt.since, details.today)
    lines = [
        wrap(first),
        wrap(f"{hours}, counted since {since}.", 2),
        wrap(" ".join(_say_plans(outcome)), 2),
        UNDO,
    ]
    return "\n".join(line for line in lines if line)


def say_limit(milestone: Milestone, attempt: Attempt | None = None) -> str:
    """` of 200-400 h`, to follow hours: of the limit, or else of the experiment."""
    if milestone.within:
        return f" of {say_bound(*milestone.within)}"
    budget = find_budget(attempt, milestone)
    return f" of {say_hours(budget)}" if budget else ""


def attempt_remarks(outcome: AttemptOutcome) -> Iterator[str]:
    """What the attempt changed, which hours count, and what usually comes first."""
    attempt, before, details = outcome.attempt, outcome.before, outcome.details
    since = say_day(attempt.since, details.today)
    items = join_words(attempt.items)
    if before and before.dropped:
        day = say_day(before.dropped, details.today)
        yield f"It was dropped on {day}; it is in progress again."
    if before and before.since != attempt.since:
        day = say_day(before.since, details.today)
        yield f"Until now its hours counted since {day}."
    if not before and attempt.spent:
        spent = say_hours(attempt.spent)
        yield f"{spent} logged on {items} since {since} already count."
    if outcome.earlier_seconds:
        earlier = say_hours(outcome.earlier_seconds)
        yield (
            f"{earlier} logged on {items} before {since} do not count. "
            "To count them:\n"
            f"  tracker attempt {attempt.milestone} --with {attempt.item} "
            f"--since {outcome.first_day}"
        )
    missing = [
        details.milestone_titles.get(slug, slug)
        for slug in details.status.milestone.needs
        if details.other_states.get(slug) != "reached"
    ]
    if not before and missing:
        yield f"Usually reached first: {'; '.join(missing)}."


def _say_plans(outcome: AttemptOutcome) -> Iterator[str]:
    """The phases of an experiment, its decision, and the hours expected."""
    attempt, details = outcome.attempt, outcome.details
    milestone = details.status.milestone
    phases = ", ".join(
        f"{phase.name} {say_hours(phase.seconds)}"
        for phase in attempt_phases(attempt, milestone)
    )
    if not phases and milestone.budget:
        phases = say_hours(milestone.budget)
    is_reached = any(r.item == attempt.item for r in details.status.results)
    if phases and not attempt.decision and not is_reached:
        yield f"Phases: {phases}, then a decision. Running out of hours is no failure."
    if attempt.decision and attempt.decided == details.today:
        yield f"Decision: {attempt.decision}."
    if attempt.low is not None and attempt.high is not None:
        yield f"You expect {say_bound(attempt.low, attempt.high)}."
