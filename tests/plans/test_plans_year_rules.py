"""The rules of a year: weeks, months, breaks and shades of its days."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import Refused, Unreadable
from tracker.plans.rules.breaks import days_off
from tracker.plans.rules.year import (
    SHADES,
    Year,
    days_from,
    find_breaks,
    find_shade,
    find_spans,
    last_weeks,
    month_columns,
    parse_year,
    shade_limits,
)

HOUR = 3600
TODAY = date(2026, 11, 23)
ANY_DAY = st.dates(date(1990, 1, 1), date(2100, 12, 31))


@st.composite
def years(draw: st.DrawFn) -> Year:
    """Up to 60 weeks, with hours on some days and breaks on some, or near them."""
    since = draw(ANY_DAY)
    until = since + timedelta(days=draw(st.integers(0, 420)))
    some_days = st.dates(since, until)
    amounts = st.integers(1, 26 * HOUR)
    seconds = draw(st.dictionaries(some_days, amounts, max_size=40))
    near_days = st.dates(since - timedelta(days=20), until + timedelta(days=20))
    return Year(since, until, seconds, draw(st.frozensets(near_days, max_size=40)))


@given(years(), st.sampled_from(["week", "month"]))
def test_weeks_and_months_add_up(year: Year, by: str) -> None:
    """Weeks, and months, hold each day of the year once and add up to its total."""
    spans = find_spans(year, by)

    days = [day for span in spans for day in days_from(span.since, span.until)]
    assert days == list(days_from(year.since, year.until))
    assert sum(span.seconds for span in spans) == year.total
    assert sum(span.study_days for span in spans) == len(year.seconds)


@given(years(), st.sampled_from(["week", "month"]))
def test_span_off(year: Year, by: str) -> None:
    """A week or month is off if all its days are in breaks and none has hours."""
    for span in find_spans(year, by):
        days = set(days_from(span.since, span.until))
        assert span.off == (days <= year.off and not days & year.seconds.keys())


@given(years())
def test_breaks_are_the_days_off(year: Year) -> None:
    """The breaks of a year have its days off, each once, and do not touch."""
    breaks = find_breaks(year)

    assert sum(each.days for each in breaks) == len(year.off)
    assert days_off(breaks, date.min, date.max) == year.off
    for one, other in pairwise(breaks):
        assert other.since - one.until > timedelta(days=1)


@given(years())
def test_month_stands_above_its_first_week(year: Year) -> None:
    """Each month has one column: that of its first day, or the first one."""
    weeks = find_spans(year, "week")
    firsts = [month.since for month in find_spans(year, "month")]

    begun: dict[int, date] = {}
    for day in firsts:
        at = next(at for at, week in enumerate(weeks) if day <= week.until)
        begun[at] = day
    columns = [(at, day.replace(day=1)) for at, day in month_columns(weeks)]
    assert columns == [(at, day.replace(day=1)) for at, day in begun.items()]


@given(years())
def test_few_days_are_darkest(year: Year) -> None:
    """A quarter of the days of up to 24 h with hours, or one, may be darkest, no more."""
    days = {day: min(seconds, 24 * HOUR) for day, seconds in year.seconds.items()}
    limits = shade_limits(Year(year.since, year.until, days))

    darkest = [s for s in days.values() if find_shade(s, limits) == SHADES]
    assert len(darkest) <= max(len(days) / 4, 1)


@given(years(), st.integers(0, 30 * HOUR), st.integers(0, 30 * HOUR))
def test_more_hours_are_no_lighter(year: Year, one: int, other: int) -> None:
    """A day with more hours is as dark or darker; only a day without has no shade."""
    limits = shade_limits(year)
    less, more = sorted((one, other))

    assert 0 <= find_shade(less, limits) <= find_shade(more, limits) <= SHADES
    assert (find_shade(less, limits) == 0) == (less == 0)
    assert [find_shade(limit, limits) for limit in limits] == [1, 2, 3]


def test_shades_fit_the_person() -> None:
    """Somebody with an hour a day and somebody with eight have different steps."""
    days = list(days_from(date(2026, 1, 1), date(2026, 3, 31)))
    limits = [
        shade_limits(Year(days[0], days[-1], dict.fromkeys(days, hours * HOUR)))
        for hours in (1, 2, 8)
    ]
    assert [first for first, *_ in limits] == [HOUR // 2, HOUR, 3 * HOUR]
    assert shade_limits(Year(days[0], days[-1], {})) == (900, 1800, 2700)


@given(ANY_DAY)
def test_last_weeks_are_52(today: date) -> None:
    """They begin on a Monday and take 52 weeks, the one of today included."""
    since, until = last_weeks(today)

    assert (since.weekday(), until) == (0, today)
    assert len(find_spans(Year(since, until, {}), "week")) == 52


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("2026", date(2026, 1, 1), TODAY),
        ("last year", date(2025, 1, 1), date(2025, 12, 31)),
        ("Last", date(2025, 1, 1), date(2025, 12, 31)),
        ("-1", date(2025, 1, 1), date(2025, 12, 31)),
        ("-3", date(2023, 1, 1), date(2023, 12, 31)),
        ("this", date(2026, 1, 1), TODAY),
        ("This  year", date(2026, 1, 1), TODAY),
    ],
)
def test_calendar_year(text: str, since: date, until: date) -> None:
    """A calendar year goes up to its last day, or up to today."""
    assert parse_year(text, TODAY) == (since, until)


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("26", "2026"),
        ("24", "2024"),
        ("27", "2026"),
        ("-999", "2026"),
        ("fastai", "2026"),
        ("", "2026"),
        ("2025-03", "2025"),
        ("last 12 months", "2025"),
        ("2024..2025", "2024"),
        ("2024..", "2024"),
    ],
)
def test_other_periods_are_no_year(text: str, instead: str) -> None:
    """Anything but one calendar year is refused; its year, or this one, is offered."""
    with pytest.raises(Unreadable, match="is not a year") as caught:
        parse_year(text, TODAY)

    assert list(caught.value.instead) == [instead]


def test_year_to_come() -> None:
    """A year that has not begun is refused."""
    with pytest.raises(Refused, match="2027 has not begun"):
        parse_year("2027", TODAY)
