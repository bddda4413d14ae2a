"""Org and Logseq: CLOCK lines under headings.

A stated length counts only where a line has no times.
"""

import re
from collections.abc import Iterator, Sequence

from tracker.imports.formats.source import Source
from tracker.imports.rules.entries import RUNNING, LogEntry

# `** TODO [#A] Read chapter 3  :maths:reading:`.
_HEADING = re.compile(r"(\*++)\s(.*)")
# The tags at its end: `:maths:reading:`.
_TAGS = re.compile(r"(?<=\s):[\w@#%:]{2,}+(?<=:)$")
# The file's own words for tasks: `#+TODO: READ(r) | READ_DONE(d)`.
_TODO_LINE = re.compile(r"#\+(?:seq_|typ_)?todo:\s*(.*)", re.IGNORECASE)
# `2026-01-21 Wed`.
_DAY = r"(\d{4}-\d{1,2}-\d{1,2})(?:\s+[^\s\d\]>]++)?"
_TIME = r"(\d{1,2}:\d\d(?::\d\d)?)"
# `CLOCK: [2026-01-21 Wed 09:00]--[2026-01-21 Wed 10:30] =>  1:30`,
# `CLOCK: [2026-01-21 Wed 09:00-10:30]`, `CLOCK: [2026-01-21] => 1:30`.
_CLOCK = re.compile(
    rf"\s*+CLOCK:\s*+[\[<]{_DAY}(?:\s+{_TIME}(?:-{_TIME})?)?[^\]>]*[\]>]"
    rf"(?: *-- *[\[<]{_DAY}\s+{_TIME}[^\]>]*[\]>])?"
    r"\s*+(?:=>\s*+(\S.*))?",
    re.IGNORECASE,
)
# The beginning of such a line, whatever follows: `  CLOCK: `.
_CLOCK_LINE = re.compile(r"\s*CLOCK:", re.IGNORECASE)
# A block that is no part of the log: `#+BEGIN_EXAMPLE`.
_BLOCK = re.compile(
    r"\s*#\+(begin|end)_(?:example|src|comment|quote|verse)", re.IGNORECASE
)
# `[#A] `.
_PRIORITY = re.compile(r"\[#\w\]\s*")
TODO_WORDS = (
    "TODO",
    "DONE",
    "NEXT",
    "WAITING",
    "WAIT",
    "HOLD",
    "CANCELLED",
    "CANCELED",
    "STARTED",
    "SOMEDAY",
    "PROJ",
    "STRT",
)


def read(source: Source) -> Iterator[LogEntry]:
    """The clocked times.

    The project is the heading of the first level, the note the nearest heading.
    """
    todo_words = set(TODO_WORDS)
    path: list[str] = [""]
    tags: list[tuple[str, ...]] = [()]
    is_in_block = False
    for number, line in source.lines():
        if match := _BLOCK.match(line):
            is_in_block = match[1].casefold() == "begin"
        if is_in_block:
            continue
        if match := _TODO_LINE.match(line):
            words = match[1].replace("|", " ").split()
            todo_words |= {word.partition("(")[0] for word in words}
        elif match := _HEADING.fullmatch(line):
            level = len(match[1])
            missing = level - len(path)
            heading, heading_tags = _without_tags(match[2])
            path = [*path[:level], *[""] * missing, _title(heading, todo_words)]
            tags = [*tags[:level], *[()] * missing, heading_tags]
        elif _CLOCK_LINE.match(line):
            yield _entry(number, line, path, tags)


def _without_tags(heading: str) -> tuple[str, tuple[str, ...]]:
    """A heading without the tags at its end, and these."""
    text = heading.rstrip()
    match = _TAGS.search(text)
    if match is None:
        return text, ()
    return text[: match.start()].rstrip(), tuple(filter(None, match[0].split(":")))


def _title(text: str, todo_words: set[str]) -> str:
    """A heading without its TODO word and priority."""
    first, _, rest = text.partition(" ")
    return _PRIORITY.sub("", rest if first in todo_words else text, count=1).strip()


def _entry(
    number: int, line: str, path: Sequence[str], tags: Sequence[tuple[str, ...]]
) -> LogEntry:
    """The entry of a CLOCK line under the headings of `path`."""
    match = _CLOCK.fullmatch(line)
    if not match:
        return LogEntry(number, fault="unreadable CLOCK line")
    project = next(filter(None, path), "")
    day, start, same_day_end, end_day, end, stated = (
        part or "" for part in match.groups()
    )
    is_running = bool(start) and not (end or same_day_end)
    return LogEntry(
        number,
        project=project,
        note=path[-1] if path[-1] != project else "",
        tags=sum(tags, ()),
        day=day,
        clock=start,
        end_day=end_day,
        end_clock=end or same_day_end,
        length="" if start else stated.rstrip(),
        fault=RUNNING if is_running else "",
    )
