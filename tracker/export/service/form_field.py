"""One field of a form, to be pasted."""

from tracker.errors import NotFound, Refused
from tracker.export.render.documents.form import FieldTextData, field_data
from tracker.export.render.documents.form_texts import write_field
from tracker.export.render.phrases.documents import DEMO
from tracker.export.render.reports import as_json
from tracker.export.rules.fill_form import FilledForm
from tracker.export.rules.forms import Funder
from tracker.export.service.form_remarks import answer_remarks, say_field_length
from tracker.export.service.request import ExportRequest, ExportResult
from tracker.text.columns import join_words, quoted
from tracker.text.misspellings import find_nearest
from tracker.text.placeholders import check_no_placeholder


def check_field(key: str, form: Funder) -> None:
    """Raises NotFound where the form has no field of that key."""
    check_no_placeholder(key)
    keys = [field.key for field in form.fields]
    if key not in keys:
        fields = f"Its fields are {join_words(keys)}." if keys else "It has no fields."
        raise NotFound(
            f"{form.slug} has no field {quoted(key)}.",
            f"{fields}\nTo see its questions: tracker funders {form.slug}",
            typed=key,
            instead=find_nearest(key, keys),
        )


class OneFieldData(FieldTextData):
    """The text of one field of a form."""

    schema: int
    kind: str
    funder: str
    key: str
    asks: str


def export_field(form: FilledForm, key: str, request: ExportRequest) -> ExportResult:
    """The text of one field alone, its length remarked; raises Refused without one."""
    written = write_field(form, key)
    for remark in answer_remarks(written):
        request.remark(remark)
    if not written.text:
        raise Refused(
            f"{key} is empty: you have not answered it yet.",
            _say_where_to_answer(request),
        )
    is_demo = request.settings.is_demo
    if is_demo:
        request.remark(DEMO)
    if written.lengths:
        request.remark(say_field_length(written))
    if request.options.form != "json":
        return ExportResult(written.text)
    facts: OneFieldData = {
        "schema": 1,
        "kind": "field",
        "funder": form.funder.slug,
        "key": key,
        "asks": written.field.asks,
        **field_data(written),
    }
    invented = {"invented": True} if is_demo else {}
    return ExportResult(as_json({**facts, **invented}))


def _say_where_to_answer(request: ExportRequest) -> str:
    """The hint for an empty field: the file to write, or how to get one."""
    options = request.options
    if options.answers:
        command = request.retype("--worksheet", without=["--field"])
        lead = f"Write your answer in {options.answers}. To see the question:"
    else:
        file = f"{options.funder}.toml"
        command = request.retype("--answers", file, without=["--field"])
        lead = "Write your answer in a file; this creates one:"
    return f"{lead}\n  {command}"
