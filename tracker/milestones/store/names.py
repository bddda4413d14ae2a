"""Milestones by name, and names that can be an item's or a milestone's."""

from collections.abc import Callable, Sequence
from sqlite3 import Connection
from typing import NamedTuple, TypeVar

from tracker.curriculum.store.items import read_item
from tracker.curriculum.store.names import taken_names
from tracker.errors import Ambiguous, NotFound
from tracker.journal.store.items import item_names
from tracker.milestones.store.milestones import read_milestones
from tracker.milestones.store.role_milestones import Target, requirement_targets
from tracker.text.columns import quoted
from tracker.text.names import Name, choose

T = TypeVar("T")
_FEW = 3
_ROLE = "select 1 from role where slug = ?"
# A milestone that the curriculum no longer has can still be named once it was begun.
_NAMES = """select slug, title, retired,
            exists (select 1 from attempt where milestone_id = milestone.id)
            or exists (select 1 from result where milestone_id = milestone.id)
            from milestone order by position"""


class NameMatch(NamedTuple):
    """What `typed` means: an item or a milestone (`kind`), and how it was matched.

    `how` is as in `text.names.Choice`.
    """

    kind: str
    slug: str
    how: str
    typed: str


def find_milestone(db: Connection, typed: str, *, with_item: bool = False) -> str:
    """The slug of the milestone that `typed` means, or that a requirement asks for.

    Raises NotFound or Ambiguous, with the milestones that could be meant. For an item
    they are those that it leads to; `with_item` adds `--with` and the item to them.
    """
    try:
        return choose_or_required(db, typed, milestone_names(db), "milestone")
    except NotFound as fault:
        _offer_milestones(db, typed, fault, with_item=with_item)
        raise


def _offer_milestones(
    db: Connection, typed: str, fault: NotFound, *, with_item: bool
) -> None:
    """Let an error say that `typed` is an item, and offer the milestones it leads to."""
    try:
        choice = choose(typed, item_names(db))
    except (NotFound, Ambiguous):
        return
    if choice.how == "part":
        return
    item = read_item(db, choice.slug)
    led_to = [each for each in read_milestones(db) if each.has_item(item)]
    named = [each for each in led_to if item.slug in each.items] or led_to
    added = ("--with", item.slug) if with_item else ()
    fault.message = f"{item.slug} is an item, not a milestone."
    fault.typed = typed
    fault.instead = tuple((each.slug, *added) for each in named[:_FEW])
    fault.hint = f"To mark an item as done: tracker done {item.slug}"
    if named:
        count = "the milestone" if len(fault.instead) == 1 else "these milestones"
        fault.hint = f"It leads to {count}:"


def find_item_or_milestone(db: Connection, typed: str) -> NameMatch:
    """The item or milestone that `typed` means; raises as `find_milestone` does.

    No two share a slug, so that an exact one is never ambiguous.
    """
    wanted = typed.strip().casefold()
    if db.execute(_ROLE, [wanted]).fetchone():
        raise NotFound(
            f"{wanted} is a role, not an item or milestone.",
            f"See what it takes: tracker gaps {wanted}",
        )
    kinds = dict.fromkeys(item_names(db), "item")
    kinds |= dict.fromkeys(milestone_names(db), "milestone")
    choice = with_requirement_hint(
        db, typed, lambda: choose(typed, kinds, "item or milestone")
    )
    name = next(name for name in kinds if name.slug == choice.slug)
    return NameMatch(
        kind=kinds[name],
        slug=name.slug,
        how=choice.how,
        typed=typed,
    )


def find_item_or_requirement(db: Connection, typed: str) -> tuple[str, str]:
    """The kind and slug of the item or milestone that `typed` means.

    As `find_item_or_milestone`, but a requirement of the target role comes before a
    part of another name. Raises NotFound for a requirement that asks for a skill.
    """
    wanted = typed.strip().casefold()
    targets: tuple[Target, ...] = ()
    if wanted not in taken_names(db):
        targets = requirement_targets(db, wanted, others=False)
    if [kind for kind, _ in targets] == ["milestone"]:
        return targets[0]
    if targets and wanted not in {slug for _, slug in targets}:
        raise NotFound(
            f"{quoted(typed)} is neither an item nor a milestone.",
            _requirement_hint(targets),
        )
    match = find_item_or_milestone(db, typed)
    return match.kind, match.slug


def choose_or_required(
    db: Connection, typed: str, names: Sequence[Name], kind: str
) -> str:
    """The slug that `typed` means among the names of a `kind`: skill or milestone.

    Where it fits none, or several, and is a requirement that asks for one thing of that
    kind, its slug. Raises as `with_requirement_hint` and `choose` do.
    """
    try:
        return with_requirement_hint(db, typed, lambda: choose(typed, names, kind).slug)
    except (NotFound, Ambiguous):
        targets = requirement_targets(db, typed.strip().casefold())
        if [target_kind for target_kind, _ in targets] != [kind]:
            raise
        return targets[0][1]


def with_requirement_hint(db: Connection, typed: str, find: Callable[[], T]) -> T:
    """What `find` returns.

    Where it raises NotFound and roles have a requirement with the name `typed`, the
    hint says what that asks for.
    """
    try:
        return find()
    except NotFound as fault:
        targets = requirement_targets(db, typed.strip().casefold())
        if not targets:
            raise
        raise NotFound(fault.message, _requirement_hint(targets)) from None


def milestone_names(db: Connection) -> list[Name]:
    """The names of all milestones that are in the curriculum or begun."""
    return [
        Name(slug, title, begun=bool(is_begun))
        for slug, title, retired, is_begun in db.execute(_NAMES)
        if is_begun or not retired
    ]


def _requirement_hint(targets: Sequence[Target]) -> str:
    """The commands that show what a requirement asks for."""
    commands = {"skill": "tracker skills", "milestone": "tracker show"}
    lines = [f"  {commands[kind]} {slug}" for kind, slug in targets]
    return "\n".join(["It is a requirement of a role. See what it asks for:", *lines])
