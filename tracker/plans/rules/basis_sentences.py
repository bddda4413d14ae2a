"""What the hours left of a forecast rest on, in words."""

from collections.abc import Sequence

from tracker.curriculum.rules.estimate_ratio import Ratio
from tracker.curriculum.rules.items import Item
from tracker.readiness.rules.hours import hours_left
from tracker.text.amounts import say_bound, say_hours


def say_item_basis(item: Item, scaled: Item, ratio: Ratio | None) -> str:
    """`its estimate of 40-80 h, times 1.50, less 25% done (self-reported)`.

    `scaled` is the item with its estimate times the ratio.
    """
    basis = f"its estimate of {say_bound(item.low or 0, item.high or 0)}"
    if ratio:
        basis += f", times {ratio.value:.2f}"
    if item.progress is not None:
        return f"{basis}, less {_say_progress(scaled)}"
    if item.seconds:
        return f"{basis}, less {say_hours(item.seconds)} logged"
    return basis


def say_attempt_basis(tried: Item, bound: tuple[int, int]) -> str:
    """`the 200-260 h you expected, less 5 h spent`.

    `tried` is the item with the hours expected and spent in the attempt.
    """
    less = f"{say_hours(tried.seconds)} spent"
    if tried.progress is not None:
        less = _say_progress(tried)
    return f"the {say_bound(*bound)} you expected, less {less}"


def say_steps_basis(
    slugs: Sequence[str], common_ratio: Ratio | None, *, is_scaled: bool
) -> str:
    """`the items that lead to it (a, b), times 1.50`."""
    basis = f"the items that lead to it ({', '.join(slugs)})"
    if common_ratio:
        return f"{basis}, times {common_ratio.value:.2f}"
    if is_scaled:
        return f"{basis}, each times your ratio for its kind"
    return basis


def _say_progress(item: Item) -> str:
    """`55% done (self-reported)`.

    Where more was logged than estimated for that part, the rest is counted at that
    pace, and this says so.
    """
    progress = item.progress or 0
    done = f"{progress:.0%} done (self-reported)"
    expected = round((item.likely or 0) * (1 - progress))
    if hours_left(item)[1] > expected + 1:
        return f"{done}, at your pace so far ({say_hours(item.seconds)} logged)"
    return done
