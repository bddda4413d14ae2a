"""Read the titles of the catalogue's tracks and skills."""

from sqlite3 import Connection

from tracker.readiness.rules.road_map import RoadTitles

TITLES = "select slug, title from {} order by position"


def read_titles(db: Connection) -> RoadTitles:
    """The titles of tracks and skills by slug, in the catalogue's order."""
    return RoadTitles(
        dict(db.execute(TITLES.format("track")).fetchall()),
        dict(db.execute(TITLES.format("skill")).fetchall()),
    )
