"""Planned breaks: days on which nothing is planned, so that nothing is missing."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import date, timedelta
from typing import NamedTuple

from tracker.errors import NotFound, Refused, Unreadable
from tracker.readiness.rules.pace import days_within
from tracker.text.columns import quoted
from tracker.text.day_misspellings import offer_days
from tracker.text.days import FUTURE_DAY_HINT, parse_day
from tracker.text.month_days import nearest_date

_BETWEEN = ("-", "–", "to", "until", "till")  # the first and the last day
ONE_DAY, TWO_WEEKS = timedelta(days=1), timedelta(weeks=2)


class Break(NamedTuple):
    """Days off, the first and the last included."""

    since: date
    until: date

    @property
    def days(self) -> int:
        """How many days it is."""
        return (self.until - self.since).days + 1


def read_break(words: Sequence[str], today: date) -> Break:
    """The first and the last day that words name: `24 dec - 26 dec`.

    Raises Unreadable for anything else, and for one day alone.
    """
    for at in range(1, len(words)):
        first, last = words[:at], words[at:]
        if last[0] in _BETWEEN and len(last) > 1:
            last = last[1:]
        with suppress(Unreadable):
            return Break(_read_day(first, today), _read_day(last, today))
    if len(words) == 2:
        return Break(_read_day(words[:1], today), _read_day(words[1:], today))
    if len(words) == 1:
        since = _read_day(words, today)
        raise Unreadable(
            "A break needs its last day too.",
            f"Type both days: tracker break {since} DAY",
        )
    text = " ".join(words)
    raise Unreadable(
        f"{quoted(text)} is not a first and a last day.",
        f"{FUTURE_DAY_HINT}\nType both days: tracker break DAY DAY",
    )


def _read_day(words: Sequence[str], today: date) -> date:
    """Raises Unreadable, with likely spellings."""
    text = " ".join(words)
    try:
        return parse_day(text, today, ahead=True)
    except Unreadable as error:
        offer_days(error, text, today, ahead=True)
        raise


def check_new_break(new_break: Break, breaks: Iterable[Break]) -> None:
    """Raises Unreadable if it ends before it begins, Refused if it meets another."""
    since, until = new_break.since, new_break.until
    if until < since:
        raise Unreadable(
            f"A break from {since} to {until} ends before it begins.",
            _reversed_hint(since, until),
        )
    for other in breaks:
        if other.since <= until and since <= other.until:
            raise Refused(
                f"A break from {other.since} to {other.until} is already planned.",
                f"Remove it first: tracker break {other.since} {other.until} --remove",
            )


def _reversed_hint(since: date, until: date) -> str:
    """The command for a break whose days are the wrong way round.

    `20 nov` is read as next year's once it has passed: then the year is missing.
    """
    year_before = nearest_date(since.month, since.day, until, ahead=False)
    if until - year_before < since - until:
        return f"Type the year too: tracker break {year_before} {until}"
    return f"Type the first day first: tracker break {until} {since}"


def check_is_planned(old_break: Break, breaks: Iterable[Break]) -> None:
    """Raises NotFound for a break that is not planned."""
    if old_break not in breaks:
        raise NotFound(
            f"There is no break from {old_break.since} to {old_break.until}.",
            "To list your breaks: tracker break",
        )


def days_off(breaks: Iterable[Break], since: date, until: date) -> frozenset[date]:
    """The days from `since` to `until`, both included, that are in a break."""
    spans = [(days.since, days.until) for days in breaks]
    return days_within(spans, since, until)


def current_breaks(
    breaks: Iterable[Break], since: date, today: date
) -> tuple[Break, ...]:
    """Breaks that end on `since` or later and begin within two weeks of `today`."""
    soon = today + TWO_WEEKS
    return tuple(days for days in breaks if days.until >= since and days.since <= soon)


def day_after(today: date, days: int, breaks: Iterable[Break]) -> date:
    """The day that is `days` after `today`, not counting days in breaks."""
    off, day = days_off(breaks, today, date.max), today
    while days:
        day += ONE_DAY
        days -= day not in off
    return day


def days_until(today: date, day: date, breaks: Iterable[Break]) -> int:
    """How many days after `today` it is `day`, not counting days in breaks."""
    off = days_off(breaks, today + ONE_DAY, day)
    return max((day - today).days, 0) - len(off)
