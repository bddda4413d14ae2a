"""The calendar of a year: a row for each day of the week, a column for each week."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from tracker.plans.rules.year import (
    Year,
    YearSpan,
    find_halves,
    find_shade,
    find_spans,
    month_columns,
    shade_limits,
)
from tracker.text.amounts import say_hours
from tracker.text.columns import GAP
from tracker.text.month_days import DAY_NAMES, MONTH_NAMES
from tracker.text.periods import week_start
from tracker.text.screen import SCREEN

_LABEL = 5  # columns of `Week `
_NAME_ROOM = 3  # weeks beside the last one, for the name of its month
_WIDE = 2  # columns of a week where there is room


def calendar_lines(year: Year) -> list[str]:
    """The days and weeks, in two halves where they are wider than the terminal.

    The legend stands below.
    """
    weeks, room = find_spans(year, "week"), SCREEN.columns - _LABEL
    is_whole = len(weeks) + _NAME_ROOM <= room
    halves = (weeks,) if is_whole else find_halves(weeks)
    width = _WIDE if _WIDE * len(weeks) <= room else 1
    pulse = SCREEN.signs.sparkline(
        [None if week.off else week.seconds for week in weeks]
    )
    lines: list[str] = []
    limits = shade_limits(year)
    for part in halves:
        lines += _part_lines(year, part, width, limits)
        lines.append(_line("Week", _widen(pulse[: len(part)], width)))
        pulse = pulse[len(part) :]
    return [*lines, *_legend(limits, has_breaks=bool(year.off))]


def _part_lines(
    year: Year, weeks: Sequence[YearSpan], width: int, limits: Sequence[int]
) -> Iterator[str]:
    """The months, then a line for each day of the week, `width` columns a week."""
    yield _line("", _month_names(weeks, width))
    for number, name in enumerate(DAY_NAMES):
        days = [week_start(week.since) + timedelta(days=number) for week in weeks]
        signs = "".join(_sign(year, day, limits) for day in days)
        yield _line(name, _widen(signs, width))


def _sign(year: Year, day: date, limits: Sequence[int]) -> str:
    """The sign of a day; a blank outside the year."""
    if not year.since <= day <= year.until:
        return " "
    seconds = year.seconds.get(day, 0)
    if not seconds and day in year.off:
        return SCREEN.signs.off
    return SCREEN.signs.shades[find_shade(seconds, limits)]


def _month_names(weeks: Sequence[YearSpan], width: int) -> str:
    """The names of months above their first weeks; none in less room than it takes."""
    starts = month_columns(weeks)
    ends = [column for column, _ in starts[1:]] + [len(weeks) + _NAME_ROOM]
    names = ""
    for (column, day), end in zip(starts, ends, strict=True):
        room, name = (end - column) * width, MONTH_NAMES[day.month - 1]
        names += (name if len(name) < room else "").ljust(room)
    return names


def _widen(signs: str, width: int) -> str:
    return "".join(sign * width for sign in signs)


def _line(label: str, text: str) -> str:
    return f"{label:{_LABEL}}{text}".rstrip()


def _legend(limits: Sequence[int], *, has_breaks: bool) -> Iterator[str]:
    """`· none  ░ up to 1 h  ▒ up to 2 h  ▓ up to 3 h  █ more  - break`, wrapped."""
    none, *shades, most = tuple(SCREEN.signs.shades)
    cells = [f"{none} none"]
    for shade, limit in zip(shades, limits, strict=True):
        cells.append(f"{shade} up to {say_hours(limit)}")
    cells.append(f"{most} more")
    if has_breaks:
        cells.append(f"{SCREEN.signs.off} break")
    line = cells[0]
    for cell in cells[1:]:
        if _LABEL + len(f"{line}{GAP}{cell}") > SCREEN.columns:
            yield _line("", line)
            line = cell
        else:
            line += f"{GAP}{cell}"
    yield _line("", line)
