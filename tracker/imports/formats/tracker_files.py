"""Sessions that tracker exported, in JSON or CSV."""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime

from tracker.choices import SOURCES
from tracker.database.values import instant_to_seconds, offset_to_seconds
from tracker.imports.formats.frames import csv_rows
from tracker.imports.formats.json_list import (
    last_value,
    members,
    text_of,
    texts_of,
    whole_number,
)
from tracker.imports.formats.source import Source
from tracker.imports.rules.entries import LogEntry, TrackerEntry

COLUMNS = (
    "id",
    "item",
    "day",
    "seconds",
    "started_at",
    "note",
    "tags",
    "source",
    "logged_at",
    "part_of",
)
# What an export says besides of each session's item, and whose the sessions are.
ITEM = ("title", "track")
PERSON = "person"
# A CSV file with these headers is one of tracker's.
SIGNS = frozenset({"id", "item", "day", "seconds", "source", "logged_at"})
# The uid of a session.
_ID = re.compile(r"[a-z0-9:-]{4,80}")
# A length in seconds: `5400`.
_SECONDS = re.compile(r"-?[0-9]{1,9}")


def read(source: Source) -> Iterator[LogEntry | TrackerEntry]:
    """The sessions of a JSON export; its items and its person stand after them."""
    text = source.text()
    items, person = _items(text), _person(last_value(text, PERSON))
    for line, member in members(text, "sessions"):
        if not isinstance(member, dict):
            yield LogEntry(line, fault="not a session")
            continue
        texts = {name: text_of(member.get(name)) for name in COLUMNS}
        note = member.get("note")
        texts["note"] = note if isinstance(note, str) else ""
        texts |= items.get(texts["item"], dict.fromkeys(ITEM, ""))
        texts[PERSON] = person
        seconds, tags = whole_number(member.get("seconds")), member.get("tags")
        yield _entry(line, texts, seconds, texts_of(tags))


def _items(text: str) -> dict[str, dict[str, str]]:
    """The title and the track of each item, by its slug."""
    items = last_value(text, "items")
    listed = items if isinstance(items, list) else []
    return {
        text_of(item.get("slug")): {name: text_of(item.get(name)) for name in ITEM}
        for item in listed
        if isinstance(item, dict)
    }


def _person(person: object) -> str:
    """`Ada <ada@example.org>`, or the one of both that there is."""
    if not isinstance(person, dict):
        return ""
    name, email = text_of(person.get("name")), text_of(person.get("email"))
    return f"{name} <{email}>" if name and email else name or email


def read_csv(source: Source) -> Iterator[LogEntry | TrackerEntry]:
    """The sessions of a CSV export, whose tags have blanks between them."""
    header: list[str] = []
    for line, row, fault in csv_rows(source, ","):
        if fault:
            yield LogEntry(line, fault=fault)
        elif not header:
            header = [cell.strip() for cell in row]
        elif any(row):
            cells = dict(zip(header, map(_without_guard, row), strict=False))
            texts = dict.fromkeys((*COLUMNS, *ITEM, PERSON), "") | cells
            is_number = _SECONDS.fullmatch(texts["seconds"])
            seconds = int(texts["seconds"]) if is_number else None
            yield _entry(line, texts, seconds, tuple(texts["tags"].split()))


def _entry(
    line: int, texts: Mapping[str, str], seconds: int | None, tags: tuple[str, ...]
) -> LogEntry | TrackerEntry:
    if not _ID.fullmatch(texts["id"]) or not texts["item"] or seconds is None:
        return LogEntry(line, fault="no id, item or seconds")
    started, logged = _moment(texts["started_at"]), _moment(texts["logged_at"])
    has_bad_start = bool(texts["started_at"]) and started is None
    if texts["source"] not in SOURCES or logged is None or has_bad_start:
        return LogEntry(line, fault="a source or a time that tracker does not write")
    return TrackerEntry(
        line,
        id=texts["id"],
        item=texts["item"],
        day=texts["day"],
        seconds=seconds,
        started_at=instant_to_seconds(started) if started else None,
        utc_offset=offset_to_seconds(started) if started else None,
        note=texts["note"],
        tags=tags,
        source=texts["source"],
        logged_at=instant_to_seconds(logged),
        part_of=texts["part_of"] if _ID.fullmatch(texts["part_of"]) else None,
        title=texts["title"],
        track=texts["track"],
        user=texts[PERSON].strip(),
    )


def _without_guard(cell: str) -> str:
    """A cell without the `'` that keeps a spreadsheet from running it as a formula."""
    return cell.removeprefix("'")


def _moment(text: str) -> datetime | None:
    """An ISO moment with its offset; None for any other text."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else None
