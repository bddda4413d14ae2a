"""A line that a shell completes, read as the shell reads it, and what bash inserts."""

import shlex
import shutil
import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.maintenance.completed_lines import BREAKS
from tracker.maintenance.rules.shell_lines import Line, read_line, to_bash

needs_bash = pytest.mark.skipif(
    shutil.which("bash") is None, reason="there is no bash on this machine"
)
texts = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")))


def is_no_path(text: str) -> bool:
    """Whether a text has letters and is no path below the home folder: `~/` is not quoted."""
    return bool(text) and not text.startswith("~")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("tracker ", Line([], "", "", "")),
        ("tracker log f", Line(["log"], "f", "", "")),
        ("LANG=C A=b tracker log f", Line(["log"], "f", "", "")),
        ("tracker log 'a b", Line(["log"], "a b", "", "'")),
        ('tracker log "a b" c\\ ', Line(["log", "a b"], "c ", "", "")),
        ('tracker log "a\\"b', Line(["log"], 'a"b', "", '"')),
        ("tracker x --track=ma", Line(["x"], "--track=ma", "--track=", "")),
        ("tracker note # no comment", Line(["note", "#", "no"], "comment", "", "")),
    ],
)
def test_line(text: str, line: Line) -> None:
    """Words and quotes are those of the shell; assignments before the command are left out."""
    assert read_line(text) == line


@given(st.lists(texts), texts)
def test_quoted_words(before: list[str], word: str) -> None:
    """Whatever a person quotes is read back."""
    line = read_line(shlex.join(["tracker", *before, word]))

    assert (line.before, line.word) == (before, word)


@needs_bash
@pytest.mark.parametrize("quote", ["", "'", '"'])
@given(values=st.lists(texts.filter(is_no_path), min_size=1), typed=st.integers(0, 9))
@settings(max_examples=20)
def test_inserted(quote: str, values: list[str], typed: int) -> None:
    """Bash reads what is inserted for a value as that value, however much was typed, with any quote."""
    words = []
    for value in values:
        beginning = value[:typed] if value[:typed].isalnum() else ""
        text = f"tracker note {quote}{beginning}"
        inserted = to_bash(value, read_line(text), text, BREAKS)
        words.append(f"{quote}{inserted}{quote}")
    done = subprocess.run(
        ["bash"],
        input=f"printf '%s\\0' {' '.join(words)}",
        env={"LC_ALL": "C.UTF-8"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    assert done.stdout.split("\0") == [*values, ""]


@pytest.mark.parametrize(
    ("typed", "value", "inserted"),
    [
        ("--evidence re", "repo:", "repo:"),
        ("--evidence=re", "repo:", "repo:"),
        ("--evidence repo:", "repo:", ""),
        ("a:b/x", "a:b/x y", "b/x\\ y"),
        ("a\\:b/x", "a:b/x y", "a:b/x\\ y"),
        ("~/x", "~/x y", "~/x\\ y"),
        ("'a:b/x", "a:b/x y", "a:b/x y"),
    ],
)
def test_separators(typed: str, value: str, inserted: str) -> None:
    """Bash is told only what follows the last separator that is not quoted."""
    text = f"tracker reach x {typed}"

    assert to_bash(value, read_line(text), text, BREAKS) == inserted
