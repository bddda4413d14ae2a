"""Items by name, and the names that are in use."""

from sqlite3 import Connection

from tracker.curriculum.rules.aliases import Alias

ITEM_NAMES = """select name, 'the item ' || slug from item_aka
                join item on item.id = item_id"""
SLUGS = "select slug, 'the {0} ' || slug from {0}"
OWN_ALIASES = """select name, slug, title from item_aka
                 join item on item.id = item_id
                 where item_aka.uid not like 'seed:%' order by name"""


def taken_names(db: Connection) -> dict[str, str]:
    """Every name of an item, milestone or role, and what has it: `the item fastai`."""
    names = dict(db.execute(ITEM_NAMES).fetchall())
    for table in ("role", "milestone", "item"):
        names |= db.execute(SLUGS.format(table))
    return names


def own_aliases(db: Connection) -> list[Alias]:
    """The names that the person gave to items, from a to z."""
    return [Alias(*row) for row in db.execute(OWN_ALIASES)]
