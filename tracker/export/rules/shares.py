"""Shares of a total in whole units, so that the parts add up to it."""

from collections.abc import Mapping, Sequence

from tracker.choices import SOURCES
from tracker.export.rules.hours import SourceHours
from tracker.text.amounts import round_to_unit

# Imports come first, by their format; then from the most to the least reliable.
_ORDER = ("imported", *SOURCES)


def by_share(seconds_by_source: Mapping[str, int]) -> tuple[SourceHours, ...]:
    """Seconds by source (or by the format they were imported from), with their shares."""

    def order(pair: tuple[str, int]) -> tuple[int, int, str]:
        source, seconds = pair
        place = _ORDER.index(source) if source in _ORDER else 0
        return place, -seconds, source

    pairs = sorted(seconds_by_source.items(), key=order)
    percents = shares([seconds for _, seconds in pairs])
    return tuple(
        SourceHours(
            source=source if source in _ORDER else "imported",
            read_from=None if source in _ORDER else source,
            seconds=seconds,
            percent=percent,
        )
        for (source, seconds), percent in zip(pairs, percents, strict=True)
    )


def shares(amounts: Sequence[int]) -> list[int]:
    """The share of each amount in whole percent; all 0 where the total is 0."""
    total = sum(amounts)
    return round_to_sum(amounts, times=100, per=total) if total else [0] * len(amounts)


def round_to_sum(amounts: Sequence[int], *, times: int = 1, per: int) -> list[int]:
    """Each amount times `times` / `per` as a whole number; they add up to the rounded sum.

    Each is rounded down; the units left over go to the largest remainders, so that each
    is less than one unit from its exact value. The sum is rounded as `round_to_unit`
    does.
    """
    parts = [amount * times // per for amount in amounts]
    left = round_to_unit(sum(amounts) * times, per) - sum(parts)

    def order(at: int) -> tuple[int, int]:
        return -(amounts[at] * times % per), at

    for at in sorted(range(len(amounts)), key=order)[:left]:
        parts[at] += 1
    return parts
