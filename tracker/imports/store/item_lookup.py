"""Items as imports find them: by number, slug and other name."""

from sqlite3 import Connection

from tracker.database.obstacles import CHILDREN

UNSORTED = "unsorted"
SLUGS = "select id, slug from item"
OTHER_NAMES = "select name, item_id from item_aka"
UNNAMED = """select slug from item where id in (select item_id from session
             where project is null and batch_id is not null)"""
TRACKS = "select slug from track"
ADD_UNSORTED = f"""insert into track (slug, title, purpose, position)
                   select '{UNSORTED}', 'Unsorted',
                   'Projects of imported logs that no item was named for.',
                   coalesce(max(position), 0) + 1 from track
                   having not exists (select 1 from track where slug = '{UNSORTED}')"""
# The item that an import made for a project: nothing else was said of it.
MADE_FOR = f"""track_id in (select id from track where slug = '{UNSORTED}')
               and origin = 'own' and low is null and url is null
               and (title = :title or slug = :slug)"""


def read_item_slugs(db: Connection) -> dict[int, str]:
    """The slug of each item, by its number."""
    return dict(db.execute(SLUGS).fetchall())


def read_other_names(db: Connection) -> dict[str, int]:
    """The number of the item of each other name, in lower case."""
    return {name.casefold(): number for name, number in db.execute(OTHER_NAMES)}


def read_unnamed_slugs(db: Connection) -> list[str]:
    """The slugs of the items with sessions that were imported without a project."""
    return [slug for (slug,) in db.execute(UNNAMED)]


def read_track_slugs(db: Connection) -> frozenset[str]:
    """The slugs of all tracks."""
    return frozenset(slug for (slug,) in db.execute(TRACKS))


def add_unsorted_track(db: Connection) -> None:
    """Add the last track, of imported projects without an item, if missing."""
    db.execute(ADD_UNSORTED)


def remove_empty_items(db: Connection, project: str) -> list[str]:
    """Remove the items that imports made for a project and that nothing refers to.

    Return their slugs. They leave no tombstone: on another machine hours may be logged
    on one, and a merge must not lose those.
    """
    links = db.execute(CHILDREN, {"table": "item"}).fetchall()
    unused = [
        f"not exists (select 1 from {table} where {table}.{column} = item.id)"
        for table, column in links
    ]
    where = " and ".join([MADE_FOR, *unused])
    values = {"title": " ".join(project.split()), "slug": project}
    removed = db.execute(f"delete from item where {where} returning slug", values)
    return [slug for (slug,) in removed.fetchall()]
