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
from tracker.text.columns import flow
from tracker.text.month_days import DAY_NAMES, MONTH_NAMES
from tracker.text.periods import week_start
from tracker.text.screen import SCREEN

_LABEL = 5  # columns of `Week `
_NAME_ROOM = 3  # columns beside the last week, for the name of its month
_WIDE = 2  # columns of a week where there is room


def calendar_lines(year: Year) -> list[str]:
    """The days and weeks, in two halves where they are wider than the terminal.

    The legend stands below.
    """
    weeks, room = find_spans(year, "week"), SCREEN.columns - _LABEL
    is_whole = len(weeks) + _NAME_ROOM <= room
    halves = (weeks,) if is_whole else find_halves(weeks)
    width = _WIDE if _WIDE * len(weeks) + _NAME_ROOM <= room else 1
    hours = [None if week.off else week.seconds for week in weeks]
    pulse, limits = SCREEN.signs.sparkline(hours), shade_limits(year)
    lines: list[str] = []
    for part in halves:
        lines += _part_lines(year, part, width, limits)
        lines.append(_line("Week", pulse[: len(part)], width))
        pulse = pulse[len(part) :]
    return [*lines, *_legend(year)]


def _part_lines(
    year: Year, weeks: Sequence[YearSpan], width: int, limits: Sequence[int]
) -> Iterator[str]:
    """The years and months, then a line for each day of the week, `width` columns a week.

    A single year is not named: the total above is of that year.
    """
    months = month_columns(weeks)
    years = {day.year: column for column, day in reversed(months)}
    if len(years) > 1:
        marks = [(column, str(number)) for number, column in sorted(years.items())]
        yield _names(marks, len(weeks), width)
    marks = [(column, MONTH_NAMES[day.month - 1]) for column, day in months]
    yield _names(marks, len(weeks), width)
    for number, name in enumerate(DAY_NAMES):
        days = [week_start(week.since) + timedelta(days=number) for week in weeks]
        yield _line(name, "".join(_sign(year, day, limits) for day in days), width)


def _sign(year: Year, day: date, limits: Sequence[int]) -> str:
    """The sign of a day; a blank outside the year."""
    if not year.since <= day <= year.until:
        return " "
    seconds = year.seconds.get(day, 0)
    if not seconds and day in year.off:
        return SCREEN.signs.off
    return SCREEN.signs.shades[find_shade(seconds, limits)]


def _names(marks: Sequence[tuple[int, str]], weeks: int, width: int) -> str:
    """Names above the columns they begin with.

    The first one begins further left, above the labels, where the second one is near.
    """
    line = ""
    ends = [column for column, _ in marks[1:]] + [weeks + _NAME_ROOM]
    for (column, name), end in zip(marks, ends, strict=True):
        end = _LABEL + end * width
        line = line.ljust(min(_LABEL + column * width, end - len(name) - 1)) + name
    return line


def _line(label: str, signs: str, width: int) -> str:
    """A row of the calendar: a sign a week, with blanks up to `width` columns."""
    return f"{label:{_LABEL}}{''.join(sign.ljust(width) for sign in signs)}".rstrip()


def say_shades(year: Year) -> list[str]:
    """`up to 1 h`, ..., `more`: what shades mean, up to that of the highest day."""
    limits = shade_limits(year)
    words = [f"up to {say_hours(limit)}" for limit in limits]
    highest = max(year.seconds.values(), default=0)
    return [*words, "more"][: find_shade(highest, limits)]


def _legend(year: Year) -> Iterator[str]:
    """`· none  ░ up to 1 h  ▒ up to 2 h  ▓ up to 3 h  █ more  - break`, wrapped.

    Then what the row Week means: `Week: ▁▂▃▄▅▆▇█ up to 13h05m`.
    """
    signs, words = SCREEN.signs, ["none", *say_shades(year)]
    cells = [f"{sign} {text}" for sign, text in zip(signs.shades, words, strict=False)]
    if year.off:
        cells.append(f"{signs.off} break")
    yield flow(cells, indent=_LABEL)
    highest = max(week.seconds for week in find_spans(year, "week"))
    yield f"{'':{_LABEL}}Week: {signs.heights} up to {say_hours(highest)}"
