"""The facts of a progress report."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from sqlite3 import Connection

from tracker.export.rules.applications import Application, without_reasons
from tracker.export.rules.completions import find_completions
from tracker.export.rules.context import ExportContext
from tracker.export.rules.letters import list_letters
from tracker.export.rules.person import person_of
from tracker.export.rules.pledges import build_pledge
from tracker.export.rules.progress import (
    Pledge,
    Progress,
    RoleStatus,
    UnderWay,
    Work,
)
from tracker.export.rules.promises import Outcomes, build_promises, plans_without
from tracker.export.rules.role_status import build_role_status
from tracker.export.rules.subjects import Subjects, is_within
from tracker.export.rules.under_way import list_under_way
from tracker.export.rules.unseen import list_unseen
from tracker.export.rules.work_names import check_within
from tracker.export.rules.work_titles import title_of_plan
from tracker.export.rules.works import list_works, works_within
from tracker.export.service.hours import build_hours
from tracker.export.service.works import read_subjects, split_works
from tracker.journal.store.clock_hours import first_day
from tracker.journal.store.grouped_hours import items_worked_on
from tracker.milestones.rules.records import Result
from tracker.plans.rules.plans import Plan, given_up_slugs
from tracker.plans.rules.week import target_role
from tracker.plans.store.plans import read_plans
from tracker.readiness.rules.readiness import judge_readiness
from tracker.readiness.rules.records import Facts
from tracker.readiness.store.facts import read_roles


def build_progress(db: Connection, facts: Facts, context: ExportContext) -> Progress:
    """All facts of a report over the context's days, as of today.

    Notes are not among them. With `redact` it is made without reasons, and without the
    person's part in each work and line on it, which may name others.
    """
    subjects = read_subjects(db, facts)
    results = _results(facts, context)
    all_works = list_works(results, subjects)
    listed, hidden = split_works(db, context.only, all_works, subjects)
    all_letters = list_letters(listed, results, facts.ratings, subjects)
    letters = [each for each in all_letters if is_within(each.day, context.days)]
    works = works_within(listed, letters, context.days)
    unseen = list_unseen(listed, all_letters, results, subjects, context.days)
    if context.only:
        unseen = tuple(work for work in unseen if work.milestones)
        keys = {work.key for work in (*works, *unseen)}
        keys |= {letter.key or "" for letter in letters}
        check_within(listed, keys, context.days)
    plans = [
        plan._replace(title=title_of_plan(plan.subject, plan.title, listed, subjects))
        for plan in read_plans_for(db, context)
    ]
    completions = find_completions(facts, plans, context.applications, subjects)
    given_up = given_up_slugs(facts)
    outcomes = partial(Outcomes, given_up=given_up, today=context.today)
    shown = find_completions(_without_works(facts, hidden), plans, (), subjects)
    shown_plans = plans_without(hidden | (completions.keys() - shown.keys()), plans)
    under_way = _under_way(db, facts, context, subjects)
    return Progress(
        as_of=context.today,
        since=_since(db, context, [*works, *unseen]),
        until=context.until,
        standing=_role_status(db, facts, context, subjects),
        works=works,
        unseen=unseen,
        under_way=tuple(work for work in under_way if work.item not in hidden),
        plan=build_promises(shown_plans, outcomes(shown), context.days),
        hours=build_hours(db, context),
        pledges=_pledges(context, plans, outcomes(completions), listed, subjects),
        letters=tuple(letters),
        person=person_of(context.settings, redact=context.redact),
    )


def read_plans_for(db: Connection, context: ExportContext) -> list[Plan]:
    """All plans and their changes, oldest first, without the reasons that are private.

    With `redact` it is without any reason.
    """
    plans = read_plans(db, for_others=True)
    if not context.redact:
        return plans
    return [plan._replace(because="") for plan in plans]


def _without_works(facts: Facts, hidden: Collection[str]) -> Facts:
    """The facts without the results of hidden works (their keys)."""
    results = [r for r in facts.results if (r.item or r.milestone) not in hidden]
    return facts._replace(results=tuple(results))


def _results(facts: Facts, context: ExportContext) -> Sequence[Result]:
    if not context.redact:
        return facts.results
    return [result._replace(part=None, summary=None) for result in facts.results]


def _since(
    db: Connection,
    context: ExportContext,
    works: Iterable[Work],
) -> date | None:
    """The first day of the period; else the first day with a session or a work.

    A letter may be older than all that the person recorded.
    """
    if context.period.since:
        return context.period.since
    days = [first_day(db), *(work.day for work in works)]
    return min((day for day in days if day and day <= context.until), default=None)


def _role_status(
    db: Connection, facts: Facts, context: ExportContext, subjects: Subjects
) -> RoleStatus | None:
    """Readiness for the role that the person chose; None where they chose none."""
    settings = context.settings
    target = target_role(
        read_roles(db), settings.get("target"), settings.get("variant")
    )
    if target is None:
        return None
    return build_role_status(judge_readiness(*target, facts), subjects)


def _under_way(
    db: Connection, facts: Facts, context: ExportContext, subjects: Subjects
) -> tuple[UnderWay, ...]:
    attempts = [
        attempt for attempt in facts.attempts if attempt.milestone not in facts.dropped
    ]
    days = context.days
    worked_on = items_worked_on(db, days.since, context.until)
    progressed = [
        item.slug
        for item in facts.items
        if item.part is not None and is_within(item.state_day, days)
    ]
    begun = {*worked_on, *progressed}
    return list_under_way(attempts, facts.results, subjects, begun)


def _pledges(
    context: ExportContext,
    plans: Sequence[Plan],
    outcomes: Outcomes,
    works: Sequence[Work],
    subjects: Subjects,
) -> tuple[Pledge, ...]:
    """The plans saved with applications to the reader of this export."""
    pledges = []
    for application in context.applications:
        if not _is_shown(application, context):
            continue
        if context.redact:
            application = without_reasons(application)
        title = context.title_of(application)
        pledge = build_pledge(application, title, plans, outcomes)
        promises = tuple(
            replace(p, title=title_of_plan(p.subject, p.title, works, subjects))
            for p in pledge.promises
        )
        pledges.append(replace(pledge, promises=promises))
    return tuple(pledges)


def _is_shown(application: Application, context: ExportContext) -> bool:
    if not application.plan or application.day > context.until:
        return False
    return application.funder in context.promised_to
