"""Amounts where a bare number is hours: `--hours 5-12`, hours a week. In seconds."""

import re

from tracker.errors import Unreadable
from tracker.text.amounts import parse_amount
from tracker.text.columns import quoted

# A number without a unit: `12`, `1.5`.
_NUMBER = r"[0-9]{1,5}(?:[.,][0-9]{1,4})?"
_RANGE_HINT = (
    "Type a low and a high number of hours, like 5-12 or 1.5-5, or one number, like 8."
)
_HOURS_HINT = "Type it like 12, 12h or 7h30m."


def parse_hours(text: str) -> tuple[int, int]:
    """Low and high estimate in seconds: `5-12`, `5-12h`, `1.5-5 h`, `8` (both equal).

    Raises Unreadable for zero, for a low estimate above the high one, and for anything
    left over.
    """
    dashed = text.casefold().replace("–", "-")
    sides = [side.strip() for side in dashed.split("-")]
    if len(sides) > 2:
        raise _range_error(text)
    try:
        low, high = parse_bare_hours(sides[0]), parse_bare_hours(sides[-1])
    except Unreadable:
        raise _range_error(text) from None
    if low > high:
        message = f"The low estimate of {quoted(text)} is above the high one."
        swapped = f"{sides[-1]}-{sides[0]}"
        raise Unreadable(message, _RANGE_HINT, typed=text, instead=[swapped])
    return low, high


def parse_bare_hours(text: str) -> int:
    """The seconds of an amount; a bare number is hours. Raises Unreadable."""
    amount = text.strip()
    if re.fullmatch(_NUMBER, amount):
        amount += "h"
    try:
        return parse_amount(amount)
    except Unreadable:
        message = f"{quoted(text)} is not a number of hours."
        raise Unreadable(message, _HOURS_HINT, typed=text, instead=["AMOUNT"]) from None


def _range_error(text: str) -> Unreadable:
    message = f"{quoted(text)} is not a range of hours."
    return Unreadable(message, _RANGE_HINT, typed=text, instead=["LOW-HIGH"])
