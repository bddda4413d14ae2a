"""The order of works in exports, as the person sets it."""

from collections.abc import Iterable, Sequence

from tracker.errors import Unreadable
from tracker.export.rules.progress import Work


def rank_works(
    works: Iterable[Work],
    first: Sequence[Work],
    hidden: Sequence[Work],
    shown: Sequence[Work],
) -> dict[str, int | None]:
    """The new rank of each work, by its key: `first` get 1, 2 and so on.

    Those that had a rank follow in their order; the others have none and come last.
    `hidden` are left out (0), `shown` no longer. Raises Unreadable for a work that is
    to be left out and also to be first or shown.
    """
    for work in hidden:
        if work in first or work in shown:
            other = "put first" if work in first else "brought back"
            raise Unreadable(
                f"{work.key} cannot be left out and {other} at once.",
                "Type only one of these.",
                without=["--hide", "--show"],
            )
    ranks = {work.key: work.rank for work in works}
    if first:
        keys = dict.fromkeys(work.key for work in first)
        ranked = sorted(((rank, key) for key, rank in ranks.items() if rank))
        keys |= dict.fromkeys(key for _, key in ranked)
        ranks |= {key: place for place, key in enumerate(keys, 1)}
    ranks |= {work.key: 0 for work in hidden}
    ranks |= {work.key: None for work in shown if ranks[work.key] == 0}
    return ranks
