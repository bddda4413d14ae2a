"""Entries of a file and sessions that are here, made to be compared."""

from datetime import UTC, datetime

from tracker.imports.rules.entries import Part, ReadySession
from tracker.imports.rules.stored_entries import StoredEntry
from tracker.imports.rules.tags import tags_column
from tracker.journal.rules.imported import ImportedSession

DAY, HOUR = "2026-11-02", 3600


def at(hour: int, minute: int = 0, day: int = 2) -> int:
    """UTC seconds of a time in November 2026."""
    return int(datetime(2026, 11, day, hour, minute, tzinfo=UTC).timestamp())


def in_file(
    *,
    project: str = "ppo",
    note: str = "",
    tags: tuple[str, ...] = (),
    seconds: int = HOUR,
    day: str = DAY,
    start: int | None = None,
    offset: int | None = None,
    item: str = "",
    entry_id: str = "",
    state: str = "",
    updated: int | None = None,
    parts: int = 1,
) -> ReadySession:
    """An entry of a file, at line 7; all its `parts` are alike."""
    return ReadySession(
        7,
        "u1",
        bool(entry_id),
        project,
        note,
        tags,
        seconds,
        (Part(day, seconds, start, offset),) * parts,
        item=item,
        entry_id=entry_id,
        state=state,
        updated=updated,
    )


def row(
    *,
    uid: str = "u1",
    project: str = "ppo",
    note: str = "",
    tags: tuple[str, ...] = (),
    seconds: int = HOUR,
    day: str = DAY,
    start: int | None = None,
    offset: int | None = None,
    batch: int | None = 1,
    item_id: int = 1,
    changed: int = 0,
    states: str | None = None,
    updated: int | None = None,
) -> ImportedSession:
    """A session on the item `ppo`, from `log.csv`."""
    return ImportedSession(
        uid,
        item_id,
        "ppo",
        day,
        seconds,
        start,
        offset,
        note,
        tags_column(tags),
        project,
        batch,
        "log.csv",
        0,
        0,
        changed,
        states,
        updated,
    )


def here(session: ImportedSession, *later: ImportedSession) -> StoredEntry:
    """The entry of a first session, and of those of later days."""
    return StoredEntry(session, {other.uid: other for other in later})
