"""Which role is meant: the one named, else the target."""

from collections.abc import Sequence

from tracker.app import App
from tracker.errors import NotFound, Refused
from tracker.readiness.rules.records import Role, Variant
from tracker.text.columns import quoted
from tracker.text.names import Name, choose, split_aka


def role_named(roles: Sequence[Role], typed: str) -> Role:
    """The role that `typed` means. Raises NotFound or Ambiguous."""
    slug = choose(
        typed,
        [Name(role.slug, role.title, split_aka(role.does)) for role in roles],
        "role",
    ).slug
    return next(role for role in roles if role.slug == slug)


def role_meant(
    app: App, roles: Sequence[Role], typed: str | None, variant: str | None
) -> tuple[Role, Variant | None]:
    """The role named, else the target, and which variant of it. Raises Refused where there is neither."""
    target = app.settings.get("target")
    if typed is None and target is None:
        listed = "\n".join(f"  tracker target {role.slug}" for role in roles)
        raise Refused(
            "There is no target yet, and no role was named.",
            f"Type one of these:\n{listed}",
        )
    role = role_named(roles, typed or target or "")
    kept = app.settings.get("variant") if role.slug == target else None
    return role, variant_meant(role, variant or kept)


def variant_meant(role: Role, typed: str | None) -> Variant | None:
    """The variant that `typed` means, else the role's first, None where it has none. Raises NotFound or Ambiguous."""
    if typed is None:
        return role.variants[0] if role.variants else None
    if not role.variants:
        raise NotFound(
            f"{quoted(typed)} is not a variant of {role.slug}: it has none.",
            "Leave --variant out.",
        )
    slug = choose(
        typed, [Name(each.slug, each.title) for each in role.variants], "variant"
    ).slug
    return next(each for each in role.variants if each.slug == slug)
