"""How hours were written down, as shares; and sums told in whole units, whose parts add up to them."""

from collections.abc import Mapping, Sequence

from tracker.export.rules.hours import SourceHours

# What was imported comes first and by its format's name; then from the surest to the least sure.
_ORDER = ("imported", "live", "same-day", "later")


def by_share(written: Mapping[str, int]) -> tuple[SourceHours, ...]:
    """Seconds by source (or by the format they were imported from), each with its share of all."""
    found = sorted(
        written.items(), key=lambda pair: (_place(pair[0]), -pair[1], pair[0])
    )
    percents = shares([seconds for _, seconds in found])
    return tuple(
        SourceHours(
            source if source in _ORDER else "imported",
            None if source in _ORDER else source,
            seconds,
            percent,
        )
        for (source, seconds), percent in zip(found, percents, strict=True)
    )


def _place(source: str) -> int:
    return _ORDER.index(source) if source in _ORDER else 0


def shares(amounts: Sequence[int]) -> list[int]:
    """The share of each amount in their sum, in whole percent; all are 0 where there is nothing to share."""
    return apportioned(amounts, 100)


def apportioned(amounts: Sequence[int], units: int) -> list[int]:
    """`units` shared out as the amounts are: what rounding down leaves goes to the largest remainders."""
    whole = sum(amounts)
    if not whole:
        return [0] * len(amounts)
    found = [units * amount // whole for amount in amounts]
    remainders = sorted(
        range(len(amounts)), key=lambda at: (-(units * amounts[at] % whole), at)
    )
    for at in remainders[: units - sum(found)]:
        found[at] += 1
    return found
