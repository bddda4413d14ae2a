"""Plans as text and as JSON: what is meant, how often it moved and why, and what came of it. Nobody is scolded."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from tracker.plans.rules.plans import PlanChange, PlanStatus
from tracker.plans.view.days import how_many, say_date, times
from tracker.text.columns import wrap

NOTHING = "Nothing is planned. To plan an item or a milestone:\n  tracker plan fastai --by 2027-01-31"
NO_REASON = "no reason given"


def plans_data(plans: Sequence[PlanStatus]) -> dict[str, Any]:
    """Plans as JSON, withdrawn ones too."""
    return {"plans": [_plan_data(plan) for plan in plans]}


def plans_text(today: date, name: str | None, plans: Sequence[PlanStatus]) -> str:
    """What is meant, then what was and came about, then what was given up, each with every change.

    `name` is what was asked for, None for all.
    """
    parts: list[tuple[str, tuple[str, ...], Callable[[PlanStatus, date], str]]] = [
        ("Planned", ("open",), _open),
        ("What came of it", ("kept", "late"), _came),
        ("Meant no more", ("withdrawn", "left"), _no_more),
    ]
    lines: list[str] = []
    for title, states, say in parts:
        chosen = [plan for plan in plans if plan.state in states]
        if chosen:
            lines += [
                title,
                *(line for plan in chosen for line in _lines(plan, today, say)),
            ]
    if lines:
        return "\n".join([*lines, *_help(plans, today)])
    return (
        f"{name} is not planned. To plan it:\n  tracker plan {name} --by DAY"
        if name
        else NOTHING
    )


def said_text(today: date, plans: Sequence[PlanStatus]) -> str:
    """What was just said of a plan, and why; that no reason was given is said of a change alone."""
    (plan,) = plans
    change = plan.changes[-1] if plan.changes else None
    because = change.because if change else plan.because
    lines = [wrap(f"{plan.subject}: {_news(plan, change, today)}. Undo: tracker undo")]
    if because or change:
        lines.append(
            wrap(f"Why: {because}" if because else "No reason given.", indent=2)
        )
    return "\n".join(lines)


def reason_text(today: date, plans: Sequence[PlanStatus]) -> str:
    """What a reason was kept for, and all reasons for that."""
    (plan,) = plans
    change = plan.changes[-1] if plan.changes else None
    told = _change(change, today) if change else _first(plan, today)
    return "\n".join(
        [
            wrap(f"{plan.subject}: the reason is kept. Undo: tracker undo"),
            wrap(told, indent=2),
        ]
    )


def _news(plan: PlanStatus, change: PlanChange | None, today: date) -> str:
    if change is None:
        return f"planned by {_due(plan.due, today)}"
    if change.due is None:
        return f"planned no more; it was by {say_date(plan.due, today)}"
    if change.was is None:
        return f"planned again, by {_due(change.due, today)}"
    return f"by {_due(change.due, today)}, and no more by {say_date(change.was, today)}; moved {times(plan.moves)}"


def _due(due: date, today: date) -> str:
    """`31 Jan 2027, in 69 days`."""
    away = how_many((due - today).days, "day")
    return f"{say_date(due, today)}, {'today' if due == today else f'in {away}'}"


def _lines(
    plan: PlanStatus, today: date, say: Callable[[PlanStatus, date], str]
) -> Iterator[str]:
    yield wrap(f"{plan.subject}: {say(plan, today)}", indent=2)
    if plan.because:
        yield wrap(_first(plan, today), indent=4)
    yield from (wrap(_change(change, today), indent=4) for change in plan.changes)


def _first(plan: PlanStatus, today: date) -> str:
    return f"{say_date(plan.said, today)}: by {say_date(plan.first, today)}; {plan.because}"


def _open(plan: PlanStatus, today: date) -> str:
    away = (plan.due - today).days
    told = (
        f"in {how_many(away, 'day')}"
        if away > 0
        else "that is today"
        if away == 0
        else "that day has passed"
    )
    moved = f"moved {times(plan.moves)}" if plan.moves else "not moved"
    return f"by {say_date(plan.due, today)}, {told}; set {say_date(plan.said, today)}, {moved}"


def _came(plan: PlanStatus, today: date) -> str:
    assert plan.ended
    late = (plan.ended - plan.due).days
    told = f", {how_many(late, 'day')} later" if late > 0 else ""
    return f"done {say_date(plan.ended, today)}, meant by {say_date(plan.due, today)}{told}"


def _no_more(plan: PlanStatus, today: date) -> str:
    told = "withdrawn" if plan.state == "withdrawn" else "left out or given up"
    return f"{told}; meant by {say_date(plan.due, today)}, set {say_date(plan.said, today)}"


def _change(change: PlanChange, today: date) -> str:
    was, due = (say_date(day, today) if day else "" for day in (change.was, change.due))
    told = (
        f"from {was} to {due}"
        if was and due
        else f"again, by {due}"
        if due
        else "withdrawn"
    )
    return f"{say_date(change.day, today)}: {told}; {change.because or NO_REASON}"


def _help(plans: Iterable[PlanStatus], today: date) -> Iterator[str]:
    passed = next(
        (plan for plan in plans if plan.state == "open" and plan.due < today), None
    )
    if passed:
        yield wrap(
            f"A day that has passed can be moved: tracker plan {passed.subject} --by DAY --because WHY"
        )


def _plan_data(plan: PlanStatus) -> dict[str, Any]:
    return {
        "slug": plan.subject,
        "title": plan.title,
        "state": plan.state,
        "due": plan.due.isoformat(),
        "set": plan.said.isoformat(),
        "first": plan.first.isoformat(),
        "because": plan.because,
        "moves": plan.moves,
        "ended": plan.ended.isoformat() if plan.ended else None,
        "changes": [
            {
                "day": change.day.isoformat(),
                "was": change.was.isoformat() if change.was else None,
                "due": change.due.isoformat() if change.due else None,
                "because": change.because,
            }
            for change in plan.changes
        ],
    }
