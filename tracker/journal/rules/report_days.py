"""Days, weeks and months as rows of a report: their keys, their titles, the empty ones."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

from tracker.text.days import say_day
from tracker.text.periods import Period, month_of, say_period, week_of

Days = tuple[date, date]
_ONE_DAY = timedelta(days=1)

_STRETCHES: dict[str, Callable[[date], Days]] = {
    "day": lambda day: (day, day),
    "week": lambda day: _both(week_of(day)),
    "month": lambda day: _both(month_of(day)),
}
# How a key is written, and what makes it the ISO date of its first day: `2026-W48-1`.
_KEYS = {"day": ("%Y-%m-%d", ""), "week": ("%G-W%V", "-1"), "month": ("%Y-%m", "-01")}


def _both(period: Period) -> Days:
    assert period.since and period.until
    return period.since, period.until


def is_clock(by: str) -> bool:
    """Whether rows by this are stretches of the clock: days, weeks or months."""
    return by in _STRETCHES


def stretch_key(by: str, day: date) -> str:
    """`2026-11-23`, `2026-W48` or `2026-11`: the key of the row that a day is in."""
    return day.isoformat() if by == "day" else day.strftime(_KEYS[by][0])


def stretch_days(by: str, key: str) -> Days:
    """The first and the last day of the row with that key."""
    return _STRETCHES[by](date.fromisoformat(key + _KEYS[by][1]))


def stretch_title(by: str, key: str, period: Period, today: date) -> str:
    """`Mon 23 Nov`, `23 Nov to 29 Nov 2026`, `Nov 2026`, `Jan 2027 (until Fri 15 Jan)`.

    It says where the report's `period` cuts it, except at `today`.
    """
    first, last = stretch_days(by, key)
    if by == "day":
        return say_day(first, today)
    title = say_period(Period(first, last))
    since = max(first, period.since or first)
    until = last if period.until == today else min(last, period.until or last)
    if since == until:
        return f"{title} ({say_day(since, since)})"
    sides = []
    if since > first:
        sides.append(f"from {say_day(since, since)}")
    if until < last:
        sides.append(f"until {say_day(until, until)}")
    return f"{title} ({' '.join(sides)})" if sides else title


def stretch_keys(by: str, days: Days) -> Iterator[str]:
    """The keys of all rows from the first of these days to the last."""
    first, last = days
    find_days = _STRETCHES[by]
    while first <= last:
        yield stretch_key(by, first)
        first = find_days(first)[1] + _ONE_DAY


def count_stretches(by: str, days: Days) -> float:
    """How many days, weeks or months these days are; one that is cut counts in part."""
    if by != "month":
        return _count(days) / _count(_STRETCHES[by](days[0]))
    months = 0.0
    for key in stretch_keys(by, days):
        first, last = month = stretch_days(by, key)
        months += _count((max(first, days[0]), min(last, days[1]))) / _count(month)
    return months


def _count(days: Days) -> int:
    return (days[1] - days[0]).days + 1


def days_of_rows(
    period: Period, worked: Iterable[date], first_ever: date | None, today: date
) -> Days | None:
    """The days that rows are shown for; None where nobody worked.

    From the first of the period to its last up to today. Without an end, the days
    `worked` decide; before `first_ever`, the first day of the log, nothing is shown.
    """
    days = sorted(worked)
    if not days:
        return None
    first = max(period.since, first_ever or days[0]) if period.since else days[0]
    last = min(period.until or today, today)
    return min(first, days[0]), max(last, days[-1])
