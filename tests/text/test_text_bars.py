"""Bars at the end of the rows of a table, and the bar of a limit."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.text.bars import LEAST, MOST, bar_rows, ledger_bar
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


@given(ROWS, st.integers(40, 200), PICTURES)
def test_bars_follow_the_amounts(
    rows: list[tuple[int, str]], columns: int, pictures: str
) -> None:
    """Where there are bars, larger amounts have no shorter ones, and all fit."""
    lines = [line.split("\n")[0] for line in draw(rows, columns, pictures)]
    full, amounts = SIGNS[pictures].full, [amount for amount, _ in rows]
    lengths = [line.count(full) for line in lines]

    assert max(map(display_width, lines)) <= columns
    if any(lengths):
        ordered = [length for _, length in sorted(zip(amounts, lengths, strict=True))]
        assert ordered == sorted(ordered)
        assert [length > 0 for length in lengths] == [a > 0 for a in amounts]
        assert LEAST <= max(lengths) <= MOST
        starts = {display_width(x[: x.index(full)]) for x in lines if full in x}
        assert len(starts) == 1


@given(ROWS, st.integers(40, 200))
def test_bars_cost_no_lines(rows: list[tuple[int, str]], columns: int) -> None:
    """Rows with bars have no more lines than those without, and the same letters."""
    drawn, plain = draw(rows, columns, "ascii"), draw(rows, columns, "none")

    assert "".join(drawn).count("\n") <= "".join(plain).count("\n")
    assert [sorted("".join(row.replace("#", "").split())) for row in drawn] == [
        sorted("".join(row.split())) for row in plain
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
