"""Hours as low, likely and high, and what is left of an item for this person."""

from collections.abc import Iterable
from dataclasses import replace

from tracker.curriculum.rules.items import Item
from tracker.curriculum.rules.ratios import Ratio
from tracker.text.amounts import say_bound, say_hours

# Low, likely and high, in seconds.
Hours = tuple[int, int, int]
# The seconds of a try, and the bound that they are over.
Overrun = tuple[int, tuple[int, int]]
NO_HOURS: Hours = (0, 0, 0)
# From this share of an item on, the hours logged on it tell the pace: a quarter.
PACE_KNOWN_FROM = 4


def scale_estimate(item: Item, ratio: Ratio | None) -> Item:
    """An item with its estimate as it is likely to turn out for this person: times their own ratio."""
    if ratio is None or item.low is None or item.likely is None or item.high is None:
        return item
    low, likely, high = (
        round(seconds * ratio.value) for seconds in (item.low, item.likely, item.high)
    )
    return replace(item, low=low, likely=likely, high=high)


def hours_left(item: Item) -> Hours:
    """Seconds an item still takes: its estimate less the part said to be done, else less the hours logged."""
    if (
        item.state == "done"
        or item.low is None
        or item.likely is None
        or item.high is None
    ):
        return NO_HOURS
    estimate = item.low, item.likely, item.high
    if item.part is not None and item.whole:
        return _by_part(estimate, item.seconds, item.part, item.whole)
    low, likely, high = (max(0, seconds - item.seconds) for seconds in estimate)
    # Near its likely end and past it, an item takes on average a third of what its high estimate leaves: at first no
    # more than it likely takes, however far apart its estimates are.
    return low, min(estimate[1], max(likely, high // 3)), high


def _by_part(estimate: Hours, logged: int, part: int, whole: int) -> Hours:
    """What is left after `part` of `whole`; at the pace of the hours logged, where these are more than estimated.

    Not where they are fewer: some may not have been logged.
    """
    low, likely, high = (seconds * (whole - part) // whole for seconds in estimate)
    foreseen = estimate[1] * part // whole
    if part * PACE_KNOWN_FROM < whole or logged <= foreseen:
        return low, likely, high
    return (
        low * logged // foreseen,
        likely * logged // foreseen,
        high * logged // foreseen,
    )


def is_past_estimate(item: Item) -> bool:
    """Whether as much was logged on an item as it takes at most, and nothing says how far it is: no hours are left."""
    return item.part is None and item.high is not None and item.seconds >= item.high > 0


def has_unknown_rest(item: Item) -> bool:
    """Whether what is left of an item needs a word: it has no estimate, or went past it."""
    return item.low is None or is_past_estimate(item)


def say_progress(item: Item, over: Overrun | None = None) -> str:
    """How `remaining` came about, for an item that is begun: ` (55% done by your account)`, ` (43 h of it logged)`.

    That a try with it is `over` its bound comes before.
    """
    if over:
        return f" ({say_hours(over[0])}, over its bound of {say_bound(*over[1])})"
    if item.part is not None and item.whole:
        return f" ({100 * item.part // item.whole}% done by your account)"
    if item.low is None:
        return " (no estimate)"
    if is_past_estimate(item):
        how = "past" if item.high is not None and item.seconds > item.high else "all of"
        return f" ({say_hours(item.seconds)} logged, {how} its estimate)"
    return f" ({say_hours(item.seconds)} of it logged)" if item.seconds else ""


def sum_hours(hours: Iterable[Hours]) -> Hours:
    """Sums of low, likely and high."""
    low, likely, high = NO_HOURS
    for each in hours:
        low, likely, high = low + each[0], likely + each[1], high + each[2]
    return low, likely, high
