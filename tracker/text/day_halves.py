"""The half of the day of two times: `9-10am`, `20-22`, and what `9-5` could be."""

import re

from tracker.errors import Unreadable
from tracker.text.columns import quoted

# A text that ends with an hour: `9`, `yesterday 9:30`, `9 pm`.
_LAST_CLOCK = (
    r"(?P<before>(?:.* )?)(?P<hour>[0-9]{1,2})(?P<minutes>:[0-9][0-9])? ?"
    r"(?P<half>[ap]m)?"
)
_NOON = 12


def share_half(start: str, end: str) -> tuple[str, str]:
    """Both texts, with am or pm on each where only one has it.

    Raises Unreadable where that is a guess.
    """
    first, last = re.fullmatch(_LAST_CLOCK, start), re.fullmatch(_LAST_CLOCK, end)
    if not first or not last or (first["half"] and last["half"]):
        return start, end
    if not first["half"] and not last["half"]:
        return _check_bare_hours(first, last)
    if _is_on_24_hour_clock(first, last):
        return _with_minutes(first), _with_minutes(last)
    is_clear = not first["minutes"] or last["half"] == "am"
    is_later = _half_day_minute(first) < _half_day_minute(last)
    if last["half"] and is_clear and is_later:
        clock = f"{first['hour']}{first['minutes'] or ''}{last['half']}"
        return first["before"] + clock, end
    raise _half_error(first, last)


def _is_24_hour(clock: re.Match[str]) -> bool:
    """Whether no 12-hour clock shows the hour: `20:15`, `0:30`, `17`."""
    return not 1 <= int(clock["hour"]) <= _NOON


def _is_on_24_hour_clock(first: re.Match[str], last: re.Match[str]) -> bool:
    """Whether the one time without am or pm is clear: `9:30-1pm`, not `1:30-3pm`.

    Its hour is none of a 12-hour clock, or it has minutes and is the same on both.
    """
    bare, half = (last, first["half"]) if first["half"] else (first, last["half"])
    if _is_24_hour(bare):
        return True
    crosses_noon = _half_day_minute(first) >= _half_day_minute(last)
    is_afternoon = (half == "pm") != crosses_noon
    return bool(bare["minutes"]) and is_afternoon == (int(bare["hour"]) == _NOON)


def _check_bare_hours(first: re.Match[str], last: re.Match[str]) -> tuple[str, str]:
    """Both texts with minutes: `21:00` and `22:00` for `21-22`, `9:00` for `9-10:30`.

    Raises Unreadable for `9-5`, where nothing says that the clock has 24 hours.
    """
    clocks = (first, last)
    if any(clock["minutes"] for clock in clocks) or any(map(_is_24_hour, clocks)):
        return _with_minutes(first), _with_minutes(last)
    hint = "Type it like 9:00-17:00 or 9am-5pm."
    raise _half_error(first, last, hint)


def _with_minutes(clock: re.Match[str]) -> str:
    has_minutes = clock["minutes"] or clock["half"]
    return clock.string if has_minutes else f"{clock.string}:00"


def _half_error(
    first: re.Match[str],
    last: re.Match[str],
    hint: str = "Type am or pm on both, like 9am-1pm.",
) -> Unreadable:
    both = f"{first.string}-{last.string}"
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
