"""What was promised against what was delivered: every change of a plan with its day and its reason, late ones too."""

from collections.abc import Mapping, Sequence
from datetime import date

from tracker.export.rules.packet import Moved, Promise
from tracker.outlook.rules.plans import Plan
from tracker.words.periods import Period


def promises(plans: Sequence[Plan], delivered: Mapping[str, date], period: Period) -> tuple[Promise, ...]:
    """Each plan that stood in the period, earliest due first, with all that came of it since.

    `plans` come oldest first; `delivered` says when a subject was reached or finished. A plan that was withdrawn stays,
    as withdrawn.
    """
    said: dict[str, list[Plan]] = {}
    for plan in plans:
        if plan.subject in said or period.until is None or plan.day <= period.until:
            said.setdefault(plan.subject, []).append(plan)
    found = (_promise(words, delivered.get(subject)) for subject, words in said.items())
    kept = (p for p in found if p and not _over_before(p, period))
    return tuple(sorted(kept, key=lambda p: (p.due, p.subject)))


def _over_before(promise: Promise, period: Period) -> bool:
    """Whether a promise was kept or withdrawn before the period began."""
    if period.since is None:
        return False
    if promise.delivered:
        return promise.delivered < period.since
    last = promise.moved[-1] if promise.moved else None
    return last is not None and last.due is None and last.day < period.since


def _promise(words: Sequence[Plan], delivered: date | None) -> Promise | None:
    first = next((at for at, word in enumerate(words) if word.due), None)
    if first is None:
        return None
    plan, moved = words[first], tuple(Moved(w.day, w.due, w.because) for w in words[first + 1 :])
    assert plan.due is not None
    late = (delivered - plan.due).days if delivered else None
    return Promise(plan.title, plan.subject, plan.day, plan.due, moved, delivered, late, plan.because)
