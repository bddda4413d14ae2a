"""Remarks on an import, beside its figures: what was decided, odd, or left as it is."""

from typing import NamedTuple

from tracker.imports.rules.counts import counted
from tracker.imports.rules.file_profile import FileProfile
from tracker.imports.rules.to_session import SessionReader
from tracker.text.amounts import say_amount


class CrowdedDays(NamedTuple):
    """Days of an import that hold more than they can.

    Sessions overlap on `overlapping` days, by `seconds` together; `over` days have more
    than 24 h.
    """

    overlapping: int = 0
    seconds: int = 0
    over: int = 0


def file_remarks(
    profile: FileProfile,
    reader: SessionReader,
    *,
    crowded: CrowdedDays,
    encoding: str,
) -> tuple[str, ...]:
    """One sentence for each thing to know of a file's import."""
    remarks = []
    if encoding == "cp1252":
        remarks.append(
            "The file is not UTF-8. It was read as Windows-1252;"
            " set another with --encoding."
        )
    if profile.yearless:
        remarks.append(
            f"Its days have no year. The first was read as {reader.reading.year};"
            " set another with --year."
        )
    if profile.planned:
        remarks.append(
            f"The calendar plans {say_amount(profile.planned)}. Plans are not counted:"
            " a calendar does not say what was done."
        )
    remarks += _time_remarks(reader)
    return (*remarks, *_crowded_remarks(crowded))


def _time_remarks(reader: SessionReader) -> list[str]:
    remarks = []
    if reader.contradictions:
        entries = counted(reader.contradictions, "entry states", "entries state")
        remarks.append(
            f"{entries} a different length than from start to end."
            " The stated length counts."
        )
    if reader.breaks:
        entries = counted(reader.breaks, "entry", "entries")
        remarks.append(
            f"Breaks of {say_amount(reader.break_seconds)} were taken off {entries}."
        )
    if reader.calendar.twice:
        times = counted(reader.calendar.twice, "time", "times")
        remarks.append(
            f"{times} occurred twice, when the clocks were set back."
            " The first was taken."
        )
    return remarks


def reimport_remarks(day: str, added: int) -> tuple[str, ...]:
    """A sentence where a file gave new entries though it was imported on a `day`.

    It was read otherwise then: with other options, or by an older tracker.
    """
    are = "entry is" if added == 1 else "entries are"
    return (
        f"The same file was imported on {day}, and {added:,} {are} new."
        " Check that nothing is counted twice.",
    )


def vanished_remarks(sessions: int, short_ids: str) -> tuple[str, ...]:
    """A sentence where a log has no more what earlier imports brought from it.

    `short_ids` are those of the `sessions`, empty where they are many.
    """
    if not sessions:
        return ()
    are = counted(sessions, "session is", "sessions are")
    were = "it was" if sessions == 1 else "they were"
    return (
        f"{are} not in this log any more, though an earlier import brought"
        f" {'it' if sessions == 1 else 'them'}. If {were} removed there:"
        f" tracker rm {short_ids or 'ID'}",
    )


def note_remarks(entries: int, option: str) -> tuple[str, ...]:
    """A sentence where the projects of so many `entries` were read as notes.

    `option` keeps them as projects; empty where there is none.
    """
    if not entries:
        return ()
    sentence = (
        f"The projects of {counted(entries, 'entry', 'entries')} are long and rare, so"
        " they became notes."
    )
    if option:
        return (
            f"{sentence} To keep them as projects:\n  tracker import FILE {option}",
        )
    return (f"{sentence} To keep one as a project, name it in a rules file (--map).",)


def _crowded_remarks(crowded: CrowdedDays) -> list[str]:
    remarks = []
    if crowded.overlapping:
        days = counted(crowded.overlapping, "day", "days")
        remarks.append(
            f"Sessions overlap on {days}, by {say_amount(crowded.seconds)} together."
            " Totals count that time once."
        )
    if crowded.over:
        days = counted(crowded.over, "day has", "days have")
        remarks.append(f"{days} more than 24 h. To list them: tracker doctor")
    return remarks
