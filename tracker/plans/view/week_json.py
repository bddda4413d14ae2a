"""A week as JSON. Amounts are in seconds; `seconds` are logged, without what runs."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from tracker.journal.view.timer import timer_data
from tracker.plans.rules.week import Outlook, Week
from tracker.plans.rules.week_hours import WeekHours, sum_days, usual_seconds
from tracker.plans.view.breaks import break_data
from tracker.plans.view.days import span_data
from tracker.readiness.view.applications import openings_data
from tracker.readiness.view.gaps_json import action_data
from tracker.readiness.view.pace import pace_data


def week_data(week: Week) -> dict[str, Any]:
    """The week so far; `with_timer` are its seconds with what runs, as in `status`."""
    hours, running = week.hours, week.hours.running
    return {
        **hours_data(hours),
        "with_timer": hours.with_timer,
        "running": timer_data(running.timer, running.elapsed) if running else None,
        "last_week": week_before_data(hours) if week.has_last_week else None,
        "usual": usual_seconds(week.pace),
        "last_item": week.last_item,
        "plan": week.plan,
        "meant": week.reduced_aim,
        "pace": pace_data(week.pace),
        "breaks": [break_data(days) for days in week.breaks],
        "planned": [_outlook_data(outlook) for outlook in week.planned],
        "actions": [action_data(action) for action in week.steps.actions],
        "apply_now": openings_data(week.steps.openings),
        "other_roles": [role.slug for role in week.steps.other_roles],
    }


def empty_week_data() -> dict[str, Any]:
    """The keys of a week that only the week so far has values for."""
    lists = ("breaks", "planned", "actions", "apply_now", "other_roles")
    values = ("running", "last_week", "usual", "last_item", "meant", "pace")
    return {**dict.fromkeys(values), **{name: [] for name in lists}}


def hours_data(hours: WeekHours) -> dict[str, Any]:
    """The days and items of a week."""
    rows = [(row.item, row.seconds) for row in hours.rows]
    return {
        "since": hours.since.isoformat(),
        "until": hours.until.isoformat(),
        "days": _days_data(hours.days),
        "rows": _rows_data(rows),
        "seconds": hours.seconds,
    }


def week_before_data(hours: WeekHours) -> dict[str, Any]:
    """The days and items of the week before."""
    return {
        "seconds": sum_days(hours.before),
        "days": _days_data(hours.before),
        "rows": _rows_data(hours.before_rows),
    }


def _days_data(days: Iterable[tuple[date, int]]) -> list[dict[str, Any]]:
    return [{"day": day.isoformat(), "seconds": seconds} for day, seconds in days]


def _rows_data(rows: Iterable[tuple[str, int]]) -> list[dict[str, Any]]:
    return [{"item": item, "seconds": seconds} for item, seconds in rows]


def _outlook_data(outlook: Outlook) -> dict[str, Any]:
    """A plan; it is done within `likely` 5 times in 10, on time with `chance`, 0 to 1."""
    likely, chance = outlook.likely, outlook.chance
    return {
        "slug": outlook.plan.subject,
        "due": outlook.plan.due.isoformat(),
        "likely": span_data(likely) if likely else None,
        "chance": None if chance is None else chance / 10,
    }
