"""Milestones by name, and names that may be an item's or a milestone's."""

from typing import NamedTuple

from sqlalchemy import Connection, exists, or_, select

from tracker.database.bridge import raw
from tracker.database.schema.milestones import attempt, milestone, result
from tracker.database.schema.readiness import role
from tracker.errors import NotFound
from tracker.journal.store.items import names
from tracker.words.names import Name, choose

_BEGUN = or_(
    exists().where(attempt.c.milestone_id == milestone.c.id), exists().where(result.c.milestone_id == milestone.c.id)
)


class Found(NamedTuple):
    """What a name means: its kind (`item` or `milestone`), slug and title, and `how` it was found, as a Choice."""

    kind: str
    slug: str
    title: str
    how: str


def find_milestone(db: Connection, typed: str) -> str:
    """The slug of the milestone that `typed` means. Raises NotFound or Ambiguous, with what could be meant."""
    return choose(typed, milestone_names(db), "milestone").slug


def find_either(db: Connection, typed: str) -> Found:
    """The item or milestone that `typed` means; raises as `find_milestone` does.

    No two share a slug, so an exact one is never in doubt.
    """
    kinds = {
        name: kind for kind, found in (("item", names(raw(db))), ("milestone", milestone_names(db))) for name in found
    }
    try:
        choice = choose(typed, kinds, "item or milestone")
    except NotFound:
        wanted = typed.strip().casefold()
        if db.scalar(select(role.c.slug).where(role.c.slug == wanted)):
            raise NotFound(f"{wanted} is a role.", f"How far it is: tracker gaps {wanted}") from None
        raise
    name = next(each for each in kinds if each.slug == choice.slug)
    return Found(kinds[name], name.slug, name.title, choice.how)


def find_role(db: Connection, typed: str) -> str:
    """The slug of the role that `typed` means. Raises NotFound or Ambiguous."""
    rows = db.execute(select(role.c.slug, role.c.title).order_by(role.c.position))
    return choose(typed, [Name(slug, title) for slug, title in rows], "role").slug


def milestone_names(db: Connection) -> list[Name]:
    """All milestones that can be meant; begun are those tried or reached."""
    chosen = select(milestone.c.slug, milestone.c.title, milestone.c.retired, _BEGUN).order_by(milestone.c.position)
    return [Name(slug, title, begun=bool(begun)) for slug, title, old, begun in db.execute(chosen) if begun or not old]
