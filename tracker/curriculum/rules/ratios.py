"""How the person's hours compare with the estimates, over what they finished."""

from collections.abc import Iterable
from dataclasses import dataclass

from tracker.curriculum.rules.items import Item

ENOUGH = 5


@dataclass(frozen=True, slots=True)
class Ratio:
    """Hours logged over hours likely, of `count` finished items of one `kind`; of all kinds where it is None."""

    value: float
    count: int
    kind: str | None = None


def find_ratio(kind: str, items: Iterable[Item]) -> Ratio | None:
    """The ratio over finished items of `kind`; below five of them, over all kinds. None where nothing is to compare.

    Feeds, podcasts, tools and habits never finish and have none, nor has an item done without an hour logged.
    """
    finished = [
        i for i in items if i.state == "done" and i.finishes and i.seconds and i.likely
    ]
    alike = [i for i in finished if i.kind == kind]
    if len(alike) >= ENOUGH:
        return _ratio(alike, kind)
    return _ratio(finished, None) if finished else None


def find_dependable_ratio(kind: str, items: Iterable[Item]) -> Ratio | None:
    """The ratio that estimates are multiplied by: that of five finished items of `kind` or more, else the pooled one.

    None over fewer than five in all; nor is anything made shorter by what was pooled: who is quick at courses, or did
    not log all of them, is not therefore quick at replications.
    """
    ratio = find_ratio(kind, items)
    if (
        ratio is None
        or ratio.count < ENOUGH
        or (ratio.kind is None and ratio.value < 1)
    ):
        return None
    return ratio


def _ratio(items: list[Item], kind: str | None) -> Ratio:
    likely = sum(i.likely or 0 for i in items)
    return Ratio(sum(i.seconds for i in items) / likely, len(items), kind)
