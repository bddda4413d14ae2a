"""What is worth saying of an import beside its figures."""

from collections.abc import Mapping
from typing import NamedTuple

from tracker.imports.rules.file_profile import FileProfile
from tracker.imports.rules.mapping import Rule
from tracker.imports.rules.to_session import SessionReader
from tracker.journal.rules.records import Timer
from tracker.text.amounts import say_amount
from tracker.text.columns import quoted


class Crowded(NamedTuple):
    """Of the days written to: those on which sessions overlap, by how many seconds in all; those over 24 h."""

    overlapping: int = 0
    seconds: int = 0
    over: int = 0


def remarks(
    seen: FileProfile,
    settling: SessionReader,
    kept: int,
    crowded: Crowded,
    encoding: str,
) -> tuple[str, ...]:
    """One sentence for each thing that was decided, found odd, or left as it is."""
    said = []
    if encoding == "cp1252":
        said.append("It is not UTF-8; it was read as Windows-1252.")
    if seen.yearless:
        said.append(
            f"Its days have no year: they were read from {settling.reading.year} on; --year tells another."
        )
    if seen.planned:
        said.append(
            f"{say_amount(seen.planned)} were planned in it; a calendar does not say what was done."
        )
    if settling.stated:
        of = _of(settling.stated, "entry states", "entries state")
        said.append(
            f"{of} another length than the two times make; the stated one counts."
        )
    if settling.calendar.twice:
        of = _of(settling.calendar.twice, "time comes", "times come")
        said.append(f"{of} twice, the clocks being set back; the first was taken.")
    if kept == 1:
        said.append(
            "1 entry differs from the file and was changed here since; it stays as it is here."
        )
    elif kept:
        said.append(
            f"{kept} entries differ from the file and were changed here since; they stay as they are here."
        )
    return (*said, *_crowded(crowded))


def _crowded(crowded: Crowded) -> list[str]:
    said = []
    if crowded.overlapping:
        days, twice = (
            _of(crowded.overlapping, "day", "days"),
            say_amount(crowded.seconds),
        )
        said.append(
            f"Sessions overlap on {days}, by {twice} in all: totals count that once."
        )
    if crowded.over:
        said.append(
            f"{_of(crowded.over, 'day has', 'days have')} more than 24 h; tracker doctor lists them."
        )
    return said


def _of(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


class Here(NamedTuple):
    """What there is one of on a machine: its settings, and the running timer."""

    settings: Mapping[str, str]
    timer: Timer | None


def given_way(before: Here, after: Here) -> list[str]:
    """The remarks on what a merge put in place of what was here: of two that differ only one can stand."""
    said = [
        f"{key} is {quoted(after.settings[key])} now, as set later there; here it was {quoted(value)}."
        for key, value in before.settings.items()
        if after.settings.get(key, value) != value
    ]
    timer = before.timer
    if timer and after.timer and after.timer.uid != timer.uid:
        said.append(
            f"The timer here, on {timer.item}, gave way to the one there, on {after.timer.item}. "
            f"Its time is not logged: tracker log {timer.item} AMOUNT"
        )
    return said


def unused_rule(rule: Rule) -> str:
    """The remark on a rule that nothing was about."""
    told = {"project": rule.project, "tag": rule.tag, "note": rule.note}
    about = ", ".join(
        f"{name} {quoted(text)}" for name, text in told.items() if text is not None
    )
    return f"The rule for {about} fits no new entry."
