"""When a range ends: on the day of its start, or after midnight."""

from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import NoReturn

from tracker.errors import Unreadable
from tracker.text.columns import quoted
from tracker.text.times import Point
from tracker.text.zones import (
    add_day,
    place_point,
    possible_moments,
    resolve_point,
    say_exactly,
)

_NOON = 12
_HALF_DAY = timedelta(hours=_NOON)
_BOTH_DAYS_HINT = (
    "Type the earlier time first, or both days, like\n"
    '"2026-11-20 18:00 - 2026-11-21 9:00".'
)


def place_ends(
    start: Point, end: Point, zone: tzinfo, day_starts: timedelta
) -> tuple[Point, Point]:
    """Both ends on the calendar, where days start `day_starts` after midnight.

    An end without a day goes with the start. One with a day may be of the calendar
    already: `mon 23:00 - tue 1:00` are 2 hours.
    """
    placed = place_point(start, zone, day_starts)
    if not end.dated and placed._replace(on_calendar=start.on_calendar) != start:
        end = add_day(end)
    elif end.dated and _passes_midnight(placed, end, zone):
        end = place_point(end, zone, day_starts)
    return placed, end


def possible_spans(
    start: Point, end: Point, zone: tzinfo
) -> tuple[tuple[str, ...], ...]:
    """The options, with exact times, that the points can mean where the clocks change."""
    if not end.dated and _is_earlier(end, start):
        end = add_day(end)
    return tuple(
        ("--from", say_exactly(first), "--to", say_exactly(last))
        for first in possible_moments(start, zone)
        for last in possible_moments(end, zone)
        if first.astimezone(UTC) < last.astimezone(UTC)
    )


def _is_earlier(end: Point, start: Point) -> bool:
    """Whether an end has a time of day up to that of the start."""
    return bool(start.wall and end.wall and end.wall <= start.wall)


def resolve_end(text: str, start: Point, end: Point, zone: tzinfo) -> datetime:
    """The instant of `end`, on the next day if it is past midnight.

    Raises Unreadable where that is more than 12 h after the start.
    """
    if end.dated or not _passes_midnight(start, end, zone):
        return resolve_point(end, zone)
    end = add_day(end)
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


def read_typed_day(
    text: str, point: Point, zone: tzinfo, day: date | None
) -> date | None:
    """The day that was typed, in `text` or with `--on`; Unreadable if both differ."""
    if not point.dated:
        return day
    text_day = point.day or resolve_point(point, zone).date()
    if day is not None and day != text_day:
        message = f"{quoted(text)} is on {text_day}, but --on says {day}."
        hint = "Type the day once, here or with --on."
        raise Unreadable(message, hint, without=["--on"])
    return text_day


def add_seconds(moment: datetime, seconds: int, zone: tzinfo) -> datetime:
    """`seconds` of real time after `moment`, also across a clock change."""
    try:
        return (moment.astimezone(UTC) + timedelta(seconds=seconds)).astimezone(zone)
    except OverflowError:
        message = "The amount is too long: it would begin before the year 1."
        raise Unreadable(message, "Type a shorter amount.") from None
