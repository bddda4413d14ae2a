"""`break`."""

from functools import partial

from tracker.app import App
from tracker.command import argument, command, option
from tracker.database.library import library
from tracker.database.values import instant_to_seconds
from tracker.errors import Unreadable
from tracker.plans.rules.breaks import check_is_planned, check_new_break, read_break
from tracker.plans.store.breaks import add_break, read_breaks, remove_break
from tracker.plans.view.breaks import (
    break_added_text,
    break_removed_text,
    breaks_data,
    breaks_text,
)


@command(
    "break",
    examples="""
    tracker break "24 dec" "3 jan"
    tracker break
    tracker break 2026-12-24 2027-01-03 --remove
    """,
)
@argument("words", nargs=-1, metavar="[DAY DAY]")
@option("--remove", is_flag=True, help="Remove the break with exactly these days.")
def break_(app: App, words: tuple[str, ...], remove: bool) -> None:
    """Plan a break from the first DAY to the second, both included.

    A break is not a gap: your weeks, your pace and forecasts leave its days out.
    Without days it lists your breaks. To end a break early, remove it and plan it again
    with the days that you took.
    """
    if not words:
        _list(app, remove=remove)
        return
    days, now_utc = read_break(words, app.today), instant_to_seconds(app.now)
    with library(app, write=True) as db:
        if remove:
            check_is_planned(days, read_breaks(db))
            remove_break(db, days, now_utc)
        else:
            check_new_break(days, read_breaks(db))
            add_break(db, days, now_utc)
    text = break_removed_text if remove else break_added_text
    app.show("break", [days], breaks_data, partial(text, app.today))


def _list(app: App, *, remove: bool) -> None:
    if remove:
        raise Unreadable(
            "--remove needs the days of the break.",
            "To list your breaks: tracker break",
        )
    with library(app) as db:
        breaks = read_breaks(db)
    app.show("break", breaks, breaks_data, partial(breaks_text, app.today))
