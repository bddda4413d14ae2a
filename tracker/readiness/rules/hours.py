"""Hours as low, likely and high, and what is left of an item for this person."""

from collections.abc import Iterable

from tracker.curriculum.rules.estimate_ratio import Ratio
from tracker.curriculum.rules.items import Gate, Item
from tracker.text.amounts import say_bound, say_hours

# Low, likely and high, in seconds.
Hours = tuple[int, int, int]
# The seconds of an attempt, and the limit that they are over.
Overrun = tuple[int, tuple[int, int]]
NO_HOURS: Hours = (0, 0, 0)
# Once a quarter of an item is done, its logged hours tell the pace.
PACE_KNOWN_FROM = 4


def scale_estimate(item: Item, ratio: Ratio | None) -> Item:
    """The item with its estimate multiplied by the person's own ratio."""
    if ratio is None or item.low is None or item.likely is None or item.high is None:
        return item
    return item._replace(
        low=round(item.low * ratio.value),
        likely=round(item.likely * ratio.value),
        high=round(item.high * ratio.value),
    )


def hours_left(item: Item) -> Hours:
    """The seconds that an item still takes: its estimate, less what is done of it.

    Done is the part that the person reported, else the hours logged.
    """
    if item.low is None or item.likely is None or item.high is None:
        return NO_HOURS
    if item.state == "done":
        return NO_HOURS
    estimate = item.low, item.likely, item.high
    if item.part is not None and item.whole:
        return _left_by_part(estimate, item.seconds, item.part, item.whole)
    low, likely, high = (max(0, seconds - item.seconds) for seconds in estimate)
    # Near its likely end and past it, an item takes on average a third of what its high
    # estimate leaves: at first no more than it likely takes.
    return low, min(estimate[1], max(likely, high // 3)), high


def _left_by_part(estimate: Hours, logged: int, part: int, whole: int) -> Hours:
    """What is left after `part` of `whole`.

    Multiplied by the pace so far if more was logged than estimated. Not if less was
    logged: some hours may not have been recorded.
    """
    low, likely, high = (seconds * (whole - part) // whole for seconds in estimate)
    expected = estimate[1] * part // whole
    if part * PACE_KNOWN_FROM < whole or logged <= expected:
        return low, likely, high
    return (
        low * logged // expected,
        likely * logged // expected,
        high * logged // expected,
    )


def is_past_estimate(item: Item) -> bool:
    """Whether the hours logged reach the high estimate, and no part was reported."""
    if item.part is not None or item.high is None:
        return False
    return item.seconds >= item.high > 0


def has_unknown_rest(item: Item) -> bool:
    """Whether nothing says what is left: no estimate, or it is used up."""
    return item.low is None or is_past_estimate(item)


def say_progress(item: Item, overrun: Overrun | None = None) -> str:
    """How far an item is: ` (55% done, self-reported)`, ` (43 h logged)`, or nothing.

    An attempt over its limit comes first: ` (430 h logged, over the limit of 200-400
    h)`.
    """
    if overrun:
        spent, limit = overrun
        return f" ({say_hours(spent)} logged, over the limit of {say_bound(*limit)})"
    if item.part is not None and item.whole:
        return f" ({item.part / item.whole:.0%} done, self-reported)"
    if item.low is None:
        return " (no estimate)"
    if not item.seconds:
        return ""
    logged = f"{say_hours(item.seconds)} logged"
    if is_past_estimate(item):
        is_more = item.high is not None and item.seconds > item.high
        return f" ({logged}, {'past' if is_more else 'all of'} its estimate)"
    return f" ({logged})"


def sum_hours(hours: Iterable[Hours]) -> Hours:
    """The sums of low, likely and high."""
    listed = list(hours)
    low = sum(each[0] for each in listed)
    likely = sum(each[1] for each in listed)
    high = sum(each[2] for each in listed)
    return low, likely, high


def find_open_gate(item: Item) -> Gate | None:
    """What somebody else must give before the item can begin; None once it has."""
    return None if item.is_begun else item.gate


def find_hours_to_apply(item: Item) -> Hours:
    """Low, likely and high seconds of applying for the item, as far as known."""
    gate = find_open_gate(item)
    return gate.hours if gate and gate.hours else NO_HOURS


def name_of_applying(slug: str) -> str:
    """What the hours of applying for an item are called beside those of the item."""
    return f"apply to {slug}"
