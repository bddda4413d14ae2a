"""The week so far, read from all that it shows."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from sqlite3 import Connection

from tracker.database.settings import Settings
from tracker.journal.store.clock_hours import last_item
from tracker.journal.store.timer import read_recollections
from tracker.plans.rules.breaks import current_breaks, days_off
from tracker.plans.rules.plans import PlanStatus, open_plans
from tracker.plans.rules.week import (
    NextSteps,
    Outlook,
    Week,
    closed_slugs,
    days_since_session,
    is_evening,
    next_steps,
    target_role,
)
from tracker.plans.rules.week_hours import ONE_DAY, ONE_WEEK
from tracker.plans.rules.week_record import NO_RECORD, FirstRecord, first_record
from tracker.plans.rules.year import find_spans
from tracker.plans.service.week_hours import read_week_hours, read_week_timer
from tracker.plans.service.year import read_year
from tracker.plans.store.breaks import read_breaks
from tracker.plans.store.plans import read_plans
from tracker.plans.store.week_plans import read_week_plan
from tracker.readiness.rules.gaps import Gaps, find_role_gaps
from tracker.readiness.rules.pace import Pace, is_week_off
from tracker.readiness.rules.records import Facts, Role
from tracker.readiness.rules.role_comparison import find_claimed_roles, judge_all_roles
from tracker.readiness.rules.strengths import find_strengths
from tracker.readiness.service.pace import read_pace
from tracker.readiness.store.facts import read_facts, read_roles
from tracker.text.periods import week_start

RECENT = ONE_WEEK * 12  # whole weeks that are shown beside this one
# Finds the outlooks of open plans from the facts, the gaps of the target and the pace.
OutlookFinder = Callable[
    [Connection, Sequence[PlanStatus], Facts, Gaps | None, Pace], Iterable[Outlook]
]


def read_week(
    db: Connection,
    now: datetime,
    today: date,
    settings: Settings,
    find_outlooks: OutlookFinder,
) -> Week:
    """The week of `today` so far; outlooks are only found where something is planned."""
    raw, since = db, week_start(today)
    facts, plans, breaks = read_facts(db), read_plans(db), read_breaks(db)
    roles, pace = read_roles(db), read_pace(db, settings, today)
    target = target_role(roles, settings.get("target"), settings.get("variant"))
    gaps = find_role_gaps(*target, facts) if target else None
    planned = open_plans(plans, closed_slugs(facts, plans))
    running = read_week_timer(raw, now, since, settings.day_starts)
    begun = running is not None or pace.stretch is not None
    return Week(
        pace,
        read_week_hours(raw, since, today, facts)._replace(running=running),
        last_item=_read_last_item(raw, pace),
        planned=tuple(find_outlooks(db, planned, facts, gaps, pace) if planned else ()),
        steps=_find_steps(roles, facts, gaps),
        breaks=current_breaks(breaks, since, today),
        begun=begun,
        record=NO_RECORD if begun else _read_record(raw, facts, target),
        is_evening=is_evening(now, today),
        plan=read_week_plan(raw, since),
        recent=find_spans(read_year(db, since - RECENT, since - ONE_DAY), "week"),
        was_off=is_week_off(
            since - ONE_WEEK, days_off(breaks, since - ONE_WEEK, since)
        ),
    )


def _read_last_item(raw: Connection, pace: Pace) -> str | None:
    """The item of the last session, if that is some days ago."""
    if pace.stretch is None or days_since_session(pace) is None:
        return None
    return last_item(raw, pace.stretch.last)


def _read_record(
    raw: Connection, facts: Facts, target: tuple[Role, object] | None
) -> FirstRecord:
    recalled = sum(hours.seconds for hours in read_recollections(raw))
    return first_record(facts, target[0] if target else None, recalled)


def _find_steps(roles: Sequence[Role], facts: Facts, gaps: Gaps | None) -> NextSteps:
    strengths = find_strengths(facts)
    actions = next_steps(facts, strengths, gaps)
    items = {item.slug: item for item in facts.items}
    item = next((items[a.slug] for a in actions if a.slug in items), None)
    if gaps is None:
        return NextSteps(actions, item)
    judged = judge_all_roles(roles, facts, strengths)
    claimed = find_claimed_roles(gaps.readiness, judged)
    return NextSteps(actions, item, openings=gaps.openings, other_roles=claimed)
