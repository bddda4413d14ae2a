"""A look back at one week, read from all that was recorded."""

from datetime import date
from sqlite3 import Connection

from tracker.journal.store.clock_hours import first_day
from tracker.plans.rules.breaks import days_off
from tracker.plans.rules.plans import given_up_slugs, plan_end_days, plan_statuses
from tracker.plans.rules.week_changes import find_changes
from tracker.plans.rules.week_hours import SIX_DAYS
from tracker.plans.rules.week_look import WeekLook
from tracker.plans.service.week_hours import read_week_hours
from tracker.plans.store.breaks import read_breaks
from tracker.plans.store.notes import read_notes
from tracker.plans.store.plans import read_plans
from tracker.plans.store.week_plans import read_week_plan
from tracker.readiness.store.facts import read_facts


def read_week_look(db: Connection, monday: date, today: date) -> WeekLook:
    """The week from `monday` until its Sunday, or until `today`."""
    raw, until = db, min(monday + SIX_DAYS, today)
    facts, entries, first = read_facts(db), read_plans(db), first_day(raw)
    plans = plan_statuses(entries, plan_end_days(facts, entries), given_up_slugs(facts))
    return WeekLook(
        today,
        read_week_hours(raw, monday, until, facts),
        find_changes(facts, plans, read_notes(db), monday, until),
        off=days_off(read_breaks(db), monday, monday + SIX_DAYS),
        has_before=first is not None and first < monday,
        plan=read_week_plan(raw, monday),
        plans=plans,
    )
