"""The works in exports, and their order."""

from collections.abc import Sequence
from sqlite3 import Connection

from tracker.export.rules.progress import Work
from tracker.export.rules.work_order import rank_works
from tracker.export.rules.works import list_works
from tracker.export.service.works import choose_works, read_subjects
from tracker.milestones.store.works import save_words
from tracker.readiness.store.facts import read_facts


def read_works(db: Connection) -> tuple[Work, ...]:
    """All works in the order of exports; those left out (rank 0) are among them."""
    facts = read_facts(db)
    return list_works(facts.results, read_subjects(db, facts))


def order_works(
    db: Connection,
    first: Sequence[str],
    hide: Sequence[str],
    show: Sequence[str],
    now_utc: int,
) -> tuple[Work, ...]:
    """Put works first, leave some out or bring them back; all works in the new order.

    Raises what `choose_works` and `rank_works` do.
    """
    facts = read_facts(db)
    subjects = read_subjects(db, facts)
    works = list_works(facts.results, subjects)
    chosen = [choose_works(db, names, works, subjects) for names in (first, hide, show)]
    ranks = rank_works(works, *chosen)
    for work in works:
        if ranks[work.key] != work.rank:
            rank = {"rank": ranks[work.key]}
            save_words(db, work.item, work.milestones[0], rank, now_utc)
    return read_works(db)
