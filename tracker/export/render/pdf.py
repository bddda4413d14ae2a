"""A document as PDF, by typst: the optional extra `pdf`."""

import json
from pathlib import Path
from typing import Any

from tracker.errors import Unreadable
from tracker.export.render.blocks import (
    Block,
    Cell,
    Document,
    Heading,
    Link,
    Listing,
    Para,
    Slot,
    TableBlock,
)
from tracker.export.render.escape import is_http
from tracker.export.render.slots import slot_line
from tracker.text.columns import plain

TEMPLATE = Path(__file__).parent.parent / "templates" / "document.typ"
# Fonts of the machine would make other bytes on another one.
SETTINGS: dict[str, Any] = {"ignore_system_fonts": True}


def render(document: Document) -> bytes:
    """The whole document, without its charts: these are in the page.

    Raises Unreadable where typst is not installed: like any format that this installation has not.
    """
    made: bytes = _typst().compile(**_input(document), format="pdf", timestamp=0)
    return made


def missing_letters(document: Document) -> tuple[str, ...]:
    """The letters of the document that none of the fonts has: they are set as an empty box."""
    found: list[str] = json.loads(
        _typst().query(
            selector="<missing>", field="value", one=True, **_input(document)
        )
    )
    return tuple(found)


def _typst() -> Any:
    try:
        import typst
    except ImportError:
        raise Unreadable(
            "This installation makes no PDF: it lacks typst.",
            "Install it with: pip install 'learning-plan-tracker[pdf]', or print the page of --format html.",
        ) from None
    return typst


def _input(document: Document) -> dict[str, Any]:
    blocks = [block for each in document.blocks if (block := _block(each))]
    # What stands under a heading, or leads to a table or a slot, is not left at the foot of a page.
    kinds = ["", *(block["kind"] for block in blocks), ""]
    for block, before, after in zip(blocks, kinds, kinds[2:], strict=False):
        block["leads"] = (
            before == "Heading"
            or after in ("TableBlock", "Slot")
            or (block.get("text") or "").endswith(":")
        )
    told = {"title": plain(document.title), "blocks": blocks}
    letters = sorted(set(json.dumps(told, ensure_ascii=False)))
    told["letters"] = [
        letter for letter in letters if not letter.isascii() and letter.isprintable()
    ]
    inputs = {"document": json.dumps(told, ensure_ascii=False)}
    return {"input": TEMPLATE.read_bytes(), "sys_inputs": inputs, **SETTINGS}


def _block(block: Block) -> dict[str, Any] | None:
    """A block as the template takes it; a chart is none."""
    kind = {"kind": type(block).__name__}
    match block:
        case Heading() | Para():
            return {**kind, "text": plain(block.text)}
        case Listing():
            return {
                **kind,
                "title": plain(block.title),
                "lines": [_cell(line) for line in block.lines],
            }
        case TableBlock():
            rows = [[_cell(cell) for cell in row] for row in block.rows]
            return {
                **kind,
                "head": block.head,
                "rows": rows,
                "columns": len(block.head),
            }
        case Slot():
            told = (
                None
                if block.text is None
                else "\n".join(map(plain, block.text.split("\n")))
            )
            return {**kind, "line": slot_line(block), "text": told}
    return None


def _cell(cell: Cell) -> dict[str, Any]:
    if isinstance(cell, Link):
        return {
            "leads": plain(cell.leads),
            "text": plain(cell.address),
            "http": is_http(cell.address),
        }
    return {"leads": "", "text": plain(cell), "http": False}
