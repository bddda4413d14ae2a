"""Recollections as text and JSON."""

from typing import Any

from tracker.database.values import seconds_to_instant
from tracker.journal.rules.records import Recollection
from tracker.text.amounts import say_hours
from tracker.text.columns import table, wrap
from tracker.text.periods import Period, say_period


def recollection_data(told: Recollection) -> dict[str, Any]:
    """What was taken down, as JSON."""
    return {"recollection": _data(told)}


def recollections_data(all_told: list[Recollection]) -> dict[str, Any]:
    """All that was taken down, as JSON."""
    return {
        "recollections": list(map(_data, all_told)),
        "seconds": sum(each.seconds for each in all_told),
    }


def _data(told: Recollection) -> dict[str, Any]:
    said = seconds_to_instant(told.said_at).isoformat()
    since, until = told.since.isoformat(), told.until.isoformat()
    return {
        "id": told.uid,
        "item": told.item,
        "seconds": told.seconds,
        "since": since,
        "until": until,
        "said_at": said,
    }


def recalled_text(told: Recollection) -> str:
    """What was taken down from memory."""
    over = say_period(Period(told.since, told.until))
    kept = "It is kept apart and in no total. Undo: tracker undo"
    return wrap(
        f"About {say_hours(told.seconds)} on {told.item}, {over}, from memory. {kept}"
    )


def recollections_text(all_told: list[Recollection]) -> str:
    """All that was taken down from memory."""
    if not all_told:
        return "Nothing from memory yet. To take some down:\n  tracker recall fastai 70h --over 2026-02..2026-05"
    rows = [
        (say_hours(each.seconds), each.item, say_period(Period(each.since, each.until)))
        for each in all_told
    ]
    whole = say_hours(sum(each.seconds for each in all_told))
    return f"{table(rows, 'rll')}\nAbout {whole} from memory, in no total."
