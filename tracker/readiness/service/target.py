"""The role that the person wants."""

from sqlalchemy import Connection

from tracker.database.bridge import raw_connection
from tracker.database.settings import Settings, write_setting
from tracker.readiness.rules.answers import TargetAnswer
from tracker.readiness.rules.empty_record import is_record_empty
from tracker.readiness.service.role_choice import choose_role
from tracker.readiness.store.facts import read_facts, read_roles


def read_target(
    db: Connection, settings: Settings, variant: str | None
) -> TargetAnswer:
    """The target, in `variant` if that is named."""
    roles = tuple(read_roles(db))
    if settings.get("target") is None:
        return TargetAnswer(None, None, roles)
    choice = choose_role(db, settings, None, variant)
    return TargetAnswer(choice.role, choice.variant, roles)


def set_target(
    db: Connection, settings: Settings, role: str, variant: str | None, now_utc: int
) -> TargetAnswer:
    """Make a role the target, in `variant` or its first.

    Raises NotFound or Ambiguous.
    """
    without_target = settings._replace(values={})
    choice = choose_role(db, without_target, role, variant)
    variant_slug = choice.variant.slug if choice.variant else None
    is_first = settings.get("target") is None
    raw = raw_connection(db)
    write_setting(raw, "target", choice.role.slug, now_utc)
    write_setting(raw, "variant", variant_slug, now_utc)
    return TargetAnswer(
        choice.role,
        choice.variant,
        tuple(read_roles(db)),
        offers_known=is_first and is_record_empty(read_facts(db)),
    )
