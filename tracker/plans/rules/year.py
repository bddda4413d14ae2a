"""A year of days with their hours."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Year:
    """The days `since` to `until`; `until` is today, or the last day of a past year.

    `seconds` are those on the clock, of each day that has any; `off` the days of
    planned breaks.
    """

    since: date
    until: date
    seconds: Mapping[date, int]
    off: frozenset[date] = frozenset()
