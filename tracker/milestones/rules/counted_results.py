"""Milestones that count: three replications, shown one by one, are three replications.

Such a milestone has a `count` and the slug of the milestone `counted`.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from tracker.milestones.rules.evidence import SHARED_KINDS, is_valid_evidence, work_key
from tracker.milestones.rules.implied import implied_milestones
from tracker.milestones.rules.records import Attempt, Evidence, Milestone, Result


class CountedWork(NamedTuple):
    """All results with one item that count, the earliest first; `item` may be None.

    `evidence` is theirs that shows their milestones; none where it is another work's.
    """

    item: str | None
    results: tuple[Result, ...]
    evidence: tuple[Evidence, ...] = ()

    @property
    def day(self) -> date:
        """The day of the first result."""
        return self.results[0].day


class CountedResults(NamedTuple):
    """The works that count towards a milestone, which `needed` of them reach.

    Works are in the order of their first days; the results without an item are one.
    `started` are the items of open attempts that would add a work.
    """

    needed: int
    works: tuple[CountedWork, ...] = ()
    started: tuple[str, ...] = ()

    @property
    def has_begun(self) -> bool:
        """Whether any work is done or started."""
        return bool(self.works or self.started)

    @property
    def missing(self) -> int:
        """How many works are still to do."""
        return max(0, self.needed - len(self.works))

    @property
    def shown(self) -> int:
        """How many works others can see evidence of."""
        return sum(bool(work.evidence) for work in self.works)

    @property
    def unshown(self) -> int:
        """How many works are done, and still need evidence to show the milestone."""
        return max(0, self.needed - self.shown) - self.missing

    @property
    def day(self) -> date | None:
        """The day of the last work that is needed; None while any is missing."""
        return None if self.missing else self.works[self.needed - 1].day

    @property
    def results(self) -> tuple[Result, ...]:
        """The results of all works."""
        return tuple(result for work in self.works for result in work.results)

    @property
    def items(self) -> tuple[str, ...]:
        """The items of the works: another result with one of them adds none."""
        return tuple(work.item for work in self.works if work.item)


def say_count(counted: CountedResults) -> str:
    """`2 of 3 done, 1 shown, 1 started`; `2 of 3 shown` where all that is done is."""
    done, shown = (
        min(number, counted.needed) for number in (len(counted.works), counted.shown)
    )
    text = f"{done} of {counted.needed} done, {shown or 'none'} shown"
    if done == shown:
        text = f"{shown} of {counted.needed} shown"
    started = len(counted.started)
    return f"{text}, {started} started" if started and counted.missing else text


def counted_results(
    milestones: Sequence[Milestone],
    results: Iterable[Result],
    attempts: Iterable[Attempt] = (),
) -> dict[str, CountedResults]:
    """What counts towards each milestone with a count, by its slug."""
    by_slug = {milestone.slug: milestone for milestone in milestones}
    implied = implied_milestones(milestones)
    in_order = sorted(results, key=lambda result: result.day)
    open_attempts = [attempt for attempt in attempts if attempt.dropped is None]
    counted = {}
    for milestone in milestones:
        if milestone.count:
            works = _find_works(milestone, in_order, by_slug, implied)
            done = {work.item for work in works}
            started = (
                attempt.item
                for attempt in open_attempts
                if attempt.item not in done
                and is_counted(milestone, attempt.milestone, implied)
            )
            items = tuple(dict.fromkeys(started))
            counted[milestone.slug] = CountedResults(milestone.count, works, items)
    return counted


def _find_works(
    milestone: Milestone,
    results: Iterable[Result],
    by_slug: Mapping[str, Milestone],
    implied: Mapping[str, frozenset[str]],
) -> tuple[CountedWork, ...]:
    """The works among `results`, which are in the order of their days.

    A result over its limit counts only for what its milestone implies.
    """
    by_item: dict[str | None, list[Result]] = defaultdict(list)
    for result in results:
        is_late = result.over and result.milestone == milestone.counted
        if not is_late and is_counted(milestone, result.milestone, implied):
            by_item[result.item].append(result)
    works = []
    for item, of_item in by_item.items():
        evidence = dict.fromkeys(
            piece
            for result in of_item
            for piece in result.evidence
            if is_valid_evidence(piece, by_slug[result.milestone])
        )
        works.append(CountedWork(item, tuple(of_item), tuple(evidence)))
    return _leave_out_repeated(works)


def _leave_out_repeated(works: Sequence[CountedWork]) -> tuple[CountedWork, ...]:
    """The works, without the evidence of one that has only what shows another one.

    As many as possible keep theirs: each needs an address of its own, or a document
    that can be about several works.
    """
    owners: dict[str, int] = {}

    def has_own(at: int, tried: set[str]) -> bool:
        if any(piece.kind in SHARED_KINDS for piece in works[at].evidence):
            return True
        for key in map(work_key, works[at].evidence):
            if key in tried:
                continue
            tried.add(key)
            if key not in owners or has_own(owners[key], tried):
                owners[key] = at
                return True
        return False

    return tuple(
        work if has_own(at, set()) else work._replace(evidence=())
        for at, work in enumerate(works)
    )


def is_counted(
    milestone: Milestone, reached: str, implied: Mapping[str, frozenset[str]]
) -> bool:
    """Whether a result of the milestone `reached` counts towards one with a count.

    It is a result of the one that is counted, or of one that implies that. One that
    reaches the milestone itself is no part of it.
    """
    all_reached = {reached, *implied.get(reached, ())}
    return milestone.counted in all_reached and milestone.slug not in all_reached
