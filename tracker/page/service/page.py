"""The facts of a page, each read by the service of the screen that shows it too."""

from dataclasses import replace
from datetime import date, datetime
from itertools import dropwhile
from sqlite3 import Connection

from tracker.database.settings import Settings
from tracker.errors import Refused
from tracker.export.rules.context import ExportContext
from tracker.export.rules.progress import Progress
from tracker.export.service.progress import build_progress
from tracker.page.rules.answer import PageAnswer
from tracker.plans.rules.forecasts import ForecastAnswer
from tracker.plans.rules.year import last_weeks
from tracker.plans.service.forecasts import forecast
from tracker.plans.service.plans import read_plan_statuses
from tracker.plans.service.week import read_week
from tracker.plans.service.week_outlooks import find_outlooks
from tracker.plans.service.year import read_year
from tracker.readiness.service.gaps import read_next
from tracker.readiness.service.ready import read_ready
from tracker.readiness.service.road import read_road_map
from tracker.readiness.service.role_choice import choose_role
from tracker.readiness.store.facts import read_facts, read_roles, read_skills
from tracker.text.periods import Period


def read_page(
    db: Connection, now: datetime, today: date, settings: Settings
) -> PageAnswer:
    """All that a page shows of the last 52 weeks up to `today`; it writes nothing."""
    year = read_year(db, *last_weeks(today))
    period = Period(year.since, today)
    context = ExportContext(today, period, redact=False, settings=settings)
    ready = road = None
    settings = _without_lost_target(db, settings)
    if settings.get("target"):
        choice = choose_role(db, settings, None, None)
        ready = read_ready(db, choice, today, show_helpful=False, is_target=True)
        road = read_road_map(db, choice)
    facts = read_facts(db)
    forecasts, why_not = _read_forecasts(db, today, settings)
    return PageAnswer(
        week=read_week(db, now, today, settings, find_outlooks),
        year=year,
        progress=_without_first_weeks(build_progress(db, facts, context)),
        plans=read_plan_statuses(db),
        next=read_next(db, settings),
        titles={
            **{item.slug: item.title for item in facts.items},
            **{milestone.slug: milestone.title for milestone in facts.milestones},
        },
        skills={skill.slug: skill.title for skill in read_skills(db)},
        ready=ready,
        road=road,
        forecast=forecasts,
        no_forecast=why_not,
        is_demo=settings.is_demo,
    )


def _without_first_weeks(progress: Progress) -> Progress:
    """Without the weeks before the first hours, which say nothing."""
    spans = dropwhile(lambda span: not span.seconds, progress.hours.spans)
    return replace(progress, hours=replace(progress.hours, spans=tuple(spans)))


def _without_lost_target(db: Connection, settings: Settings) -> Settings:
    """Without a target that the curriculum no longer has."""
    target = settings.get("target")
    if target in (None, *(role.slug for role in read_roles(db))):
        return settings
    return Settings({k: v for k, v in settings.values.items() if k != "target"})


def _read_forecasts(
    db: Connection, today: date, settings: Settings
) -> tuple[ForecastAnswer | None, tuple[str, ...]]:
    """Forecasts of what is planned or in progress, and why others are not there."""
    try:
        answer, skipped = forecast(db, None, today, settings)
    except Refused as reason:
        return None, (f"{reason.message} {reason.hint}",)
    return answer, tuple(f"{each.message} {each.hint}" for each in skipped)
