"""Columns that come again in a row: groups with days of their own, starts and ends."""

from collections.abc import Callable, Sequence

from tracker.errors import Unreadable
from tracker.imports.formats.headers import meaning_of, plain_header, without_number
from tracker.imports.formats.time_columns import Cells, edge_place
from tracker.imports.rules.questions import answer


def group_offsets(row: Cells) -> tuple[int, ...]:
    """Where groups of columns begin: `Date, In, Out, Date, In, Out` are two groups."""
    headers = [plain_header(cell) for cell in row]
    if not headers or meaning_of(row[0])[0] != "day":
        return (0,)
    starts = [place for place, text in enumerate(headers) if text == headers[0]]
    if len(starts) < 2:
        return (0,)
    width = starts[1]
    groups = [headers[start : start + width] for start in starts]
    groups[-1] += [""] * (width - len(groups[-1]))
    is_even = starts == list(range(0, len(starts) * width, width))
    is_alike = all(group == groups[0] for group in groups)
    return tuple(starts) if is_even and is_alike and width > 1 else (0,)


def stacked_groups(
    rows: Sequence[Cells], offsets: tuple[int, ...], width: int
) -> Sequence[Cells]:
    """The rows of all groups of columns, one group below the other."""
    if len(offsets) == 1:
        return rows
    return [row[offset : offset + width] for offset in offsets for row in rows]


def further_pairs(
    columns: dict[str, int], header: Cells
) -> tuple[tuple[int, int], ...]:
    """The starts and ends of a row after its first: `In, Out, In, Out`.

    Raises Unreadable where they are not in pairs.
    """
    if "length" in columns or "range" in columns:
        return ()
    starts, ends = map(repeats_of(columns, header), ("start", "end"))
    in_pairs = [place for pair in zip(starts, ends, strict=False) for place in pair]
    if sorted([*starts, *ends]) != in_pairs:
        raise Unreadable(
            "A row has several starts or ends, and they are not in pairs.",
            answer(
                "Say which two count, with - for the others. For example",
                "--columns date,start,end,-,-",
            ),
        )
    return tuple(zip(starts, ends, strict=True))


def repeats_of(columns: dict[str, int], header: Cells) -> Callable[[str], list[int]]:
    """For `start` or `end` the later columns of that header, but for a number."""
    headers = [without_number(cell) for cell in header]

    def repeats(edge: str) -> list[int]:
        place = edge_place(columns, edge)
        if place < 0:
            return []
        later = range(place + 1, len(headers))
        return [other for other in later if headers[other] == headers[place]]

    return repeats
