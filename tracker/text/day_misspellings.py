"""Days and periods that misspelt words could mean, for errors."""

from collections.abc import Callable
from datetime import date
from functools import partial

from tracker.errors import Unreadable
from tracker.text.columns import join_words
from tracker.text.days import COUNT_WORDS, DAY_HINT, NoSuchDay, parse_day
from tracker.text.misspellings import correct_word
from tracker.text.month_days import MONTHS, WEEKDAYS
from tracker.text.periods import parse_period
from tracker.text.readable import is_readable

# The words that days and periods are made of; any other may be misspelt.
_WORDS = (
    "today yesterday tomorrow the day before after days week weeks ago in on of a an "
    "last this next past tonight morning afternoon evening night month months quarter "
    "year years since until to"
)
_KNOWN = (*_WORDS.split(), *WEEKDAYS, *MONTHS, *COUNT_WORDS)
# Of a word among others; a shorter one is near too many: `stat` is no `sat`.
_FEWEST_LETTERS = 5


def offer_days(error: Unreadable, text: str, today: date, ahead: bool) -> None:
    """Let the error of `parse_day` offer what a misspelt `text` could mean."""
    _offer(error, text, lambda other: parse_day(other, today, ahead))


def find_day_fault(text: str, today: date) -> Unreadable | None:
    """The error of a text that was probably meant as a day; None for any other.

    It can be read in two ways (`7/12`), is misspelt (`yesturday`), or in no calendar
    (`31.11.`): then nothing is offered.
    """
    try:
        parse_day(text, today)
    except NoSuchDay as error:
        error.instead = ()
        return error
    except Unreadable as error:
        if len(text) >= _FEWEST_LETTERS:
            offer_days(error, text, today, ahead=False)
        return error if error.hint != DAY_HINT else None
    return None


def offer_periods(error: Unreadable, text: str, today: date) -> None:
    """Let the error of `parse_period` offer what a misspelt `text` could mean."""
    _offer(error, text, lambda other: parse_period(other, today))


def _offer(error: Unreadable, text: str, parse: Callable[[str], object]) -> None:
    if meant := correct_word(text, _KNOWN, partial(is_readable, parse)):
        error.hint = f"Did you mean {join_words(meant, 'or')}?"
        error.instead = tuple(meant)
