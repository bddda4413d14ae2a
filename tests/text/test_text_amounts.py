"""Amounts: every spelling that is read, every one that is refused, and how they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import TrackerError, Unreadable
from tracker.text.amounts import (
    is_amount,
    parse_amount,
    say_amount,
    say_bound,
    say_hours,
)
from tracker.text.hours import parse_hours

NINETY = "1h30m|1h 30m|1h30|90m|90min|1.5h|1,5h|1.5|1,5|1:30|01:30|1:30:00|PT1H30M|pt90m|PT1.5H|1 hour 30 minutes"
NINETY += "|1 hr and 30 mins|1H30M|  1h   30m |5400s|1.50 hours|90 minutes"
NINETY += "|1½h|1½|1 ½ h|1 1/2 h|1½ hours|1:30h|1:30 hours|1h 30|1 h 30|1 hour and 30|1hr30|1h, 30 min"
NINETY += "|1h and 30 min|1 hr. 30 min.|1h+30m|1h & 30m|90'|1h30'|an hour and a half|one and a half hours"
NINETY += "|1 and a half hours|Hour and a half|an hour and 30 minutes|ninety minutes|one hour and thirty minutes"
FORTY_FIVE = "45m|:45|¾h|¾|3/4 h|three quarters of an hour|three-quarters of an hour|3/4 of an hour|forty-five minutes"
FORTY_FIVE += "|0.75|.75|0,75h|45'|forty five min"
THIRTY = "half an hour|half a hour|half hour|a half hour|half-hour|½h|½|1/2 h|1/2 an hour|0:30h|.5|thirty minutes"
REFUSED = "|h|1h75m|1:75|1:5|1h5|1h 5|30m 1h|1h1h|1h30m x|x1h|1h90s|1,500h|1.h|1..5h|PT|P1D|PT1H30|1e3h|1.5m|1.5h 30m"
REFUSED += (
    "|٣h|1d|2 days|1 week|3 months|1y|+1h|-1h|-90m|−1h|0|0m|0h|0:00|0.0|90|7|100000|1000000h|9"
    + "9" * 5000
)
REFUSED += "|½½h|1/2|5/4 h|1/7 h|1/0 h|11/2 h|half|hour|a couple of hours|ten five minutes|half past nine|1.5½h"
WORDS = [
    "a",
    "an",
    "and",
    "half",
    "quarter",
    "three",
    "quarters",
    "of",
    "hour",
    "hours",
    "one",
    "two",
    "forty",
    "five",
    "minutes",
    "h",
    "1/2",
    "½",
    "3",
    "30",
]


@pytest.mark.parametrize(
    ("spellings", "seconds"), [(NINETY, 5400), (FORTY_FIVE, 2700), (THIRTY, 1800)]
)
def test_spellings(spellings: str, seconds: int) -> None:
    """The same minutes are read in every spelling."""
    for text in spellings.split("|"):
        assert (text, parse_amount(text)) == (text, seconds)


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
        ("an hour", 3600),
        ("two hours", 7200),
        ("two and a quarter hours", 8100),
        ("twelve hours and a half", 45000),
        ("1⅓h", 4800),
        ("1.00", 3600),
        ("1.60", 5760),
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


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("1.30", ("1h30m", "1h18m")),
        ("1,30", ("1h30m", "1h18m")),
        ("1.25", ("1h25m", "1h15m")),
        ("0.50", ("50m", "30m")),
        (".05", ("5m", "3m")),
    ],
)
def test_two_decimals(text: str, readings: tuple[str, str]) -> None:
    """Two digits after the sign could be minutes; both readings are shown."""
    with pytest.raises(Unreadable) as caught:
        parse_amount(text)

    first, second = readings
    assert caught.value.message == f"{text!r} could be {first} or {second}."
    assert (
        caught.value.hint == f"Type {first}, or {second} for a decimal number of hours."
    )
    assert caught.value.instead == readings
    assert parse_amount(f"{text}h") == parse_amount(second)


def test_two_decimals_too_long() -> None:
    """Where neither reading is allowed, neither is offered."""
    with pytest.raises(Unreadable) as caught:
        parse_amount("25.30", 24 * 3600)

    assert caught.value.instead == ("AMOUNT",)


@given(st.integers(0, 99), st.integers(1, 59))
def test_same_minutes(hours: int, minutes: int) -> None:
    """Hours and minutes are the same in each spelling that has both."""
    seconds = hours * 3600 + minutes * 60
    spellings = [
        f"{hours}h{minutes}m",
        f"{hours}:{minutes:02}",
        f"{hours}:{minutes:02} h",
        f"{hours}h {minutes:02}",
        f"{hours} hours and {minutes} min.",
        f"{hours}h{minutes}'",
        f"PT{hours}H{minutes}M",
        f"{hours * 60 + minutes}'",
    ]
    assert {parse_amount(text) for text in spellings} == {seconds}


@given(st.integers(0, 99), st.sampled_from(["½ 1/2 30", "¼ 1/4 15", "¾ 3/4 45"]))
def test_same_parts(hours: int, part: str) -> None:
    """A part of an hour is the same as a sign, as a fraction and in minutes."""
    sign, fraction, minutes = part.split()
    spellings = [f"{hours}{sign}", f"{hours} {sign} h", f"{hours} {fraction} hours"]
    seconds = hours * 3600 + int(minutes) * 60
    assert {parse_amount(text) for text in spellings} == {seconds}


@given(st.integers(1, 99999 * 3600))
def test_amounts_read_back(seconds: int) -> None:
    """An amount as it is written is read as the same amount."""
    assert parse_amount(say_amount(seconds)) == seconds


@given(
    st.text()
    | st.from_regex(r"[0-9hmsPT:., +'½/-]{1,12}", fullmatch=True)
    | st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)
)
def test_any_text(text: str) -> None:
    """Any text is more than zero seconds, or Unreadable; what is offered is read."""
    try:
        assert parse_amount(text) > 0
        assert is_amount(text)
    except TrackerError as error:
        assert type(error) is Unreadable
        assert not is_amount(text)
        offered = [*error.instead, *error.added]
        assert offered
        assert offered == ["AMOUNT"] or all(map(is_amount, map(str, offered)))


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
