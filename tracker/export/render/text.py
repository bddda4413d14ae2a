"""A document as plain text."""

from collections.abc import Iterator, Sequence

from tracker.export.render.blocks import (
    Block,
    Chart,
    Document,
    Entry,
    FieldText,
    Heading,
    Listing,
    ListingEntry,
    Para,
    Slot,
    TableBlock,
    cell_text,
)
from tracker.export.render.layout import hanging
from tracker.text.columns import display_width, wrap
from tracker.text.marks import clean_text
from tracker.text.screen import USUAL
from tracker.text.tables import table

INDENT = "  "
_ENDS_WITH_BLANK = (Listing, TableBlock, Entry, FieldText)


def render(document: Document, width: int = USUAL) -> str:
    """The whole document, `width` columns wide; texts of fields are not wrapped.

    A blank line stands before each heading and listing, and after a table, a listing,
    an entry and a field's text. Before the next question there are two.
    """
    parts = [wrap(clean_text(document.title), width=width)]
    if document.contact:
        contact = " · ".join(map(cell_text, document.contact))
        parts = [wrap(clean_text(contact), width=width), "", *parts]
    before: Block | None = None
    for block in document.blocks:
        if isinstance(block, Chart):
            continue
        part = _block(block, width)
        is_apart = part.startswith("\n") and not isinstance(before, FieldText)
        if isinstance(before, _ENDS_WITH_BLANK) and not is_apart:
            parts.append("")
        parts.append(part)
        before = block
    return "\n".join(parts) + "\n"


def _block(block: Block, width: int) -> str:
    match block:
        case Heading():
            return f"\n{wrap(clean_text(block.text), width=width)}"
        case Para():
            return wrap(clean_text(cell_text(block.text)), width=width)
        case Listing():
            return "\n".join(_listing(block, width))
        case TableBlock():
            return _table(block, width)
        case Entry():
            return "\n".join(_entry(block, width))
        case Slot():
            return wrap(f"[{block.text}]", width=width)
        case FieldText():
            return block.text
    return ""  # a chart


def _table(block: TableBlock, width: int) -> str:
    if block.entries:
        return "\n".join(_entries(block.entries, width))
    rows = [tuple(map(cell_text, row)) for row in block.rows]
    return table([block.head, *rows], block.sides, width)


def _listing(listing: Listing, width: int) -> Iterator[str]:
    yield f"\n{wrap(clean_text(listing.title), width=width)}"
    for line in listing.lines:
        yield hanging("-", cell_text(line), 2, width)


def _entries(entries: Sequence[ListingEntry], width: int) -> Iterator[str]:
    """Each entry's lines beside its lead; a lead of one letter takes less room."""
    widest = max(display_width(entry.lead) for entry in entries)
    indent = widest + (2 if widest > 1 else 1)
    for entry in entries:
        for at, line in enumerate(entry.lines):
            yield hanging("" if at else entry.lead, line, indent, width)


def _entry(entry: Entry, width: int) -> Iterator[str]:
    """The title with the day at the right edge, then each line and link under it."""
    head = clean_text(entry.title)
    if entry.date and display_width(head) + len(entry.date) + 2 <= width:
        yield head + entry.date.rjust(width - display_width(head))
    else:
        yield wrap(f"{head} ({entry.date})" if entry.date else head, width=width)
    for line in (*entry.lines, *map(cell_text, entry.links)):
        yield wrap(clean_text(line), len(INDENT), width)
