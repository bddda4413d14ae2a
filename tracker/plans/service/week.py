"""The week so far, read from all that it shows."""

from datetime import date

from sqlalchemy import Connection

from tracker.database.bridge import raw_connection
from tracker.database.settings import Settings
from tracker.journal.store.clock_hours import (
    clock_seconds,
    day_clocks,
    first_day,
    item_clocks,
)
from tracker.journal.store.timer import read_recollections, running_timer
from tracker.milestones.rules.status import milestone_statuses
from tracker.plans.rules.breaks import current_breaks
from tracker.plans.rules.plans import open_plans
from tracker.plans.rules.week import (
    Week,
    closed_slugs,
    days_so_far,
    empty_week,
    item_weeks,
    next_steps,
    target_role,
)
from tracker.plans.store.breaks import read_breaks
from tracker.plans.store.plans import read_plans
from tracker.readiness.rules.gaps import find_role_gaps
from tracker.readiness.rules.records import Facts
from tracker.readiness.rules.role_comparison import find_claimed_roles, judge_all_roles
from tracker.readiness.rules.strengths import find_strengths
from tracker.readiness.service.pace import read_pace
from tracker.readiness.store.facts import read_facts, read_roles


def read_week(db: Connection, today: date, now_utc: int, settings: Settings) -> Week:
    """The week of `today` so far."""
    empty = empty_week(today)
    since, until = empty.since, empty.until
    raw, facts, plans = raw_connection(db), read_facts(db), read_plans(db)
    statuses = milestone_statuses(
        facts.milestones, facts.attempts, facts.results, facts.dropped, today
    )
    items = {item.slug: item for item in facts.items}
    timer = running_timer(raw)
    roles, strengths = read_roles(db), find_strengths(facts)
    target = target_role(roles, settings.get("target"), settings.get("variant"))
    gaps = find_role_gaps(*target, facts) if target else None
    actions = next_steps(facts, strengths, gaps)
    judged = judge_all_roles(roles, facts, strengths)
    return Week(
        read_pace(db, settings, today),
        since,
        until,
        days=days_so_far(since, today, day_clocks(raw, since, until)),
        rows=item_weeks(item_clocks(raw, since, until), items, statuses.values()),
        seconds=clock_seconds(raw, since, until),
        timer=timer,
        elapsed=max(now_utc - timer.started_at, 0) if timer else 0,
        planned=open_plans(plans, closed_slugs(facts, plans)),
        actions=actions,
        breaks=current_breaks(read_breaks(db), since, today),
        begun=timer is not None or _has_begun(db, facts),
        has_target=gaps is not None,
        next_item=next((items[a.slug] for a in actions if a.slug in items), None),
        openings=gaps.openings if gaps else (),
        other_roles=find_claimed_roles(gaps.readiness, judged) if gaps else (),
    )


def _has_begun(db: Connection, facts: Facts) -> bool:
    """Whether anything was logged, remembered, tried or reached."""
    if facts.attempts or facts.results:
        return True
    raw = raw_connection(db)
    return bool(read_recollections(raw)) or first_day(raw) is not None
