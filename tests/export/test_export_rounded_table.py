"""Controlled rounding: each number at most a unit off, and all sums right."""

from hypothesis import given
from hypothesis import strategies as st

from tracker.export.rules.rounded_table import round_table, round_to_unit

UNIT = 360
# Half of the cells are whole, as weeks without a track are; an overlap is below zero.
CELLS = st.sampled_from([0, UNIT]) | st.integers(-900, 90_000)


def with_sums(rows: list[list[int]]) -> list[list[int]]:
    """A table with the sum of each row, and a row of the sums of each column."""
    wide = [[*row, sum(row)] for row in rows]
    return [*wide, list(map(sum, zip(*wide, strict=True)))]


@st.composite
def tables(draw: st.DrawFn) -> list[list[int]]:
    """Tables of up to 12 rows and 8 columns."""
    width = draw(st.integers(1, 8))
    row = st.lists(CELLS, min_size=width, max_size=width)
    return draw(st.lists(row, min_size=1, max_size=12))


@given(tables())
def test_all_sums_are_right(rows: list[list[int]]) -> None:
    """Rows and columns add up to their sums, and these to the rounded sum of all."""
    rounded = round_table(rows, UNIT)

    assert rounded == with_sums([row[:-1] for row in rounded[:-1]])
    assert rounded[-1][-1] == round_to_unit(sum(map(sum, rows)), UNIT)


@given(tables())
def test_each_number_is_rounded_down_or_up(rows: list[list[int]]) -> None:
    """Each number and sum is less than a unit off; a whole one, zero too, is as it was."""
    for exact, rounded in zip(with_sums(rows), round_table(rows, UNIT), strict=True):
        for number, units in zip(exact, rounded, strict=True):
            assert abs(units * UNIT - number) < UNIT


@given(tables())
def test_the_same_table_is_rounded_the_same(rows: list[list[int]]) -> None:
    """Rounding is not random, and what is whole is not changed by it."""
    rounded = round_table(rows, UNIT)
    whole = [[units * UNIT for units in row[:-1]] for row in rounded[:-1]]

    assert rounded == round_table(rows, UNIT) == round_table(whole, UNIT)


def test_a_few_seconds_are_not_nothing() -> None:
    """A total of some seconds is a tenth of an hour; so is one of its parts."""
    assert round_table([[20, 0], [0, 7]], UNIT) in (
        [[1, 0, 1], [0, 0, 0], [1, 0, 1]],
        [[0, 0, 0], [0, 1, 1], [0, 1, 1]],
    )
