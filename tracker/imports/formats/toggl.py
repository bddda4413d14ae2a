"""Toggl: entries as its interface gives them, in JSON; its reports in CSV are tables like others."""

from collections.abc import Iterator
from typing import Any

from tracker.imports.formats.instants import with_times
from tracker.imports.formats.json_list import members, text_of, texts_of, whole
from tracker.imports.formats.source import Source
from tracker.imports.rules.entries import LogEntry

LISTS = ("data", "time_entries")
PROJECTS = ("project", "project_name", "pid", "project_id")


def read(source: Source) -> Iterator[LogEntry]:
    """Entries with `start`, `stop` or `end`, and `duration` in seconds (negative while running) or `dur` in ms.

    Reports of version 3 have them in groups of one description, with `seconds`; pages may be lists in a list.
    """
    for line, member in members(source.text(), *LISTS):
        for found in _flat(member):
            yield _entry(line, found) if found else LogEntry(line, fault="not an entry")


def _flat(member: Any) -> Iterator[dict[str, Any]]:
    """The entries of a member of the list, each with what its group says; an empty one where it is none."""
    for each in member if isinstance(member, list) else [member]:
        grouped = each.get("time_entries") if isinstance(each, dict) else None
        if isinstance(grouped, list):
            yield from (
                each | found if isinstance(found, dict) else {} for found in grouped
            )
        else:
            yield each if isinstance(each, dict) else {}


def _entry(line: int, found: dict[str, Any]) -> LogEntry:
    seconds, thousandths = (
        whole(found.get("duration", found.get("seconds"))),
        whole(found.get("dur")),
    )
    if seconds is None and thousandths is not None:
        seconds = thousandths // 1000
    stop = text_of(found.get("stop")) or text_of(found.get("end"))
    running = not stop and (seconds is None or seconds < 0)
    entry = LogEntry(
        line,
        next(filter(None, (text_of(found.get(name)) for name in PROJECTS)), ""),
        text_of(found.get("description")),
        texts_of(found.get("tags")),
        text_of(found.get("id")),
        text_of(found.get("user")) or text_of(found.get("username")),
        length="" if running or seconds is None else str(seconds),
        unit="s",
    )
    return with_times(entry, text_of(found.get("start")), stop)
