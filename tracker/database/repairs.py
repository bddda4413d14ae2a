"""What to type where a database is damaged."""

import os
from itertools import count
from pathlib import Path
from shlex import quote

from tracker.database.backup_contents import newest_readable
from tracker.database.connect import USE_ANOTHER, Where
from tracker.errors import DatabaseProblem

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


def find_free_name(place: Path) -> Path:
    """A file beside the database that does not exist, such as tracker-salvaged.db."""
    for number in count(1):
        end = f"-{number}" if number > 1 else ""
        free = place.with_name(f"{place.stem}-salvaged{end}{place.suffix}")
        if not os.path.lexists(free):
            break
    return free


def damaged(place: Where, damage: str) -> DatabaseProblem:
    """The error for a damaged database; `damage` is what is wrong, without a stop."""
    return DatabaseProblem(f"{place} is damaged: {damage}.", repair_hint(place))
