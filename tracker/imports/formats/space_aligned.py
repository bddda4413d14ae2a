"""Tables in plain text with wide blanks between columns, made into tables with bars."""

import re
from collections.abc import Iterable, Iterator

from tracker.imports.formats.headers import part_of
from tracker.imports.formats.length_checks import UNSURE
from tracker.imports.formats.length_units import LENGTHS

# Blanks between columns: a tab, or two blanks and more.
_GAP = re.compile(r" *\t\s*| {2,}")
_TIMES = frozenset(
    (*LENGTHS, *UNSURE, "time", "start", "start_clock", "end", "end_clock")
)


def with_bars(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Numbered lines; the header and the rows of such a table get bars.

    Its header names a day and a length or a start, or a day and nothing in digits.
    """
    inside = is_indented = False
    for number, line in lines:
        cells = split_blanks(line)
        if inside and line[:1].isspace() and not is_indented:
            cells.insert(0, "")  # as above
        if line.strip():
            is_indented = is_indented if inside else line[:1].isspace()
            inside = (
                len(cells) > 1 and "|" not in line and (inside or _is_header(cells))
            )
        yield number, f"|{'|'.join(cells)}|" if inside and line.strip() else line


def split_blanks(line: str) -> list[str]:
    """The cells of a line between which wide blanks are."""
    return _GAP.split(line.strip())


def _is_header(cells: list[str]) -> bool:
    parts = set(map(part_of, cells))
    if "day" in parts and not any(map(str.isdigit, "".join(cells))):
        return True
    has_day = not parts.isdisjoint(("day", "start_day", "start", "stamp"))
    return has_day and not parts.isdisjoint(_TIMES)
