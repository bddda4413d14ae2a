"""Blocks as the text of a form's field: a line for each paragraph or item, not indented."""

from collections.abc import Iterator, Sequence

from tracker.export.render.blocks import (
    Block,
    Cell,
    Entry,
    Link,
    Listing,
    Para,
    TableBlock,
    cell_text,
)
from tracker.text.marks import clean_text


def paste_text(blocks: Sequence[Block]) -> str:
    """The blocks as text to be copied; nothing is wrapped.

    A list of nothing but addresses has no title where it is the only block.
    """
    if len(blocks) == 1 and isinstance(blocks[0], Listing) and _is_bare(blocks[0]):
        return "\n".join(map(_cell, blocks[0].lines))
    lines: list[str] = []
    needs_blank = False
    for block in blocks:
        is_apart = isinstance(block, Listing | Entry)
        has_lead = bool(lines) and lines[-1].endswith(":")
        if lines and (needs_blank or (is_apart and not has_lead)):
            lines.append("")
        lines += _lines(block)
        needs_blank = is_apart
    return "\n".join(lines)


def without_table(table: TableBlock) -> Iterator[Block]:
    """The rows of a table as entries, or as a list where they have no lead of their own.

    A table that is copied into a field is cells with tabs between them.
    """
    items = tuple("; ".join(entry.lines) for entry in table.entries)
    if all(entry.lead == "-" for entry in table.entries):
        yield Listing(table.caption, items)
        return
    for entry in table.entries:
        yield Entry(f"{entry.lead}: {entry.lines[0]}", "", entry.lines[1:])


def _is_bare(listing: Listing) -> bool:
    return all(isinstance(line, Link) and not line.leads for line in listing.lines)


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Para():
            yield _cell(block.text)
        case Listing():
            yield f"{clean_text(block.title)}:"
            for line in block.lines:
                yield f"- {_cell(line)}"
        case Entry():
            title = f"{block.title} ({block.date})" if block.date else block.title
            yield clean_text(title)
            yield from map(clean_text, block.lines)
            yield from map(_cell, block.links)


def _cell(cell: Cell) -> str:
    return clean_text(cell_text(cell))
