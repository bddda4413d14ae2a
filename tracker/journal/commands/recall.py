"""`recall`: hours from memory."""

import click

from tracker.app import App, command, pass_app
from tracker.journal.commands.shared import moment
from tracker.journal.completion import items_begun
from tracker.journal.rules.limits import check_recalled
from tracker.journal.store.items import choose_item
from tracker.journal.store.timer import recall as keep_recollection
from tracker.journal.store.timer import recollections
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
@click.argument("item", required=False, shell_complete=items_begun)
@click.argument("amount", nargs=-1)
@click.option(
    "--over", "period", type=PeriodParam(), help="The days it was spread over."
)
@pass_app
def recall(
    app: App, item: str | None, amount: tuple[str, ...], period: Period | None
) -> None:
    """Take down hours from memory, over a period.

    They are kept apart: in no total, ledger, ratio or forecast. Without ITEM it lists them.
    """
    if item is None:
        with app.journal() as db:
            told = recollections(db)
        app.show("recollections", told, recollections_data, recollections_text)
        return
    seconds = parse_amount(" ".join(amount))
    since, until = check_recalled(seconds, period, app.today)
    with app.journal(write=True) as db:
        kept = keep_recollection(
            db, choose_item(db, item), seconds, since, until, moment(app).now
        )
    app.show("recollection", kept, recollection_data, recalled_text)
