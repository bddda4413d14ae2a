"""`note`."""

from datetime import date
from functools import partial

from tracker.app import App
from tracker.command import argument, command, option
from tracker.database.library import library
from tracker.database.values import instant_to_seconds
from tracker.journal.rules.checks import INSTEAD_OF_A_FUTURE_DAY
from tracker.plans.rules.notes import Note, check_note_text, latest_notes
from tracker.plans.store.notes import read_notes, save_note
from tracker.plans.view.notes import note_saved_text, notes_data, notes_text
from tracker.text.counts import CountParam
from tracker.text.days import check_not_future
from tracker.text.params import DayParam

DEFAULT_LIMIT = 20


@command(
    "note",
    examples="""
    tracker note "read the paper with Kim"
    tracker note --decision "one more month, then apply"
    tracker note --changed --private "less sure that I like theory"
    tracker note
    """,
)
@argument("text", nargs=-1)
@option("--changed", is_flag=True, help="You changed your view.")
@option("--decision", is_flag=True, help="You made a decision.")
@option("--on", "day", kind=DayParam(), help="The day of it (default: today).")
@option("--private", is_flag=True, help="Leave this note out of every export.")
@option(
    "--limit",
    kind=CountParam(),
    default=DEFAULT_LIMIT,
    metavar="N",
    help=f"List the latest N notes (default {DEFAULT_LIMIT}).",
)
def note(
    app: App,
    text: tuple[str, ...],
    changed: bool,
    decision: bool,
    day: date | None,
    private: bool,
    limit: int,
) -> None:
    """Write a dated note, without hours.

    Without TEXT, list the latest notes. An option limits the list: --decision lists
    decisions only. To remove a note, type rm with its id from the list.
    """
    if not text:
        with library(app) as db:
            notes = latest_notes(
                read_notes(db),
                limit,
                changed=changed,
                decision=decision,
                private=private,
            )
        app.show("note", notes, notes_data, partial(notes_text, app.today))
        return
    line = check_note_text(" ".join(text))
    written = day or app.today
    check_not_future(written, app.today, INSTEAD_OF_A_FUTURE_DAY)
    note = Note(written, line, changed=changed, decision=decision, private=private)
    with library(app, write=True) as db:
        save_note(db, note, instant_to_seconds(app.now))
    app.show("note", [note], notes_data, partial(note_saved_text, app.today))
