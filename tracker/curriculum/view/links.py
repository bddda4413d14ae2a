"""The answer to `open`: the item and its address."""

from typing import TypedDict

from tracker.curriculum.rules.links import ItemLink
from tracker.text.columns import display_width, wrap
from tracker.text.screen import SCREEN

NO_BROWSER = "No browser was found. Copy the address into one."


class LinkData(TypedDict):
    """The link of an item."""

    item: str
    url: str | None


def link_data(item: ItemLink) -> LinkData:
    """The keys of JSON."""
    return {"item": item.slug, "url": item.url}


def link_text(item: ItemLink) -> str:
    """`Opening` with author, title and address, which is never broken.

    An author whom the title names is not named twice: `ARENA: Alignment ...`.
    """
    is_named = not item.author or item.author in item.title
    name = item.title if is_named else f"{item.author}, {item.title}"
    line = f"Opening {name}: {item.url}"
    if display_width(line) <= SCREEN.columns:
        return line
    return f"{wrap(f'Opening {name}:')}\n  {item.url}"
