"""Cells of a table, plainly: a day, a clock, a length without what stands around it."""

import re
from functools import lru_cache
from typing import NamedTuple

from tracker.imports.formats.cell_times import has_day, split_moment
from tracker.imports.rules.clock_ranges import leading_range
from tracker.imports.rules.clocks import read_clock
from tracker.imports.rules.dates import LONGEST, is_plausible, read_numbers
from tracker.imports.rules.entries import MOST_CACHED, NOTHING
from tracker.imports.rules.lengths import read_length

# An aside, or a sum after an arrow: `(with a break)`, `-> 9h`.
_ASIDE = re.compile(r" ?(?:\(|->|=>|\u2192).*")
# What stands between the two ends of a stretch.
LONGEST_STRETCHES = 1_000  # letters of a cell with several
_STRETCHES = (" \u2192 ", " -> ", " \u2013 ", " - ", " to ", " bis ")


class Length(NamedTuple):
    """What a cell of a length says: the length, or two clocks, or both."""

    length: str = ""
    clock: str = ""
    end_clock: str = ""


@lru_cache(maxsize=MOST_CACHED)
def plain_day(cell: str) -> str:
    """The day of a cell without words after it: `21 Jan 2026 evening`."""
    text = " ".join(cell.split())
    end = len(text)
    while end > 0:
        day = text[:end].rstrip(",") if end <= LONGEST else ""
        if day and is_plausible(read_numbers(day)):
            return day if end < len(text) else cell
        start = text.rfind(" ", 0, end)
        if any(map(str.isdigit, text[start + 1 : end])):
            return cell
        end = start
    return cell


def plain_clock(cell: str) -> str:
    """A cell of a clock; empty where it says none: `-`, `morning`."""
    if not cell or cell[0].isdigit() or any(map(str.isdigit, cell)):
        return cell
    return ""


@lru_cache(maxsize=MOST_CACHED)
def split_length(cell: str) -> Length | None:
    """The length, or the clocks, of a cell that is not simply a length.

    `1.5 (with a break)`, `4h -> 9h`, `14:00-16:30`, `14:00-16:30 (2h)`, `-`. None for a
    cell that is a length without more, or cannot be read.
    """
    if read_length(cell, "h") is not None:
        return None
    if not any(map(str.isalnum, cell)):
        return Length()
    length = _ASIDE.sub("", cell)
    if read_length(length, "h") is not None:
        return Length(length)
    span = leading_range(cell)
    if span is None:
        return None
    rest = span.rest.strip(" ()=:,;")
    if rest and read_length(rest, "") is None:
        return None
    return Length(rest, span.start, span.end)


class DatedRange(NamedTuple):
    """A day and a clock, and the clock and perhaps the day at which it ended."""

    day: str
    clock: str
    end_day: str
    end_clock: str


@lru_cache(maxsize=MOST_CACHED)
def split_stretch(cell: str) -> DatedRange | None:
    """The stretch that a cell says: `July 20, 2026 6:00 PM \u2192 7:30 PM`; else None."""
    for sign in _STRETCHES:
        start, found, end = cell.partition(sign)
        if found:
            (day, clock), (end_day, end_clock) = split_moment(start), split_moment(end)
            are_times = (
                read_clock(clock) is not None and read_clock(end_clock) is not None
            )
            is_dated = is_plausible(read_numbers(day)) and are_times
            return DatedRange(day, clock, end_day, end_clock) if is_dated else None
    return None


def says_day(cell: str) -> bool:
    """Whether a cell says a day, by itself, with a clock, words or a stretch."""
    return has_day(plain_day(cell)) or split_stretch(cell) is not None


def split_clocks(cell: str) -> tuple[str, str]:
    """The two clocks of a cell below a header of times: `9-11`, `8:20 - ...`.

    Twice the cell where it says something else.
    """
    span = leading_range(cell, bare=True)
    if span and not span.rest.strip(" .,;"):
        return span.start, span.end
    return cell, cell


def split_stretches(cell: str) -> list[tuple[str, str]]:
    """The two clocks of each stretch of a cell with several: `9-11, 18:00-21:00`.

    Empty where it says one stretch, or something else.
    """
    stretches, rest = [], cell if len(cell) <= LONGEST_STRETCHES else ""
    while rest:
        span = leading_range(rest, bare=True)
        if span is None or not span.end:
            return []
        stretches.append((span.start, span.end))
        rest = span.rest.lstrip(" ,;/&+").removeprefix("and ")
    return stretches if len(stretches) > 1 else []


@lru_cache(maxsize=MOST_CACHED)
def split_tags(text: str) -> tuple[str, ...]:
    """`reading, deep work` as its tags."""
    tags = (tag.strip() for tag in text.replace(";", ",").split(","))
    return tuple(tag for tag in tags if tag not in ("", NOTHING))
