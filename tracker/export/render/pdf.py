"""A document as PDF, by typst: the optional extra `pdf`."""

import json
from pathlib import Path
from typing import Any

import typst

from tracker.export.render.blocks import (
    Bars,
    Block,
    Cell,
    Chart,
    Document,
    Entry,
    FieldText,
    Heading,
    Link,
    Listing,
    Para,
    Slot,
    TableBlock,
)
from tracker.export.render.direction import isolate
from tracker.export.render.escape import is_http
from tracker.export.render.pictures import (
    draw_bars,
    draw_limit,
    draw_swatch,
    most_hours,
)
from tracker.export.render.svg import to_image
from tracker.text.marks import clean_text

TEMPLATE = Path(__file__).parent.parent / "templates" / "document.typ"
# Fonts of the machine would make other bytes on another one.
SETTINGS: dict[str, Any] = {"ignore_system_fonts": True}


def render(document: Document) -> bytes:
    """The whole document; a picture without the table of its numbers."""
    content = typst.compile(**_options(document), format="pdf", timestamp=0)
    assert isinstance(content, bytes)
    return content


def missing_letters(document: Document) -> tuple[str, ...]:
    """The letters that none of the fonts has: they are set as an empty box."""
    answer = typst.query(
        selector="<missing>", field="value", one=True, **_options(document)
    )
    return tuple(json.loads(answer))


def _options(document: Document) -> dict[str, Any]:
    """What typst is called with: the template, and the document as data."""
    data: dict[str, Any] = {
        "title": _shown(document.title),
        "name": _shown(document.name),
        "author": _shown(document.person.name or ""),
        "addresses": list(map(_cell, document.addresses)),
        "blocks": _with_sticky(document),
    }
    letters = sorted(set(json.dumps(data, ensure_ascii=False)))
    data["letters"] = [
        letter for letter in letters if not letter.isascii() and letter.isprintable()
    ]
    inputs = {"document": json.dumps(data, ensure_ascii=False)}
    return {"input": TEMPLATE.read_bytes(), "sys_inputs": inputs, **SETTINGS}


def _with_sticky(document: Document) -> list[dict[str, Any]]:
    """All blocks as data; with `sticky` where a paragraph must not end a page.

    It leads to a table, a list or an answer. One that only stands under a heading may:
    if all did, as in a form, a heading would end a page.
    """
    blocks = list(map(_block, document.blocks))
    after = [*(block["kind"] for block in blocks[1:]), ""]
    for block, kind in zip(blocks, after, strict=True):
        ends = block["kind"] == "Para" and block["cell"]["text"].endswith(":")
        block["sticky"] = ends or kind in ("TableBlock", "Slot")
    return blocks


def _block(block: Block) -> dict[str, Any]:
    """A block as the template takes it."""
    kind = {"kind": type(block).__name__}
    match block:
        case Heading() | Slot() | FieldText():
            return {**kind, "text": _shown(block.text)}
        case Para():
            return {**kind, "cell": _cell(block.text)}
        case Listing():
            lines = [_cell(line) for line in block.lines]
            return {**kind, "title": _shown(block.title), "lines": lines}
        case TableBlock():
            rows = [[_cell(cell) for cell in row] for row in block.rows]
            columns = len(block.head)
            sides = list(block.sides)
            return {
                **kind,
                "head": block.head,
                "rows": rows,
                "columns": columns,
                "sides": sides,
            }
        case Entry():
            return {
                **kind,
                "title": _shown(block.title),
                "date": block.date,
                "lines": list(map(_shown, block.lines)),
                "links": list(map(_cell, block.links)),
            }
        case Chart():
            notes = list(block.notes)
            return {**kind, "title": block.title, "notes": notes, **_picture(block)}


def _picture(chart: Chart) -> dict[str, Any]:
    """Images with the text above each, the legend of their parts, and the milestones."""
    picture = chart.picture
    if not isinstance(picture, Bars):
        largest = most_hours(picture)
        images = [
            {"label": _shown(bar.label), "svg": to_image(draw_limit(bar, largest))}
            for bar in picture
        ]
        return {"images": images, "legend": [], "marks": []}
    legend = [
        {"title": _shown(series.title), "svg": to_image(draw_swatch(series.place))}
        for series in picture.series
    ]
    image = {"label": "", "svg": to_image(draw_bars(picture))}
    marks = [_shown(mark.title) for mark in picture.marks]
    return {"images": [image], "legend": legend, "marks": marks}


def _cell(cell: Cell) -> dict[str, Any]:
    if isinstance(cell, Link):
        return {
            "leads": _shown(cell.leads),
            "text": clean_text(cell.address),
            "http": is_http(cell.address),
        }
    return {"leads": "", "text": _shown(cell), "http": False}


def _shown(text: str) -> str:
    return isolate(clean_text(text))
