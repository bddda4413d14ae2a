"""Plans read with what became of them, and entries about them saved."""

from datetime import date

from sqlalchemy import Connection

from tracker.plans.rules.plan_checks import (
    check_due,
    check_not_just_reached,
    check_open,
    check_planned,
    check_withdrawable,
)
from tracker.plans.rules.plans import (
    PlanStatus,
    given_up_slugs,
    plan_end_days,
    plan_statuses,
)
from tracker.plans.store.plans import read_plans, save_plan
from tracker.readiness.store.facts import read_facts


def read_plan_statuses(db: Connection) -> tuple[PlanStatus, ...]:
    """All plans, earliest due first."""
    facts, plans = read_facts(db), read_plans(db)
    return plan_statuses(plans, plan_end_days(facts, plans), given_up_slugs(facts))


def find_plan(db: Connection, slug: str) -> PlanStatus | None:
    """The plan for the item or milestone of that slug."""
    for plan in read_plan_statuses(db):
        if plan.subject == slug:
            return plan
    return None


def set_plan(
    db: Connection, slug: str, due: date, *, reason: str, today: date, now_utc: int
) -> bool:
    """Plan `slug` for `due`; return whether that changed the plan.

    With a reason and the due day of the plan, only the reason is added. Raises Refused
    for what cannot be planned.
    """
    plan = find_plan(db, slug)
    if reason and plan and plan.latest == due:
        save_plan(db, slug, due, because=reason, day=today, now_utc=now_utc)
        return False
    facts = read_facts(db)
    check_open(slug, facts)
    check_not_just_reached(slug, facts, today)
    check_due(slug, due, plan, today)
    save_plan(db, slug, due, because=reason, day=today, now_utc=now_utc)
    return True


def withdraw_plan(
    db: Connection, slug: str, *, reason: str, today: date, now_utc: int
) -> None:
    """Withdraw the plan for `slug`. Raises Refused where there is none."""
    check_withdrawable(slug, find_plan(db, slug))
    save_plan(db, slug, None, because=reason, day=today, now_utc=now_utc)


def add_reason(
    db: Connection, slug: str, *, reason: str, today: date, now_utc: int
) -> None:
    """Add a reason to the last entry about `slug`. Raises Refused without a plan."""
    plan = find_plan(db, slug)
    check_planned(slug, plan)
    due = plan.latest if plan else None
    save_plan(db, slug, due, because=reason, day=today, now_utc=now_utc)
