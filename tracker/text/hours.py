"""Hours where a bare number is hours: estimates such as `--hours 5-12`, and hours a week. In seconds."""

import re

from tracker.errors import Unreadable
from tracker.text.amounts import parse_amount
from tracker.text.columns import quoted

_NUMBER = r"[0-9]{1,5}(?:[.,][0-9]{1,4})?"
_HINT = (
    "Type a low and a high number of hours, like 5-12 or 1.5-5, or one number, like 8."
)


def parse_hours(text: str) -> tuple[int, int]:
    """The low and the high estimate in seconds: `5-12`, `5-12h`, `1.5-5 h`, `8` (both the same).

    Here a bare number is hours, as the option says. Raises Unreadable for zero, for a low estimate
    above the high one, and for anything left unread.
    """
    sides = [side.strip() for side in text.casefold().replace("–", "-").split("-")]
    if len(sides) > 2:
        raise Unreadable(f"{quoted(text)} is not a range of hours.", _HINT)
    low, high = _side(sides[0], text), _side(sides[-1], text)
    if low > high:
        raise Unreadable(
            f"{quoted(text)} has its low estimate above the high one.", _HINT
        )
    return low, high


def parse_bare_hours(text: str) -> int:
    """The seconds of an amount, a bare number being hours; raises Unreadable for what is none."""
    said = text.strip()
    try:
        return parse_amount(f"{said}h" if re.fullmatch(_NUMBER, said) else said)
    except Unreadable:
        raise Unreadable(
            f"{quoted(text)} is not a number of hours.",
            "Type it like 12, 12h or 7h30m.",
        ) from None


def _side(side: str, text: str) -> int:
    try:
        return parse_bare_hours(side)
    except Unreadable:
        raise Unreadable(f"{quoted(text)} is not a range of hours.", _HINT) from None
