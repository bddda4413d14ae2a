"""A report in each of its formats: its document laid out, or its facts as JSON."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from msgspec import Struct, to_builtins
from msgspec.json import format as json_format

from tracker.export.render.blocks import Document
from tracker.export.render.formats import render
from tracker.text.marks import escape_json
from tracker.text.screen import USUAL

END = "\n}\n"  # of a JSON object


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
    """Facts as one JSON object, days and instants in ISO."""
    return indent_json(json.dumps(facts, ensure_ascii=False, default=_to_json))


def indent_json(compact: str) -> str:
    """JSON of one line as its reader gets it.

    To indent it afterwards takes half the time.
    """
    return json_format(escape_json(compact), indent=2) + "\n"


def _to_json(value: Any) -> object:
    return to_builtins(value) if isinstance(value, Struct) else value.isoformat()


def with_remarks(parts: Iterable[str], remarks: Sequence[str]) -> Iterator[str]:
    """The parts of a JSON export with the key `remarks`, if there are any at its end."""
    remaining = iter(parts)
    last = next(remaining)
    for part in remaining:
        yield last
        last = part
    if remarks:
        added = as_json({"remarks": list(remarks)}).removeprefix("{")
        last = f"{last.removesuffix(END)},{added}"
    yield last
