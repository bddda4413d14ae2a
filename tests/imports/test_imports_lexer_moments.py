"""Cells with a day and a clock, and moments with an offset."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.imports.formats.cell_times import (
    has_day,
    is_clock,
    is_moment,
    seconds_between,
    split_moment,
)
from tracker.imports.formats.instants import instant, instant_at
from tracker.imports.rules.signs import simplify_signs

NINE = int(datetime(2026, 4, 9, 9, tzinfo=UTC).timestamp())


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("2026-04-09T09:00:00", ("2026-04-09", "09:00:00")),
        ("2026-04-09 9:00", ("2026-04-09", "9:00")),
        ("09/04/2026, 9:00 AM", ("09/04/2026", "9:00 AM")),
        ("09/04/2026-9:00", ("09/04/2026", "9:00")),
        ("2026-04-09_09:00", ("2026-04-09", "09:00")),
        ("April 9, 2026 at 9:00 AM", ("April 9, 2026", "9:00 AM")),
        ("2026-04-09 8pm", ("2026-04-09", "8pm")),
        ("2026-04-09, 8 p.m.", ("2026-04-09", "8 p.m.")),
        (
            "2026\u5e744\u67089\u65e5 9\uff1a00",
            ("2026\u5e744\u67089\u65e5", "9:00"),
        ),
        ("2026-04-09\u30009:00", ("2026-04-09", "9:00")),
        ("2026-04-09", ("2026-04-09", "")),
        ("9:00", ("", "9:00")),
        ("9.00", ("", "9.00")),
        ("11.06", ("11.06", "")),
        ("8pm", ("", "8pm")),
        ("-0:30", ("", "-0:30")),
        ("9-10:30", ("", "9-10:30")),
        ("words", ("words", "")),
        ("", ("", "")),
    ],
)
def test_split_moments(text: str, parts: tuple[str, str]) -> None:
    """A cell is its day and its clock, in plain signs."""
    assert split_moment(text) == parts


def test_dotted_clock_beside_a_day() -> None:
    """11.06 is a day, but a clock where another cell has the day."""
    assert split_moment("11.06", dated=True) == ("", "11.06")
    assert split_moment("11.06.2026", dated=True) == ("11.06.2026", "")
    assert has_day("11.06")
    assert seconds_between("9.00", "11.06") == 7560
    assert seconds_between("23:30", "0:30") == 3600
    assert seconds_between("2026-04-09 23:30", "2026-04-10 0:30") is None
    assert seconds_between("2026-04-09T23:30Z", "2026-04-10T00:30Z") == 3600


def test_kinds_of_cells() -> None:
    """A clock has a colon and is a time of day; a moment has a day and a clock."""
    cells = ("9:00", "9:00 pm", "25:00", "9.00", "2026-04-09 9:00", "2026-04-09")

    assert [is_clock(cell) for cell in cells] == [True, True, *[False] * 4]
    assert [is_moment(cell) for cell in cells] == [*[False] * 4, True, False]
    assert [has_day(cell) for cell in cells] == [*[False] * 4, True, True]


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("2026-04-09T09:00:00Z", NINE),
        ("20260409T090000Z", NINE),
        ("2026-04-09 09:00:00 UTC", NINE),
        ("2026-04-09 11:00:00 +0200", NINE),
        ("2026-04-09 11:00:00 +02:00", NINE),
        ("2026-04-09T11:00:00.250+02:00", NINE),
        ("2026-04-09 04:00:00 -0500", NINE),
        ("2026-04-09 09:00:00", None),
        ("2026-04-09 09:00:00 CET", None),
        ("2026-04-09 UTC x", None),
        ("2026-04-09 +", None),
        ("+0200", None),
        (" +0200", None),
        ("words -5", None),
        ("", None),
        ("  ", None),
    ],
)
def test_instants(text: str, seconds: int | None) -> None:
    """A moment with its offset is an instant; without one, or with words, it is none."""
    assert instant(text) == seconds


@given(st.text(max_size=20))
def test_any_text_as_a_moment(text: str) -> None:
    """Whatever a cell holds, nothing is added to it and nothing fails."""
    day, clock = split_moment(text)

    assert day in simplify_signs(text)
    assert clock in simplify_signs(text)
    assert instant(text) is None
    assert instant_at(text, text, "Z") is None


def test_a_long_line_of_dashes_is_no_moment() -> None:
    """Thousands of signs that could begin an offset are no moment."""
    assert instant("- " * 5000) is None
