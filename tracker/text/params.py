"""click parameter types: commands get days and seconds, not text.

Text that cannot be read raises a TrackerError, which click passes on, so that its exit
code and its JSON are those of all errors.
"""

from collections.abc import Callable, Sequence
from datetime import date, datetime, tzinfo
from typing import Protocol, TypeVar, cast

import click

from tracker.errors import Unreadable
from tracker.text.amounts import parse_amount
from tracker.text.counts import ParamType
from tracker.text.day_misspellings import offer_days, offer_periods
from tracker.text.days import parse_day
from tracker.text.evidence import EVIDENCE_HINT, parse_evidence
from tracker.text.fractions import parse_progress
from tracker.text.hours import parse_hours
from tracker.text.periods import Period, parse_period

Value = TypeVar("Value")


class Clock(Protocol):
    """What the types need of the application: today, now, and the local zone."""

    @property
    def today(self) -> date:
        """The local day of this call."""

    @property
    def now(self) -> datetime:
        """The moment of this call, aware and local."""

    @property
    def zone(self) -> tzinfo:
        """The zone of times without an offset."""


def _clock(ctx: click.Context | None) -> Clock:
    return cast(Clock, (ctx or click.get_current_context()).find_root().obj)


def _convert(value: object, parse: Callable[[str], Value]) -> object:
    """`value` parsed; a value that is not text (a default) is returned as it is."""
    return parse(value) if isinstance(value, str) else value


class DayParam(ParamType):
    """A day; with `ahead` (plans, breaks) `fri` is the next one, not the latest."""

    name = "day"

    def __init__(self, ahead: bool = False) -> None:
        self.ahead = ahead

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> object:
        """The date."""

        def parse(text: str) -> date:
            today = _clock(ctx).today
            try:
                return parse_day(text, today, self.ahead)
            except Unreadable as error:
                offer_days(error, text, today, self.ahead)
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


class ProgressParam(ParamType):
    """Parts done of a total."""

    name = "n/m"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> object:
        """Parts done and the total."""
        return _convert(value, parse_progress)


class HoursParam(ParamType):
    """A low and a high estimate."""

    name = "l-h"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> object:
        """Both, in seconds."""
        return _convert(value, parse_hours)
