"""How a milestone stands: open, trying, reached, over or dropped; and what else its result counts for."""

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

STATES = ("open", "trying", "reached", "over", "dropped")


@dataclass(frozen=True, slots=True)
class MilestoneStatus:
    """A milestone with all that the person did about it.

    `by` are the milestones whose results make this one count as reached too; `spent_up` says that an attempt without a
    result has used up its bound. `evidence` is its own and that of `by`.
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
        """The milestone's."""
        return self.milestone.slug

    @property
    def counted_attempt(self) -> Attempt | None:
        """The attempt with the item whose hours the ledger holds: with a result, that is not always the best one."""
        return next(
            (each for each in self.attempts if each.item == self.ledger.item), None
        )


def milestone_statuses(
    milestones: Sequence[Milestone],
    attempts: Iterable[Attempt],
    results: Iterable[Result],
    dropped: Collection[str],
    today: date,
) -> dict[str, MilestoneStatus]:
    """How each milestone stands, by slug, in the order given.

    A milestone that another one covers counts as reached with that one's result, also where that came over its bound.
    """
    tries, ends = list(attempts), list(results)
    implied = implied_milestones(milestones)
    through = {
        m.slug: [
            r
            for r in ends
            if r.milestone != m.slug and m.slug in implied.get(r.milestone, ())
        ]
        for m in milestones
    }
    return {
        m.slug: _standing(
            m,
            tuple(a for a in tries if a.milestone == m.slug),
            tuple(r for r in ends if r.milestone == m.slug),
            through[m.slug],
            m.slug in dropped,
            today,
        )
        for m in milestones
    }


def _standing(
    milestone: Milestone,
    attempts: tuple[Attempt, ...],
    results: tuple[Result, ...],
    through: Sequence[Result],
    dropped: bool,
    today: date,
) -> MilestoneStatus:
    result, attempt = best_result(results), best_attempt(attempts, milestone)
    ledger = ledger_of(milestone, result, attempt, today)
    return MilestoneStatus(
        milestone,
        _state(result, attempt, through, dropped),
        ledger,
        result,
        attempt,
        attempts,
        results,
        tuple(dict.fromkeys(r.milestone for r in through)),
        tuple(dict.fromkeys(e for r in (*results, *through) for e in r.evidence)),
        result is None and attempt is not None and is_spent(attempt.spent, milestone),
    )


def _state(
    result: Result | None,
    attempt: Attempt | None,
    through: Sequence[Result],
    dropped: bool,
) -> str:
    if through or (result and not result.over):
        return "reached"
    if result:
        return "over"
    if dropped:
        return "dropped"
    return "trying" if attempt else "open"
