"""tracker's own sessions, as `export sessions` writes them in JSON and CSV."""

import re
from collections.abc import Iterator
from datetime import datetime

from tracker.database.values import instant_to_seconds, offset_to_seconds
from tracker.imports.formats.json_list import members, text_of, texts_of, whole
from tracker.imports.formats.source import Source
from tracker.imports.formats.tables import rows
from tracker.imports.rules.entries import LogEntry, TrackerEntry
from tracker.text.choices import SOURCES

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
)
SIGNS = frozenset({"id", "item", "day", "seconds", "source", "logged_at"})
_ID = re.compile(r"[a-z0-9:-]{4,80}")


def read(source: Source) -> Iterator[LogEntry | TrackerEntry]:
    """Sessions as they are."""
    for line, found in members(source.text(), "sessions"):
        if not isinstance(found, dict):
            yield LogEntry(line, fault="not a session")
            continue
        texts = {name: text_of(found.get(name)) for name in COLUMNS}
        note = found.get("note")
        texts["note"] = note if isinstance(note, str) else ""
        yield _own(
            line, texts, whole(found.get("seconds")), texts_of(found.get("tags"))
        )


def read_csv(source: Source) -> Iterator[LogEntry | TrackerEntry]:
    """Sessions as they are; tags stand between blanks."""
    header: list[str] = []
    for line, row, fault in rows(source, ","):
        if fault:
            yield LogEntry(line, fault=fault)
        elif not header:
            header = [cell.strip() for cell in row]
        elif any(row):
            texts = dict.fromkeys(COLUMNS, "") | dict(
                zip(header, map(_unguarded, row), strict=False)
            )
            seconds = (
                int(texts["seconds"])
                if re.fullmatch(r"-?[0-9]{1,9}", texts["seconds"])
                else None
            )
            yield _own(line, texts, seconds, tuple(texts["tags"].split()))


def _own(
    line: int, texts: dict[str, str], seconds: int | None, tags: tuple[str, ...]
) -> LogEntry | TrackerEntry:
    started, logged = _moment(texts["started_at"]), _moment(texts["logged_at"])
    if not _ID.fullmatch(texts["id"]) or not texts["item"] or seconds is None:
        return LogEntry(line, fault="no id, item or seconds")
    if (
        texts["source"] not in SOURCES
        or logged is None
        or (texts["started_at"] and started is None)
    ):
        return LogEntry(line, fault="a source or a time that tracker does not write")
    began, offset = (
        (instant_to_seconds(started), offset_to_seconds(started))
        if started
        else (None, None)
    )
    return TrackerEntry(
        *(line, texts["id"], texts["item"], texts["day"], seconds, began, offset),
        *(texts["note"], tags, texts["source"], instant_to_seconds(logged)),
    )


def _unguarded(cell: str) -> str:
    """A cell without the ' that keeps spreadsheets from running it."""
    return cell[1:] if cell.startswith("'") else cell


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else None
