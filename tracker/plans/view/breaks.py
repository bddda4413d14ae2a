"""Breaks as text and as JSON."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from tracker.plans.rules.breaks import Break
from tracker.plans.view.days import how_many
from tracker.text.columns import wrap
from tracker.text.days import say_day

NOTHING = 'No breaks are planned. To plan one: tracker break "24 dec" "3 jan"'


def break_data(each: Break) -> dict[str, Any]:
    """One break's JSON; both days are in it."""
    return {
        "since": each.since.isoformat(),
        "until": each.until.isoformat(),
        "days": each.days,
    }


def breaks_data(breaks: Sequence[Break]) -> dict[str, Any]:
    """Breaks as JSON."""
    return {"breaks": [break_data(each) for each in breaks]}


def breaks_text(today: date, breaks: Sequence[Break]) -> str:
    """All breaks, those over too."""
    told = [f"{say_break(each, today)}{_when(each, today)}" for each in breaks]
    return "\n".join(told) if told else NOTHING


def added_text(today: date, breaks: Sequence[Break]) -> str:
    """The break just planned, and what that means."""
    told = f"Break: {say_break(breaks[0], today)}. No gap in any week, and no part of your pace. Undo: tracker undo"
    return wrap(told)


def removed_text(today: date, breaks: Sequence[Break]) -> str:
    """The break just taken back."""
    return wrap(f"No break any more: {say_break(breaks[0], today)}. Undo: tracker undo")


def say_break(each: Break, today: date) -> str:
    """`Thu 24 Dec to Sun 3 Jan 2027, 11 days`."""
    if each.since == each.until:
        return say_day(each.since, today)
    since = say_day(
        each.since, each.until if each.since.year == each.until.year else today
    )
    return f"{since} to {say_day(each.until, today)}, {how_many(each.days, 'day')}"


def _when(each: Break, today: date) -> str:
    if each.until < today:
        return " (over)"
    return " (now)" if each.since <= today else ""
