"""Sessions as lists: any choice of item, days, track, tag and notes."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from sqlite3 import Connection

from tracker.database.values import day_to_text, text_to_day
from tracker.journal.rules.overlaps import (
    SessionSpan,
    overlapping_items,
    overlaps_by_day,
)
from tracker.journal.rules.records import (
    HoursTotal,
    Overlap,
    Session,
    SessionFilter,
    SessionRow,
)
from tracker.journal.store.overlaps import OVERLAP_STARTS, day_bounds, read_overlaps
from tracker.journal.store.session_filters import (
    conditions,
    filter_values,
    later_parts,
    where,
)
from tracker.journal.store.sessions import COLUMNS, FROM, session_from_row

# Newest first, so that a limit keeps the newest; whoever lists them turns them round.
ORDER = """order by session.day desc,
           coalesce(session.started_at, session.logged_at) desc, session.id desc
           limit :limit"""
# A session of 24 h has parts on two days. So many other sessions may stand between them
# in that order: those that overlap it, or that have no times.
_MOST_PARTS, _BETWEEN_PARTS = 2, 20
# By when they were, not by when they were written: the same order in any database.
CHRONICLE = f"""select {COLUMNS} {FROM} where session.day between :since and :until
                order by session.day, coalesce(session.started_at, session.logged_at),
                item.slug, session.uid"""
SUM = """select coalesce(sum(session.seconds), 0) as seconds, count(*) as sessions
         from session"""
LATER_PARTS = "select count(*) as sessions from session"
# From the overlaps outward, as in `clock_hours`.
OVERLAPPING = f"""select session.day, session.started_at,
                  session.started_at + session.seconds as ended_at,
                  item.slug as item, track.slug as track, session.tags
                  from session indexed by session_starts join item on item.id = session.item_id
                  join track on track.id = item.track_id
                  where session.started_at in ({OVERLAP_STARTS})
                  and session.day <= :until {{}} order by session.day"""


def find_sessions(
    db: Connection, chosen: SessionFilter, limit: int = -1
) -> list[Session]:
    """The sessions chosen, oldest first; of more than `limit`, the newest.

    The parts of a session over a day's start count as one.
    """
    values = filter_values(db, chosen)
    statement = f"select {COLUMNS} {FROM} {where(values)} {ORDER}"
    most_rows = limit * _MOST_PARTS + _BETWEEN_PARTS if limit >= 0 else limit
    rows = db.execute(statement, {**values, "limit": most_rows})
    sessions = [session_from_row(row) for row in rows]
    if limit >= 0:
        sessions = _newest(sessions, limit)
    sessions.reverse()
    return sessions


def _newest(sessions: Sequence[Session], limit: int) -> list[Session]:
    """The parts of the first `limit` sessions, those over a day's start whole."""
    heads = dict.fromkeys(session.part_of or session.uid for session in sessions)
    chosen = set(islice(heads, limit))
    return [s for s in sessions if (s.part_of or s.uid) in chosen]


def sessions_between(
    db: Connection, since: date | None = None, until: date | None = None
) -> Iterator[Session]:
    """The sessions between two days, oldest first, one by one.

    The same sessions come in the same order on any machine.
    """
    return map(session_from_row, read_chronicle(db, since, until))


def read_chronicle(
    db: Connection, since: date | None = None, until: date | None = None
) -> Iterator[SessionRow]:
    """The rows of `sessions_between`: a million records would take a second to make."""
    return db.execute(CHRONICLE, day_bounds(since, until))


def sum_sessions(db: Connection, chosen: SessionFilter) -> HoursTotal:
    """The total of all the sessions chosen; one over a day's start counts once."""
    values = filter_values(db, chosen)
    seconds, sessions = db.execute(f"{SUM} {where(values)}", values).fetchone()
    sessions -= count_later_parts(db, chosen)
    overlaps = read_overlaps_of(db, chosen)
    return HoursTotal(seconds, sessions, sum(day.seconds for day in overlaps))


def count_later_parts(db: Connection, chosen: SessionFilter) -> int:
    """How many sessions chosen are later parts of others chosen."""
    values = filter_values(db, chosen)
    statement = f"{LATER_PARTS} {later_parts(values)}"
    return int(db.execute(statement, values).fetchone()[0])


def read_overlaps_of(db: Connection, chosen: SessionFilter) -> list[Overlap]:
    """The days on which sessions chosen overlap each other, and by how many seconds."""
    if chosen.has_only_days:
        return read_overlaps(db, chosen.since, chosen.until)
    first = day_bounds(chosen.since, chosen.until)["since"]
    spans = (span[:3] for span in read_overlap_spans(db, chosen))
    return [
        Overlap(text_to_day(day), seconds)
        for day, seconds in overlaps_by_day(spans)
        if seconds and day >= first
    ]


def overlapping_items_on(
    db: Connection, chosen: SessionFilter, day: date
) -> tuple[str, ...]:
    """The slugs of the items that the overlap of a day is about."""
    spans = read_overlap_spans(db, chosen._replace(since=day, until=day))
    return overlapping_items(day_to_text(day), spans)


def overlapping(names: Iterable[str]) -> str:
    """The read of the sessions that may overlap each other, of those chosen."""
    beside_days = [name for name in names if name not in ("since", "until")]
    return OVERLAPPING.format(f"and {conditions(beside_days)}" if beside_days else "")


def read_overlap_spans(db: Connection, chosen: SessionFilter) -> list[SessionSpan]:
    """The sessions chosen that may overlap each other, sorted by day.

    Those of up to two days before the first day chosen are among them.
    """
    values = filter_values(db, chosen)
    bounds = day_bounds(chosen.since, chosen.until)
    rows = db.execute(overlapping(values), {**values, **bounds})
    return list(map(SessionSpan._make, rows))
