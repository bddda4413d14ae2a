"""Times of day and points in time as people write them."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import NamedTuple

from tracker.errors import Unreadable
from tracker.text.amounts import parse_amount
from tracker.text.columns import quoted
from tracker.text.days import parse_day
from tracker.text.readable import is_readable

# A time of day: `9am`, `9:30`, `10:00:15`, `1120`.
_CLOCK = (
    "[0-9]{1,2}(?::[0-9]{2}){0,2} ?[ap]m|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?|[0-9]{4}"
)
# The parts of one: hour, minute, second, `a` or `p`.
_CLOCK_PARTS = r"([0-9]{1,2})(?::?([0-5][0-9]))?(?::([0-5][0-9]))? ?([ap])?m?"
# am or pm in other spellings, at the end: `9a`, `7:25 p.m.`
_HALF = r"(?<=[0-9]) ?([ap])(?:\.?m)?\.?$"
# A full stop in a time at the end: `20.15`, `9.30am`.
_DOTTED = r"(?<![0-9.])([0-9]{1,2})\.([0-9]{2})(?=(?:[ap]m)?$)"
# An offset from UTC that cannot be the dash of a range: `z`, `+02:00`.
_OFFSET = r"z|\+[0-9]{2}(?::?[0-9]{2})?"
# A time without a day: `9:30`, `at 14:30z`.
_ALONE = rf"(?:at )?(?P<clock>{_CLOCK})(?P<offset>{_OFFSET})?"
_ISO_DAY = r"(?P<day>[0-9]{4}([-/.]?)[0-9]{1,2}\2[0-9]{1,2})"
_ANY_OFFSET = rf"{_OFFSET}|-[0-9][0-9](?::?[0-9][0-9])?"
# An ISO day and time: `2026-11-22t9:00`, `2026-11-22t9:00-05:00`.
_STAMP = rf"{_ISO_DAY}t(?P<clock>{_CLOCK})(?P<offset>{_ANY_OFFSET})?"
# Any day, then a time: `yesterday 22:00`, `12 may at 9am`.
_DATED = rf"(?P<day>.+?)(?P<at> at)? (?P<clock>{_CLOCK})(?P<offset>{_OFFSET})?"
_MOST_OFFSET_HOURS = 14
_CLOCK_HINT = "Type it like 9:30, 9am or 1120."
_HINT = 'Type it like 9:30, 9am, "yesterday 22:00", 2026-11-22T9:00 or "30min ago".'
_AGO_HINT = 'Type it like "30min ago", or a day with a time, like "yesterday 22:00".'
_OFFSET_HINT = "Type it like +02:00, -05:30 or Z."


class Point(NamedTuple):
    """A point in time as written: an exact `instant`, or a local `day` and `wall` time.

    `dated` is whether the text named the day; if not, the current day was taken. The
    day is that of the calendar where `on_calendar`, as in `2026-11-13T0:30`; otherwise
    it may end after midnight (`day-starts`).
    """

    day: date | None = None
    wall: time | None = None
    instant: datetime | None = None
    dated: bool = True
    on_calendar: bool = False


def parse_clock(text: str) -> time:
    """The time of day: `9am 9:30 10:00am 14:30 1120`.

    Raises Unreadable for a bare `9`, `24:00` or `13pm`.
    """
    cleaned = tidy_clock(" ".join(text.casefold().split()))
    if not re.fullmatch(_CLOCK, cleaned):
        raise _clock_error(f"{quoted(text)} is not a time of day.", text)
    try:
        return _wall_time(cleaned)
    except ValueError:
        message = f"There is no such time of day as {quoted(text)}."
        raise _clock_error(message, text) from None


def tidy_clock(text: str) -> str:
    """`text`, lower-case, with the time at its end as `_CLOCK` has it.

    `9am` for `9 a.m.` and `9a`, `20:15` for `20.15`, `12:00` for `noon`.
    """
    for word in ("noon", "midday"):
        if text.endswith(word):
            return text.removesuffix(word) + "12:00"
    if text == "midnight":
        return "12am"
    if text.endswith(("a", "p", "m", ".")):
        text = re.sub(_HALF, r"\1m", text)
    return re.sub(_DOTTED, r"\1:\2", text) if "." in text else text


def _clock_error(message: str, text: str) -> Unreadable:
    return Unreadable(message, _CLOCK_HINT, typed=text, instead=["TIME"])


def _wall_time(clock: str) -> time:
    """The time of a text in the shape of `_CLOCK`; ValueError for `25:00` or `13pm`."""
    match = re.fullmatch(_CLOCK_PARTS, clock)
    if not match:
        raise ValueError(clock)
    hour = int(match[1])
    minute = int(match[2] or 0)
    second = int(match[3] or 0)
    if match[4] and not 1 <= hour <= 12:
        raise ValueError(clock)
    if match[4]:
        hour %= 12
    if match[4] == "p":
        hour += 12
    return time(hour, minute, second)


def parse_point(
    text: str, now: datetime, today: date, day: date | None = None
) -> Point:
    """The point in time that `text` names.

    For example `9:30`, `14:30Z`, `yesterday at 22:00`, `2026-11-22T9:00`, `30min ago`,
    `now`. The argument `now` is aware and local. A time without a day is on `day`, else
    on `today`; after midnight in a day that has not ended yet (see `day-starts`), a
    time up to now is after midnight too. An offset makes an exact instant. Times after
    now are read. Raises Unreadable for a day without a time and for anything left over.
    """
    cleaned = tidy_clock(" ".join(text.casefold().replace(",", " ").split()))
    if not cleaned:
        hint = 'Type both, like 9:00-10:30 or "yesterday 9am - 5pm".'
        raise Unreadable("The start or the end is missing.", hint)
    if cleaned == "now":
        return Point(instant=now)
    if cleaned.endswith(" ago"):
        return _parse_ago(text, cleaned, now)
    match = _match_point(cleaned)
    if not match or _is_day(cleaned, match, today):
        message = f"{quoted(text)} is not a point in time."
        raise Unreadable(message, _HINT, typed=text, instead=["TIME"])
    parts = match.groupdict()
    wall, offset = parse_clock(parts["clock"]), parts["offset"]
    if "day" in parts:
        point = _make_point(
            parse_day(parts["day"], today), wall, offset, now, dated=True
        )
        return point._replace(on_calendar=match.re.pattern == _STAMP)
    on_calendar = day is None and today == now.date()
    is_past_midnight = today < now.date() and wall <= now.time()
    if day is None and offset is None and is_past_midnight:
        day, on_calendar = now.date(), True
    point = _make_point(day or today, wall, offset, now, dated=False)
    return point._replace(on_calendar=on_calendar)


def _match_point(text: str) -> re.Match[str] | None:
    return (
        re.fullmatch(_ALONE, text)
        or re.fullmatch(_STAMP, text)
        or re.fullmatch(_DATED, text)
    )


def _parse_ago(text: str, cleaned: str, now: datetime) -> Point:
    try:
        seconds = parse_amount(cleaned.removesuffix(" ago"))
        instant = now.astimezone(UTC) - timedelta(seconds=seconds)
        return Point(instant=instant.astimezone(now.tzinfo))
    except (Unreadable, OverflowError):
        message = f"{quoted(text)} is not a point in time."
        example = "30min ago"
        raise Unreadable(message, _AGO_HINT, typed=text, instead=[example]) from None


def _is_day(text: str, match: re.Match[str], today: date) -> bool:
    """Whether the four digits taken for a time are the year of a day: `12 may 2026`."""
    if match.re.pattern != _DATED or match["at"] or not match["clock"].isdecimal():
        return False
    return is_readable(parse_day, text, today)


def _make_point(
    day: date, wall: time, offset: str | None, now: datetime, *, dated: bool
) -> Point:
    if offset is None:
        return Point(day, wall, dated=dated)
    instant = datetime.combine(day, wall, _parse_offset(offset))
    if not dated:
        # `day` is a local day; it begins earlier or later than the day of the offset.
        local_day = instant.astimezone(now.tzinfo).date()
        instant += timedelta(days=(day - local_day).days)
    return Point(instant=instant, dated=dated)


def _parse_offset(text: str) -> timezone:
    """`z`, `+01`, `+0100` or `+01:00` as a zone; raises Unreadable beyond 14 hours."""
    if text == "z":
        return UTC
    hours = int(text[1:3])
    minutes = int(text[3:].lstrip(":") or 0)
    if hours > _MOST_OFFSET_HOURS or minutes > 59:
        message = f"{quoted(text)} is not an offset from UTC."
        raise Unreadable(message, _OFFSET_HINT, typed=text, instead=["Z"])
    size = timedelta(hours=hours, minutes=minutes)
    return timezone(-size if text[0] == "-" else size)
