"""`edit`: correct a session."""

from datetime import date
from functools import partial

import click

from tracker.app import App, command, pass_app
from tracker.errors import Unreadable
from tracker.journal.commands.shared import moment, say_beside, say_rest
from tracker.journal.completion import items_begun
from tracker.journal.rules.days import day_of
from tracker.journal.rules.edits import Edit, edited_pieces
from tracker.journal.rules.limits import source_moved
from tracker.journal.service.sessions import rewrite_session
from tracker.journal.service.summaries import other_pieces, summarise_written
from tracker.journal.store.ids import find_id
from tracker.journal.store.items import choose_item
from tracker.journal.store.sessions import entry_of, session
from tracker.journal.view import sessions as view
from tracker.text.params import AmountParam, DayParam
from tracker.text.stretches import split_tags


@command(
    "edit",
    examples="""tracker edit last --amount 45m
                tracker edit 7k3f --item ppo --note "baseline"
                tracker edit 7k3f --from 9:00 --to 10:30""",
    emptied=("note",),
)
@click.argument("session_id", metavar="ID")
@click.option("--item", shell_complete=items_begun, help="Another item.")
@click.option(
    "--amount", type=AmountParam(), help="How long: the start stays, the end moves."
)
@click.option("--on", "day", type=DayParam(), help="Another day, at the same time.")
@click.option("--from", "start", metavar="TIME", help="Another start; the end stays.")
@click.option("--to", "end", metavar="TIME", help="Another end; the start stays.")
@click.option("-n", "--note", help="Another note; '' for none.")
@click.option(
    "--tag", "tags", multiple=True, help="Tags in place of those it has; '' for none."
)
@click.option(
    "--overlap",
    is_flag=True,
    help="Both ran at once: allow the time that another session has.",
)
@pass_app
def edit(
    app: App,
    session_id: str,
    item: str | None,
    amount: int | None,
    day: date | None,
    start: str | None,
    end: str | None,
    note: str | None,
    tags: tuple[str, ...],
    overlap: bool,
) -> None:
    """Correct the session ID, any beginning of its id of 4 letters or more, or `last`.

    The rules of log hold for the result. Undo brings the session back as it was.
    """
    change, when, named = Edit(amount, day, start, end), moment(app), _tags(tags)
    if change.nothing and not item and note is None and not tags:
        raise Unreadable(
            "That changes nothing.",
            f"Say what: tracker edit {session_id} --amount 45m, --note, --item.",
        )
    with app.journal(write=True) as db:
        old = session(db, find_id(db, session_id))
        rest = other_pieces(db, [old.uid])
        entry, found = entry_of(db, old.uid), choose_item(db, item) if item else None
        entry = entry._replace(
            item_id=found.id if found else entry.item_id,
            note=entry.note if note is None else note.strip(),
            tags=named if tags else entry.tags,
        )
        pieces = edited_pieces(old, change, when)
        logged = day_of(entry.logged_at, when.starts, when.zone)
        entry = entry._replace(
            source=source_moved(entry.source, pieces[-1].day, logged)
        )
        changed = rewrite_session(db, old, entry, pieces, when, overlap=overlap)
        answer = summarise_written(db, changed, app.today, was=old, item=found)
    say_beside(app, answer)
    say_rest(app, rest)
    text = partial(view.written_text, "Changed to", item or "", app.today, app.zone)
    app.show("session", answer, view.written_data, text)


def _tags(typed: tuple[str, ...]) -> tuple[str, ...]:
    """`--tag a --tag +b` as tags; `--tag ''` as none."""
    words = [word for text in typed for word in text.split()]
    return tuple(sorted(split_tags([f"+{word.lstrip('+')}" for word in words]).tags))
