"""A funder's form, filled in."""

from tracker.export.rules.forms import find_form
from tracker.export.service.form_export import build_form
from tracker.export.service.forms import read_forms
from tracker.export.service.request import ExportRequest, ExportResult


def build(request: ExportRequest) -> ExportResult:
    """The form with facts, and with the person's answers where there are any.

    Raises NotFound or Ambiguous for the funder, and what `build_form` raises.
    """
    typed = request.options.funder
    assert typed
    forms = read_forms(request.database, request.remark, typed)
    form = find_form(typed, forms)
    if form.is_report:
        command = request.retype(kind="update")
        request.remark(f"{form.title} is a progress report. Its command:\n  {command}")
    return build_form(request, forms, form)
