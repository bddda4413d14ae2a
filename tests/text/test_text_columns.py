"""Text in columns: within its width, safe for a terminal, right for wide letters."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcwidth

from tracker.text.columns import (
    display_width,
    hang,
    join_words,
    plain,
    quoted,
    shorten,
    wrap,
)
from tracker.text.screen import SCREEN


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain text", "plain text"),
        ("a\tb\nc\r\nd", "a b c  d"),
        ("\x1b[31mred\x07", r"\x1b[31mred\x07"),
        ("\u202eevil\u2066\ufeff", r"\u202eevil\u2066"),
        ("caf\u00e9 \u65e5\u672c", "caf\u00e9 \u65e5\u672c"),
        ("\udc80\ud800x", r"\x80\ud800x"),
        ("\U0001f469\u200d\U0001f4bb", "\U0001f469\u200d\U0001f4bb"),
        ("a\u00a0b\u2028c\x85d", r"a b\u2028c\u0085d"),
        ("so\xadft \u05e9\u200f", "soft \u05e9"),
    ],
)
def test_plain(text: str, expected: str) -> None:
    """Letters that speak to a terminal become marks; those that show nothing go."""
    assert plain(text) == expected


@given(st.text())
def test_plain_is_printable(text: str) -> None:
    """Cleaned text is one line of UTF-8 without control characters."""
    expected = plain(text)

    assert expected.encode().decode() == expected
    assert not {unicodedata.category(letter) for letter in expected} & {
        "Cc",
        "Cs",
        "Zl",
        "Zp",
    }
    assert plain(expected) == expected


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("abc", 3),
        ("", 0),
        ("\u65e5\u672c", 4),
        ("e\u0301", 1),
        ("\U0001f600", 2),
        ("\uff21", 2),
        ("caf\u00e9", 4),
        ("\U0001f469\u200d\U0001f4bb", 2),
        ("\U0001f3f3\ufe0f\u200d\U0001f308", 2),
        ("\U0001f44d\U0001f3fd", 2),
        ("\u2764\ufe0f", 2),
        ("\u2764", 1),
        ("1\ufe0f\u20e3", 2),
        ("\U0001f1e9\U0001f1ea\U0001f1eb\U0001f1f7", 4),
        ("a\u200db", 2),
        ("\u0645\u06cc\u200c\u0634\u0648\u062f", 5),
        ("\u0928\u093f", 2),
        ("\u0e17\u0e35\u0e48", 1),
        ("\ud55c\uad6d", 4),
        ("\u1112\u1161\u11ab", 2),
    ],
)
def test_width(text: str, width: int) -> None:
    """Wide letters and emoji take two columns, combining marks none.

    Emoji of several signs, flags and syllables of Korean are one shape each.
    """
    assert display_width(text) == width


@given(st.characters())
def test_width_of_letters(letter: str) -> None:
    """What is measured without a look-up has the width that the tables of Unicode say."""
    assert display_width(letter) == max(wcwidth(letter), 0)


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("ab\U0001f469\u200d\U0001f4bbcd", "ab\U0001f469\u200d\U0001f4bb…"),
        ("abc\U0001f1e9\U0001f1eacd", "abc…"),
        ("abce\u0301fg", "abce\u0301…"),
    ],
)
def test_shorten_between_shapes(text: str, short: str) -> None:
    """A text is never cut within an emoji, a flag or an accented letter."""
    assert shorten(text, 5) == short


def test_quoted() -> None:
    """A message shows the input, with marks and shortened."""
    assert quoted("a\x1bb") == r"'a\x1bb'"
    assert quoted("x" * 100) == f"'{'x' * 39}…'"


@given(st.text(), st.integers(1, 40))
def test_shorten(text: str, width: int) -> None:
    """Shortened text fits, and only text that does not fit is shortened."""
    short = shorten(text, width)

    assert display_width(short) <= width
    assert (short == text) == (display_width(text) <= width) or short.endswith("…")


def test_wrap() -> None:
    """Text is broken at blanks and indented; its own line breaks stay."""
    assert wrap("one two three\nfour", 2, 10) == "  one two\n  three\n  four"
    assert wrap("") == ""


def test_wrap_keeps_addresses_whole() -> None:
    """An address wider than a line has a line of its own, with fewer blanks before it."""
    assert (
        wrap("see https://example.org/long now", 2, 25)
        == "  see\n https://example.org/long\n  now"
    )


def test_wrap_breaks_long_words() -> None:
    """A text without blanks is broken between letters, as Chinese is."""
    assert wrap("题 深度学习深度学习", 2, 12) == "  题 深度学\n  习深度学习"
    assert wrap("a " + "x" * 41, 2, 40) == f"  a\n{'x' * 40}\n  x"
    assert wrap("a " + "x" * 40, 2, 40) == f"  a\n{'x' * 40}"


def test_hang(monkeypatch: pytest.MonkeyPatch) -> None:
    """A text stands beside its start, or below it where it or a word has no room."""
    monkeypatch.setattr(SCREEN, "columns", 40)
    text = "one two three four five six"

    assert hang("  link  ", text) == "  link  one two three four five six"
    assert hang("  link          ", text) == (
        "  link          one two three four five\n                six"
    )
    assert hang("        ", f"see a.org/{'x' * 30}") == (
        f"        see\n    a.org/{'x' * 30}"
    )
    assert hang("  a longer label  ", text) == (
        "  a longer label\n      one two three four five six"
    )
    assert hang("  link  ", f"a.org/{'x' * 30} b") == (
        f"  link\n    a.org/{'x' * 30}\n      b"
    )


@given(st.lists(st.text(st.sampled_from("ab\t\n\x07"), max_size=9), max_size=30))
def test_hang_cleans_first(words: list[str]) -> None:
    """A text beside its label is as wide as what is printed of it: a tab is a blank."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SCREEN, "columns", 40)
        lines = hang("  link  ", " ".join(words)).split("\n")

    assert max(map(len, lines)) <= 40
    assert all(line.isprintable() for line in lines)


@given(st.text(), st.integers(0, 5), st.integers(10, 80))
def test_wrap_loses_nothing(text: str, indent: int, width: int) -> None:
    """Wrapping keeps every letter in order, and is no line is too wide but for names."""
    wrapped = wrap(text, indent, width)

    assert "".join(wrapped.split()) == "".join(plain(text).split())
    for line in wrapped.split("\n"):
        is_whole = re.fullmatch(
            r" *(.*[/@].*|[A-Za-z0-9.-]+|(Undo: )?tracker .*|[!-~]{1,40})", line
        )
        assert is_whole or display_width(line) <= width


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "It is logged now. Undo: tracker undo",
            ["It is logged now.", "Undo: tracker undo"],
        ),
        (
            'Say when: tracker stop --at "22:00"; or so',
            ["Say when:", 'tracker stop --at "22:00";', "or so"],
        ),
        (
            "Then tracker doctor, or tracker undo.",
            ["Then tracker doctor, or", "tracker undo."],
        ),
        (
            "Add it: tracker add x --title 'My course' --track coding.",
            ["Add it:", "tracker add x --title 'My course' --track coding."],
        ),
    ],
)
def test_wrap_keeps_commands(text: str, lines: list[str]) -> None:
    """A command within a sentence stays on one line, to be copied."""
    assert wrap(text, width=26).splitlines() == lines


def test_join_words() -> None:
    """Words are joined by commas, the last by a word."""
    letters = ("letter", "repo", "post")

    assert [join_words(letters[:n]) for n in range(4)] == [
        "",
        "letter",
        "letter and repo",
        "letter, repo and post",
    ]
    assert join_words(letters, "or") == "letter, repo or post"
