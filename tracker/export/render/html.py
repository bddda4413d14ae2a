"""A document as one self-contained page: no script, and nothing loaded from elsewhere."""

import re
from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from tracker.export.render.blocks import (
    Bars,
    Block,
    Cell,
    Document,
    LimitBar,
    Link,
    cell_text,
)
from tracker.export.render.direction import isolate, split_direction
from tracker.export.render.escape import is_http
from tracker.export.render.palette import DARK, LIGHT
from tracker.export.render.phrases.documents import AS_TABLE
from tracker.export.render.pictures import (
    draw_bars,
    draw_limit,
    draw_swatch,
    most_hours,
)
from tracker.export.render.svg import STYLE, TEXTURES, to_element
from tracker.text.marks import clean_text
from tracker.text.month_days import MONTH_NAMES

# `14 Jun 2026`, `124.3 of 200-400 h`: dates and amounts are not to be broken over two
# lines. `https://ida.example/notes`: a long word may be. Of a text split at them, every
# second part is one.
_SPECIAL = re.compile(
    rf"(\b\d\d? (?:{'|'.join(MONTH_NAMES)}) \d{{4}}\b"
    r"|\b\d(?:[\d.,-]| of ){0,40} h\b|\S{20,})"
)
_TEMPLATES = Path(__file__).parent.parent / "templates"


def render(document: Document) -> str:
    """The whole page; all text is escaped, and only our own drawings are markup."""
    return make_environment().get_template("page.html").render(document=document)


def make_environment(*folders: Path) -> Environment:
    """Reads templates from `folders`, then from ours, and escapes what they are given.

    `parts.html` has tables, pictures and texts, `document.css` how they look.
    """
    environment = Environment(
        loader=FileSystemLoader([*folders, _TEMPLATES]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(
        isolated=_isolated,
        plain=clean_text,
        directions=_directions,
        special=_SPECIAL.split,
    )
    environment.tests.update(http=_is_followed)
    environment.globals.update(
        kind=_kind,
        bars=_bars,
        limit=_limit,
        swatch=_swatch,
        table_word=AS_TABLE,
        light=LIGHT,
        dark=DARK,
        style=Markup(STYLE),
        textures=Markup(TEXTURES),
    )
    return environment


def _kind(block: Block) -> str:
    return type(block).__name__


def _bars(bars: Bars, title: str) -> Markup:
    return Markup(to_element(draw_bars(bars), title))


def _limit(bar: LimitBar, bars: Sequence[LimitBar]) -> Markup:
    return Markup(to_element(draw_limit(bar, most_hours(bars))))


def _swatch(place: int) -> Markup:
    return Markup(to_element(draw_swatch(place)))


def _is_followed(cell: Cell) -> bool:
    """Whether a cell is a link that a reader can follow."""
    return isinstance(cell, Link) and is_http(cell.address)


def _isolated(text: str) -> str:
    """`text` where no markup can stand, as in the title of the page."""
    return isolate(clean_text(text))


def _directions(cell: Cell) -> list[str]:
    """A text in parts: every second one is written from right to left."""
    return split_direction(clean_text(cell_text(cell)))
