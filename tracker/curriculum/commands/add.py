"""add and rename."""

import click

from tracker.app import App, command, pass_app
from tracker.curriculum.rules.checks import KINDS, check_name_free, check_own, likely_of
from tracker.curriculum.rules.items import Item, OwnItem
from tracker.curriculum.store.changes import add_item, rename_item
from tracker.curriculum.store.names import find_item, taken_names
from tracker.curriculum.view import added_text, item_data, item_estimate
from tracker.database.bridge import raw_connection
from tracker.database.library import library
from tracker.database.values import instant_to_seconds
from tracker.errors import Unreadable
from tracker.journal.store.items import choose_item, choose_track
from tracker.text.columns import clean_title
from tracker.text.names import check_slug
from tracker.text.params import HoursParam


@command(
    "add",
    examples="""
    tracker add elk-notes --title "My notes on ELK" --track alignment --hours 5-12
    tracker add ml-course --title "At work" --track deep-learning --kind course
    """,
)
@click.argument("slug")
@click.option("--title", required=True, help="Its title.")
@click.option("--track", required=True, metavar="T", help="The track it belongs to.")
@click.option(
    "--kind",
    metavar="KIND",
    type=click.Choice(KINDS),
    default="project",
    help="What it is (default: project).",
)
@click.option(
    "--hours",
    type=HoursParam(),
    metavar="L-H",
    help="A low and a high estimate in hours.",
)
@click.option("--url", metavar="U", help="Where it is.")
@click.option(
    "--requires", multiple=True, metavar="ITEM", help="An item to be done before it."
)
@click.option("--aka", multiple=True, metavar="A", help="Another name to call it by.")
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
    """Add an item of your own. No item or milestone may have its name already."""
    names = list(dict.fromkeys(check_slug(name) for name in (slug, *aka)))
    with library(app, write=True) as db:
        known = taken_names(db)
        for name in names:
            check_name_free(name, known)
        before = tuple(
            dict.fromkeys(
                choose_item(
                    raw_connection(db), each, "it is items that an item requires"
                ).slug
                for each in requires
            )
        )
        expected = _expected(hours) if hours else None
        of = choose_track(raw_connection(db), track)
        new = OwnItem(
            slug, _titled(title), kind, of, expected, url, before, tuple(names[1:])
        )
        add_item(db, new, instant_to_seconds(app.now))
        added = find_item(db, slug)
    _show(app, added)


@command(
    "rename",
    examples="""
    tracker rename elk-notes --slug elk
    tracker rename elk --title "Notes on ELK" --hours 8-20
    """,
)
@click.argument("item")
@click.option(
    "--slug", metavar="S", help="Its new name; the old one goes on meaning it."
)
@click.option("--title", metavar="T", help="Its new title.")
@click.option("--track", metavar="T", help="The track it belongs to.")
@click.option(
    "--hours",
    type=HoursParam(),
    metavar="L-H",
    help="A low and a high estimate in hours.",
)
@click.option("--url", metavar="U", help="Where it is.")
@pass_app
def rename(
    app: App,
    item: str,
    slug: str | None,
    title: str | None,
    track: str | None,
    hours: tuple[int, int] | None,
    url: str | None,
) -> None:
    """Give an item of your own another name or title, or put its track, hours or address right."""
    if not any((slug, title, track, hours, url)):
        raise Unreadable(
            "Nothing to put right was named.",
            "Add --slug NAME, --title 'A title' or another.",
        )
    with library(app, write=True) as db:
        before = find_item(db, item)
        check_own(before)
        to = check_slug(slug) if slug else before.slug
        check_name_free(
            to,
            {
                name: what
                for name, what in taken_names(db).items()
                if name not in (before.slug, *before.aka)
            },
        )
        expected = _expected(hours) if hours else item_estimate(before)
        named = _titled(title) if title else before.title
        of = choose_track(raw_connection(db), track) if track else before.track
        new = OwnItem(to, named, before.kind, of, expected, url or before.url)
        rename_item(db, before.slug, new, instant_to_seconds(app.now))
        after = find_item(db, to)
    _show(app, after)


def _expected(hours: tuple[int, int]) -> tuple[int, int, int]:
    """Low, likely and high seconds."""
    return hours[0], likely_of(*hours), hours[1]


def _titled(title: str) -> str:
    """A title in one line. Raises Unreadable where nothing is left of it."""
    said = clean_title(title)
    if not said:
        raise Unreadable(
            "The title is empty.", "Type it in quotes, like --title 'My notes on ELK'."
        )
    return said


def _show(app: App, item: Item) -> None:
    app.show("item", item, lambda each: {"item": item_data(each)}, added_text)
