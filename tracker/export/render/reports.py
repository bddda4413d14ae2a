"""A progress report as Markdown, plain text, a page or JSON: the same packet, laid out four times."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from tracker.export.render import escaping, figures, layout
from tracker.export.rules.packet import Progress
from tracker.words.columns import plain, wrap
from tracker.words.periods import Period, say_period

_TEMPLATES = Path(__file__).parent.parent / "templates"


def progress(packet: Progress, form: str) -> str:
    """The whole report in a format: `md`, `txt`, `html` or `json`."""
    if form == "json":
        return as_json({"schema": 1, "kind": "progress", **asdict(packet)})
    template = _environment(form).get_template(f"progress.{form}")
    return template.render(p=packet, period=_period(packet), as_of=_as_of(packet))


def as_json(facts: dict[str, Any]) -> str:
    """Facts as one JSON object, days and instants in ISO."""
    return json.dumps(facts, ensure_ascii=False, indent=2, default=lambda moment: moment.isoformat()) + "\n"


def with_remarks(text: str, remarks: Sequence[str]) -> str:
    """A JSON export with what was remarked beside it, where anything was."""
    return as_json(json.loads(text) | {"remarks": list(remarks)}) if remarks else text


def _period(packet: Progress) -> str:
    return say_period(Period(packet.since or packet.until, packet.until))


def _as_of(packet: Progress) -> str:
    """Named where a report looks back: what stands is told as of its day, not as of the period's end."""
    return "" if packet.until == packet.as_of else f", as of {packet.as_of.isoformat()}"


def _environment(form: str) -> Environment:
    # Only a page escapes by itself: Markdown and text each need their own, and every place in the templates says which.
    made = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=form == "html",
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters.update(
        md=escaping.markdown,
        link=escaping.link,
        is_http=escaping.is_http,
        plain=plain,
        wrap=lambda text: wrap(plain(text)),
        hours=figures.hours,
        iso=figures.iso,
        ledger=figures.ledger,
        spent=figures.spent,
        result=figures.result,
        source=figures.source,
        late=figures.late,
        count=figures.count,
    )
    made.globals.update(table=layout.markdown_table, hanging=layout.hanging)
    return made
