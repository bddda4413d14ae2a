"""Timewarrior: its monthly files, and what `timew export` prints."""

import re
from collections.abc import Iterator, Sequence

from tracker.imports.formats.instants import instant
from tracker.imports.formats.json_list import members, text_of, texts_of
from tracker.imports.formats.source import Source
from tracker.imports.rules.entries import RUNNING, LogEntry

# `inc 20260121T090000Z - 20260121T103000Z # maths reading # "chapter 3"`.
_LINE = re.compile(
    r"\s*inc\s+(\d{8}T\d{6}Z)(?:\s+-\s+(\d{8}T\d{6}Z))?\s*(?:#\s*(.*))?", re.ASCII
)
# A tag in quotes (1), the sign before an annotation (2), or a tag of one word (3):
# `"deep work"`, `#`, `maths`.
_TAG = re.compile(r'(?<!\\)"((?:[^"\\]|\\.)*+)"|(#)|([^\s#"][^\s"]*)')
# A letter after a backslash: `\"`.
_ESCAPED = re.compile(r"\\(.)")


def read(source: Source) -> Iterator[LogEntry]:
    """The intervals, in UTC.

    The project is what a tag `project:...` says, else the first tag.
    """
    if source.head.lstrip().startswith("["):
        for number, interval in members(source.text()):
            yield _exported_interval(number, interval)
        return
    for number, line in source.lines():
        if line.strip():
            yield _interval(number, line)


def _interval(number: int, line: str) -> LogEntry:
    match = _LINE.fullmatch(line)
    if not match:
        return LogEntry(number, fault="not an interval")
    tags, note = _tags_and_note(match[3] or "")
    return _entry(number, match[1], match[2] or "", tags=tags, note=note)


def _tags_and_note(text: str) -> tuple[list[str], str]:
    """The tags, and the annotation after a second `#`."""
    tags: list[str] = []
    for match in _TAG.finditer(text):
        quoted_tag, note_sign, tag = match.groups()
        if note_sign:
            return tags, _unquoted(text[match.end() :].strip())
        tags.append(tag if quoted_tag is None else _unescaped(quoted_tag))
    return tags, ""


def _unquoted(text: str) -> str:
    is_quoted = len(text) > 1 and text[0] == text[-1] == '"'
    return _unescaped(text[1:-1]) if is_quoted else text


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(r"\1", text)


def _exported_interval(number: int, interval: object) -> LogEntry:
    if not isinstance(interval, dict):
        return LogEntry(number, fault="not an interval")
    return _entry(
        number,
        text_of(interval.get("start")),
        text_of(interval.get("end")),
        tags=texts_of(interval.get("tags")),
        note=text_of(interval.get("annotation")),
    )


def _entry(
    number: int, start: str, end: str, *, tags: Sequence[str], note: str
) -> LogEntry:
    began, ended = instant(start), instant(end)
    if began is None or (end and ended is None):
        return LogEntry(number, fault="a time that does not exist")
    project_tag = next((tag for tag in tags if tag.startswith("project:")), None)
    project = tags[0] if tags else ""
    if project_tag:
        project = project_tag.removeprefix("project:")
    others = tuple(tag for tag in tags if tag not in (project_tag, project))
    fault = "" if end else RUNNING
    return LogEntry(
        number, project, note, others, began=began, ended=ended, fault=fault
    )
