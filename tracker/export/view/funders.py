"""The list of funders' forms as text, and forms as JSON."""

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import to_builtins

from tracker.export.render.form_dates import say_dated
from tracker.export.rules.forms import Funder
from tracker.text.columns import hang

# Each status with its heading, in the order of the list.
_HEADINGS = {
    "open": "Open",
    "unknown": "Unknown whether open",
    "closed": "Closed",
}
_DATE_WIDTH = len("31 Oct 2026")


def funders_data(forms: Sequence[Funder]) -> dict[str, Any]:
    """Forms as JSON, whole; `fields` is the number of their `questions`."""
    return {"funders": [_form_data(form) for form in forms]}


def _form_data(form: Funder) -> dict[str, Any]:
    data = to_builtins(form)
    questions = data.pop("fields")
    return {**data, "fields": len(questions), "questions": questions}


def funders_text(forms: Sequence[Funder]) -> str:
    """The forms by status, each with the day of that status and its title."""
    return "\n".join(_lines(forms))


def _lines(forms: Sequence[Funder]) -> Iterator[str]:
    yield "Each form with the date of its status. Check the live form before you send it."
    width = max((len(form.slug) for form in forms), default=0)
    for status, heading in _HEADINGS.items():
        rows = [form for form in forms if form.status == status]
        if rows:
            yield heading
        for form in rows:
            yield _row(form, width)
    yield "One form with its questions: tracker funders FUNDER"


def _row(form: Funder, width: int) -> str:
    """Slug, date and title; the title is wrapped in its column, or below the row."""
    head = f"  {form.slug:{width}}  {say_dated(form.as_of):{_DATE_WIDTH}}  "
    other = other_form(form)
    return hang(head, f"{form.title} ({other})" if other else form.title)


def other_form(form: Funder) -> str:
    """The form to use instead of this one; empty where this one is to be filled in."""
    if form.succeeded_by:
        return f"replaced by {form.succeeded_by}"
    return f"apply through {form.apply_through}" if form.apply_through else ""
