"""Plans and breaks as events of a calendar: a file for calendars, or JSON."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any, TypedDict

from tracker.choices import GIVEN_UP, OPEN, WITHDRAWN
from tracker.export.render.documents.promises import say_history
from tracker.export.render.facts import facts_of
from tracker.export.render.formats import load_format
from tracker.export.render.outcomes import say_outcome
from tracker.export.render.phrases import calendar as phrases
from tracker.export.render.phrases.documents import DEMO
from tracker.export.render.reports import as_json
from tracker.export.rules.calendar import PlanCalendar, last_due
from tracker.export.rules.formats import ICS
from tracker.export.rules.progress import Promise


@dataclass(frozen=True, slots=True)
class PlanEvent:
    """An event of whole days, from `since` to `until`, both included.

    A `cancelled` one is there so that a calendar which has it takes it out.
    """

    uid: str
    since: date
    until: date
    title: str
    category: str | None = None
    description: str = ""
    cancelled: bool = False


def render_calendar(calendar: PlanCalendar, form: str) -> str | bytes:
    """The calendar as `ics` or `json`.

    Raises Unreadable where the library that writes calendars is not installed.
    """
    name = phrases.NAME
    if calendar.person.name:
        name = phrases.of_person(calendar.person.name)
    events = sorted(_events(calendar), key=lambda each: (each.since, each.title))
    if form == "json":
        return as_json(_facts(calendar, name, events))
    content: bytes = load_format(ICS, form).render(name, events, calendar.written)
    return content


class CalendarData(TypedDict):
    """Plans and breaks as events."""

    name: str
    written_at: datetime
    events: list[Annotated[dict[str, Any], PlanEvent]]


def _facts(
    calendar: PlanCalendar, name: str, events: Sequence[PlanEvent]
) -> dict[str, object]:
    data: CalendarData = {
        "name": name,
        "written_at": calendar.written,
        "events": [facts_of(event) for event in events],
    }
    invented = {"invented": True} if calendar.is_demo else {}
    return {"schema": 1, "kind": "calendar", **data, **invented}


def _events(calendar: PlanCalendar) -> Iterator[PlanEvent]:
    notice = DEMO if calendar.is_demo else ""
    for plan in calendar.plans:
        day = last_due(plan)
        yield PlanEvent(
            uid=calendar.uids[plan.subject],
            title=phrases.planned(plan.title),
            since=day,
            until=day,
            category=phrases.PLAN,
            description="\n".join(filter(None, [*_lines(plan), notice])),
            cancelled=plan.state in (WITHDRAWN, GIVEN_UP),
        )
    for days in calendar.breaks:
        yield PlanEvent(
            *days, title=phrases.BREAK, category=phrases.OF_BREAKS, description=notice
        )
    for days in calendar.removed:
        yield PlanEvent(*days, title=phrases.REMOVED, cancelled=True)


def _lines(plan: Promise) -> Iterator[str]:
    """What became of it, and its history.

    An open one has no outcome: `overdue` would change from day to day.
    """
    if plan.state != OPEN:
        yield say_outcome(plan)
    yield from say_history(plan)
