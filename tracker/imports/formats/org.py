"""org, and Logseq: CLOCK lines under headings. A stated length is only looked at where there are no times."""

import re
from collections.abc import Iterator

from tracker.imports.formats.source import Source
from tracker.imports.rules.entries import LogEntry

_HEADING = re.compile(r"(\*+)\s+(.*?)\s*(?:\s(:[\w@#%:]+:))?\s*")
_WORDS = re.compile(r"#\+(?:seq_|typ_)?todo:\s*(.*)", re.IGNORECASE)
_DAY = r"(\d{4}-\d{1,2}-\d{1,2})(?:\s+[^\s\d\]>]+)?"
_TIME = r"(\d{1,2}:\d\d(?::\d\d)?)"
_CLOCK = re.compile(
    rf"\s*CLOCK:\s*[\[<]{_DAY}(?:\s+{_TIME}(?:-{_TIME})?)?[^\]>]*[\]>](?: *-- *[\[<]{_DAY}\s+{_TIME}[^\]>]*[\]>])?"
    r"\s*(?:=>\s*(\S.*?))?\s*",
    re.IGNORECASE,
)
_LIKE_CLOCK = re.compile(r"\s*CLOCK:", re.IGNORECASE)
_PRIORITY = re.compile(r"\[#\w\]\s*")
TODO = (
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
    """Clocked stretches. The project is the heading of the first level, the note the nearest heading below it."""
    words = set(TODO)
    path: list[str] = [""]
    tags: list[tuple[str, ...]] = [()]
    for number, line in source.lines():
        if found := _WORDS.match(line):
            words |= {
                word.partition("(")[0] for word in found[1].replace("|", " ").split()
            }
        elif found := _HEADING.fullmatch(line):
            level = len(found[1])
            path = [*path[:level], *[""] * (level - len(path)), _title(found[2], words)]
            tags = [
                *tags[:level],
                *[()] * (level - len(tags)),
                tuple(filter(None, (found[3] or "").split(":"))),
            ]
        elif _LIKE_CLOCK.match(line):
            yield _clocked(
                number, line, path, tuple(tag for each in tags for tag in each)
            )


def _title(text: str, words: set[str]) -> str:
    """A heading without its TODO word and priority."""
    first, _, rest = text.partition(" ")
    return _PRIORITY.sub("", rest if first in words else text, count=1).strip()


def _clocked(
    number: int, line: str, path: list[str], tags: tuple[str, ...]
) -> LogEntry:
    found = _CLOCK.fullmatch(line)
    if not found:
        return LogEntry(number, fault="unreadable CLOCK line")
    project = next(filter(None, path), "")
    note = path[-1] if path[-1] != project else ""
    day, start, same_day_end, end_day, end, stated = (
        part or "" for part in found.groups()
    )
    return LogEntry(
        *(number, project, note, tags),
        day=day,
        clock=start,
        end_day=end_day,
        end_clock=end or same_day_end,
        length="" if start else stated,
    )
