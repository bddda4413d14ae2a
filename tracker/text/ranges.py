"""Both ends of a range as points: where the text parts, which am or pm is meant, which day."""

import re
from datetime import date, datetime

from tracker.errors import Unreadable
from tracker.text.columns import quoted
from tracker.text.times import Point, parse_point

_BETWEEN = r" ?[-\u2013] ?| (?:to|until) "
_DATE = r"\b[0-9]{1,4}-[0-9]{1,2}-[0-9]{1,4}"
_LAST_CLOCK = r"(?P<before>(?:.* )?)(?P<hour>[0-9]{1,2})(?P<minutes>:[0-9][0-9])? ?(?P<half>[ap]m)?"
_NOON = 12
_HINT = (
    'Type it like 9am-11am, 20:15-22:00 or "yesterday 9am - 5pm"; an amount like 1h30m.'
)


def split_range(
    text: str, now: datetime, today: date, day: date | None
) -> tuple[Point, Point] | None:
    """Start and end of the range in `text`, or None where nothing in it parts two times.

    Days hold dashes too: those inside a date part nothing, and of the others (`today-2 9am-10am`) exactly one
    must leave two points that can be read.
    Raises Unreadable otherwise.
    """
    said = " ".join(text.casefold().split())
    dates = [found.span() for found in re.finditer(_DATE, said)]
    places = [
        place
        for place in re.finditer(_BETWEEN, said)
        if not any(low <= place.start() < high for low, high in dates)
    ]
    if not places or said.startswith(("+", "-", "\u2212")):
        return None
    found, errors = [], []
    for place in places:
        try:
            found.append(
                parse_range_ends(
                    said[: place.start()], said[place.end() :], now, today, day
                )
            )
        except Unreadable as error:
            errors.append(error)
    if len(found) == 1:
        return found[0]
    if len(places) == 1:
        raise errors[0]
    raise Unreadable(f"{quoted(text)} is not a range of times.", _HINT)


def parse_range_ends(
    start: str, end: str, now: datetime, today: date, day: date | None
) -> tuple[Point, Point]:
    """Start and end as points; the end without a day of its own lies on the day of the start.

    `9-10am` is 9am to 10am: an hour without am or pm takes that of the end. `24:00` ends a day.
    Raises Unreadable where it could be either half of the day.
    """
    start, end = _same_half(
        " ".join(start.casefold().split()), " ".join(end.casefold().split())
    )
    first = parse_point(start, now, today, day)
    base = first.day or (first.instant or now).astimezone(now.tzinfo).date()
    return first, parse_point("0:00" if end == "24:00" else end, now, today, base)


def _same_half(start: str, end: str) -> tuple[str, str]:
    """Both texts with am or pm spelled out where only one has it; Unreadable where that is a guess."""
    first, last = re.fullmatch(_LAST_CLOCK, start), re.fullmatch(_LAST_CLOCK, end)
    if not first or not last or (first["half"] and last["half"]):
        return start, end
    if not first["half"] and not last["half"]:
        return _whole(first, last)
    lacking = last if first["half"] else first
    if lacking["minutes"] and not 1 <= int(lacking["hour"]) <= 12:
        return start, end
    borrowed = f"{first['hour']}{first['minutes'] or ''}{last['half']}"
    if (
        lacking is first
        and _before(first, last)
        and (not first["minutes"] or last["half"] == "am")
    ):
        return first["before"] + borrowed, end
    raise Unreadable(
        f"{quoted(f'{start} - {end}')} could be in the morning or after noon.",
        "Type am or pm on both, like 9am-1pm.",
    )


def _whole(first: re.Match[str], last: re.Match[str]) -> tuple[str, str]:
    """Both texts as they are, unless both are bare hours: `9-5`; those of the evening are clear, `21-22`."""
    if first["minutes"] or last["minutes"]:
        return first.string, last.string
    if int(first["hour"]) > _NOON and int(last["hour"]) > _NOON:
        return f"{first.string}:00", f"{last.string}:00"
    raise Unreadable(
        f"{quoted(f'{first.string} - {last.string}')} could be in the morning or after noon.",
        "Type it like 9:00-17:00 or 9am-5pm.",
    )


def _before(first: re.Match[str], last: re.Match[str]) -> bool:
    """Whether the first of two times in the same half of a day comes earlier; 12 is that half's first hour."""
    return _minute(first) < _minute(last)


def _minute(found: re.Match[str]) -> int:
    return int(found["hour"]) % 12 * 60 + int((found["minutes"] or ":0")[1:])
