"""What parameters take: commands get days and seconds, not text.

Text that cannot be read raises a TrackerError, whose exit code and JSON are those of all
errors. A `name` stands in help, in capitals.
"""

from collections.abc import Callable, Sequence
from datetime import date, datetime, tzinfo
from typing import Any, Protocol

from tracker.errors import TrackerError, Unreadable
from tracker.modules import load_module
from tracker.text.amounts import parse_amount
from tracker.text.columns import clean_title
from tracker.text.days import parse_day
from tracker.text.periods import Period, parse_period

_MOST_WORDS = 5  # of a day or period: `the day before yesterday`


class Clock(Protocol):
    """What the types need of the application: today, now, and the local zone."""

    @property
    def today(self) -> date:
        """The local day of this call."""

    @property
    def now(self) -> datetime:
        """The moment of this call, aware and local."""

    @property
    def arguments(self) -> Sequence[str]:
        """What was typed."""

    @property
    def zone(self) -> tzinfo:
        """The zone of times without an offset."""


def _offer_quotes(
    error: Unreadable, clock: Clock, parse: Callable[[str], object]
) -> None:
    """Let the error of one word offer the words typed in a row: `--by "20 dec"`."""
    words = clock.arguments
    for at in range(len(words)):
        for end in range(min(len(words), at + _MOST_WORDS), at + 1, -1):
            together = " ".join(words[at:end])
            if words[at] == error.typed and _is_read(parse, together):
                error.hint = "Type several words in quotes:"
                error.typed, error.instead = together, (together,)
                return


def _is_read(parse: Callable[[str], object], text: str) -> bool:
    try:
        return parse(text) is not None
    except TrackerError:
        return False


def _misspellings() -> Any:
    return load_module("tracker.text.day_misspellings")  # most days can be read


class DayParam:
    """A day; with `ahead` (plans, breaks) `fri` is the next one, not the latest."""

    name = "day"

    def __init__(self, ahead: bool = False) -> None:
        self.ahead = ahead

    def parse(self, text: str, today: date) -> date:
        """The day that `text` names. Raises Unreadable."""
        return parse_day(text, today, self.ahead)

    def convert(self, text: str, clock: Clock) -> date:
        """The date."""
        try:
            return self.parse(text, clock.today)
        except Unreadable as error:
            _misspellings().offer_days(error, text, clock.today, self.ahead)
            _offer_quotes(error, clock, lambda other: self.parse(other, clock.today))
            raise


class AmountParam:
    """An amount of time, in seconds; an error offers at most `longest` seconds."""

    name = "amount"

    def __init__(self, longest: int | None = None) -> None:
        self.longest = longest

    def convert(self, text: str, clock: object) -> int:
        """The seconds."""
        return parse_amount(text, self.longest)


class PeriodParam:
    """A period of days."""

    name = "period"

    def convert(self, text: str, clock: Clock) -> Period:
        """The Period."""
        today = clock.today
        try:
            return parse_period(text, today)
        except Unreadable as error:
            _misspellings().offer_periods(error, text, today)
            _offer_quotes(error, clock, lambda other: parse_period(other, today))
            raise


class LineParam:
    """One line of text of at most `longest` characters, cleaned; it may be empty.

    An error offers its `option` with the placeholder.
    """

    name = "text"

    def __init__(self, longest: int, option: str, placeholder: str) -> None:
        self.longest, self.option, self.placeholder = longest, option, placeholder

    def convert(self, text: str, clock: object) -> str:
        """The line."""
        line = clean_title(text)
        if len(line) <= self.longest:
            return line
        raise Unreadable(
            f"The text of {self.option} has {len(line)} characters; "
            f"at most {self.longest} are allowed.",
            "Type one short line in quotes:",
            without=[self.option],
            added=[(self.option, self.placeholder)],
        )


class HoursParam:
    """A low and a high estimate."""

    name = "l-h"

    def convert(self, text: str, clock: object) -> tuple[int, int]:
        """Both, in seconds."""
        hours = load_module("tracker.text.hours")  # of items and limits only
        low, high = hours.parse_hours(text)
        return low, high
