"""One funder's form as text: what is known about it, and its questions."""

from collections.abc import Iterator

from tracker.export.render.form_dates import say_form_date
from tracker.export.render.phrases import forms as phrases
from tracker.export.rules.forms import Field, Funder
from tracker.export.view.funders import other_form
from tracker.text.columns import count_noun, hang, wrap

# What `hand` means.
_HANDS = {
    "first": "First hand: from the form or its page.",
    "second": "Second hand: from an applicant's own record of the form.",
}


def funder_text(form: Funder) -> str:
    """The form whole: whose, where, how old, its terms, its questions, what to type."""
    return "\n".join(
        (*_head(form), *_terms(form), *_questions(form), *_report(form), *_next(form))
    )


def _head(form: Funder) -> Iterator[str]:
    yield wrap(form.title)
    yield wrap(f"{form.by} ({form.slug})")
    if form.address:
        yield form.address
    yield wrap(say_form_date(form))
    if form.hand and form.fields:
        yield _HANDS[form.hand]
    if other := other_form(form):
        yield f"{other.capitalize()}."


def _terms(form: Funder) -> Iterator[str]:
    """What the funder says, a line each."""
    limit = ""
    if form.limit_chars:
        limit = phrases.at_most(f"{form.limit_chars:,}", "characters in all")
    terms = {
        "Deadline": form.deadline,
        "Amount": form.amount,
        "Time": form.effort,
        "Length": form.length,
        "Limit": limit,
        "Advised": form.advised,
        "For": form.meant_for,
        "Eligible": form.eligible,
        "Format": form.format,
        "On style": form.voice,
        "Note": form.note,
        "Seen": form.seen,
    }
    for label, text in terms.items():
        if text:
            yield _with_label(f"{label}: ", text)


def _with_label(label: str, text: str) -> str:
    """`Deadline:  rolling`, wrapped beside its label."""
    return hang(f"{label:10}", text)


def _questions(form: Funder) -> Iterator[str]:
    if not form.fields:
        return
    noun = count_noun(len(form.fields), "question")
    yield f"{noun[0].upper()}{noun[1:]}, with the key of each (* required):"
    width = max(len(field.key) for field in form.fields)
    for number, field in enumerate(form.fields, 1):
        mark = "*" if field.required else " "
        head = f"{number:3} {mark} {field.key:{width}}  "
        yield hang(head, _question(field))


def _question(field: Field) -> str:
    """`Summary (at most 1,000 characters)`."""
    terms = [
        phrases.at_most(f"{limit:,}", phrases.UNITS[unit])
        for unit, limit in field.limits.items()
    ]
    terms += filter(None, [field.format, field.page])
    return f"{field.asks} ({'; '.join(terms)})" if terms else field.asks


def _report(form: Funder) -> Iterator[str]:
    if form.report:
        asks = "".join(f"; {ask}" for ask in form.report.asks)
        yield _with_label("Reports: ", f"{form.report.cadence}{asks}")
        if form.report.note:
            yield wrap(form.report.note, indent=10)


def _next(form: Funder) -> Iterator[str]:
    """The commands for this form, or the one that shows the form to use instead."""
    other = form.succeeded_by or form.apply_through
    if other:
        yield f"To see that form: tracker funders {other}"
    elif form.is_report:
        yield f"To fill it in: tracker export update --for {form.slug}"
    elif form.fields:
        yield "To fill it in, with your answers in a file:"
        yield f"  tracker export application --for {form.slug} --answers {form.slug}.toml"
    if form.hours:
        yield f"To count its hours: tracker export hours --for {form.slug} --item ITEM"
    if form.kind == "application" and not other:
        yield f"When it is sent: tracker applied {form.slug}"
