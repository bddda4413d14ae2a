"""The hours of a time-boxed task."""

from tracker.app import App
from tracker.database.bridge import raw_connection
from tracker.database.library import library
from tracker.export.commands.dispatch import ExportResult
from tracker.export.commands.funder_forms import form_for, known_forms
from tracker.export.render.documents.task import cap_line, report
from tracker.export.render.tables import task as table
from tracker.export.rules.options import ExportOptions
from tracker.export.rules.tasks import Rules
from tracker.export.service.tasks import build_task

HOUR = 3600


def make(app: App, asked: ExportOptions) -> ExportResult:
    """The table of the days asked for, against the cap that is said or that the form sets."""
    form = form_for(asked, known_forms(app, asked.funder) if asked.funder else {})
    rules = form.hours if form else None
    cap = asked.cap or (rules.cap * HOUR if rules else None)
    said = (
        Rules(
            form.title, form.as_of, rules.counted, rules.not_counted, rules.extra_rule
        )
        if form and rules
        else None
    )
    with library(app) as db:
        found = build_task(
            raw_connection(db),
            asked.period,
            app.today,
            item=asked.item,
            cap=cap,
            rules=said,
            redact=asked.redact,
        )
    remarks = [cap_line(found)] if cap and found.counted >= cap else []
    remarks += (
        [f"The form of {form.title} does not say which hours count."]
        if form and not rules
        else []
    )
    return ExportResult(
        table(found, invented=app.settings.is_demo)
        if asked.form == "csv"
        else report(found),
        tuple(remarks),
    )
