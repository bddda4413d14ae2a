"""Sessions and a task's hours as tables: CSV for a spreadsheet, JSON for a tracker."""

import csv
import io
from collections.abc import Iterator

from tracker.export.render.escape import guard_cell
from tracker.export.render.reports import as_json
from tracker.export.rules.sessions import SessionLine, SessionLog
from tracker.export.rules.tasks import Task
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
TASK_COLUMNS = ("part", "source", "seconds", "amount", "part_on_clock")


def session_table(log: SessionLog, form: str) -> str | bytes:
    """All sessions as `csv` (in UTF-8) or `json`."""
    return _csv(log) if form == "csv" else _json(log)


def task_table(task: Task, *, is_demo: bool) -> str:
    """A task's hours as CSV: a line for each part and way of recording.

    `part_on_clock` are the seconds of the whole part, overlaps counted once. A demo
    says so in the column `invented`.
    """
    columns = (*TASK_COLUMNS, "invented") if is_demo else TASK_COLUMNS
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(columns)
    for cells in _task_rows(task):
        row = (*cells, "yes") if is_demo else cells
        writer.writerow(map(guard_cell, row))
    return out.getvalue()


def _task_rows(task: Task) -> Iterator[tuple[str, ...]]:
    """The cells of each line, in the order of `TASK_COLUMNS`."""
    for bucket in task.buckets:
        for source in bucket.by_source:
            yield (
                bucket.name,
                source.read_from or source.source,
                str(source.seconds),
                say_amount(source.seconds),
                str(bucket.seconds),
            )


def _csv(log: SessionLog) -> bytes:
    """One line a session, as RFC 4180 has it; a redacted log has no column of notes.

    In UTF-8 from the first line on: as text, one emoji in a million sessions makes
    every letter take four bytes.
    """
    content = io.BytesIO()
    out = io.TextIOWrapper(content, encoding="utf-8", newline="")
    writer = csv.writer(out)
    columns = [c for c in SESSION_COLUMNS if not (log.redacted and c == "note")]
    writer.writerow(columns)
    writer.writerows(map(guard_cell, _cells(line)) for line in log.lines)
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


def _json(log: SessionLog) -> str:
    """The records of `tracker sessions --json`, and the titles and tracks of items."""
    items: dict[str, dict[str, str]] = {}
    sessions: list[dict[str, object]] = []
    for line in log.lines:
        items[line.item] = {"slug": line.item, "title": line.title, "track": line.track}
        sessions.append(_session_data(line))
    facts = {
        "schema": 1,
        "kind": "sessions",
        "since": log.since,
        "until": log.until,
        "sessions": sessions,
        "seconds": log.seconds,
        "items": [items[slug] for slug in sorted(items)],
    }
    return as_json(facts)


def _session_data(line: SessionLine) -> dict[str, object]:
    note = {} if line.note is None else {"note": line.note}
    return {
        "id": line.id,
        "item": line.item,
        "day": line.day,
        "seconds": line.seconds,
        "started_at": line.started_at,
        **note,
        "tags": line.tags,
        "source": line.source,
        "logged_at": line.logged_at,
        "part_of": line.part_of,
    }
