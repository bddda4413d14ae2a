"""known."""

from datetime import date

from tracker.app import App
from tracker.command import argument, command, option
from tracker.database.library import library
from tracker.journal.commands.moment import command_moment
from tracker.readiness.service.known import list_bundles, record_known
from tracker.readiness.view.known import (
    bundles_data,
    bundles_text,
    known_data,
    known_text,
)
from tracker.text.days import check_not_future
from tracker.text.params import DayParam


@command(
    "known",
    examples="""
    tracker known
    tracker known cs-degree fastai
    tracker known python=strong linear-algebra calculus transformer-in-pytorch
    """,
)
@argument("words", nargs=-1, metavar="WORD...")
@option(
    "--on", "day", kind=DayParam(), help="The day to record it for (default: today)."
)
def known(app: App, words: tuple[str, ...], day: date | None) -> None:
    """Say what you can do already, so that nothing you know is suggested again.

    Without WORD, list bundles such as cs-degree, each with what it claims. WORD is
    a bundle, a skill, a milestone or an item. A skill alone is rated basic; type
    python=strong for another level. All of it is claimed on your own word: nothing
    recorded before is lowered, and one undo takes everything back.
    """
    if not words:
        app.show("known", list_bundles().values(), bundles_data, bundles_text)
        return
    if day:
        hint = "Type --on with today or an earlier day."
        check_not_future(day, app.today, hint, without=["--on"])
    moment = command_moment(app)
    with library(app, write=True) as db:
        answer = record_known(db, app.settings, words, day or app.today, moment)
    app.show("known", answer, known_data, known_text)
