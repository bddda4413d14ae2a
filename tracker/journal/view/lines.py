"""What `rm` removed besides sessions, as text and JSON."""

from collections.abc import Iterable, Iterator
from datetime import date, tzinfo
from typing import TypedDict

from tracker.journal.rules.lines import PersonalLine
from tracker.journal.rules.pieces import NamedStretch
from tracker.journal.view.written_sessions import (
    UNDO,
    RemovedSessionsData,
    removed_data,
    removed_text,
)
from tracker.text.columns import wrap

# Sessions with their short ids, and other lines.
Removed = tuple[list[NamedStretch], list[PersonalLine]]


class LineData(TypedDict):
    """A line that was removed; `again` is the command that says it again, if any."""

    kind: str
    id: str
    what: str
    again: str | None


class RemovedData(RemovedSessionsData):
    """All that was removed."""

    lines: list[LineData]


def lines_data(lines: Iterable[PersonalLine]) -> list[LineData]:
    """The lines as JSON."""
    return [
        {
            "kind": line.table,
            "id": line.uid,
            "what": line.what,
            "again": line.again or None,
        }
        for line in lines
    ]


def line_texts(lines: Iterable[PersonalLine]) -> Iterator[str]:
    """What was removed, and how to say it again, put right."""
    for line in lines:
        if line.table == "forecast":
            yield wrap(f"Withdrawn: {line.what}. The track record names it.")
            continue
        yield wrap(f"Removed {line.what}.")
        yield f"  To put it right, change this line:\n  {line.again}"


def all_removed_data(removed: Removed) -> RemovedData:
    """What was removed, as JSON."""
    sessions, lines = removed
    return {**removed_data(sessions), "lines": lines_data(lines)}


def all_removed_text(today: date, zone: tzinfo, removed: Removed) -> str:
    """What was removed, sessions last, and how to undo it."""
    sessions, lines = removed
    texts = list(line_texts(lines))
    if not sessions:
        return "\n".join([*texts, UNDO])
    return "\n".join([*texts, removed_text(today, zone, sessions)])
