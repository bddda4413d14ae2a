"""The item and the period that the words of a command name, in any order."""

from collections.abc import Sequence
from datetime import date
from sqlite3 import Connection

from tracker.errors import Ambiguous, NotFound, Unreadable
from tracker.journal.rules.records import ChosenItem
from tracker.journal.rules.report_period import (
    PeriodWords,
    TypedFilter,
    read_period_words,
)
from tracker.journal.store.items import choose_item
from tracker.text.columns import join_words, quoted
from tracker.text.day_misspellings import offer_periods
from tracker.text.periods import Period, parse_period, say_period

_WHOLE_NAMES = ("exact", "aka")
_PERIOD_HINT = "Periods are typed like today, oct, 2026-05 or last week."


def read_words(
    db: Connection, typed: TypedFilter, today: date
) -> tuple[ChosenItem | None, PeriodWords | None]:
    """The item and the period that words name, in any order.

    Raises Ambiguous for words that are both, unless an option is the period.
    """
    text = " ".join(typed.words)
    if not text:
        return None, None
    item, readings = _find(db, text), list(read_period_words(typed.words, today))
    whole = item if item and item.how in _WHOLE_NAMES else None
    if readings and not readings[0].rest:
        if whole is None:
            return None, readings[0]
        if not typed.period_options:
            raise _item_or_period(text, readings[0].period)
    if whole:
        return whole, None
    for reading in readings:
        if named := _find_beside(db, reading, today):
            return named, reading
    return item or _explain(db, text, readings, today), None


def _find_beside(
    db: Connection, reading: PeriodWords, today: date
) -> ChosenItem | None:
    """The item that the words beside a period name, unless they are a period as well.

    The whole name of an item is one there.
    """
    item = _find(db, reading.rest)
    if item is None or item.how in _WHOLE_NAMES:
        return item
    second = _read_rest(reading, today)
    return None if second and not second.rest else item


def _read_rest(reading: PeriodWords, today: date) -> PeriodWords | None:
    """A second period, in the words beside the first."""
    return next(read_period_words(reading.rest.split(), today), None)


def _find(db: Connection, text: str) -> ChosenItem | None:
    """The one item that a text names, if there is one."""
    try:
        return choose_item(db, text)
    except (NotFound, Ambiguous):
        return None


def _item_or_period(text: str, period: Period) -> Ambiguous:
    first, last = period
    iso = f"{first}" if first == last else f"{first}..{last}"
    refusal = Ambiguous(
        f"{quoted(text)} is an item, and also {say_period(period)}.",
        "Type the period as an option.",
        typed=text,
        instead=[("--period", iso)],
    )
    refusal.added = ("--all",)
    return refusal


def _explain(
    db: Connection, text: str, readings: Sequence[PeriodWords], today: date
) -> ChosenItem:
    """Raises the error of words that name no item, beside a period or without one."""
    if readings:
        if second := _read_rest(readings[0], today):
            raise _two_periods(text, readings[0], second)
        text = readings[0].rest
    words = text.split()
    for place in range(1, len(words)):
        sides = (" ".join(words[:place]), " ".join(words[place:]))
        for named, other in (sides, sides[::-1]):
            item = _find(db, named)
            if item is None or item.how == "part":
                continue
            if _find(db, other):
                message = "Only one item fits."
                raise Unreadable(message, "Type one.", typed=text, instead=sides)
            _check_period(other, today)
    return _explain_text(db, text, today)


def _two_periods(text: str, first: PeriodWords, second: PeriodWords) -> Unreadable:
    """The error whose commands have one of both periods, and the words beside them."""
    instead = [
        tuple(f"{second.rest} {period}".split())
        for period in (first.typed, second.typed)
    ]
    return Unreadable(
        "Only one period fits.", _PERIOD_HINT, typed=text, instead=instead
    )


def _check_period(text: str, today: date) -> None:
    """Raises the error of words beside an item that are no period."""
    try:
        parse_period(text, today)
    except Unreadable as error:
        example = error.instead
        offer_periods(error, text, today)
        if error.instead == example and not text[0].isdigit():
            error.instead = ((),)
        raise


def _explain_text(db: Connection, text: str, today: date) -> ChosenItem:
    """Raises the error of a text that names no item and no period."""
    try:
        return choose_item(db, text)
    except NotFound as fault:
        meant = Unreadable("", typed=text)
        offer_periods(meant, text, today)
        if meant.instead:
            fault.instead = (*meant.instead, *fault.instead)
            names = [str(name) for name in fault.instead]
            fault.hint = f"Did you mean {join_words(names, 'or')}?"
        elif text[0].isdigit() and not fault.instead:
            parse_period(text, today)
        else:
            fault.hint = f"{fault.hint}\n{_PERIOD_HINT}"
        raise
