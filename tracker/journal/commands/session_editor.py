"""`edit --day` and its like: the sessions of a span in the person's editor."""

import os
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import click

from tracker.app import App
from tracker.database.unfinished import database_folder, list_texts, say_kept
from tracker.errors import TrackerError, Unreadable
from tracker.input_file import read_text
from tracker.journal.commands.kept_text import KeptText
from tracker.journal.commands.moment import command_moment
from tracker.journal.rules.checks import OverlapRefused
from tracker.journal.rules.edit_spans import SpanOptions, read_span, span_words
from tracker.journal.rules.session_sheet import (
    ChangedMeanwhile,
    SessionSheet,
    SheetAnswer,
    WrongLines,
    numbered_lines,
)
from tracker.journal.service.session_sheet import apply_sheet, read_sheet
from tracker.journal.view.session_sheet import (
    mark_faults,
    sheet_answer_data,
    sheet_answer_text,
    sheet_text,
)
from tracker.limits import LARGEST_TEXT
from tracker.system import say_reason
from tracker.text.columns import quoted
from tracker.text.screen import is_terminal

# A script as an editor may change the text for ever.
MOST_ROUNDS = 20
_INTERRUPTED = TrackerError("Interrupted.")
_NO_EDITOR_HINT = (
    "Set $EDITOR to your editor, or change sessions one by one: tracker edit --help"
)


class GivenUp(TrackerError):
    """An error after which the text in the editor is kept; its exit code is `cause`'s."""

    def __init__(self, cause: TrackerError, file: Path, command: str) -> None:
        again = f"To open it again: {command}"
        if isinstance(cause, ChangedMeanwhile):
            again = f"To begin anew: {command}"
        if isinstance(cause, OverlapRefused):
            again = f"If both ran at once: {command} --overlap"
        message = f"Nothing was changed. {cause.message}"
        super().__init__(message, f"Your text is in {file}.\n{again}")
        self.exit_code, self.code = cause.exit_code, cause.code


def edit_sessions(
    app: App, options: SpanOptions, words: Sequence[str], *, overlap: bool
) -> None:
    """Let the person edit the sessions of a span as lines, and show what changed.

    A text kept from before that is left as it is, is given up: its file stays, but does
    not open again. Raises Unreadable where no editor runs, and GivenUp where its text
    cannot be used.
    """
    period, moment = read_span(options, words, app.today), command_moment(app)
    with app.journal() as db:
        sheet = read_sheet(db, period, moment)
    shown = sheet_text(sheet, app.today)
    again = f"tracker edit {span_words(options, period)}"
    again += " --overlap" if overlap else ""
    text = partial(sheet_answer_text, app.today, app.zone)
    with database_folder(Path(app.path)) as folder:
        kept = KeptText(app.path, sheet, folder)
        kept.begin(shown)
        for file in list_texts(Path(app.path)):
            app.remark(say_kept(file))
        try:
            answer = _edit_until_read(app, sheet, kept, overlap=overlap)
        except BaseException as fault:
            place = kept.keep(shown)
            error = _INTERRUPTED if isinstance(fault, KeyboardInterrupt) else fault
            if place and isinstance(error, TrackerError):
                raise GivenUp(error, place, again) from fault
            raise
        if answer is None and kept.is_used:
            text = partial(_say_given_up, kept.give_up())
        else:
            kept.remove()
    if answer is None:
        answer = SheetAnswer(period, (), (), sheet.seconds, sheet.seconds)
    app.show("edit", answer, sheet_answer_data, text)


def _say_given_up(file: Path, _: SheetAnswer) -> str:
    return f"Given up: nothing was changed.\nYour text is still in {file}."


def _edit_until_read(
    app: App, sheet: SessionSheet, kept: KeptText, *, overlap: bool
) -> SheetAnswer | None:
    """Open the editor until its text can be used; None if it is left as it was.

    Raises the first of the errors of a text that is left with new ones.
    """
    begun = kept.file.read_text(encoding="utf-8")
    # What --overlap allows now is in the text kept, so that is tried once as it is.
    before = None if kept.is_used and overlap else begun
    text, error = "", None
    for _ in range(MOST_ROUNDS):
        _open_editor(kept.file)
        last, text = text, _read(kept.file)
        # A script writes the same text again; a person leaves the one with its marks.
        if text == before or (error and text == last):
            break
        _check_lines(text, sheet)
        try:
            with app.journal(write=True) as db:
                return apply_sheet(
                    db, sheet, text, command_moment(app), overlap=overlap
                )
        except WrongLines as wrong:
            before = mark_faults(text, wrong.faults)
            kept.write(before)
            error = _first_error(wrong, text)
    if error and not (kept.is_used and _lines(text) == _lines(begun)):
        raise error
    return None


def _lines(text: str) -> list[str]:
    """The lines that are no comments: the marks of errors come and go."""
    return [line for _, line in numbered_lines(text)]


def _first_error(wrong: WrongLines, text: str) -> TrackerError:
    """The error of the first wrong line, which its message names."""
    number, error = wrong.faults[0]
    line = " ".join(text.split("\n")[number - 1].split())
    error.message = f"In {quoted(line)}: {error.message}"
    return error


def _open_editor(file: Path) -> None:
    """Raises Unreadable where there is no editor, or it fails."""
    has_editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not has_editor and not is_terminal(sys.stdin):
        raise Unreadable("There is no terminal for an editor.", _NO_EDITOR_HINT)
    try:
        click.edit(filename=str(file))
    except click.ClickException as fault:
        raise Unreadable(f"{fault.message}.", _NO_EDITOR_HINT) from fault
    except ValueError as fault:  # a quote in $EDITOR that is not closed
        raise Unreadable("$EDITOR could not be read.", _NO_EDITOR_HINT) from fault


def _read(file: Path) -> str:
    """The text of the file, empty if it is gone. Raises Unreadable if it is no text."""
    try:
        return read_text(file, LARGEST_TEXT)
    except FileNotFoundError:
        return ""
    except OSError as fault:
        raise Unreadable(f"{file} cannot be read: {say_reason(fault)}.") from fault
    except UnicodeDecodeError:
        raise Unreadable("The editor did not save UTF-8 text.") from None


def _check_lines(text: str, sheet: SessionSheet) -> None:
    """Refuse a text without lines: it may be a slip, and `rm` says the same.

    The one line of one session may be deleted.
    """
    if numbered_lines(text) or (text.strip() and len(sheet.lines) < 2):
        return
    ids = " ".join(line.short for line in sheet.lines)
    left = "No session was left in the file" if text.strip() else "The file was empty"
    hint = f"To remove all its sessions: tracker rm {ids}" if ids else ""
    raise Unreadable(f"{left}, so nothing was changed.", hint)
