"""Each kind of export in each of its formats: the same packet, laid out or told as JSON."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from msgspec import Struct, to_builtins

from tracker.export.render.blocks import Document
from tracker.export.render.documents.form import form as form_document
from tracker.export.render.documents.progress import progress as progress_document
from tracker.export.render.documents.task import task as task_document
from tracker.export.render.documents.update import update as update_document
from tracker.export.render.formats import render
from tracker.export.rules.filling import Filled, Form
from tracker.export.rules.forms import Funder
from tracker.export.rules.packet import Progress
from tracker.export.rules.tasks import Task
from tracker.export.rules.telling import Packet


@dataclass(frozen=True, slots=True)
class Report:
    """One export: a document to lay out, and the same as JSON."""

    document: Document
    facts: dict[str, Any]


def lay_out(report: Report, form: str) -> str | bytes:
    """The whole of it in a format: `md`, `txt`, `html`, `pdf` (as bytes) or `json`."""
    return as_json({"schema": 1, **report.facts}) if form == "json" else render(report.document, form)


def progress(packet: Progress) -> Report:
    """A progress report."""
    return Report(progress_document(packet), {"kind": "progress", **asdict(packet)})


def update(packet: Packet, funder: Funder | None) -> Report:
    """An update, with the form it is for where it is for one."""
    told = {"funder": funder.slug, "form_as_of": funder.as_of} if funder else {"funder": None}
    return Report(update_document(packet, funder), {"kind": "update", **told, **asdict(packet)})


def application(filled: Form) -> Report:
    """A funder's form with facts and answers in it."""
    told = {
        "funder": filled.funder.slug,
        "title": filled.funder.title,
        "status": filled.funder.status,
        "form_as_of": filled.funder.as_of,
        "slots": {"total": filled.slots, "empty": filled.empty},
        "fields": [_field(each) for each in filled.fields],
        "facts": asdict(filled.packet),
    }
    return Report(form_document(filled), {"kind": "application", **told})


def task(found: Task) -> Report:
    """The table of a time-boxed task."""
    return Report(
        task_document(found), {"kind": "hours", "counted": found.counted, "over": found.over, **asdict(found)}
    )


def _field(filled: Filled) -> dict[str, Any]:
    field = {name: value for name, value in to_builtins(filled.field).items() if value is not None}
    counts = None if filled.slot is None else [asdict(count) for count in filled.slot]
    return {"number": filled.number, **field, "facts_from": filled.sources, "slot": counts, "text": filled.text}


def as_json(facts: dict[str, Any]) -> str:
    """Facts as one JSON object, days and instants in ISO."""
    return json.dumps(facts, ensure_ascii=False, indent=2, default=_told) + "\n"


def _told(value: Any) -> object:
    return to_builtins(value) if isinstance(value, Struct) else value.isoformat()


def with_remarks(text: str, remarks: Sequence[str]) -> str:
    """A JSON export with what was remarked beside it, where anything was."""
    return as_json(json.loads(text) | {"remarks": list(remarks)}) if remarks else text
