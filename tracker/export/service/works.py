"""The works of the person: all in their order, or those that were named."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from sqlite3 import Connection

from tracker.errors import Ambiguous, NotFound
from tracker.export.rules.progress import Work
from tracker.export.rules.subjects import Subjects
from tracker.export.rules.tasks import AGENT
from tracker.export.rules.work_names import find_work, refuse_unreached
from tracker.journal.store.export_hours import agent_days
from tracker.milestones.store.names import find_item_or_milestone
from tracker.readiness.rules.records import Facts
from tracker.readiness.store.facts import read_skills


def read_subjects(db: Connection, facts: Facts) -> Subjects:
    """What the facts are about, by slug."""
    return Subjects(
        items={item.slug: item for item in facts.items},
        milestones={milestone.slug: milestone for milestone in facts.milestones},
        skills={skill.slug: skill.title for skill in read_skills(db)},
        attempts=facts.attempts,
        agent_days=agent_days(db, AGENT),
    )


def split_works(
    db: Connection, only: Sequence[str], works: Sequence[Work], subjects: Subjects
) -> tuple[tuple[Work, ...], frozenset[str]]:
    """The works that an export lists, and the keys of all others.

    It lists those named in `only` as `choose_works` does, or else those not left out.
    """
    listed = tuple(work for work in works if work.rank != 0)
    if only:
        listed = choose_works(db, only, works, subjects)
    return listed, frozenset({w.key for w in works} - {w.key for w in listed})


def choose_works(
    db: Connection, typed: Iterable[str], works: Sequence[Work], subjects: Subjects
) -> tuple[Work, ...]:
    """The works that these names mean, each once, ranked in the order of the names.

    Raises NotFound or Ambiguous for a name, and Refused for an item or a milestone that
    has no result.
    """
    chosen = [_find(db, name, works, subjects) for name in typed]
    once = {work.key: work for work in chosen}.values()
    return tuple(replace(work, rank=place) for place, work in enumerate(once, 1))


def _find(
    db: Connection, typed: str, works: Sequence[Work], subjects: Subjects
) -> Work:
    try:
        return find_work(typed, works, subjects)
    except NotFound as fault:
        try:
            match = find_item_or_milestone(db, typed)
        except (NotFound, Ambiguous):
            raise fault from None
        raise refuse_unreached(match.kind, match.slug, subjects) from None
