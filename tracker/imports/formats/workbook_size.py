"""How large the sheets of a workbook are, before they are read into memory.

A file of a few kilobytes can have a cell in column XFD of row 1,048,576, or can repeat
one a billion times. Damaged XML is refused here, since the library may never end on it.
"""

import re
from functools import lru_cache
from typing import IO, NamedTuple
from xml.parsers.expat import ParserCreate
from zipfile import ZipFile

from tracker.limits import MOST_CELLS

_BLOCK = 1 << 20
# Bytes of a tag, and tags in each other: reading it grows with the square of the one,
# and memory with the other.
_LONGEST_TAG, _MOST_DEPTH = 1 << 20, 256
# Blanks that tags stand for: the library writes all of them out.
_MOST_BLANKS = 1_000_000
# The place of an Excel cell: `B3`.
_PLACE = re.compile(r"([A-Za-z]{1,4})(\d{1,9})")
# A number of rows, columns or blanks; a longer one counts as a billion.
_NUMBER = re.compile(r"\d+")


class SheetSize(NamedTuple):
    """The last row and column that have content."""

    rows: int = 0
    columns: int = 0

    @property
    def is_too_large(self) -> bool:
        """Whether it has more cells than are read."""
        return _cells(self) > MOST_CELLS


def largest_sheet(archive: ZipFile) -> SheetSize:
    """The size of the largest sheet of a workbook.

    Each part is read through, so that what its index says of its length is true. Raises
    what zipfile and expat raise where it is damaged.
    """
    largest = SheetSize()
    for part in archive.infolist():
        with archive.open(part) as stream:
            if part.filename.endswith((".xml", ".rels")):
                largest = max(largest, _PartSize(stream).largest, key=_cells)
            else:
                while stream.read(_BLOCK):
                    pass
    return largest


class _PartSize:
    """The size of the largest sheet in a part, found while its XML is read.

    Excel's parts have one sheet, OpenDocument's all.
    """

    def __init__(self, stream: IO[bytes]) -> None:
        self._row = self._column = self._depth = self._blanks = 0
        self._sizes = [SheetSize()]
        parser = ParserCreate()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        length = 0
        while block := stream.read(_BLOCK):
            parser.Parse(block)
            length += len(block)
            if length - parser.CurrentByteIndex > _LONGEST_TAG:
                raise ValueError("a tag is too long")
        parser.Parse(b"", True)
        self.largest = max(self._sizes, key=_cells)

    def _end(self, _: str) -> None:
        self._depth -= 1

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _MOST_DEPTH:
            raise ValueError("too many tags are in each other")
        if tag == "text:s":
            self._blanks += _number(attributes.get("text:c"), 1)
            if self._blanks > _MOST_BLANKS:
                raise ValueError("its cells have too many blanks")
        self._go_on(tag.rpartition(":")[2], attributes)

    def _go_on(self, name: str, attributes: dict[str, str]) -> None:
        match name:
            case "c":
                self._go_to(attributes.get("r", ""))
            case "v" | "is":
                self._fill_cell()
            case "row":
                self._row = _number(attributes.get("r"), self._row + 1)
                self._column = 0
            case "table":
                self._row = 0
                self._sizes.append(SheetSize())
            case "table-row":
                self._row += _repeats(attributes, "rows")
                self._column = 0
            case "table-cell" | "covered-table-cell":
                self._column += _repeats(attributes, "columns")
                if any(name.endswith(":value-type") for name in attributes):
                    self._fill_cell()

    def _go_to(self, place: str) -> None:
        """Go to the place of an Excel cell, or to the next one."""
        match = _PLACE.fullmatch(place)
        if match:
            self._column, self._row = _column(match[1]), int(match[2])
        else:
            self._column += 1

    def _fill_cell(self) -> None:
        rows, columns = self._sizes[-1]
        if self._row > rows or self._column > columns:
            self._sizes[-1] = SheetSize(
                max(rows, self._row), max(columns, self._column)
            )


def _cells(size: SheetSize) -> int:
    return size.rows * size.columns


def _repeats(attributes: dict[str, str], what: str) -> int:
    """How often a row or cell of OpenDocument is repeated."""
    return _number(attributes.get(f"table:number-{what}-repeated"), 1)


def _number(text: str | None, otherwise: int) -> int:
    if not (text and _NUMBER.fullmatch(text)):
        return otherwise
    return int(text) if len(text) <= len("999999999") else 10**9


@lru_cache(maxsize=1024)
def _column(letters: str) -> int:
    """The number of an Excel column: 1 for A, 27 for AA."""
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - 64
    return column
