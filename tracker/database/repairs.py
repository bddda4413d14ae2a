"""What to type where a database is damaged."""

import mmap
import os
from contextlib import suppress
from itertools import count
from pathlib import Path

from tracker.database.backup_contents import newest_readable
from tracker.database.connect import USE_ANOTHER, Where
from tracker.database.revisions import OUR_TABLES
from tracker.errors import DatabaseProblem, FileProblem, Refused
from tracker.system import quote

ALL_FAULTS = "To see all faults: tracker doctor"


def repair_hint(place: Where) -> str:
    """How to see the faults of the database at `place`, and what else to do."""
    return f"{ALL_FAULTS}\n{replacement_hint(place)}"


def replacement_hint(place: Where) -> str:
    """How to restore the latest backup, or to save what can be read of the database."""
    new = quote(str(find_free_name(Path(place))))
    salvage = f"To save what can be read: tracker doctor --salvage {new}"
    return "\n".join([*_restore_lines(place), salvage])


def other_file_hint(place: Where) -> str:
    """What to type where the file at `place` is no tracker database."""
    return "\n".join([*_restore_lines(place), USE_ANOTHER])


def _restore_lines(place: Where) -> list[str]:
    """How to restore the latest backup that can be read; empty where there is none."""
    latest = newest_readable(place)
    if latest is None:
        return []
    return [f"To restore the latest backup: tracker restore {quote(str(latest))}"]


def not_ours(place: Where, *, is_damaged: bool = False) -> DatabaseProblem:
    """The error for a file that SQLite cannot read as a database of tracker's.

    It is a damaged one where that is known, where it names tracker's tables, or where
    backups lie beside it.
    """
    path, hint = Path(place), other_file_hint(place)
    if path.is_file() and not path.stat().st_size:
        return DatabaseProblem(f"{path} is empty: it is no database.", hint)
    if is_damaged or _restore_lines(path) or names_our_tables(path):
        return DatabaseProblem(f"{path} is damaged.", replacement_hint(path))
    return DatabaseProblem(f"{path} is not a tracker database.", hint)


def names_our_tables(file: Path) -> bool:
    """Whether the file has the words that made a table of tracker's, wherever."""
    with (
        suppress(OSError, ValueError),  # an empty file cannot be mapped
        file.open("rb") as opened,
        mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ) as content,
    ):
        made = (f"CREATE TABLE {name} (" for name in OUR_TABLES if name != "item")
        return any(content.find(words.encode()) >= 0 for words in made)
    return False


def find_free_name(place: Path) -> Path:
    """A file beside the database that does not exist, such as tracker-salvaged.db."""
    for number in count(1):
        end = f"-{number}" if number > 1 else ""
        free = place.with_name(f"{place.stem}-salvaged{end}{place.suffix}")
        if not os.path.lexists(free):
            break
    return free


def name_taken(target: Path, place: Path) -> Refused:
    """The error where `target` is there already; it names a file that is not."""
    if target.is_dir():
        free = find_free_name(target / place.name)
    else:
        free = find_free_name(target if target.is_file() else place)
    message = f"{target} exists already; it was not changed."
    return Refused(
        message, "Choose a new file name.", typed=str(target), instead=[str(free)]
    )


def damaged(place: Where, damage: str) -> DatabaseProblem:
    """The error for a damaged database; `damage` is what is wrong, without a stop."""
    return DatabaseProblem(f"{place} is damaged: {damage}.", repair_hint(place))


def damaged_backup(backup: Path) -> FileProblem:
    """The error for a damaged backup that shall be restored."""
    new = quote(str(find_free_name(backup)))
    return FileProblem(
        f"{backup} is damaged; nothing was changed.",
        "To list the backups: tracker restore\nTo save what can be read:"
        f" tracker --db {quote(str(backup))} doctor --salvage {new}",
    )
