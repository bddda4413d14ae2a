"""Bars and sparklines: true to what they show, in blocks and in ASCII."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.text.columns import display_width
from tracker.text.signs import SIGNS, choose_signs

BLOCKS, ASCII, NONE = SIGNS.values()
AMOUNTS = st.integers(0, 1_000_000)
COLUMNS = st.integers(1, 200)
VALUES = st.lists(st.none() | AMOUNTS)


@pytest.mark.parametrize(
    ("hours", "expected"),
    [(0, ""), (0.1, "#"), (1.4, "#"), (1.5, "##"), (2.5, "###"), (24, "#" * 24)],
)
def test_bar_is_a_column_an_hour(hours: float, expected: str) -> None:
    """Half an hour and more is drawn as an hour, and so is the least above zero."""
    assert ASCII.bar(hours, 24, 24) == expected


@given(AMOUNTS, AMOUNTS, st.integers(1, 1_000_000), COLUMNS)
def test_bars_are_true(part: int, other: int, whole: int, columns: int) -> None:
    """A bar is empty for zero only, never too long, and no shorter than a lesser one."""
    bar, lesser = (
        ASCII.bar(amount, whole, columns)
        for amount in (max(part, other), min(part, other))
    )

    assert len(lesser) <= len(bar) <= columns
    assert bool(bar) == (max(part, other) > 0)
    exact = min(max(part, other) / whole, 1) * columns
    assert abs(len(bar) - exact) <= 0.5 or len(bar) == 1


@given(VALUES)
def test_sparklines_are_true(values: list[int | None]) -> None:
    """Each value has one column: higher is no lower, zero and a break have their own."""
    line = BLOCKS.sparkline(values)
    columns = [(v, c) for v, c in zip(values, line, strict=True) if v]
    ordered = [BLOCKS.heights.index(column) for _, column in sorted(columns)]

    assert ordered == sorted(ordered)
    assert [c == "-" for c in line] == [v is None for v in values]
    assert [c == "·" for c in line] == [v == 0 for v in values]
    assert ordered[-1:] == [7][: len(ordered)]


@given(AMOUNTS, AMOUNTS, COLUMNS, VALUES)
def test_ascii_is_as_wide(
    part: int, whole: int, columns: int, values: list[int | None]
) -> None:
    """What is drawn in ASCII takes the columns that blocks take."""
    whole = max(whole, 1)
    pairs = (
        (BLOCKS.bar(part, whole, columns), ASCII.bar(part, whole, columns)),
        (BLOCKS.sparkline(values), ASCII.sparkline(values)),
    )

    for blocks, plain in pairs:
        assert display_width(blocks) == len(plain)
        assert plain.isascii()
    assert len(BLOCKS.shades) == len(ASCII.shades)
    assert not NONE.bar(part, whole, columns) + NONE.sparkline(values)


@pytest.mark.parametrize(
    ("pictures", "encoding", "expected"),
    [
        ("blocks", "utf-8", BLOCKS),
        ("blocks", "cp1252", ASCII),
        ("blocks", "cp437", ASCII),
        ("blocks", "ascii", ASCII),
        ("ascii", "utf-8", ASCII),
        ("none", "ascii", NONE),
        ("a way of a newer version", "utf-8", BLOCKS),
    ],
)
def test_signs_can_be_printed(pictures: str, encoding: str, expected: object) -> None:
    """Blocks are drawn where the encoding has them all, and ASCII elsewhere."""
    assert choose_signs(pictures, encoding) is expected
