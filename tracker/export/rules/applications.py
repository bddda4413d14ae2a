"""Applications and reports that were sent, each with the plan of that day."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from tracker.export.rules.forms import Funder


@dataclass(frozen=True, slots=True)
class FrozenPlan:
    """One line of a saved plan: `subject` due on `due`.

    It was first planned on `said`, because of `because`.
    """

    subject: str
    title: str
    due: date
    said: date
    because: str


@dataclass(frozen=True, slots=True)
class Application:
    """What was sent to a funder (a slug) on `day`, with the plan of that day.

    It is a report on what was done where `is_report`. `asked` is the amount asked for
    and `file` what was sent, where the person named them.
    """

    funder: str
    day: date
    asked: str | None
    file: str | None
    plan: tuple[FrozenPlan, ...]
    is_report: bool = False
    uid: str = ""


# Digits, their separators, and a k or m after a number: `30k`, `3,000.50`.
# What is left of an amount without these is its currency.
_NUMBER = re.compile(r"[\d\s.,'’+-]|(?<=\d)\s*[kKmM]\b")


def has_currency(amount: str) -> bool:
    """Whether an amount names its currency: `3,000 USD` and `$3000` do, `30k` does not."""
    return bool(_NUMBER.sub("", amount))


def title_sent(sent: Application, forms: Mapping[str, Funder]) -> str:
    """`Transformative AI Fund`, `Manifund progress update`; forms are by slug.

    A report on a form of another kind is `the report to Transformative AI Fund`.
    """
    form = forms.get(sent.funder)
    title = form.title if form else sent.funder
    if not sent.is_report or (form and form.is_report):
        return title
    return f"the report to {title}"


def without_reasons(application: Application) -> Application:
    """The same application, its plan without reasons."""
    plan = tuple(replace(line, because="") for line in application.plan)
    return replace(application, plan=plan)
