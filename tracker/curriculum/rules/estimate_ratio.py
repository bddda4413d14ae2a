"""Hours logged compared with the estimates, over finished items."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tracker.curriculum.rules.items import Item

ENOUGH = 5
# Done after fewer logged hours than this share of its low estimate, an item was mostly
# known or not logged, and says nothing about how fast its hours pass.
LEAST_SHARE = 0.1


@dataclass(frozen=True, slots=True)
class Ratio:
    """Hours logged divided by likely hours, over `count` finished items.

    `kind` is their kind; None where items of all kinds are pooled.
    """

    value: float
    count: int
    kind: str | None = None


def find_ratio(kind: str, items: Iterable[Item]) -> Ratio | None:
    """The ratio over finished items of `kind`, or over all kinds below five of them.

    None where nothing can be compared. Podcasts, newsletters, tools and habits never
    finish and are left out, as are items done after hardly any hours.
    """
    finished = [item for item in items if _is_comparable(item)]
    same_kind = [item for item in finished if item.kind == kind]
    if len(same_kind) >= ENOUGH:
        return _ratio(same_kind, kind)
    return _ratio(finished, None) if finished else None


def find_dependable_ratio(kind: str, items: Iterable[Item]) -> Ratio | None:
    """The ratio that estimates are multiplied by; None over fewer than five items.

    A pooled ratio below 1 is not used: somebody quick at courses, or who did not log
    all of them, is not therefore quick at replications.
    """
    ratio = find_ratio(kind, items)
    if ratio is None or ratio.count < ENOUGH:
        return None
    if ratio.kind is None and ratio.value < 1:
        return None
    return ratio


def _is_comparable(item: Item) -> bool:
    is_done = item.state == "done" and item.finishes
    least = (item.low or 0) * LEAST_SHARE
    return is_done and item.seconds > 0 and item.seconds >= least and bool(item.likely)


def _ratio(items: Sequence[Item], kind: str | None) -> Ratio:
    logged = sum(item.seconds for item in items)
    likely = sum(item.likely or 0 for item in items)
    return Ratio(logged / likely, len(items), kind)
