"""The role that the person wants."""

from sqlite3 import Connection

from tracker.database.settings import Settings, write_setting
from tracker.milestones.store.results import read_results
from tracker.readiness.rules.answers import TargetAnswer
from tracker.readiness.rules.empty_record import is_record_empty
from tracker.readiness.rules.role_subjects import role_subjects
from tracker.readiness.service.role_choice import RoleChoice, choose_role
from tracker.readiness.store.facts import read_facts, read_roles


def read_target(
    db: Connection, settings: Settings, variant: str | None
) -> TargetAnswer:
    """The target, in `variant` if that is named."""
    if settings.get("target") is None:
        return TargetAnswer(None, None, tuple(read_roles(db)))
    return _answer(db, choose_role(db, settings, None, variant))


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
    write_setting(db, "target", choice.role.slug, now_utc)
    write_setting(db, "variant", variant_slug, now_utc)
    offers_known = is_first and is_record_empty(read_facts(db))
    return _answer(db, choice)._replace(offers_known=offers_known)


def _answer(db: Connection, choice: RoleChoice) -> TargetAnswer:
    reached = (result.milestone for result in read_results(db))
    return TargetAnswer(
        choice.role,
        choice.variant,
        tuple(read_roles(db)),
        subjects=role_subjects(choice.role, reached),
    )
