"""Read the titles of the catalogue's tracks and skills."""

from sqlite3 import Connection

from sqlalchemy import Select, select

from tracker.database.bridge import core
from tracker.database.schema.curriculum import track
from tracker.database.schema.readiness import skill
from tracker.readiness.rules.road_map import RoadTitles

_TRACKS = select(track.c.slug, track.c.title).order_by(track.c.position)
_SKILLS = select(skill.c.slug, skill.c.title).order_by(skill.c.position)


def read_titles(db: Connection) -> RoadTitles:
    """The titles of tracks and skills by slug, in the catalogue's order."""
    return RoadTitles(_titles(db, _TRACKS), _titles(db, _SKILLS))


def _titles(db: Connection, rows: Select[tuple[str, str]]) -> dict[str, str]:
    return {row.slug: row.title for row in core(db).execute(rows)}
