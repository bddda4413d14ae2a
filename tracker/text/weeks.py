"""Which week is meant: `-1`, `last`, `2026-W40`, or a day in it."""

import re
from datetime import date, timedelta

from tracker.errors import Refused, Unreadable
from tracker.text.columns import quoted
from tracker.text.days import say_day
from tracker.text.periods import Period, parse_period, week_start

ONE_WEEK = timedelta(weeks=1)
# So many weeks back: `-1`.
_BACK = r"-([0-9]{1,3})"
# So many weeks back in words: `2 weeks ago`, `a week ago`.
_AGO = r"([0-9]{1,3}|an?|one) ?(?:w|weeks?) ago"
# The number of a week alone: `47`.
_NUMBER = r"[1-9]|[1-4][0-9]|5[0-3]"
_LAST = ("last", "last week", "previous", "prev")
_THIS = ("", "this", "this week", "now", "current")
_HINT = 'Type it like -1, last, 2026-W40, or a day in it, such as "3 oct".'
MOST_OFFERED = 6  # the weeks of a month


def is_number_back(text: str) -> bool:
    """Whether it is so many weeks or years back, such as `-1`."""
    return re.fullmatch(_BACK, text) is not None


def parse_week(text: str, today: date) -> date:
    """The Monday of the week that `text` names; empty text is the week of `today`.

    Raises Unreadable for what is no week, or several; Refused for one to come.
    """
    cleaned = " ".join(text.casefold().split())
    this_monday = week_start(today)
    if cleaned in _THIS:
        return this_monday
    if cleaned in _LAST:
        return this_monday - ONE_WEEK
    if match := re.fullmatch(_BACK, cleaned) or re.fullmatch(_AGO, cleaned):
        number = int(match[1]) if match[1].isdecimal() else 1
        return this_monday - ONE_WEEK * number
    monday = _one_week(_parse_days(text, cleaned, today), text)
    if monday > this_monday:
        raise Refused(
            f"The week of {say_day(monday, today)} has not begun.",
            "To see this week: tracker week\nTo see your plans: tracker plan",
        )
    return monday


def _parse_days(text: str, cleaned: str, today: date) -> Period:
    """The days of a period, such as a numbered week, or one day."""
    try:
        return parse_period(cleaned, today)
    except Unreadable as error:  # a day with two readings offers both
        days = [str(day) for day in error.instead if len(day) == len("2026-11-20")]
        if days:
            message = f"{quoted(text)} can be read in more than one way."
            raise Unreadable(message, _HINT, typed=text, instead=days) from None
        raise _not_a_week(text) from None


def _one_week(period: Period, text: str) -> date:
    """The Monday of a period within one week."""
    since, until = period
    if since is None or until is None:
        raise _not_a_week(text)
    count = (week_start(until) - week_start(since)) // ONE_WEEK + 1
    if count == 1:
        return week_start(since)
    mondays = [week_start(since) + ONE_WEEK * n for n in range(count)]
    names = [f"{monday:%G-W%V}" for monday in mondays[:MOST_OFFERED]]
    raise Unreadable(
        f"{quoted(text)} is more than one week.",
        f"To see all of it: tracker report --period {since}..{until} --by week",
        typed=text,
        instead=names,
    )


def _not_a_week(text: str) -> Unreadable:
    is_number = re.fullmatch(_NUMBER, text.strip())
    week = f"w{text.strip()}" if is_number else "-1"
    return Unreadable(
        f"{quoted(text)} is not a week.", _HINT, typed=text, instead=[week]
    )
