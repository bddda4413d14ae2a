"""The database file and its folder: who can open them, and unfinished files there."""

import os
import sqlite3
import stat
from contextlib import closing, suppress
from pathlib import Path

from tracker.database.backups import side_files
from tracker.database.connect import connect
from tracker.database.history import begin
from tracker.database.unfinished import (
    list_texts,
    remove_old_files,
    remove_unfinished,
    say_kept,
    unfinished_folder,
)
from tracker.maintenance.rules.findings import Figures, Finding
from tracker.system import permissions, quote

OTHERS = stat.S_IRWXG | stat.S_IRWXO
UNCHECKED = (
    "Windows keeps the permissions of the database in its folder;"
    " tracker cannot check them."
)
UNPROTECTED = (
    "The disk of {} keeps no permissions: who has the disk can open the database."
    " To keep it to yourself, move it to another disk."
)


def check_rights(place: Path) -> list[Finding]:
    """A file that other users can open, or a folder in which they can write."""
    findings = []
    file_mode, folder_mode = permissions(place), permissions(place.parent)
    if file_mode is None or folder_mode is None:
        return [Finding("rights", UNCHECKED, fault=False)]
    if file_mode & OTHERS and not _keeps_rights(place):
        says = UNPROTECTED.format(place)
        return [Finding("rights", says, fault=False, figures={"path": str(place)})]
    if file_mode & OTHERS:
        findings.append(_rights(place, file_mode, "open", "600"))
    is_shared = folder_mode & (stat.S_IWGRP | stat.S_IWOTH)
    if is_shared and not folder_mode & stat.S_ISVTX:
        findings.append(_rights(place.parent, folder_mode, "write in", "700"))
    return findings


def _keeps_rights(place: Path) -> bool:
    """Whether a folder made for its owner only is so on this disk, as far as is known."""
    with suppress(OSError), unfinished_folder(place) as folder:
        return not (permissions(folder) or 0) & OTHERS
    return True


def _rights(path: Path, mode: int, can: str, private: str) -> Finding:
    says = f"Other users can {can} {path} (rights {mode:04o}). To make it private:"
    figures = Figures(path=str(path), mode=f"{mode:04o}")
    command = f"chmod {private} {quote(str(path))}"
    return Finding("rights", says, figures=figures, command=command)


def say_unwritable(place: Path) -> str:
    """Why no database can be made at `place`; empty where nothing is known against it."""
    above = map(str, place.absolute().parents)
    folder = next(name for name in above if os.path.lexists(name))
    is_folder = Path(folder).is_dir()
    if is_folder and os.access(folder, os.W_OK | os.X_OK):
        return ""
    return f" {folder} {'cannot be written to' if is_folder else 'is not a folder'}."


def remove_unfinished_files(place: Path) -> list[Finding]:
    """Remove what stopped commands left beside the database, and say which files."""
    removed = _remove_idle_journal(place)
    for beside in dict.fromkeys((place, Path(os.path.realpath(place)))):
        removed += [*remove_unfinished(beside), *remove_old_files(beside)]
    findings = []
    for path in removed:
        says = f"Removed {path.name}, which a stopped command left unfinished."
        figures = Figures(path=str(path))
        findings.append(Finding("leftover", says, fault=False, figures=figures))
    for file in list_texts(place):
        figures = Figures(path=str(file))
        says = say_kept(file)
        findings.append(Finding("kept-text", says, fault=False, figures=figures))
    return findings


def _remove_idle_journal(place: Path) -> list[Path]:
    """Remove the journal of a command that was stopped before it changed the database.

    SQLite itself removes every other one, but reads past this one. One in use stays.
    """
    journal = side_files(place)["-journal"]
    if not journal.is_file():
        return []
    with suppress(sqlite3.Error, OSError), closing(connect(place, write=True)) as db:
        db.execute("pragma busy_timeout = 0")
        begin(db, write=True)  # what a stopped command wrote is taken back first
        if journal.is_file():
            journal.unlink()
            return [journal]
    return []
