"""Toggl: the detailed report as CSV, of every header generation, and entries as its interface gives them, in JSON."""

from collections.abc import Iterator

from tracker.intake.formats.instants import with_times
from tracker.intake.formats.jsonlists import members, text_of, texts_of, whole
from tracker.intake.formats.source import Source
from tracker.intake.formats.tables import Table, read_table
from tracker.intake.rules.entries import Entry

NAME = "toggl"
LISTS = ("data", "time_entries")


def read(source: Source, table: Table) -> Iterator[Entry]:
    """Rows; the length is the column Duration. Times have no zone."""
    return read_table(source, table)


def read_json(source: Source) -> Iterator[Entry]:
    """Entries with `start`, `stop` or `end`, and `duration` in seconds (negative while running) or `dur` in ms."""
    for line, found in members(source.text(), *LISTS):
        if not isinstance(found, dict):
            yield Entry(line, fault="no entry")
            continue
        seconds, thousandths = whole(found.get("duration")), whole(found.get("dur"))
        if seconds is None and thousandths is not None:
            seconds = thousandths // 1000
        stop = text_of(found.get("stop")) or text_of(found.get("end"))
        running = not stop and (seconds is None or seconds < 0)
        entry = Entry(
            line,
            text_of(found.get("project")) or text_of(found.get("project_name")) or text_of(found.get("pid")),
            text_of(found.get("description")),
            texts_of(found.get("tags")),
            text_of(found.get("id")),
            text_of(found.get("user")),
            length="" if running or seconds is None else str(seconds),
            unit="s",
        )
        yield with_times(entry, text_of(found.get("start")), stop)
