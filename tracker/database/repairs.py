"""What to type where a database is damaged."""

from pathlib import Path
from shlex import quote

from tracker.database.backup_names import list_backups
from tracker.database.connect import Where
from tracker.errors import DatabaseProblem

ALL_FAULTS = "To see all faults: tracker doctor"


def repair_hint(place: Where) -> str:
    """How to see the faults of the database at `place` and restore the latest backup."""
    lines = [ALL_FAULTS]
    backups = list_backups(Path(place))
    if backups:
        latest = quote(str(backups[-1].path))
        lines.append(f"To restore the latest backup: tracker restore {latest}")
    return "\n".join(lines)


def damaged(place: Where, damage: str) -> DatabaseProblem:
    """The error for a damaged database; `damage` is what is wrong, without a stop."""
    return DatabaseProblem(f"{place} is damaged: {damage}.", repair_hint(place))
