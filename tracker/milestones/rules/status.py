"""The status of a milestone: open, trying, reached, over or dropped."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from tracker.milestones.rules.counted_results import (
    CountedResults,
    counted_results,
    is_counted,
)
from tracker.milestones.rules.evidence import is_only_claimed, is_open_to_others
from tracker.milestones.rules.implied import find_wholes, implied_milestones
from tracker.milestones.rules.ledger import (
    Ledger,
    best_attempt,
    best_result,
    is_spent,
    ledger_of,
)
from tracker.milestones.rules.records import Attempt, Evidence, Milestone, Result

# The slug of a reached milestone, and a result that it rests on.
Cause = tuple[str, Result]


class MilestoneStatus(NamedTuple):
    """A milestone with all that the person recorded of it.

    `state` is one of `MILESTONE_STATES`. `implied_by` are the slugs of the milestones
    that make this one count as reached too; `evidence` is its own and theirs.
    `rests_on` are the milestones, itself too, whose results make it reached.
    `is_spent_up` says that an attempt without a result has used up the limit. `counted`
    is what counts towards it, None for one without a count.
    """

    milestone: Milestone
    state: str
    ledger: Ledger
    result: Result | None = None
    attempt: Attempt | None = None
    attempts: tuple[Attempt, ...] = ()
    results: tuple[Result, ...] = ()
    implied_by: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    rests_on: tuple[str, ...] = ()
    is_spent_up: bool = False
    counted: CountedResults | None = None

    @property
    def slug(self) -> str:
        """The slug of the milestone."""
        return self.milestone.slug

    @property
    def is_claimed_only(self) -> bool:
        """Whether it is reached, and evidence for it is still to be given."""
        if self.state != "reached":
            return False
        own = (each.evidence for each in self.results)
        is_claimed = all(is_only_claimed(each, self.milestone) for each in own)
        if self.counted and not self.counted.missing:
            return is_claimed and bool(self.counted.unshown)
        return not self.implied_by and is_claimed

    @property
    def is_unshown(self) -> bool:
        """Whether it is reached, by whatever, on a claim alone."""
        is_bare = self.state == "reached" and not self.counted_evidence
        return self.is_claimed_only or is_bare

    @property
    def counted_evidence(self) -> tuple[Evidence, ...]:
        """Its evidence that others can check, of a kind that shows it.

        What shows a milestone that implies this one is of that one's kinds.
        """
        own = {piece for result in self.results for piece in result.evidence}
        return tuple(
            piece
            for piece in self.evidence
            if is_open_to_others(piece)
            and (piece.kind in self.milestone.kinds or piece not in own)
        )

    @property
    def counted_attempt(self) -> Attempt | None:
        """The attempt whose hours the ledger has; with a result not always the best."""
        for attempt in self.attempts:
            if attempt.item == self.ledger.item:
                return attempt
        return None

    @property
    def items(self) -> tuple[str, ...]:
        """The items whose hours the ledger has."""
        if self.counted_attempt:
            return self.counted_attempt.items
        return (self.ledger.item,) if self.ledger.item else ()


def milestone_statuses(
    milestones: Sequence[Milestone],
    attempts: Iterable[Attempt],
    results: Iterable[Result],
    dropped: Collection[str],
    today: date,
) -> dict[str, MilestoneStatus]:
    """The status of each milestone, by slug, in the order of `milestones`.

    A milestone that another one implies counts as reached with that one's result, even
    if that is over its limit, or with those it counts. `dropped` are slugs.
    """
    all_attempts, all_results = list(attempts), list(results)
    counted = counted_results(milestones, all_results, all_attempts)
    causes = _find_causes(implied_milestones(milestones), all_results, counted)
    for whole, found in _find_part_causes(milestones, all_results).items():
        causes[whole] += found
    statuses = {}
    for milestone in milestones:
        slug = milestone.slug
        statuses[slug] = _status(
            milestone,
            attempts=tuple(a for a in all_attempts if a.milestone == slug),
            results=tuple(r for r in all_results if r.milestone == slug),
            causes=causes[slug],
            counted=counted.get(slug),
            is_dropped=slug in dropped,
            today=today,
        )
    return statuses


def find_counting(
    slug: str, statuses: Iterable[MilestoneStatus]
) -> tuple[MilestoneStatus, ...]:
    """The statuses of the milestones that count results of the one with `slug`."""
    listed = list(statuses)
    implied = implied_milestones(status.milestone for status in listed)
    return tuple(
        status
        for status in listed
        if status.counted and is_counted(status.milestone, slug, implied)
    )


def _find_causes(
    implied: Mapping[str, frozenset[str]],
    results: Iterable[Result],
    counted: Mapping[str, CountedResults],
) -> dict[str, list[Cause]]:
    """By slug, what makes a milestone reached other than its own results."""
    causes: dict[str, list[Cause]] = defaultdict(list)
    for result in results:
        for slug in implied.get(result.milestone, ()):
            causes[slug].append((result.milestone, result))
    for counting, works in counted.items():
        if works.missing:
            continue
        causes[counting] += [(each.milestone, each) for each in works.results]
        for slug in implied[counting]:
            causes[slug] += [(counting, each) for each in works.results]
    return causes


def _find_part_causes(
    milestones: Sequence[Milestone], results: Sequence[Result]
) -> dict[str, list[Cause]]:
    """By slug, the results of each whole whose parts are all shown."""
    by_slug = {milestone.slug: milestone for milestone in milestones}
    implied = implied_milestones(milestones)
    shown: dict[str, list[Cause]] = defaultdict(list)
    for result in results:
        slug = result.milestone
        if not is_only_claimed(result.evidence, by_slug[slug]):
            for part in implied[slug] | (set() if result.over else {slug}):
                shown[part].append((slug, result))
    return {
        whole: [cause for part in parts for cause in shown[part]]
        for whole, parts in find_wholes(milestones).items()
        if all(shown[part] for part in parts)
    }


def _status(
    milestone: Milestone,
    *,
    attempts: tuple[Attempt, ...],
    results: tuple[Result, ...],
    causes: Sequence[Cause],
    counted: CountedResults | None,
    is_dropped: bool,
    today: date,
) -> MilestoneStatus:
    """The status from its own attempts and results, and from what else reaches it."""
    result, attempt = best_result(results), best_attempt(attempts, milestone)
    all_results = (*results, *(each for _, each in causes))
    pieces = (piece for each in all_results for piece in each.evidence)
    is_spent_up = attempt is not None and is_spent(attempt.spent, milestone)
    return MilestoneStatus(
        milestone=milestone,
        state=_state(result, attempt, is_dropped, is_implied=bool(causes)),
        ledger=ledger_of(milestone, result, attempt, today),
        result=result,
        attempt=attempt,
        attempts=attempts,
        results=results,
        implied_by=tuple(dict.fromkeys(slug for slug, _ in causes)),
        evidence=tuple(dict.fromkeys(pieces)),
        rests_on=tuple(dict.fromkeys(each.milestone for each in all_results)),
        is_spent_up=result is None and is_spent_up,
        counted=counted,
    )


def _state(
    result: Result | None,
    attempt: Attempt | None,
    is_dropped: bool,
    *,
    is_implied: bool,
) -> str:
    if is_implied or (result and not result.over):
        return "reached"
    if result:
        return "over"
    if is_dropped:
        return "dropped"
    return "trying" if attempt else "open"
