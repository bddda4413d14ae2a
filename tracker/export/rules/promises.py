"""What was planned against what was delivered: every change with its day and reason."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tracker.choices import CLAIMED, DELIVERED, GIVEN_UP, OPEN, OVER, WITHDRAWN
from tracker.export.rules.completions import Completion
from tracker.export.rules.progress import Moved, Promise
from tracker.plans.rules.plans import Plan, PlanStatus, plan_statuses
from tracker.text.periods import Period


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What became of subjects (slugs) by today: completed, or given up."""

    completions: Mapping[str, Completion]
    given_up: Collection[str]
    today: date


def build_promises(
    plans: Sequence[Plan], outcomes: Outcomes, period: Period
) -> tuple[Promise, ...]:
    """Each plan that was open in the period, earliest due first, with all changes since.

    `plans` come oldest first. A withdrawn plan stays, as withdrawn.
    """
    subjects = {
        plan.subject
        for plan in plans
        if period.until is None or plan.day <= period.until
    }
    chosen = [plan for plan in plans if plan.subject in subjects]
    promises = [
        judge_promise(_promise(status), outcomes)
        for status in plan_statuses(chosen, {}, ())
    ]
    in_period = [p for p in promises if not _is_over_before(p, period)]
    return tuple(sorted(in_period, key=lambda p: (p.due, p.subject)))


def plans_without(subjects: Collection[str], plans: Iterable[Plan]) -> list[Plan]:
    """The plans that are about none of these subjects."""
    return [plan for plan in plans if plan.subject not in subjects]


def judge_promise(promise: Promise, outcomes: Outcomes) -> Promise:
    """The promise with its state.

    Nothing is delivered without evidence that counts, or over the limit of its hours.
    """
    completion = outcomes.completions.get(promise.subject)
    if completion is None:
        due = promise.moved[-1].due if promise.moved else promise.due
        if due is None:
            return replace(promise, state=WITHDRAWN)
        if promise.subject in outcomes.given_up:
            return replace(promise, state=GIVEN_UP)
        days = (outcomes.today - due).days
        return replace(promise, state=OPEN, late=days if days > 0 else None)
    ledger, shown = completion.ledger, completion.shown
    state = DELIVERED if shown else CLAIMED
    if ledger and ledger.over:
        state, shown = OVER, None
    return replace(
        promise,
        state=state,
        completed=completion.day,
        delivered=shown,
        late=(completion.day - promise.due).days,
        links=completion.links,
        ledger=ledger,
        has_hours=completion.has_hours,
    )


def _is_over_before(promise: Promise, period: Period) -> bool:
    """Whether a promise ended, and had its evidence, before the period began."""
    if period.since is None:
        return False
    ended = promise.delivered or promise.completed
    if ended:
        return ended < period.since
    last = promise.moved[-1] if promise.moved else None
    return last is not None and last.due is None and last.day < period.since


def _promise(plan: PlanStatus) -> Promise:
    """A plan with the first day it was due."""
    moved = (Moved(change.day, change.due, change.because) for change in plan.changes)
    return Promise(
        title=plan.title,
        subject=plan.subject,
        said=plan.made_on,
        due=plan.first,
        moved=tuple(moved),
        because=plan.because,
    )
