"""click parameter types: commands get days and seconds, not text.

Text that cannot be read raises a TrackerError, which click passes on, so that its exit
code and its JSON are those of all errors.
"""

from collections.abc import Callable, Sequence
from datetime import date, datetime, tzinfo
from typing import Protocol, TypeVar, cast

import click

from tracker.errors import TrackerError, Unreadable
from tracker.text.amounts import parse_amount
from tracker.text.columns import clean_title
from tracker.text.counts import ParamType
from tracker.text.day_misspellings import offer_days, offer_periods
from tracker.text.days import parse_day
from tracker.text.evidence import EVIDENCE_HINT, parse_evidence
from tracker.text.hours import parse_hours
from tracker.text.periods import Period, parse_period

Value = TypeVar("Value")
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


def _clock(ctx: click.Context | None) -> Clock:
    return cast(Clock, (ctx or click.get_current_context()).find_root().obj)


def _convert(value: object, parse: Callable[[str], Value]) -> object:
    """`value` parsed; a value that is not text (a default) is returned as it is."""
    return parse(value) if isinstance(value, str) else value


def _offer_quotes(
    error: Unreadable, ctx: click.Context | None, parse: Callable[[str], object]
) -> None:
    """Let the error of one word offer the words typed in a row: `--by "20 dec"`."""
    words = _clock(ctx).arguments
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


class DayParam(ParamType):
    """A day; with `ahead` (plans, breaks) `fri` is the next one, not the latest."""

    name = "day"

    def __init__(self, ahead: bool = False) -> None:
        self.ahead = ahead

    def parse(self, text: str, today: date) -> date:
        """The day that `text` names. Raises Unreadable."""
        return parse_day(text, today, self.ahead)

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> object:
        """The date."""

        def parse(text: str) -> date:
            today = _clock(ctx).today
            try:
                return self.parse(text, today)
            except Unreadable as error:
                offer_days(error, text, today, self.ahead)
                _offer_quotes(error, ctx, lambda other: self.parse(other, today))
                raise

        return _convert(value, parse)


class AmountParam(ParamType):
    """An amount of time, in seconds; an error offers at most `longest` seconds."""

    name = "amount"

    def __init__(self, longest: int | None = None) -> None:
        self.longest = longest

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> object:
        """The seconds."""
        return _convert(value, lambda text: parse_amount(text, self.longest))


class PeriodParam(ParamType):
    """A period of days."""

    name = "period"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> object:
        """The Period."""

        def parse(text: str) -> Period:
            today = _clock(ctx).today
            try:
                return parse_period(text, today)
            except Unreadable as error:
                offer_periods(error, text, today)
                _offer_quotes(error, ctx, lambda other: parse_period(other, today))
                raise

        return _convert(value, parse)


class EvidenceParam(ParamType):
    """A kind of evidence and its place; an error has `hint` and offers kinds."""

    name = "kind:where"

    def __init__(
        self, hint: str = EVIDENCE_HINT, offered: Sequence[str] = ("repo", "post")
    ) -> None:
        self.hint, self.offered = hint, offered

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> object:
        """The kind and the place."""

        def parse(text: str) -> tuple[str, str]:
            return parse_evidence(text, self.hint, self.offered)

        return _convert(value, parse)


class LineParam(ParamType):
    """One line of text of at most `longest` characters, cleaned; it may be empty."""

    name = "text"

    def __init__(self, longest: int) -> None:
        self.longest = longest

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> object:
        """The line."""
        assert param
        option, placeholder = param.opts[0], param.metavar or ""

        def parse(text: str) -> str:
            line = clean_title(text)
            if len(line) <= self.longest:
                return line
            raise Unreadable(
                f"The text of {option} has {len(line)} characters; "
                f"at most {self.longest} are allowed.",
                "Type one short line in quotes:",
                without=[option],
                added=[(option, placeholder)],
            )

        return _convert(value, parse)


class HoursParam(ParamType):
    """A low and a high estimate."""

    name = "l-h"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> object:
        """Both, in seconds."""
        return _convert(value, parse_hours)
