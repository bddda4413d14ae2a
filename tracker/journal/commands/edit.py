"""`edit`: correct a session."""

from datetime import date

from tracker.app import App
from tracker.command import argument, command, option
from tracker.journal.commands.moment import command_moment
from tracker.journal.commands.shared import note_option, offer_overlap, show_written
from tracker.journal.commands.span_options import span_options
from tracker.journal.rules.edits import Edit
from tracker.journal.service.edits import SessionEdit, edit_session
from tracker.limits import LONGEST_SESSION
from tracker.text.params import AmountParam, DayParam
from tracker.text.placeholders import check_no_placeholder
from tracker.text.stretches import split_tags


@command(
    "edit",
    examples="""tracker edit last 45m
                tracker edit last yesterday 20:00-21:00 +pair
                tracker edit 7k3f ppo "first baseline"
                tracker edit 7k3f --to 10:30
                tracker edit --week
                tracker edit --week -1""",
    emptied=("note",),
    takes_dashes=True,  # `-1` is a week
)
@argument("session_id", required=False, metavar="[ID]")
@argument("words", nargs=-1, metavar="[WORDS]...")
@option("--item", help="Another item.")
@option(
    "--amount",
    kind=AmountParam(LONGEST_SESSION),
    help="Another length: the start stays, the end moves.",
)
@option("--on", "day", kind=DayParam(), help="Another day, at the same time.")
@option("--from", "start", metavar="TIME", help="Another start; the end stays.")
@option("--to", "end", metavar="TIME", help="Another end; the start stays.")
@note_option("Another note; '' for none.", None)
@option(
    "--tag", "tags", multiple=True, help="Tags that replace the old ones; '' for none."
)
@option("--overlap", is_flag=True, help="Allow an overlap with another session.")
@span_options
def edit(
    app: App,
    session_id: str,
    words: tuple[str, ...],
    item: str | None,
    amount: int | None,
    day: date | None,
    start: str | None,
    end: str | None,
    note: str | None,
    tags: tuple[str, ...],
    overlap: bool,
) -> None:
    """Correct a session. ID is at least the first 4 letters of its id, or `last`.

    `last` is the session recorded last.

    WORDS come in any order: an amount, a range, a day, another item, a note in quotes.
    +TAG adds a tag.

    With --day, --week or --period your editor opens with the sessions as lines: change
    them, delete them, add others. All of it is one command, and one undo.

    The rules of log apply to the result. Another day is that of your zone and start of
    day now; all other changes leave a session's own day and zone.
    """
    app.bears_faults = True  # the session may be what is wrong
    time = Edit(amount, day, start, end)
    change = SessionEdit(time, item, note, _parse_tags(tags) if tags else None)
    for word in words:
        check_no_placeholder(word)
    moment = command_moment(app)
    with offer_overlap(app), app.journal(write=True) as db:
        answer, typed_item = edit_session(
            db, session_id, words, change, moment, overlap=overlap
        )
    show_written(app, "Changed to", typed_item, answer, has_day=True)


def _parse_tags(typed: tuple[str, ...]) -> tuple[str, ...]:
    """`--tag a --tag +b` as tags; `--tag ''` as none."""
    words = [f"+{word.lstrip('+')}" for text in typed for word in text.split()]
    return tuple(sorted(split_tags(words).tags))
