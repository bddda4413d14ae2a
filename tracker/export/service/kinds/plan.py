"""Plans and breaks, for a calendar."""

from collections.abc import Iterable

from tracker.database.values import seconds_to_instant
from tracker.export.render.calendar import render_calendar
from tracker.export.rules.calendar import PlanCalendar
from tracker.export.service.context import load_context
from tracker.export.service.progress import build_progress
from tracker.export.service.request import ExportRequest, ExportResult
from tracker.plans.rules.calendar_days import CalendarDays
from tracker.plans.store.calendar_days import (
    break_days,
    first_entries,
    last_written,
    removed_days,
)
from tracker.readiness.store.facts import read_facts
from tracker.text.periods import Period


def build(request: ExportRequest) -> ExportResult:
    """The plans that were open in the days asked for, and the breaks in them.

    Raises Unreadable where the library for calendars is not installed.
    """
    period = request.options.period
    with request.open() as db:
        context = load_context(db, request, forms={})
        progress = build_progress(db, read_facts(db), context)
        calendar = PlanCalendar(
            plans=progress.plan,
            uids=first_entries(db),
            breaks=_within(break_days(db), period),
            removed=_within(removed_days(db), period),
            written=seconds_to_instant(last_written(db)),
            person=progress.person,
            is_demo=request.settings.is_demo,
        )
    if not (calendar.plans or calendar.breaks):
        request.remark(
            "No plan and no break is in this calendar. To plan an item:\n"
            "  tracker plan ITEM --by DAY"
        )
    return ExportResult(render_calendar(calendar, request.options.form))


def _within(days: Iterable[CalendarDays], period: Period) -> tuple[CalendarDays, ...]:
    return tuple(
        each
        for each in days
        if (period.since is None or each.until >= period.since)
        and (period.until is None or each.since <= period.until)
    )
