"""Bars at the end of the rows of a table, and the bar of a limit."""

import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.text.bars import MOST, bar_rows, ledger_bar
from tracker.text.columns import display_width
from tracker.text.screen import SCREEN
from tracker.text.signs import SIGNS

ROWS = st.lists(
    st.tuples(st.integers(0, 10**6), st.text("ab ", max_size=70)), min_size=1
)
PICTURES = st.sampled_from(["blocks", "ascii"])


def draw(rows: Sequence[tuple[int, str]], columns: int, pictures: str) -> list[str]:
    """Rows with bars on a terminal of so many columns."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SCREEN, "columns", columns)
        patch.setattr(SCREEN, "wraps_tables", True)
        patch.setattr(SCREEN, "signs", SIGNS[pictures])
        cells = [(str(amount), title) for amount, title in rows]
        return bar_rows(cells, "rl", [amount for amount, _ in rows], indent=2)


def measure(bar: str, pictures: str) -> int:
    """The length of a bar in quarters of a column."""
    parts = SIGNS[pictures].parts
    return sum(parts.index(sign) + 1 for sign in bar)


@given(ROWS, st.integers(40, 200), PICTURES)
def test_bars_follow_the_amounts(
    rows: list[tuple[int, str]], columns: int, pictures: str
) -> None:
    """Where there are bars, all are in proportion, begin in one column, and fit."""
    lines = [line.split("\n")[0] for line in draw(rows, columns, pictures)]
    parts = SIGNS[pictures].parts
    bars = [re.search(f"[{parts}]*$", line) for line in lines]
    lengths = [measure(bar[0], pictures) if bar else 0 for bar in bars]
    largest, longest = max(amount for amount, _ in rows), max(lengths)

    assert max(map(display_width, lines)) <= columns
    if longest:
        assert 4 * 4 <= longest <= 4 * MOST
        for (amount, _), length in zip(rows, lengths, strict=True):
            assert (length > 0) == (amount > 0)
            assert length == 1 or abs(length - amount / largest * longest) <= 0.5
        starts = [bar.start() for bar in bars if bar and bar[0]]
        assert len({*starts}) == 1


@given(ROWS, st.integers(40, 200))
def test_bars_cost_a_line_a_row(rows: list[tuple[int, str]], columns: int) -> None:
    """Rows with bars have at most a line more than those without, and the same letters."""
    drawn, plain = draw(rows, columns, "ascii"), draw(rows, columns, "none")

    lines = "".join(plain).count("\n") + len(rows)
    assert "".join(drawn).count("\n") <= lines
    assert [sorted(set("".join(row.split())) - {*":+*#"}) for row in drawn] == [
        sorted(set("".join(row.split()))) for row in plain
    ]


@pytest.mark.parametrize(
    ("done", "low", "high", "width", "expected"),
    [
        (302.17, 200, 400, 47, "0 |===================|==========.........| 400"),
        (0, 200, 400, 27, "0 |.........|.........| 400"),
        (0.1, 200, 400, 27, "0 |=........|.........| 400"),
        (399.9, 200, 400, 27, "0 |=========|========.| 400"),
        (400, 200, 400, 27, "0 |=========|=========| 400"),
        (900, 200, 400, 27, "0 |=========|=========| 400"),
        (1.5, 1.5, 5, 20, "0 |====|.........| 5"),
        (4, 8, 8, 16, "0 |=====.....| 8"),
        (1, 0, 0, 5, "0 |===| 0"),
    ],
)
def test_bar(done: float, low: float, high: float, width: int, expected: str) -> None:
    """A bar shows any work and its low mark, and is full only at its high end."""
    assert ledger_bar(done, low, high, width) == expected
