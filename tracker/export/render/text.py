"""A document as plain text at 80 columns."""

from tracker.export.render.blocks import Block, Cell, Chart, Document, Heading, Link, Listing, Para, Slot, Table
from tracker.export.render.layout import hanging
from tracker.export.render.slots import slot_line
from tracker.words.columns import plain, wrap

INDENT = "  "


def render(document: Document) -> str:
    """The whole document: a blank line before each heading, listing and slot."""
    parts = [wrap(plain(document.title)), *(_block(each) for each in document.blocks)]
    return "\n".join(part for part in parts if part) + "\n"


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"\n{wrap(plain(block.text))}"
        case Para():
            return wrap(plain(block.text))
        case Listing():
            return "\n".join([f"\n{wrap(plain(block.title))}", *(hanging("-", _cell(line), 2) for line in block.lines)])
        case Table():
            return "\n".join(
                hanging(line.lead if first else "", text)
                for line in block.entries
                for first, text in zip((True, *(False for _ in line.lines)), line.lines, strict=False)
            )
        case Slot():
            return _slot(block)
        case Chart():
            return ""


def _cell(cell: Cell) -> str:
    return cell.address if isinstance(cell, Link) else cell


def _slot(slot: Slot) -> str:
    """The person's words stand as they are, line by line: nothing is wrapped that somebody will copy."""
    line = wrap(f"[{slot_line(slot)}]")
    told = [] if slot.text is None else [f"{INDENT}{plain(row)}".rstrip() for row in slot.text.split("\n")]
    return "\n".join([line, *told])
