"""The list of funders' forms as text, and forms as JSON."""

from collections.abc import Iterator, Sequence
from typing import Annotated, Any, TypedDict

from msgspec import to_builtins

from tracker.export.render.form_dates import say_dated
from tracker.export.rules.forms import Field, Funder
from tracker.text.tables import table_rows

# Each status with its heading, in the order of the list.
_HEADINGS = {
    "open": "Open",
    "unknown": "Unknown whether open",
    "closed": "Closed",
}


class FormData(TypedDict):
    """A form: its keys, the number of its questions, and the questions."""

    fields: int
    questions: list[Annotated[dict[str, Any], Field]]


class FundersData(TypedDict):
    """Forms, whole."""

    funders: list[Annotated[FormData, Funder]]


def funders_data(forms: Sequence[Funder]) -> FundersData:
    """Forms as JSON."""
    return {"funders": [_form_data(form) for form in forms]}


def _form_data(form: Funder) -> FormData:
    data = to_builtins(form)
    questions = data.pop("fields")
    return {**data, "fields": len(questions), "questions": questions}


def funders_text(forms: Sequence[Funder]) -> str:
    """The forms by status, each with the day of that status and its title."""
    return "\n".join(_lines(forms))


def _lines(forms: Sequence[Funder]) -> Iterator[str]:
    yield "Each form with the date of its status. Check the live form before you send it."
    rows = table_rows(list(map(_row, forms)), "l", indent=2)
    listed = list(zip(forms, rows, strict=True))
    for status, heading in _HEADINGS.items():
        group = [row for form, row in listed if form.status == status]
        if group:
            yield heading
        yield from group
    yield "One form with its questions: tracker funders FUNDER"


def _row(form: Funder) -> tuple[str, str, str]:
    """Slug, date and title, with the form to use instead."""
    other = other_form(form)
    title = f"{form.title} ({other})" if other else form.title
    return form.slug, say_dated(form.as_of), title


def other_form(form: Funder) -> str:
    """The form to use instead of this one; empty where this one is to be filled in."""
    if form.succeeded_by:
        return f"replaced by {form.succeeded_by}"
    return f"apply through {form.apply_through}" if form.apply_through else ""
