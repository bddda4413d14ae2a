"""A report in each of its formats: its document laid out, or its facts as JSON."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from msgspec import Struct, to_builtins
from msgspec.json import format as json_format

from tracker.export.render.blocks import Document
from tracker.export.render.formats import render
from tracker.text.marks import escape_json
from tracker.text.screen import USUAL


@dataclass(frozen=True, slots=True)
class ExportReport:
    """One report: a document to lay out, and the same facts for JSON."""

    document: Document
    facts: Mapping[str, object]


def lay_out(report: ExportReport, form: str, width: int = USUAL) -> str | bytes:
    """The report as `json`, or in a format of documents; a binary one is bytes.

    Plain text is `width` columns wide.
    """
    if form == "json":
        return as_json({"schema": 1, **report.facts})
    return render(report.document, form, width)


def as_json(facts: Mapping[str, object]) -> str:
    """Facts as one JSON object, days and instants in ISO.

    It is indented afterwards, which takes half the time.
    """
    compact = json.dumps(facts, ensure_ascii=False, default=_to_json)
    return json_format(escape_json(compact), indent=2) + "\n"


def _to_json(value: Any) -> object:
    return to_builtins(value) if isinstance(value, Struct) else value.isoformat()


def with_remarks(text: str, remarks: Sequence[str]) -> str:
    """A JSON export with the key `remarks`, if there are any."""
    if not remarks:
        return text
    return as_json({**json.loads(text), "remarks": list(remarks)})
