"""Hours on the clock: what was logged, less what ran at the same time. These are what is stated to others."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import groupby
from sqlite3 import Connection

from tracker.database.values import text_to_day
from tracker.journal.rules.experiments import Experiment, parts_out
from tracker.journal.rules.limits import overlap_seconds
from tracker.journal.rules.records import Amount, AttemptHours
from tracker.journal.store.overlaps import bounds, overlaps
from tracker.journal.store.totals import BETWEEN, item_sum, totals

_AMOUNT = (
    "select coalesce(sum(seconds), 0) as seconds, count(*) as sessions from session {}"
)
AMOUNT_WHOLE, AMOUNT_WITHIN = _AMOUNT.format(""), _AMOUNT.format(BETWEEN)
OVERLAP = "select coalesce(sum(seconds), 0) as seconds from overlap where day between :since and :until"
BY_DAY = """select day, sum(seconds) as seconds from session where day between :since and :until group by day
            order by day"""
FIRST_DAY = "select min(day) as day from session"
# From the overlaps outward: they are few, and no other day can hold any. The `+` keeps the span of days from being
# asked of the sessions again: of one item it would then read all of the span anew for each overlap.
_OWN = """select item.slug as item, session.day, session.started_at, session.started_at + session.seconds as ended_at
          from overlap cross join session on session.day = +overlap.day join item on item.id = session.item_id
          where overlap.day between :since and :until and session.started_at is not null {}
          order by session.item_id, session.day"""
OWN, OWN_OF_ITEM = (
    _OWN.format(""),
    _OWN.format("and session.item_id = (select id from item where slug = :item)"),
)
# An attempt stands open while neither it nor its milestone is given up, and it has no result.
_OPEN = """from attempt join milestone on milestone.id = attempt.milestone_id
           where attempt.item_id = :item and attempt.dropped is null
           and not exists (select 1 from result where result.milestone_id = milestone.id
                           and coalesce(result.item_id, attempt.item_id) = attempt.item_id)
           and not exists (select 1 from milestone_state where milestone_state.milestone_id = milestone.id)"""
# The tightest bound first.
LEDGER = f"""select milestone.slug as milestone, attempt.since, milestone.within_low as low,
             milestone.within_high as high {_OPEN} and milestone.within_high is not null
             order by milestone.within_high, milestone.slug limit 1"""
# The phases said for an attempt, else those its milestone is shipped with, else its budget; the latest begun first.
_SHIPPED = """select group_concat(seconds || ' ' || phase, char(10)) from
              (select seconds, phase from milestone_phase where milestone_id = milestone.id order by position)"""
EXPERIMENT = f"""select milestone.slug as milestone, attempt.since,
                 coalesce(attempt.phases, ({_SHIPPED}), milestone.budget || ' ') as parts {_OPEN}
                 and attempt.decision is null and (attempt.phases is not null or milestone.budget is not null)
                 order by attempt.since desc, milestone.slug limit 1"""
ONE_WEEK = timedelta(days=7)


def amount(
    db: Connection, since: date | None = None, until: date | None = None
) -> Amount:
    """All that was logged between two days, both included, and its overlap; None is without end."""
    statement = AMOUNT_WITHIN if since or until else AMOUNT_WHOLE
    seconds, sessions = db.execute(statement, bounds(since, until)).fetchone()
    return Amount(seconds, sessions, overlap_between(db, since, until))


def clock_seconds(
    db: Connection, since: date | None = None, until: date | None = None
) -> int:
    """Seconds on the clock between two days, both included."""
    return amount(db, since, until).clock


def overlap_between(
    db: Connection, since: date | None = None, until: date | None = None
) -> int:
    """Seconds between two days on which more than one timed session ran."""
    return int(db.execute(OVERLAP, bounds(since, until)).fetchone()[0])


def seconds_between(
    db: Connection, item: str, since: date | None = None, until: date | None = None
) -> int:
    """Seconds on the clock of the item of that slug between two days; overlaps with other items take nothing off."""
    rows = db.execute(OWN_OF_ITEM, {"item": item, **bounds(since, until)})
    return item_sum(db, item, since, until) - sum(_own(rows).values())


def item_clocks(
    db: Connection, since: date | None = None, until: date | None = None
) -> dict[str, int]:
    """Seconds on the clock of each item that has a session between two days, by slug, as `seconds_between`."""
    own = _own(db.execute(OWN, bounds(since, until)))
    return {
        line.key: line.seconds - own.get(line.key, 0)
        for line in totals(db, since, until)
    }


def day_clocks(
    db: Connection, since: date | None = None, until: date | None = None
) -> dict[date, int]:
    """Seconds on the clock of each day that has a session."""
    found = {
        text_to_day(day): seconds
        for day, seconds in db.execute(BY_DAY, bounds(since, until))
    }
    for twice in overlaps(db, since, until):
        found[twice.day] -= twice.seconds
    return found


def week_clocks(db: Connection, until: date) -> list[tuple[date, int]]:
    """Each Monday and its week's seconds on the clock, idle weeks too, from the first session's to `until`'s week."""
    seconds: dict[date, int] = {}
    for day, clock in day_clocks(db, None, until).items():
        monday = day - timedelta(days=day.weekday())
        seconds[monday] = seconds.get(monday, 0) + clock
    found, monday = [], min(seconds, default=until + ONE_WEEK)
    while monday <= until:
        found.append((monday, seconds.get(monday, 0)))
        monday += ONE_WEEK
    return found


def first_day(db: Connection) -> date | None:
    """The earliest day with a session."""
    found = db.execute(FIRST_DAY).fetchone()[0]
    return text_to_day(found) if found else None


def ledger(db: Connection, item_id: int, item: str, until: date) -> AttemptHours | None:
    """The open attempt with an item at a milestone that counts only within some hours, with what it has used."""
    row = db.execute(LEDGER, {"item": item_id}).fetchone()
    if row is None:
        return None
    milestone, since, low, high = row
    return AttemptHours(
        milestone,
        text_to_day(since),
        low,
        high,
        seconds_between(db, item, text_to_day(since), until),
    )


def experiment(
    db: Connection, item_id: int, item: str, until: date
) -> Experiment | None:
    """The open attempt with an item that has phases or a budget and waits for its decision, with what it has used."""
    row = db.execute(EXPERIMENT, {"item": item_id}).fetchone()
    if row is None:
        return None
    milestone, since, parts = row
    return Experiment(
        milestone,
        text_to_day(since),
        parts_out(parts),
        seconds_between(db, item, text_to_day(since), until),
    )


def _own(rows: Iterable[tuple[str, str, int, int]]) -> dict[str, int]:
    """Seconds that each item ran beside itself, from rows sorted by item and day."""
    own: dict[str, int] = {}
    for item, _, seconds in own_days(rows):
        own[item] = own.get(item, 0) + seconds
    return own


def own_days(
    rows: Iterable[tuple[str, str, int, int]],
) -> Iterator[tuple[str, str, int]]:
    """Item, day, and the seconds that it ran beside itself then, from rows sorted by item and day."""
    for (item, day), spans in groupby(rows, key=lambda row: row[:2]):
        yield item, day, overlap_seconds((start, end) for _, _, start, end in spans)
