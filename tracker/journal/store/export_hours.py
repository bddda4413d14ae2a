"""Hours by tag, by source and by track, for exports."""

from datetime import date
from sqlite3 import Connection
from typing import NamedTuple

from tracker.database.values import text_to_day
from tracker.journal.store.overlaps import day_bounds

# The source of an imported session is the format of its file: `toggl`, not `imported`.
_SOURCE = "coalesce(import_batch.format, session.source)"
# Most sessions are asked for: reading them in order takes half the time of an index.
_FROM = """from session not indexed
           left join import_batch on import_batch.id = session.batch_id"""
_OF = """(:item is null
          or session.item_id = (select id from item where slug = :item))"""
TAGGED = f"""select session.tags, {_SOURCE} as source, sum(session.seconds) as seconds,
             count(*) as sessions,
             sum(session.edited_at > session.logged_at) as changed
             {_FROM} where day between :since and :until and {_OF}
             group by session.tags, {_SOURCE} order by session.tags, source"""
# Only days that have an overlap can have overlapping sessions.
OVERLAPPING = f"""select session.day, session.tags, session.started_at,
                  session.started_at + session.seconds as ended_at
                  from overlap cross join session on session.day = overlap.day
                  where overlap.day between :since and :until
                  and session.started_at is not null and {_OF}
                  order by session.day, session.started_at, session.id"""
_DAYS = """select session.day, item.track_id, sum(session.seconds) as seconds
           from (select day, item_id, sum(seconds) as seconds from session
                 where day between :since and :until group by day, item_id) as session
           join item on item.id = session.item_id group by session.day, item.track_id"""
TRACK_DAYS = f"""select total.day, track.slug as track, track.title, total.seconds
                 from ({_DAYS}) as total join track on track.id = total.track_id
                 order by total.day, track.position"""


class TaggedHours(NamedTuple):
    """Seconds of sessions with the same tags and the same source.

    `changed` is how many of these sessions were edited after they were logged.
    """

    tags: tuple[str, ...]
    source: str
    seconds: int
    sessions: int
    changed: int


class OverlapSpan(NamedTuple):
    """A timed session of a day that has an overlap: its tags, start and end (UTC)."""

    day: date
    tags: tuple[str, ...]
    span: tuple[int, int]


class TrackDay(NamedTuple):
    """Seconds of a track on a day, overlap included."""

    day: date
    track: str
    title: str
    seconds: int


def hours_by_tags(
    db: Connection,
    item: str | None,
    since: date | None = None,
    until: date | None = None,
) -> list[TaggedHours]:
    """Hours between two days, of one item or (None) of all, by tags and source."""
    rows = db.execute(TAGGED, {"item": item, **day_bounds(since, until)})
    return [TaggedHours(tuple(tags.split()), *rest) for tags, *rest in rows]


def overlapping_spans(
    db: Connection,
    item: str | None,
    since: date | None = None,
    until: date | None = None,
) -> list[OverlapSpan]:
    """The timed sessions of each day between two that has an overlap."""
    rows = db.execute(OVERLAPPING, {"item": item, **day_bounds(since, until)})
    return [
        OverlapSpan(text_to_day(day), tuple(tags.split()), (start, end))
        for day, tags, start, end in rows
    ]


def track_days(
    db: Connection, since: date | None = None, until: date | None = None
) -> list[TrackDay]:
    """Hours of each track on each day between two; the earliest first."""
    rows = db.execute(TRACK_DAYS, day_bounds(since, until))
    return [TrackDay(text_to_day(day), *rest) for day, *rest in rows]
