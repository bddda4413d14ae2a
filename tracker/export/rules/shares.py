"""How hours were written down, as shares: whole percentages that add up to 100."""

from collections.abc import Mapping, Sequence

from tracker.export.rules.packet import SourceHours

# What was imported comes first and by its format's name; then from the surest to the least sure.
_ORDER = ("imported", "live", "same-day", "later")


def by_share(written: Mapping[str, int]) -> tuple[SourceHours, ...]:
    """Seconds by source (or by the format they were imported from), each with its share of all."""
    found = sorted(written.items(), key=lambda pair: (_place(pair[0]), -pair[1], pair[0]))
    percents = shares([seconds for _, seconds in found])
    return tuple(
        SourceHours(source if source in _ORDER else "imported", None if source in _ORDER else source, seconds, percent)
        for (source, seconds), percent in zip(found, percents, strict=True)
    )


def _place(source: str) -> int:
    return _ORDER.index(source) if source in _ORDER else 0


def shares(amounts: Sequence[int]) -> list[int]:
    """The share of each amount in their sum, in whole percent; what rounding leaves goes to the largest remainders.

    All are 0 where there is nothing to share.
    """
    whole = sum(amounts)
    if not whole:
        return [0] * len(amounts)
    percents = [100 * amount // whole for amount in amounts]
    remainders = sorted(range(len(amounts)), key=lambda at: (-(100 * amounts[at] % whole), at))
    for at in remainders[: 100 - sum(percents)]:
        percents[at] += 1
    return percents
