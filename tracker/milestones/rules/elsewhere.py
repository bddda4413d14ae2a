"""Evidence that another work has already: one address shows one work."""

from collections.abc import Iterable, Iterator, Mapping

from tracker.milestones.rules.evidence import CLAIM, SHARED_KINDS
from tracker.milestones.rules.records import Result
from tracker.text.addresses import address_key


def is_other_work(
    result: Result, other: Result, implied: Mapping[str, frozenset[str]]
) -> bool:
    """Whether two results are of different works.

    They have different items; or different milestones, of which neither implies the
    other, and not the same item.
    """
    if result.item and other.item:
        return result.item != other.item
    if result.milestone == other.milestone:
        return False
    is_implied = other.milestone in implied.get(result.milestone, ())
    return not is_implied and result.milestone not in implied.get(other.milestone, ())


def find_elsewhere(
    typed: Iterable[tuple[str, str]], others: Iterable[Result]
) -> Iterator[tuple[str, Result]]:
    """The addresses in `typed`, kinds and places, that one of `others` has, with it.

    A certificate or letter may be about several works, and is left out.
    """
    by_key: dict[str, Result] = {}
    for other in others:
        for piece in other.evidence:
            key = address_key(piece.place)
            if key and piece.kind not in {CLAIM, *SHARED_KINDS}:
                by_key.setdefault(key, other)
    for kind, place in typed:
        same = by_key.get(address_key(place) or "")
        if same and kind not in {CLAIM, *SHARED_KINDS}:
            yield place, same
