"""Copies of the database beside it: made before anything large, the last ten kept."""

import os
import secrets
import sqlite3
from contextlib import closing
from pathlib import Path

from tracker.database.connect import connect, translated
from tracker.errors import FileProblem

KEPT = 10
NEVER_REMOVED = 2
MOST_BYTES = 500 * 1024 * 1024


def keep(place: Path, before: str) -> Path:
    """Copy the database at `place` to a backup beside it, named for what it precedes; drop the oldest; return its path.

    The last ten stay, at most 500 MB of them beyond the newest two.
    """
    number = max((_number(old, place) for old in kept(place)), default=0) + 1
    backup = place.with_name(f"{place.name}.backup-{number:04}-before-{before}")
    copy(place, backup)
    for old in _too_many(kept(place)):
        old.unlink(missing_ok=True)
    return backup


def kept(place: Path) -> list[Path]:
    """The backups beside `place`, oldest first."""
    return sorted(place.parent.glob(f"{place.name}.backup-????-before-*"), key=lambda old: _number(old, place))


def copy(source: Path, target: Path) -> None:
    """Copy a database with sqlite3's backup API to a new file, for its owner alone; half a copy never bears the name.

    Raises FileProblem where `target` cannot be written, DatabaseProblem where `source` cannot be read.
    """
    part = target.with_name(f"{target.name}.part-{secrets.token_hex(4)}")
    try:
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        with translated(source), closing(connect(source, write=False)) as old, closing(sqlite3.connect(part)) as new:
            old.backup(new)
        part.replace(target)
    except OSError as fault:
        raise FileProblem(
            f"{target} cannot be written: {os.strerror(fault.errno or 0)}.", "Name a file in a folder that is there."
        ) from fault
    finally:
        part.unlink(missing_ok=True)


def _number(backup: Path, place: Path) -> int:
    told = backup.name.removeprefix(f"{place.name}.backup-").partition("-")[0]
    return int(told) if told.isdigit() else 0


def _too_many(backups: list[Path]) -> list[Path]:
    """The oldest, so far as there are over ten or the ones before the newest two are over 500 MB."""
    newest_first = backups[::-1]
    kept_bytes, surplus = 0, []
    for position, backup in enumerate(newest_first):
        kept_bytes += backup.stat().st_size if position >= NEVER_REMOVED else 0
        if position >= KEPT or kept_bytes > MOST_BYTES:
            surplus.append(backup)
    return surplus
