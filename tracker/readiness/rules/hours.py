"""Hours as low, likely and high, and what is left of an item."""

from collections.abc import Iterable

from tracker.curriculum.rules.items import Item
from tracker.words.amounts import say_hours

# Low, likely and high, in seconds.
Hours = tuple[int, int, int]
NOTHING: Hours = (0, 0, 0)


def remaining(item: Item) -> Hours:
    """Seconds an item still takes: its estimate less the part said to be done, else less the hours logged."""
    if item.state == "done" or item.low is None or item.likely is None or item.high is None:
        return NOTHING
    estimate = item.low, item.likely, item.high
    if item.part is not None and item.whole:
        left = item.whole - item.part
        low, likely, high = (seconds * left // item.whole for seconds in estimate)
    else:
        low, likely, high = (max(0, seconds - item.seconds) for seconds in estimate)
    return low, likely, high


def counted(item: Item) -> str:
    """How `remaining` came about, for an item that is begun: ` (55% done by your account)`, ` (43 h of it logged)`."""
    if item.part is not None and item.whole:
        return f" ({100 * item.part // item.whole}% done by your account)"
    return f" ({say_hours(item.seconds)} of it logged)" if item.seconds else ""


def added(hours: Iterable[Hours]) -> Hours:
    """Sums of low, likely and high."""
    low, likely, high = NOTHING
    for each in hours:
        low, likely, high = low + each[0], likely + each[1], high + each[2]
    return low, likely, high
