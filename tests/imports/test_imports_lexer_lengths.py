"""Lengths in every spelling that logs have, and texts that only look like one."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.imports.rules.lengths import UNITS, bare_number, read_length

HOURS, MINUTES = st.integers(0, 23), st.integers(0, 59)
WORDS = st.text(st.sampled_from("bcjkqvwxz"), min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("2\u5c0f\u65f6", 7200),
        ("1.5\u5c0f\u65f6", 5400),
        ("2\u4e2a\u5c0f\u65f6", 7200),
        ("2\u4e2a\u534a\u5c0f\u65f6", 9000),
        ("\u534a\u5c0f\u65f6", 1800),
        ("2\u6642\u9593\u534a", 9000),
        ("2\u6642\u959330\u5206", 9000),
        ("2\uc2dc\uac04 30\ubd84", 9000),
        ("2\uc2dc\uac04 \ubc18", 9000),
        ("90\u5206", 5400),
        ("\uff11\uff0e\uff15\uff48", 5400),
        ("\uff18\uff1a\uff13\uff10", 30600),
        ("\u7d042\u6642\u9593", 7200),
        ("1\u00bdh", 5400),
        ("1 \u00bd hours", 5400),
        ("\u00be h", 2700),
        ("half an hour", 1800),
        ("a half hour", 1800),
        ("an hour", 3600),
        ("an hour and a half", 5400),
        ("one and a half hours", 5400),
        ("1 and a half hours", 5400),
        ("eine halbe Stunde", 1800),
        ("puoli tuntia", 1800),
        ("1h30", 5400),
        ("1 h 30 m", 5400),
        ("1h 30m 15s", 5415),
        ("6h07min", 22020),
        ("1h, 30m", 5400),
        ("1h + 30m", 5400),
        ("1:30h", 5400),
        ("1:30 hours", 5400),
        ("1:30 Std.", 5400),
        ("90:00 min", 5400),
        ("PT1H30M", 5400),
        ("pt45m", 2700),
        ("PT1H30M15.5S", 5416),
        ("30 mins.", 1800),
        ("5 m", 300),
        ("2h 5'", 7500),
        ("2\u00a0h\u00a030\u00a0min", 9000),
        ("~ 1,5 Std.", 5400),
        ("around 2 hours", 7200),
        ("1 1/2", 5400),
        ("3+ h", 10800),
        ("1,333", 4799),
        ("-1:30", -5400),
        ("-PT1H", -3600),
        ("\u221245m", -2700),
        ("\u201345m", -2700),
        ("\uff0d45m", -2700),
    ],
)
def test_lengths_with_units(text: str, seconds: int) -> None:
    """Hours, minutes and seconds are read in many languages, keyboards and spellings."""
    assert read_length(text, "h") == seconds


@pytest.mark.parametrize(
    "text",
    [
        "2h?",
        "3 sections",
        "5 minutes walk",
        "2 mini projects",
        "4 hits",
        "10 secret keys",
        "1 hourglass",
        "3 Minervas",
        "2 stundents",
        "2 timers",
        "1 secondary",
        "9 sets",
        "12 pages",
        "3 chapters",
        "10 km",
        "2 d",
        "1 week",
        "P1D",
        "A timer",
        "half",
        "an",
        "2h and",
        "and 2h",
        "2h (with a break)",
        "1h 75",
        "1h75",
        "200 h 90",
        "2 hours 15",
        "1:30:15 min",
        "1:75 h",
        "1:30 pages",
        "1+1 h",
        "11/2 h",
        "2/3",
        "1.5.2 h",
        "1.2.",
        "21.",
        "7~",
        "--2h",
        "- -2h",
        "2 x 30 min",
        '13"',
        "\u2014",
    ],
)
def test_no_lengths(text: str) -> None:
    """What only looks like a length, is in doubt or has more text is no length."""
    assert read_length(text, "h") is None


def test_thousands_of_minutes() -> None:
    """1,200 could be twelve hundred minutes or one and a fifth: it is no length."""
    assert read_length("1,200", "m") is None
    assert read_length("1,200 min", "h") is None
    assert read_length("1200", "m") == 72_000
    assert read_length("0,500", "m") == 30


def test_units_of_columns() -> None:
    """A bare number has its column's unit, if it has one; a clock is mm:ss in `m:s`."""
    units = ("h", "m", "s", "m:s", "")

    assert [read_length("90", unit) for unit in units] == [
        324_000,
        5400,
        90,
        None,
        None,
    ]
    assert [read_length("05:10", unit) for unit in units] == [18_600] * 3 + [
        310,
        18_600,
    ]
    assert read_length("1:05:10", "m:s") == 3910
    assert read_length("90:00", "m:s") == 5400
    assert read_length("2h", "m:s") == 7200
    assert read_length("-05:10", "m:s") == -310


def test_bare_numbers() -> None:
    """A number without a unit is told from a length, a day and a clock."""
    texts = ["1.5", "1,5", "-2", "\u22122", "~3", "1 1/2", "7+", "\uff18", ".5"]
    others = ["1h", "1:30", "21.", "1.2.", "1.2.3", "x", "", "-", "5 apples", "9" * 81]

    assert [bare_number(text) for text in texts] == [
        Decimal(number)
        for number in ("1.5", "1.5", "2", "2", "3", "1.5", "7", "8", ".5")
    ]
    assert [bare_number(text) for text in others] == [None] * len(others)


SPELLINGS = (
    "{h}h{m:02}",
    "{h}h {m}m",
    "{h} hours and {m} minutes",
    "{h} Stunden, {m} Min.",
    "{h} tuntia {m} minuuttia",
    "{h}\u5c0f\u65f6{m}\u5206\u949f",
    "{h}\u6642\u9593{m}\u5206",
    "{h}\u0447 {m}\u043c\u0438\u043d",
    "{h}:{m:02}",
    "{h}:{m:02} h",
    "{h}:{m:02}:00",
    "PT{h}H{m}M",
    "{h}h{m}m*",
)


@given(HOURS, MINUTES, st.sampled_from(SPELLINGS), WORDS)
def test_any_length(hours: int, minutes: int, spelling: str, word: str) -> None:
    """Each length is read back in each spelling, but not with a word after it."""
    text = spelling.format(h=hours, m=minutes)

    assert read_length(text, "") == hours * 3600 + minutes * 60
    assert read_length(text.translate(FULL_WIDTH), "") == hours * 3600 + minutes * 60
    assert read_length(f"-{text}", "") == -(hours * 3600 + minutes * 60)
    assert read_length(f"{text} {word}", "") is None
    assert read_length(f"{text}{word}", "") is None


FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}


@given(st.decimals(0, 999, places=2), st.sampled_from([*UNITS.items()]), WORDS)
def test_any_number(number: Decimal, unit: tuple[str, int], word: str) -> None:
    """A number of a unit is read with a point or a comma, and in its column."""
    name, size = unit
    seconds = int(number * size + Decimal("0.5"))

    for text in (str(number), str(number).replace(".", ",")):
        assert read_length(f"{text}{name}", "") == seconds
        assert read_length(text, name) == seconds
        assert bare_number(text) == number
        assert read_length(f"{text} {word}", name) is None
