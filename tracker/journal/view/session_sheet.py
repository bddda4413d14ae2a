"""A sheet of sessions as a text for an editor, and what came of it as text and JSON."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, tzinfo
from typing import TypedDict

from tracker.errors import TrackerError
from tracker.journal.rules.records import Session
from tracker.journal.rules.session_sheet import (
    COMMENT,
    FAULT,
    SessionSheet,
    SheetAnswer,
)
from tracker.journal.view.details import note_line
from tracker.journal.view.written_sessions import (
    UNDO,
    SessionData,
    item_match_lines,
    overlap_text,
    removed_lines,
    session_data,
    stretch_lines,
)
from tracker.text.amounts import say_hours
from tracker.text.columns import count_noun, wrap
from tracker.text.days import say_day
from tracker.text.periods import say_period

# `tracker rm 7k3f`, `--on`: what is typed in a shell, not in a line.
_COMMAND = re.compile(r"tracker |--[a-z]")


def sheet_text(sheet: SessionSheet, today: date) -> str:
    """What can be done with the lines, and the lines."""
    since, until = sheet.period
    count, example = count_noun(len(sheet.lines), "session"), '1h30m fastai "lesson 3"'
    if since != until:
        day = min(filter(None, (until, today)))
        example = f"{say_day(day, today)}  {example}"
    comments = [
        f"{say_period(sheet.period)}: {count}, {say_hours(sheet.seconds)}.",
        "Change a line, also its day. Delete it to remove the session.",
        "Add a line without an id for a new session, like:",
        f"  {example} +pair",
        "Save and close. To change nothing, close the file as it is.",
    ]
    lines = [f"{COMMENT} {line}" for line in comments]
    return "\n".join([*lines, "", *(line.text for line in sheet.lines), ""])


def mark_faults(text: str, faults: Sequence[tuple[int, TrackerError]]) -> str:
    """`text` with what is wrong above each wrong line; earlier marks go."""
    errors = dict(faults)
    count = count_noun(len(faults), "line")
    lines = [
        f"{FAULT}{count} could not be used, so nothing is changed yet. Correct it, or",
        f"{FAULT}close the file as it is to give up.",
    ]
    if len(faults) > 1:
        lines[0] = lines[0].replace("Correct it", "Correct them")
    for number, line in enumerate(text.split("\n"), 1):
        if number in errors:
            lines += [f"{FAULT}{part}" for part in _say_error(errors[number])]
        if not line.startswith(FAULT):
            lines.append(line)
    return "\n".join(lines)


def _say_error(error: TrackerError) -> list[str]:
    """The message of an error, and its hint as far as that names no command."""
    hint = [
        line
        for line in error.hint.split("\n")
        if not (_COMMAND.search(line) or line.endswith(":"))
    ]
    return wrap(" ".join([error.message, *hint]), width=76).split("\n")


def sheet_answer_text(today: date, zone: tzinfo, answer: SheetAnswer) -> str:
    """What was changed, added and removed, a session a line, and the hours now."""
    counts = list(_counts(answer))
    if not counts:
        return "Nothing was changed."
    lines: list[str] = []
    for typed_item, written in answer.written:
        verb = "Changed to" if written.before else "Logged"
        lines += stretch_lines(verb, today, zone, written)
        if written.sessions[0].note and not written.before:
            lines.append(note_line(written.sessions[0].note))
        lines += item_match_lines(typed_item, written.item)
        if written.overlapping:
            lines.append(overlap_text(today, zone, written.overlapping, indent=2))
    lines += map(wrap, removed_lines(today, zone, answer.removed))
    counted = ", ".join(counts).capitalize()
    hours = f"{say_period(answer.period)}: {say_hours(answer.after)}"
    if answer.after != answer.before:
        hours += f", before {say_hours(answer.before)}"
    lines.append(wrap(f"{counted}. {hours}. {UNDO}"))
    return "\n".join(lines)


def _counts(answer: SheetAnswer) -> Iterable[str]:
    """`2 sessions changed`, `1 added`, `1 removed`."""
    changed = sum(bool(written.before) for _, written in answer.written)
    numbers = {
        "changed": changed,
        "added": len(answer.written) - changed,
        "removed": len(answer.removed),
    }
    return [f"{number} {verb}" for verb, number in numbers.items() if number]


class SheetData(TypedDict):
    """What an editor changed, and the seconds of the span then."""

    changed: list[SessionData]
    added: list[SessionData]
    removed: list[SessionData]
    seconds: int


def sheet_answer_data(answer: SheetAnswer) -> SheetData:
    """The sessions changed, added and removed, as JSON, and the seconds of the span."""
    written = [each for _, each in answer.written]
    return {
        "changed": _all_data(each.sessions for each in written if each.before),
        "added": _all_data(each.sessions for each in written if not each.before),
        "removed": _all_data(parts for parts, _ in answer.removed),
        "seconds": answer.after,
    }


def _all_data(stretches: Iterable[Sequence[Session]]) -> list[SessionData]:
    return [session_data(part) for parts in stretches for part in parts]
