"""An item's link, for the browser."""

from typing import NamedTuple

from tracker.errors import Refused
from tracker.text.columns import quoted

WEB = ("https://", "http://")


class ItemLink(NamedTuple):
    """An item with its link, None where it has none; `origin` is one of `ORIGINS`."""

    slug: str
    title: str
    author: str | None
    url: str | None
    origin: str


def check_link(item: ItemLink) -> str:
    """The web address of an item. Raises Refused where it has none.

    Other links, such as a file's, are not opened: a merged database could name any.
    """
    if item.url and item.url.startswith(WEB):
        return item.url
    if item.url:
        message = f"The link of {item.slug} is no web address: {quoted(item.url)}."
    else:
        message = f"{item.slug} has no link."
    if item.origin == "own":
        hint = f"To give it one: tracker rename {item.slug} --url URL"
    else:
        hint = f"To see what it is: tracker show {item.slug}"
    raise Refused(message, hint)
