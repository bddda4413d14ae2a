"""Columns of texts whose headers leave open what they are: tags, notes."""

from collections.abc import Iterable, Sequence

from tracker.imports.formats.cell_times import has_day
from tracker.imports.formats.headers import meaning_of
from tracker.imports.formats.length_units import PAUSES
from tracker.imports.formats.pauses import Pauses
from tracker.imports.formats.time_columns import Cells, cells_of
from tracker.imports.rules.lengths import read_length
from tracker.imports.rules.months import is_weekday

NARROW = 6  # columns
# What stands between or before the tags of a cell that holds several.
_SEVERAL = frozenset(",;#|")


def tag_part(cells: Sequence[str], columns: Iterable[str]) -> str:
    """What a column headed `Tag` is: the day, in German, or the project, or tags.

    It is the project where there is no other and each cell is one name.
    """
    if any(map(has_day, cells)):
        return "day"
    if "project" in columns or not all(map(_is_one_name, cells)):
        return "tags"
    return "project"


def _is_one_name(cell: str) -> bool:
    """Whether a cell holds one name: `Maths`, not `#rl, #maths` or a weekday."""
    if is_weekday(cell.casefold().strip(".")) or not _SEVERAL.isdisjoint(cell):
        return False
    return any(map(str.isalpha, cell))


def with_note(
    columns: dict[str, int],
    header: Cells,
    rows: Sequence[Cells],
    pauses: Pauses | None,
) -> dict[str, int]:
    """`columns` with a note, if the last unknown column of a narrow table is text."""
    used = {*columns.values(), pauses.length if pauses else -1}
    unknown = [
        place
        for place, name in enumerate(header)
        if name and place not in used and meaning_of(name)[0] in ("", *PAUSES)
    ]
    if "note" in columns or len(header) > NARROW or not unknown:
        return columns
    place = unknown[-1]
    cells = cells_of(rows, place)
    has_texts = any(map(str.isalpha, "".join(cells))) and "://" not in "".join(cells)
    is_length = all(read_length(cell, "") is not None for cell in cells)
    return {**columns, "note": place} if has_texts and not is_length else columns
