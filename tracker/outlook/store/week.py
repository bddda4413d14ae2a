"""What a week is told from."""

from datetime import date

from sqlalchemy import Connection

from tracker.database.bridge import raw
from tracker.database.settings import Settings
from tracker.journal.store.clock import clock_seconds, day_clocks, first_day, item_clocks
from tracker.journal.store.timer import recollected, running
from tracker.milestones.rules.standing import standings
from tracker.outlook.rules.breaks import soon
from tracker.outlook.rules.plans import planned
from tracker.outlook.rules.week import Week, aim, days_so_far, next_steps, over_with, studied
from tracker.outlook.store.breaks import breaks
from tracker.outlook.store.plans import plans
from tracker.readiness.rules.records import Facts
from tracker.readiness.store.reading import facts, roles
from tracker.words.periods import week_of


def week(db: Connection, today: date, now: int, settings: Settings) -> Week:
    """The week of `today` so far; `now` is UTC seconds."""
    since, until = week_of(today).since, week_of(today).until
    assert since and until
    known, said = facts(db), plans(db)
    items = {item.slug: item for item in known.items}
    standing = standings(known.milestones, known.attempts, known.results, known.dropped, today)
    timer = running(raw(db))
    return Week(
        today,
        since,
        until,
        days=days_so_far(since, today, day_clocks(raw(db), since, until)),
        rows=studied(item_clocks(raw(db), since, until), items, standing),
        seconds=clock_seconds(raw(db), since, until),
        meant=settings.pace,
        timer=timer,
        elapsed=max(now - timer.started_at, 0) if timer else 0,
        planned=planned(said, over_with(known, said)),
        actions=next_steps(known, aim(roles(db), settings.get("target"), settings.get("variant"))),
        breaks=soon(breaks(db), since, today),
        begun=timer is not None or _begun(db, known),
    )


def _begun(db: Connection, known: Facts) -> bool:
    """Whether anything was logged, remembered, tried or reached."""
    return bool(known.attempts or known.results or recollected(raw(db))) or first_day(raw(db)) is not None
