"""An export in each of its formats: the same packet, laid out or told as JSON."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from msgspec import Struct, to_builtins
from msgspec.json import format as json_format

from tracker.export.render.blocks import Document
from tracker.export.render.formats import render


@dataclass(frozen=True, slots=True)
class ExportReport:
    """One export: a document to lay out, and the same as JSON."""

    document: Document
    facts: dict[str, Any]


def lay_out(report: ExportReport, form: str) -> str | bytes:
    """The whole of it in a format: `md`, `txt`, `html`, `pdf` (as bytes) or `json`."""
    return (
        as_json({"schema": 1, **report.facts})
        if form == "json"
        else render(report.document, form)
    )


def as_json(facts: dict[str, Any]) -> str:
    """Facts as one JSON object, days and instants in ISO. Indented afterwards: that takes half the time."""
    told = json.dumps(facts, ensure_ascii=False, default=_told)
    return json_format(told, indent=2) + "\n"


def _told(value: Any) -> object:
    return to_builtins(value) if isinstance(value, Struct) else value.isoformat()


def with_remarks(text: str, remarks: Sequence[str]) -> str:
    """A JSON export with what was remarked beside it, where anything was."""
    return as_json(json.loads(text) | {"remarks": list(remarks)}) if remarks else text
