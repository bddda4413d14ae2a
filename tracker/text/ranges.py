"""Ranges of times: the start and the end, their half of the day, their day."""

import re
from datetime import date, datetime

from tracker.errors import Unreadable
from tracker.text.columns import quoted
from tracker.text.times import Point, parse_point

# What separates start and end: `9-10`, `9am to 10am`, `9 until 10`, an en dash.
_BETWEEN = r" ?[-\u2013] ?| (?:to|until) "
# A date, whose dashes separate no times: `2026-11-20`.
_DATE = r"\b[0-9]{1,4}-[0-9]{1,2}-[0-9]{1,4}"
# A text that ends with an hour: `9`, `yesterday 9:30`, `9 pm`.
_LAST_CLOCK = (
    r"(?P<before>(?:.* )?)(?P<hour>[0-9]{1,2})(?P<minutes>:[0-9][0-9])? ?"
    r"(?P<half>[ap]m)?"
)
_NOON = 12
_EXAMPLE = "yesterday 9:00-10:30"
_HINT = (
    'Type it like 9am-11am, 20:15-22:00 or "yesterday 9am - 5pm"; '
    "or an amount, like 1h30m."
)


def split_range(
    text: str, now: datetime, today: date, day: date | None
) -> tuple[Point, Point] | None:
    """Start and end of the range in `text`; None where nothing separates two times.

    Days can have dashes too: those inside a date are passed over. Of the others
    (`today-2 9am-10am`) exactly one must have a readable time on either side.
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
        raise _whole_range(errors[0], text, now, today, day)
    message = f"{quoted(text)} is not a range of times."
    raise Unreadable(message, _HINT, typed=text, instead=[_EXAMPLE])


def _whole_range(
    error: Unreadable, text: str, now: datetime, today: date, day: date | None
) -> Unreadable:
    """The error of one end, corrected by ranges in place of the whole `text`.

    A range that has not ended yet is yesterday's.
    """
    ranges = [_EXAMPLE]
    if not error.typed:
        readings = [str(reading) for reading in error.instead]
        ranges = [_in_the_past(reading, now, today, day) for reading in readings]
    return Unreadable(error.message, error.hint, typed=text, instead=ranges)


def correct_options(
    error: Unreadable, text: str, now: datetime, today: date, day: date | None
) -> None:
    """Let the error of `--from` and `--to` offer values for both.

    They are the ranges that it offers for the whole `text`, else an example.
    """
    offered = error.instead if error.typed in ("", text) else ()
    ranges = [str(times) for times in offered if str(times).count("-") == 1]
    pairs = [
        _in_the_past(times, now, today, day).split("-")
        for times in ranges or ["9:00-10:30"]
    ]
    error.instead, error.without = (), ("--from --to",)
    error.added = tuple(("--from", start, "--to", end) for start, end in pairs)


def _in_the_past(text: str, now: datetime, today: date, day: date | None) -> str:
    """The range `text`, as yesterday's where it has not ended yet."""
    return f"yesterday {text}" if _is_future(text, now, today, day) else text


def _is_future(text: str, now: datetime, today: date, day: date | None) -> bool:
    """Whether a range without a day would end after `now`."""
    ends = split_range(text, now, today, day)
    if ends is None or ends[0].dated or day is not None:
        return False
    moments = [(point.day or today, point.wall or now.time()) for point in ends]
    return moments[1] <= moments[0] or moments[1] > (now.date(), now.time())


def _find_separators(text: str) -> list[re.Match[str]]:
    """What can separate start and end in `text`; dashes inside a date are left out."""
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
    start = " ".join(start.casefold().split())
    end = " ".join(end.casefold().split())
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
        raise _half_error(first, last)
    if _has_24_hour_clock(first):
        return start, end
    is_clear = not first["minutes"] or last["half"] == "am"
    if is_clear and _half_day_minute(first) < _half_day_minute(last):
        clock = f"{first['hour']}{first['minutes'] or ''}{last['half']}"
        return first["before"] + clock, end
    raise _half_error(first, last)


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
    raise _half_error(first, last, hint)


def _half_error(
    first: re.Match[str],
    last: re.Match[str],
    hint: str = "Type am or pm on both, like 9am-1pm.",
) -> Unreadable:
    both = f"{first.string} - {last.string}"
    message = f"{quoted(both)} could be morning or afternoon."
    return Unreadable(message, hint, instead=_readings(first, last))


def _readings(first: re.Match[str], last: re.Match[str]) -> list[str]:
    """`9am-5pm` and `9pm-5am` for `9-5`: each ends within 12 h."""
    is_later = _half_day_minute(first) < _half_day_minute(last)
    readings = []
    for half, other in (("am", "pm"), ("pm", "am")):
        end_half = half if is_later else other
        if (first["half"] or half, last["half"] or end_half) == (half, end_half):
            start, end = _twelve_hour(first, half), _twelve_hour(last, end_half)
            readings.append(f"{first['before']}{start}-{last['before']}{end}")
    return readings


def _twelve_hour(clock: re.Match[str], half: str) -> str:
    """`9:30am`, also for an hour without am or pm."""
    return f"{int(clock['hour'])}{clock['minutes'] or ''}{half}"


def _half_day_minute(clock: re.Match[str]) -> int:
    """The minute within its half of the day: 12:30 is 30, 1:30 is 90."""
    hour = int(clock["hour"]) % _NOON
    minutes = clock["minutes"] or ":0"
    return hour * 60 + int(minutes[1:])
