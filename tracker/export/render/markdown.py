"""A document as Markdown: whatever a person wrote stays text."""

import re
from collections.abc import Iterator

from tracker.export.render.blocks import (
    Block,
    Cell,
    Chart,
    Document,
    Entry,
    Heading,
    Link,
    Listing,
    Para,
    Slot,
    TableBlock,
)
from tracker.export.render.escape import escape_markdown, markdown_link
from tracker.export.render.layout import markdown_table
from tracker.export.render.slots import say_slot
from tracker.text.columns import plain

# A run of backquotes, which a fence must be longer than: ```.
_BACKQUOTES = re.compile("`+")


def render(document: Document) -> str:
    """The whole document."""
    contact = " · ".join(map(_cell, document.contact))
    title = f"# {escape_markdown(document.title)}"
    parts = [contact, title, *map(_block, document.blocks)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"## {escape_markdown(block.text)}"
        case Para():
            return escape_markdown(block.text)
        case Listing():
            return "\n".join(_listing(block))
        case TableBlock():
            head = tuple(map(escape_markdown, block.head))
            rows = [tuple(map(_cell, row)) for row in block.rows]
            return markdown_table([head, *rows], block.sides)
        case Entry():
            return "\n".join(_entry(block))
        case Slot():
            return _slot(block)
        case Chart():
            return ""


def _listing(listing: Listing) -> Iterator[str]:
    yield f"{escape_markdown(listing.title)}:"
    for line in listing.lines:
        yield f"- {_cell(line)}"


def _entry(entry: Entry) -> Iterator[str]:
    day = f" ({entry.date})" if entry.date else ""
    yield f"- **{escape_markdown(entry.title)}**{day}"
    for line in entry.lines:
        yield f"  <br>{escape_markdown(line)}"
    for link in entry.links:
        yield f"  <br>{_cell(link)}"


def _cell(cell: Cell) -> str:
    if isinstance(cell, Link):
        return f"{escape_markdown(cell.leads)} {markdown_link(cell.address)}".lstrip()
    return escape_markdown(cell)


def _slot(slot: Slot) -> str:
    """A marked line, so that nobody sends an empty answer; then the answer, fenced."""
    line = f"> **[{escape_markdown(say_slot(slot))}]**"
    if slot.text is None:
        return line
    runs = map(len, _BACKQUOTES.findall(slot.text))
    fence = "`" * max(3, *(length + 1 for length in runs), 0)
    answer = "\n".join(map(plain, slot.text.split("\n")))
    return f"{line}\n\n{fence}text\n{answer}\n{fence}"
