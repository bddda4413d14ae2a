"""A person's text stays text, in Markdown and in a spreadsheet."""

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.export.render.escape import (
    GUARDED,
    escape_markdown,
    guard_cell,
    markdown_link,
)
from tracker.text.marks import drop_hidden

TEXT = st.text(st.characters(blacklist_categories=("Cs",)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain words, 3.5 (x)", "plain words, 3.5 (x)"),
        ("a | b", r"a \| b"),
        ("<script>alert(1)</script>", r"\<script\>alert(1)\</script\>"),
        ("two\nlines\tand a tab", "two lines and a tab"),
        ("`code` *bold* _x_ ~~gone~~", r"\`code\` \*bold\* \_x\_ \~\~gone\~\~"),
        ("[a](javascript:x)", r"\[a\](javascript:x)"),
        ("# head", r"\# head"),
        ("- item", r"\- item"),
        ("1. first", r"1\. first"),
        ("2)", r"2\)"),
        ("417.0 h", "417.0 h"),
        ("back\\slash &amp;", r"back\\slash \&amp;"),
        ("left\u202eright\u200b", "leftright"),
    ],
)
def test_markdown_is_escaped(text: str, expected: str) -> None:
    """Markdown, HTML and tables are escaped; marks that reverse text are removed."""
    assert expected == escape_markdown(text)


@given(TEXT)
def test_no_text_breaks_out_of_a_markdown_cell(text: str) -> None:
    """Escaped text has one line, without a bare pipe or bracket."""
    output = escape_markdown(text)

    bare = re.sub(r"\\.", "", output)
    assert not re.search(r"[\n\r|<>`*_\[\]\\]", bare)


def test_a_long_text_stays_whole() -> None:
    """A text of 10,000 letters is not cut."""
    assert escape_markdown("x" * 10_000) == "x" * 10_000


def test_an_address_is_a_link_that_shows_itself() -> None:
    """An http address is a link in angle brackets; any other is text."""
    assert markdown_link("https://a.example/x_y|z") == "<https://a.example/x_y%7Cz>"
    assert markdown_link("git.example/a_b") == r"git.example/a\_b"
    assert markdown_link("https://a.example/<b>") == r"https://a.example/\<b\>"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx", "'x"])
def test_a_formula_gets_one_guard(text: str) -> None:
    """A formula, or a text that begins with a quote, gets one leading quote."""
    assert f"'{text}" == guard_cell(text)


def test_no_cell_speaks() -> None:
    """Letters that turn text or speak to a terminal go before the guard is set."""
    assert guard_cell("\u202e=cmd\u2066!\u200f") == "'=cmd!"
    assert guard_cell("\x1b[31m=cmd\x07\x9b") == "[31m=cmd"
    assert guard_cell("\x1b=a\r\nb\rc\td") == "'=a\nb\nc\td"


@given(TEXT)
def test_a_guarded_cell_reads_back(text: str) -> None:
    """Read back from CSV without its guard, a text is what it was, but for such letters."""
    text = drop_hidden(text)
    out = io.StringIO(newline="")
    csv.writer(out).writerow([guard_cell(text), "end"])
    (row,) = csv.reader(io.StringIO(out.getvalue(), newline=""))

    assert [text, "end"] == [row[0].removeprefix("'"), row[1]]
    assert not row[0].startswith(GUARDED) or row[0].startswith("'")
