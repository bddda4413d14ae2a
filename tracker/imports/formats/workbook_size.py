"""How large the sheets of a workbook are, before they are read into memory.

A file of a few kilobytes can have a cell in column XFD of row 1,048,576, or can repeat
one a billion times.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import IO, NamedTuple
from zipfile import ZipFile

# The bytes of a workbook when unpacked, and the cells of a sheet, at most.
MOST_BYTES, MOST_CELLS = 400_000_000, 10_000_000
_BLOCK = 1 << 20
# A row, a cell or a sheet, the place of an Excel cell, and what else its tag has:
# `<row r="3">`, `<c r="B3" s="1">`, `<table:table-row>`.
_TAG = re.compile(
    rb"<(?:\w+:)?(?:(row|table-row)|(c|table-cell|covered-table-cell)|table)(?=[\s>/])"
    rb"(?:[^>]*?\sr\s*=\s*[\"']([A-Za-z]*)(\d+)[\"'])?([^>]*)>"
)
# How often a row or cell of OpenDocument is repeated: `number-rows-repeated="3"`.
_REPEATS = re.compile(rb"number-(?:rows|columns)-repeated\s*=\s*[\"'](\d+)")


class SheetSize(NamedTuple):
    """The last row and column that have content."""

    rows: int = 0
    columns: int = 0

    @property
    def is_too_large(self) -> bool:
        """Whether it has more cells than are read."""
        return self.rows * self.columns > MOST_CELLS


def largest_sheet(archive: ZipFile) -> SheetSize:
    """The size of the largest sheet of a workbook.

    Each part is read through, so that what its index says of its length is true.
    """
    sizes = [SheetSize()]
    for part in archive.infolist():
        with archive.open(part) as stream:
            sizes += _sheet_sizes(stream)
    return max(sizes, key=lambda size: size.rows * size.columns)


def _sheet_sizes(stream: IO[bytes]) -> Iterator[SheetSize]:
    """The sizes of the sheets in a part: one in Excel's, several in OpenDocument's."""
    row = column = rows = columns = 0
    for row_tag, cell_tag, letters, number, attributes in _tags(stream):
        if number:
            row = int(number[:9])
        elif row_tag:
            row += _repeats(attributes)
        if row_tag:
            column = 0
        elif cell_tag:
            column = _column(letters) if letters else column + _repeats(attributes)
            if not _is_empty(cell_tag, attributes):
                rows, columns = max(rows, row), max(columns, column)
        else:
            yield SheetSize(rows, columns)
            row = rows = columns = 0
    yield SheetSize(rows, columns)


def _tags(stream: IO[bytes]) -> Iterator[tuple[bytes, ...]]:
    """The groups of `_TAG` of each row, cell and sheet, empty where it has none."""
    rest = b""
    while block := stream.read(_BLOCK):
        text = rest + block
        cut = max(text.rfind(b"<"), 0)
        rest = text[cut:]
        yield from _TAG.findall(text, 0, cut)
    yield from _TAG.findall(rest)


def _repeats(attributes: bytes) -> int:
    match = _REPEATS.search(attributes)
    return int(match[1][:9]) if match else 1


@lru_cache(maxsize=1024)
def _column(letters: bytes) -> int:
    """The number of an Excel column: 1 for A, 27 for AA."""
    column = 0
    for letter in letters[:4].upper():
        column = column * 26 + letter - 64
    return column


def _is_empty(cell_tag: bytes, attributes: bytes) -> bool:
    """Whether a cell has a style only."""
    if cell_tag == b"c":
        return attributes.endswith(b"/")
    return b"value-type" not in attributes
