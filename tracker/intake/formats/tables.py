"""Tables of entries, a row each: what CSV and TSV exports have in common."""

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from tracker.errors import FileProblem
from tracker.intake.formats.instants import instant
from tracker.intake.formats.layouts import Layout, by_content, by_header
from tracker.intake.formats.source import Source
from tracker.intake.rules.entries import Entry

SAMPLE = 30
DELIMITERS = ",;\t|"


@dataclass(frozen=True, slots=True)
class Table:
    """A table found in a file: what parts its columns, which is what, and its header's cells."""

    delimiter: str
    layout: Layout
    header: tuple[str, ...] = ()


def find_table(head: str) -> Table | None:
    """The table that the beginning of a file is, by the delimiter that makes the most of it."""
    sampled = {delimiter: sample_rows(head, delimiter) for delimiter in DELIMITERS}
    by_name = [Table(d, layout, _header(rows, layout)) for d, rows in sampled.items() if (layout := by_header(rows))]
    if by_name:
        return max(by_name, key=lambda table: len(table.layout.columns))
    bare = [Table(d, layout) for d, rows in sampled.items() if (layout := by_content(_filled(rows)))]
    return bare[0] if bare else None


def sample_rows(head: str, delimiter: str) -> list[list[str]]:
    """The first rows; none where they cannot be read so."""
    lines = head.splitlines(keepends=True)
    whole = lines if head.endswith(("\n", "\r")) or len(lines) < 2 else lines[:-1]
    try:
        return [[cell.strip() for cell in row] for row in islice(csv.reader(whole, delimiter=delimiter), SAMPLE)]
    except csv.Error:
        return []


def _filled(rows: Sequence[list[str]]) -> list[list[str]]:
    return [row for row in rows if any(row)]


def _header(rows: Sequence[Sequence[str]], layout: Layout) -> tuple[str, ...]:
    return tuple(rows[layout.header - 1])


def rows(source: Source, delimiter: str) -> Iterator[tuple[int, list[str], str]]:
    """Each row with the number of its first line, and what is wrong with it: a quote that is never closed, or nothing.

    Raises FileProblem for what the csv library cannot read.
    """
    with source.open() as stream:
        ended = False

        def lines() -> Iterator[str]:
            nonlocal ended
            yield from stream
            ended = True

        reader, first = csv.reader(lines(), delimiter=delimiter), 1
        try:
            for row in reader:
                fault = f"its quote is never closed, up to line {reader.line_num}" if ended else ""
                yield first, row, fault
                first = reader.line_num + 1
        except csv.Error as fault:
            raise FileProblem(
                f"Line {reader.line_num} of {source.path} cannot be read: {fault}.", "Export the file again."
            ) from fault


def read_table(
    source: Source, table: Table, note: Callable[[Sequence[str]], str], user: Callable[[Sequence[str]], str]
) -> Iterator[Entry]:
    """The entries of a table; `note` and `user` make those of the cells of a row, which all have one more, empty."""
    place = table.layout.place
    day, clock = place("day") if place("start_day") < 0 else place("start_day"), place("start_clock")
    end_day, end_clock, start, end = place("end_day"), place("end_clock"), place("start"), place("end")
    length, unit, project, tags, key = place("length"), table.layout.unit, place("project"), place("tags"), place("id")
    width, whole = max(table.layout.columns.values()) + 1, start >= 0 or end >= 0
    for number, (line, row, fault) in enumerate(rows(source, table.delimiter)):
        if number < table.layout.header or not any(row):
            continue
        row += [""] * (width - len(row) + 1) if len(row) < width else [""]
        entry = Entry(
            line, row[project].strip(), note(row), split_tags(row[tags]), row[key].strip(), user(row),
            row[day].strip(), row[clock].strip(), row[end_day].strip(), row[end_clock].strip(),
            None, None, row[length].strip(), unit, fault,
        )  # fmt: skip
        yield _with_moments(entry, row[start].strip(), row[end].strip()) if whole else entry


def _with_moments(entry: Entry, start: str, end: str) -> Entry:
    """`entry` with what columns for a whole start and end say: instants, a day and a clock, or a clock alone."""
    began = instant(start) if len(start) > 16 else None
    if began is not None:
        return entry._replace(began=began, ended=instant(end))
    day, clock = _parted(start)
    end_day, end_clock = _parted(end)
    return entry._replace(
        day=day or entry.day,
        clock=clock or entry.clock,
        end_day=end_day or entry.end_day,
        end_clock=end_clock or entry.end_clock,
    )


@lru_cache(maxsize=4096)
def _parted(text: str) -> tuple[str, str]:
    """`21/01/2026 9:00 AM` or `2026-01-21T09:00:00` as its day and its clock, either of which may be missing."""
    if text[10:11] == "T":
        return text[:10], text[11:]
    at = text.find(":")
    if at < 0:
        return text, ""
    blank = text.rfind(" ", 0, at)
    return (text[:blank].rstrip(", "), text[blank + 1 :]) if blank >= 0 else ("", text)


@lru_cache(maxsize=4096)
def split_tags(text: str) -> tuple[str, ...]:
    """`reading, deep work` as its tags."""
    return tuple(filter(None, (tag.strip() for tag in text.replace(";", ",").split(",")))) if text else ()


def cell_reader(first: int, second: int, between: str) -> Callable[[Sequence[str]], str]:
    """What joins the cells at two places, those that are not empty; a row has an empty one at -1."""

    def joined(row: Sequence[str]) -> str:
        one, other = row[first].strip(), row[second].strip()
        said = f"{one}{between}{other}" if one and other else one or other
        return said.replace("\r\n", "\n") if "\r" in said else said

    return joined
