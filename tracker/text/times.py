"""Clock times and points in time as people write them."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import NamedTuple

from tracker.errors import Unreadable
from tracker.text.amounts import parse_amount
from tracker.text.columns import quoted
from tracker.text.days import parse_day

_CLOCK = (
    "[0-9]{1,2}(?::[0-9]{2}){0,2} ?[ap]m|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?|[0-9]{4}"
)
_OFFSET = r"z|\+[0-9]{2}(?::?[0-9]{2})?"
_PARTS = r"([0-9]{1,2})(?::?([0-5][0-9]))?(?::([0-5][0-9]))? ?([ap])?m?"
_ALONE = rf"(?:at )?(?P<clock>{_CLOCK})(?P<offset>{_OFFSET})?"
_ISO_DAY = r"(?P<day>[0-9]{4}([-/.]?)[0-9]{1,2}\2[0-9]{1,2})"
_STAMP = rf"{_ISO_DAY}t(?P<clock>{_CLOCK})(?P<offset>{_OFFSET}|-[0-9][0-9](?::?[0-9][0-9])?)?"
_DATED = rf"(?P<day>.+?)(?P<at> at)? (?P<clock>{_CLOCK})(?P<offset>{_OFFSET})?"
_CLOCK_HINT = "Type it like 9:30, 9am or 1120."
_HINT = 'Type it like 9:30, 9am, "yesterday 22:00", 2026-11-22T9:00 or "30min ago".'


class Point(NamedTuple):
    """A point in time as written: either an exact `instant`, or a local `day` with a `wall` time.

    `dated` says that the text named the day; without, it was taken to be the current one.
    """

    day: date | None = None
    wall: time | None = None
    instant: datetime | None = None
    dated: bool = True


def parse_clock(text: str) -> time:
    """The time of day: `9am 9:30 10:00am 14:30 1120`. Raises Unreadable for a bare `9`, `24:00` or `13pm`."""
    said = " ".join(text.casefold().split())
    if not re.fullmatch(_CLOCK, said):
        raise Unreadable(f"{quoted(text)} is not a time of day.", _CLOCK_HINT)
    try:
        return _wall(said)
    except ValueError:
        raise Unreadable(
            f"There is no such time of day as {quoted(text)}.", _CLOCK_HINT
        ) from None


def _wall(said: str) -> time:
    """The time that a text in the shape of `_CLOCK` says; raises ValueError for an hour or minute too large."""
    found = re.fullmatch(_PARTS, said)
    if not found:
        raise ValueError(said)
    hour, minute, second = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    if found[4]:
        if not 1 <= hour <= 12:
            raise ValueError(said)
        hour = hour % 12 + (12 if found[4] == "p" else 0)
    return time(hour, minute, second)


def parse_point(
    text: str, now: datetime, today: date, day: date | None = None
) -> Point:
    """The point in time that `text` names: `9:30`, `14:30Z`, `yesterday at 22:00`, `2026-11-22T9:00`, `30min ago`.

    The word `now` is read too; the argument is aware and local. A time without a day lies on `day`, else on `today`;
    where `now` is past midnight in a day that has not ended yet, a time up to now lies after midnight too.
    An offset makes an exact instant.
    Raises Unreadable for a day without a time and for anything left unread. Later than now is read.
    """
    said = " ".join(text.casefold().replace(",", " ").split())
    if not said:
        raise Unreadable(
            "One end of that is missing.",
            'Type both, like 9:00-10:30 or "yesterday 9am - 5pm".',
        )
    if said == "now":
        return Point(instant=now)
    if said.endswith(" ago"):
        return _ago(text, said, now)
    found = (
        re.fullmatch(_ALONE, said)
        or re.fullmatch(_STAMP, said)
        or re.fullmatch(_DATED, said)
    )
    if not found or _is_day(said, found, today):
        raise Unreadable(f"{quoted(text)} is not a point in time.", _HINT)
    parts = found.groupdict()
    wall = parse_clock(parts["clock"])
    if "day" in parts:
        return _point(
            parse_day(parts["day"], today), wall, parts["offset"], now, dated=True
        )
    if (
        day is None
        and parts["offset"] is None
        and today < now.date()
        and wall <= now.time()
    ):
        day = now.date()
    return _point(day or today, wall, parts["offset"], now, dated=False)


def _ago(text: str, said: str, now: datetime) -> Point:
    try:
        seconds = parse_amount(said.removesuffix(" ago"))
        return Point(
            instant=(now.astimezone(UTC) - timedelta(seconds=seconds)).astimezone(
                now.tzinfo
            )
        )
    except (Unreadable, OverflowError):
        hint = 'Type it like "30min ago", or a day with a time, like "yesterday 22:00".'
        raise Unreadable(f"{quoted(text)} is not a point in time.", hint) from None


def _is_day(said: str, found: re.Match[str], today: date) -> bool:
    """Whether the four digits taken for a clock time are the year of a day: `12 may 2026`."""
    if found.re.pattern != _DATED or found["at"] or not found["clock"].isdecimal():
        return False
    try:
        parse_day(said, today)
    except Unreadable:
        return False
    return True


def _point(
    day: date, wall: time, offset: str | None, now: datetime, dated: bool
) -> Point:
    if offset is None:
        return Point(day, wall, dated=dated)
    zone = _zone(offset)
    instant = datetime.combine(day, wall, zone)
    if (
        not dated
    ):  # `day` is a local day, which begins earlier or later than the one of the offset
        instant += timedelta(days=(day - instant.astimezone(now.tzinfo).date()).days)
    return Point(instant=instant, dated=dated)


def _zone(offset: str) -> timezone:
    """`z`, `+01`, `+0100` or `+01:00` as a zone; raises Unreadable beyond the 14 hours that zones have."""
    if offset == "z":
        return UTC
    hours, minutes = int(offset[1:3]), int(offset[3:].lstrip(":") or 0)
    if hours > 14 or minutes > 59:
        raise Unreadable(
            f"{quoted(offset)} is not an offset from UTC.",
            "Type it like +02:00, -05:30 or Z.",
        )
    size = timedelta(hours=hours, minutes=minutes)
    return timezone(-size if offset[0] == "-" else size)
