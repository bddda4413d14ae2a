"""A document as plain text at 80 columns."""

from collections.abc import Sequence

from tracker.export.render.blocks import (
    Block,
    Cell,
    Chart,
    Document,
    Heading,
    Link,
    Listing,
    ListingEntry,
    Para,
    Slot,
    TableBlock,
)
from tracker.export.render.layout import hanging
from tracker.export.render.slots import slot_line
from tracker.text.columns import display_width, plain, wrap

INDENT = "  "


def render(document: Document) -> str:
    """The whole document: a blank line before each heading and listing, after a table, and after one's own words."""
    parts, ends = [wrap(plain(document.title))], False
    for each in (block for block in document.blocks if not isinstance(block, Chart)):
        part = _block(each)
        parts += ["", part] if ends and not part.startswith("\n") else [part]
        ends = isinstance(each, Listing | TableBlock) or (
            isinstance(each, Slot) and each.text is not None
        )
    return "\n".join(parts) + "\n"


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"\n{wrap(plain(block.text))}"
        case Para():
            return wrap(plain(block.text))
        case Listing():
            return "\n".join(
                [
                    f"\n{wrap(plain(block.title))}",
                    *(hanging("-", _cell(line), 2) for line in block.lines),
                ]
            )
        case TableBlock():
            return _entries(block.entries)
        case Slot():
            return _slot(block)
        case Chart():
            return ""


def _entries(entries: Sequence[ListingEntry]) -> str:
    """Each entry beside what leads it; a mark for a list takes less room than a day."""
    widest = max(display_width(each.lead) for each in entries)
    indent = widest + (2 if widest > 1 else 1)
    return "\n".join(
        hanging("" if at else each.lead, line, indent)
        for each in entries
        for at, line in enumerate(each.lines)
    )


def _cell(cell: Cell) -> str:
    return cell.text if isinstance(cell, Link) else cell


def _slot(slot: Slot) -> str:
    """The person's words stand as they are, line by line: nothing is wrapped that somebody will copy."""
    line = wrap(f"[{slot_line(slot)}]")
    told = (
        []
        if slot.text is None
        else [f"{INDENT}{plain(row)}".rstrip() for row in slot.text.split("\n")]
    )
    return "\n".join([line, *told])
