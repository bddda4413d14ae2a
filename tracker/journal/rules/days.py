"""Which day an instant belongs to, and how a stretch is split by day.

A day may start later than midnight (`config day-starts 04:00`). Elapsed time is counted
in UTC, so a clock change adds or loses nothing.
"""

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import cache

from tracker.journal.rules.records import Piece, Session

ONE_DAY = timedelta(days=1)
_DAY_SECONDS = 24 * 3600


def start_of_day(day: date, day_starts: timedelta, zone: tzinfo) -> int:
    """The UTC seconds at which `day` begins, `day_starts` after midnight.

    Where a clock change makes that time come twice, the first.
    """
    return int((datetime.combine(day, time(), zone) + day_starts).timestamp())


def day_of(instant: int, day_starts: timedelta, zone: tzinfo) -> date:
    """The day that an instant (UTC seconds) belongs to."""
    local = datetime.fromtimestamp(instant, zone).replace(tzinfo=None)
    day = (local - day_starts).date()
    if instant < start_of_day(day, day_starts, zone):
        return day - ONE_DAY
    if instant >= start_of_day(day + ONE_DAY, day_starts, zone):
        return day + ONE_DAY
    return day


def split_by_day(
    started_at: int, seconds: int, day_starts: timedelta, zone: tzinfo
) -> tuple[Piece, ...]:
    """A stretch as a piece for each day; the pieces add up to `seconds`."""
    pieces, start, end = [], started_at, started_at + seconds
    while start < end:
        day = day_of(start, day_starts, zone)
        piece_end = min(end, start_of_day(day + ONE_DAY, day_starts, zone))
        pieces.append(Piece(day, piece_end - start, start, offset_at(start, zone)))
        start = piece_end
    return tuple(pieces)


def move_to_day(moment: datetime, day: date, zone: tzinfo) -> datetime:
    """The same local time on calendar day `day`.

    A time that a clock change skips moves on with the clock.
    """
    local = datetime.combine(day, moment.astimezone(zone).time(), zone)
    return local.astimezone(UTC).astimezone(zone)


def offset_at(instant: int, zone: tzinfo) -> int:
    """Seconds east of UTC in `zone` at an instant (UTC seconds)."""
    offset = datetime.fromtimestamp(instant, zone).utcoffset()
    return int(offset.total_seconds()) if offset else 0


def say_span(session: Session, zone: tzinfo) -> str:
    """`20:15-22:00`, by the clock where the session began; empty for a bare amount."""
    start, offset = session.started_at, session.utc_offset
    if start is None or offset is None:
        return ""
    end, end_offset = start + session.seconds, offset
    # Only the clock changes of the zone it began in are known.
    steady = _steady_offset(start // _DAY_SECONDS, zone) == offset
    if not steady and offset_at(start, zone) == offset:
        end_offset = offset_at(end, zone)
    return f"{_say_clock(start + offset)}-{_say_clock(end + end_offset)}"


@cache
def _steady_offset(utc_day: int, zone: tzinfo) -> int | None:
    """The offset of `zone` where it is the same all through a UTC day and the next.

    None where the clock changes. Cached, so that a list asks once a day,
    not twice a line.
    """
    offset = offset_at(utc_day * _DAY_SECONDS, zone)
    return offset if offset == offset_at((utc_day + 2) * _DAY_SECONDS, zone) else None


def _say_clock(local_seconds: int) -> str:
    return _say_minute(local_seconds // 60 % 1440)


@cache
def _say_minute(minute: int) -> str:
    """`20:15` for a minute of the day."""
    return f"{minute // 60:02}:{minute % 60:02}"
