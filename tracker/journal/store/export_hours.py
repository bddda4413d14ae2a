"""Hours by tag, by source and by track, for exports."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import date
from sqlite3 import Connection
from typing import NamedTuple

from tracker.database.values import text_to_day
from tracker.journal.rules.overlaps import DaySpan, overlaps_by_day, sum_overlaps
from tracker.journal.rules.records import SessionFilter
from tracker.journal.rules.report_rows import row_overlaps
from tracker.journal.store.overlaps import OVERLAP_STARTS, day_bounds
from tracker.journal.store.session_lists import read_overlap_spans

# The source of an imported session is the format of its file: `toggl`, not `imported`.
_SOURCE = "coalesce(import_batch.format, session.source)"
# The parts of a session over midnight are one session, where the first one counts too.
_FIRST = """left join session as first on first.uid = session.part_of
            and first.day between :since and :until"""
# Most sessions are asked for: reading them in order takes half the time of an index.
_FROM = """from session not indexed
           left join import_batch on import_batch.id = session.batch_id"""
_OF = """(:item is null
          or session.item_id = (select id from item where slug = :item))"""
TAGGED = f"""select session.tags, {_SOURCE} as source, sum(session.seconds) as seconds,
             count(*) - count(first.uid) as sessions,
             count(distinct case when session.edited_at > session.logged_at
                   then coalesce(first.uid, session.uid) end) as changed
             {_FROM} {_FIRST} where session.day between :since and :until and {_OF}
             group by session.tags, {_SOURCE} order by session.tags, source"""
# From the overlaps outward, as in `clock_hours`.
OVERLAPPING = f"""select session.tags, session.day, session.started_at,
                  session.started_at + session.seconds as ended_at
                  from session indexed by session_starts
                  where session.started_at in ({OVERLAP_STARTS})
                  and session.day <= :until and {_OF} order by session.day"""
DAY_TAGS = f"""select day, tags, sum(seconds) as seconds from session
               where day between :since and :until and {_OF}
               group by day, tags order by day"""
_WITH_TAG = """select distinct item.slug from session
              join item on item.id = session.item_id
              where ' ' || session.tags || ' ' like '% ' || :tag || ' %'"""
_DAYS = """select session.day, item.track_id, sum(session.seconds) as seconds
           from (select day, item_id, sum(seconds) as seconds from session
                 where day between :since and :until group by day, item_id) as session
           join item on item.id = session.item_id group by session.day, item.track_id"""
TRACK_DAYS = f"""select total.day, track.slug as track, track.title, total.seconds,
                 track.position as place
                 from ({_DAYS}) as total join track on track.id = total.track_id
                 order by total.day, track.position"""

# Which part of a table the sessions with those tags belong to.
PartOf = Callable[[tuple[str, ...]], str]


class TaggedHours(NamedTuple):
    """Seconds of sessions with the same tags and the same source.

    `changed` is how many of these sessions were edited after they were logged.
    """

    tags: tuple[str, ...]
    source: str
    seconds: int
    sessions: int
    changed: int


class TrackDay(NamedTuple):
    """Seconds of a track on a day; time that two of its sessions share counts once.

    `place` is the track's place in the catalogue, from 0.
    """

    day: date
    track: str
    title: str
    seconds: int
    place: int


def hours_by_tags(
    db: Connection,
    item: str | None,
    since: date | None = None,
    until: date | None = None,
) -> list[TaggedHours]:
    """Hours between two days, of one item or (None) of all, by tags and source."""
    rows = db.execute(TAGGED, {"item": item, **day_bounds(since, until)})
    return [TaggedHours(tuple(tags.split()), *rest) for tags, *rest in rows]


def overlaps_by_tags(
    db: Connection,
    part_of: PartOf,
    item: str | None,
    since: date | None = None,
    until: date | None = None,
) -> dict[str, int]:
    """By part, the seconds in which more than one of its sessions ran.

    `part_of` says which part a session with those tags belongs to.
    """
    bounds = day_bounds(since, until)
    parts = _overlapping(db, part_of, item, bounds)
    return {part: sum_overlaps(spans, bounds["since"]) for part, spans in parts.items()}


def _overlapping(
    db: Connection, part_of: PartOf, item: str | None, bounds: Mapping[str, str]
) -> dict[str, list[DaySpan]]:
    """By part, its sessions of the days that decide the overlaps, sorted by day."""
    parts = defaultdict[str, list[DaySpan]](list)
    for tags, *span in db.execute(OVERLAPPING, {"item": item, **bounds}):
        parts[part_of(tuple(tags.split()))].append((span[0], span[1], span[2]))
    return parts


def day_parts(
    db: Connection,
    part_of: PartOf,
    item: str | None,
    since: date | None = None,
    until: date | None = None,
) -> dict[str, dict[str, int]]:
    """By day (ISO), the earliest first, and part: seconds; overlaps in it count once.

    `part_of` says which part a session with those tags belongs to.
    """
    bounds = day_bounds(since, until)
    days = defaultdict[str, dict[str, int]](lambda: defaultdict(int))
    for day, tags, seconds in db.execute(DAY_TAGS, {"item": item, **bounds}):
        days[day][part_of(tuple(tags.split()))] += seconds
    for part, spans in _overlapping(db, part_of, item, bounds).items():
        for day, seconds in overlaps_by_day(spans):
            if day in days:
                days[day][part] -= seconds
    return {day: dict(parts) for day, parts in days.items()}


def agent_days(db: Connection, tag: str) -> dict[str, dict[date, int]]:
    """By item and day, the seconds in which only sessions with that tag ran."""
    days = {}
    for (item,) in db.execute(_WITH_TAG, {"tag": tag}).fetchall():
        whole = day_parts(db, lambda _: "all", item)
        parts = day_parts(db, lambda tags: str(tag in tags), item)
        days[item] = {
            text_to_day(day): sum(seconds.values()) - parts[day].get(str(False), 0)
            for day, seconds in whole.items()
        }
    return days


def track_days(
    db: Connection, since: date | None = None, until: date | None = None
) -> list[TrackDay]:
    """Hours of each track on each day between two; the earliest first."""
    spans = read_overlap_spans(db, SessionFilter(since=since, until=until))
    less: dict[tuple[str, str], int] = defaultdict(int)
    for group in row_overlaps(spans, ["day", "track"], since):
        less[group.day, group.track] += group.seconds
    return [
        TrackDay(text_to_day(day), track, title, seconds + less[day, track], place)
        for day, track, title, seconds, place in db.execute(
            TRACK_DAYS, day_bounds(since, until)
        )
    ]
