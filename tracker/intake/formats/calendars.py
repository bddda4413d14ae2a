"""iCalendar: events. A calendar is a plan, so no event becomes a session; what was planned is counted and told."""

from collections.abc import Iterator
from datetime import date, datetime
from itertools import zip_longest

from icalendar import Calendar, Component
from icalendar.error import BrokenCalendarProperty

from tracker.errors import FileProblem
from tracker.intake.formats.source import Source
from tracker.intake.rules.entries import PLANNED, Entry

NAME = "ics"


def read(source: Source) -> Iterator[Entry]:
    """Each event once, with its line. Raises FileProblem for a calendar that cannot be read."""
    starts = [number for number, line in source.lines() if line.strip().upper() == "BEGIN:VEVENT"]
    try:
        calendars = Calendar.from_ical(_closed(source.text()), multiple=True)
        events = [event for each in calendars for event in each.walk("VEVENT")]
    except (ValueError, KeyError, IndexError, TypeError, AttributeError) as fault:
        raise FileProblem(f"{source.path} is no calendar that can be read: {fault}.", "Export it again.") from fault
    for line, event in zip_longest(starts, events[: len(starts)]):
        yield _planned(line, event) if event is not None else Entry(line, fault="an event that is cut off")


def _closed(text: str) -> str:
    """A calendar that was cut off, up to its last whole event: the library takes none without its end."""
    upper = text.upper()
    if upper.count("BEGIN:VCALENDAR") <= upper.count("END:VCALENDAR"):
        return text
    end = upper.rfind("END:VEVENT")
    return f"{text[: end + len('END:VEVENT')] if end >= 0 else 'BEGIN:VCALENDAR'}\r\nEND:VCALENDAR\r\n"


def _planned(line: int, event: Component) -> Entry:
    began, ended = _at(event, "DTSTART"), _at(event, "DTEND")
    return Entry(line, str(event.get("SUMMARY", "")), began=began, ended=ended, fault=PLANNED)


def _at(event: Component, name: str) -> int | None:
    """UTC seconds of a time of the event; None for a whole day and for what cannot be read."""
    try:
        said: date | datetime | None = getattr(event.get(name), "dt", None)
    except BrokenCalendarProperty:
        return None
    return int(said.timestamp()) if isinstance(said, datetime) else None
