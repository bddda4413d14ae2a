"""iCalendar: events. A calendar is a plan, so no event becomes a session; what was planned is counted and told."""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta

from icalendar import Event
from icalendar.error import BrokenCalendarProperty

from tracker.imports.formats.source import Source
from tracker.imports.rules.entries import PLANNED, LogEntry

# What is told of an event; the rest could only keep it from being read.
_KEPT = re.compile(r"(?:DTSTART|DTEND|DURATION|SUMMARY)[ ;:]", re.IGNORECASE)


def read(source: Source) -> Iterator[LogEntry]:
    """Each event that has a time once, with its line, however damaged the calendar around it is."""
    for line, event in _events(source):
        if event is None:
            yield LogEntry(line, fault="incomplete event")
        elif not _is_whole_day(event):
            yield _planned(line, event)


def remarks(source: Source) -> tuple[str, ...]:
    """What to say of events that last whole days: they have no length, and are no entries."""
    days = sum(
        event is not None and _is_whole_day(event) for _, event in _events(source)
    )
    named = "event has" if days == 1 else "events have"
    return (
        (f"{days:,} {named} no time but whole days; such events are not counted.",)
        if days
        else ()
    )


def _events(source: Source) -> Iterator[tuple[int, Event | None]]:
    """Each event with its line; None for one that the file does not end."""
    begun, held, inner = 0, [""], 0
    for number, line in _unfolded(source):
        said = line.strip().upper()
        if said == "BEGIN:VEVENT":
            if begun:
                yield begun, None
            begun, held, inner = number, [line], 0
        elif said == "END:VEVENT" and begun:
            yield begun, _event([*held, line])
            begun = 0
        elif said.startswith(("BEGIN:", "END:")):
            inner += 1 if said.startswith("B") else -1
        elif begun and inner <= 0 and _KEPT.match(line):
            held.append(line)
    if begun:
        yield begun, None


def _unfolded(source: Source) -> Iterator[tuple[int, str]]:
    """The lines with their numbers, each with those that go on with it: they begin with a blank."""
    begun, held = 0, ""
    for number, line in source.lines():
        if line[:1] in (" ", "\t") and begun:
            held += line[1:]
            continue
        if begun:
            yield begun, held
        begun, held = number, line.removeprefix("\ufeff")
    if begun:
        yield begun, held


def _event(lines: Sequence[str]) -> Event:
    """An event of the lines that tell of it; one that says nothing where the library cannot read them."""
    try:
        found = Event.from_ical("\r\n".join([*map(str.strip, lines), ""]))
    except (ValueError, KeyError, IndexError, TypeError, AttributeError):
        return Event()
    return found if isinstance(found, Event) else Event()


def _planned(line: int, event: Event) -> LogEntry:
    began, ended = _at(event, "DTSTART"), _at(event, "DTEND")
    lasts = _said(event, "DURATION")
    if began is not None and ended is None and isinstance(lasts, timedelta):
        ended = began + int(lasts.total_seconds())
    return LogEntry(
        line, str(event.get("SUMMARY", "")), began=began, ended=ended, fault=PLANNED
    )


def _is_whole_day(event: Event) -> bool:
    said = _said(event, "DTSTART")
    return isinstance(said, date) and not isinstance(said, datetime)


def _at(event: Event, name: str) -> int | None:
    """Seconds of a time of the event, in UTC or on its own clock; None for a whole day and what cannot be read."""
    said = _said(event, name)
    if not isinstance(said, datetime):
        return None
    return int((said if said.tzinfo else said.replace(tzinfo=UTC)).timestamp())


def _said(event: Event, name: str) -> object:
    """What the event says under a name, as the library reads it; None where it cannot."""
    try:
        return getattr(event.get(name), "dt", None)
    except BrokenCalendarProperty:
        return None
