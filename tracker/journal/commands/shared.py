"""What several commands of the journal share."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import TypeVar

from tracker.app import App
from tracker.command import option
from tracker.errors import Unreadable
from tracker.journal.commands.moment import command_moment
from tracker.journal.commands.remarks import show_with_remarks
from tracker.journal.rules.checks import OverlapRefused
from tracker.journal.rules.log_remarks import find_remarks
from tracker.journal.rules.records import WrittenSessions
from tracker.journal.rules.timer_words import join_notes
from tracker.journal.view.written_sessions import (
    UNDO,
    WrittenData,
    overlap_text,
    written_data,
    written_text,
)
from tracker.system import join

F = TypeVar("F", bound=Callable[..., None])


def note_option(help_text: str, default: str | None) -> Callable[[F], F]:
    """The option `-n`; `default` is its value where it is left out.

    Typed twice it is refused, with the line that joins both notes.
    """

    def read(notes: tuple[str, ...]) -> object:
        if len(notes) < 2:
            return notes[0] if notes else default
        raise Unreadable(
            "A session has one note, and -n is typed twice.",
            "As one note:",
            swaps=[(["-n", "--note"], ("-n", join_notes(notes)))],
        )

    return option(
        "-n", "--note", multiple=True, finish=read, metavar="TEXT", help=help_text
    )


@contextmanager
def offer_overlap(app: App) -> Iterator[None]:
    """Add the command as typed, with --overlap, to the hint of a refused overlap."""
    try:
        yield
    except OverlapRefused as refusal:
        command = f"  tracker {join(app.arguments)} --overlap"
        refusal.hint = f"If both ran at once:\n{command}\n{refusal.hint}"
        raise


def show_written(
    app: App,
    verb: str,
    typed: str,
    answer: WrittenSessions,
    *,
    has_day: bool,
    word_note: str = "",
) -> None:
    """Show what was written; remarks follow the answer, and are in its JSON.

    `verb` is `Logged` or `Changed to`; `typed` is the item as typed. `has_day` is
    whether the person said for which day it counts. `word_note` is the note where it
    was read among the words.
    """
    text = partial(written_text, verb, typed, word_note, app.today, app.zone)
    show = partial(app.show, "session", answer, written_data, text)
    show_and_remark(app, show, answer, has_day=has_day)


def show_nothing_logged(app: App) -> None:
    """Say that a timer was stopped in the second of its start."""
    text = f"Nothing was logged: the timer had just been started. {UNDO}"
    app.show("session", None, lambda _: WrittenData(sessions=[]), lambda _: text)


def show_and_remark(
    app: App,
    show: Callable[[], None],
    written: WrittenSessions | None,
    *,
    has_day: bool = False,
) -> None:
    """Show the answer with the remarks on what was written: after it, or in its JSON.

    They are on sessions at the same time, a late hour, a full day, the same twice.
    """
    asks_day = not has_day and app.settings.get("day-starts") is None
    remarks: list[str] = []
    if written:
        if written.overlapping:
            remarks.append(overlap_text(app.today, app.zone, written.overlapping))
        remarks += find_remarks(written, command_moment(app), asks_day=asks_day)
    show_with_remarks(app, show, remarks)
