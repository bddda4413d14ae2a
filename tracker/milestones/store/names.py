"""Milestones by name, and names that may be an item's or a milestone's."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

from sqlalchemy import Connection, exists, or_, select

from tracker.curriculum.store.names import taken_names
from tracker.database.bridge import raw_connection
from tracker.database.schema.milestones import attempt, milestone, result
from tracker.database.schema.readiness import role
from tracker.errors import NotFound
from tracker.journal.store.items import item_names
from tracker.milestones.store.role_milestones import Meant, requirement_targets
from tracker.text.columns import quoted
from tracker.text.names import Name, choose

T = TypeVar("T")
_BEGUN = or_(
    exists().where(attempt.c.milestone_id == milestone.c.id),
    exists().where(result.c.milestone_id == milestone.c.id),
)


class NameMatch(NamedTuple):
    """What a name means: its kind (`item` or `milestone`), slug and title, and `how` it was found, as a Choice."""

    kind: str
    slug: str
    title: str
    how: str


def find_milestone(db: Connection, typed: str) -> str:
    """The slug of the milestone that `typed` means. Raises NotFound or Ambiguous, with what could be meant."""
    return with_requirement_hint(
        db, typed, lambda: choose(typed, milestone_names(db), "milestone").slug
    )


def find_item_or_milestone(db: Connection, typed: str) -> NameMatch:
    """The item or milestone that `typed` means; raises as `find_milestone` does.

    No two share a slug, so an exact one is never in doubt.
    """
    wanted = typed.strip().casefold()
    if db.scalar(select(role.c.slug).where(role.c.slug == wanted)):
        raise NotFound(f"{wanted} is a role.", f"How far it is: tracker gaps {wanted}")
    known = (
        ("item", item_names(raw_connection(db))),
        ("milestone", milestone_names(db)),
    )
    kinds = {name: kind for kind, found in known for name in found}
    choice = with_requirement_hint(
        db, typed, lambda: choose(typed, kinds, "item or milestone")
    )
    name = next(each for each in kinds if each.slug == choice.slug)
    return NameMatch(kinds[name], name.slug, name.title, choice.how)


def find_shown(db: Connection, typed: str) -> tuple[str, str]:
    """As `find_either`; but a requirement of the target is meant by its name, before that is a part of another name.

    Raises NotFound for one that asks for a skill: these are shown elsewhere.
    """
    wanted = typed.strip().casefold()
    meant = (
        ()
        if wanted in taken_names(db)
        else requirement_targets(db, wanted, others=False)
    )
    if [kind for kind, _ in meant] == ["milestone"]:
        return meant[0]
    if meant and wanted not in {slug for _, slug in meant}:
        raise NotFound(
            f"{quoted(typed)} is neither an item nor a milestone.", _leads(meant)
        )
    found = find_item_or_milestone(db, typed)
    return found.kind, found.slug


def with_requirement_hint(db: Connection, typed: str, find: Callable[[], T]) -> T:
    """What `find` finds. Raises its NotFound, with what requirements of that name ask for where roles have any."""
    try:
        return find()
    except NotFound as fault:
        meant = requirement_targets(db, typed.strip().casefold())
        raise NotFound(fault.message, _leads(meant)) if meant else fault from None


def _leads(meant: Sequence[Meant]) -> str:
    """Where the name of a requirement leads."""
    where = {"skill": "tracker skills", "milestone": "tracker show"}
    told = (f"  {where[kind]} {slug}" for kind, slug in meant)
    return "\n".join(["Roles ask by that name for this:", *told])


def milestone_names(db: Connection) -> list[Name]:
    """All milestones that can be meant; begun are those tried or reached."""
    chosen = select(
        milestone.c.slug, milestone.c.title, milestone.c.retired, _BEGUN
    ).order_by(milestone.c.position)
    return [
        Name(slug, title, begun=bool(begun))
        for slug, title, old, begun in db.execute(chosen)
        if begun or not old
    ]
