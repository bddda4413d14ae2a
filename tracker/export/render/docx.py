"""A document as DOCX, by python-docx: the optional extra `docx`."""

import re
from collections.abc import Sequence
from urllib.parse import quote

from docx.document import Document as WordFile
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length
from docx.table import Table
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from tracker.export.render.blocks import (
    Block,
    Cell,
    Document,
    Entry,
    Heading,
    Link,
    Listing,
    Para,
    Slot,
    TableBlock,
    cell_text,
)
from tracker.export.render.direction import isolate
from tracker.export.render.escape import is_http
from tracker.export.render.page_height import BOLD, text_width
from tracker.export.render.word_file import (
    LINK_COLOUR,
    NAME_SIZE,
    TEXT_WIDTH,
    new_file,
    packed,
)
from tracker.text.marks import clean_text

# Letters that XML forbids and `clean_text` leaves.
_FORBIDDEN = re.compile("[\ufffe\uffff]")
# Signs that an address may hold; others are written as `%7C`.
_ADDRESS_SIGNS = "%/:?#@!$&'()*+,;=~[]"
# Points: a line, the widest text of a column, and the space beside it in its cell.
_LINE, _WIDEST, _SPACE = TEXT_WIDTH.pt, 200.0, 10.0
_DATE = "28 Nov 2026"  # is not to be broken


def render(document: Document) -> bytes:
    """The whole document without its charts, as plain text has it."""
    file = new_file(_clean(document.name), _clean(document.person.name or ""))
    if document.person.name:
        line = file.add_paragraph(style="Body Text")
        name = line.add_run(_shown(document.person.name))
        name.font.size, name.bold = NAME_SIZE, True
    if document.addresses:
        _add_cells(file.add_paragraph(), document.addresses)
    file.add_heading(_shown(document.title), 1)
    for block in document.blocks:
        _add(file, block)
    return packed(file)


def _add(file: WordFile, block: Block) -> None:
    match block:
        case Heading():
            file.add_heading(_shown(block.text), 2)
        case Para():
            _add_cells(file.add_paragraph(), [block.text])
        case Listing():
            file.add_heading(_shown(block.title), 3)
            for line in block.lines:
                _add_cells(file.add_paragraph(style="List Bullet"), [line])
        case TableBlock():
            _add_table(file, block)
        case Entry():
            _add_entry(file, block)
        case Slot():
            file.add_paragraph(_shown(block.text), style="Quote")


def _add_entry(file: WordFile, entry: Entry) -> None:
    """The title with the day at the right edge, its lines, a line of links; on one page."""
    paragraphs = [file.add_heading(_shown(entry.title), 3)]
    if entry.date:
        paragraphs[0].add_run(f"\t{entry.date}").bold = False
    for cells in (*([line] for line in entry.lines), entry.links):
        if cells:
            paragraphs.append(file.add_paragraph(style="Body Text"))
            _add_cells(paragraphs[-1], cells)
    for paragraph in paragraphs[:-1]:
        paragraph.paragraph_format.keep_with_next = True


def _add_table(file: WordFile, block: TableBlock) -> None:
    """A table; its head is repeated on each page, and numbers stand at the right."""
    rows: list[tuple[Cell, ...]] = [block.head, *block.rows]
    table = file.add_table(len(rows), len(block.head), style="Table Grid")
    for at, row in enumerate(rows):
        _fill_row(table, at, row, block.sides)
    for column, width in zip(table.columns, _widths(rows), strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width
    file.add_paragraph()


def _fill_row(table: Table, at: int, row: Sequence[Cell], sides: str) -> None:
    """Fill the row `at`; the first is the head."""
    word_row = table.rows[at]
    properties = word_row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if not at:
        properties.append(OxmlElement("w:tblHeader"))
    for cell, place, side in zip(row, word_row.cells, sides, strict=True):
        paragraph = place.paragraphs[0]
        for run in _add_cells(paragraph, [cell]):
            run.bold = not at
        if side == "r":
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _widths(rows: Sequence[Sequence[Cell]]) -> list[Length]:
    """The line, shared out: each column has its longest word or a date, then the rest."""
    needs, wishes = [], []
    for column in zip(*rows, strict=True):
        texts = list(map(_text, column))
        widest = min(max(map(_width, texts)), _WIDEST)
        word = max(map(_width, [_DATE, *" ".join(texts).split()]))
        needs.append(min(widest, word) + _SPACE)
        wishes.append(widest + _SPACE)
    left = max(_LINE - sum(needs), 0)
    more = [wish - need for wish, need in zip(wishes, needs, strict=True)]
    share = min(left / max(sum(more), 1), 1)
    widths = [need + share * each for need, each in zip(needs, more, strict=True)]
    return [Length(int(TEXT_WIDTH * width / sum(widths))) for width in widths]


def _width(text: str) -> float:
    """The width of a text as in the head of a table, in points."""
    return BOLD * text_width(text)


def _add_cells(paragraph: Paragraph, cells: Sequence[Cell]) -> list[Run]:
    """Add texts and links, with a dot between two."""
    runs = []
    for at, cell in enumerate(cells):
        if at:
            paragraph.add_run(" · ")
        if isinstance(cell, Link) and is_http(address := _clean(cell.address)):
            runs.append(paragraph.add_run(f"{_shown(cell.leads)} ".lstrip()))
            runs.append(_add_link(paragraph, address))
        else:
            runs.append(paragraph.add_run(_text(cell)))
    return runs


def _add_link(paragraph: Paragraph, address: str) -> Run:
    """Add a link that shows its address."""
    run = paragraph.add_run(address)
    run.font.color.rgb = LINK_COLOUR
    run.font.underline = True
    link = OxmlElement("w:hyperlink")
    target = quote(address, safe=_ADDRESS_SIGNS)
    number = paragraph.part.relate_to(
        target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True
    )
    link.set(qn("r:id"), number)
    link.append(run._r)
    paragraph._p.append(link)
    return run


def _text(cell: Cell) -> str:
    return _shown(cell_text(cell))


def _shown(text: str) -> str:
    return isolate(_clean(text))


def _clean(text: str) -> str:
    """`text` on one line, without letters that XML forbids."""
    return _FORBIDDEN.sub("", clean_text(text))
