"""What results, attempts and ratings are about."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from tracker.curriculum.rules.items import Item
from tracker.export.rules.progress import BoundHours
from tracker.milestones.rules.evidence import CLAIM
from tracker.milestones.rules.records import Milestone, Result
from tracker.readiness.rules.support import CONFIRMING_KINDS
from tracker.text.periods import Period

# Kinds of items worth naming to others; a list of forty articles would bury them.
LASTING = frozenset({"replication", "project", "programme", "course", "book"})


@dataclass(frozen=True, slots=True)
class Subjects:
    """Items and milestones by slug, and the titles of skills by slug."""

    items: Mapping[str, Item]
    milestones: Mapping[str, Milestone]
    skills: Mapping[str, str]

    def ledgers(self, results: Iterable[Result]) -> Iterator[BoundHours]:
        """The hours of those results whose milestone has a limit, against it."""
        for result in results:
            within = self.milestones[result.milestone].within
            if within:
                yield BoundHours(result.spent, *within, result.over)

    def has_hours(self, item: str | None, milestones: Iterable[str]) -> bool | None:
        """Whether hours were logged on a work's items; None where it has none."""
        if item is None:
            return None
        slugs = {item}
        for slug in milestones:
            phases = self.milestones[slug].phase_items
            slugs.update(phases if item in phases else ())
        return any(self.items[slug].seconds for slug in slugs)


def is_vouched(milestone: Milestone) -> bool:
    """Whether only somebody else can confirm it: letters and reviews alone count."""
    kinds = {*milestone.kinds} - {CLAIM}
    return bool(kinds) and CONFIRMING_KINDS.issuperset(kinds)


def is_within(day: date | None, period: Period) -> bool:
    """Whether `day` lies in a period; an unknown day lies only in one without a start."""
    if day is None:
        return period.since is None
    if period.since and day < period.since:
        return False
    return period.until is None or day <= period.until
