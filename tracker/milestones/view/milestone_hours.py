"""The hours of an attempt or a result: of its limit, by day, and by how recorded."""

from tracker.limits import HOUR
from tracker.milestones.rules.details import MilestoneDetails
from tracker.milestones.rules.phases import attempt_phases, find_budget, is_decision_due
from tracker.milestones.view.fields import INDENT, LABEL, Field, say_sources
from tracker.milestones.view.ledger import ledger_fields
from tracker.milestones.view.milestone_list import say_hours_used
from tracker.text.amounts import say_bound, say_hours
from tracker.text.bars import ledger_bar
from tracker.text.days import say_day
from tracker.text.screen import SCREEN


def hours_fields(details: MilestoneDetails) -> list[Field]:
    """Hours of the limit, since when they count, by day, by phase and by source."""
    ledger = details.status.ledger
    return [
        ("hours", _say_hours(details)),
        ("", _bar(details)),
        ("counted", _say_counted(details)),
        *ledger_fields(details.days, details.today),
        *_experiment_fields(details),
        ("recorded", say_sources(details.hours_by_source, ledger.spent)),
    ]


def is_due(details: MilestoneDetails) -> bool:
    """Whether an experiment has used all its hours, without a result or decision."""
    status = details.status
    attempt = status.counted_attempt
    if attempt is None or status.result:
        return False
    return is_decision_due(attempt, status.milestone)


def say_expected(details: MilestoneDetails) -> str:
    """`200-260 h, set on Mon 23 Nov; passed on Fri 5 Feb`; empty without any."""
    attempt, today = details.status.counted_attempt, details.today
    if attempt is None or attempt.low is None or attempt.high is None:
        return ""
    bound = say_bound(attempt.low, attempt.high)
    text = f"{bound}, set on {say_day(attempt.entered, today)}"
    passed = details.day_expected_passed
    return f"{text}; passed on {say_day(passed, today)}" if passed else text


def _bar(details: MilestoneDetails) -> str:
    status, ledger = details.status, details.status.ledger
    low, high = ledger.low, ledger.high
    if not (low and high):
        low, high = 0, find_budget(status.counted_attempt, status.milestone)
    if not (high and SCREEN.signs.draws):
        return ""
    width = SCREEN.columns - INDENT - LABEL
    return ledger_bar(ledger.spent / HOUR, low / HOUR, high / HOUR, width)


def _say_hours(details: MilestoneDetails) -> str:
    """The hours used, and what the limit or the experiment makes of them."""
    status, ledger = details.status, details.status.ledger
    used = say_hours_used(status)
    if status.result:
        return f"{used}; over the limit" if status.result.over else used
    if ledger.high is not None and ledger.spent > ledger.high:
        return f"{used}; over the limit"
    if status.is_spent_up:
        return f"{used}; no hours left within the limit"
    if ledger.left:
        return f"{used}; {say_hours(ledger.left)} left within the limit"
    attempt = status.counted_attempt
    if not attempt or attempt.decision or not find_budget(attempt, status.milestone):
        return used
    decision = "the decision is due" if is_due(details) else "then a decision"
    return f"{used}; {decision}. Running out of hours is no failure"


def _experiment_fields(details: MilestoneDetails) -> list[Field]:
    """The phases of the attempt that counts, and its decision, made or due."""
    attempt = details.status.counted_attempt
    if attempt is None:
        return []
    phases = ", ".join(
        f"{phase.name} {say_hours(phase.spent)} of {say_hours(phase.seconds)}"
        for phase in attempt_phases(attempt, details.status.milestone)
    )
    decision = "due" if is_due(details) else ""
    if attempt.decided:
        decision = f"{attempt.decision} ({say_day(attempt.decided, details.today)})"
    return [("phases", phases), ("decision", decision)]


def _say_counted(details: MilestoneDetails) -> str:
    """`from Sat 12 Sep to today (attempt recorded Mon 23 Nov)`."""
    status, ledger, today = details.status, details.status.ledger, details.today
    if ledger.since is None:
        return "nothing logged on it yet"
    until = "today" if ledger.until == today else say_day(ledger.until, today)
    span = f"from {say_day(ledger.since, today)} to {until}"
    attempt = status.counted_attempt
    if attempt is None:
        return f"{span} (from its first session; no attempt was recorded)"
    if attempt.entered == attempt.since:
        return span
    return f"{span} (attempt recorded {say_day(attempt.entered, today)})"
