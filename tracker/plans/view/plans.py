"""Plans as text: the day, how often it moved and why, on time or late."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from tracker.labels import CLAIMED
from tracker.plans.rules.plans import PlanChange, PlanStatus
from tracker.plans.view.days import say_date, say_moves, say_times
from tracker.plans.view.reasons import (
    say_because,
    say_reasons,
)
from tracker.readiness.rules.pace import Pace
from tracker.readiness.rules.pace_sentences import say_present_pace
from tracker.text.columns import count_noun, quoted, wrap
from tracker.text.tables import list_row

NO_PLANS = (
    "Nothing is planned. To plan an item or a milestone:\n"
    "  tracker plan fastai --by 2027-01-31"
)


# Keyed by whether reasons are private.
_EXPORTS = {True: "exports leave out", False: "exports print"}


def plans_text(pace: Pace, slug: str | None, plans: Sequence[PlanStatus]) -> str:
    """Open plans with the pace, then finished ones, then those given up.

    Each has all its changes. `slug` is the item or milestone asked about, None for all.
    """
    today = pace.today
    sections: list[tuple[str, tuple[str, ...], Callable[[PlanStatus, date], str]]] = [
        ("Planned", ("open",), say_open),
        ("Done", ("kept", "late"), say_done),
        ("No longer planned", ("withdrawn", "left"), say_given_up),
    ]
    lines: list[str] = []
    for title, states, say in sections:
        chosen = [plan for plan in plans if plan.state in states]
        if chosen:
            lines.append(title)
        for plan in chosen:
            lines.append(_plan_row(plan, today, say))
    if lines:
        return "\n".join([*lines, *_hints(plans, pace)])
    if slug:
        return f"{slug} is not planned. To plan it:\n  tracker plan {slug} --by DAY"
    return NO_PLANS


def plan_saved_text(today: date, plans: Sequence[PlanStatus]) -> str:
    """What changed, and why; a change without a reason says how to add one."""
    (plan,) = plans
    change = plan.changes[-1] if plan.changes else None
    reason = say_reasons((change or plan).reasons)
    lines = [wrap(f"{plan.subject}: {_news(plan, change, today)}. Undo: tracker undo")]
    if reason:
        lines.append(wrap(f"Reason: {reason}", indent=2))
    elif change:
        lines.append(f"  To add a reason: tracker plan {plan.subject} --because WHY")
    return "\n".join(lines)


def reason_saved_text(
    typed: str, private: bool | None, today: date, plans: Sequence[PlanStatus]
) -> str:
    """The last entry with a reason; without one `typed` all that exports now treat so."""
    (plan,) = plans
    entries = [_say_first(plan, today)] if plan.reasons else []
    entries += [_say_change(each, today) for each in plan.changes if each.reasons]
    if typed:
        entries = entries[-1:]
    news = "the plan has this reason"
    if private is not None:
        count = count_noun(len(plan.all_reasons), "reason")
        news = f"{_EXPORTS[private]} {quoted(typed) if typed else count}"
    saved = wrap(f"{plan.subject}: {news}. Undo: tracker undo")
    return "\n".join([saved, *(wrap(entry, indent=2) for entry in entries)])


def _news(plan: PlanStatus, change: PlanChange | None, today: date) -> str:
    if change is None:
        return f"planned for {_say_day_ahead(plan.due, today)}"
    if change.due is None:
        return f"plan withdrawn; it was planned for {say_date(plan.due, today)}"
    due = _say_day_ahead(change.due, today)
    if change.was is None:
        return f"planned again for {due}"
    times = say_times(plan.moves)
    return f"moved from {say_date(change.was, today)} to {due}; moved {times} so far"


def _say_day_ahead(day: date, today: date) -> str:
    """`31 Jan 2027, in 69 days`; also for a day that is today or has passed."""
    return f"{say_date(day, today)}, {say_distance((day - today).days)}"


def _plan_row(
    plan: PlanStatus, today: date, say: Callable[[PlanStatus, date], str]
) -> str:
    return list_row(
        (2, f"{plan.title} ({plan.subject})"),
        (4, say(plan, today)),
        (4, _say_first(plan, today) if plan.reasons else ""),
        *((4, _say_change(change, today)) for change in plan.changes),
    )


def _say_first(plan: PlanStatus, today: date) -> str:
    made, first = say_date(plan.made_on, today), say_date(plan.first, today)
    return f"{made}: planned for {first} because {say_reasons(plan.reasons)}"


def _say_change(change: PlanChange, today: date) -> str:
    """`5 Dec: moved from 20 Dec to 31 Jan 2027 because ...`."""
    if change.due is None:
        what = "withdrawn"
    elif change.was is None:
        what = f"planned again for {say_date(change.due, today)}"
    else:
        was, due = say_date(change.was, today), say_date(change.due, today)
        what = f"moved from {was} to {due}"
    return f"{say_date(change.day, today)}: {what}{say_because(change)}"


def say_open(plan: PlanStatus, today: date) -> str:
    """`planned for 31 Jan 2027, in 69 days; set 23 Nov, moved once`."""
    made = say_date(plan.made_on, today)
    due = _say_day_ahead(plan.due, today)
    return f"planned for {due}; set {made}, {say_moves(plan.moves)}"


def say_distance(days: int) -> str:
    """How far a day is ahead: `in 69 days`, `today`, `which has passed`."""
    if days > 0:
        return f"in {count_noun(days, 'day')}"
    return "today" if days == 0 else "which has passed"


def say_done(plan: PlanStatus, today: date) -> str:
    """`done 20 Aug, planned for 25 Aug, on time`."""
    assert plan.ended
    days_late = (plan.ended - plan.due).days
    late = f"{count_noun(days_late, 'day')} late" if days_late > 0 else "on time"
    ended, due = say_date(plan.ended, today), say_date(plan.due, today)
    verb = f"{CLAIMED} done" if plan.claimed else "done"
    return f"{verb} {ended}, planned for {due}, {late}"


def say_given_up(plan: PlanStatus, today: date) -> str:
    """`withdrawn; it was planned for 24 Sep, set 17 May`."""
    what = "withdrawn" if plan.state == "withdrawn" else "skipped or dropped"
    due, made = say_date(plan.due, today), say_date(plan.made_on, today)
    return f"{what}; it was planned for {due}, set {made}"


def _hints(plans: Sequence[PlanStatus], pace: Pace) -> Iterator[str]:
    """The pace where something is open, and what to do about a day that has passed."""
    planned = [plan for plan in plans if plan.state == "open"]
    sentence = say_present_pace(pace)
    if planned and sentence:
        yield wrap(sentence)
    passed = [plan for plan in planned if plan.due < pace.today]
    if passed:
        command = f"tracker plan {passed[0].subject} --by DAY --because WHY"
        yield wrap(f"To move a plan whose day has passed: {command}")
