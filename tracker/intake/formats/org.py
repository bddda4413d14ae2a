"""org: CLOCK lines under headings."""

import re
from collections.abc import Iterator

from tracker.intake.formats.source import Source
from tracker.intake.rules.entries import Entry

NAME = "org"
_HEADING = re.compile(r"(\*+)\s+(.*?)\s*(?:\s(:[\w@#%:]+:))?\s*")
_WORDS = re.compile(r"#\+(?:seq_|typ_)?todo:\s*(.*)", re.IGNORECASE)
_STAMP = r"[\[<](\d{4}-\d{1,2}-\d{1,2})(?:\s+[^\s\d\]>]+)?\s+(\d{1,2}:\d\d)[^\]>]*[\]>]"
_CLOCK = re.compile(rf"\s*CLOCK:\s*{_STAMP}(?:--{_STAMP})?\s*(?:=>\s*(-?\d+:\d\d))?\s*", re.IGNORECASE)
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


def read(source: Source) -> Iterator[Entry]:
    """Clocked stretches. The project is the heading of the first level, the note the nearest heading below it."""
    words = set(TODO)
    path: list[str] = [""]
    tags: list[tuple[str, ...]] = [()]
    for number, line in source.lines():
        if found := _WORDS.match(line):
            words |= {word.partition("(")[0] for word in found[1].replace("|", " ").split()}
        elif found := _HEADING.fullmatch(line):
            level = len(found[1])
            path = [*path[:level], *[""] * (level - len(path)), _title(found[2], words)]
            tags = [*tags[:level], *[()] * (level - len(tags)), tuple(filter(None, (found[3] or "").split(":")))]
        elif _LIKE_CLOCK.match(line):
            yield _clocked(number, line, path, tuple(tag for each in tags for tag in each))


def _title(text: str, words: set[str]) -> str:
    """A heading without its TODO word and priority."""
    first, _, rest = text.partition(" ")
    return _PRIORITY.sub("", rest if first in words else text, count=1).strip()


def _clocked(number: int, line: str, path: list[str], tags: tuple[str, ...]) -> Entry:
    found = _CLOCK.fullmatch(line)
    if not found:
        return Entry(number, fault="a CLOCK line that cannot be read")
    project = next(filter(None, path), "")
    note = path[-1] if path[-1] != project else ""
    return Entry(
        *(number, project, note, tags),
        day=found[1],
        clock=found[2],
        end_day=found[3] or "",
        end_clock=found[4] or "",
    )
