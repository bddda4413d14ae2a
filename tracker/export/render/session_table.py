"""Sessions as a table: CSV for a spreadsheet, JSON for a tracker.

It is made part by part, so that a million sessions take no more memory than a thousand.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain, islice
from typing import Annotated, Any, NotRequired, TypedDict, TypeVar

from msgspec.json import encode

from tracker.choices import SOURCES
from tracker.export.render.escape import guard_cell
from tracker.export.render.facts import facts_of
from tracker.export.render.instants import instant_text
from tracker.export.render.reports import as_json, indent_json
from tracker.export.render.tables import person_cell
from tracker.export.rules.person import Person
from tracker.export.rules.sessions import SessionLog
from tracker.export.rules.tasks import common_tags
from tracker.json_types import Day, Instant
from tracker.text.amounts import say_amount

T = TypeVar("T")
AT_ONCE = 500  # sessions of a part
COLUMNS = (
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
_NOTE = COLUMNS.index("note")


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


def session_table(log: SessionLog, form: str) -> Iterator[str]:
    """All sessions as `csv` or `json`, part by part."""
    return _csv(log) if form == "csv" else _json(log)


def _csv(log: SessionLog) -> Iterator[str]:
    """One line a session, as RFC 4180 has it; a redacted log has no column of notes.

    The last column is the person, where named.
    """
    person = person_cell(log.person)
    head = COLUMNS + tuple(person)
    lines = chain([head], _lines(log, tuple(person.values())))
    shown = map(_without_note, lines) if log.redacted else lines
    while part := _written(islice(shown, AT_ONCE)):
        yield part


def _without_note(line: tuple[object, ...]) -> tuple[object, ...]:
    return line[:_NOTE] + line[_NOTE + 1 :]


def _written(lines: Iterable[tuple[object, ...]]) -> str:
    out = io.StringIO()  # a new one is faster than one that was emptied
    csv.writer(out).writerows(lines)
    return out.getvalue()


def _lines(log: SessionLog, person: tuple[str, ...]) -> Iterator[tuple[object, ...]]:
    """The cells of each session: `COLUMNS`, then the person."""
    names = {slug: tuple(map(guard_cell, name)) for slug, name in log.items.items()}
    amount = lru_cache(say_amount)
    for row in log.rows:
        uid, item, day, seconds, start, offset, note, tags, source, at, head = row
        slug, title, track = names[item]
        started = ended = ""
        if start is not None:
            started = instant_text(start, offset or 0)
            ended = instant_text(start + seconds, offset or 0)
        line = (
            guard_cell(uid),
            slug,
            title,
            track,
            day,
            started,
            ended,
            seconds,
            amount(seconds),
            guard_cell(" ".join(_shown(tags, log))) if tags else "",
            guard_cell(note),
            source,
            instant_text(at),
            guard_cell(head) if head else "",
        )
        yield line + person


def _json(log: SessionLog) -> Iterator[str]:
    """The records of `tracker sessions --json`, and the titles and tracks of items."""
    first = {
        "schema": 1,
        "kind": "sessions",
        "since": log.since.isoformat() if log.since else None,
        "until": log.until.isoformat() if log.until else None,
        "sessions": [],
    }
    yield as_json(first).removesuffix("]\n}\n")
    seen, comma, end = set[str](), "", "]"
    for sessions in _parts(_session_data(log)):
        seen.update(session["item"] for session in sessions)
        whole = indent_json(encode({"sessions": sessions}).decode())
        # `{\n  "sessions": [` and `\n  ]\n}\n` are around them.
        inner = whole[whole.index("[") + 1 : whole.rindex("\n  ]")]
        yield comma + inner
        comma, end = ",", "\n  ]"
    last = {
        "seconds": log.seconds,
        "items": [log.items[slug]._asdict() for slug in sorted(seen)],
        # Last: `import` knows the file by the list of sessions at its beginning.
        "person": facts_of(log.person),
    }
    yield f"{end},{as_json(last).removeprefix('{')}"


def _session_data(log: SessionLog) -> Iterator[LoggedSessionData]:
    for row in log.rows:
        uid, item, day, seconds, start, offset, note, tags, source, at, head = row
        started = None if start is None else instant_text(start, offset or 0)
        data: LoggedSessionData = {
            "id": uid,
            "item": item,
            "day": day,
            "seconds": seconds,
            "started_at": started,
            "tags": _shown(tags, log),
            "source": source,
            "logged_at": instant_text(at),
            "part_of": head,
        }
        if not log.redacted:
            data["note"] = note
        yield data


def _shown(tags: str, log: SessionLog) -> tuple[str, ...]:
    """The tags of a session's column, but for the person's own in a redacted log."""
    return common_tags(tags.split()) if log.redacted else tuple(tags.split())


def _parts(rows: Iterable[T]) -> Iterator[list[T]]:
    """The rows, some at a time."""
    remaining = iter(rows)
    while part := list(islice(remaining, AT_ONCE)):
        yield part
