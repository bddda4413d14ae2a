"""Which days `edit` opens in the editor."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from tracker.errors import Unreadable
from tracker.journal.rules.days import ONE_DAY
from tracker.text.days import parse_day
from tracker.text.periods import Period, parse_period
from tracker.text.weeks import parse_week


class SpanOptions(NamedTuple):
    """`--day`, `--week` and `--period` as typed; empty for today and this week."""

    day: str | None = None
    week: str | None = None
    period: str | None = None


def read_span(options: SpanOptions, words: Sequence[str], today: date) -> Period:
    """The days that the one option typed names, with the words beside it: `--day 23 nov`.

    Raises Unreadable for two options, and for what is no day, week or period; Refused
    for a week to come.
    """
    typed = zip(options._fields, options, strict=True)
    names = [f"--{name}" for name, value in typed if value is not None]
    if len(names) > 1:
        message = f"{' and '.join(names)} do not go together."
        raise Unreadable(message, "Type one of them, for example: tracker edit --week")
    for name, value in zip(options._fields, options, strict=True):
        if value and name[1:] == value:  # `-week`, which is read as `-w eek`
            message = f"There is no option -{name}."
            raise Unreadable(message, typed=f"-{name}", instead=[f"--{name}"])
    text = " ".join([*filter(None, options), *words])
    if options.day is not None:
        day = parse_day(text, today) if text else today
        return Period(day, day)
    if options.week is not None:
        monday = parse_week(text, today)
        return Period(monday, monday + 6 * ONE_DAY)
    return parse_period(text, today)


def span_words(options: SpanOptions, period: Period) -> str:
    """The option that names the days of `period` on any later day: `--week 2026-W46`."""
    since, until = period
    if options.day is not None:
        return f"--day {since}"
    if options.week is not None:
        return f"--week {since:%G-W%V}"
    return f"--period {since or ''}..{until or ''}"
