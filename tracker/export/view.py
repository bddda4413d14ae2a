"""Funders and applications, as text and as JSON."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from tracker.export.rules.forms import Funder
from tracker.export.rules.pledges import Application
from tracker.export.rules.progress import Pledge, Promise
from tracker.text.columns import table, wrap
from tracker.text.days import say_day

NOTHING = "No application went out yet. To keep one:\n  tracker applied taif --asked '30,000 USD'"
_STATUSES = (
    ("open", "Open"),
    ("unknown", "Not known whether open"),
    ("closed", "Closed"),
)

Told = tuple[Application, Pledge]


def funders_data(forms: Sequence[Funder]) -> dict[str, Any]:
    """Forms as JSON."""
    return {
        "funders": [
            {
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
            for form in forms
        ]
    }


def funders_text(forms: Sequence[Funder]) -> str:
    """The forms by whether they are open, each with the day it was true."""
    lines = ["Forms as of their day; check the live one before sending anything."]
    ordered = [
        (said, form)
        for status, said in _STATUSES
        for form in forms
        if form.status == status
    ]
    rows = table(
        [(form.slug, form.as_of, _fields(form), form.title) for _, form in ordered],
        "llr",
        indent=2,
    )
    before = ""
    for (said, form), row in zip(ordered, rows.splitlines(), strict=True):
        lines += [said] if said != before else []
        lines += [row, *([wrap(moved, indent=4)] if (moved := _moved(form)) else [])]
        before = said
    lines.append("To fill one in: tracker export application --for SLUG")
    return "\n".join(lines)


def _fields(form: Funder) -> str:
    return f"{len(form.fields)} fields" if form.fields else "no form"


def _moved(form: Funder) -> str:
    """Where a form leads that is not filled in itself."""
    if form.succeeded_by:
        return f"went over to {form.succeeded_by}"
    return f"apply through {form.apply_through}" if form.apply_through else ""


def applied_data(told: Told) -> dict[str, Any]:
    """What was just kept, as JSON."""
    return {"application": _application(told)}


def applied_text(today: date, told: Told) -> str:
    """What was just kept, and which plan was frozen with it."""
    new, pledge = told
    asked = f", asked for {new.asked}" if new.asked else ""
    lines = [
        wrap(
            f"Kept: {pledge.title}, {say_day(new.day, today)}{asked}. Undo: tracker undo"
        )
    ]
    if pledge.promises:
        lines += [
            "Promised with it, as your plan stood then:",
            *_promises(pledge.promises, today),
        ]
    else:
        lines.append(
            wrap(
                "Nothing was planned then, so nothing was promised. tracker plan says what you mean."
            )
        )
    return "\n".join(lines)


def applications_data(found: Sequence[Told]) -> dict[str, Any]:
    """Applications as JSON."""
    return {"applications": [_application(told) for told in found]}


def applications_text(today: date, found: Sequence[Told]) -> str:
    """Applications, the latest last, with what came of each promise."""
    if not found:
        return NOTHING
    return "\n".join(line for told in found for line in _lines(told, today))


def _lines(told: Told, today: date) -> Iterator[str]:
    sent, pledge = told
    asked = f", asked for {sent.asked}" if sent.asked else ""
    file = f"; {sent.file}" if sent.file else ""
    yield wrap(f"{say_day(sent.day, today)}: {pledge.title}{asked}{file}")
    yield from _promises(pledge.promises, today)


def _promises(promises: Sequence[Promise], today: date) -> Iterator[str]:
    for each in promises:
        yield wrap(f"{each.subject}, by {_date(each.due)}{_came(each)}", indent=2)


def _came(promise: Promise) -> str:
    if promise.delivered is not None and promise.late is not None:
        late = (
            ""
            if promise.late <= 0
            else f", {promise.late} day{'s' * (promise.late != 1)} late"
        )
        return f": delivered {_date(promise.delivered)}{late}"
    if promise.moved:
        last = promise.moved[-1]
        return f": now by {_date(last.due)}" if last.due else ": withdrawn"
    return ""


def _date(day: date) -> str:
    return day.isoformat()


def _application(told: Told) -> dict[str, Any]:
    sent, pledge = told
    return {
        "funder": sent.funder,
        "title": pledge.title,
        "day": sent.day.isoformat(),
        "asked": sent.asked,
        "file": sent.file,
        "promises": [_promise(each) for each in pledge.promises],
    }


def _promise(each: Promise) -> dict[str, Any]:
    return {
        "slug": each.subject,
        "title": each.title,
        "due": each.due.isoformat(),
        "said": each.said.isoformat(),
        "because": each.because,
        "moved": [
            {
                "day": m.day.isoformat(),
                "due": m.due.isoformat() if m.due else None,
                "because": m.because,
            }
            for m in each.moved
        ],
        "delivered": each.delivered.isoformat() if each.delivered else None,
        "late": each.late,
    }
