"""click parameter types: a command body meets days and seconds, never text.

What cannot be read leaves as a TrackerError, untouched by click, so that exit codes and JSON errors are one.
"""

from collections.abc import Callable
from datetime import date, datetime, tzinfo
from typing import Protocol, TypeVar, cast

import click

from tracker.text.amounts import parse_amount
from tracker.text.counts import ParamType
from tracker.text.days import parse_day
from tracker.text.evidence import EVIDENCE_HINT, parse_evidence
from tracker.text.fractions import parse_progress
from tracker.text.hours import parse_hours
from tracker.text.periods import Period, parse_period
from tracker.text.times import parse_point
from tracker.text.zones import resolve_point

Value = TypeVar("Value")


class Clock(Protocol):
    """What the types need of the application: the day it is, the aware instant, and the local zone."""

    @property
    def today(self) -> date:
        """The day that `today` means."""

    @property
    def now(self) -> datetime:
        """The instant, aware and local."""

    @property
    def zone(self) -> tzinfo:
        """The zone that local times are in."""


def _clock(ctx: click.Context | None) -> Clock:
    return cast(Clock, (ctx or click.get_current_context()).find_root().obj)


def _read(value: object, parse: Callable[[str], Value]) -> object:
    """`value` parsed, or as it is where it is no text any more (a default, a second conversion)."""
    return parse(value) if isinstance(value, str) else value


class DayParam(ParamType):
    """A day; with `ahead` (plans, breaks) `fri` or `31 jan` is the next one, not the latest."""

    name = "day"

    def __init__(self, ahead: bool = False) -> None:
        self.ahead = ahead

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> object:
        """The date."""
        return _read(value, lambda text: parse_day(text, _clock(ctx).today, self.ahead))


class AmountParam(ParamType):
    """An amount of time, in seconds."""

    name = "amount"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> object:
        """The seconds."""
        return _read(value, parse_amount)


class PeriodParam(ParamType):
    """A period of days."""

    name = "period"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> object:
        """The Period."""

        def parse(text: str) -> Period:
            return parse_period(text, _clock(ctx).today)

        return _read(value, parse)


class EvidenceParam(ParamType):
    """A kind of evidence and where it is; `hint` is what an error says to type instead."""

    name = "kind:where"

    def __init__(self, hint: str = EVIDENCE_HINT) -> None:
        self.hint = hint

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> object:
        """The kind and the place."""
        return _read(value, lambda text: parse_evidence(text, self.hint))


class ProgressParam(ParamType):
    """Parts done of all parts."""

    name = "n/m"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> object:
        """Parts done and parts in all."""
        return _read(value, parse_progress)


class HoursParam(ParamType):
    """A low and a high estimate."""

    name = "l-h"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> object:
        """Both in seconds."""
        return _read(value, parse_hours)


class TimeParam(ParamType):
    """A point in time, such as `--at` takes."""

    name = "time"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> object:
        """The instant, aware in the local zone; Refused for one that a clock change skips or doubles."""

        def parse(text: str) -> datetime:
            clock = _clock(ctx)
            return resolve_point(parse_point(text, clock.now, clock.today), clock.zone)

        return _read(value, parse)
