"""Cells that say when: a day, a clock, both in one, or a range of clocks."""

from collections.abc import Sequence
from functools import lru_cache

from tracker.imports.formats.instants import instant
from tracker.imports.rules.clock_ranges import split_range
from tracker.imports.rules.clocks import half_of, read_clock
from tracker.imports.rules.dates import is_plausible, read_numbers
from tracker.imports.rules.entries import MOST_CACHED
from tracker.imports.rules.signs import simplify_signs
from tracker.limits import DAY

NOON = 12 * 3600


@lru_cache(maxsize=MOST_CACHED)
def split_moment(text: str, *, dated: bool = False) -> tuple[str, str]:
    """The day and the clock of a cell in plain signs, either of which may be missing.

    `21/01/2026 9:00 AM`, `2026-01-21T09:00:00`, `2026-01-21_9:00`, `9 April at 9:00`.
    `dated` where the day is in another cell: then `11.06` is a clock.
    """
    text = simplify_signs(text)
    if text[10:11] == "T" or text[10:14:3] == " :":  # nearly all are written so
        return text[:10].rstrip(","), text[11:]
    at = text.find(":")
    if at < 0:
        return _without_colon(text, dated=dated)
    start = max(0, at - 2 if text[max(0, at - 2) : at].isdecimal() else at - 1)
    day, between = text[:start].rstrip(" ,-_"), text[start - 1 : start]
    is_apart = between.isspace() or (between in "-_" and is_day(day))
    if not day or not is_apart:
        return "", text
    return day.removesuffix(" at"), text[start:]


def _without_colon(text: str, *, dated: bool) -> tuple[str, str]:
    """The same of a text without a colon: `2026-01-21`, `8pm`, `2026-01-21 8pm`."""
    is_clock_time = read_clock(text) is not None
    if is_day(text) and not (dated and is_clock_time):
        return text, ""
    if is_clock_time:
        return "", text
    words = text.split(" ")
    for count in (1, 2):
        day, clock = " ".join(words[:-count]).rstrip(","), " ".join(words[-count:])
        if half_of(clock) and is_day(day) and read_clock(clock) is not None:
            return day, clock
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
    return ":" in simplify_signs(text) and read_clock(text) is not None


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
    day, clock = split_moment(start, dated=True)
    end_day, end_clock = split_moment(end, dated=True)
    began, ended = read_clock(clock), read_clock(end_clock)
    if began is None or ended is None or (day and end_day and day != end_day):
        return None
    return (ended - began) % DAY
