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
# The place of an Excel cell: `B3`.
_PLACE = re.compile(r"([A-Za-z]{1,4})(\d{1,9})")
# A number of rows or columns.
_NUMBER = re.compile(r"\d{1,9}")


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
        self._row = self._column = 0
        self._sizes = [SheetSize()]
        parser = ParserCreate()
        parser.StartElementHandler = self._start
        parser.ParseFile(stream)
        self.largest = max(self._sizes, key=_cells)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        match tag.rpartition(":")[2]:
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
    return int(text) if text and _NUMBER.fullmatch(text) else otherwise


@lru_cache(maxsize=1024)
def _column(letters: str) -> int:
    """The number of an Excel column: 1 for A, 27 for AA."""
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - 64
    return column
