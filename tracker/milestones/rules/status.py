"""The status of a milestone: open, trying, reached, over or dropped."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from tracker.milestones.rules.implied import implied_milestones
from tracker.milestones.rules.ledger import (
    Ledger,
    best_attempt,
    best_result,
    is_spent,
    ledger_of,
)
from tracker.milestones.rules.records import Attempt, Evidence, Milestone, Result


@dataclass(frozen=True, slots=True)
class MilestoneStatus:
    """A milestone with all that the person recorded of it.

    `state` is one of `MILESTONE_STATES`. `implied_by` are the slugs of the milestones
    whose results make this one count as reached too; `evidence` is its own and theirs.
    `is_spent_up` says that an attempt without a result has used up the limit.
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
    is_spent_up: bool = False

    @property
    def slug(self) -> str:
        """The slug of the milestone."""
        return self.milestone.slug

    @property
    def counted_attempt(self) -> Attempt | None:
        """The attempt whose hours the ledger has; with a result not always the best."""
        for attempt in self.attempts:
            if attempt.item == self.ledger.item:
                return attempt
        return None


def milestone_statuses(
    milestones: Sequence[Milestone],
    attempts: Iterable[Attempt],
    results: Iterable[Result],
    dropped: Collection[str],
    today: date,
) -> dict[str, MilestoneStatus]:
    """The status of each milestone, by slug, in the order of `milestones`.

    A milestone that another one implies counts as reached with that one's result, even
    if that is over its limit. `dropped` are slugs.
    """
    all_attempts, all_results = list(attempts), list(results)
    implied = implied_milestones(milestones)
    statuses = {}
    for milestone in milestones:
        slug = milestone.slug
        statuses[slug] = _status(
            milestone,
            attempts=tuple(a for a in all_attempts if a.milestone == slug),
            results=tuple(r for r in all_results if r.milestone == slug),
            implying=[r for r in all_results if slug in implied.get(r.milestone, ())],
            is_dropped=slug in dropped,
            today=today,
        )
    return statuses


def _status(
    milestone: Milestone,
    *,
    attempts: tuple[Attempt, ...],
    results: tuple[Result, ...],
    implying: Sequence[Result],
    is_dropped: bool,
    today: date,
) -> MilestoneStatus:
    """The status from its own attempts and results, and from results that imply it."""
    result, attempt = best_result(results), best_attempt(attempts, milestone)
    pieces = (piece for r in (*results, *implying) for piece in r.evidence)
    is_spent_up = attempt is not None and is_spent(attempt.spent, milestone)
    return MilestoneStatus(
        milestone=milestone,
        state=_state(result, attempt, implying, is_dropped),
        ledger=ledger_of(milestone, result, attempt, today),
        result=result,
        attempt=attempt,
        attempts=attempts,
        results=results,
        implied_by=tuple(dict.fromkeys(r.milestone for r in implying)),
        evidence=tuple(dict.fromkeys(pieces)),
        is_spent_up=result is None and is_spent_up,
    )


def _state(
    result: Result | None,
    attempt: Attempt | None,
    implying: Sequence[Result],
    is_dropped: bool,
) -> str:
    if implying or (result and not result.over):
        return "reached"
    if result:
        return "over"
    if is_dropped:
        return "dropped"
    return "trying" if attempt else "open"
