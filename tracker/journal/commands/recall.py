"""`recall`: hours from memory."""

from tracker.app import App
from tracker.command import argument, command, option
from tracker.errors import Unreadable
from tracker.journal.commands.moment import command_moment
from tracker.journal.rules.checks import check_recollection
from tracker.journal.store.items import choose_item
from tracker.journal.store.timer import add_recollection, read_recollections
from tracker.journal.view.recollections import (
    recalled_text,
    recollection_data,
    recollections_data,
    recollections_text,
)
from tracker.text.amounts import parse_amount
from tracker.text.params import PeriodParam
from tracker.text.periods import Period


@command(
    "recall",
    examples="""tracker recall fastai 70h --over 2026-02..2026-05
                tracker recall ppo 12h --over 2025
                tracker recall""",
)
@argument("item", required=False)
@argument("amount", nargs=-1)
@option(
    "--over", "period", kind=PeriodParam(), help="The period: 2025, 2026-02..2026-05."
)
def recall(
    app: App, item: str | None, amount: tuple[str, ...], period: Period | None
) -> None:
    """Record hours you remember but did not log.

    They are listed separately and never added to totals. Without ITEM, they are listed.
    """
    if item is None:
        _show_all(app)
        return
    if not amount and period is None:
        raise Unreadable(
            "How many hours, and over which days?",
            "Type an amount and a period, like 12h --over 2026-02..2026-05.",
            added=[("AMOUNT", "--over", "PERIOD")],
        )
    seconds, now_utc = parse_amount(" ".join(amount)), command_moment(app).now_utc
    since, until = check_recollection(seconds, period, app.today)
    with app.journal(write=True) as db:
        chosen = choose_item(db, item)
        added = add_recollection(db, chosen, seconds, since, until, now_utc)
    app.show("recollection", added, recollection_data, recalled_text)


def _show_all(app: App) -> None:
    with app.journal() as db:
        recollections = read_recollections(db)
    app.show("recollections", recollections, recollections_data, recollections_text)
