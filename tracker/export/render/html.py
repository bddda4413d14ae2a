"""A document as one self-contained page: no script, nothing that it asks anybody for."""

import re
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from tracker.export.render.blocks import Block, Cell, Document, Link
from tracker.export.render.escape import is_http
from tracker.export.render.phrases import say
from tracker.export.render.slots import slot_line
from tracker.export.render.svg import draw
from tracker.text.columns import plain

# Every second part of a text split at its days is one, which is not to be broken over two lines.
_DAYS = re.compile(r"(\d{4}-\d\d-\d\d)")
_TEMPLATES = Path(__file__).parent.parent / "templates"


def render(document: Document) -> str:
    """The whole page. Everything that is not in the template is escaped; a chart comes from our own drawing alone."""
    made = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters.update(
        plain=plain,
        slot_line=slot_line,
        leads=_leads,
        address=_address,
        words=_words,
        days=_DAYS.split,
    )
    made.tests.update(
        http=lambda cell: isinstance(cell, Link) and is_http(cell.address)
    )
    made.globals.update(kind=_kind, draw=lambda chart: Markup(draw(chart)))
    return made.get_template("page.html").render(
        title=document.title, blocks=document.blocks, table_word=say("as a table")
    )


def _kind(block: Block) -> str:
    return type(block).__name__


def _leads(link: Link) -> str:
    return f"{plain(link.leads)} ".lstrip()


def _address(cell: Cell) -> str:
    return plain(cell.text if isinstance(cell, Link) else cell)


def _words(text: str) -> str:
    """The person's words, line by line."""
    return "\n".join(plain(line) for line in text.split("\n"))
