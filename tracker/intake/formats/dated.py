"""Lines that say a day, and lines under them that say how long: logs kept by hand."""

import re

from tracker.intake.formats.headers import part_of
from tracker.intake.formats.measures import LENGTHS
from tracker.intake.rules.dates import plausible, read_written
from tracker.intake.rules.entries import Entry
from tracker.intake.rules.lengths import read_length

_BULLET = re.compile(r"(?:[-*+•] +)+")
_MARKS = " \t*_`"
_LABEL = re.compile(r"[*_]*([^\W\d][\w ()/]{0,30}?)[*_]*:[*_]*\s+(.*)")
_DAY_FIRST = re.compile(r"[*_]*([\d./-]{5,11}|\d{1,2}\.\d{1,2}\.)[*_]*\s*[:|,–—-]*\s+(.+)")
_RANGE = re.compile(r"(\d{1,2}[:.]\d\d)\s*[-–—]\s*(\d{1,2}[:.]\d\d)(?=\W|$)\s*[:,–—-]?\s*(.*)")
LONGEST = 5


def day_line(line: str) -> str:
    """The day that a line says and nothing else, as written; empty for any other line."""
    said = line.strip(" \t#*_:-=[]")
    return said if said and len(said) < 40 and plausible(read_written(said)) else ""


def entry_line(number: int, line: str, day: str) -> Entry | None:
    """The entry of a line under `day`, or with a day of its own: a bullet, a label for lengths, nothing but a length.

    Bullets within bullets explain, and are none.
    """
    text = line.strip()
    bullet = _BULLET.match(text)
    if bullet and line[:1] in " \t" and day:
        return None
    if bullet:
        text = text[bullet.end() :]
    if (label := _LABEL.fullmatch(text)) and part_of(label[1]) in (*LENGTHS, "time"):
        return _measured(number, label[2], day, whole=True)
    if (own := _DAY_FIRST.fullmatch(text)) and plausible(read_written(own[1])):
        return _measured(number, own[2], own[1], whole=False)
    return _measured(number, text, day, whole=not bullet)


def note_line(line: str) -> str:
    """What a line with a label says of the entry before it."""
    label = _LABEL.fullmatch(line.strip())
    return label[2].strip() if label else ""


def _measured(number: int, text: str, day: str, *, whole: bool) -> Entry | None:
    """The entry of a text that begins with a length or a range; `whole`: that is nothing else."""
    if found := _RANGE.match(text.lstrip(_MARKS)):
        return Entry(number, note=found[3].strip(_MARKS), day=day, clock=found[1], end_clock=found[2])
    words = text.split()
    for count in range(min(LONGEST, len(words)), 0, -1):
        said = " ".join(words[:count]).strip(_MARKS + ":,;")
        if read_length(said, "") is not None and (not whole or count == len(words)):
            note = " ".join(words[count:]).strip(_MARKS + "-–—:")
            return Entry(number, note=note, day=day, length=said, unit="h")
    return None
