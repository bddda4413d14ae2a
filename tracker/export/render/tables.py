"""Sessions as CSV, as a spreadsheet takes it, or as JSON, as another tracker does."""

import csv
import io
from collections.abc import Iterator

from tracker.export.render.escape import cell
from tracker.export.render.reports import as_json
from tracker.export.rules.sessions import SessionLine, SessionLog
from tracker.export.rules.tasks import Task
from tracker.text.amounts import say_amount

COLUMNS = (
    *(
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
    ),
    *("source", "logged_at"),
)
TASK = ("part", "source", "seconds", "amount", "part_on_clock")


def session_table(log: SessionLog, form: str) -> str | bytes:
    """The whole log in a format: `csv` (in UTF-8) or `json`."""
    return _csv(log) if form == "csv" else _json(log)


def task_table(found: Task, *, is_demo: bool) -> str:
    """The table of a time-boxed task as CSV: a line for each part of it and way of writing down.

    `part_on_clock` are the seconds of the whole part, in which what ran twice counts once. A demo says so in the column `invented`.
    """
    mark = (("invented", "yes"),) if is_demo else ()
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow((*TASK, *(name for name, _ in mark)))
    for part in found.buckets:
        for each in part.by_source:
            name, amount = each.read_from or each.source, say_amount(each.seconds)
            told = (part.name, name, str(each.seconds), amount, str(part.seconds))
            writer.writerow(map(cell, (*told, *(said for _, said in mark))))
    return out.getvalue()


def _csv(log: SessionLog) -> bytes:
    """One line a session, as RFC 4180 has it; where notes were left out there is no such column.

    In UTF-8 from the first line on: as text, one emoji in a million sessions makes every letter take four bytes.
    """
    whole = io.BytesIO()
    out = io.TextIOWrapper(whole, encoding="utf-8", newline="")
    writer = csv.writer(out)
    writer.writerow(name for name in COLUMNS if not (log.redacted and name == "note"))
    writer.writerows(map(cell, _cells(line)) for line in log.lines)
    out.flush()
    return whole.getvalue()


def _cells(line: SessionLine) -> Iterator[str]:
    """A session's cells, in the order of `COLUMNS`."""
    yield from (line.id, line.item, line.title, line.track, line.day.isoformat())
    yield line.started_at.isoformat() if line.started_at else ""
    yield line.ended_at.isoformat() if line.ended_at else ""
    yield from (str(line.seconds), say_amount(line.seconds), " ".join(line.tags))
    if line.note is not None:
        yield line.note
    yield from (line.source, line.logged_at.isoformat())


def _json(log: SessionLog) -> str:
    """The records of `tracker sessions --json`, with the titles and tracks of their items beside them."""
    items: dict[str, dict[str, str]] = {}
    lines: list[dict[str, object]] = []
    for line in log.lines:
        items[line.item] = {"slug": line.item, "title": line.title, "track": line.track}
        lines.append(_session(line))
    facts = {
        "schema": 1,
        "kind": "sessions",
        "since": log.since,
        "until": log.until,
        "sessions": lines,
        "seconds": log.seconds,
        "items": [items[slug] for slug in sorted(items)],
    }
    return as_json(facts)


def _session(line: SessionLine) -> dict[str, object]:
    told = {
        "id": line.id,
        "item": line.item,
        "day": line.day,
        "seconds": line.seconds,
        "started_at": line.started_at,
        "note": line.note,
        "tags": line.tags,
        "source": line.source,
        "logged_at": line.logged_at,
    }
    return {
        name: value
        for name, value in told.items()
        if name != "note" or value is not None
    }
