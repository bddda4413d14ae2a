"""Ranges of times of day, in every spelling, with and without a text after them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.imports.rules.clock_ranges import (
    leading_range,
    split_range,
    with_half_of_day,
)
from tracker.imports.rules.clocks import read_clock

HALF_DAY = 12 * 3600
MINUTES = st.integers(0, 24 * 60 - 1)
CONNECTORS = (
    "-",
    " - ",
    "\u2013",
    "\u2014",
    "\u2212",
    "\uff0d",
    "\u301c",
    "\uff5e",
    "~",
)
WORDS = (
    " to ",
    " til ",
    " till ",
    " until ",
    " bis ",
    " \u00e0 ",
    "->",
    " --> ",
    " \u2192 ",
)


def span(text: str, *, bare: bool = False) -> tuple[str, str] | None:
    """The two times of a text that is a range, as `9:00` and so on."""
    clocks = split_range(text, bare=bare)
    if clocks is None:
        return None
    first, last = (read_clock(clock) or 0 for clock in clocks)
    return (
        f"{first // 60 // 60}:{first // 60 % 60:02}",
        f"{last // 3600}:{last // 60 % 60:02}",
    )


@pytest.mark.parametrize(
    ("text", "clocks"),
    [
        ("9:00-10:30", ("9:00", "10:30")),
        ("9.00 - 10.30", ("9:00", "10:30")),
        ("09:00:15-10:30:45", ("9:00", "10:30")),
        ("18\u201319:30 Uhr", ("18:00", "19:30")),
        ("18 Uhr bis 20 Uhr", ("18:00", "20:00")),
        ("9am to 11am", ("9:00", "11:00")),
        ("7-9 pm", ("19:00", "21:00")),
        ("11 - 1 p.m.", ("11:00", "13:00")),
        ("6:35pm-6:55", ("18:35", "18:55")),
        ("11:30-1:00 pm", ("11:30", "13:00")),
        ("11 PM - 1:30", ("23:00", "1:30")),
        ("14:00 - 4:00pm", ("14:00", "16:00")),
        ("0800-0930", ("8:00", "9:30")),
        ("2000-2130", ("20:00", "21:30")),
        ("22:30-24:00", ("22:30", "24:00")),
        ("9h30-11h", ("9:30", "11:00")),
        ("between 9:00 and 10:30", ("9:00", "10:30")),
        ("from 9am until 11am", ("9:00", "11:00")),
        ("klo 9-11", ("9:00", "11:00")),
        ("kl. 9-11.30", ("9:00", "11:30")),
        ("von 9 bis 11 Uhr", ("9:00", "11:00")),
        ("8:00 am - approx 9:45am", ("8:00", "9:45")),
        (
            "\uff18\uff1a\uff13\uff10\uff5e\uff11\uff10\uff1a\uff10\uff10",
            ("8:30", "10:00"),
        ),
        ("9\u664230\u5206\uff5e11\u6642", ("9:30", "11:00")),
        ("2025-2026", None),
        ("2026-01-21", None),
        ("2024 - 9:30", None),
        ("9-11", None),
        ("9h-11h", None),
        ("1h30-2h", None),
        ("1.50-2.25 h", None),
        ("1.5-2.5", None),
        ("3-5 hours", None),
        ("9:02 -> 9.04", None),
        ("9:00 - 2h", None),
        ("9:00 - 2 h", None),
        ("2h - 9:00", None),
        ("1.50 - 9:00", None),
        ("2 - 9:00-10:30", None),
        ("von 9 bis 11", None),
        ("9:00", None),
        ("9:00-", None),
        ("9:00-10:75", None),
        ("9:00-10:30 talk", None),
        ("9:00-10:301", None),
        ("4h -> 9h", None),
        ("", None),
    ],
)
def test_clock_ranges(text: str, clocks: tuple[str, str] | None) -> None:
    """A range is read whole; what may be years, days or lengths is none."""
    assert span(text) == clocks


@pytest.mark.parametrize(
    ("text", "clocks"),
    [
        ("9-11", ("9:00", "11:00")),
        ("9h-11h", ("9:00", "11:00")),
        ("9-11h", ("9:00", "11:00")),
        ("22-2", ("22:00", "2:00")),
        ("9 to 25", None),
        ("3-5 hours", None),
        ("3-5 hours of it", None),
    ],
)
def test_bare_clock_ranges(text: str, clocks: tuple[str, str] | None) -> None:
    """Whole hours are times where a range is expected."""
    assert span(text) is None
    assert span(text, bare=True) == clocks


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9:00 - 10:30 talk \u2013 part", ("9:00", "10:30", " talk \u2013 part")),
        ("9:00\u201310:30: reading", ("9:00", "10:30", ": reading")),
        ("9:00-10:30, 11:00-12:00", ("9:00", "10:30", ", 11:00-12:00")),
        ("9:00-10:30 h reading", ("9:00", "10:30", " h reading")),
        ("9:00-10:30 - 2h maths", ("9:00", "10:30", " - 2h maths")),
        ("9:00-10:30 - 11:00-12:00", ("9:00", "10:30", " - 11:00-12:00")),
        ("0800-0930 - maths", ("0800", "0930", " - maths")),
        ("7-9 pm - 2h maths", ("7:00pm", "9 pm", " - 2h maths")),
        ("9:00 - ? reading", ("9:00", "", " reading")),
        ("20:00-", ("20:00", "", "")),
        (
            "7-9 pm\uff08\u6570\u5b66\uff09",
            ("7:00pm", "9 pm", "\uff08\u6570\u5b66\uff09"),
        ),
    ],
)
def test_rest_of_a_clock_range(text: str, expected: tuple[str, str, str]) -> None:
    """The text after a range stays as it is; an open range has no end."""
    assert leading_range(text) == expected


@given(MINUTES, MINUTES, st.sampled_from(CONNECTORS + WORDS))
def test_any_clock_range(start: int, end: int, between: str) -> None:
    """Two clocks are read back with any sign or word between them."""
    first, last = (f"{clock // 60}:{clock % 60:02}" for clock in (start, end))

    assert span(f"{first}{between}{last}") == (first, last)


@given(MINUTES, MINUTES, st.sampled_from(["am", "pm", " a.m.", " PM"]))
def test_half_of_day_of_both(start: int, end: int, half: str) -> None:
    """A half of the day that is written once makes a range of at most twelve hours."""
    first, last = (
        f"{clock // 60 % 12 or 12}:{clock % 60:02}" for clock in (start, end)
    )
    clocks = with_half_of_day(first, f"{last}{half}")
    begin, stop = (read_clock(clock) or 0 for clock in clocks)

    assert stop == read_clock(f"{last}{half}")
    assert begin % HALF_DAY == start * 60 % HALF_DAY
    assert 0 < (stop - begin) % (2 * HALF_DAY) <= HALF_DAY


@pytest.mark.parametrize(
    "text",
    [
        "9:00 - 2h maths",
        "2h - 9:00 maths",
        "3-5 hours of it",
        "1.50 - 2 hours",
        "2 - 9:00-10:30",
    ],
)
def test_no_leading_clock_range(text: str) -> None:
    """A length beside a time makes no range, also where a range is expected."""
    assert leading_range(text) is None
    assert leading_range(text, bare=True) is None
