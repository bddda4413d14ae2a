"""Timewarrior: its monthly files, and what `timew export` prints."""

import re
from collections.abc import Iterator

from tracker.imports.formats.instants import instant
from tracker.imports.formats.json_list import members, text_of, texts_of
from tracker.imports.formats.source import Source
from tracker.imports.rules.entries import LogEntry

_LINE = re.compile(
    r"\s*inc\s+(\d{8}T\d{6}Z)(?:\s+-\s+(\d{8}T\d{6}Z))?\s*(?:#\s*(.*))?", re.ASCII
)
_TAG = re.compile(r'"((?:[^"\\]|\\.)*)"|(#)|([^\s#"][^\s"]*)')
_ESCAPED = re.compile(r"\\(.)")


def read(source: Source) -> Iterator[LogEntry]:
    """Intervals, in UTC. The project is what a tag `project:...` says, else the first tag."""
    if source.head.lstrip().startswith("["):
        yield from map(_exported, members(source.text()))
        return
    for number, line in source.lines():
        if line.strip():
            yield _interval(number, line)


def _interval(number: int, line: str) -> LogEntry:
    found = _LINE.fullmatch(line)
    if not found:
        return LogEntry(number, fault="not an interval")
    tags, note = _tags(found[3] or "")
    return _entry(number, found[1], found[2] or "", tags, note)


def _tags(text: str) -> tuple[list[str], str]:
    """Tags, and the annotation after a second #."""
    tags: list[str] = []
    for found in _TAG.finditer(text):
        if found[2]:
            note = text[found.end() :].strip()
            return tags, _plain(note[1:-1]) if len(note) > 1 and note[0] == note[
                -1
            ] == '"' else note
        tags.append(_plain(found[1]) if found[1] is not None else found[3])
    return tags, ""


def _plain(text: str) -> str:
    return _ESCAPED.sub(r"\1", text)


def _exported(numbered: tuple[int, object]) -> LogEntry:
    line, interval = numbered
    if not isinstance(interval, dict):
        return LogEntry(line, fault="not an interval")
    tags, note = texts_of(interval.get("tags")), text_of(interval.get("annotation"))
    return _entry(
        line,
        text_of(interval.get("start")),
        text_of(interval.get("end")),
        list(tags),
        note,
    )


def _entry(line: int, start: str, end: str, tags: list[str], note: str) -> LogEntry:
    began, ended = instant(start), instant(end)
    if began is None or (end and ended is None):
        return LogEntry(line, fault="a time that does not exist")
    named = next((tag for tag in tags if tag.startswith("project:")), None)
    project = named.removeprefix("project:") if named else (tags[0] if tags else "")
    others = tuple(tag for tag in tags if tag not in (named, project))
    return LogEntry(line, project, note, others, began=began, ended=ended)
