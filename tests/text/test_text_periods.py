"""Periods: every spelling, and how they are written."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import TrackerError, Unreadable
from tracker.text.day_misspellings import offer_periods
from tracker.text.periods import (
    Period,
    month_of,
    parse_period,
    say_period,
    week_of,
    year_of,
)

TODAY = date(2026, 11, 26)
DAYS = st.dates(date(1950, 1, 1), date(2150, 1, 1))
WORDS = [
    "last",
    "this",
    "7",
    "0",
    "2026",
    "oct",
    "days",
    "weeks",
    "month",
    "q3",
    "w53",
    "to",
    "..",
    "-",
    "since",
    "until",
    "12",
    "14.11.",
    "octber",
    "1/10",
    "year",
]
REFUSED = (
    "|..|2026-13|2026-00|2026-W54|2026-W0|2026Q5|q5|q0|w0|w54|0000|0026-05|9999|week|x|next week"
    "|2026-05..2026-02|2026-05-2026-06|2026-02..x|2026-02-30|last 0 days|last 9999 years|foo 2026|oct nov|13/2026"
    "|last seven weeks|since|until|oct to nov to dec|oct 26 2026 oct|0026-w01|2026 oct 2026"
)


@pytest.mark.parametrize(
    ("text", "since", "until", "expected"),
    [
        ("2026-05", "2026-05-01", "2026-05-31", "May 2026"),
        ("2024-02", "2024-02-01", "2024-02-29", "Feb 2024"),
        ("2026-12", "2026-12-01", "2026-12-31", "Dec 2026"),
        ("2026-W24", "2026-06-08", "2026-06-14", "8 Jun to 14 Jun 2026"),
        ("2026w24", "2026-06-08", "2026-06-14", "8 Jun to 14 Jun 2026"),
        ("2026-W53", "2026-12-28", "2027-01-03", "28 Dec 2026 to 3 Jan 2027"),
        ("2026Q2", "2026-04-01", "2026-06-30", "1 Apr to 30 Jun 2026"),
        ("2026-q4", "2026-10-01", "2026-12-31", "1 Oct to 31 Dec 2026"),
        ("2026", "2026-01-01", "2026-12-31", "2026"),
        ("this week", "2026-11-23", "2026-11-29", "23 Nov to 29 Nov 2026"),
        ("Last  Week", "2026-11-16", "2026-11-22", "16 Nov to 22 Nov 2026"),
        ("this month", "2026-11-01", "2026-11-30", "Nov 2026"),
        ("last month", "2026-10-01", "2026-10-31", "Oct 2026"),
        ("last quarter", "2026-07-01", "2026-09-30", "1 Jul to 30 Sep 2026"),
        ("last year", "2025-01-01", "2025-12-31", "2025"),
        ("today", "2026-11-26", "2026-11-26", "Thu 26 Nov 2026"),
        ("yesterday", "2026-11-25", "2026-11-25", "Wed 25 Nov 2026"),
        ("12 may", "2026-05-12", "2026-05-12", "Tue 12 May 2026"),
        ("2026-02..2026-05", "2026-02-01", "2026-05-31", "1 Feb to 31 May 2026"),
        ("2026-11-20 .. today", "2026-11-20", "2026-11-26", "20 Nov to 26 Nov 2026"),
        ("20261120..20261126", "2026-11-20", "2026-11-26", "20 Nov to 26 Nov 2026"),
        ("2025..yesterday", "2025-01-01", "2026-11-25", "1 Jan 2025 to 25 Nov 2026"),
        ("last 7 days", "2026-11-20", "2026-11-26", "20 Nov to 26 Nov 2026"),
        ("the last 4 weeks", "2026-10-30", "2026-11-26", "30 Oct to 26 Nov 2026"),
        ("last 3 months", "2026-08-27", "2026-11-26", "27 Aug to 26 Nov 2026"),
        ("14.11. - 20.11.", "2026-11-14", "2026-11-20", "14 Nov to 20 Nov 2026"),
        ("oct - nov", "2026-10-01", "2026-11-30", "1 Oct to 30 Nov 2026"),
    ],
)
def test_periods(text: str, since: str, until: str, expected: str) -> None:
    """Each spelling is read, both days included, and is written by its name or its days."""
    period = parse_period(text, TODAY)

    assert period == Period(date.fromisoformat(since), date.fromisoformat(until))
    assert say_period(period) == expected


SPELLINGS = {
    "2026-10": "oct|october|Oct.|Oct 2026|october, 2026|2026 oct|oct-2026|10/2026|10.2026|2026/10|2026-10|last month",
    "2025-12": "dec|december|dec 2025",
    "2026-11": "nov|this month|2026-11",
    "2026-05": "may|may 2026|2026-5",
    "2026-W47": "w47|W47|week 47|wk 47|2026-w47|2026 w47|w47 2026|week 47 2026|last week",
    "2026-W48": "w48|this week",
    "2025-W49": "w49|week 49",
    "2020-W53": "w53",
    "2026Q3": "q3|Q3|q3 2026|2026 q3|2026-Q3|last quarter",
    "2026Q4": "q4|this quarter",
    "2026-11-20..today": "last 7 days|last 7d|last one week|past 7 days|the last 7 days|fri..today|20.11. to 26.11.",
    "2026-09..2026-10": "sep..oct|sep to oct|from sept to october|sep - oct|sep\u2013oct|2026-9...2026-10",
    "2026-10..": "oct..|since oct|since october 2026",
    "..2026-10": "..oct|until oct",
    "2026-05-12": "12 may|may 12|12.5.|12.05.2026",
}


@pytest.mark.parametrize("text", SPELLINGS)
def test_spellings(text: str) -> None:
    """The same period is read in every spelling; without a year, the latest begun."""
    want = parse_period(text, TODAY)
    for spelling in SPELLINGS[text].split("|"):
        assert (spelling, parse_period(spelling, TODAY)) == (spelling, want)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("octber", "october"),
        ("Last weke", "last week"),
        ("yesteday", "yesterday"),
        ("novemebr 2025", "november 2025"),
    ],
)
def test_misspelt(text: str, meant: str) -> None:
    """A misspelt period is refused, with the one that was meant."""
    with pytest.raises(Unreadable) as caught:
        parse_period(text, TODAY)

    error = caught.value
    offer_periods(error, text, TODAY)
    assert (error.typed, error.instead) == (text, (meant,))
    assert error.hint == f"Did you mean {meant}?"


def test_open_periods() -> None:
    """A period may be open on one side, or on both."""
    assert parse_period("2026-02..", TODAY) == Period(date(2026, 2, 1), None)
    assert parse_period("..2026-02", TODAY) == Period(None, date(2026, 2, 28))
    assert say_period(Period(date(2026, 2, 1), None)) == "since 1 Feb 2026"
    assert say_period(Period(None, date(2026, 2, 28))) == "until 28 Feb 2026"
    assert say_period(Period(None, None)) == "all time"


@pytest.mark.parametrize("text", REFUSED.split("|"))
def test_refused(text: str) -> None:
    """Anything but one period is refused."""
    with pytest.raises(Unreadable) as caught:
        parse_period(text, TODAY)

    assert "2026-W24" in caught.value.hint


def test_two_readings() -> None:
    """A day with two readings shows both."""
    with pytest.raises(Unreadable) as caught:
        parse_period("10/1..today", TODAY)

    assert caught.value.hint == "Type 2026-01-10 or 2026-10-01."


@given(DAYS)
def test_week(day: date) -> None:
    """A week is seven days from Monday and holds its day."""
    week = week_of(day)

    assert week.since is not None
    assert week.until is not None
    assert week.since.weekday() == 0
    assert week.since <= day <= week.until == week.since + timedelta(days=6)


@given(DAYS)
def test_month_and_year(day: date) -> None:
    """A month and a year hold their day and are read by their numbers."""
    assert parse_period(f"{day:%Y-%m}", TODAY) == month_of(day)
    assert parse_period(f"{day.year}", TODAY) == year_of(day)


@given(DAYS, st.integers(1, 60), st.sampled_from(["days", "weeks", "months", "years"]))
def test_last_so_many(day: date, number: int, unit: str) -> None:
    """The last days, weeks, months and years end today, and more begin earlier."""
    period = parse_period(f"last {number} {unit}", day)
    longer = parse_period(f"last {number + 1} {unit}", day)

    assert period.until == longer.until == day
    assert (longer.since or day) < (period.since or day) <= day


@given(DAYS, st.sampled_from(["mar", "december", "w7", "week 51", "q2", "feb"]))
def test_latest_that_has_begun(day: date, text: str) -> None:
    """Without its year, a period has begun, less than a year and a week ago."""
    since = parse_period(text, day).since

    assert since is not None
    assert day - timedelta(days=373) < since <= day


@given(
    st.text()
    | st.from_regex(r"[0-9wq. -]{1,12}", fullmatch=True)
    | st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join)
)
def test_any_text(text: str) -> None:
    """Any text is a period that ends no earlier than it begins, or is asked about."""
    try:
        period = parse_period(text, TODAY)
    except TrackerError as error:
        assert type(error) is Unreadable
        offer_periods(error, text, TODAY)
        for offered in error.instead:
            assert offered == "PERIOD" or parse_period(str(offered), TODAY)
    else:
        assert (period.since or date.min) <= (period.until or date.max)
