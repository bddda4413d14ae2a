"""iCalendar: events, which are plans and no sessions; their hours are counted."""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from icalendar import Event
from icalendar.error import BrokenCalendarProperty

from tracker.imports.formats.source import Source
from tracker.imports.rules.counts import counted
from tracker.imports.rules.entries import PLANNED, LogEntry

# The lines of an event that are read: `DTSTART;TZID=Europe/Berlin:20260121T090000`.
# Any other line could only make the event unreadable.
_READ_LINE = re.compile(
    r"(?:DTSTART|DTEND|DURATION|SUMMARY|RRULE|RDATE)[ ;:]", re.IGNORECASE
)
# A line that makes an event repeat: `RRULE:FREQ=WEEKLY`, `RDATE;VALUE=DATE:20260128`.
_REPEAT_LINE = re.compile(r"(?:RRULE|RDATE)[ ;:]", re.IGNORECASE)


class CalendarEvent(NamedTuple):
    """An event at its first line.

    `event` is None where the file does not end it, and empty where it is unreadable.
    """

    line: int
    event: Event | None
    repeats: bool = False


def read(source: Source) -> Iterator[LogEntry]:
    """Each event that has a time, with its line, however damaged the calendar is."""
    for line, event, _ in _events(source):
        if event is None:
            yield LogEntry(line, fault="incomplete event")
        elif not _is_whole_day(event):
            yield _entry(line, event)


def remarks(source: Source) -> tuple[str, ...]:
    """The remarks on events of whole days, which are no entries, and on repeats."""
    days = repeats = 0
    for _, event, is_repeated in _events(source):
        days += bool(event and _is_whole_day(event))
        repeats += is_repeated
    sentences = []
    if days:
        events = counted(days, "event lasts a whole day", "events last whole days")
        sentences.append(f"{events}, without times. Such events are not counted.")
    if repeats:
        events = counted(repeats, "event repeats", "events repeat")
        sentences.append(f"{events}: repeats not counted.")
    return tuple(sentences)


def _events(source: Source) -> Iterator[CalendarEvent]:
    """Each event of the calendar, in order."""
    start, lines, depth = 0, [""], 0
    for number, line in _unfolded(source):
        keyword = line.strip().upper()
        if keyword == "BEGIN:VEVENT":
            if start:
                yield CalendarEvent(start, None)
            start, lines, depth = number, [line], 0
        elif keyword == "END:VEVENT" and start:
            yield _whole_event(start, [*lines, line])
            start = 0
        elif keyword.startswith(("BEGIN:", "END:")):
            depth += 1 if keyword.startswith("B") else -1
        elif start and depth <= 0 and _READ_LINE.match(line):
            lines.append(line)
    if start:
        yield CalendarEvent(start, None)


def _whole_event(start: int, lines: Sequence[str]) -> CalendarEvent:
    others = [line for line in lines if not _REPEAT_LINE.match(line)]
    return CalendarEvent(start, _event(others), len(others) < len(lines))


def _unfolded(source: Source) -> Iterator[tuple[int, str]]:
    """The lines with their numbers; a line that begins with a blank continues one."""
    start, text = 0, ""
    for number, line in source.lines():
        if line[:1] in (" ", "\t") and start:
            text += line[1:]
            continue
        if start:
            yield start, text
        start, text = number, line.removeprefix("\ufeff")
    if start:
        yield start, text


def _event(lines: Sequence[str]) -> Event:
    """The event of its lines; an empty one where the library cannot read them."""
    try:
        event = Event.from_ical("\r\n".join([*map(str.strip, lines), ""]))
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, OSError):
        return Event()
    return event if isinstance(event, Event) else Event()


def _entry(line: int, event: Event) -> LogEntry:
    began, ended = _instant(event, "DTSTART"), _instant(event, "DTEND")
    duration = _value(event, "DURATION")
    if began is not None and ended is None and isinstance(duration, timedelta):
        ended = began + int(duration.total_seconds())
    summary = str(event.get("SUMMARY", ""))
    return LogEntry(line, summary, began=began, ended=ended, fault=PLANNED)


def _is_whole_day(event: Event) -> bool:
    start = _value(event, "DTSTART")
    return isinstance(start, date) and not isinstance(start, datetime)


def _instant(event: Event, name: str) -> int | None:
    """Seconds of a time of the event, in UTC or by its own clock.

    None for a whole day and for what cannot be read.
    """
    moment = _value(event, name)
    if not isinstance(moment, datetime):
        return None
    return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp())


def _value(event: Event, name: str) -> object:
    """The event's value of that name, as the library reads it; None where it cannot."""
    try:
        return getattr(event.get(name), "dt", None)
    except BrokenCalendarProperty:
        return None
