"""Backups as text and as JSON."""

from collections.abc import Sequence
from datetime import date, datetime
from shlex import quote
from typing import Any

from tracker.labels import BACKUP_LABELS
from tracker.maintenance.rules.backup_answers import (
    DatabaseCopy,
    KeptBackup,
    RestoredDatabase,
)
from tracker.maintenance.view.sizes import say_size
from tracker.text.columns import count_noun
from tracker.text.days import say_day


def backup_data(copy: DatabaseCopy) -> dict[str, Any]:
    """`{file, bytes}`."""
    return {"file": copy.file, "bytes": copy.size}


def backup_text(copy: DatabaseCopy) -> str:
    """Where the copy is, and how large it is."""
    return f"Copied the database to {copy.file} ({say_size(copy.size)})."


def backup_list_data(backups: Sequence[KeptBackup]) -> dict[str, Any]:
    """`{backups: [{file, reason, made_at, bytes}]}`, newest first."""
    rows = [
        {
            "file": backup.file,
            "reason": backup.reason,
            "made_at": backup.made_at,
            "bytes": backup.size,
        }
        for backup in backups
    ]
    return {"backups": rows}


def backup_list_text(today: date, backups: Sequence[KeptBackup]) -> str:
    """When and why each backup was made, its size, and how to restore it."""
    if not backups:
        return "No backups yet. To make one: tracker backup"
    lines = [f"{count_noun(len(backups), 'backup')}, newest first:"]
    for backup in backups:
        made_at = datetime.fromisoformat(backup.made_at)
        lines += [
            f"{say_day(made_at.date(), today)}, {made_at:%H:%M},"
            f" {BACKUP_LABELS.get(backup.reason, backup.reason)}, {say_size(backup.size)}",
            f"  tracker restore {quote(backup.file)}",
        ]
    return "\n".join(lines)


def restored_data(restored: RestoredDatabase) -> dict[str, Any]:
    """`{file, changed, kept}`: what was restored, and the copy of the one before."""
    return {
        "file": restored.file,
        "changed": restored.changed,
        "kept": restored.previous,
    }


def restored_text(restored: RestoredDatabase) -> str:
    """What was restored, and how to go back to the database before that."""
    if not restored.changed:
        return f"Nothing to restore: the database is the same as {restored.file}."
    lines = [f"Restored the database from {restored.file}."]
    if restored.previous:
        lines.append(
            f"To go back to the one before: tracker restore {quote(restored.previous)}"
        )
    return "\n".join(lines)
