"""New short names: how they are written, and which ones mean something else."""

import re
from collections.abc import Container
from datetime import date

from tracker.errors import Unreadable
from tracker.text.amounts import is_amount
from tracker.text.columns import quoted
from tracker.text.month_days import FULL_MONTHS, MONTH_NAMES
from tracker.text.periods import parse_period
from tracker.text.readable import is_readable

LONGEST_SLUG = 60
# Lower-case words joined by dashes: `deep-learning-2`.
_SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
# What looks like a range of times: `9am-11am`, `9-10`.
_RANGE = r"[0-9]{1,4}(?:am|pm)?-[0-9]{1,4}(?:am|pm)?"
# Words that say when and how long where they stand among others: `1h at noon`.
_TIME_WORDS = (
    "last|on|for|of|from|at|until|till|to|since|between|and|ago|now|noon|midday|"
    "midnight|an|half|hours?|minutes?|mins?"
)
_ANY_DAY = date(2000, 1, 1)


def check_slug(text: str, commands: Container[str] = ()) -> str:
    """`text` as a new slug: lower-case words of letters and digits, joined by `-`.

    Raises Unreadable for any other text, for more than 60 letters, and for what a
    command would read as something else: `last`, an amount (`90m`), a range
    (`9am-11am`), a number, a day or month (`fri`, `may`), one of the `commands`.
    """
    if len(text) > LONGEST_SLUG:
        message = f"{quoted(text)} is longer than {LONGEST_SLUG} letters."
        shorter = _suggest_slug(text, commands)
        raise Unreadable(message, "Type a shorter name.", typed=text, instead=[shorter])
    message = f"{quoted(text)} cannot be a short name"
    if not re.fullmatch(_SLUG, text):
        message += "."
    elif text in commands:
        message += ": it is a command."
    elif _is_reserved(text):
        message += ": it has another meaning."
    else:
        return text
    slug = _suggest_slug(text, commands)
    raise Unreadable(message, f"Type it like {slug}.", typed=text, instead=[slug])


def _is_reserved(slug: str) -> bool:
    if re.fullmatch(_TIME_WORDS, slug) or slug.isdecimal():
        return True
    if slug in FULL_MONTHS or slug.title() in MONTH_NAMES:
        return True
    is_range = re.fullmatch(_RANGE, slug) is not None
    return is_range or is_amount(slug) or _is_period(slug)


def _is_period(slug: str) -> bool:
    """Whether it reads as a day or a period: `today`, `26th`, `last-week`."""
    texts = slug, slug.replace("-", " ")
    return any(is_readable(parse_period, text, _ANY_DAY) for text in texts)


def _suggest_slug(text: str, commands: Container[str]) -> str:
    """The words of `text` as a slug that `check_slug` takes."""
    words = "-".join(re.findall(r"[a-z0-9]+", text.casefold()))
    slug = words[:LONGEST_SLUG].rstrip("-") or "my-course"
    return f"{slug}-course" if slug in commands or _is_reserved(slug) else slug
