"""Backups as text and as JSON."""

from typing import Any

from tracker.maintenance.rules.backup_answers import DatabaseCopy, RestoredDatabase
from tracker.maintenance.view.sizes import say_size


def backup_data(copy: DatabaseCopy) -> dict[str, Any]:
    """`{file, bytes}`."""
    return {"file": copy.file, "bytes": copy.size}


def backup_text(copy: DatabaseCopy) -> str:
    """Where the copy is, and how large it is."""
    return f"Copied the database to {copy.file} ({say_size(copy.size)})."


def restored_data(restored: RestoredDatabase) -> dict[str, Any]:
    """`{file, kept}`: what was restored, and the copy of the database before that."""
    return {"file": restored.file, "kept": restored.previous}


def restored_text(restored: RestoredDatabase) -> str:
    """What was restored, and how to go back to the database before that."""
    lines = [f"Restored the database from {restored.file}."]
    if restored.previous:
        lines.append(
            f"To go back to the one before: tracker restore {restored.previous}"
        )
    return "\n".join(lines)
