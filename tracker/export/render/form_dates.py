"""How old a funder's form is, in words."""

from tracker.export.render.phrases import forms as phrases
from tracker.export.rules.forms import UNKNOWN, Funder
from tracker.text.month_days import MONTH_NAMES


def say_form_date(form: Funder) -> str:
    """When the questions were read, from what, and when the form was open or closed.

    `Questions as of 6 Oct 2026, read at second hand; open as of 1 Oct 2026.`
    """
    return phrases.form_dates(
        _say_questions(form),
        phrases.HANDS.get(form.hand or "", "") if form.fields else "",
        _say_status(form),
    )


def _say_questions(form: Funder) -> str:
    if not form.fields:
        return phrases.NO_QUESTIONS
    if form.fields_as_of is None:
        return phrases.QUESTIONS_UNDATED
    return phrases.questions_as_of(say_dated(form.fields_as_of))


def _say_status(form: Funder) -> str:
    status = phrases.STATUSES[form.status]
    if form.as_of == UNKNOWN:
        return phrases.status_undated(status)
    return phrases.status_as_of(status, say_dated(form.as_of))


def say_dated(dated: str) -> str:
    """A year, month or day: `2026`, `Oct 2026`, `6 Oct 2026`; `unknown` as it is."""
    if dated == UNKNOWN:
        return dated
    year, month, day = [*dated.split("-"), "", ""][:3]
    name = MONTH_NAMES[int(month) - 1] if month else ""
    return " ".join(filter(None, [day.lstrip("0"), name, year]))
