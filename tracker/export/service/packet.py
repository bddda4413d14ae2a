"""The facts of updates and applications."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from sqlite3 import Connection

from tracker.choices import TAUGHT_KINDS
from tracker.export.rules.budget import Budget
from tracker.export.rules.context import ExportContext
from tracker.export.rules.packet import (
    Due,
    Finished,
    Foreseen,
    Graded,
    Packet,
    PacketNote,
    Sent,
)
from tracker.export.rules.subjects import is_within
from tracker.export.rules.work_titles import title_of_item, title_of_plan
from tracker.export.rules.works import list_works
from tracker.export.service.progress import build_progress, read_plans_for
from tracker.export.service.works import read_subjects, split_works
from tracker.plans.rules.forecasts import ForecastAnswer
from tracker.plans.rules.plans import (
    PlanStatus,
    given_up_slugs,
    plan_end_days,
    plan_statuses,
)
from tracker.plans.store.notes import read_notes
from tracker.readiness.rules.records import Facts
from tracker.readiness.store.facts import read_facts
from tracker.text.periods import Period


def build_packet(
    db: Connection, context: ExportContext, budget: Budget | None
) -> Packet:
    """All facts that an update or a form may ask for.

    Private notes are never read into it. With `redact` it is made without notes,
    reasons, and the applications to others. `budget` is what the reader may know of it.
    """
    facts = read_facts(db)
    open_plans = _open_plans(db, facts, context)
    forecasts = context.forecasts
    subjects = read_subjects(db, facts)
    all_works = list_works(facts.results, subjects)
    works, hidden = split_works(db, context.only, all_works, subjects)

    def title_of(subject: str, title: str) -> str:
        return title_of_plan(subject, title, works, subjects)

    shown = {work.item for work in works if not work.claimed}
    # Works that were named are all that is shown; a course without a result is none.
    left_out = hidden | (subjects.items.keys() - shown if context.only else set())
    return Packet(
        progress=build_progress(db, facts, context),
        finished=tuple(
            replace(course, claimed=course.item not in shown)
            for course in list_finished(facts, context.days)
            if course.item not in left_out
        ),
        notes=_notes(db, context),
        due=tuple(
            replace(plan, title=title_of(plan.subject, plan.title))
            for plan in _due(open_plans, facts)
        ),
        forecasts=tuple(
            replace(forecast, title=title_of(forecast.subject, forecast.title))
            for forecast in (_foreseen(forecasts) if forecasts else ())
        ),
        graded=_graded(forecasts) if forecasts else None,
        sent=_sent(context),
        budget=budget,
    )


def _open_plans(
    db: Connection, facts: Facts, context: ExportContext
) -> list[PlanStatus]:
    plans = read_plans_for(db, context)
    statuses = plan_statuses(plans, plan_end_days(facts, plans), given_up_slugs(facts))
    return [plan for plan in statuses if plan.state == "open"]


def list_finished(facts: Facts, days: Period) -> tuple[Finished, ...]:
    """Courses and programmes finished in a period, newest first."""
    finished = [
        Finished(title_of_item(item), item.slug, item.state_day)
        for item in facts.items
        if item.state == "done"
        and item.kind in TAUGHT_KINDS
        and is_within(item.state_day, days)
    ]

    def order(course: Finished) -> tuple[int, str]:
        return -(course.day or date.min).toordinal(), course.title

    return tuple(sorted(finished, key=order))


def _notes(db: Connection, context: ExportContext) -> tuple[PacketNote, ...]:
    """Notes on changed views and decisions, never private ones."""
    if context.redact:
        return ()
    return tuple(
        PacketNote(note.day, note.text, note.changed, note.decision)
        for note in read_notes(db)
        if (note.changed or note.decision)
        and not note.private
        and is_within(note.day, context.period)
    )


def _due(plans: Sequence[PlanStatus], facts: Facts) -> tuple[Due, ...]:
    criteria = {milestone.slug: milestone.criterion for milestone in facts.milestones}
    return tuple(
        Due(plan.title, plan.subject, plan.due, criteria.get(plan.subject))
        for plan in plans
    )


def _foreseen(answer: ForecastAnswer) -> Iterator[Foreseen]:
    """The wide range of each forecast."""
    for forecast in answer.forecasts:
        if forecast.ranges:
            early, late = forecast.ranges.most
            yield Foreseen(
                title=forecast.subject.title,
                subject=forecast.subject.slug,
                given=forecast.ranges.day,
                early=early,
                late=late,
                pace=forecast.ranges.pace,
                weeks=len(answer.basis.pace.weeks),
            )


def _graded(answer: ForecastAnswer) -> Graded:
    return Graded(answer.record.due, answer.record.most)


def _sent(context: ExportContext) -> tuple[Sent, ...]:
    """The applications, where these are asked for; a report asks for no money."""
    if context.redact or not context.asks_history:
        return ()
    return tuple(
        Sent(
            funder=application.funder,
            title=context.title_of(application),
            day=application.day,
            asked=application.asked,
        )
        for application in context.applications
        if not application.is_report
    )
