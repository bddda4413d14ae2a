"""The context of an export: what was asked, the applications sent, its first day."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from sqlite3 import Connection

from tracker.export.rules.context import ExportContext
from tracker.export.rules.forms import Funder, same_funder_slugs
from tracker.export.rules.report_start import ReportStart, find_report_start
from tracker.export.service.request import ExportRequest
from tracker.export.store.applications import read_applications
from tracker.text.days import say_day
from tracker.text.periods import Period


def load_context(
    db: Connection,
    request: ExportRequest,
    forms: Mapping[str, Funder],
    form: Funder | None = None,
    *,
    asks_history: bool = False,
) -> ExportContext:
    """The context of an export for the funder of `form`, or for nobody in particular.

    What was promised to one funder is not told to another, except in a form that asks
    for the history of applications.
    """
    return ExportContext(
        today=request.today,
        period=request.options.period,
        redact=request.options.redact,
        settings=request.settings,
        forms=forms,
        applications=tuple(read_applications(db)),
        promised_to=same_funder_slugs(form, forms) if form else (),
        asks_history=asks_history,
        forecasts=request.forecasts,
        only=request.options.only,
    )


def since_last_sent(
    context: ExportContext,
    request: ExportRequest,
    forms: Mapping[str, Funder],
    form: Funder | None,
) -> ExportContext:
    """The context from the day on which the last update or application was sent.

    It is unchanged where the person named days, or nothing was sent. The first day and
    how to get all days are remarked.
    """
    if context.period != Period(None, None):
        return context
    start = find_report_start(context.applications, forms, form, context.today)
    if start is None:
        reader = f" to {form.by}" if form else ""
        command = request.retype("--since", "DAY")
        request.remark(
            f"All days: you have recorded nothing sent{reader}. Other days:\n  {command}"
        )
        return context
    command = request.retype("--until", "today")
    request.remark(f"{_say_start(start, context)}\nAll days:\n  {command}")
    return replace(context, period=Period(start.day, None))


def _say_start(start: ReportStart, context: ExportContext) -> str:
    """`From Sun 21 Jun 2026, when you applied to Transformative AI Fund.`."""
    day = say_day(start.day, date.min)
    if start.sent is None:
        return f"From {day}: the last seven days."
    verb = "sent" if start.sent.is_report else "applied to"
    return f"From {day}, when you {verb} {context.title_of(start.sent)}."
