"""The days of a year as two pictures, and as a table of its months."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from drawsvg import Drawing, Group, Rectangle, Text
from markupsafe import Markup

from tracker.export.render.blocks import TableBlock
from tracker.export.render.svg import LETTER, to_element
from tracker.page.view.templates import fill
from tracker.plans.rules.year import (
    Year,
    YearSpan,
    days_from,
    find_halves,
    find_shade,
    find_spans,
    month_columns,
    shade_limits,
)
from tracker.plans.view.year import say_month, say_total, week_sentences
from tracker.plans.view.year_calendar import say_shades
from tracker.text.amounts import say_amount
from tracker.text.days import say_day
from tracker.text.month_days import DAY_NAMES, MONTH_NAMES
from tracker.text.periods import Period, say_period, week_start

# Pixels: a day, from one to the next, and what stands left of the days and above them.
CELL, PITCH, LEFT, TOP = 12, 14, 28, 18
# Weeks that a month takes for its name to stand above it, and January for its year too.
NAME_ROOM, YEAR_ROOM = 2, 4
# The rows with the name of their day: Monday, Wednesday, Friday.
NAMED_DAYS = (0, 2, 4)


def calendar_section(year: Year) -> Markup:
    """The total in words, a picture of each half year, and a table of the months.

    The year has hours.
    """
    limits = shade_limits(year)
    halves = find_halves(find_spans(year, "week"))
    return fill(
        "year.html",
        total=say_total(year, year.until),
        sentences=list(week_sentences(year, year.until)),
        pictures=[_draw_half(year, half, limits) for half in halves],
        legend=list(_legend(year)),
        months=_month_table(year),
    )


def _draw_half(year: Year, weeks: Sequence[YearSpan], limits: Sequence[int]) -> Markup:
    """A column for each week, a row for each day of the week."""
    width, height = LEFT + len(weeks) * PITCH, TOP + len(DAY_NAMES) * PITCH
    # A screen reader says the title alone: browsers would go on with every day.
    drawing, drawn = Drawing(width, height), Group(aria_hidden="true")
    for row in NAMED_DAYS:
        y = TOP + row * PITCH + CELL - 2
        drawn.append(Text(DAY_NAMES[row], LETTER, 0, y))
    drawn.extend(_month_names(weeks))
    for column, week in enumerate(weeks):
        monday = week_start(week.since)
        for day in days_from(monday, monday + timedelta(days=6)):
            if day >= year.since:
                drawn.append(_draw_day(year, day, column, limits))
    drawing.append(drawn)
    period = say_period(Period(weeks[0].since, weeks[-1].until))
    title = f"Calendar of {period}. The table has the same hours."
    return Markup(to_element(drawing, title, scales=True))


def _month_names(weeks: Sequence[YearSpan]) -> Iterator[Text]:
    """The names above the first weeks of months; one above the last week ends with it."""
    starts = month_columns(weeks)
    ends = [column for column, _ in starts[1:]] + [len(weeks)]
    for (column, day), end in zip(starts, ends, strict=True):
        x, y, room = LEFT + column * PITCH, LETTER - 1, end - column
        name = MONTH_NAMES[day.month - 1]
        if day.month == 1 and room >= YEAR_ROOM:
            name = f"{name} {day.year}"
        if room >= NAME_ROOM:
            yield Text(name, LETTER, x, y)
        elif end == len(weeks):
            yield Text(name, LETTER, x + CELL, y, text_anchor="end")


def _draw_day(year: Year, day: date, column: int, limits: Sequence[int]) -> Rectangle:
    """A day, whose title has its hours; those to come are empty."""
    seconds = year.seconds.get(day, 0)
    corner = (LEFT + column * PITCH, TOP + day.weekday() * PITCH)
    name, says = f"h{find_shade(seconds, limits)}", say_amount(seconds)
    if day > year.until:
        name, says = "ahead", "to come"
    elif not seconds:
        is_off = day in year.off
        name, says = ("off", "break") if is_off else (name, "no hours")
    rectangle = Rectangle(*corner, CELL, CELL, class_=name)
    rectangle.append_title(f"{say_day(day, date.min)}: {says}")
    return rectangle


def _legend(year: Year) -> Iterator[tuple[str, str]]:
    """The class and the meaning of each kind of day."""
    yield "h0", "no hours"
    for shade, words in enumerate(say_shades(year), start=1):
        yield f"h{shade}", words
    if year.off:
        yield "off", "break"


def _month_table(year: Year) -> TableBlock:
    """The hours of each month, and of each of its days that has any."""
    months = find_spans(year, "month")
    rows = [
        (
            say_month(month),
            say_amount(month.seconds) if month.seconds else "-",
            str(month.study_days or "-"),
            _say_days(year, month),
        )
        for month in months
    ]
    head = ("Month", "Hours", "Days", "Each day")
    return TableBlock(head=head, rows=tuple(rows), caption="Months", align="lrrl")


def _say_days(year: Year, month: YearSpan) -> str:
    """`2 Nov 1h45m, 3 Nov 2h00m`."""
    name = MONTH_NAMES[month.since.month - 1]
    days = (day for day in days_from(month.since, month.until) if day in year.seconds)
    return ", ".join(
        f"{day.day} {name} {say_amount(year.seconds[day])}" for day in days
    )
