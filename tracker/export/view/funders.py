"""Funders' forms as text and as JSON."""

from collections.abc import Iterator, Sequence
from typing import Any

from tracker.export.rules.forms import Funder
from tracker.text.columns import count_noun, table, wrap

# Each status with its heading, in the order of the list.
_HEADINGS = {
    "open": "Open",
    "unknown": "Unknown whether open",
    "closed": "Closed",
}


def funders_data(forms: Sequence[Funder]) -> dict[str, Any]:
    """Forms as JSON."""
    return {"funders": [_form_data(form) for form in forms]}


def _form_data(form: Funder) -> dict[str, Any]:
    return {
        "slug": form.slug,
        "title": form.title,
        "by": form.by,
        "kind": form.kind,
        "status": form.status,
        "as_of": form.as_of,
        "amount": form.amount,
        "fields": len(form.fields),
        "succeeded_by": form.succeeded_by,
        "apply_through": form.apply_through,
    }


def funders_text(forms: Sequence[Funder]) -> str:
    """The forms by status, each with the day it was read."""
    return "\n".join(_lines(forms))


def _lines(forms: Sequence[Funder]) -> Iterator[str]:
    yield "Each form as of its date. Check the live form before you send anything."
    ordered = [form for status in _HEADINGS for form in forms if form.status == status]
    cells = [(form.slug, form.as_of, _fields(form), form.title) for form in ordered]
    rows = table(cells, "llr", indent=2).splitlines()
    status = ""
    for form, row in zip(ordered, rows, strict=True):
        if form.status != status:
            yield _HEADINGS[form.status]
            status = form.status
        yield row
        if other := _other_form(form):
            yield wrap(other, indent=4)
    yield "To fill one in: tracker export application --for FUNDER"


def _fields(form: Funder) -> str:
    return count_noun(len(form.fields), "field") if form.fields else "no form"


def _other_form(form: Funder) -> str:
    """The form to use instead of this one; empty where this one is to be filled in."""
    if form.succeeded_by:
        return f"replaced by {form.succeeded_by}"
    return f"apply through {form.apply_through}" if form.apply_through else ""
