"""Words for units, and the halves of the day of two times: whole words, and no others."""

import pytest

from tracker.imports.rules.clock_ranges import leading_range, with_half_of_day
from tracker.imports.rules.clocks import half_of, is_four_digits
from tracker.imports.rules.unit_words import unit_of


@pytest.mark.parametrize(
    ("word", "unit"),
    [
        ("hours", "h"),
        ("std", "h"),
        ("tuntia", "h"),
        ("小时", "h"),
        ("min", "m"),
        ("минут", "m"),
        ("'", "m"),
        ("sek", "s"),
        ("초", "s"),
        ("section", None),
        ("hourglass", None),
        ("mins.", None),
        ("Hours", None),
        ("", None),
    ],
)
def test_unit_of(word: str, unit: str | None) -> None:
    """A unit is a whole word in small letters; a word that begins like one is none."""
    assert unit_of(word) == unit


@pytest.mark.parametrize(
    ("clock", "half", "four_digits"),
    [
        ("9:30 p.m.", "pm", False),
        ("9 AM", "am", False),
        ("0930", "", True),
        ("09:30", "", False),
        ("930", "", False),
        ("", "", False),
    ],
)
def test_half_and_digits(clock: str, half: str, four_digits: bool) -> None:
    """The half of the day is told from its letters, and four digits from three."""
    assert (half_of(clock), is_four_digits(clock)) == (half, four_digits)


@pytest.mark.parametrize(
    ("start", "end", "both"),
    [
        ("7", "9 pm", ("7:00pm", "9 pm")),
        ("11", "1 pm", ("11:00am", "1 pm")),
        ("9 am", "11", ("9 am", "11:00am")),
        ("11 am", "1", ("11 am", "1:00pm")),
        ("9:00", "10:00", ("9:00", "10:00")),
    ],
)
def test_half_of_the_other(start: str, end: str, both: tuple[str, str]) -> None:
    """A time without a half of the day has the one that puts the start first."""
    assert with_half_of_day(start, end) == both


@pytest.mark.parametrize("text", ["9-11", "2025-2026", "1.5-2.25 h", "9:00 - 2h", ""])
def test_no_range(text: str) -> None:
    """Bare numbers, years and lengths are no range of times."""
    assert leading_range(text) is None
