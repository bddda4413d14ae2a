"""A column of unknown name that could be the length beside a row's start and end."""

from collections.abc import Sequence

from tracker.errors import Unreadable
from tracker.imports.formats.headers import is_not_worked, plain_header, unknown_columns
from tracker.imports.formats.length_columns import Lengths
from tracker.imports.formats.length_questions import ask_which_length
from tracker.imports.formats.length_units import rows_with_times
from tracker.imports.formats.time_columns import Cells, days_of, edge_place
from tracker.imports.rules.lengths import bare_number, read_length
from tracker.imports.rules.questions import answers, columns_by_header
from tracker.text.columns import quoted


def check_unknown_length(
    columns: dict[str, int], header: Cells, rows: Sequence[Cells]
) -> None:
    """Ask where a column of unknown name could be the length beside start and end.

    It has lengths with units, colons or decimals, nowhere longer than the two times,
    and most rows shorter: they may be the day's first start and last end.
    """
    timed = rows_with_times(columns, rows)
    if "length" in columns or not timed:
        return
    for place in unknown_columns(header, columns.values()):
        is_worked = not is_not_worked(plain_header(header[place]).split())
        if is_worked and _could_be_length(timed, place):
            raise _unknown_length(columns, header, place)


def _could_be_length(timed: Sequence[tuple[Cells, int]], place: int) -> bool:
    pairs = [(row[place], seconds) for row, seconds in timed if place < len(row)]
    filled = [(cell, seconds) for cell, seconds in pairs if cell]
    lengths = [(read_length(cell, "h"), seconds) for cell, seconds in filled]
    if 2 * len(filled) <= len(timed) or not any(map(_says_unit, filled)):
        return False
    fits = all(length and length <= seconds + 60 for length, seconds in lengths)
    shorter = [1 for length, seconds in lengths if length and length < seconds - 60]
    return fits and 2 * len(shorter) > len(lengths)


def _says_unit(pair: tuple[str, int]) -> bool:
    number = bare_number(pair[0])
    return number is None or bool(number % 1)


def _unknown_length(columns: dict[str, int], header: Cells, place: int) -> Unreadable:
    day = header[days_of(columns)[0]] if days_of(columns) else "date"
    places = {edge: edge_place(columns, edge) for edge in ("start", "end")}
    edges = {e: header[at if at >= 0 else place] for e, at in places.items()}
    return Unreadable(
        f"{quoted(header[place])} could be the length, without breaks between start"
        " and end.",
        answers(
            {
                "If it is": columns_by_header({"date": day, "hours": header[place]}),
                "If start and end count": columns_by_header({"date": day, **edges}),
            }
        ),
    )


def check_net_length(lengths: Lengths, header: Cells, rows: Sequence[Cells]) -> None:
    """Ask where a column of unknown name is each row's length without its break."""
    columns, pauses = lengths.columns, lengths.pauses
    if pauses is None or "length" not in columns:
        return
    place, unit = columns["length"], lengths.unit or "h"
    wholes = [(row, read_length(row[place], unit)) for row in rows if len(row) > place]
    nets = [
        (row, whole - (pauses.seconds_of(row) or 0)) for row, whole in wholes if whole
    ]
    for other in unknown_columns(header, columns.values()):
        cells = [(row[other], net) for row, net in nets if len(row) > other]
        if cells and all(read_length(c, unit) == net for c, net in cells):
            day = next(iter(days_of(columns)), 0)
            ask_which_length("duration", header, (place, other), day)
