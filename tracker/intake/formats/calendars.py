"""iCalendar: events. A calendar is a plan, so no event becomes a session; what was planned is counted and told."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import zip_longest

from icalendar import Calendar, Component
from icalendar.error import BrokenCalendarProperty

from tracker.errors import FileProblem
from tracker.intake.formats.source import Source
from tracker.intake.rules.entries import PLANNED, Entry

NAME = "ics"


def read(source: Source) -> Iterator[Entry]:
    """Each event that has a time once, with its line. Raises FileProblem for a calendar that cannot be read."""
    for line, event in _events(source):
        if event is None:
            yield Entry(line, fault="an event that is cut off")
        elif not _is_whole_day(event):
            yield _planned(line, event)


def whole_days(source: Source) -> tuple[str, ...]:
    """What to say of events that last whole days: they have no length, and are no entries."""
    days = sum(event is not None and _is_whole_day(event) for _, event in _events(source))
    named = "event has" if days == 1 else "events have"
    return (f"{days:,} {named} no time but whole days; such events are not counted.",) if days else ()


def _events(source: Source) -> Iterator[tuple[int, Component | None]]:
    """Each event with its line; None for one that the file does not end."""
    starts = [number for number, line in source.lines() if line.strip().upper() == "BEGIN:VEVENT"]
    try:
        calendars = Calendar.from_ical(_closed(source.text()), multiple=True)
        events = [event for each in calendars for event in each.walk("VEVENT")]
    except (ValueError, KeyError, IndexError, TypeError, AttributeError) as fault:
        raise FileProblem(f"{source.path} is no calendar that can be read: {fault}.", "Export it again.") from fault
    yield from zip_longest(starts, events[: len(starts)])


def _closed(text: str) -> str:
    """A calendar that was cut off, up to its last whole event: the library takes none without its end."""
    upper = text.upper()
    if upper.count("BEGIN:VCALENDAR") <= upper.count("END:VCALENDAR"):
        return text
    end = upper.rfind("END:VEVENT")
    return f"{text[: end + len('END:VEVENT')] if end >= 0 else 'BEGIN:VCALENDAR'}\r\nEND:VCALENDAR\r\n"


def _planned(line: int, event: Component) -> Entry:
    began, ended = _at(event, "DTSTART"), _at(event, "DTEND")
    lasts = _said(event, "DURATION")
    if began is not None and ended is None and isinstance(lasts, timedelta):
        ended = began + int(lasts.total_seconds())
    return Entry(line, str(event.get("SUMMARY", "")), began=began, ended=ended, fault=PLANNED)


def _is_whole_day(event: Component) -> bool:
    said = _said(event, "DTSTART")
    return isinstance(said, date) and not isinstance(said, datetime)


def _at(event: Component, name: str) -> int | None:
    """Seconds of a time of the event, in UTC or on its own clock; None for a whole day and what cannot be read."""
    said = _said(event, name)
    if not isinstance(said, datetime):
        return None
    return int((said if said.tzinfo else said.replace(tzinfo=UTC)).timestamp())


def _said(event: Component, name: str) -> object:
    """What the event says under a name, as the library reads it; None where it cannot."""
    try:
        return getattr(event.get(name), "dt", None)
    except BrokenCalendarProperty:
        return None
