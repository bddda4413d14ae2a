"""The frames of tables: each gives rows of cells, and all are read alike.

CSV and TSV are read from a file row by row. Tables with bars are in lines of a text;
those in HTML and in columns of blanks have modules of their own.
"""

import csv
import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from tracker.errors import FileProblem
from tracker.imports.formats.source import Source
from tracker.imports.rules.entries import new_record
from tracker.imports.rules.lengths import read_length

# A bar between cells; `\|` is part of a cell.
_BAR = re.compile(r"(?<!\\)\|")
# The line below a header: `| --- | ---: |`.
_RULE = re.compile(r"\s*+(?:\|\s*+)?:?-++:?\s*+(?:[|+]\s*+:?-*+:?\s*+)*+")
# Signs of bold, slanted, code and struck at the edges of a cell: `**2h**`.
_EMPHASIS = re.compile(r"^[*_`]++|(?<![*_`])[*_`]++$")


class Row(NamedTuple):
    """A row of a table: its line in the file, its cells, and what is wrong with it."""

    line: int
    cells: list[str]
    fault: str = ""


def csv_rows(source: Source, delimiter: str) -> Iterator[Row]:
    """The rows of a file of delimited cells.

    Raises FileProblem for what the csv library cannot read.
    """
    with source.rows() as stream:
        ended = False

        def end() -> Iterator[str]:
            nonlocal ended
            ended = True
            yield from ()

        reader, first = csv.reader(chain(stream, end()), delimiter=delimiter), 1
        try:
            for cells in reader:
                # If the reader looked beyond the last line, a quote is still open.
                fault = ""
                if ended:
                    fault = f"quote never closed, up to line {reader.line_num}"
                yield new_record(Row, (first, cells, fault))
                first = reader.line_num + 1
        except csv.Error as problem:
            raise FileProblem(
                f"Line {reader.line_num} of {source.path} cannot be read: {problem}.",
                "Export the file again.",
            ) from problem


def bar_tables(lines: Sequence[tuple[int, str]]) -> list[list[Row]]:
    """The rows of each table in lines that follow one another, without rules.

    A second rule begins another table if the row above it is a header, without digits.
    """
    is_framed = bool(lines) and lines[0][1].lstrip().startswith("|")
    tables: list[list[Row]] = [[]]
    has_rule = False
    for number, line in lines:
        if not _RULE.fullmatch(line):
            tables[-1].append(Row(number, split_cells(line, framed=is_framed)))
            continue
        if has_rule and tables[-1] and not _has_digit(tables[-1][-1]):
            tables.append([tables[-1].pop()])
        has_rule = True
    return [_aligned(rows) for rows in tables]


def is_rule(line: str) -> bool:
    """Whether a line is the one below a header: `--- | ---`."""
    return "|" in line and bool(_RULE.fullmatch(line))


def split_cells(line: str, *, framed: bool) -> list[str]:
    """The cells of a line; where lines are `framed`, they begin with a bar."""
    text = line.strip() if framed else line.rstrip()
    cells = [_plain_cell(cell) for cell in _BAR.split(text)]
    if len(cells) > 1 and not cells[-1]:
        cells.pop()
    return cells[1:] if framed and not cells[0] else cells


def _plain_cell(cell: str) -> str:
    return _EMPHASIS.sub("", cell.strip()).replace("\\|", "|")


def _has_digit(row: Row) -> bool:
    return any(map(str.isdigit, "".join(row.cells)))


def _aligned(rows: list[Row]) -> list[Row]:
    """The rows; where an extra bar has moved the last length, it is moved back."""
    width = len(rows[0].cells) if rows else 0
    return [row._replace(cells=_as_wide(row.cells, width)) for row in rows]


def _as_wide(cells: list[str], width: int) -> list[str]:
    has_extra_bar = len(cells) == width + 1 and not cells[width - 1]
    if not has_extra_bar or read_length(cells[width], "h") is None:
        return cells
    return [*cells[: width - 1], cells[width]]
