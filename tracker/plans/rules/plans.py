"""Plans: what you plan to finish by which day, and what became of it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from tracker.milestones.rules.counted_results import counted_results
from tracker.milestones.rules.implied import implied_milestones
from tracker.milestones.rules.ledger import find_attempt
from tracker.readiness.rules.records import Facts


class PlanReason(NamedTuple):
    """Why a plan was made or changed; a `private` one stays out of exports."""

    text: str
    private: bool = False


class Plan(NamedTuple):
    """One entry about a plan, made on `day`: finish `subject` by `due`.

    `subject` is the slug of an item or a milestone. A `due` of None withdraws the plan.
    The reason of a `private` one stays out of exports. `because` is made up of
    `reasons`, where some were added later.
    """

    subject: str
    title: str
    due: date | None
    because: str
    day: date
    private: bool = False
    reasons: tuple[PlanReason, ...] = ()


class PlanChange(NamedTuple):
    """A plan changed on `day`: from one due day to another, or to None (withdrawn)."""

    day: date
    was: date | None
    due: date | None
    because: str
    reasons: tuple[PlanReason, ...] = ()


class PlanStatus(NamedTuple):
    """A plan with all its changes and what became of it.

    It was made on `made_on` with the due day `first` because of `because`; `due` is the
    latest due day. `state` is `open`, `kept` (on time), `late`, `withdrawn` or `left`
    (skipped or dropped); `ended` is the day on which it was done or reached, `claimed`
    whether that rests on a claim alone.
    """

    subject: str
    title: str
    due: date
    made_on: date
    first: date
    changes: tuple[PlanChange, ...] = ()
    state: str = "open"
    ended: date | None = None
    because: str = ""
    claimed: bool = False
    reasons: tuple[PlanReason, ...] = ()

    @property
    def all_reasons(self) -> tuple[PlanReason, ...]:
        """Those of the plan and of its changes, the first ones first."""
        later = [reason for change in self.changes for reason in change.reasons]
        return (*self.reasons, *later)

    @property
    def latest(self) -> date | None:
        """The due day of the last entry; None where that withdrew the plan."""
        return self.changes[-1].due if self.changes else self.first

    @property
    def moves(self) -> int:
        """How often it was given another day."""
        return sum(change.due is not None for change in self.changes)


def merge_reasons(entries: Iterable[Plan]) -> list[Plan]:
    """Plan entries (oldest first), with reasons that were added later.

    An entry with the same due day as the one before it for the same subject changes
    nothing: it only adds a reason.
    """
    merged: list[Plan] = []
    latest: dict[str, int] = {}
    for entry in entries:
        at = latest.get(entry.subject)
        if at is not None and merged[at].due == entry.due:
            merged[at] = _with_reason(merged[at], entry)
        else:
            latest[entry.subject] = len(merged)
            merged.append(_with_reason(entry._replace(because=""), entry))
    return merged


def without_private_reasons(entries: Iterable[Plan]) -> list[Plan]:
    """The same plan entries as others may read them."""
    return [each._replace(because="") if each.private else each for each in entries]


def _with_reason(plan: Plan, later: Plan) -> Plan:
    """`plan` with the reason of `later` too; one of a later day says that day."""
    if not later.because:
        return plan
    added = f" (added {later.day})" if later.day != plan.day else ""
    reasons = (*plan.reasons, PlanReason(f"{later.because}{added}", later.private))
    because = "; ".join(reason.text for reason in reasons)
    return plan._replace(because=because, reasons=reasons)


def plan_statuses(
    plans: Sequence[Plan], ended: Mapping[str, date], left: Collection[str]
) -> tuple[PlanStatus, ...]:
    """The plan of each subject, earliest due first; `plans` come oldest first.

    `ended` says when a subject was done or reached; `left` are those given up.
    """
    by_subject: dict[str, list[Plan]] = {}
    for plan in plans:
        by_subject.setdefault(plan.subject, []).append(plan)
    statuses = []
    for subject, entries in by_subject.items():
        status = _status(entries, ended.get(subject), left=subject in left)
        if status:
            statuses.append(status)
    return tuple(sorted(statuses, key=lambda status: (status.due, status.subject)))


def open_plans(
    plans: Sequence[Plan], closed: Collection[str]
) -> tuple[PlanStatus, ...]:
    """The plans neither withdrawn nor for a subject in `closed`, earliest due first."""
    statuses = plan_statuses(plans, {}, closed)
    return tuple(status for status in statuses if status.state == "open")


def _status(
    entries: Sequence[Plan], ended: date | None, *, left: bool
) -> PlanStatus | None:
    """The status from all entries about one subject; None where it never had a day."""
    start = next((at for at, entry in enumerate(entries) if entry.due), None)
    if start is None:
        return None
    first, later = entries[start], entries[start + 1 :]
    due_days = [entry.due for entry in entries[start:]]
    changes = tuple(
        PlanChange(entry.day, was, entry.due, entry.because, entry.reasons)
        for was, entry in zip(due_days, later, strict=False)
    )
    assert first.due is not None
    return PlanStatus(
        subject=first.subject,
        title=first.title,
        due=next(day for day in reversed(due_days) if day),
        made_on=first.day,
        first=first.due,
        changes=changes,
        state=_state(due_days[-1], ended, left=left),
        ended=ended,
        because=first.because,
        reasons=first.reasons,
    )


def _state(due: date | None, ended: date | None, *, left: bool) -> str:
    if due is None:
        return "withdrawn"
    if ended:
        return "kept" if ended <= due else "late"
    return "left" if left else "open"


def end_days(facts: Facts) -> dict[str, date]:
    """The day on which each item was done and each milestone reached, by slug.

    A milestone is reached by itself, by one that implies it, or by results it counts.
    """
    days = {
        item.slug: item.state_day
        for item in facts.items
        if item.state == "done" and item.state_day
    }
    implied = implied_milestones(facts.milestones)
    for result in facts.results:
        for slug in (result.milestone, *implied.get(result.milestone, ())):
            days[slug] = min(result.day, days.get(slug, result.day))
    counted = counted_results(facts.milestones, facts.results)
    for milestone, works in counted.items():
        if works.day:
            for slug in (milestone, *implied.get(milestone, ())):
                days[slug] = min(works.day, days.get(slug, works.day))
    return days


def plan_end_days(facts: Facts, plans: Sequence[Plan]) -> dict[str, date]:
    """As `end_days`; an item that is not done also ends with its first result.

    A milestone reached with an item completes the item's plan, until a plan is made for
    the item on a later day than the result was entered.
    """
    latest = {plan.subject: plan.day for plan in plans}
    days = end_days(facts)
    for result in sorted(facts.results, key=lambda result: result.day):
        attempt = find_attempt(result.milestone, result.item, facts.attempts)
        for slug in attempt.items if attempt else (result.item,):
            if slug in latest and latest[slug] <= result.entered:
                days.setdefault(slug, result.day)
    return days


def given_up_slugs(facts: Facts) -> frozenset[str]:
    """The items skipped or dropped, and the milestones dropped."""
    items = {item.slug for item in facts.items if item.state in ("skipped", "dropped")}
    return facts.dropped | items
