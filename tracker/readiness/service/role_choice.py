"""Which role a command is about: the one that is named, else the target."""

from collections.abc import Sequence
from sqlite3 import Connection
from typing import NamedTuple

from tracker.database.settings import Settings, wrong_setting
from tracker.errors import NotFound, Refused
from tracker.milestones.store.role_names import find_role
from tracker.readiness.rules.records import Role, Variant
from tracker.readiness.store.facts import read_roles
from tracker.text.columns import quoted
from tracker.text.names import Name, choose


class RoleChoice(NamedTuple):
    """A role in one of its variants, None if it has none."""

    role: Role
    variant: Variant | None


def choose_role(
    db: Connection, settings: Settings, typed: str | None, variant: str | None
) -> RoleChoice:
    """The role and variant that were typed, else those of the target.

    Raises Refused if no role is typed and there is no target; NotFound or Ambiguous for
    a name that fits no role, or several; DatabaseProblem for a target that is no role.
    """
    roles = read_roles(db)
    target = settings.get("target")
    if typed is None and target is None:
        raise _no_target(roles)
    slug = find_role(db, typed) if typed is not None else target
    role = next((role for role in roles if role.slug == slug), None)
    if role is None:
        raise wrong_setting("target", target)
    target_variant = settings.get("variant") if slug == target else None
    names = [None, *(of_role.slug for of_role in role.variants)]
    if variant is None and target_variant not in names:
        raise wrong_setting("variant", target_variant)
    return RoleChoice(role, choose_variant(role, variant or target_variant))


def choose_variant(role: Role, typed: str | None) -> Variant | None:
    """The variant that was typed, else the role's first; None if the role has none.

    Raises NotFound or Ambiguous.
    """
    if typed is None:
        return role.variants[0] if role.variants else None
    if not role.variants:
        raise NotFound(
            f"{role.title} has no variants, so {quoted(typed)} is not one.",
            "Leave --variant out.",
            without=["--variant"],
        )
    names = [Name(variant.slug, variant.title) for variant in role.variants]
    slug = choose(typed, names, "variant").slug
    return next(variant for variant in role.variants if variant.slug == slug)


def _no_target(roles: Sequence[Role]) -> Refused:
    commands = "\n".join(f"  tracker target {role.slug}" for role in roles)
    return Refused("You have no target yet.", f"Choose a role:\n{commands}")
