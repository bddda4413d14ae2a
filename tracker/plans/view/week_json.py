"""A week as JSON. Amounts are in seconds; `seconds` are logged, without what runs."""

from collections.abc import Iterable
from datetime import date
from typing import TypedDict

from tracker.journal.view.running_timer import TimerData
from tracker.journal.view.status import timer_data
from tracker.json_types import Day
from tracker.milestones.view.milestone_json import DaySecondsData
from tracker.plans.rules.week import Outlook, Week
from tracker.plans.rules.week_hours import WeekHours, sum_days, usual_seconds
from tracker.plans.view.breaks import BreakData, break_data
from tracker.plans.view.days import DaySpanData, span_data
from tracker.readiness.view.applications import OpeningData, openings_data
from tracker.readiness.view.gaps_json import ActionData, action_data
from tracker.readiness.view.pace import PaceData, pace_data


class ItemSecondsData(TypedDict):
    """The seconds of an item."""

    item: str
    seconds: int


class WeekBeforeData(TypedDict):
    """The days and items of the week before."""

    seconds: int
    days: list[DaySecondsData]
    rows: list[ItemSecondsData]


class WeekHoursData(WeekBeforeData):
    """The days and items of a week."""

    since: Day
    until: Day


class OutlookData(TypedDict):
    """A plan: done within `likely` 5 times in 10, on time with `chance`, 0 to 1."""

    slug: str
    due: Day
    likely: DaySpanData | None
    chance: float | None


class WeekData(WeekHoursData):
    """A week; `with_timer` are its seconds with what runs, as in `status`.

    `usual` are the seconds of a usual week, `meant` those of one with days off.
    """

    with_timer: int
    running: TimerData | None
    last_week: WeekBeforeData | None
    usual: int | None
    last_item: str | None
    plan: str | None
    meant: int | None
    pace: PaceData | None
    breaks: list[BreakData]
    planned: list[OutlookData]
    actions: list[ActionData]
    apply_now: list[OpeningData]
    other_roles: list[str]


def week_data(week: Week) -> WeekData:
    """The week so far."""
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


def hours_data(hours: WeekHours) -> WeekHoursData:
    """The days and items of a week."""
    rows = [(row.item, row.seconds) for row in hours.rows]
    return {
        "since": hours.since.isoformat(),
        "until": hours.until.isoformat(),
        "days": _days_data(hours.days),
        "rows": _rows_data(rows),
        "seconds": hours.seconds,
    }


def week_before_data(hours: WeekHours) -> WeekBeforeData:
    """The days and items of the week before."""
    return {
        "seconds": sum_days(hours.before),
        "days": _days_data(hours.before),
        "rows": _rows_data(hours.before_rows),
    }


def _days_data(days: Iterable[tuple[date, int]]) -> list[DaySecondsData]:
    return [{"day": day.isoformat(), "seconds": seconds} for day, seconds in days]


def _rows_data(rows: Iterable[tuple[str, int]]) -> list[ItemSecondsData]:
    return [{"item": item, "seconds": seconds} for item, seconds in rows]


def _outlook_data(outlook: Outlook) -> OutlookData:
    """The keys of a plan."""
    likely, chance = outlook.likely, outlook.chance
    return {
        "slug": outlook.plan.subject,
        "due": outlook.plan.due.isoformat(),
        "likely": span_data(likely) if likely else None,
        "chance": None if chance is None else chance / 10,
    }
