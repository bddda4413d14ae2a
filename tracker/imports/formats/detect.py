"""The format of a file, detected from its content.

A format's module is imported when its format is detected.
"""

import importlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Any

from tracker.errors import FileProblem, Unreadable
from tracker.imports.formats.columns_option import columns_in
from tracker.imports.formats.csv_table import find_csv_table, sample_rows
from tracker.imports.formats.format_signs import (
    CALENDAR_SIGN,
    JSON_SIGNS,
    LINE_SIGNS,
    WIKI_LINK,
)
from tracker.imports.formats.headers import plain_header
from tracker.imports.formats.known_formats import FORMAT_MODULES, FORMATS, TABLE
from tracker.imports.formats.other_logs import refuse_other_logs
from tracker.imports.formats.source import Source, unknown_format
from tracker.imports.formats.table_remarks import inherited_days, table_remarks
from tracker.imports.formats.table_rows import Table
from tracker.imports.formats.tables import read_glances, read_table
from tracker.imports.formats.tracker_files import SIGNS
from tracker.imports.rules.entries import Glance, LogEntry, TrackerEntry, glance

Reader = Callable[[], Iterator[LogEntry | TrackerEntry]]
TABLES = tuple(known.name for known in FORMATS if known.kind == TABLE)
_FORMATS_PACKAGE = "tracker.imports.formats"
# A log kept by hand has an entry among so many lines.
_LINES_TRIED = 20_000


def _no_columns(unit: str) -> str:
    """No option of `--columns` says that the lengths of this format are in a unit."""
    return ""


@dataclass(frozen=True, slots=True)
class DetectedFormat:
    """A file's format, and its entries as often as they are asked for.

    `glance` gives what the profile of the file needs where that is quicker than reading
    whole entries. `remarks` are sentences on lines and columns that were not read as
    entries. `columns_in` gives the value of `--columns` that says that lengths are in a
    unit (`hours`, `minutes`); empty where there is none.
    """

    name: str
    read: Reader
    glance: Callable[[], Iterator[Glance]] | None = None
    remarks: Callable[[], tuple[str, ...]] = tuple
    columns_in: Callable[[str], str] = _no_columns

    def glances(self) -> Iterator[Glance]:
        """What the profile of the file needs of each entry."""
        return self.glance() if self.glance else map(glance, self.read())


def detect_format(
    source: Source, form: str | None = None, columns: str | None = None
) -> DetectedFormat:
    """The format of a file: `form` (`--format`) if given, else by its content.

    `columns` is the value of `--columns`. Raises FileProblem where no format fits, and
    Unreadable where the columns are not the file's.
    """
    head = source.head
    if not head.strip():
        raise FileProblem(f"{source.path} is empty.", "Name a file with entries.")
    if not columns:
        refuse_other_logs(source, head)
    name = form or _format_by_head(head)
    if name in TABLES or (name == "toggl" and not _is_json(head)):
        return _as_table(source, name, find_csv_table(source, columns))
    if name and name != "markdown" and (form or not columns):
        return _as_log(name, source, head)
    detected = None if name else _format_by_all(source, head, columns)
    detected = detected or _as_notes(source, columns)
    if detected:
        return detected
    if form:
        raise unknown_format(source.path)
    raise _module("missing_columns").missing_columns(source) or _nothing_counts(source)


def _module(name: str) -> Any:
    """A module of formats, imported when it is needed: few files need more than one."""
    return importlib.import_module(f"{_FORMATS_PACKAGE}.{name}")


def _no_table(source: Source) -> FileProblem:
    """The refusal of what should be a table, and has not the columns of one."""
    fault: FileProblem | None = _module("missing_columns").missing_columns(source)
    return fault or unknown_format(source.path)


def _nothing_counts(source: Source) -> FileProblem:
    """The refusal of a text in which no line counts: with those that name a length."""
    markdown = _module("markdown")
    lines = markdown.remarks(source, most=_LINES_TRIED)
    if not lines:
        return unknown_format(source.path)
    return FileProblem(
        f"Nothing in {source.path} counts as a session.",
        "\n".join([*lines, "For examples: tracker import --help"]),
    )


def _format_by_all(
    source: Source, head: str, columns: str | None
) -> DetectedFormat | None:
    """A file whose first lines have no sign: a table, or a log with one further down.

    None for days and hours kept by hand.
    """
    try:
        table = find_csv_table(source, columns)
    except Unreadable:
        if columns and _as_notes(source, columns):
            return None  # the columns are those of a table inside a text
        raise
    if table and not (table.delimiter == "|" and _as_notes(source, columns)):
        return _as_table(source, _table_program(table), table)
    if columns:
        return None
    if table is None and _module("missing_columns").is_headed_table(source):
        raise _no_table(source)
    name = _format_by_line(source.text()) or "markdown"
    return _as_log(name, source, head) if name != "markdown" else None


def _format_by_head(head: str) -> str | None:
    """The format that the beginning of a file shows.

    None for most tables and for days and hours kept by hand.
    """
    if CALENDAR_SIGN.match(head):
        return "ics"
    if _is_json(head):
        return next((name for name, sign in JSON_SIGNS if sign.match(head)), None)
    if set(head.partition("\n")[0].strip().split(",")) >= SIGNS:
        return "tracker"
    return _format_by_line(head)


def _format_by_line(text: str) -> str | None:
    """The first format that has its sign on a line of the text."""
    return next((name for name, sign in LINE_SIGNS if sign.search(text)), None)


def _is_json(head: str) -> bool:
    return head.lstrip()[:1] in ("{", "[") and not WIKI_LINK.match(head)


def _as_log(name: str, source: Source, head: str) -> DetectedFormat:
    """A file that a format's own module reads."""
    module = _load(name, source)
    read = module.read
    if name == "tracker" and not _is_json(head):
        read = module.read_csv
    remarks = getattr(module, "remarks", None)
    if remarks is None:
        return DetectedFormat(name, partial(read, source))
    return DetectedFormat(name, partial(read, source), remarks=partial(remarks, source))


def _load(name: str, source: Source) -> Any:
    """The module of a format; raises Unreadable where its library is not installed."""
    try:
        return _module(FORMAT_MODULES[name])
    except ImportError:
        if name != "ics":
            raise
        # Only what is missing needs the reader of receipts.
        from tracker.installation import install_line

        raise Unreadable(
            f"{source.path} is a calendar. Reading one needs icalendar, which is not"
            " installed.",
            f"To install it: {install_line('icalendar')}",
        ) from None


def _as_table(source: Source, name: str, table: Table | None) -> DetectedFormat:
    if table is None:
        raise _no_table(source)
    told = table_remarks if name == "csv" else inherited_days
    glances = None if table.has_moments else partial(read_glances, table)
    head = source.head
    return DetectedFormat(
        name,
        read=partial(read_table, table),
        glance=glances,
        remarks=partial(told, table),
        columns_in=partial(columns_in, sample_rows(head, table.delimiter), table),
    )


def _table_program(table: Table) -> str:
    """Which program's table it is, by the parts of its columns, in any language."""
    layout = table.layout
    parts = layout.columns.keys()
    if {"first_name", "last_name", "day", "length"} <= parts and layout.unit == "h":
        return "harvest"
    if {"start_day", "start_clock", "end_day", "end_clock", "length"} <= parts:
        return "clockify" if layout.unit == "h" else "toggl"
    headers = [plain_header(cell) for cell in table.header]
    if {"start_day", "start_clock", "length"} <= parts and "description" in headers:
        return "toggl"
    return "csv"


def _as_notes(source: Source, columns: str | None) -> DetectedFormat | None:
    """A text with an entry that has a day, or stands under one; None without.

    Its tables may be aligned by wide blanks; a whole file of them has no other entries.
    """
    markdown = _module("markdown")
    for wide in (True, False):
        tables = markdown.NoteTables(columns)
        read = partial(
            markdown.read_entries, source, tables=tables, wide=wide, most=_LINES_TRIED
        )
        has_entries = any(map(_has_day, islice(read(), 50)))
        if not tables.tables and _module("missing_columns").has_blank_columns(source):
            return None
        if has_entries:
            return DetectedFormat(
                "markdown",
                partial(markdown.read, source, columns, wide=wide),
                remarks=partial(markdown.remarks, source, columns, wide=wide),
                columns_in=tables.columns_in,
            )
    return None


def _has_day(entry: LogEntry) -> bool:
    return not entry.fault and (bool(entry.day) or entry.began is not None)
