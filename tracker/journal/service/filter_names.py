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
from tracker.text.columns import quoted
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
    is_whole_name = item is not None and item.how in _WHOLE_NAMES
    if readings and not readings[0].rest:
        if not is_whole_name:
            return None, readings[0]
        if not typed.period_options:
            raise _item_or_period(text, readings[0].period)
    if is_whole_name:
        return item, None
    for reading in readings:
        _check_one_period(text, reading, today)
        if named := _find(db, reading.rest):
            return named, reading
    return item or _explain(db, typed.words, today), None


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


def _check_one_period(text: str, reading: PeriodWords, today: date) -> None:
    """Raises Unreadable where the rest of the words is a period too."""
    try:
        parse_period(reading.rest, today)
    except Unreadable:
        return
    periods = [reading.typed, reading.rest]
    raise Unreadable("Only one period fits.", _PERIOD_HINT, typed=text, instead=periods)


def _explain(db: Connection, words: Sequence[str], today: date) -> ChosenItem:
    """Raises the error of words that name no item and no period."""
    text = " ".join(words)
    for place in range(1, len(words)):
        sides = (" ".join(words[:place]), " ".join(words[place:]))
        for named, other in (sides, sides[::-1]):
            if not _find(db, named):
                continue
            if _find(db, other):
                message = "Only one item fits."
                raise Unreadable(message, "Type one.", typed=text, instead=sides)
            return _explain_text(db, other, today)
    return _explain_text(db, text, today)


def _explain_text(db: Connection, text: str, today: date) -> ChosenItem:
    """Raises the error of a text that names no item and no period."""
    try:
        return choose_item(db, text)
    except NotFound as fault:
        if text[0].isdigit() and not fault.instead:
            parse_period(text, today)
        fault.hint = f"{_PERIOD_HINT}\n{fault.hint}"
        raise
