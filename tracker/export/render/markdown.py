"""A document as Markdown: whatever a person wrote stays text."""

import re

from tracker.export.render.blocks import (
    Block,
    Cell,
    Chart,
    Document,
    Heading,
    Link,
    Listing,
    Para,
    Slot,
    TableBlock,
)
from tracker.export.render.escape import link, markdown
from tracker.export.render.layout import markdown_table
from tracker.export.render.slots import slot_line
from tracker.text.columns import plain


def render(document: Document) -> str:
    """The whole document."""
    parts = [
        f"# {markdown(document.title)}",
        *(_block(each) for each in document.blocks),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"## {markdown(block.text)}"
        case Para():
            return markdown(block.text)
        case Listing():
            return "\n".join(
                [
                    f"{markdown(block.title)}:",
                    *(f"- {_cell(line)}" for line in block.lines),
                ]
            )
        case TableBlock():
            rows = [
                tuple(map(markdown, block.head)),
                *(tuple(map(_cell, row)) for row in block.rows),
            ]
            return markdown_table(rows)
        case Slot():
            return _slot(block)
        case Chart():
            return ""


def _cell(cell: Cell) -> str:
    if isinstance(cell, Link):
        return f"{markdown(cell.leads)} {link(cell.address)}".lstrip()
    return markdown(cell)


def _slot(slot: Slot) -> str:
    """Marked, so that nobody sends an empty one; the person's words in a fence longer than any of theirs."""
    line = f"> **[{markdown(slot_line(slot))}]**"
    if slot.text is None:
        return line
    fence = "`" * max(3, *(len(run) + 1 for run in re.findall("`+", slot.text) or [""]))
    told = "\n".join(plain(row) for row in slot.text.split("\n"))
    return f"{line}\n\n{fence}text\n{told}\n{fence}"
