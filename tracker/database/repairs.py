"""What to type where a database is damaged."""

import os
from itertools import count
from pathlib import Path
from shlex import quote

from tracker.database.backup_names import list_backups
from tracker.database.connect import Where
from tracker.errors import DatabaseProblem

ALL_FAULTS = "To see all faults: tracker doctor"


def repair_hint(place: Where) -> str:
    """How to see the faults of the database at `place`, and what else to do."""
    return f"{ALL_FAULTS}\n{replacement_hint(place)}"


def replacement_hint(place: Where) -> str:
    """How to restore the latest backup, or to save what can be read of the database."""
    path, lines = Path(place), []
    backups = list_backups(path)
    if backups:
        latest = quote(str(backups[-1].path))
        lines.append(f"To restore the latest backup: tracker restore {latest}")
    new = quote(str(find_free_name(path)))
    lines.append(f"To save what can be read: tracker doctor --salvage {new}")
    return "\n".join(lines)


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
