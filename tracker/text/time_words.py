"""The words around an amount or a range: `1h at 9pm`, and `lesson 3` in `1h lesson 3`."""

from datetime import date, datetime

from tracker.errors import Unreadable
from tracker.text.amounts import is_amount
from tracker.text.columns import quoted
from tracker.text.days import parse_day
from tracker.text.ranges import find_separators, split_range
from tracker.text.readable import is_readable

# Words between an amount and its start, and between an amount and its end.
_BEFORE_START = (" from ", " at ")
_BEFORE_END = (" until ", " till ")
_LEFT_HINT = 'Type a day as --on yesterday, a note as -n "lesson 3", a tag as +pair.'


def split_one_end(text: str) -> tuple[str | None, str | None, str] | None:
    """Start, end and amount of `21:00 for 1h`, `21:00+1h`, `1h at 9pm`; else None.

    One of start and end is None.
    """
    text = text.casefold()
    start, separator, amount = text.rpartition("for ")
    if separator and (not start or start.endswith(" ")):
        return start or None, None, amount
    start, separator, amount = text.rpartition("+")
    # In `14:00+01:00` it is the offset of a zone.
    if start and _has_unit(amount):
        return start, None, amount
    for word in (*_BEFORE_START, *_BEFORE_END):
        amount, separator, point = text.partition(word)
        if separator and _has_unit(amount):
            is_start = word in _BEFORE_START
            return point if is_start else None, None if is_start else point, amount
    return None


def _has_unit(text: str) -> bool:
    """Whether `text` is an amount with a unit; `22:00` is a time of day too."""
    return any(map(str.isalpha, text)) and is_amount(text)


def refuse_left_over(text: str, now: datetime, today: date, day: date | None) -> None:
    """Raises Unreadable with what follows the time: `lesson 3` of `1h lesson 3`."""
    words = text.split()
    for count in range(len(words) - 1, 0, -1):
        time, left_over = " ".join(words[:count]), " ".join(words[count:])
        kind = "amount" if is_amount(time) else "range"
        is_time = kind == "amount" or is_readable(split_range, time, now, today, day)
        if is_time and not _is_separated(time, left_over):
            option = "--on" if _is_day(left_over, today) else "-n"
            raise Unreadable(
                f"{quoted(left_over)} after the {kind} could not be read.",
                _LEFT_HINT,
                typed=left_over,
                instead=[(option, left_over)],
            ) from None


def _is_separated(before: str, after: str) -> bool:
    """Whether the two are sides of one range: `9:00 - foo`, `9:00 to foo`."""
    places = find_separators(f"{before} {after}")
    return any(place.start() <= len(before) < place.end() for place in places)


def _is_day(text: str, today: date) -> bool:
    try:
        return parse_day(text, today) <= today
    except Unreadable:
        return False
