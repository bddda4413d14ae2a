"""A document as Markdown: whatever a person wrote stays text."""

from collections.abc import Iterator

from tracker.export.render.blocks import (
    Block,
    Cell,
    Chart,
    Document,
    Entry,
    FieldText,
    Heading,
    Link,
    Listing,
    Para,
    Slot,
    TableBlock,
)
from tracker.export.render.escape import escape_markdown, markdown_link
from tracker.export.render.layout import markdown_table


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
            return _cell(block.text)
        case Listing():
            return "\n".join(_listing(block))
        case TableBlock():
            head = tuple(map(escape_markdown, block.head))
            rows = [tuple(map(_cell, row)) for row in block.rows]
            return markdown_table([head, *rows], block.sides)
        case Entry():
            return "\n".join(_entry(block))
        case Slot():
            return f"> **[{escape_markdown(block.text)}]**"
        case FieldText() | Chart():
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
