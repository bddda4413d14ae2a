"""Items by name, and the names that are in use."""

from sqlite3 import Connection

from sqlalchemy import select

from tracker.curriculum.rules.aliases import Alias
from tracker.database.bridge import core
from tracker.database.schema.curriculum import item, item_aka
from tracker.database.schema.milestones import milestone
from tracker.database.schema.readiness import role

_IS_OWN = ~item_aka.c.uid.startswith("seed:")


def taken_names(db: Connection) -> dict[str, str]:
    """Every name of an item, milestone or role, and what has it: `the item fastai`."""
    akas = select(item_aka.c.name, item.c.slug).join(
        item, item.c.id == item_aka.c.item_id
    )
    names = {name: f"the item {slug}" for name, slug in core(db).execute(akas)}
    for slug in core(db).scalars(select(role.c.slug)):
        names[slug] = f"the role {slug}"
    for slug in core(db).scalars(select(milestone.c.slug)):
        names[slug] = f"the milestone {slug}"
    for slug in core(db).scalars(select(item.c.slug)):
        names[slug] = f"the item {slug}"
    return names


def own_aliases(db: Connection) -> list[Alias]:
    """The names that the person gave to items, from a to z."""
    columns = select(item_aka.c.name, item.c.slug, item.c.title)
    joined = columns.join(item, item.c.id == item_aka.c.item_id)
    rows = core(db).execute(joined.where(_IS_OWN).order_by(item_aka.c.name))
    return [Alias(*row) for row in rows]
