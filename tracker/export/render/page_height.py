"""How much of a page blocks take: a little more than a PDF or a DOCX needs.

It is counted by letters, so that every format has the same page, and none needs
another's library. The figures are those of our template and styles, in points.
"""

import math

from tracker.export.render.blocks import (
    Block,
    Cell,
    Document,
    Entry,
    Heading,
    Link,
    Para,
)
from tracker.text.columns import plain

# A4 between its margins.
HEIGHT, WIDTH = 735.0, 481.0
SIZE = 10.5  # of text
# What the first line of a block takes, with the space around it; and each further line.
HEAD, HEADING, ENTRY, ENTRY_LINE, PARA = 70.0, 32.2, 18.5, 12.8, 20.2
NAME_LINE, HEADING_LINE, LINE = 28.0, 16.0, 13.0
# How wide letters are at most, as a part of the size of text; bold ones are wider.
WIDTHS = {
    " .,:;'|": 0.25,
    "ijltfIJ!()-{}\\": 0.34,
    'rs/"[]*`': 0.40,
    "acez0123456789?#$_S": 0.49,
    "bdghknopquvxyFL+=<>^~": 0.55,
    "BEPRYZ": 0.61,
    "ACDGHKNOQTUVX%&": 0.73,
    "mw": 0.80,
    "MW@": 1.0,
}
LETTERS = {letter: width for letters, width in WIDTHS.items() for letter in letters}
WIDEST, BOLD = 1.16, 1.13


def room_under(document: Document) -> float:
    """What the head of a document, and the line that a demo adds, leave of a page."""
    name = _lines(document.person.name or "", 2.1 * BOLD)
    contact = _lines(" · ".join(map(_text, document.addresses)))
    taken = NAME_LINE * (name - 1) + LINE * (contact - 1)
    return HEIGHT - HEAD - taken - PARA


def height_of(block: Block) -> float:
    """The room that a heading, a paragraph or an entry takes, with the space around it."""
    match block:
        case Heading():
            return HEADING + HEADING_LINE * (_lines(block.text, 1.2 * BOLD) - 1)
        case Para():
            return _height(block.text, PARA)
        case Entry():
            beside = _width(block.date) + SIZE
            title = _lines(block.title, BOLD, WIDTH - beside)
            lines = map(_text, (*block.lines, *block.links))
            return (
                ENTRY
                + LINE * (title - 1)
                + sum(_height(line, ENTRY_LINE) for line in lines)
            )
    raise NotImplementedError(type(block).__name__)


def _height(text: str, first: float) -> float:
    """The height of a block that has `first` for its first line."""
    return first + LINE * (_lines(text) - 1)


def _lines(text: str, scale: float = 1.0, room: float = WIDTH) -> int:
    """The lines of a text; a word that is wider than a line is broken somewhere."""
    lines, used = 1, 0.0
    for word in plain(text).split(" "):
        width = scale * _width(word)
        if used and used + width > room:
            lines, used = lines + 1, 0.0
        if width > room:
            lines += 2 * math.ceil(width / room)  # a line broken at / may be half full
        used += width % room + scale * _width(" ")
    return lines


def _width(text: str) -> float:
    return SIZE * sum(LETTERS.get(letter, WIDEST) for letter in text)


def _text(cell: Cell) -> str:
    return cell.text if isinstance(cell, Link) else cell
