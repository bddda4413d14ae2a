"""A year in sentences, a calendar or a line for each week, and one for each month."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import dropwhile, groupby

from tracker.plans.rules.year import (
    Year,
    YearSpan,
    days_from,
    find_breaks,
    find_spans,
)
from tracker.plans.view.breaks import say_break
from tracker.plans.view.year_calendar import calendar_lines
from tracker.text.amounts import say_amount, say_hours
from tracker.text.bars import bar_rows
from tracker.text.columns import count_noun, wrap
from tracker.text.days import say_day
from tracker.text.month_days import MONTH_NAMES
from tracker.text.periods import Period, month_of, say_period, year_of
from tracker.text.screen import SCREEN

_INDENT = 2
_NOTHING_HINTS = """\
To log a session: tracker log fastai 1h30m
For all time: tracker report --all"""


def year_text(today: date, year: Year) -> str:
    """The total first, then the calendar, then the months."""
    if not year.seconds:
        return f"{wrap(say_total(year, today))}\n{_NOTHING_HINTS}"
    lines = [wrap(say_total(year, today))]
    if SCREEN.signs.draws:
        lines += ["", *calendar_lines(year), ""]
    lines += _month_lines(find_spans(year, "month"))
    lines += map(wrap, week_sentences(year, today))
    return "\n".join(lines if SCREEN.signs.draws else [*lines, *_week_lines(year)])


def say_total(year: Year, today: date) -> str:
    """`504 h on 187 days in 2025.`, or that there is nothing."""
    period = _say_year(year, today)
    if not year.seconds:
        return f"Nothing logged in {period}."
    days = count_noun(len(year.seconds), "day")
    return f"{say_hours(year.total)} on {days} in {period}."


def _say_year(year: Year, today: date) -> str:
    """`2025`, `2026 so far`, or `the last 52 weeks, since Mon 1 Dec 2025`."""
    if year.since == year.until.replace(month=1, day=1):
        is_whole = year_of(year.since).until == year.until
        return f"{year.since.year}{'' if is_whole else ' so far'}"
    return f"the last 52 weeks, since {say_day(year.since, today)}"


def say_month(month: YearSpan) -> str:
    """`Nov 2026`; of one that is not whole, `1-23 Nov`."""
    if month_of(month.since) == (month.since, month.until):
        return say_period(Period(month.since, month.until))
    days = dict.fromkeys((str(month.since.day), str(month.until.day)))
    return f"{'-'.join(days)} {MONTH_NAMES[month.since.month - 1]}"


def _month_lines(months: Sequence[YearSpan]) -> list[str]:
    """Each month from the first with hours on: hours, days with hours, a bar."""
    months = list(dropwhile(lambda month: not month.seconds, months))
    cells = [_month_row(month) for month in months]
    amounts = [month.seconds for month in months]
    return bar_rows(cells, "lrr", amounts, indent=_INDENT)


def _month_row(month: YearSpan) -> tuple[str, str, str]:
    title = say_month(month)
    if not month.seconds:
        return title, "-", "break" if month.off else ""
    return title, say_amount(month.seconds), count_noun(month.study_days, "day")


def _week_lines(year: Year) -> Iterator[str]:
    """Each week from the first with hours on, with its days; of empty ones one line.

    `2 Nov to 8 Nov 2026: 5h30m; Mon 2h00m, Wed 3h30m`, `9 Nov to 22 Nov 2026: nothing`.
    """
    weeks = dropwhile(lambda week: not week.seconds, find_spans(year, "week"))
    for _, run in groupby(weeks, lambda week: (week.off, week.seconds and week.key)):
        first, *others = run
        days = Period(first.since, [first, *others][-1].until)
        yield wrap(f"{say_period(days)}: {_say_week(year, first)}", _INDENT)


def _say_week(year: Year, week: YearSpan) -> str:
    if not week.seconds:
        return "break" if week.off else "nothing"
    days = [day for day in days_from(week.since, week.until) if day in year.seconds]
    hours = [f"{day:%a} {say_amount(year.seconds[day])}" for day in days]
    return f"{say_amount(week.seconds)}; {', '.join(hours)}"


def week_sentences(year: Year, today: date) -> Iterator[str]:
    """The highest week, where two have hours, and the breaks.

    `Highest week: 14h30m, 3 Aug to 9 Aug 2026.`
    `Break: Wed 1 Apr to Tue 14 Apr, 14 days.`
    """
    weeks = [week for week in find_spans(year, "week") if week.seconds]
    if len(weeks) > 1:
        most = max(weeks, key=lambda week: week.seconds)
        days = say_period(Period(most.since, most.until))
        yield f"Highest week: {say_hours(most.seconds)}, {days}."
    breaks = [say_break(each, today) for each in find_breaks(year)]
    if breaks:
        word = "Break" if len(breaks) == 1 else "Breaks"
        yield f"{word}: {'; '.join(breaks)}."
