"""Amounts: every spelling that is read, every one that is refused, and how they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import TrackerError, Unreadable
from tracker.text.amounts import parse_amount, say_amount, say_bound, say_hours
from tracker.text.hours import parse_hours

NINETY = "1h30m|1h 30m|1h30|90m|90min|1.5h|1,5h|1.5|1,5|1:30|01:30|1:30:00|PT1H30M|pt90m|PT1.5H|1 hour 30 minutes"
NINETY += "|1 hr and 30 mins|1H30M|  1h   30m |5400s|1.50 hours|90 minutes"
REFUSED = "|h|1h75m|1:75|1:5|1h5|1h 30|30m 1h|1h1h|1h30m x|x1h|1h90s|1,500h|1.h|1..5h|PT|P1D|PT1H30|1e3h|1.5m|1.5h 30m"
REFUSED += (
    "|٣h|½h|1d|2 days|1 week|3 months|1y|+1h|-1h|-90m|−1h|0|0m|0h|0:00|0.0|90|7|100000|1000000h|9"
    + "9" * 5000
)


@pytest.mark.parametrize("text", NINETY.split("|"))
def test_ninety_minutes(text: str) -> None:
    """Ninety minutes are read in every spelling."""
    assert parse_amount(text) == 5400


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("1hour", 3600),
        ("2 hours 5 minutes", 7500),
        (":30", 1800),
        ("0:35:00", 2100),
        ("1h05m30s", 3930),
        ("30s", 30),
        ("26h", 93600),
        (".5h", 1800),
        ("1.333h", 4799),
        ("100:00", 360000),
    ],
)
def test_other_amounts(text: str, seconds: int) -> None:
    """Seconds, decimals rounded to the second, and more than a day are read."""
    assert parse_amount(text) == seconds


@pytest.mark.parametrize("text", REFUSED.split("|"))
def test_refused(text: str) -> None:
    """Anything but one amount is refused, with examples of amounts."""
    with pytest.raises(Unreadable) as caught:
        parse_amount(text)

    assert caught.value.message.endswith(".")
    assert caught.value.hint.endswith(".")


def test_bare_number_shows_both_spellings() -> None:
    """A number without a unit could be minutes or hours; the hint shows both."""
    with pytest.raises(Unreadable) as caught:
        parse_amount("90")

    assert caught.value.message == "'90' could be minutes or hours."
    assert caught.value.hint == "Type 90m for minutes or 90h for hours."


@given(st.integers(1, 99999 * 3600))
def test_amounts_read_back(seconds: int) -> None:
    """An amount as it is written is read as the same amount."""
    assert parse_amount(say_amount(seconds)) == seconds


@given(st.text() | st.from_regex(r"[0-9hmsPT:., +-]{1,12}", fullmatch=True))
def test_any_text(text: str) -> None:
    """Any text is more than zero seconds, or Unreadable."""
    try:
        assert parse_amount(text) > 0
    except TrackerError as error:
        assert type(error) is Unreadable


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (6300, "1h45m"),
        (7200, "2h00m"),
        (2700, "45m"),
        (3930, "1h05m30s"),
        (5, "5s"),
        (65, "1m05s"),
        (0, "0m"),
    ],
)
def test_say_amount(seconds: int, expected: str) -> None:
    """Minutes have two digits after hours; seconds are shown unless they are zero."""
    assert say_amount(seconds) == expected


def test_say_amount_below_zero() -> None:
    """A difference keeps its sign."""
    assert say_amount(-5400) == "-1h30m"


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [(143 * 3600, "143 h"), (535500, "148h45m"), (0, "0 h"), (1800, "30m")],
)
def test_say_hours(seconds: int, expected: str) -> None:
    """Whole hours have no minutes in a sentence."""
    assert say_hours(seconds) == expected


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (720000, 1440000, "200-400 h"),
        (5400, 18000, "1.5-5 h"),
        (28800, 28800, "8 h"),
        (900, 3600, "0.25-1 h"),
    ],
)
def test_say_bound(low: int, high: int, expected: str) -> None:
    """A range is in hours, without needless decimals, and is read back as estimates are."""
    assert say_bound(low, high) == expected
    assert parse_hours(expected) == (low, high)


@pytest.mark.parametrize(
    "text", ["5-12", "5-12h", "5 - 12 h", "5h-12h", "5–12", "5.0-12", "300m-12h"]
)
def test_hours(text: str) -> None:
    """Estimates are hours, with or without the unit."""
    assert parse_hours(text) == (5 * 3600, 12 * 3600)


def test_one_estimate() -> None:
    """One number is the low and the high estimate."""
    assert parse_hours("8") == parse_hours("8h") == (28800, 28800)


@pytest.mark.parametrize(
    "text", ["", "-", "5-", "-5", "12-5", "0-5", "0", "1-2-3", "x-y", "5-12 days"]
)
def test_refused_hours(text: str) -> None:
    """Estimates that are zero, in the wrong order or unreadable are refused."""
    with pytest.raises(Unreadable):
        parse_hours(text)
