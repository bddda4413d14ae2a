"""From what was asked to the export. A kind's module is imported when it is asked for, as a command's is."""

from dataclasses import dataclass

from tracker.app import App, load_module
from tracker.export.render.reports import ExportReport
from tracker.export.rules.options import ExportOptions

KINDS = {
    "progress": "tracker.export.commands.kinds.progress",
    "update": "tracker.export.commands.kinds.update",
    "application": "tracker.export.commands.kinds.application",
    "hours": "tracker.export.commands.kinds.hours",
    "sessions": "tracker.export.commands.kinds.sessions",
}


@dataclass(frozen=True, slots=True)
class ExportResult:
    """An export: a report to lay out, or a table as it is; what is `told` of it, and remarks beside it."""

    report: ExportReport | str | bytes
    remarks: tuple[str, ...] = ()
    told: str = ""


def make_export(app: App, asked: ExportOptions) -> ExportResult:
    """The whole export: the files that it names are read first, and the database is closed again when it is done."""
    found: ExportResult = load_module(KINDS[asked.kind]).make(app, asked)
    return found
