"""Events as an iCalendar file (RFC 5545)."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from icalendar import Calendar, Event, vText

from tracker.export.render.calendar import PlanEvent
from tracker.text.marks import clean_text, drop_hidden

_PROGRAM = "-//learning-plan-tracker//EN"
_DAY = timedelta(days=1)


def render(name: str, events: Iterable[PlanEvent], written: datetime) -> bytes:
    """The file; `written` (UTC) is the moment of its record.

    The same record gives the same bytes. A later one has a higher SEQUENCE, by which
    calendars know that an event changed, also where an undo brought back what was.
    """
    calendar = Calendar()
    calendar.add("prodid", _PROGRAM)
    calendar.add("version", "2.0")
    for field in ("name", "x-wr-calname"):  # of RFC 7986, and what came before it
        calendar.add(field, vText(clean_text(name)))
    for event in events:
        calendar.add_component(_event(event, written))
    content: bytes = calendar.to_ical()
    return content


def _event(event: PlanEvent, written: datetime) -> Event:
    fields = {
        "uid": f"{event.uid}@learning-plan-tracker",
        "dtstamp": written,
        # In minutes: the seconds of 2038 are more than the standard's numbers hold.
        "sequence": int(written.timestamp()) // 60,
        "summary": clean_text(event.title),
        "description": drop_hidden(event.description),
        "categories": event.category,
        "dtstart": event.since,
        "dtend": event.until + _DAY,  # the first day after it
        "status": "CANCELLED" if event.cancelled else "CONFIRMED",
        "transp": "TRANSPARENT",  # a day with an event is not busy
    }
    component = Event()
    for field, value in fields.items():
        if value:
            component.add(field, value)
    return component
