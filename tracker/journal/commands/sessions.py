"""`sessions`: list sessions."""

from functools import partial

from tracker.app import App
from tracker.command import command, option
from tracker.journal.commands.filters import session_filters
from tracker.journal.rules.records import SessionFilter, SessionList
from tracker.journal.rules.report_period import TypedFilter
from tracker.journal.service.session_choice import chosen_timer, read_filter
from tracker.journal.service.session_list import list_sessions
from tracker.journal.view.session_list import session_list_data, session_list_text
from tracker.text.counts import CountParam
from tracker.text.periods import Period

UNFILTERED = 50
ALL = -1


@command(
    "sessions",
    examples="""tracker sessions today
                tracker sessions fastai last week
                tracker sessions --search "KL sweep" +pair""",
)
@session_filters
@option(
    "--limit",
    kind=CountParam(),
    help=f"How many to list (default: {UNFILTERED}; all with a filter).",
)
def sessions(app: App, typed: TypedFilter, limit: int | None) -> None:
    """List sessions, newest last. The total is of all sessions that match.

    ITEM, PERIOD and a +tag may come in any order.
    """
    with app.journal() as db:
        chosen = read_filter(db, typed, app.today, Period(None, None))
        usual = ALL if any(typed) else UNFILTERED
        running = chosen_timer(db, chosen, app.now, app.today)
        listed = list_sessions(db, chosen, limit or usual, running)
    _show(app, listed)


def show_latest(app: App, count: int) -> None:
    """Show the latest sessions, so many, whatever their items and days."""
    with app.journal() as db:
        latest = list_sessions(db, SessionFilter(), count)
    _show(app, latest)


def _show(app: App, listed: SessionList) -> None:
    text = partial(session_list_text, app.today, app.zone)
    app.show("sessions", listed, session_list_data, text)
