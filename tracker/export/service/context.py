"""The context of an export: what was asked, and the applications that were sent."""

from collections.abc import Mapping

from sqlalchemy import Connection

from tracker.export.rules.context import ExportContext
from tracker.export.rules.forms import Funder, same_funder_slugs
from tracker.export.service.forms import titles_of
from tracker.export.service.request import ExportRequest
from tracker.export.store.applications import read_applications


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
        titles=titles_of(forms),
        applications=tuple(read_applications(db)),
        promised_to=same_funder_slugs(form, forms) if form else (),
        asks_history=asks_history,
        forecasts=request.forecasts,
    )
