"""Which day an instant belongs to, when a day may start later than midnight, and what a stretch is day by day.

Elapsed time is counted in UTC, so that a clock change adds or loses nothing.
"""

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import cache

from tracker.journal.rules.records import Piece, Session

ONE_DAY = timedelta(days=1)
_DAY = 24 * 3600


def day_begins(day: date, starts: timedelta, zone: tzinfo) -> int:
    """The UTC seconds at which `day` begins, `starts` after midnight; where a clock change doubles that, the first."""
    return int((datetime.combine(day, time(), zone) + starts).timestamp())


def day_of(instant: int, starts: timedelta, zone: tzinfo) -> date:
    """The day that UTC seconds lie in."""
    wall = datetime.fromtimestamp(instant, zone).replace(tzinfo=None)
    day = (wall - starts).date()
    if instant < day_begins(day, starts, zone):
        return day - ONE_DAY
    return day + ONE_DAY if instant >= day_begins(day + ONE_DAY, starts, zone) else day


def split(
    started_at: int, seconds: int, starts: timedelta, zone: tzinfo
) -> tuple[Piece, ...]:
    """A stretch cut wherever a day starts; the pieces' seconds add up to `seconds`."""
    pieces, at, end = [], started_at, started_at + seconds
    while at < end:
        day = day_of(at, starts, zone)
        until = min(end, day_begins(day + ONE_DAY, starts, zone))
        pieces.append(Piece(day, until - at, at, offset_at(at, zone)))
        at = until
    return tuple(pieces)


def on_day(start: datetime, day: date, starts: timedelta, zone: tzinfo) -> datetime:
    """`start` as meant by someone who studied on `day`: an hour before that day starts is its last, not its first."""
    if day_of(int(start.timestamp()), starts, zone) >= day:
        return start
    return moved(start, day + ONE_DAY, zone)


def moved(moment: datetime, day: date, zone: tzinfo) -> datetime:
    """The same local time on another calendar day; one that a clock change skips moves on with the clock."""
    wall = datetime.combine(day, moment.astimezone(zone).time(), zone)
    return wall.astimezone(UTC).astimezone(zone)


def offset_at(instant: int, zone: tzinfo) -> int:
    """Seconds east of UTC in `zone` at UTC seconds."""
    offset = datetime.fromtimestamp(instant, zone).utcoffset()
    return int(offset.total_seconds()) if offset else 0


def say_span(session: Session, zone: tzinfo) -> str:
    """`20:15-22:00`, by the clocks where it began; empty where only the amount is known."""
    if session.started_at is None or session.utc_offset is None:
        return ""
    start, end, offset = (
        session.started_at,
        session.started_at + session.seconds,
        session.utc_offset,
    )
    last = offset
    # Only the changes of the zone it began in are known.
    if _steady(start // _DAY, zone) != offset and offset_at(start, zone) == offset:
        last = offset_at(end, zone)
    return (
        f"{_clock((start + offset) // 60 % 1440)}-{_clock((end + last) // 60 % 1440)}"
    )


@cache
def _steady(day: int, zone: tzinfo) -> int | None:
    """The offset of `zone` all through a UTC day and the next, so a list need not ask it twice a line; else None."""
    offset = offset_at(day * _DAY, zone)
    return offset if offset == offset_at((day + 2) * _DAY, zone) else None


@cache
def _clock(minute: int) -> str:
    """`20:15`, of a minute of the day."""
    return f"{minute // 60:02}:{minute % 60:02}"
