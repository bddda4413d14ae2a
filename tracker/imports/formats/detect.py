"""What a file is, found from its content. A format's module is imported when its format is found."""

import importlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Any

from tracker.errors import FileProblem
from tracker.imports.formats.columns_option import by_names
from tracker.imports.formats.headers import plain_header
from tracker.imports.formats.sample import (
    DELIMITERS,
    find_table,
    is_tabular,
    sample_rows,
)
from tracker.imports.formats.source import Source, unknown
from tracker.imports.formats.tables import (
    TableFormat,
    glance_over,
    has_moments,
    read_table,
)
from tracker.imports.formats.tracker_files import SIGNS
from tracker.imports.formats.unused_columns import unused
from tracker.imports.rules.entries import Glance, LogEntry, TrackerEntry, glance

Reader = Callable[[], Iterator[LogEntry | TrackerEntry]]
_DAY = r"^\d{4}([-/])\d\d\1\d\d"
LINES = (
    ("timewarrior", re.compile(r"(?m)^[ \t]*inc \d{8}T\d{6}Z")),
    (
        "timeclock",
        re.compile(r"(?m)^[iI] +\d{4}[-/.]\d{1,2}[-/.]\d{1,2} +\d{1,2}:\d\d"),
    ),
    ("org", re.compile(r"(?mi)^[ \t]*CLOCK: *(?:[\[<]\d{4}-|=>)")),
    ("markdown", re.compile(r"(?m)^\s*\|?\s*:?-{2,}:?\s*[|+]")),
    (
        "klog",
        re.compile(
            rf"(?m){_DAY}(?: +\([^)\n]*\))?[ \t]*\r?\n(?:\S.*\n)*(?: {{2,4}}|\t)[<+-]?\d{{1,2}}(?:[:hm]|\d[mh])"
        ),
    ),
)
OBJECTS = (
    ("watson", re.compile(r"\s*\[\s*(?:\[\s*\d|\])")),
    ("tracker", re.compile(r'\s*\{[^\[]*"sessions"\s*:\s*\[')),
    ("timewarrior", re.compile(r'\s*\[\s*\{[^}]*"start"\s*:\s*"\d{8}T\d{6}Z"')),
    (
        "watson",
        re.compile(
            r'\s*\[\s*\{(?=[^}]*"(?:stop|end_at)")(?=[^}]*"project")(?![^}]*"dur)'
        ),
    ),
    ("toggl", re.compile(r'\s*\[\s*\[?\s*\{(?=[^}]*"start")(?=[^}]*"dur)')),
    ("toggl", re.compile(r'\s*\[\s*\{[^{]*"time_entries"\s*:\s*\[\s*\{[^}]*"start"')),
    (
        "toggl",
        re.compile(
            r'(?s)\s*\{.{0,4000}?"(?:data|time_entries)"\s*:\s*\[\s*(?:\]|\{[^}]*"(?:start|dur))'
        ),
    ),
)
NAMES = (
    "clockify",
    "csv",
    "harvest",
    "ics",
    "klog",
    "markdown",
    "org",
    "timeclock",
    "timewarrior",
    "toggl",
    "tracker",
    "watson",
)
TABLES = ("csv", "clockify", "harvest")
_MODULES = {"ics": "calendars", "tracker": "tracker_files"}
_TOLD = {"ics": "whole_days", "markdown": "unread"}
_CALENDAR = re.compile(r"\s*BEGIN:VCALENDAR", re.IGNORECASE)
_SCREEN = re.compile(r'\s*\{\s*"buckets"')
_CARDS = re.compile(r"id,cid,usn,ease,")


@dataclass(frozen=True, slots=True)
class DetectedFormat:
    """A file's format, and its entries as often as they are asked for; `glance` where it need not read them whole.

    `remarks` are sentences on lines and columns that were not read as entries.
    """

    name: str
    read: Reader
    glance: Callable[[], Iterator[Glance]] | None = None
    remarks: Callable[[], tuple[str, ...]] = tuple

    def glances(self) -> Iterator[Glance]:
        """What the survey looks at, for each of the entries."""
        return self.glance() if self.glance else map(glance, self.read())


def detect_format(
    source: Source, told: str | None = None, columns: str | None = None
) -> DetectedFormat:
    """The format of a file, as `told` or found. Raises FileProblem where it is none that is known.

    Raises Unreadable where the columns that are told are not the file's.
    """
    head = source.head.removeprefix("\ufeff")
    _refuse_others(source, head)
    if columns:
        return _tabled(source, told or "csv", _columns_table(head, columns))
    name = told or _by_beginning(head)
    if name in TABLES or (name == "toggl" and not _is_json(head)):
        return _tabled(source, name, find_table(head))
    if name and (told or name != "markdown"):
        return _lined(name, source, head)
    found = (None if name else _by_all(source, head)) or _by_hand(source)
    if found is None:
        raise (
            _no_columns(source)
            if not name and is_tabular(head)
            else unknown(source.path)
        )
    return found


def _by_all(source: Source, head: str) -> DetectedFormat | None:
    """A file whose first lines give nothing away: a table, or what a line further down is; None for days by hand."""
    table = find_table(head)
    if table and not (table.delimiter == "|" and _by_hand(source)):
        return _tabled(source, _whose(table), table)
    name = _by_lines(source.text()) or "markdown"
    return _lined(name, source, head) if name != "markdown" else None


def _refuse_others(source: Source, head: str) -> None:
    """Say what logs of other things are, and that they are not of this kind."""
    if _SCREEN.match(head):
        what = "what was on the screen (ActivityWatch)"
    elif _CARDS.match(head):
        what = "answers to flash cards (Anki)"
    else:
        return
    raise FileProblem(
        f"{source.path} holds {what}, which is no log of sessions.",
        "tracker log ITEM AMOUNT writes down what of it was study.",
    )


def _by_beginning(head: str) -> str | None:
    """The format that the beginning of a file gives away, unless that is a table or days by hand."""
    if _CALENDAR.match(head):
        return "ics"
    if _is_json(head):
        return next((name for name, sign in OBJECTS if sign.match(head)), None)
    if set(head.partition("\n")[0].strip().split(",")) >= SIGNS:
        return "tracker"
    return _by_lines(head)


def _by_lines(text: str) -> str | None:
    """The format that a line of a text gives away; the first of `LINES` that has any."""
    return next((name for name, sign in LINES if sign.search(text)), None)


def _is_json(head: str) -> bool:
    return head.lstrip()[:1] in ("{", "[")


def _lined(name: str, source: Source, head: str) -> DetectedFormat:
    """A file that is no table, with what its format tells of the lines that are no entries."""
    module: Any = importlib.import_module(
        f"tracker.imports.formats.{_MODULES.get(name, name)}"
    )
    read = module.read_csv if name == "tracker" and not _is_json(head) else module.read
    return DetectedFormat(
        name,
        partial(read, source),
        remarks=partial(getattr(module, _TOLD[name]), source)
        if name in _TOLD
        else tuple,
    )


def _tabled(source: Source, name: str, table: TableFormat | None) -> DetectedFormat:
    if table is None:
        raise _no_columns(source)
    glances = None if has_moments(table) else partial(glance_over, source, table)
    return DetectedFormat(
        name,
        partial(read_table, source, table),
        glances,
        partial(unused, source, table),
    )


def _no_columns(source: Source) -> FileProblem:
    return FileProblem(
        f"{source.path} has no column for a day, or none for a length.",
        "Name its columns in order, like --columns date,project,minutes,note, with - for one to leave out.",
    )


def _columns_table(head: str, columns: str) -> TableFormat:
    """The table that `--columns` makes of a file: by the delimiter that gives most rows enough cells."""
    sampled = {
        delimiter: [row for row in sample_rows(head, delimiter) if any(row)]
        for delimiter in DELIMITERS
    }
    best = max(
        DELIMITERS, key=lambda delimiter: sum(len(row) for row in sampled[delimiter])
    )
    layout = by_names(columns, sampled[best])
    return TableFormat(
        best, layout, tuple(sampled[best][layout.header - 1]) if layout.header else ()
    )


def _whose(table: TableFormat) -> str:
    """Whose table it is, by the parts of its columns: in any language."""
    parts = table.layout.columns.keys()
    if {
        "first_name",
        "last_name",
        "day",
        "length",
    } <= parts and table.layout.unit == "h":
        return "harvest"
    if {"start_day", "start_clock", "end_day", "end_clock", "length"} <= parts:
        return "clockify" if table.layout.unit == "h" else "toggl"
    if {"start_day", "start_clock", "length"} <= parts and "description" in map(
        plain_header, table.header
    ):
        return "toggl"
    return "csv"


def _by_hand(source: Source) -> DetectedFormat | None:
    """A text with an entry that stands under a day, or names one, perhaps in a table with wide blanks; None without."""
    lines: Any = importlib.import_module("tracker.imports.formats.markdown")
    for wide in (False, True):
        if any(
            entry.day and not entry.fault
            for entry in islice(lines.entries(source, wide=wide), 50)
        ):
            return DetectedFormat(
                "markdown",
                partial(lines.read, source, wide=wide),
                remarks=partial(lines.unread, source, wide=wide),
            )
    return None
