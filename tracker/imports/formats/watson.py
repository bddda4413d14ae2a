"""Watson: its file of frames, what `watson log --json` prints, and frames of its kin with `begin_at` and `end_at`."""

from collections.abc import Iterator
from typing import Any

from tracker.imports.formats.instants import with_times
from tracker.imports.formats.json_list import members, text_of, texts_of, whole
from tracker.imports.formats.source import Source
from tracker.imports.rules.entries import LogEntry

_TIMES = (("start", "begin_at"), ("stop", "end_at"))


def read(source: Source) -> Iterator[LogEntry]:
    """Frames: [start, stop, project, id, tags, updated], the times in UTC seconds."""
    for line, frame in members(source.text()):
        yield _listed(line, frame) if isinstance(frame, list) else _named(line, frame)


def _listed(line: int, frame: list[Any]) -> LogEntry:
    if len(frame) < 3:
        return LogEntry(line, fault="not a frame")
    start, stop, project, name, tags = (
        (*frame, "", [])[:5] if len(frame) < 5 else frame[:5]
    )
    began, ended = whole(start), whole(stop)
    fault = "no start" if began is None else ""
    return LogEntry(
        line,
        text_of(project),
        tags=texts_of(tags),
        id=text_of(name),
        began=began,
        ended=ended,
        fault=fault,
    )


def _named(line: int, frame: object) -> LogEntry:
    if not isinstance(frame, dict):
        return LogEntry(line, fault="not a frame")
    entry = LogEntry(
        line,
        text_of(frame.get("project")),
        tags=texts_of(frame.get("tags")),
        id=text_of(frame.get("id")),
    )
    start, stop = (
        next(filter(None, (text_of(frame.get(name)) for name in names)), "")
        for names in _TIMES
    )
    return with_times(entry, start, stop)
