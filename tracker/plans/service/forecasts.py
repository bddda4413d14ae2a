"""Forecasts: read with what they rest on, made, and graded."""

from collections.abc import Sequence
from datetime import date
from sqlite3 import Connection

from tracker.database.settings import Settings
from tracker.errors import Refused
from tracker.milestones.store.milestones import read_dropped
from tracker.milestones.store.names import find_item_or_milestone
from tracker.plans.rules.forecast_subject import (
    Subject,
    default_subjects,
    find_subject,
    find_target_gaps,
)
from tracker.plans.rules.forecasts import (
    ForecastAnswer,
    ForecastBasis,
    SavedForecast,
    TrackRecord,
    check_pace,
    grade_forecasts,
    make_forecast,
)
from tracker.plans.rules.plans import PlanStatus, end_days
from tracker.plans.rules.week import target_role
from tracker.plans.service.plans import read_plan_statuses
from tracker.plans.service.shares import recent_shares
from tracker.plans.store.breaks import read_breaks
from tracker.plans.store.forecasts import read_forecasts
from tracker.readiness.rules.gaps import Gaps
from tracker.readiness.rules.records import Facts, Role, Variant
from tracker.readiness.service.pace import read_pace
from tracker.readiness.store.facts import read_facts, read_roles


def forecast(
    db: Connection, name: str | None, today: date, settings: Settings
) -> tuple[ForecastAnswer, list[Refused]]:
    """Forecasts for `name`, an item or milestone, or for what is planned or in progress.

    Also returns why some of these cannot be forecast. Raises Refused where `name`
    cannot, or there is no basis.
    """
    slug = find_item_or_milestone(db, name).slug if name else None
    facts, pace = read_facts(db), read_pace(db, settings, today)
    check_pace(pace)
    basis = ForecastBasis(pace, tuple(read_breaks(db)))
    gaps = find_target_gaps(facts, _read_target(db, settings))
    plans = read_plan_statuses(db)
    skipped: list[Refused] = []
    if slug:
        subjects = [find_subject(slug, facts, gaps)]
    else:
        subjects, skipped = _default_subjects(plans, facts, gaps)
    forecasts = tuple(
        make_forecast(
            subject,
            basis,
            recent_shares(db, subject.items, today),
            _due_day(plans, subject.slug),
        )
        for subject in subjects
    )
    record = track_record(db, facts, today)
    return ForecastAnswer(forecasts, basis, record, saved=False), skipped


def _read_target(
    db: Connection, settings: Settings
) -> tuple[Role, Variant | None] | None:
    """The target and its variant; None without a target."""
    target, variant = settings.get("target"), settings.get("variant")
    return target_role(read_roles(db), target, variant) if target else None


def _default_subjects(
    plans: Sequence[PlanStatus], facts: Facts, gaps: Gaps
) -> tuple[list[Subject], list[Refused]]:
    """What is planned, else in progress; and why some of it cannot be forecast."""
    subjects, skipped = [], []
    for slug in default_subjects(plans, facts.items):
        try:
            subjects.append(find_subject(slug, facts, gaps))
        except Refused as reason:
            skipped.append(reason)
    return subjects, skipped


def _due_day(plans: Sequence[PlanStatus], slug: str) -> date | None:
    """The day for which `slug` is planned now."""
    for plan in plans:
        if plan.subject == slug and plan.state == "open":
            return plan.due
    return None


def list_forecasts(
    db: Connection, name: str | None
) -> tuple[list[SavedForecast], dict[str, date]]:
    """The forecasts given so far, of `name` or of all; and when subjects ended."""
    slug = find_item_or_milestone(db, name).slug if name else None
    given = [one for one in read_forecasts(db) if slug in (None, one.subject)]
    return given, end_days(read_facts(db))


def track_record(db: Connection, facts: Facts, today: date) -> TrackRecord:
    """How the forecasts made so far held."""
    left = {
        item.slug: item.state_day
        for item in facts.items
        if item.state in ("skipped", "dropped") and item.state_day
    }
    given_up = left | read_dropped(db)
    return grade_forecasts(read_forecasts(db), end_days(facts), given_up, today)
