"""Days and periods that misspelt words could mean, for errors."""

from collections.abc import Callable
from datetime import date

from tracker.errors import Unreadable
from tracker.text.columns import join_words
from tracker.text.days import COUNT_WORDS, parse_day
from tracker.text.misspellings import correct_word
from tracker.text.month_days import MONTHS, WEEKDAYS
from tracker.text.periods import parse_period

# The words that days and periods are made of; any other may be misspelt.
_WORDS = (
    "today yesterday tomorrow the day before after days week weeks ago in on of a an "
    "last this next past month months quarter year years since until to"
)
_KNOWN = (*_WORDS.split(), *WEEKDAYS, *MONTHS, *COUNT_WORDS)


def offer_days(error: Unreadable, text: str, today: date, ahead: bool) -> None:
    """Let the error of `parse_day` offer what a misspelt `text` could mean."""
    _offer(error, text, lambda other: parse_day(other, today, ahead))


def offer_periods(error: Unreadable, text: str, today: date) -> None:
    """Let the error of `parse_period` offer what a misspelt `text` could mean."""
    _offer(error, text, lambda other: parse_period(other, today))


def _offer(error: Unreadable, text: str, parse: Callable[[str], object]) -> None:
    def is_right(other: str) -> bool:
        try:
            return parse(other) is not None
        except Unreadable:
            return False

    if meant := correct_word(text, _KNOWN, is_right):
        error.hint = f"Did you mean {join_words(meant, 'or')}?"
        error.instead = tuple(meant)
