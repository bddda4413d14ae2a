"""Plans read with what became of them, and entries about them saved."""

from datetime import date
from sqlite3 import Connection
from typing import NamedTuple

from tracker.plans.rules.plan_checks import (
    check_due,
    check_not_just_reached,
    check_open,
    check_planned,
    check_reason,
    check_withdrawable,
)
from tracker.plans.rules.plan_evidence import mark_claims
from tracker.plans.rules.plans import (
    PlanStatus,
    given_up_slugs,
    plan_end_days,
    plan_statuses,
)
from tracker.plans.store.plans import mark_reasons, read_plans, save_plan
from tracker.readiness.store.facts import read_facts


def read_plan_statuses(db: Connection) -> tuple[PlanStatus, ...]:
    """All plans, earliest due first."""
    facts, plans = read_facts(db), read_plans(db)
    ended = plan_end_days(facts, plans)
    return tuple(mark_claims(plan_statuses(plans, ended, given_up_slugs(facts)), facts))


def find_plan(db: Connection, slug: str) -> PlanStatus | None:
    """The plan for the item or milestone of that slug."""
    for plan in read_plan_statuses(db):
        if plan.subject == slug:
            return plan
    return None


class NewReason(NamedTuple):
    """Why a plan is made or changed: the `text` may be empty.

    It is typed on the day `today`, at `now_utc` (UTC seconds). A `private` one stays
    out of exports; None leaves that of the same reason as it is.
    """

    text: str
    private: bool | None
    today: date
    now_utc: int


def set_plan(db: Connection, slug: str, due: date, reason: NewReason) -> bool:
    """Plan `slug` for `due`; return whether that changed the plan.

    With a reason and the due day of the plan, only the reason is added. Raises Refused
    for what cannot be planned.
    """
    plan = find_plan(db, slug)
    if reason.text and plan and plan.latest == due:
        _save(db, slug, due, reason)
        return False
    facts = read_facts(db)
    check_open(slug, facts)
    check_not_just_reached(slug, facts, reason.today)
    check_due(slug, due, plan, reason.today)
    _save(db, slug, due, reason)
    return True


def withdraw_plan(db: Connection, slug: str, reason: NewReason) -> None:
    """Withdraw the plan for `slug`. Raises Refused where there is none."""
    check_withdrawable(slug, find_plan(db, slug))
    _save(db, slug, None, reason)


def add_reason(db: Connection, slug: str, reason: NewReason) -> None:
    """Add a reason to the last entry about `slug`. Raises Refused without a plan.

    Without a text it only makes all reasons private or none; it raises Refused where
    the plan has no reason.
    """
    plan = check_planned(slug, find_plan(db, slug))
    if reason.text:
        _save(db, slug, plan.latest, reason)
    else:
        check_reason(plan)
        private = bool(reason.private)
        mark_reasons(db, slug, private=private, now_utc=reason.now_utc)


def _save(db: Connection, slug: str, due: date | None, reason: NewReason) -> None:
    save_plan(
        db,
        slug,
        due,
        because=reason.text,
        day=reason.today,
        now_utc=reason.now_utc,
        private=reason.private,
    )
