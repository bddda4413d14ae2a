"""Days in digits only: `2026-11-20`, `14.11.`, `13/1/2026`."""

import re
from collections.abc import Callable
from datetime import date

from tracker.errors import Unreadable
from tracker.text.columns import quoted
from tracker.text.month_days import nearest_date

# `2026-11-20`, `2026/11/20`, `2026.11.20`: the same sign twice.
_YEAR_FIRST = r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})"
# `20261120`.
_EIGHT_DIGITS = r"([0-9]{4})([0-9][0-9])([0-9][0-9])"
# `20.11.2026`, `14.11.`, `14. 11`, `14.11.26`.
_DOTTED = r"([0-9]{1,2})\. ?([0-9]{1,2})(?:\. ?([0-9]{4}|[0-9]{2})?)?"
# Two or three numbers whose order is open: `10/1`, `13/1/2026`.
_NUMBERS = r"([0-9]{1,2})[-/.]([0-9]{1,2})(?:[-/.]([0-9]{4}|[0-9]{1,2}))?"


def parse_numeric_day(text: str, today: date, ahead: bool) -> date | None:
    """The day that `text` names; None for a text that has more than digits and signs.

    Dots put the day first, as in `14.11.`. Without a year it is the latest such day up
    to `today`, with `ahead` the first from then on. Raises Unreadable for two readings
    (`10/1`) and for a two-digit year, ValueError for a day that does not exist.
    """
    if match := re.fullmatch(_YEAR_FIRST, text):
        return date(int(match[1]), int(match[3]), int(match[4]))
    if match := re.fullmatch(_EIGHT_DIGITS, text):
        return date(int(match[1]), int(match[2]), int(match[3]))
    if match := re.fullmatch(_DOTTED, text):
        return _parse_dotted(match, today, ahead)
    if match := re.fullmatch(_NUMBERS, text):
        return _parse_open_order(match, today, ahead)
    return None


def _parse_dotted(match: re.Match[str], today: date, ahead: bool) -> date:
    day, month = int(match[1]), int(match[2])
    if match[3] is None:
        return nearest_date(month, day, today, ahead)
    if len(match[3]) == 4:
        return date(int(match[3]), month, day)
    full = date(2000 + int(match[3]), month, day).isoformat()
    message = f"{quoted(match.string)} has a two-digit year."
    raise Unreadable(message, f"Type {full}.", typed=match.string, instead=[full])


def _parse_open_order(match: re.Match[str], today: date, ahead: bool) -> date:
    """Two or three short numbers, if they can be read in one way only."""
    parts = [int(part) for part in match.groups() if part]
    readings = _possible_days(parts, today, ahead)
    if not readings:
        raise ValueError(f"no day {match.string}")
    has_short_year = match[3] is not None and len(match[3]) < 4
    if len(readings) == 1 and not has_short_year:
        return readings[0]
    days = [day.isoformat() for day in readings]
    message = f"{quoted(match.string)} can be read in more than one way."
    hint = f"Type {' or '.join(days)}."
    raise Unreadable(message, hint, typed=match.string, instead=days)


def _possible_days(parts: list[int], today: date, ahead: bool) -> list[date]:
    """Every day that `parts` make as day-month, month-day or year-month-day, sorted."""
    readings: list[Callable[[], date]]
    if len(parts) == 2:
        first, second = parts
        readings = [
            lambda: nearest_date(second, first, today, ahead),
            lambda: nearest_date(first, second, today, ahead),
        ]
    else:
        first, second, third = parts
        year = third if third > 99 else 2000 + third
        readings = [
            lambda: date(year, second, first),
            lambda: date(year, first, second),
            lambda: date(2000 + first, second, third),
        ]
    days = set()
    for read in readings:
        try:
            days.add(read())
        except ValueError:
            continue
    return sorted(days)
