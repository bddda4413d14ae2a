"""All tables, loaded: `metadata` as it stands when this module is imported is the whole schema."""

from tracker.database.schema import curriculum, journal, keeping, milestones, outlook, readiness
from tracker.database.schema.base import metadata

__all__ = ["FOLDERS", "metadata", "personal_tables"]

FOLDERS = (curriculum, journal, keeping, milestones, outlook, readiness)


def personal_tables() -> tuple[str, ...]:
    """Names of the tables under undo, sorted."""
    return tuple(sorted(t.name for t in metadata.tables.values() if t.info.get("personal")))
