"""Ranges of times: where start and end part, which half of the day, which day."""

import re
from datetime import date, datetime

from tracker.errors import Unreadable
from tracker.text.columns import quoted
from tracker.text.times import Point, parse_point

# What parts start and end: `9-10`, `9am to 10am`, `9 until 10`, an en dash.
_BETWEEN = r" ?[-\u2013] ?| (?:to|until) "
# A date whose dashes part nothing: `2026-11-20`.
_DATE = r"\b[0-9]{1,4}-[0-9]{1,2}-[0-9]{1,4}"
# A text that ends with an hour: `9`, `yesterday 9:30`, `9 pm`.
_LAST_CLOCK = (
    r"(?P<before>(?:.* )?)(?P<hour>[0-9]{1,2})(?P<minutes>:[0-9][0-9])? ?"
    r"(?P<half>[ap]m)?"
)
_NOON = 12
_HINT = (
    'Type it like 9am-11am, 20:15-22:00 or "yesterday 9am - 5pm"; '
    "or an amount, like 1h30m."
)


def split_range(
    text: str, now: datetime, today: date, day: date | None
) -> tuple[Point, Point] | None:
    """Start and end of the range in `text`; None where nothing parts two times.

    Days hold dashes too. Those inside a date part nothing; of the others
    (`today-2 9am-10am`) exactly one must leave two points that can be read.
    Raises Unreadable otherwise.
    """
    cleaned = " ".join(text.casefold().split())
    if cleaned.startswith(("+", "-", "\u2212")):
        return None
    places = _find_separators(cleaned)
    if not places:
        return None
    ranges, errors = [], []
    for place in places:
        start, end = cleaned[: place.start()], cleaned[place.end() :]
        try:
            ranges.append(parse_range_ends(start, end, now, today, day))
        except Unreadable as error:
            errors.append(error)
    if len(ranges) == 1:
        return ranges[0]
    if len(places) == 1:
        raise errors[0]
    raise Unreadable(f"{quoted(text)} is not a range of times.", _HINT)


def _find_separators(text: str) -> list[re.Match[str]]:
    """Where `text` could part into start and end: dashes inside a date are left out."""
    dates = [match.span() for match in re.finditer(_DATE, text)]
    return [
        place
        for place in re.finditer(_BETWEEN, text)
        if not any(low <= place.start() < high for low, high in dates)
    ]


def parse_range_ends(
    start: str, end: str, now: datetime, today: date, day: date | None
) -> tuple[Point, Point]:
    """Start and end as points; an end without a day is on the day of the start.

    `9-10am` is 9am to 10am: an hour without am or pm takes that of the end. `24:00`
    ends a day. Raises Unreadable where it could be either half of the day.
    """
    start, end = " ".join(start.casefold().split()), " ".join(end.casefold().split())
    start, end = _share_half(start, end)
    first = parse_point(start, now, today, day)
    start_day = first.day or (first.instant or now).astimezone(now.tzinfo).date()
    if end == "24:00":
        end = "0:00"
    return first, parse_point(end, now, today, start_day)


def _share_half(start: str, end: str) -> tuple[str, str]:
    """Both texts, with am or pm on each where only one has it.

    Raises Unreadable where that is a guess.
    """
    first, last = re.fullmatch(_LAST_CLOCK, start), re.fullmatch(_LAST_CLOCK, end)
    if not first or not last or (first["half"] and last["half"]):
        return start, end
    if not first["half"] and not last["half"]:
        return _check_bare_hours(first, last)
    if first["half"]:
        if _has_24_hour_clock(last):
            return start, end
        raise _half_error(start, end)
    if _has_24_hour_clock(first):
        return start, end
    is_clear = not first["minutes"] or last["half"] == "am"
    if is_clear and _half_day_minute(first) < _half_day_minute(last):
        clock = f"{first['hour']}{first['minutes'] or ''}{last['half']}"
        return first["before"] + clock, end
    raise _half_error(start, end)


def _has_24_hour_clock(clock: re.Match[str]) -> bool:
    """Whether a time without am or pm is clear as it is: `20:15`, `0:30`."""
    return bool(clock["minutes"]) and not 1 <= int(clock["hour"]) <= _NOON


def _check_bare_hours(first: re.Match[str], last: re.Match[str]) -> tuple[str, str]:
    """Both texts, `21-22` as `21:00` and `22:00`; raises Unreadable for `9-5`."""
    if first["minutes"] or last["minutes"]:
        return first.string, last.string
    if int(first["hour"]) > _NOON and int(last["hour"]) > _NOON:
        return f"{first.string}:00", f"{last.string}:00"
    hint = "Type it like 9:00-17:00 or 9am-5pm."
    raise _half_error(first.string, last.string, hint)


def _half_error(
    start: str, end: str, hint: str = "Type am or pm on both, like 9am-1pm."
) -> Unreadable:
    message = f"{quoted(f'{start} - {end}')} could be morning or afternoon."
    return Unreadable(message, hint)


def _half_day_minute(clock: re.Match[str]) -> int:
    """The minute within its half of the day: 12:30 is 30, 1:30 is 90."""
    return int(clock["hour"]) % _NOON * 60 + int((clock["minutes"] or ":0")[1:])
