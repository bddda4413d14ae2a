"""Bars and sparklines: true to what they show, in blocks and in ASCII."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.text.columns import display_width
from tracker.text.signs import SIGNS, Signs, choose_signs

BLOCKS, ASCII, NONE = SIGNS.values()
AMOUNTS = st.integers(0, 1_000_000)
COLUMNS = st.integers(1, 200)
VALUES = st.lists(st.none() | AMOUNTS)


@pytest.mark.parametrize(
    ("minutes", "blocks", "ascii_signs"),
    [
        (0, "", ""),
        (1, "▂", ":"),
        (22, "▂", ":"),
        (23, "▃", "+"),
        (45, "▅", "*"),
        (60, "▆", "#"),
        (67, "▆", "#"),
        (68, "▆▂", "#:"),
        (89, "▆▃", "#+"),
        (1440, "▆" * 24, "#" * 24),
    ],
)
def test_bar_of_a_column_an_hour(minutes: int, blocks: str, ascii_signs: str) -> None:
    """A part of an hour is drawn by the height of its sign, to a quarter of an hour."""
    assert BLOCKS.bar(minutes, 1440, 24) == blocks
    assert ASCII.bar(minutes, 1440, 24) == ascii_signs


def measure(bar: str, signs: Signs) -> int:
    """The length of a bar in quarters of a column."""
    return sum(signs.parts.index(sign) + 1 for sign in bar)


@given(AMOUNTS, AMOUNTS, st.integers(1, 1_000_000), COLUMNS)
def test_bars_are_true(part: int, other: int, whole: int, columns: int) -> None:
    """A bar is empty for zero only, never too long, and no shorter than a lesser one."""
    less, more = sorted((part, other))
    bar, lesser = (BLOCKS.bar(amount, whole, columns) for amount in (more, less))

    length = measure(bar, BLOCKS)
    assert measure(lesser, BLOCKS) <= length
    assert len(bar) <= columns
    assert bool(bar) == (more > 0)
    assert set(bar[:-1]) <= {BLOCKS.parts[-1]}
    exact = 4 * min(more / whole, 1) * columns
    assert abs(length - exact) <= 0.5 or length == 1
    assert measure(ASCII.bar(more, whole, columns), ASCII) == length


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
    assert not {*ASCII.heights} & {*ASCII.shades}
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
