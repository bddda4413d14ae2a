"""Milestones that count: three replications, shown one by one, are three replications.

Such a milestone has a `count` and the slug of the milestone `counted`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tracker.milestones.rules.evidence import is_only_claimed
from tracker.milestones.rules.implied import implied_milestones
from tracker.milestones.rules.records import Milestone, Result

# The results with one item, the earliest first.
Work = tuple[Result, ...]


@dataclass(frozen=True, slots=True)
class CountedResults:
    """The results that count towards a milestone, which `needed` works reach.

    A work is all the results with one item; those without an item are one work. Works
    are in the order of their first days. Of `shown` works others can see evidence.
    """

    needed: int
    works: tuple[Work, ...] = ()
    shown: int = 0

    @property
    def missing(self) -> int:
        """How many works are still to do."""
        return max(0, self.needed - len(self.works))

    @property
    def unshown(self) -> int:
        """How many works are done, and still need evidence to show the milestone."""
        return max(0, self.needed - self.shown) - self.missing

    @property
    def day(self) -> date | None:
        """The day on which the last work that is needed came; None while any is missing."""
        return None if self.missing else self.works[self.needed - 1][0].day

    @property
    def results(self) -> tuple[Result, ...]:
        """The results of all works."""
        return tuple(result for work in self.works for result in work)

    @property
    def items(self) -> tuple[str, ...]:
        """The items of the works: another result with one of them adds none."""
        return tuple(work[0].item for work in self.works if work[0].item)


def counted_results(
    milestones: Sequence[Milestone], results: Iterable[Result]
) -> dict[str, CountedResults]:
    """What counts towards each milestone with a count, by its slug."""
    by_slug = {milestone.slug: milestone for milestone in milestones}
    implied = implied_milestones(milestones)
    in_order = sorted(results, key=lambda result: result.day)
    return {
        milestone.slug: _count_works(milestone, in_order, by_slug, implied)
        for milestone in milestones
        if milestone.count
    }


def missing_count(
    milestone: Milestone, milestones: Sequence[Milestone], results: Iterable[Result]
) -> int:
    """How many works are still to do for a milestone; 0 for one without a count."""
    counted = counted_results(milestones, results).get(milestone.slug)
    return counted.missing if counted else 0


def _count_works(
    milestone: Milestone,
    results: Iterable[Result],
    by_slug: Mapping[str, Milestone],
    implied: Mapping[str, frozenset[str]],
) -> CountedResults:
    """The works among `results`, which are in the order of their days."""
    assert milestone.count
    works: dict[str | None, list[Result]] = {}
    for result in results:
        if _is_counted(result, milestone, implied.get(result.milestone, frozenset())):
            works.setdefault(result.item, []).append(result)
    shown = 0
    for work in works.values():
        shown += any(
            not is_only_claimed(result.evidence, by_slug[result.milestone])
            for result in work
        )
    return CountedResults(milestone.count, tuple(map(tuple, works.values())), shown)


def _is_counted(result: Result, milestone: Milestone, implied: frozenset[str]) -> bool:
    """Whether a result, which reaches `implied` too, counts towards a milestone.

    One over its limit counts only for what it implies. One that reaches the milestone
    itself is no part of it.
    """
    if milestone.slug in {result.milestone, *implied}:
        return False
    if result.milestone == milestone.counted:
        return not result.over
    return milestone.counted in implied
