"""Plans frozen when an application went out, and what came of them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tracker.errors import Refused
from tracker.export.rules.progress import Moved, Pledge, Promise
from tracker.plans.rules.plans import Plan, plan_statuses


@dataclass(frozen=True, slots=True)
class Frozen:
    """One line of a plan as it stood: `subject` due on `due`, first said on `said`, with the reason given last."""

    subject: str
    title: str
    due: date
    said: date
    because: str


@dataclass(frozen=True, slots=True)
class Application:
    """What went out to a funder on a `day`: what was asked and the file sent, where that was said; the plan then."""

    funder: str
    day: date
    asked: str | None
    file: str | None
    plan: tuple[Frozen, ...]


def standing_on(
    plans: Sequence[Plan], ended: Mapping[str, date], left: frozenset[str], day: date
) -> tuple[Frozen, ...]:
    """The plan as it stood at the end of a day, earliest due first; `plans` come oldest first.

    What was done by then (`ended`) is no promise any more, nor what was given up (`left`).
    """
    said = [plan for plan in plans if plan.day <= day]
    over = {subject: when for subject, when in ended.items() if when <= day}
    reasons = {plan.subject: plan.because for plan in said}
    return tuple(
        Frozen(each.subject, each.title, each.due, each.said, reasons[each.subject])
        for each in plan_statuses(said, over, left)
        if each.state == "open"
    )


def together(pledges: Sequence[Pledge]) -> tuple[tuple[Pledge, ...], ...]:
    """Those that promised the same, side by side, so that it is told once; the earliest first."""
    found: dict[frozenset[object], list[Pledge]] = {}
    for each in pledges:
        found.setdefault(frozenset(map(_fact, each.promises)), []).append(each)
    return tuple(map(tuple, found.values()))


def beside(plan: Sequence[Promise], pledges: Sequence[Pledge]) -> tuple[Promise, ...]:
    """What of a plan no pledge tells in the same words."""
    told = {_fact(promise) for each in pledges for promise in each.promises}
    return tuple(promise for promise in plan if _fact(promise) not in told)


def _fact(promise: Promise) -> Promise:
    """A promise less its title, which may be written otherwise by now."""
    return replace(promise, title="")


def has_currency(asked: str) -> bool:
    """Whether an amount says what money it is in: any word or sign beside the number, `k` for thousand aside."""
    return bool(re.sub(r"[\d\s.,'’+-]|(?<=\d)\s*[kKmM]\b", "", asked))


def check_day(day: date, today: date) -> None:
    """Raises Refused for a day that has not come."""
    if day > today:
        raise Refused(
            f"{day} has not come yet.",
            "Keep an application once it has gone out: tracker applied FUNDER",
        )


def unreasoned(application: Application) -> Application:
    """The same without the reasons that were frozen with it."""
    return replace(
        application, plan=tuple(replace(each, because="") for each in application.plan)
    )


def pledge(
    application: Application,
    title: str,
    plans: Sequence[Plan],
    ended: Mapping[str, date],
) -> Pledge:
    """An application's frozen plan against what came of it; `plans` come oldest first, `title` is the funder's."""
    promises = tuple(
        _promise(each, application.day, plans, ended.get(each.subject))
        for each in application.plan
    )
    return Pledge(
        application.funder, title, application.day, application.asked, promises
    )


def _promise(
    frozen: Frozen, day: date, plans: Sequence[Plan], delivered: date | None
) -> Promise:
    """What came of one line: all that was said of it after the word that was frozen, the last of that day due.

    It was said on the day of that word: an earlier one named another day.
    """
    said = [plan for plan in plans if plan.subject == frozen.subject]
    at = max(
        (
            n
            for n, plan in enumerate(said)
            if plan.day <= day and plan.due == frozen.due
        ),
        default=-1,
    )
    later = [plan for plan in said[at + 1 :] if at >= 0 or plan.day > day]
    return Promise(
        title=frozen.title,
        subject=frozen.subject,
        said=said[at].day if at >= 0 else frozen.said,
        due=frozen.due,
        moved=tuple(Moved(plan.day, plan.due, plan.because) for plan in later),
        delivered=delivered,
        late=(delivered - frozen.due).days if delivered else None,
        because=frozen.because,
    )
