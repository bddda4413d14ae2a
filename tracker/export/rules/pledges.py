"""Plans that were saved with an application, and what became of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tracker.export.rules.applications import Application, FrozenPlan
from tracker.export.rules.progress import Moved, Pledge, Promise
from tracker.export.rules.promises import Outcomes, judge_promise
from tracker.plans.rules.plans import Plan, plan_statuses


@dataclass(frozen=True, slots=True)
class ApplicationStatus:
    """An application with what became of the plan saved with it."""

    application: Application
    pledge: Pledge


def plan_on(
    day: date,
    plans: Sequence[Plan],
    ended: Mapping[str, date],
    dropped: frozenset[str],
) -> tuple[FrozenPlan, ...]:
    """The plan at the end of `day`, earliest due first; `plans` come oldest first.

    What was done by then (`ended`, days by subject) or given up (`dropped`) is not in it.
    """
    made = [plan for plan in plans if plan.day <= day]
    done = {subject: when for subject, when in ended.items() if when <= day}
    return tuple(
        FrozenPlan(
            subject=status.subject,
            title=status.title,
            due=status.due,
            said=status.made_on,
            because=status.because,
        )
        for status in plan_statuses(made, done, dropped)
        if status.state == "open"
    )


def group_pledges(pledges: Sequence[Pledge]) -> tuple[tuple[Pledge, ...], ...]:
    """Pledges with equal promises in one group, so that a report lists them once.

    Titles may have changed between them.
    """
    groups: dict[frozenset[object], list[Pledge]] = {}
    for pledge in pledges:
        promises = frozenset(replace(each, title="") for each in pledge.promises)
        groups.setdefault(promises, []).append(pledge)
    return tuple(map(tuple, groups.values()))


def other_promises(
    plan: Sequence[Promise], pledges: Sequence[Pledge]
) -> tuple[Promise, ...]:
    """The promises of a plan for what no pledge is about."""
    pledged = {promise.subject for pledge in pledges for promise in pledge.promises}
    return tuple(promise for promise in plan if promise.subject not in pledged)


def build_pledge(
    application: Application,
    title: str,
    plans: Sequence[Plan],
    outcomes: Outcomes,
) -> Pledge:
    """The plan saved with an application, and what became of each line.

    `title` is the funder's; `plans` come oldest first.
    """
    promises = tuple(
        judge_promise(_promise(line, application.day, plans), outcomes)
        for line in application.plan
    )
    return Pledge(
        funder=application.funder,
        title=title,
        day=application.day,
        asked=application.asked,
        promises=promises,
        is_report=application.is_report,
    )


def _promise(line: FrozenPlan, day: date, plans: Sequence[Plan]) -> Promise:
    """One line with every change made after the plan that was saved.

    The first reason of its plan may have been made private since then, or the plan
    undone: `plans` do not have it any more, and no reader sees it.
    """
    history = [plan for plan in plans if plan.subject == line.subject]
    saved = _saved_plan(history, line.due, day)
    later = [
        plan
        for at, plan in enumerate(history)
        if at > saved and (saved >= 0 or plan.day > day)
    ]
    reason = next((plan.because for plan in history if plan.due), "")
    return Promise(
        title=line.title,
        subject=line.subject,
        said=line.said,
        due=line.due,
        moved=tuple(Moved(plan.day, plan.due, plan.because) for plan in later),
        because=line.because if reason.startswith(line.because) else reason,
    )


def _saved_plan(history: Sequence[Plan], due: date, day: date) -> int:
    """The place of the last plan up to `day` with that due day; -1 where there is none."""
    places = [
        at for at, plan in enumerate(history) if plan.day <= day and plan.due == due
    ]
    return max(places, default=-1)
