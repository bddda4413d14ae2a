"""How much of a page blocks take: a little more than a PDF or a DOCX needs.

It is counted by letters, so that every format has the same page, and none needs
another's library. The figures are those of our template and styles, in points.
"""

import math
from functools import cache

from tracker.export.render.blocks import (
    Block,
    Document,
    Entry,
    Heading,
    Para,
    cell_text,
)
from tracker.text.marks import clean_text

# A4 between its margins.
HEIGHT, WIDTH = 738.0, 480.0
SIZE = 10.5  # of text
# What the first line of a block takes, with the space around it; and each further line.
HEAD, HEADING, ENTRY, ENTRY_LINE, PARA = 67.0, 32.2, 18.0, 12.4, 20.2
NAME_LINE, HEADING_LINE, LINE = 28.0, 16.0, 13.0
# How wide the letters of the PDF are, in hundredths of the size of text; those of a DOCX
# are narrower, bold ones are wider.
WIDTHS = {
    21: "',.|",
    25: " :;·",
    27: "ijl{}",
    29: "I!()\\",
    31: "ft",
    33: 'J-/"',
    37: "r[]*",
    39: "s?`",
    43: "cz",
    45: "ae~",
    47: "0123456789#$",
    49: "bgvxFS_",
    51: "dkopqy^",
    53: "huLY",
    55: "nEP+<=>",
    59: "BRT",
    65: "CKVXZ%",
    69: "AGNU",
    73: "DHOQ&",
    79: "mw",
    88: "M@",
    97: "W",
}
LETTERS = {letter: width for width, letters in WIDTHS.items() for letter in letters}
WIDEST, BOLD = 116, 1.13


def is_one_page(document: Document) -> bool:
    """Whether a document fits on a page."""
    name = _lines(document.person.name or "", 2.1 * BOLD)
    contact = _lines(" · ".join(map(cell_text, document.addresses)))
    head = HEAD + NAME_LINE * (name - 1) + LINE * (contact - 1)
    return head + sum(map(_height_of, document.blocks)) <= HEIGHT


@cache
def _height_of(block: Block) -> float:
    """The room that a heading, a paragraph or an entry takes, with the space around it."""
    match block:
        case Heading():
            return HEADING + HEADING_LINE * (_lines(block.text, 1.2 * BOLD) - 1)
        case Para():
            return _height(cell_text(block.text), PARA)
        case Entry():
            beside = text_width(block.date) + SIZE
            title = _lines(block.title, BOLD, WIDTH - beside)
            links = " · ".join(map(cell_text, block.links))
            lines = filter(None, (*map(cell_text, block.lines), links))
            heights = [_height(line, ENTRY_LINE) for line in lines]
            return ENTRY + LINE * (title - 1) + sum(heights)
    raise NotImplementedError(type(block).__name__)


def _height(text: str, first: float) -> float:
    """The height of a block that has `first` for its first line."""
    return first + LINE * (_lines(text) - 1)


def _lines(text: str, scale: float = 1.0, room: float = WIDTH) -> int:
    """The lines of a text; a word that is wider than a line is broken somewhere."""
    lines, used = 1, 0.0
    for word in clean_text(text).split(" "):
        width = scale * text_width(word)
        if used and used + width > room:
            lines, used = lines + 1, 0.0
        if width > room:
            lines += 2 * math.ceil(width / room)  # a line broken at / may be half full
        used += width % room + scale * text_width(" ")
    return lines


def text_width(text: str) -> float:
    """The width of a text on one line, in points."""
    return SIZE / 100 * sum(LETTERS.get(letter, WIDEST) for letter in text)
