"""Cells that say when: a day, a clock, both in one, or a range of clocks."""

import re
from collections.abc import Sequence
from functools import lru_cache

from tracker.imports.formats.instants import instant
from tracker.imports.rules.clock_ranges import split_range
from tracker.imports.rules.clocks import read_clock
from tracker.imports.rules.dates import is_plausible, read_numbers
from tracker.limits import DAY

NOON = 12 * 3600
# A day and a clock without a blank: `2026-01-21_9:00`, `21/01/2026-9:00`.
_GLUED = re.compile(r"(\d{1,4}([-./])\d{1,2}\2\d{1,4})[-_](\d{1,2}:\d\d(?::\d\d)?)")
# A day and a clock of a whole hour: `2026-01-21 8pm`.
_DAY_AND_HALF = re.compile(r"(.*\d),? (\d{1,2} ?[ap]\.?m\.?)", re.IGNORECASE)
# A clock with a colon: `9:30`, `09:30:15.5`, `9:30 pm`.
_CLOCKED = re.compile(
    r"\d{1,2}:\d\d(?::\d\d(?:[.,]\d+)?)?(?: ?[ap]\.? ?m\.?)?", re.IGNORECASE
)


@lru_cache(maxsize=4096)
def split_moment(text: str) -> tuple[str, str]:
    """The day and the clock of a cell, either of which may be missing.

    `21/01/2026 9:00 AM`, `2026-01-21T09:00:00`.
    """
    if text[10:11] == "T":
        return text[:10], text[11:]
    if match := _GLUED.fullmatch(text):
        return match[1], match[3]
    at = text.find(":")
    if at < 0:
        return _unpointed(text)
    blank = text.rfind(" ", 0, at)
    if blank < 0:
        return "", text
    return text[:blank].rstrip(", "), text[blank + 1 :]


def _unpointed(text: str) -> tuple[str, str]:
    """The same of a text without a colon: `2026-01-21`, `8pm`, `2026-01-21 8pm`."""
    if is_day(text):
        return text, ""
    if read_clock(text) is not None:
        return "", text
    match = _DAY_AND_HALF.fullmatch(text)
    if match and is_day(match[1]):
        return match[1], match[2]
    return text, ""


def is_day(text: str) -> bool:
    """Whether a cell says a day and nothing else."""
    return is_plausible(read_numbers(text))


def has_day(text: str) -> bool:
    """Whether a cell says a day, by itself or with a clock."""
    return is_day(split_moment(text)[0]) or instant(text) is not None


def is_moment(text: str) -> bool:
    """Whether a cell says a day and a clock."""
    if instant(text) is not None:
        return True
    day, clock = split_moment(text)
    return bool(clock) and is_day(day) and read_clock(clock) is not None


def is_clock(text: str) -> bool:
    """Whether a cell is written as clocks are: `9:30`, `09:30:15`, `9:30 pm`."""
    return bool(_CLOCKED.fullmatch(text))


def are_ranges(cells: Sequence[str]) -> bool:
    """Whether most cells of a column are ranges of clocks.

    Or all are like `9-11`, and some end past noon.
    """
    if 2 * sum(split_range(cell) is not None for cell in cells) > len(cells):
        return True
    bare = [split_range(cell, bare=True) for cell in cells]
    ends = [read_clock(clocks[1]) if clocks else None for clocks in bare]
    return None not in ends and any(end is not None and end > NOON for end in ends)


def seconds_between(start: str, end: str) -> int | None:
    """Seconds from one cell to another by the clock; None where one cannot be read.

    Both are moments, or both clocks.
    """
    first, last = instant(start), instant(end)
    if first is not None and last is not None:
        return last - first
    (day, clock), (end_day, end_clock) = split_moment(start), split_moment(end)
    began, ended = read_clock(clock), read_clock(end_clock)
    if began is None or ended is None or (day and end_day and day != end_day):
        return None
    return (ended - began) % DAY
