"""Applications that were sent, each with the plan as it was on that day."""

import re
from dataclasses import dataclass, replace
from datetime import date


@dataclass(frozen=True, slots=True)
class FrozenPlan:
    """One line of a saved plan: `subject` due on `due`.

    It was first planned on `said`; `because` is the last reason given.
    """

    subject: str
    title: str
    due: date
    said: date
    because: str


@dataclass(frozen=True, slots=True)
class Application:
    """An application sent to a funder (a slug) on `day`, with the plan of that day.

    `asked` is the amount asked for and `file` what was sent, where the person named them.
    """

    funder: str
    day: date
    asked: str | None
    file: str | None
    plan: tuple[FrozenPlan, ...]
    uid: str = ""


# Digits, their separators, and a k or m after a number: `30k`, `3,000.50`.
# What is left of an amount without these is its currency.
_NUMBER = re.compile(r"[\d\s.,'’+-]|(?<=\d)\s*[kKmM]\b")


def has_currency(amount: str) -> bool:
    """Whether an amount names its currency: `3,000 USD` and `$3000` do, `30k` does not."""
    return bool(_NUMBER.sub("", amount))


def without_reasons(application: Application) -> Application:
    """The same application, its plan without reasons."""
    plan = tuple(replace(line, because="") for line in application.plan)
    return replace(application, plan=plan)
