"""Amounts of time as people write them, in whole seconds."""

import re

from tracker.errors import Unreadable
from tracker.limits import HOUR
from tracker.text.columns import quoted

# The usual amounts, `1h30m`, `2h` and `90m`; making the patterns for all others takes
# 1 of the 45 ms of `tracker log`.
_USUAL = r"([0-9]{1,6})h(?:([0-5]?[0-9])m)?|([0-9]{1,6})m"
# A unit, perhaps with a full stop: `h`, `hrs`, `min.`, `'`.
_UNIT = r"(hours?|hrs?|h|minutes?|mins?|m|['\u2019\u2032]|seconds?|secs?|s)\.?(?![a-z])"
# A number with its unit: `90 min`, `2 hours`, `1h`.
_TOKEN = rf"([0-9]{{1,6}}) ?{_UNIT}"
# Several of these: `1h30m`, `2 hours and 5 minutes`, `1h, 30 min`.
_UNITS = rf"(?:{_TOKEN}(?:,? and |, ?| ?[+&] ?| (?=[0-9])|(?=[0-9])|$))+"
_HOURS = r"(?:hours?|hrs?|h)\.?"
# Hours and two digits of minutes: `1h30`, `1h 30`, `1 hour and 30`.
_HOURS_MINUTES = rf"[0-9]{{1,5}} ?{_HOURS} ?(?:and )?[0-5][0-9]"
# Hours with a decimal sign: `1.5h`, `1,5`, `.5`.
_DECIMAL = rf"(?P<hours>[0-9]{{0,5}})[.,](?P<part>[0-9]{{1,9}})(?P<unit> ?{_HOURS})?"
# Hours, minutes and perhaps seconds: `1:30`, `:30`, `0:35:00`, `1:30 h`.
_CLOCK = rf"([0-9]{{0,5}}):([0-5][0-9])(?::([0-5][0-9]))?(?: ?{_HOURS})?"
# An ISO 8601 duration, in lower case: `pt1h30m`.
_ISO = r"pt((?:[0-9.,]+[hms])+)"
# A unit longer than hours: `2 days`, `3w`.
_CALENDAR = r"[0-9] ?(?:d|days?|w|weeks?|mo|months?|y|years?)\b"
# What an amount in words or fractions has: `an hour and a half`, `1 1/2 h`, `½h`.
_SPOKEN = r"(?>.*(?:hour|min|/|[½¼¾⅓⅔])).*"
_UNIT_SECONDS = {"h": HOUR, "m": 60, "s": 1}
_HINT = "Type it like 90m, 1h30m, 1.5h or 1:30."
_EXAMPLE = "AMOUNT"


def parse_amount(text: str, longest: int | None = None) -> int:
    """The seconds that `text` says: `1h30m 1h30 90m 1.5h 1½h 1,5 1:30 :30 PT1H30M`.

    `m` is always minutes; a number with a decimal sign is hours. Words are read too:
    `half an hour`. More than 24 h is read here and refused by a rule later; an error
    offers at most `longest` seconds. Raises Unreadable for a whole number without a
    unit (it could be minutes or hours), for one like `1.30` (1h30m or 1.3 h), a sign,
    zero, days or longer units, 60 minutes or more after an hour, and anything left over.
    """
    cleaned = _clean(text)
    seconds = _parse(cleaned)
    if seconds:
        return seconds
    if seconds == 0:
        raise _like_example(f"{quoted(text)} is zero.", text)
    raise _amount_error(text, cleaned, longest)


def is_amount(text: str) -> bool:
    """Whether `parse_amount` reads it."""
    return bool(_parse(_clean(text)))


def _clean(text: str) -> str:
    return " ".join(text.casefold().split())


def _parse(text: str) -> int | None:
    """The seconds of `text`, in lower case; None where it cannot be read."""
    iso = text.startswith("pt") and re.fullmatch(_ISO, text)
    if iso:
        text = iso[1]
    for parse in (_parse_units, _parse_decimal, _parse_clock, _parse_spoken):
        seconds = parse(text)
        if seconds is not None:
            return seconds
    return None


def _parse_units(text: str) -> int | None:
    """Seconds of `1h30m`, `90 min`, `2 hours and 5 minutes`, `1h30`; else None.

    Larger units come first, each once, and later ones are below 60.
    """
    if usual := re.fullmatch(_USUAL, text):
        hours, minutes, alone = usual.groups("0")
        return int(hours) * HOUR + (int(minutes) + int(alone)) * 60
    if re.fullmatch(_HOURS_MINUTES, text):
        text += "m"
    if not re.fullmatch(_UNITS, text):
        return None
    seconds, last_size = 0, 0
    for number, unit in re.findall(_TOKEN, text):
        size = _UNIT_SECONDS.get(unit[0], 60)
        if last_size and (size >= last_size or int(number) >= 60):
            return None
        seconds += int(number) * size
        last_size = size
    return seconds


def _parse_decimal(text: str) -> int | None:
    """Seconds of hours with a decimal sign, rounded.

    None for `1,500`, perhaps 1500, and for `1.30`, perhaps 1h30m.
    """
    match = re.fullmatch(_DECIMAL, text)
    if not match or ("," in text and len(match["part"]) == 3):
        return None
    seconds = _decimal_seconds(match)
    return seconds if _clock_seconds(match) in (None, seconds) else None


def _decimal_seconds(match: re.Match[str]) -> int:
    """Seconds of a match of `_DECIMAL`: 5400 of `1.5`."""
    scale: int = 10 ** len(match["part"])
    parts = int(match["hours"] or 0) * scale + int(match["part"])
    return (2 * parts * HOUR + scale) // (2 * scale)


def _clock_seconds(match: re.Match[str]) -> int | None:
    """Seconds of a match of `_DECIMAL` as hours and minutes: 5400 of `1.30`.

    None where a unit says that it is hours, or where the minutes would not be two
    digits below 60.
    """
    part = match["part"]
    if match["unit"] or len(part) != 2 or int(part) >= 60:
        return None
    return int(match["hours"] or 0) * HOUR + int(part) * 60


def _parse_clock(text: str) -> int | None:
    """Seconds of `1:30`, `:30`, `0:35:00` (hours, minutes, seconds); else None."""
    match = re.fullmatch(_CLOCK, text)
    if not match:
        return None
    hours, minutes, seconds = (int(part or 0) for part in match.groups())
    return hours * HOUR + minutes * 60 + seconds


def _parse_spoken(text: str) -> int | None:
    """Seconds of `half an hour`, `two hours`, `1½h`, `1 1/2 h`; else None."""
    if not re.fullmatch(_SPOKEN, text):
        return None
    from tracker.text.spoken_amounts import in_digits  # 1 ms, so only for words

    return _parse_units(in_digits(text))


def _amount_error(text: str, cleaned: str, longest: int | None) -> Unreadable:
    """What is wrong with `text`, which could not be read."""
    if not cleaned:
        return Unreadable("The amount of time is missing.", _HINT, added=[_EXAMPLE])
    if cleaned.isdecimal() and cleaned.isascii() and len(cleaned) <= 5:
        return _unit_error(text, int(cleaned), longest)
    decimal = re.fullmatch(_DECIMAL, cleaned)
    if decimal and (minutes := _clock_seconds(decimal)):
        return _decimal_error(text, minutes, _decimal_seconds(decimal), longest)
    if cleaned.startswith(("+", "-", "\u2212")):
        without_sign = cleaned.lstrip("+-\u2212 ")
        instead = without_sign if is_amount(without_sign) else _EXAMPLE
        message = f"{quoted(text)} begins with a sign."
        return Unreadable(message, _HINT, typed=text, instead=[instead])
    if re.search(_CALENDAR, cleaned):
        hint = "Type it in hours, like 8h or 7h30m."
        message = f"{quoted(text)} is in days or longer units."
        return Unreadable(message, hint, typed=text, instead=[_EXAMPLE])
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
    return Unreadable(message, hint, typed=text, instead=amounts, candidates=amounts)


def _decimal_error(
    text: str, minutes: int, part: int, longest: int | None
) -> Unreadable:
    """The question whether `1.30` is 1h30m (`minutes`, in seconds) or 1h18m (`part`)."""
    message = f"{quoted(text)} could be {say_amount(minutes)} or {say_amount(part)}."
    if longest is not None and part > longest:
        return _like_example(message, text)
    readings = [say_amount(minutes), say_amount(part)]
    hint = f"Type {readings[0]}, or {readings[1]} for a decimal number of hours."
    return Unreadable(message, hint, typed=text, instead=readings)


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


def round_to_unit(amount: int, unit: int) -> int:
    """The nearest whole number of units, a half rounded up; 1 at least for anything."""
    return (2 * amount + unit) // (2 * unit) or int(amount > 0)


def say_bound(low: int, high: int) -> str:
    """A range of seconds in hours: `200-400 h`, `1.5-5 h`; `8 h` if both are equal."""
    first, last = _decimal_hours(low), _decimal_hours(high)
    return f"{first} h" if first == last else f"{first}-{last} h"


def _decimal_hours(seconds: int) -> str:
    return f"{seconds / HOUR:.2f}".rstrip("0").rstrip(".")
