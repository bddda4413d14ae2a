"""Times of day as logs write them, in seconds after midnight."""

import re
from datetime import time
from functools import lru_cache

from tracker.imports.rules.entries import MOST_CACHED
from tracker.imports.rules.signs import simplify_signs

# A time of day, or a whole hour: `9`, `9:30`, `09:30:15.25`, `9.30`, `9h30`, `9時30分`,
# `0930`, `9:30 p.m.`.
CLOCK = (
    r"(?:\d{4}|\d{1,2}(?::\d\d(?::\d\d(?:[.,]\d+)?)?|\.\d\d(?:\.\d\d)?"
    r"|[h時时点點시](?: ?\d\d(?: ?(?:m(?:in)?|[分분])\b)?)?)?(?: ?[ap]\.? ?m\b\.?)?)"
)
# The same, with a word for it: `18 Uhr`.
_CLOCK = re.compile(rf"{CLOCK}(?: ?uhr)?")
# A number: the `9`, the `30` of `9:30`.
_NUMBER = re.compile(r"\d+")
MIDNIGHT = 24 * 3600
ON_FACE = range(1, 13)


def read_clock(text: str) -> int | None:
    """Seconds after midnight, at most 86,400; None for what is no time of day.

    `9:30 09:30:15 9:30 pm 9.30 9h30 0930 18 Uhr 24:00`.
    """
    if (
        len(text) in (5, 8) and text[2] == ":"
    ):  # nearly all are written so, and there are very many
        try:
            wall = time.fromisoformat(text)
        except ValueError:
            return _read_other(text)
        return wall.hour * 3600 + wall.minute * 60 + wall.second
    return _read_other(text)


@lru_cache(maxsize=MOST_CACHED)
def _read_other(text: str) -> int | None:
    clock = " ".join(simplify_signs(text).casefold().split()).replace(" h", "h")
    if is_four_digits(clock):
        clock = f"{clock[:2]}:{clock[2:]}"
    if clock.isdecimal() or not _CLOCK.fullmatch(clock):
        return None
    numbers = [*map(int, _NUMBER.findall(clock)), 0, 0]
    hour, minute, second = numbers[:3]
    if half := half_of(clock):
        if hour not in ON_FACE:
            return None
        hour = hour % 12 + 12 * (half == "pm")
    seconds = hour * 3600 + minute * 60 + second
    return seconds if seconds <= MIDNIGHT and max(minute, second) < 60 else None


def half_of(clock: str) -> str:
    """The half of the day of a time as written: `pm` of `9:30 p.m.`; empty for none."""
    letters = clock.casefold().replace(".", "").replace(" ", "")
    return letters[-2:] if letters.endswith(("am", "pm")) else ""


def is_four_digits(clock: str) -> bool:
    """Whether a time is written like `0930`."""
    return clock.isdecimal() and len(clock) == 4
