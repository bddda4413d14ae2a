"""Stretches: amounts, tags, --from and --to."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import Refused, TrackerError, Unreadable
from tracker.text.stretches import (
    Stretch,
    TaggedText,
    parse_from_to,
    parse_stretch,
    split_tags,
)

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 26, 22, 4, tzinfo=BERLIN)
TODAY = NOW.date()
YESTERDAY = date(2026, 11, 25)


def read(text: str, day: date | None = None) -> Stretch:
    return parse_stretch(text, NOW, TODAY, BERLIN, day)


def ends(
    start: str | None, end: str | None, amount: int | None, day: date | None = None
) -> Stretch:
    return parse_from_to(start, end, amount, NOW, TODAY, BERLIN, day)


def test_split_tags() -> None:
    """Tags are separated from the other words, in lower case and each once."""
    assert split_tags(["1h", "+Deep-Work", "30m", "+agent", "+agent"]) == TaggedText(
        ("deep-work", "agent"), "1h 30m"
    )
    assert split_tags([]) == TaggedText((), "")


@pytest.mark.parametrize(
    "word", ["+", "+a b", "+1h", "+90", "+a:b", "++a", "+a\n", "+-a"]
)
def test_refused_tags(word: str) -> None:
    """A tag begins with a letter, so an amount with a sign is not a tag."""
    with pytest.raises(Unreadable):
        split_tags([word])


@given(st.lists(st.from_regex(r"[+]?[a-z][a-z0-9]{0,4}", fullmatch=True)))
def test_words_are_kept(words: list[str]) -> None:
    """No word is lost or changes its order."""
    got = split_tags(words)

    assert set(got.tags) == {word[1:] for word in words if word.startswith("+")}
    assert got.text.split() == [word for word in words if not word.startswith("+")]


@pytest.mark.parametrize("text", ["1h30m", "1h 30m", "1.5", "90 min"])
def test_amount(text: str) -> None:
    """An amount has no start, and the day of --on, if any."""
    assert read(text) == Stretch(None, None, 5400)
    assert read(text, YESTERDAY) == Stretch(YESTERDAY, None, 5400)


def test_from_to() -> None:
    """--from and --to are read like a range."""
    want = Stretch(None, datetime(2026, 11, 26, 9, tzinfo=BERLIN), 3600)

    assert ends("9:00", "10:00", None) == ends("9", "10am", None) == want
    assert ends("yesterday 9:00", "10:00", None).day == YESTERDAY


def test_from_or_to_with_an_amount() -> None:
    """With an amount, --from is the start and --to the end, across a clock change too."""
    assert ends("9:00", None, 5400) == Stretch(
        None, datetime(2026, 11, 26, 9, tzinfo=BERLIN), 5400
    )
    assert ends(None, "yesterday 10:00", 5400).start == datetime(
        2026, 11, 25, 8, 30, tzinfo=BERLIN
    )

    back = ends(None, "4:00", 4 * 3600, date(2026, 10, 25))
    assert back.start is not None
    assert back.start.isoformat() == "2026-10-25T01:00:00+02:00"
    assert back.day == date(2026, 10, 25)


def test_amount_alone() -> None:
    """An amount alone is a stretch without a start."""
    assert ends(None, None, 60, YESTERDAY) == Stretch(YESTERDAY, None, 60)


@pytest.mark.parametrize(
    ("start", "end", "amount"),
    [
        (None, None, None),
        ("9:00", None, None),
        (None, "9:00", None),
        ("9:00", "10:00", 60),
        ("10:00", "x", None),
        (None, "9:00", 10**12),
    ],
)
def test_too_little_or_too_much(
    start: str | None, end: str | None, amount: int | None
) -> None:
    """Missing, superfluous and unreadable values are refused."""
    with pytest.raises(Unreadable):
        ends(start, end, amount)


@given(st.text() | st.from_regex(r"[0-9:apmto -]{1,16}", fullmatch=True))
def test_any_text(text: str) -> None:
    """Any text is a stretch of more than zero seconds, or refused."""
    try:
        assert read(text).seconds > 0
    except TrackerError as error:
        assert type(error) in (Unreadable, Refused)
