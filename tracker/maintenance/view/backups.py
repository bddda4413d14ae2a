"""Backups as text and as JSON."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Annotated, TypedDict

from tracker.choices import BACKUP_REASONS
from tracker.database.backup_contents import Contents
from tracker.json_types import Day, Instant
from tracker.labels import BACKUP_LABELS
from tracker.maintenance.rules.backup_answers import (
    DatabaseCopy,
    KeptBackup,
    RestoredDatabase,
)
from tracker.maintenance.view.sizes import say_size
from tracker.system import quote
from tracker.text.columns import count_noun
from tracker.text.days import say_day


class BackupData(TypedDict):
    """A copy of the database."""

    file: str
    bytes: int


def backup_data(copy: DatabaseCopy) -> BackupData:
    """A copy as JSON."""
    return {"file": copy.file, "bytes": copy.size}


def backup_text(copy: DatabaseCopy) -> str:
    """Where the copy is, and how large it is."""
    return f"Copied the database to {copy.file} ({say_size(copy.size)})."


class KeptBackupData(TypedDict):
    """A backup made at a local time; what is in it is null where it is damaged.

    `latest` is the day of its latest session.
    """

    file: str
    reason: Annotated[str, BACKUP_REASONS]
    made_at: Instant
    bytes: int
    damaged: bool
    sessions: int | None
    latest: Day | None


class BackupsData(TypedDict):
    """The backups, newest first."""

    backups: list[KeptBackupData]


def backup_list_data(backups: Sequence[KeptBackup]) -> BackupsData:
    """The backups as JSON."""
    rows: list[KeptBackupData] = [
        {
            "file": backup.file,
            "reason": backup.reason,
            "made_at": backup.made_at,
            "bytes": backup.size,
            "damaged": backup.contents is None,
            "sessions": backup.contents.sessions if backup.contents else None,
            "latest": backup.contents.latest if backup.contents else None,
        }
        for backup in backups
    ]
    return {"backups": rows}


def backup_list_text(today: date, backups: Sequence[KeptBackup]) -> str:
    """When and why each was made, its size, what it holds, and how to restore it."""
    if not backups:
        return "No backups lie beside the database. To make one: tracker backup"
    lines = [f"{count_noun(len(backups), 'backup')}, newest first:"]
    for backup in backups:
        made_at = datetime.fromisoformat(backup.made_at)
        lines += [
            f"{say_day(made_at.date(), today)}, {made_at:%H:%M},"
            f" {BACKUP_LABELS.get(backup.reason, backup.reason)}, {say_size(backup.size)}",
            f"  {_contents(backup.contents, today) if backup.contents else 'damaged'}",
            f"  tracker restore {quote(backup.file)}",
        ]
    return "\n".join(lines)


class RestoredData(TypedDict):
    """What was restored, the copy of the one before, and what is in it now."""

    file: str
    changed: bool
    kept: str | None
    sessions: int
    latest: Day | None
    name: str | None


def restored_data(restored: RestoredDatabase) -> RestoredData:
    """The keys of what was restored."""
    return {
        "file": restored.file,
        "changed": restored.changed,
        "kept": restored.previous,
        "sessions": restored.contents.sessions,
        "latest": restored.contents.latest,
        "name": restored.contents.name,
    }


def restored_text(today: date, restored: RestoredDatabase) -> str:
    """What was restored, what it holds, and how to go back to the database before that."""
    if not restored.changed:
        return f"Nothing to restore: the database is the same as {restored.file}."
    holds = _contents(restored.contents, today)
    lines = [f"Restored the database from {restored.file}.", f"It has {holds}."]
    if restored.previous:
        lines.append(
            f"To go back to the one before: tracker restore {quote(restored.previous)}"
        )
    return "\n".join(lines)


def _contents(contents: Contents, today: date) -> str:
    """`1,204 sessions of Kim Doe, the latest on Mon 23 Nov`."""
    number = contents.sessions
    text = (
        f"{number:,} session{'' if number == 1 else 's'}" if number else "no sessions"
    )
    if contents.name:
        text += f" of {contents.name}"
    if contents.latest:
        text += f", the latest on {say_day(date.fromisoformat(contents.latest), today)}"
    return text
