"""The command `rename`."""

from tracker.app import App
from tracker.command import argument, command, option
from tracker.curriculum.rules.items import OwnItemInput
from tracker.curriculum.service.own_items import change_own_item
from tracker.curriculum.view.messages import item_answer_data, own_item_text
from tracker.database.library import library
from tracker.errors import Unreadable
from tracker.journal.commands.moment import command_moment
from tracker.text.params import HoursParam
from tracker.text.slugs import check_slug


@command(
    "rename",
    examples="""
    tracker rename elk-notes --slug elks
    tracker rename elks --title "Notes on ELK" --hours 8-20
    """,
)
@argument("item")
@option("--slug", metavar="NAME", help="Its new short name; the old one still works.")
@option("--title", metavar="TITLE", help="Its new title.")
@option("--track", metavar="TRACK", help="The track it belongs to.")
@option(
    "--hours",
    kind=HoursParam(),
    metavar="LOW-HIGH",
    help="Its low and high estimate in hours.",
)
@option("--url", metavar="URL", help="Its link.")
def rename(
    app: App,
    item: str,
    slug: str | None,
    title: str | None,
    track: str | None,
    hours: tuple[int, int] | None,
    url: str | None,
) -> None:
    """Change the name, title, track, hours or link of an item you added."""
    typed = OwnItemInput(slug=slug, title=title, track=track, hours=hours, url=url)
    if typed == OwnItemInput():
        raise Unreadable(
            "What should change?",
            "Type what to change, such as --title TITLE.",
            added=[("--title", "TITLE")],
        )
    if slug:
        check_slug(slug, app.reserved_words)
    with library(app, write=True) as db:
        changed = change_own_item(db, item, typed, command_moment(app).now_utc)
    app.show("item", changed, item_answer_data, own_item_text)
