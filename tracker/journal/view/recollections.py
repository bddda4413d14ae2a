"""Hours from memory as text and JSON."""

from typing import TypedDict

from tracker.database.values import seconds_to_instant
from tracker.journal.rules.lines import line_id
from tracker.journal.rules.records import Recollection
from tracker.journal.view.written_sessions import UNDO
from tracker.json_types import Day, Instant
from tracker.text.amounts import say_hours
from tracker.text.columns import wrap
from tracker.text.periods import Period, say_period
from tracker.text.tables import table


class RecollectionData(TypedDict):
    """Hours from memory over a period, both days included; no total counts them."""

    id: str
    item: str
    seconds: int
    since: Day
    until: Day
    said_at: Instant


class RecordedRecollectionData(TypedDict):
    """The hours from memory that were recorded."""

    recollection: RecollectionData


class RecollectionsData(TypedDict):
    """All hours from memory."""

    recollections: list[RecollectionData]
    seconds: int


def recollection_data(added: Recollection) -> RecordedRecollectionData:
    """What was recorded, as JSON."""
    return {"recollection": _data(added)}


def recollections_data(recollections: list[Recollection]) -> RecollectionsData:
    """All hours from memory, as JSON."""
    return {
        "recollections": list(map(_data, recollections)),
        "seconds": _sum_seconds(recollections),
    }


def _data(recollection: Recollection) -> RecollectionData:
    return {
        "id": recollection.uid,
        "item": recollection.item,
        "seconds": recollection.seconds,
        "since": recollection.since.isoformat(),
        "until": recollection.until.isoformat(),
        "said_at": seconds_to_instant(recollection.said_at).isoformat(),
    }


def recalled_text(added: Recollection) -> str:
    """What was recorded from memory."""
    hours, period = say_hours(added.seconds), _say_days(added)
    return wrap(
        f"Recorded about {hours} on {added.item}, {period}: from memory, not counted in"
        f" totals. {UNDO}"
    )


def recollections_text(recollections: list[Recollection]) -> str:
    """All hours from memory, one period a line."""
    if not recollections:
        return (
            "No hours from memory yet. For example:\n"
            "  tracker recall fastai 70h --over 2026-02..2026-05"
        )
    rows = [
        (line_id(row.uid), say_hours(row.seconds), row.item, _say_days(row))
        for row in recollections
    ]
    total = say_hours(_sum_seconds(recollections))
    return f"{table(rows, 'lrll')}\nAbout {total} from memory, not counted in totals."


def _say_days(recollection: Recollection) -> str:
    return say_period(Period(recollection.since, recollection.until))


def _sum_seconds(recollections: list[Recollection]) -> int:
    return sum(row.seconds for row in recollections)
