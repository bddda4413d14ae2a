"""Toggl: entries in JSON, as its interface gives them. Its CSV reports are tables."""

from collections.abc import Iterator
from typing import Any

from tracker.imports.formats.instants import with_times
from tracker.imports.formats.json_list import (
    first_text,
    members,
    number_of,
    text_of,
    texts_of,
)
from tracker.imports.formats.source import Source
from tracker.imports.rules.entries import NOTHING, RUNNING, LogEntry

LISTS = ("data", "time_entries")
# Where an entry has its length, and in what parts of a second.
LENGTHS = (("duration", 1), ("seconds", 1), ("dur", 1000))
PROJECTS = ("project", "project_name", "pid", "project_id")


def read(source: Source) -> Iterator[LogEntry]:
    """The entries: `start`, `stop` or `end`, and a length.

    The length is `duration` in seconds (negative while running) or `dur` in
    milliseconds. Reports of version 3 have entries with `seconds` in groups of one
    description. Pages may be lists in a list.
    """
    for line, member in members(source.text(), *LISTS):
        for values in _entries_of(member):
            if values:
                yield _entry(line, values)
            else:
                yield LogEntry(line, fault="not an entry")


def _entries_of(member: Any) -> Iterator[dict[str, Any]]:
    """The entries of a member of the list, each with the values of its group.

    What is no entry is an empty one.
    """
    for element in member if isinstance(member, list) else [member]:
        if not isinstance(element, dict):
            yield {}
            continue
        entries = element.get("time_entries")
        if not isinstance(entries, list):
            yield element
            continue
        for entry in entries:
            yield element | entry if isinstance(entry, dict) else {}


def _entry(line: int, members_of_entry: dict[str, Any]) -> LogEntry:
    values = {k: value for k, value in members_of_entry.items() if value != NOTHING}
    seconds = _seconds(values)
    stop = first_text(values, "stop", "end")
    is_running = not stop and (seconds is None or seconds <= 0)
    entry = LogEntry(
        line,
        project=first_text(values, *PROJECTS),
        note=text_of(values.get("description")),
        tags=texts_of(values.get("tags")),
        id=text_of(values.get("id")),
        user=first_text(values, "user", "username"),
        length="" if is_running or seconds is None else str(seconds),
        unit="s",
        updated=first_text(values, "at", "updated_at"),
    )
    timed = with_times(entry, text_of(values.get("start")), stop)
    return timed._replace(fault=timed.fault or (RUNNING if is_running else ""))


def _seconds(values: dict[str, Any]) -> int | None:
    """The length that an entry states, rounded half up; negative while it runs."""
    for name, parts in LENGTHS:
        number = number_of(values.get(name))
        if number is not None:
            return int((number / parts + 0.5) // 1)
    return None
