"""Tables: whole at every width, one line a row in a pipe."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.text.columns import display_width
from tracker.text.screen import SCREEN
from tracker.text.tables import table, table_rows

ROWS = (("5h45m", "ziegler-2019", "148h45m"), ("30m", "ppo", "2h00m"))


def test_table() -> None:
    """Columns are two blanks apart, figures to the right, without trailing blanks."""
    assert (
        table(ROWS, "rlr")
        == "5h45m  ziegler-2019  148h45m\n  30m  ppo             2h00m"
    )
    assert table([("a", "b"), ("ccc", "")], "ll", indent=2) == "  a    b\n  ccc"
    assert table([]) == ""


def test_narrow_table() -> None:
    """Wide texts are wrapped, or below their rows where that takes fewer lines."""
    rows = [("1h", "A typical paper, done again within some hundred hours", "2 h")]
    beside = "1h  A typical paper, done again       2 h\n    within some hundred hours"
    below = (
        "1h  2 h\n    A typical paper,\n    done again within\n    some hundred hours"
    )

    assert table(rows, "rlr", width=41) == beside
    assert table(rows, "rlr", width=22) == below


def test_last_text() -> None:
    """A text that ends its row stands below it only where it has no room beside."""
    rows = [("7k3f", "1h", "lesson"), ("rm6j", "2h", "lesson 3, on reinforcement")]

    assert table(rows, "lrl", width=20) == (
        "7k3f  1h  lesson\nrm6j  2h\n    lesson 3, on\n    reinforcement"
    )


def test_first_text() -> None:
    """The name of a row stays at its head; what stands below it shares a line."""
    rows = [("a-rather-long-name", "decision", "Why not?", "1h")]

    assert table(rows, "lllr", width=30) == (
        "a-rather-long-name  1h\n    decision  Why not?"
    )


def test_table_in_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a pipe each row is one line, however long."""
    monkeypatch.setattr(SCREEN, "wraps_tables", False)
    rows = [("1h", "one two " * 30)]

    assert table(rows, "rl") == f"1h  {rows[0][1]}".rstrip()


def test_ragged_table() -> None:
    """Rows may lack cells, and columns after the alignment are text."""
    assert table([("a",), ("b", "1", "x")], "lr") == "a\nb  1  x"


def test_wide_letters_line_up() -> None:
    """Columns line up by the width in a terminal."""
    assert table([("\u65e5\u672c", "1"), ("abc", "22")]) == "\u65e5\u672c   1\nabc   22"


@given(
    st.lists(
        st.lists(
            st.lists(st.text("abc\u65e5", min_size=1, max_size=5)),
            min_size=1,
            max_size=4,
        ),
        min_size=1,
        max_size=5,
    ),
    st.integers(60, 120),
)
def test_tables_fit(words: list[list[list[str]]], width: int) -> None:
    """A table of texts is never wider than asked, and no row loses a word."""
    rows = [[" ".join(cell) for cell in row] for row in words]
    drawn = table_rows(rows, "llll", width=width, indent=3)
    whole = [sorted(word for cell in row for word in cell) for row in words]

    assert [sorted(row.split()) for row in drawn] == whole
    assert max(map(display_width, "\n".join(drawn).split("\n"))) <= width
