"""Days in every spelling that logs have, and texts that only look like one."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.imports.formats.cells import plain_day
from tracker.imports.rules.dates import (
    DAY_FIRST,
    MONTH_FIRST,
    YEAR_FIRST,
    is_plausible,
    read_numbers,
)
from tracker.imports.rules.months import is_weekday, month_of

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
WORDS = st.text(st.sampled_from("bjkqvxz"), min_size=2, max_size=8)
FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("2026-04-09", (2026, 4, 9)),
        ("20260409", (2026, 4, 9)),
        ("2026/4/9", (2026, 4, 9)),
        ("2026.04.09.", (2026, 4, 9)),
        ("2026. 4. 9.", (2026, 4, 9)),
        ("9.4.2026", (2026, 4, 9)),
        ("9.4.26", (2026, 4, 9)),
        ("Thu, 9. 4.", (None, 4, 9)),
        ("9.4.2026 to", (2026, 4, 9)),
        ("2026\u201304\u201309", (2026, 4, 9)),
        ("\uff12\uff10\uff12\uff16\uff0f\uff10\uff14\uff0f\uff10\uff19", (2026, 4, 9)),
        ("2026\u5e744\u67089\u65e5", (2026, 4, 9)),
        ("2026 \u5e74 4 \u6708 9 \u65e5", (2026, 4, 9)),
        ("2026\u5e744\u67089\u65e5\u6728\u66dc\u65e5", (2026, 4, 9)),
        ("2026-04-09\uff08\u6728\uff09", (2026, 4, 9)),
        ("4\uc6d4 9\uc77c (\ubaa9)", (None, 4, 9)),
        ("April 9, 2026", (2026, 4, 9)),
        ("Thursday, April 9th, 2026", (2026, 4, 9)),
        ("Created April 9, 2026", (2026, 4, 9)),
        ("Apr 9 (Thu)", (None, 4, 9)),
        ("9 Apr 26", (2026, 4, 9)),
        ("9. Apr. 26", (2026, 4, 9)),
        ("09-Apr-26", (2026, 4, 9)),
        ("Apr 9, 26", (2026, 4, 9)),
        ("the 9th of April", (None, 4, 9)),
        ("9 de abril de 2026", (2026, 4, 9)),
        ("9. huhtikuuta 2026", (2026, 4, 9)),
        ("9 \u0430\u043f\u0440\u0435\u043b\u044f 2026", (2026, 4, 9)),
        ("Thu Apr 9 13:21:24 2026 +0300", (2026, 4, 9)),
        ("mar 21.4.2026", (2026, 4, 21)),
        ("2026-04-21 mar.", (2026, 4, 21)),
        ("2026-13-45", (2026, 13, 45)),
    ],
)
def test_days_in_order(text: str, numbers: tuple[int | None, int, int]) -> None:
    """A year first, dots, a month's name or signs for year and month say what is what."""
    written = read_numbers(text)

    assert written is not None
    assert not written.unordered
    assert written[:3] == numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("4/9/2026", (2026, 4, 9, None)),
        ("4-9-2026", (2026, 4, 9, None)),
        ("4/9-2026", (2026, 4, 9, None)),
        ("4/9/26", (2026, 4, 9, 26)),
        ("26-04-09", (2009, 26, 4, 9)),
        ("4/9-26", (2026, 4, 9, None)),
        ("Thu 4/9", (None, 4, 9, None)),
        ("mar 4/9", (None, 4, 9, None)),
    ],
)
def test_days_in_no_order(text: str, numbers: tuple[int | None, ...]) -> None:
    """Of two numbers with slashes or dashes the whole file decides which is the day."""
    written = read_numbers(text)

    assert written is not None
    assert written.unordered
    assert (*written[:3], written.third) == numbers


def test_order_of_two_digit_years() -> None:
    """A day like 26-04-09 has its year first where the file says so."""
    written = read_numbers("26-04-09")

    assert written is not None
    orders = (DAY_FIRST, MONTH_FIRST, YEAR_FIRST)
    assert [written.month_and_day(order) for order in orders] == [
        (4, 26),
        (26, 4),
        (4, 9),
    ]
    assert [written.year_in(order) for order in orders] == [2009, 2009, 2026]


@pytest.mark.parametrize(
    "text",
    [
        "Juliet 5",
        "Julian 12",
        "Marchand 3",
        "Augusta 9 2026",
        "21.1.2026 sonnet",
        "2026-01-21 late",
        "9 Apr 2026 maths",
        "9 April (part 2) 2026",
        "April 9-12",
        "3\u20134",
        "12\u201314",
        "1/2/3",
        "19.2.2",
        "9.4.202",
        "b 2026-04-09",
        "UTC,2026-01-21",
        "1.5,",
        "1.5 h",
        "2 h May",
        "v1.2",
        "May",
        "Thu",
        "2026",
        "12",
        "",
        "-",
        "Jan 1 " * 20,
    ],
)
def test_no_days(text: str) -> None:
    """Numbers with other words, periods, bare numbers and names like months are no days."""
    assert read_numbers(text) is None


def test_plausible_days() -> None:
    """Without a year, numbers are a day only if a month and a day could be so."""
    days = ("1.5", "31.12.", "3/31", "31/3", "8.00", "32.1.", "13/13", "1.13", "x")

    assert [is_plausible(read_numbers(text)) for text in days] == [True] * 4 + [
        False
    ] * 5


def test_names() -> None:
    """Months and weekdays are whole words, in many languages."""
    months = [
        "april",
        "avril",
        "aprile",
        "abril",
        "huhtikuuta",
        "kwietnia",
        "nisan",
        "апреля",
    ]
    weekdays = [
        "thu",
        "thursday",
        "donnerstag",
        "jeudi",
        "jueves",
        "torstaina",
        "czwartek",
        "木曜日",
    ]

    assert {month_of(name) for name in months} == {4}
    assert all(map(is_weekday, weekdays))
    assert not any(map(month_of, ("aprils", "marched", "decembrist")))
    assert not any(map(is_weekday, ("sonnet", "mondays", "quartas")))


SPELLINGS = (
    "{0:%Y-%m-%d}",
    "{0:%Y%m%d}",
    "{0:%Y/%m/%d}",
    "{0.day}.{0.month}.{0.year}",
    "{0:%d %B %Y}",
    "{0:%B} {0.day}, {0.year}",
    "{0:%a} {0:%b} {0.day} {0.year}",
    "{0.day}. {0:%b}. {0.year}",
    "{0.year}\u5e74{0.month}\u6708{0.day}\u65e5",
    "{0.year}\ub144 {0.month}\uc6d4 {0.day}\uc77c",
)


@given(DAYS, st.sampled_from(SPELLINGS), WORDS)
def test_any_day(day: date, spelling: str, word: str) -> None:
    """Each day is read back in each spelling, but not with a word after it."""
    text = spelling.format(day)

    assert read_numbers(text) == (day.year, day.month, day.day, False, None)
    assert read_numbers(text.translate(FULL_WIDTH)) == read_numbers(text)
    assert read_numbers(f"{text} {word}") is None
    assert read_numbers(f"{text}{word}") is None


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2026-04-09 late at night", "2026-04-09"),
        ("9 April 2026, evening", "9 April 2026"),
        ("Apr 9 (at home)", "Apr 9"),
        ("Thu 9.4.", "Thu 9.4."),
        ("2026-04-09 part 2", "2026-04-09 part 2"),
        ("late", "late"),
        ("", ""),
    ],
)
def test_words_after_a_day(cell: str, day: str) -> None:
    """A cell's day may have words after it; with a number among them it is no day."""
    assert plain_day(cell) == day
