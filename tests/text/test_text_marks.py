"""Letters that speak to a terminal are shown as marks, and what is seen stays as it is."""

import json
import re
import subprocess
import unicodedata
from shlex import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.text.marks import (
    clean_text,
    drop_hidden,
    escape_json,
    mark_breaks,
    show_marks,
)

LINK = "\x1b]8;;https://e.example\x1b\\x\x1b]8;;\x07"
WALES = "\U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f"
# Letters of all kinds that a terminal must not get, among others that it may.
LETTERS = st.text(st.characters(categories=["Cc", "Cf", "Cs", "Zl", "Zp", "Zs", "Ll"]))
JOINERS = "\u200c\u200d"


def speaks(letter: str) -> bool:
    """Whether a letter could speak to a terminal."""
    kinds = ("Cc", "Cf", "Cs", "Zl", "Zp")
    return letter not in JOINERS and unicodedata.category(letter) in kinds


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (LINK, r"\x1b]8;;https://e.example\x1b\x\x1b]8;;\x07"),
        ("\x9b31m", r"\u009b31m"),
        ("a\u202eb\u2066c\u2069", r"a\u202eb\u2066c\u2069"),
        ("a\u2028b\x85c\x0bd\x7f", r"a\u2028b\u0085c\x0bd\x7f"),
        ("a\r\nb\tc\xa0d", "a  b c d"),
        ("\udcff.csv", r"\xff.csv"),
        ("\ud800\U000e0041", r"\ud800\U000e0041"),
        ("so\xadft\ufeff", "soft"),
        (f"\U0001f469\u200d\U0001f4bb {WALES}", f"\U0001f469\u200d\U0001f4bb {WALES}"),
        ("it's \x1b 'a", r"it's \x1b 'a"),
        ("rm 'a\x1b b' \"'\x07\"", "rm $'a\\x1b b' \"'\\x07\""),
    ],
)
def test_marks(text: str, shown: str) -> None:
    """Each such letter has its mark; blanks, emoji and flags are as they were."""
    assert show_marks(text) == shown


@given(LETTERS)
def test_no_letter_speaks(text: str) -> None:
    """Neither marked nor cleaned text speaks to a terminal, and marking is done once."""
    shown, cleaned, lines = show_marks(text), clean_text(text), drop_hidden(text)

    assert not any(map(speaks, shown + cleaned + re.sub("[\n\t]", "", lines)))
    assert (show_marks(shown), clean_text(cleaned)) == (shown, cleaned)


@given(LETTERS)
def test_json(text: str) -> None:
    """In JSON the letters are escapes, so that a program reads what was typed."""
    written = escape_json(json.dumps(text, ensure_ascii=False))

    # JSON itself reads two halves of a letter as that letter.
    assert json.loads(written) == json.loads(json.dumps(text))
    assert not any(map(speaks, written))


@pytest.mark.parametrize("name", ["a\x1bb", "it's\x07 \\x", "\u202e\x9b'", "\udcffa\t"])
def test_pasted(name: str) -> None:
    """A shell reads the marks of a command: it names the same file."""
    command = show_marks(f"printf %s {quote(name)}")
    done = subprocess.run(
        ["bash", "-c", command],
        capture_output=True,
        check=True,
        env={"LC_ALL": "C.UTF-8"},
    )

    assert done.stdout == name.encode(errors="surrogateescape")
    assert not any(map(speaks, command))


def test_breaks() -> None:
    """A line break in the name of a file begins no line; others do."""
    text = "There is no file x/a\nUndo: b.\nType:"

    assert mark_breaks(text, ["/c/x/a\nUndo: b", "d"]) == (
        "There is no file x/a\\x0aUndo: b.\nType:"
    )
