"""Plans as they were said, and where each stands."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tracker.errors import Refused
from tracker.milestones.rules.implied import implied_milestones
from tracker.readiness.rules.records import Facts


@dataclass(frozen=True, slots=True)
class Plan:
    """One thing said about a plan on `day`: `subject` (an item or a milestone) is due on `due`; None withdraws it."""

    subject: str
    title: str
    due: date | None
    because: str
    day: date


@dataclass(frozen=True, slots=True)
class PlanChange:
    """A plan changed on `day`: from one day due to another, None where it was withdrawn."""

    day: date
    was: date | None
    due: date | None
    because: str


@dataclass(frozen=True, slots=True)
class PlanStatus:
    """What is meant: due on `due`, first said on `said` for `first` and `because`, with all that was changed since.

    `state` is `open`, `kept`, `late`, `withdrawn` or `left`; `ended` is the day on which it was done or reached.
    """

    subject: str
    title: str
    due: date
    said: date
    first: date
    changes: tuple[PlanChange, ...] = ()
    state: str = "open"
    ended: date | None = None
    because: str = ""

    @property
    def latest(self) -> date | None:
        """The day that was said last; None where that withdrew it."""
        return self.changes[-1].due if self.changes else self.first

    @property
    def moves(self) -> int:
        """How often it was given another day."""
        return sum(change.due is not None for change in self.changes)


def reasoned(said: Sequence[Plan]) -> list[Plan]:
    """Plans with the reasons that were given for them afterwards, each with its day; `said` comes oldest first.

    What names the day again that a subject was due on already, or withdraws it again, is such a reason and no change.
    """
    found: list[Plan] = []
    latest: dict[str, int] = {}
    for plan in said:
        at = latest.get(plan.subject)
        if at is not None and found[at].due == plan.due:
            found[at] = _with_reason(found[at], plan)
        else:
            latest[plan.subject] = len(found)
            found.append(plan)
    return found


def _with_reason(plan: Plan, again: Plan) -> Plan:
    """One that came on a later day says so: it was no reason at the time that anybody knew of."""
    dated = (
        f"{again.because} (said on {again.day})"
        if again.because and again.day != plan.day
        else again.because
    )
    return replace(plan, because="; ".join(filter(None, (plan.because, dated))))


def plan_statuses(
    plans: Sequence[Plan], ended: Mapping[str, date], left: Collection[str]
) -> tuple[PlanStatus, ...]:
    """Every subject's plan, the earliest due first; `plans` come oldest first.

    `ended` says when a subject was done or reached, `left` are those given up.
    """
    said: dict[str, list[Plan]] = {}
    for plan in plans:
        said.setdefault(plan.subject, []).append(plan)
    meant = (
        _planned(words, ended.get(subject), subject in left)
        for subject, words in said.items()
    )
    return tuple(sorted((p for p in meant if p), key=lambda p: (p.due, p.subject)))


def planned(plans: Sequence[Plan], over: Collection[str]) -> tuple[PlanStatus, ...]:
    """What is meant now, the earliest due first: each subject's latest word, unless it is over with or withdrawn."""
    return tuple(p for p in plan_statuses(plans, {}, over) if p.state == "open")


def _planned(
    words: Sequence[Plan], ended: date | None, left: bool
) -> PlanStatus | None:
    """Where a plan stands, from all that was said of it; None where it never had a day."""
    start = next((at for at, word in enumerate(words) if word.due), None)
    if start is None:
        return None
    first, days = words[start], [word.due for word in words[start:]]
    changes = tuple(
        PlanChange(w.day, was, w.due, w.because)
        for was, w in zip(days, words[start + 1 :], strict=False)
    )
    due = next(day for day in reversed(days) if day)
    assert first.due is not None
    state = _state(days[-1], ended, left)
    return PlanStatus(
        first.subject,
        first.title,
        due,
        first.day,
        first.due,
        changes,
        state,
        ended,
        first.because,
    )


def _state(due: date | None, ended: date | None, left: bool) -> str:
    if due is None:
        return "withdrawn"
    if ended:
        return "kept" if ended <= due else "late"
    return "left" if left else "open"


def ends(facts: Facts) -> dict[str, date]:
    """When each item was done and each milestone reached, by itself or by one that covers it; no slug is both."""
    found = {
        item.slug: item.state_day
        for item in facts.items
        if item.state == "done" and item.state_day
    }
    implied = implied_milestones(facts.milestones)
    for result in facts.results:
        for slug in (result.milestone, *implied.get(result.milestone, ())):
            found[slug] = min(result.day, found.get(slug, result.day))
    return found


def plans_ended(facts: Facts, plans: Sequence[Plan]) -> dict[str, date]:
    """When what each plan was for came: as `ends`, and an item that is not done on the day of its first result.

    A plan for an item is for what comes of it, so a milestone reached with it is that; until more is planned with the
    item on a later day than the result was entered.
    """
    latest = {plan.subject: plan.day for plan in plans}
    found = ends(facts)
    for result in sorted(facts.results, key=lambda each: each.day):
        if result.item in latest and latest[result.item] <= result.entered:
            found.setdefault(result.item, result.day)
    return found


def given_up(facts: Facts) -> frozenset[str]:
    """The items skipped or dropped and the milestones dropped."""
    return facts.dropped | {
        item.slug for item in facts.items if item.state in ("skipped", "dropped")
    }


def check_open(subject: str, facts: Facts) -> None:
    """Raises Refused for what is done, reached or given up: nothing more can be meant with it."""
    day = ends(facts).get(subject)
    if day:
        raise Refused(
            f"{subject} is done, since {day}.",
            f"If it is not: tracker reopen {subject}",
        )
    if subject in given_up(facts):
        raise Refused(
            f"{subject} was left out or given up.",
            f"To take it up again: tracker reopen {subject}",
        )


def check_not_just_reached(subject: str, facts: Facts, today: date) -> None:
    """Raises Refused for an item that something was reached with today: such a plan would count as come about."""
    reached = next(
        (r.milestone for r in facts.results if (r.item, r.entered) == (subject, today)),
        None,
    )
    if reached:
        raise Refused(
            f"{reached} was reached with {subject} today: that was its plan.",
            "Plan the milestone that comes next by its name, or what is left of the item from tomorrow on.",
        )


def check_due(subject: str, due: date, known: PlanStatus | None, today: date) -> None:
    """Raises Refused for a day that has passed, and for the day it is planned for already."""
    if due < today:
        raise Refused(
            f"{due} has passed: a plan is for today or a later day.",
            f"Type the day you mean: tracker plan {subject} --by {today.year}-12-31",
        )
    if known and known.state == "open" and known.due == due:
        raise Refused(
            f"{subject} is planned by {due} already.",
            f"To say why: tracker plan {subject} --because WHY",
        )


def check_planned(subject: str, known: PlanStatus | None) -> None:
    """Raises Refused for a reason where nothing was ever planned."""
    if known is None:
        raise Refused(
            f"{subject} is not planned.",
            f"To plan it: tracker plan {subject} --by DAY --because WHY",
        )


def check_withdrawable(subject: str, known: PlanStatus | None) -> None:
    """Raises Refused for what is not planned."""
    if known is None or known.state != "open":
        raise Refused(
            f"{subject} is not planned.", f"To plan it: tracker plan {subject} --by DAY"
        )
