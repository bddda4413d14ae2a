"""A move as text and JSON."""

from typing import TypedDict

from tracker.imports.rules.counts import counted
from tracker.imports.rules.reports import MoveReport
from tracker.text.amounts import say_amount
from tracker.text.columns import join_words, plain, wrap


def move_text(report: MoveReport) -> str:
    """What was moved and where to, and how to undo it."""
    count = counted(report.sessions, "session", "sessions")
    sessions = f"{count} of {plain(report.project)} ({say_amount(report.seconds)})"
    later = " Later imports of this project go there too." if report.lasting else ""
    text = f"Moved {sessions} to {report.item}.{later}"
    if not report.moved:
        verb = "is" if report.sessions == 1 else "are"
        text = f"Nothing to move: {sessions} {verb} on {report.item} already."
    if report.removed:
        text += f" Removed {join_words(report.removed)}, now empty."
    undo = "\nUndo: tracker undo" if report.moved or report.removed else ""
    return wrap(text) + undo


class MoveData(TypedDict):
    """The sessions of a project that are now on an item; `moved` were on another."""

    project: str
    item: str
    moved: int
    sessions: int
    seconds: int
    removed_items: list[str]


def move_data(report: MoveReport) -> MoveData:
    """The JSON of a move."""
    return {
        "project": report.project,
        "item": report.item,
        "moved": report.moved,
        "sessions": report.sessions,
        "seconds": report.seconds,
        "removed_items": list(report.removed),
    }
