"""The command `add`."""

from tracker.app import App
from tracker.choices import ITEM_KINDS
from tracker.command import argument, command, option
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
@argument("slug")
@option("--title", required=True, metavar="TITLE", help="Its title.")
@option("--track", required=True, metavar="TRACK", help="The track it belongs to.")
@option(
    "--kind",
    metavar="KIND",
    choices=ITEM_KINDS,
    default="project",
    help=f"Its kind (default: project): {', '.join(ITEM_KINDS)}.",
)
@option(
    "--hours",
    kind=HoursParam(),
    metavar="LOW-HIGH",
    help="Its low and high estimate in hours.",
)
@option("--url", metavar="URL", help="Its link.")
@option(
    "--requires",
    multiple=True,
    metavar="ITEM",
    help="An item to do before it; can be repeated.",
)
@option(
    "--aka", multiple=True, metavar="NAME", help="Another name for it; can be repeated."
)
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
