"""What was planned against what was delivered: every change with its day and reason."""

from collections.abc import Mapping, Sequence
from datetime import date

from tracker.export.rules.progress import Moved, Promise
from tracker.plans.rules.plans import Plan, PlanStatus, plan_statuses
from tracker.text.periods import Period


def build_promises(
    plans: Sequence[Plan], delivered: Mapping[str, date], period: Period
) -> tuple[Promise, ...]:
    """Each plan that was open in the period, earliest due first, with all changes since.

    `plans` come oldest first; `delivered` says on which day a subject was reached or
    finished. A withdrawn plan stays, as withdrawn.
    """
    subjects = {
        plan.subject
        for plan in plans
        if period.until is None or plan.day <= period.until
    }
    chosen = [plan for plan in plans if plan.subject in subjects]
    promises = map(_promise, plan_statuses(chosen, delivered, ()))
    in_period = [p for p in promises if not _is_over_before(p, period)]
    return tuple(sorted(in_period, key=lambda p: (p.due, p.subject)))


def _is_over_before(promise: Promise, period: Period) -> bool:
    """Whether a promise was delivered or withdrawn before the period began."""
    if period.since is None:
        return False
    if promise.delivered:
        return promise.delivered < period.since
    last = promise.moved[-1] if promise.moved else None
    return last is not None and last.due is None and last.day < period.since


def _promise(plan: PlanStatus) -> Promise:
    """A plan against the first day it was due."""
    moved = (Moved(change.day, change.due, change.because) for change in plan.changes)
    return Promise(
        title=plan.title,
        subject=plan.subject,
        said=plan.made_on,
        due=plan.first,
        moved=tuple(moved),
        delivered=plan.ended,
        late=(plan.ended - plan.first).days if plan.ended else None,
        because=plan.because,
    )
