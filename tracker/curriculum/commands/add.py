"""The command `add`."""

import click

from tracker.app import App, command, pass_app
from tracker.choices import ITEM_KINDS
from tracker.curriculum.rules.items import OwnItemInput
from tracker.curriculum.service.own_items import add_own_item
from tracker.curriculum.view.messages import item_answer_data, own_item_text
from tracker.database.library import library
from tracker.journal.commands.moment import command_moment
from tracker.text.params import HoursParam
from tracker.text.slugs import check_slug


@command(
    "add",
    examples="""
    tracker add elk-notes --title "My notes on ELK" --track alignment --hours 5-12
    tracker add ml-course --title "At work" --track deep-learning --kind course
    """,
)
@click.argument("slug")
@click.option("--title", required=True, metavar="TITLE", help="Its title.")
@click.option(
    "--track", required=True, metavar="TRACK", help="The track it belongs to."
)
@click.option(
    "--kind",
    metavar="KIND",
    type=click.Choice(ITEM_KINDS),
    default="project",
    help=f"Its kind (default: project): {', '.join(ITEM_KINDS)}.",
)
@click.option(
    "--hours",
    type=HoursParam(),
    metavar="LOW-HIGH",
    help="Its low and high estimate in hours.",
)
@click.option("--url", metavar="URL", help="Its link.")
@click.option(
    "--requires",
    multiple=True,
    metavar="ITEM",
    help="An item to do before it; can be repeated.",
)
@click.option(
    "--aka", multiple=True, metavar="NAME", help="Another name for it; can be repeated."
)
@pass_app
def add(
    app: App,
    slug: str,
    title: str,
    track: str,
    kind: str,
    hours: tuple[int, int] | None,
    url: str | None,
    requires: tuple[str, ...],
    aka: tuple[str, ...],
) -> None:
    """Add an item of your own.

    SLUG is the short name to type for it. No other item or milestone can have it.
    """
    for name in (slug, *aka):
        check_slug(name, app.reserved_words)
    typed = OwnItemInput(
        title=title,
        track=track,
        kind=kind,
        hours=hours,
        url=url,
        requires=requires,
        aka=aka,
    )
    with library(app, write=True) as db:
        item = add_own_item(db, slug, typed, command_moment(app).now_utc)
    app.show("item", item, item_answer_data, own_item_text)
