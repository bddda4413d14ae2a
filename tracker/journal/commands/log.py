"""`log`: log a session."""

import shlex
from datetime import date
from functools import partial

import click

from tracker.app import App, command, pass_app
from tracker.errors import Unreadable
from tracker.journal.commands.shared import command_moment, offer_overlap, show_written
from tracker.journal.completion import complete_items
from tracker.journal.rules.pieces import split_stretch
from tracker.journal.rules.records import SessionFilter
from tracker.journal.service.sessions import log_session
from tracker.journal.service.summaries import list_sessions
from tracker.journal.view.session_list import session_list_data, session_list_text
from tracker.limits import LONGEST_SESSION
from tracker.text.amounts import is_amount, parse_amount
from tracker.text.columns import quoted
from tracker.text.params import DayParam
from tracker.text.stretches import Stretch, parse_from_to, parse_stretch, split_tags

LATEST = 10


@command(
    "log",
    examples="""tracker log fastai 1h30m
                tracker log fastai 9am - 10:30am +pair -n "lesson 3"
                tracker log fastai 45m --on yesterday
                tracker log""",
    emptied=("note",),
)
@click.argument("item", required=False, shell_complete=complete_items)
@click.argument("typed_words", nargs=-1, metavar="[WORDS]...")
@click.option("--on", "day", type=DayParam(), help="The day studied (default: today).")
@click.option(
    "--from", "start", metavar="TIME", help="The start; add --to or an amount."
)
@click.option("--to", "end", metavar="TIME", help="The end; add --from or an amount.")
@click.option("-n", "--note", default="", help="What the session was about.")
@click.option("--overlap", is_flag=True, help="Allow an overlap with another session.")
@pass_app
def log(
    app: App,
    item: str | None,
    typed_words: tuple[str, ...],
    day: date | None,
    start: str | None,
    end: str | None,
    note: str,
    overlap: bool,
) -> None:
    """Log a session on ITEM.

    WORDS are an amount (1h30m, 90m, 1.5h) or a range (9am-10:30, "yesterday
    20:15-22:00"). Words that start with + are tags. Without ITEM, the latest sessions
    are listed.
    """
    if item is None:
        _show_latest(app, has_options=bool(day or start or end or note))
        return
    parsed, moment = split_tags(typed_words), command_moment(app)
    stretch = _read_stretch(app, item, parsed.text, start, end, day)
    pieces = split_stretch(stretch, day, moment)
    with offer_overlap(app), app.journal(write=True) as db:
        answer = log_session(
            db, item, pieces, moment, note=note, tags=parsed.tags, overlap=overlap
        )
    has_day = bool(day or stretch.day)
    show_written(app, "Logged", item, answer, has_day=has_day)


def _read_stretch(
    app: App, item: str, text: str, start: str | None, end: str | None, day: date | None
) -> Stretch:
    """The stretch that the words or --from and --to name.

    Raises Unreadable where no time is typed, or where the amount stands first.
    """
    if is_amount(item):
        raise Unreadable(
            f"{quoted(item)} is an amount; the item comes first.",
            f"For example: tracker log {shlex.quote(text or 'fastai')} {item}",
        )
    if start or end:
        amount = parse_amount(text, LONGEST_SESSION) if text else None
        return parse_from_to(start, end, amount, app.now, app.today, app.zone, day)
    if not text:
        raise Unreadable(
            "How long?",
            "Type an amount or a range, like 1h30m or 9:00-10:30.",
            added=["1h30m"],
        )
    return parse_stretch(text, app.now, app.today, app.zone, day)


def _show_latest(app: App, *, has_options: bool) -> None:
    if has_options:
        raise Unreadable(
            "Which item?", "For example: tracker log fastai 1h30m --on yesterday"
        )
    with app.journal() as db:
        latest = list_sessions(db, SessionFilter(), LATEST)
    text = partial(session_list_text, app.today, app.zone)
    app.show("sessions", latest, session_list_data, text)
