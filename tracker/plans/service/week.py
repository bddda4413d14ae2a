"""What a week is told from."""

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
from tracker.plans.rules.breaks import soon
from tracker.plans.rules.plans import planned
from tracker.plans.rules.week import (
    Week,
    days_so_far,
    next_steps,
    over_with,
    studied,
    target_role,
)
from tracker.plans.store.breaks import read_breaks
from tracker.plans.store.plans import read_plans
from tracker.readiness.rules.records import Facts
from tracker.readiness.store.facts import read_facts, read_roles
from tracker.text.periods import week_of


def read_week(db: Connection, today: date, now: int, settings: Settings) -> Week:
    """The week of `today` so far; `now` is UTC seconds."""
    since, until = week_of(today).since, week_of(today).until
    assert since and until
    known, said = read_facts(db), read_plans(db)
    items = {item.slug: item for item in known.items}
    standing = milestone_statuses(
        known.milestones, known.attempts, known.results, known.dropped, today
    )
    timer = running_timer(raw_connection(db))
    return Week(
        today,
        since,
        until,
        days=days_so_far(since, today, day_clocks(raw_connection(db), since, until)),
        rows=studied(item_clocks(raw_connection(db), since, until), items, standing),
        seconds=clock_seconds(raw_connection(db), since, until),
        meant=settings.pace,
        timer=timer,
        elapsed=max(now - timer.started_at, 0) if timer else 0,
        planned=planned(said, over_with(known, said)),
        actions=next_steps(
            known,
            target_role(
                read_roles(db), settings.get("target"), settings.get("variant")
            ),
        ),
        breaks=soon(read_breaks(db), since, today),
        begun=timer is not None or _begun(db, known),
    )


def _begun(db: Connection, known: Facts) -> bool:
    """Whether anything was logged, remembered, tried or reached."""
    return (
        bool(known.attempts or known.results or read_recollections(raw_connection(db)))
        or first_day(raw_connection(db)) is not None
    )
