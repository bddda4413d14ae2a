"""Items by name, and the names that are in use."""

from sqlalchemy import Connection, select

from tracker.database.schema.curriculum import item, item_aka
from tracker.database.schema.milestones import milestone


def taken_names(db: Connection) -> dict[str, str]:
    """Every name of an item or milestone, and what has it: `the item fastai`."""
    akas = select(item_aka.c.name, item.c.slug).join(
        item, item.c.id == item_aka.c.item_id
    )
    names = {name: f"the item {slug}" for name, slug in db.execute(akas)}
    for slug in db.scalars(select(milestone.c.slug)):
        names[slug] = f"the milestone {slug}"
    for slug in db.scalars(select(item.c.slug)):
        names[slug] = f"the item {slug}"
    return names
