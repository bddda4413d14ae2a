"""Amounts of time as people write them, in whole seconds."""

import re

from tracker.errors import Unreadable
from tracker.limits import HOUR
from tracker.text.columns import quoted

# A number with its unit: `90 min`, `2 hours`, `1h`.
_TOKEN = r"([0-9]{1,6}) ?(hours?|hrs?|h|minutes?|mins?|m|seconds?|secs?|s)(?![a-z])"
# Several of these: `1h30m`, `2 hours and 5 minutes`.
_UNITS = rf"(?:{_TOKEN}(?: and | (?=[0-9])|(?=[0-9])|$))+"
# Hours and two digits of minutes: `1h30`.
_HOURS_MINUTES = r"[0-9]{1,5}h[0-9][0-9]"
# Hours with a decimal sign: `1.5h`, `1,5`, `.5`.
_DECIMAL = r"([0-9]{0,5})([.,])([0-9]{1,9})(?: ?(?:hours?|hrs?|h))?"
# Hours, minutes and perhaps seconds: `1:30`, `:30`, `0:35:00`.
_CLOCK = r"([0-9]{0,5}):([0-5][0-9])(?::([0-5][0-9]))?"
# An ISO 8601 duration, in lower case: `pt1h30m`.
_ISO = r"pt((?:[0-9.,]+[hms])+)"
# A unit longer than hours: `2 days`, `3w`.
_CALENDAR = r"[0-9] ?(?:d|days?|w|weeks?|mo|months?|y|years?)\b"
_UNIT_SECONDS = {"h": HOUR, "m": 60, "s": 1}
_HINT = "Type it like 90m, 1h30m, 1.5h or 1:30."
_EXAMPLE = "1h30m"


def parse_amount(text: str, longest: int | None = None) -> int:
    """The seconds that `text` says: `1h30m 1h30 90m 1.5h 1,5 1:30 :30 1hour PT1H30M`.

    `m` is always minutes; a number with a decimal sign is hours. More than 24 h is
    read here and refused by a rule later; an error offers at most `longest` seconds.
    Raises Unreadable for a whole number without
    a unit (it could be minutes or hours), a sign, zero, days or longer units, 60
    minutes or more after an hour, and anything left over.
    """
    cleaned = " ".join(text.casefold().split())
    if iso := re.fullmatch(_ISO, cleaned):
        cleaned = iso[1]
    for parse in (_parse_units, _parse_decimal, _parse_clock):
        seconds = parse(cleaned)
        if seconds:
            return seconds
        if seconds == 0:
            raise _like_example(f"{quoted(text)} is zero.", text)
    raise _amount_error(text, cleaned, longest)


def is_amount(text: str) -> bool:
    """Whether `parse_amount` reads it."""
    try:
        parse_amount(text)
    except Unreadable:
        return False
    return True


def _parse_units(text: str) -> int | None:
    """Seconds of `1h30m`, `90 min`, `2 hours and 5 minutes`, `1h30`; else None.

    Larger units come first, each once, and later ones are below 60.
    """
    if re.fullmatch(_HOURS_MINUTES, text):
        text += "m"
    if not re.fullmatch(_UNITS, text):
        return None
    seconds, last_size = 0, 0
    for number, unit in re.findall(_TOKEN, text):
        size = _UNIT_SECONDS[unit[0]]
        if last_size and (size >= last_size or int(number) >= 60):
            return None
        seconds += int(number) * size
        last_size = size
    return seconds


def _parse_decimal(text: str) -> int | None:
    """Seconds of hours with a decimal sign, rounded; None for `1,500`, perhaps 1500."""
    match = re.fullmatch(_DECIMAL, text)
    if not match or (match[2] == "," and len(match[3]) == 3):
        return None
    scale: int = 10 ** len(match[3])
    parts = int(match[1] or 0) * scale + int(match[3])
    return (2 * parts * HOUR + scale) // (2 * scale)


def _parse_clock(text: str) -> int | None:
    """Seconds of `1:30`, `:30`, `0:35:00` (hours, minutes, seconds); else None."""
    match = re.fullmatch(_CLOCK, text)
    if not match:
        return None
    hours, minutes, seconds = (int(part or 0) for part in match.groups())
    return hours * HOUR + minutes * 60 + seconds


def _amount_error(text: str, cleaned: str, longest: int | None) -> Unreadable:
    """What is wrong with `text`, which none of the three could read."""
    if not cleaned:
        return Unreadable("The amount of time is missing.", _HINT, added=[_EXAMPLE])
    if cleaned.isdecimal() and cleaned.isascii() and len(cleaned) <= 5:
        return _unit_error(text, int(cleaned), longest)
    if cleaned.startswith(("+", "-", "\u2212")):
        without_sign = cleaned.lstrip("+-\u2212 ")
        instead = without_sign if is_amount(without_sign) else _EXAMPLE
        message = f"{quoted(text)} begins with a sign."
        return Unreadable(message, _HINT, typed=text, instead=[instead])
    if re.search(_CALENDAR, cleaned):
        hint = "Type it in hours, like 8h or 7h30m."
        message = f"{quoted(text)} is in days or longer units."
        return Unreadable(message, hint, typed=text, instead=["8h"])
    return _like_example(f"{quoted(text)} is not an amount of time.", text)


def _like_example(message: str, text: str) -> Unreadable:
    return Unreadable(message, _HINT, typed=text, instead=[_EXAMPLE])


def _unit_error(text: str, number: int, longest: int | None) -> Unreadable:
    if number == 0:
        return _like_example(f"{quoted(text)} is zero.", text)
    hint = f"Type {number}m for minutes or {number}h for hours."
    amounts = [f"{number}m", f"{number}h"]
    if longest is not None and number * HOUR > longest:
        hint, amounts = f"Type {number}m for minutes.", [f"{number}m"]
    message = f"{quoted(text)} could be minutes or hours."
    return Unreadable(message, hint, typed=text, instead=amounts)


def say_amount(seconds: int) -> str:
    """`1h45m`, `2h00m`, `45m`; with seconds where they are not zero: `1h05m30s`.

    `parse_amount` reads it again.
    """
    sign = "-" if seconds < 0 else ""
    minutes, rest = divmod(abs(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    tail = f"{rest:02}s" if rest else ""
    if hours:
        return f"{sign}{hours}h{minutes:02}m{tail}"
    if minutes or not rest:
        return f"{sign}{minutes}m{tail}"
    return f"{sign}{rest}s"


def say_hours(seconds: int) -> str:
    """An amount in a sentence: whole hours as `143 h`, others as `148h45m`."""
    if seconds % HOUR:
        return say_amount(seconds)
    return f"{seconds // HOUR} h"


def say_bound(low: int, high: int) -> str:
    """A range of seconds in hours: `200-400 h`, `1.5-5 h`; `8 h` if both are equal."""
    first, last = _decimal_hours(low), _decimal_hours(high)
    return f"{first} h" if first == last else f"{first}-{last} h"


def _decimal_hours(seconds: int) -> str:
    return f"{seconds / HOUR:.2f}".rstrip("0").rstrip(".")
