"""Which days `edit` opens in the editor."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from tracker.errors import Unreadable
from tracker.text.columns import quoted
from tracker.text.days import parse_day
from tracker.text.periods import Period, parse_period, week_of


class SpanOptions(NamedTuple):
    """`--day`, `--week` and `--period` as typed; empty for today and this week."""

    day: str | None = None
    week: str | None = None
    period: str | None = None


def read_span(options: SpanOptions, words: Sequence[str], today: date) -> Period:
    """The days that the one option typed names, with the words beside it: `--day 23 nov`.

    Raises Unreadable for two options, and for what is no day, week or period.
    """
    typed = zip(options._fields, options, strict=True)
    names = [f"--{name}" for name, value in typed if value is not None]
    if len(names) > 1:
        message = f"{' and '.join(names)} do not go together."
        raise Unreadable(message, "Type one of them, for example: tracker edit --week")
    text = " ".join([*filter(None, options), *words])
    if options.day is not None:
        day = parse_day(text, today) if text else today
        return Period(day, day)
    if options.week is not None:
        return _read_week(text, today)
    return parse_period(text, today)


def _read_week(text: str, today: date) -> Period:
    """The week that `text` names, or in which its day is: `last`, `2026-W47`, `mon`."""
    if text.casefold() in ("", "this", "last"):
        text = f"{text or 'this'} week"
    try:
        period = parse_period(text, today)
    except Unreadable:
        period = Period(None, None)
    week = week_of(period.since or today)
    if period == week or (period.since and period.since == period.until):
        return week
    message, hint = f"{quoted(text)} is no week.", "Type it like last or 2026-W47."
    raise Unreadable(message, hint, typed=text, instead=["last"])
