"""Times of day as logs write them, in seconds after midnight."""

import re
from datetime import time
from functools import lru_cache

from tracker.errors import Unreadable
from tracker.text.times import parse_clock

# A clock with dots: `9.30`, `9.30.15`.
_DOTTED = re.compile(r"(\d{1,2})\.(\d\d)(?:\.(\d\d))?(?=\D|$)", re.ASCII)
# A clock with an h: `9h30`, `9 h`, `9h30min`.
_FRENCH = re.compile(r"(\d{1,2}) ?h ?(\d\d)?(?: ?m(?:in)?)?", re.ASCII)
# A fraction of a second: `:30:15.250`.
_FRACTION = re.compile(r"(:\d\d:\d\d)[.,]\d+", re.ASCII)
# The half of the day: `pm`, `p.m.`, `p m`.
_HALVES = re.compile(r"([ap])\.? ?m\.?(?=\W|$)")
MIDNIGHT = 24 * 3600


def read_clock(text: str) -> int | None:
    """Seconds after midnight, at most 86,400; None for what is no time of day.

    `9:30 09:30:15 9:30 pm 9.30 9h30 0930 24:00`.
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


@lru_cache(maxsize=20_000)
def _read_other(text: str) -> int | None:
    clock = _HALVES.sub(r"\1m", " ".join(text.casefold().split()))
    clock = _FRACTION.sub(r"\1", clock)
    clock = _DOTTED.sub(
        lambda match: ":".join(part for part in match.groups() if part), clock
    )
    if match := _FRENCH.fullmatch(clock):
        clock = f"{match[1]}:{match[2] or '00'}"
    if clock in ("24:00", "24:00:00"):
        return MIDNIGHT
    try:
        wall = parse_clock(clock)
    except Unreadable:
        return None
    return wall.hour * 3600 + wall.minute * 60 + wall.second
