"""When a range ends: on the day of its start, or after midnight."""

from datetime import UTC, datetime, timedelta, tzinfo
from typing import NoReturn

from tracker.errors import Unreadable
from tracker.text.times import Point
from tracker.text.zones import resolve_point

_NOON = 12
_HALF_DAY = timedelta(hours=_NOON)
_BOTH_DAYS_HINT = (
    "Type the earlier time first, or both days, like\n"
    '"2026-11-20 18:00 - 2026-11-21 9:00".'
)


def resolve_end(text: str, start: Point, end: Point, zone: tzinfo) -> datetime:
    """The instant of `end`, on the next day if it is past midnight.

    Raises Unreadable where that is more than 12 h after the start.
    """
    if end.dated or not _passes_midnight(start, end, zone):
        return resolve_point(end, zone)
    if end.instant is not None:
        end = end._replace(instant=end.instant + timedelta(days=1))
    elif end.day is not None:
        end = end._replace(day=end.day + timedelta(days=1))
    end_moment, start_moment = resolve_point(end, zone), resolve_point(start, zone)
    if end_moment.astimezone(UTC) - start_moment.astimezone(UTC) > _HALF_DAY:
        _refuse_long_night(text, start_moment, end_moment, dated=start.dated)
    return end_moment


def _refuse_long_night(
    text: str, start: datetime, end: datetime, *, dated: bool
) -> NoReturn:
    """Raises Unreadable; both could be in one half of the day, or be swapped."""
    first, last = f"{start:%H:%M}", f"{end:%H:%M}"
    readings = [f"{first}-{end.hour + _NOON}:{end:%M}"] if end.hour < _NOON else []
    readings += [f"{last}-{first}"] if first != last else []
    raise Unreadable(
        f"A range from {first} to {last} would end the next day, more than 12 h later.",
        _BOTH_DAYS_HINT,
        typed=text,
        instead=[
            f"{start.date()} {reading}" if dated else reading for reading in readings
        ],
    )


def _passes_midnight(start: Point, end: Point, zone: tzinfo) -> bool:
    """Whether the end, on the start's day, is not after it, by local time or in UTC."""
    if start.day and start.wall and end.day and end.wall:
        return (end.day, end.wall) <= (start.day, start.wall)
    end_moment, start_moment = resolve_point(end, zone), resolve_point(start, zone)
    return end_moment.astimezone(UTC) <= start_moment.astimezone(UTC)
