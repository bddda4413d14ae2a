"""Times of day in every spelling that logs have, and texts that only look like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.imports.rules.clocks import half_of, read_clock

SECONDS = st.integers(0, 24 * 3600 - 1)
WORDS = st.text(st.sampled_from("bcjkqvwxz"), min_size=1, max_size=8)
FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("9.00", 32_400),
        ("11.06", 39_960),
        ("9.30.15", 34_215),
        ("9h", 32_400),
        ("9 h 30", 34_200),
        ("9h30min", 34_200),
        ("9am", 32_400),
        ("12 am", 0),
        ("12 pm", 43_200),
        ("12:05 p. m.", 43_500),
        ("9.30 a.m.", 34_200),
        ("09:30:15.250", 34_215),
        ("09:30:15,250", 34_215),
        ("0930", 34_200),
        ("18 Uhr", 64_800),
        ("18:30 Uhr", 66_600),
        ("9\u664230\u5206", 34_200),
        ("9\u70b930", 34_200),
        ("9\uc2dc", 32_400),
        ("\uff19\uff1a\uff13\uff10", 34_200),
        ("24:00", 86_400),
        ("24.00", 86_400),
        (" 9:30 ", 34_200),
    ],
)
def test_spellings_of_clocks(text: str, seconds: int) -> None:
    """Colons, dots, an h, four digits, a half of the day and full-width signs are read."""
    assert read_clock(text) == seconds


@pytest.mark.parametrize(
    "text",
    [
        "9",
        "930",
        "24:01",
        "24:00 pm",
        "0:30 am",
        "13 pm",
        "9:60",
        "9:30:60",
        "2560",
        "9.5",
        "9.305",
        "9:30.15",
        "9:30 walk",
        "9:30?",
        "9:30-10:30",
        "1 2:30",
        "-9:30",
        "9 minutes",
        "9 a",
        "am",
        "",
    ],
)
def test_no_clocks(text: str) -> None:
    """A bare number, a time that no clock shows and a time with more text are none."""
    assert read_clock(text) is None


def test_halves_of_the_day() -> None:
    """The half of the day is told in whatever way it is written."""
    clocks = ("9 p. m.", "9:30PM", "9a.m.", "9:30", "9h", "18 Uhr")

    assert [half_of(clock) for clock in clocks] == ["pm", "pm", "am", "", "", ""]


SPELLINGS = ("{h}:{m:02}:{s:02}", "{h}.{m:02}.{s:02}", "{h:02}:{m:02}:{s:02}.5")


@given(SECONDS, st.sampled_from(SPELLINGS), WORDS)
def test_any_clock(second: int, spelling: str, word: str) -> None:
    """Each second of the day is read back, but not with a word after it."""
    parts = {"h": second // 3600, "m": second // 60 % 60, "s": second % 60}
    text = spelling.format(**parts)
    hour = parts["h"] % 12 or 12
    of_twelve = f"{hour}:{parts['m']:02}:{parts['s']:02} {'ap'[parts['h'] // 12]}m"

    assert read_clock(text) == second
    assert read_clock(of_twelve) == second
    assert read_clock(text.translate(FULL_WIDTH)) == second
    assert read_clock(f"{text} {word}") is None
    assert read_clock(f"{text}{word}") is None
