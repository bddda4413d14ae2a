"""Sessions and a task's hours as tables: CSV for a spreadsheet, JSON for a tracker."""

import csv
import io
from collections.abc import Iterator
from dataclasses import asdict
from typing import Annotated, Any, NotRequired, TypedDict

from tracker.choices import SOURCES
from tracker.export.render.escape import guard_cell
from tracker.export.render.figures import day_columns
from tracker.export.render.reports import as_json
from tracker.export.rules.person import Person
from tracker.export.rules.sessions import SessionLine, SessionLog
from tracker.export.rules.tasks import Task
from tracker.json_types import Day, Instant
from tracker.text.amounts import say_amount

SESSION_COLUMNS = (
    "id",
    "item",
    "title",
    "track",
    "day",
    "started_at",
    "ended_at",
    "seconds",
    "amount",
    "tags",
    "note",
    "source",
    "logged_at",
    "part_of",
)
TASK_COLUMNS = ("part", "source", "read_from", "seconds", "amount", "part_on_clock")


def session_table(log: SessionLog, form: str) -> str | bytes:
    """All sessions as `csv` (in UTF-8) or `json`."""
    return _csv(log) if form == "csv" else _json(log)


def task_table(task: Task, person: Person, *, by_day: bool, is_demo: bool) -> str:
    """A task's hours as CSV: a line for each part and way of recording, or for each day.

    A demo says so in the column `invented`; the last column is the person, where named.
    """
    added = {"invented": "yes"} if is_demo else {}
    added |= _person_cell(person)
    head, *rows = _day_rows(task) if by_day else _task_rows(task)
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow((*head, *added))
    for row in rows:
        writer.writerow((*row, *added.values()))
    return out.getvalue()


def _task_rows(task: Task) -> Iterator[tuple[str, ...]]:
    """`TASK_COLUMNS`, then the cells of each line.

    The seconds of a part add up to its `part_on_clock`: a line below zero takes off
    what its sessions share.
    """
    yield TASK_COLUMNS
    for bucket in task.buckets:
        lines = [
            (part.source, guard_cell(part.read_from or ""), part.seconds)
            for part in bucket.by_source
        ]
        if bucket.overlap:
            lines.append(("overlap", "", -bucket.overlap))
        for source, read_from, seconds in lines:
            amounts = str(seconds), say_amount(seconds), str(bucket.seconds)
            yield bucket.name, source, read_from, *amounts


def _day_rows(task: Task) -> Iterator[tuple[str, ...]]:
    """The head, then the cells of each day: hours of a part, and the same in seconds.

    There is no total, so that a spreadsheet can sum a column of seconds.
    """
    columns = {"day": [day.day.isoformat() for day in task.days]}
    for name, (*amounts, _) in day_columns(task).items():
        seconds = [str(day.parts.get(name, 0)) for day in task.days]
        columns |= {name: amounts, f"{name}_seconds": seconds}
    yield tuple(columns)
    yield from zip(*columns.values(), strict=True)


def _person_cell(person: Person) -> dict[str, str]:
    """The column with the person's name; none where it is not set."""
    return {"person": guard_cell(person.name)} if person.name else {}


def _csv(log: SessionLog) -> bytes:
    """One line a session, as RFC 4180 has it; a redacted log has no column of notes.

    The last column is the person, where named.

    In UTF-8 from the first line on: as text, one emoji in a million sessions makes
    every letter take four bytes.
    """
    content = io.BytesIO()
    out = io.TextIOWrapper(content, encoding="utf-8", newline="")
    writer = csv.writer(out)
    columns = [c for c in SESSION_COLUMNS if not (log.redacted and c == "note")]
    added = _person_cell(log.person)
    writer.writerow((*columns, *added))
    for line in log.lines:
        writer.writerow((*map(guard_cell, _cells(line)), *added.values()))
    out.flush()
    return content.getvalue()


def _cells(line: SessionLine) -> Iterator[str]:
    """A session's cells, in the order of `SESSION_COLUMNS`."""
    yield line.id
    yield line.item
    yield line.title
    yield line.track
    yield line.day.isoformat()
    yield line.started_at.isoformat() if line.started_at else ""
    yield line.ended_at.isoformat() if line.ended_at else ""
    yield str(line.seconds)
    yield say_amount(line.seconds)
    yield " ".join(line.tags)
    if line.note is not None:
        yield line.note
    yield line.source
    yield line.logged_at.isoformat()
    yield line.part_of or ""


class LoggedSessionData(TypedDict):
    """A session as `tracker sessions` has it; without a note where it is redacted."""

    id: str
    item: str
    day: Day
    seconds: int
    started_at: Instant | None
    note: NotRequired[str]
    tags: tuple[str, ...]
    source: Annotated[str, SOURCES]
    logged_at: Instant
    part_of: str | None


class LoggedItemData(TypedDict):
    """An item of the sessions."""

    slug: str
    title: str
    track: str


class SessionLogData(TypedDict):
    """All sessions of a period, and the titles and tracks of their items."""

    schema: int
    kind: str
    since: Day | None
    until: Day | None
    sessions: list[LoggedSessionData]
    seconds: int
    items: list[LoggedItemData]
    person: Annotated[dict[str, Any], Person]


def _json(log: SessionLog) -> str:
    """The records of `tracker sessions --json`, and the titles and tracks of items."""
    items: dict[str, LoggedItemData] = {}
    sessions: list[LoggedSessionData] = []
    for line in log.lines:
        items[line.item] = {"slug": line.item, "title": line.title, "track": line.track}
        sessions.append(_session_data(line))
    facts: SessionLogData = {
        "schema": 1,
        "kind": "sessions",
        "since": log.since.isoformat() if log.since else None,
        "until": log.until.isoformat() if log.until else None,
        "sessions": sessions,
        "seconds": log.seconds,
        "items": [items[slug] for slug in sorted(items)],
        # Last: `import` knows the file by the list of sessions at its beginning.
        "person": asdict(log.person),
    }
    return as_json(facts)


def _session_data(line: SessionLine) -> LoggedSessionData:
    data: LoggedSessionData = {
        "id": line.id,
        "item": line.item,
        "day": line.day.isoformat(),
        "seconds": line.seconds,
        "started_at": line.started_at.isoformat() if line.started_at else None,
        "tags": line.tags,
        "source": line.source,
        "logged_at": line.logged_at.isoformat(),
        "part_of": line.part_of,
    }
    if line.note is not None:
        data["note"] = line.note
    return data
