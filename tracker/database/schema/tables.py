"""All tables, loaded: `metadata`, imported from here, is the whole schema."""

from tracker.database.schema import (
    curriculum,
    internals,
    journal,
    milestones,
    plans,
    readiness,
)
from tracker.database.schema.base import metadata

__all__ = ["MODULES", "metadata", "personal_tables"]

MODULES = (curriculum, journal, internals, milestones, plans, readiness)


def personal_tables() -> tuple[str, ...]:
    """Names of the tables that the person's commands write, sorted."""
    tables = metadata.tables.values()
    return tuple(sorted(table.name for table in tables if table.info.get("personal")))
