"""All tables, loaded: `metadata` as it stands when this module is imported is the whole schema."""

from tracker.database.schema import (
    bookkeeping,
    curriculum,
    journal,
    milestones,
    plans,
    readiness,
)
from tracker.database.schema.base import metadata

__all__ = ["FOLDERS", "metadata", "personal_tables"]

FOLDERS = (curriculum, journal, bookkeeping, milestones, plans, readiness)


def personal_tables() -> tuple[str, ...]:
    """Names of the tables under undo, sorted."""
    return tuple(
        sorted(t.name for t in metadata.tables.values() if t.info.get("personal"))
    )
