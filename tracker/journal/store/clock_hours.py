"""Hours on the clock: what was logged, less what ran at the same time.

These are the hours that totals and exports state.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby
from sqlite3 import Connection

from tracker.database.values import day_to_text, text_to_day
from tracker.journal.rules.experiments import Experiment, parts_from_text
from tracker.journal.rules.overlaps import overlaps_by_day
from tracker.journal.rules.records import AttemptHours, HoursTotal
from tracker.journal.store.grouped_hours import BETWEEN, item_sum, item_totals
from tracker.journal.store.overlaps import OVERLAP_STARTS, day_bounds, read_overlaps

_AMOUNT = """select coalesce(sum(seconds), 0) as seconds, count(*) as sessions
             from session {}"""
AMOUNT_WHOLE, AMOUNT_WITHIN = _AMOUNT.format(""), _AMOUNT.format(BETWEEN)
OVERLAP = """select coalesce(sum(seconds), 0) as seconds from overlap
             where day between :since and :until"""
BY_DAY = """select day, sum(seconds) as seconds from session
            where day between :since and :until group by day order by day"""
FIRST_DAY = "select min(day) as day from session"
LAST_ITEM = """select item.slug from session join item on item.id = session.item_id
               where day = :day order by coalesce(started_at, logged_at) desc,
               session.id desc limit 1"""
# From each day straight to the one before: a log has far more sessions than days.
STUDY_DAYS = """with recursive study (day) as (
                select max(day) from session where day <= :until
                union all select (select max(day) from session
                                  where day < study.day)
                from study where study.day is not null)
                select day from study where day is not null"""
# From the overlaps outward: where no sessions overlap, none of one item do.
_SELF_OVERLAPS = f"""select item.slug as item, session.day, session.started_at,
                     session.started_at + session.seconds as ended_at
                     from session indexed by session_starts join item on item.id = session.item_id
                     where session.started_at in ({OVERLAP_STARTS})
                     and session.day <= :until {{}}
                     order by session.item_id, session.day"""
_THE_ITEM = "and session.item_id = (select id from item where slug = :item)"
SELF_OVERLAPS = _SELF_OVERLAPS.format("")
SELF_OVERLAPS_OF_ITEM = _SELF_OVERLAPS.format(_THE_ITEM)
# An attempt is open until it or its milestone is dropped, or it has a result.
_OPEN = """from attempt join milestone on milestone.id = attempt.milestone_id
           where {} and attempt.dropped is null
           and not exists (select 1 from result
                where result.milestone_id = milestone.id
                and coalesce(result.item_id, attempt.item_id) = attempt.item_id)
           and not exists (select 1 from milestone_state
                where milestone_state.milestone_id = milestone.id)"""
# The tightest limit first.
LEDGER = f"""select milestone.slug as milestone, attempt.since,
             milestone.within_low as low, milestone.within_high as high
             {_OPEN.format("attempt.item_id = :item")}
             and milestone.within_high is not null
             order by milestone.within_high, milestone.slug limit 1"""
# The phases of the attempt, else those shipped with its milestone, else its budget; the
# latest begun first. Without phases of its own it counts the items of those shipped.
_SHIPPED = """select group_concat(seconds || ' ' || phase, char(10)) from
              (select seconds, phase from milestone_phase
               where milestone_id = milestone.id order by position)"""
_PHASE_OF = """(select 1 from milestone_phase where attempt.phases is null
               and milestone_id = milestone.id and item_id = {})"""
_COUNTS = f"""(attempt.item_id = :item or (exists {_PHASE_OF.format("attempt.item_id")}
              and exists {_PHASE_OF.format(":item")}))"""
_ITEMS = """select group_concat(slug, ' ') from
            (select item.slug from milestone_phase
             join item on item.id = milestone_phase.item_id
             where milestone_id = milestone.id and attempt.phases is null
             order by milestone_phase.position)"""
EXPERIMENT = f"""select milestone.slug as milestone, attempt.since,
                 coalesce(attempt.phases, ({_SHIPPED}), milestone.budget || ' ')
                 as parts, ({_ITEMS}) as items
                 {_OPEN.format(_COUNTS)} and attempt.decision is null
                 and (attempt.phases is not null or milestone.budget is not null)
                 order by attempt.since desc, milestone.slug limit 1"""


def total_between(
    db: Connection, since: date | None = None, until: date | None = None
) -> HoursTotal:
    """The total between two days, both included; None is without end."""
    statement = AMOUNT_WITHIN if since or until else AMOUNT_WHOLE
    seconds, sessions = db.execute(statement, day_bounds(since, until)).fetchone()
    return HoursTotal(seconds, sessions, overlap_between(db, since, until))


def clock_seconds(
    db: Connection, since: date | None = None, until: date | None = None
) -> int:
    """Seconds on the clock between two days, both included."""
    return total_between(db, since, until).clock


def overlap_between(
    db: Connection, since: date | None = None, until: date | None = None
) -> int:
    """Seconds between two days on which more than one timed session ran."""
    return int(db.execute(OVERLAP, day_bounds(since, until)).fetchone()[0])


def item_clock(
    db: Connection, item: str, since: date | None = None, until: date | None = None
) -> int:
    """Seconds on the clock of the item with that slug, between two days.

    An overlap with another item takes nothing off.
    """
    overlaps = item_overlaps(db, item, since, until)
    return item_sum(db, item, since, until) - sum(overlaps.values())


def item_clocks(
    db: Connection, since: date | None = None, until: date | None = None
) -> dict[str, int]:
    """`item_clock` of each item that has a session between two days, by slug."""
    bounds = day_bounds(since, until)
    totals = {row.key: row.seconds for row in item_totals(db, since, until)}
    for item, _, seconds in _self_overlaps(db.execute(SELF_OVERLAPS, bounds), bounds):
        totals[item] -= seconds
    return totals


def item_overlaps(
    db: Connection, item: str, since: date | None = None, until: date | None = None
) -> dict[str, int]:
    """By day (ISO), the seconds that the item with that slug overlaps itself."""
    bounds = day_bounds(since, until)
    spans = db.execute(SELF_OVERLAPS_OF_ITEM, {"item": item, **bounds})
    return {day: seconds for _, day, seconds in _self_overlaps(spans, bounds)}


def day_clocks(
    db: Connection, since: date | None = None, until: date | None = None
) -> dict[date, int]:
    """Seconds on the clock of each day that has a session."""
    rows = db.execute(BY_DAY, day_bounds(since, until))
    days = {text_to_day(day): seconds for day, seconds in rows}
    for overlap in read_overlaps(db, since, until):
        days[overlap.day] -= overlap.seconds
    return days


def study_days(db: Connection, until: date) -> Iterator[date]:
    """The days with a session, up to `until`, the latest first; read as asked for."""
    for (day,) in db.execute(STUDY_DAYS, {"until": day_to_text(until)}):
        yield text_to_day(day)


def first_day(db: Connection) -> date | None:
    """The earliest day with a session."""
    day = db.execute(FIRST_DAY).fetchone()[0]
    return text_to_day(day) if day else None


def last_item(db: Connection, day: date) -> str:
    """The slug of the item of the last session on a day that has one."""
    return str(db.execute(LAST_ITEM, {"day": day_to_text(day)}).fetchone()[0])


def find_ledger(
    db: Connection, item_id: int, item: str, until: date
) -> AttemptHours | None:
    """The item's open attempt at a milestone that counts within some hours."""
    row = db.execute(LEDGER, {"item": item_id}).fetchone()
    if row is None:
        return None
    milestone, since_text, low, high = row
    since = text_to_day(since_text)
    return AttemptHours(milestone, since, low, high, item_clock(db, item, since, until))


def find_experiment(
    db: Connection, item_id: int, item: str, until: date
) -> Experiment | None:
    """The item's open attempt that has phases or a budget, and no decision yet."""
    row = db.execute(EXPERIMENT, {"item": item_id}).fetchone()
    if row is None:
        return None
    milestone, since_text, text, phase_items = row
    since, parts = text_to_day(since_text), parts_from_text(text)
    items = (phase_items or "").split()
    if item not in items:
        return Experiment(milestone, since, parts, item_clock(db, item, since, until))
    spent = [item_clock(db, slug, since, until) for slug in items]
    phase = items.index(item)
    return Experiment(milestone, since, parts, sum(spent), tuple(spent), phase)


def _self_overlaps(
    spans: Iterable[tuple[str, str, int, int]], bounds: Mapping[str, str]
) -> Iterator[tuple[str, str, int]]:
    """Item, day (ISO) and the seconds that the item overlaps itself on that day.

    `spans` are item, day, start and end, sorted by item and day.
    """
    for item, rows in groupby(spans, key=lambda row: row[0]):
        for day, seconds in overlaps_by_day(row[1:] for row in rows):
            if seconds and day >= bounds["since"]:
                yield item, day, seconds
