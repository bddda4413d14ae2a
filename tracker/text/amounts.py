"""Amounts of time as people write them, in whole seconds."""

import re

from tracker.errors import Unreadable
from tracker.text.columns import quoted

_TOKEN = r"([0-9]{1,6}) ?(hours?|hrs?|h|minutes?|mins?|m|seconds?|secs?|s)(?![a-z])"
_UNITS = rf"(?:{_TOKEN}(?: and | (?=[0-9])|(?=[0-9])|$))+"
_GLUED = r"[0-9]{1,5}h[0-9][0-9]"
_DECIMAL = r"([0-9]{0,5})([.,])([0-9]{1,9})(?: ?(?:hours?|hrs?|h))?"
_CLOCK = r"([0-9]{0,5}):([0-5][0-9])(?::([0-5][0-9]))?"
_ISO = r"pt((?:[0-9.,]+[hms])+)"
_CALENDAR = r"[0-9] ?(?:d|days?|w|weeks?|mo|months?|y|years?)\b"
_SIZES = {"h": 3600, "m": 60, "s": 1}
_HINT = "Type it like 90m, 1h30m, 1.5h or 1:30."


def parse_amount(text: str) -> int:
    """The seconds that `text` says: `1h30m 1h30 90m 1.5h 1,5h 1.5 1:30 :30 0:35:00 1hour PT1H30M` and the like.

    `m` is always minutes, a number with a decimal sign is hours. More than 24 h is read; a rule refuses it later.
    Raises Unreadable for a bare whole number (minutes and hours both have believers), a sign, zero,
    days or longer, 60 minutes or more after an hour, and anything left unread.
    """
    said = " ".join(text.casefold().split())
    if iso := re.fullmatch(_ISO, said):
        said = iso[1]
    for read in (_units, _decimal, _clock):
        seconds = read(said)
        if seconds:
            return seconds
        if seconds == 0:
            raise Unreadable(f"{quoted(text)} is no time at all.", _HINT)
    raise _unreadable(text, said)


def is_amount(text: str) -> bool:
    """Whether `parse_amount` reads it."""
    try:
        parse_amount(text)
    except Unreadable:
        return False
    return True


def _units(said: str) -> int | None:
    """`1h30m`, `90 min`, `2 hours and 5 minutes`, `1h30`: larger units first, each once, below 60 after the first."""
    if re.fullmatch(_GLUED, said):
        said += "m"
    if not re.fullmatch(_UNITS, said):
        return None
    seconds, last = 0, 0
    for number, unit in re.findall(_TOKEN, said):
        size = _SIZES[unit[0]]
        if last and (size >= last or int(number) >= 60):
            return None
        seconds, last = seconds + int(number) * size, size
    return seconds


def _decimal(said: str) -> int | None:
    """Hours with a decimal sign, rounded to the second; `1,500` could be fifteen hundred and is not read."""
    found = re.fullmatch(_DECIMAL, said)
    if not found or (found[2] == "," and len(found[3]) == 3):
        return None
    scale: int = 10 ** len(found[3])
    parts = int(found[1] or 0) * scale + int(found[3])
    return (2 * parts * 3600 + scale) // (2 * scale)


def _clock(said: str) -> int | None:
    """`1:30`, `:30`, `0:35:00`: hours, minutes, seconds."""
    found = re.fullmatch(_CLOCK, said)
    if not found:
        return None
    return int(found[1] or 0) * 3600 + int(found[2]) * 60 + int(found[3] or 0)


def _unreadable(text: str, said: str) -> Unreadable:
    """What is wrong with an amount that no reader took."""
    if not said:
        return Unreadable("That says no amount of time.", _HINT)
    if said.isdecimal() and said.isascii() and len(said) <= 5:
        number = int(said)
        if number == 0:
            return Unreadable(f"{quoted(text)} is no time at all.", _HINT)
        return Unreadable(
            f"{quoted(text)} could be minutes or hours.",
            f"Type {number}m for minutes or {number}h for hours.",
        )
    if said.startswith(("+", "-", "\u2212")):
        return Unreadable(f"{quoted(text)} has a sign; an amount has none.", _HINT)
    if re.search(_CALENDAR, said):
        return Unreadable(
            f"{quoted(text)} is not counted in hours and minutes.",
            "Type it in hours, like 8h or 7h30m.",
        )
    return Unreadable(f"{quoted(text)} is not an amount of time.", _HINT)


def say_amount(seconds: int) -> str:
    """`1h45m`, `2h00m`, `45m`; seconds only where they are not whole minutes: `1h05m30s`. `parse_amount` reads it."""
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
    """An amount in prose: whole hours as `143 h`, the others as `148h45m`."""
    return say_amount(seconds) if seconds % 3600 else f"{seconds // 3600} h"


def say_bound(low: int, high: int) -> str:
    """Two amounts of seconds as a range of hours: `200-400 h`, `1.5-5 h`; `8 h` where both are the same."""
    first, last = _hours(low), _hours(high)
    return f"{first} h" if first == last else f"{first}-{last} h"


def _hours(seconds: int) -> str:
    return f"{seconds / 3600:.2f}".rstrip("0").rstrip(".")
