"""Watson: its file of frames, and what `watson log --json` prints.

Also the frames of similar programs, with `begin_at` and `end_at`.
"""

from collections.abc import Iterator
from typing import Any

from tracker.imports.formats.instants import with_times
from tracker.imports.formats.json_list import (
    first_text,
    members,
    text_of,
    texts_of,
    whole_number,
)
from tracker.imports.formats.source import Source
from tracker.imports.rules.entries import RUNNING, LogEntry

# The id of the frame that runs, in `watson log --json --current`.
_CURRENT = "current"


def read(source: Source) -> Iterator[LogEntry]:
    """The frames, as lists or as objects."""
    for line, frame in members(source.text()):
        if isinstance(frame, list):
            yield _entry_of_list(line, frame)
        else:
            yield _entry_of_object(line, frame)


def _entry_of_list(line: int, frame: list[Any]) -> LogEntry:
    """The entry of `[start, stop, project, id, tags, updated]`, in UTC seconds."""
    if len(frame) < 3:
        return LogEntry(line, fault="not a frame")
    start, stop, project, frame_id, tags, updated = [*frame, *[None] * 3][:6]
    began = whole_number(start)
    return LogEntry(
        line,
        project=text_of(project),
        tags=texts_of(tags),
        id=text_of(frame_id),
        updated=whole_number(updated) or "",
        began=began,
        ended=whole_number(stop),
        fault="no start" if began is None else "",
    )


def _entry_of_object(line: int, frame: object) -> LogEntry:
    if not isinstance(frame, dict):
        return LogEntry(line, fault="not a frame")
    entry = LogEntry(
        line,
        project=text_of(frame.get("project")),
        tags=texts_of(frame.get("tags")),
        id=text_of(frame.get("id")),
        updated=first_text(frame, "updated_at", "updated"),
    )
    if entry.id == _CURRENT:
        return entry._replace(fault=RUNNING)
    start = first_text(frame, "start", "begin_at")
    return with_times(entry, start, first_text(frame, "stop", "end_at"))
