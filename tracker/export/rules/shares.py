"""Shares of a total in whole units, so that the parts add up to it."""

from collections.abc import Mapping, Sequence

from tracker.choices import SOURCES
from tracker.export.rules.hours import SourceHours

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
    return apportion(amounts, 100)


def apportion(amounts: Sequence[int], units: int) -> list[int]:
    """`units` divided as the amounts are.

    Each share is rounded down; the units left over go to the largest remainders.
    """
    total = sum(amounts)
    if not total:
        return [0] * len(amounts)
    parts = [units * amount // total for amount in amounts]

    def order(at: int) -> tuple[int, int]:
        remainder = units * amounts[at] % total
        return -remainder, at

    by_remainder = sorted(range(len(amounts)), key=order)
    for at in by_remainder[: units - sum(parts)]:
        parts[at] += 1
    return parts
