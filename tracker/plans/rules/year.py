"""A year of days with their hours; its weeks, months, breaks and shades.

Amounts are in seconds.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from tracker.errors import Refused, Unreadable
from tracker.journal.rules.report_days import stretch_days, stretch_keys
from tracker.limits import HOUR
from tracker.plans.rules.breaks import Break
from tracker.text.columns import quoted
from tracker.text.periods import parse_period, week_start, year_of
from tracker.text.weeks import is_number_back

WEEKS = 52
SHADES = 4  # of days with hours
# How many hours a shade is darker than the one before.
_STEPS = (0.25, 0.5, 1, 1.5, 2, 3, 4, 6, 8)
_ONE_DAY = timedelta(days=1)
_SPOKEN = {"last": "last year", "previous": "last year", "this": "this year"}


class Year(NamedTuple):
    """The days `since` to `until`; `until` is today, or the last day of a past year.

    `seconds` are those on the clock, of each day that has any; `off` the days of
    planned breaks, those before `since` and after `until` too.
    """

    since: date
    until: date
    seconds: Mapping[date, int]
    off: frozenset[date] = frozenset()

    @property
    def total(self) -> int:
        """The seconds of all its days."""
        return sum(self.seconds.values())


class YearSpan(NamedTuple):
    """A week or a month, or as much of it as is in the year.

    `key` is `2026-W48` or `2026-11`. One that is `off` has no hours and lies in planned
    breaks.
    """

    key: str
    since: date
    until: date
    seconds: int
    study_days: int
    off: bool


def last_weeks(today: date) -> tuple[date, date]:
    """The first and the last day of the last 52 weeks, this one included, up to `today`."""
    return week_start(today) - timedelta(weeks=WEEKS - 1), today


def parse_year(text: str, today: date) -> tuple[date, date]:
    """The first and the last day of the calendar year in `text`, at most up to `today`.

    `-1` and `last` are the year before. Raises Unreadable for what is no year, Refused
    for one to come.
    """
    words = " ".join(text.casefold().split())
    if is_number_back(words):
        words = str(today.year + int(words))
    try:
        period = parse_period(_SPOKEN.get(words, words), today)
    except Unreadable:
        raise _not_a_year(text, today) from None
    since, until = period
    if since is None or until is None or period != year_of(since):
        raise _not_a_year(text, since or today)
    if since > today:
        raise Refused(
            f"{since.year} has not begun.", "To see the last 52 weeks: tracker year"
        )
    return since, min(until, today)


def _not_a_year(text: str, near: date) -> Unreadable:
    year = near.year
    if text.isdecimal() and len(text) == 2:  # `26`
        year = min(year // 100 * 100 + int(text), year)
    return Unreadable(
        f"{quoted(text)} is not a year.",
        f"Type it like {year}.",
        typed=text,
        instead=[str(year)],
    )


def find_spans(year: Year, by: str) -> tuple[YearSpan, ...]:
    """The weeks or the months (`by`) of a year, those without hours too."""
    keys = stretch_keys(by, (year.since, year.until))
    return tuple(_find_span(year, by, key) for key in keys)


def _find_span(year: Year, by: str, key: str) -> YearSpan:
    first, last = stretch_days(by, key)
    since, until = max(first, year.since), min(last, year.until)
    days = list(days_from(since, until))
    amounts = [year.seconds[day] for day in days if day in year.seconds]
    is_off = not amounts and year.off.issuperset(days)
    return YearSpan(key, since, until, sum(amounts), len(amounts), is_off)


def days_from(since: date, until: date) -> Iterator[date]:
    """Each day from `since` to `until`, both included."""
    for number in range((until - since).days + 1):
        yield since + _ONE_DAY * number


def find_breaks(year: Year) -> tuple[Break, ...]:
    """The breaks of a year; two that touch are one."""
    firsts = sorted(day for day in year.off if day - _ONE_DAY not in year.off)
    lasts = sorted(day for day in year.off if day + _ONE_DAY not in year.off)
    return tuple(map(Break, firsts, lasts))


def month_columns(weeks: Sequence[YearSpan]) -> list[tuple[int, date]]:
    """The columns of a calendar above which a month stands, with a day of it.

    Each week is a column. A month stands above the week of its first day, and the
    earliest one above the first.
    """
    columns: list[tuple[int, date]] = []
    for column, week in enumerate(weeks):
        if not columns or columns[-1][1].month != week.until.month:
            columns.append((column, week.until))
    return columns


def find_halves(weeks: Sequence[YearSpan]) -> tuple[Sequence[YearSpan], ...]:
    """The first and the second half of some weeks; one week is not halved."""
    half = (len(weeks) + 1) // 2
    return tuple(filter(None, (weeks[:half], weeks[half:])))


def shade_limits(year: Year) -> tuple[int, ...]:
    """The seconds of a day up to which each shade but the darkest goes.

    The smallest with which at most a quarter of the days with hours, or a single one,
    have the darkest; days of more than 24 h (imported) may all have it.
    """
    amounts = sorted(year.seconds.values()) or [0]
    darkest = min(max(len(amounts) // 4, 1), len(amounts) - 1)
    usual = amounts[-1 - darkest]
    limits = [_limits(int(hours * HOUR)) for hours in _STEPS]
    return next((each for each in limits if usual <= each[-1]), limits[-1])


def _limits(step: int) -> tuple[int, ...]:
    return tuple(step * shade for shade in range(1, SHADES))


def find_shade(seconds: int, limits: Sequence[int]) -> int:
    """0 for none; 1 up to the first of the limits, and so on; at most `SHADES`."""
    return bisect_left((0, *limits), seconds)
