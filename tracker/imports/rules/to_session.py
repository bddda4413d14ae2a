"""The one pipeline: from what a file says to sessions, or to the reason why there is none. Nothing is guessed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from tracker.imports.rules.calendar import DAY, FIRST, Calendar
from tracker.imports.rules.clocks import read_clock
from tracker.imports.rules.dates import read_written, real_day
from tracker.imports.rules.entries import (
    NO_END,
    LogEntry,
    Part,
    ReadySession,
    Skipped,
    TrackerEntry,
)
from tracker.imports.rules.file_profile import Reading
from tracker.imports.rules.keys import content_key, id_key
from tracker.imports.rules.lengths import read_length
from tracker.imports.rules.years import Years
from tracker.journal.rules.days import ONE_DAY
from tracker.text.columns import quoted

HALF_DAY = 12 * 3600


def _wraps(first: int | None, last: int | None) -> bool:
    """Whether an end that names no day lies on the day after its start."""
    return (
        first is not None
        and last is not None
        and first > last
        and last + DAY - first <= HALF_DAY
    )


class Day(NamedTuple):
    """A day that a file names; its `midnight` in UTC seconds where its clocks count from there all day."""

    day: date
    midnight: int | None


class NotASession(Exception):
    """An entry is no session; the argument says why."""


def _fit(seconds: int) -> int:
    """Seconds that a session can have."""
    if 0 < seconds <= DAY:
        return seconds
    raise NotASession(
        "over 24 h"
        if seconds > 0
        else "zero length"
        if seconds == 0
        else "negative length"
    )


@dataclass(slots=True)
class SessionReader:
    """One file, of format `kind`, on its way: what it needs to know; `stated` counts the lengths stated that differ."""

    reading: Reading
    calendar: Calendar
    years: Years
    today: date
    now: int
    kind: str
    stated: int = 0
    _days: dict[str, Day] = field(default_factory=dict)

    def settle(
        self, entries: Iterable[LogEntry | TrackerEntry]
    ) -> Iterator[ReadySession | Skipped]:
        """Each entry as a session cut into days, or skipped with the reason; as many as there were entries."""
        users = self.reading.users
        for entry in entries:
            try:
                if users is not None and entry.user not in users:
                    yield Skipped(
                        entry.line, f"recorded by {entry.user or 'nobody named'}"
                    )
                elif isinstance(entry, TrackerEntry):
                    yield self._own(entry)
                else:
                    yield self._entry(entry)
            except NotASession as unfit:
                yield Skipped(entry.line, str(unfit))

    def _entry(self, entry: LogEntry) -> ReadySession:
        (
            line,
            project,
            note,
            tags,
            name,
            _,
            day,
            clock,
            end_day,
            end_clock,
            start,
            end,
            length,
            unit,
            fault,
        ) = entry
        if fault:
            raise NotASession(fault)
        stated = read_length(length, unit or self.reading.unit) if length else None
        if start is None and not clock:
            return self._untimed(entry, stated)
        if start is None:
            start, end, written = self._local(day, clock, end_day, end_clock)
        else:
            written = start
        seconds = self._lasted(start, end, stated)
        if start < FIRST:
            raise NotASession("before 1900")
        if start + seconds > self.now:
            raise NotASession("in the future")
        uid = (
            id_key(self.kind, name)
            if name
            else content_key(written, seconds, project, note)
        )
        return ReadySession(
            line,
            uid,
            bool(name),
            project,
            note,
            tags,
            seconds,
            self.calendar.parts(start, seconds),
        )

    def _lasted(self, start: int, end: int | None, stated: int | None) -> int:
        """How long an entry with times is: what is stated counts before what the times make."""
        if end is None:
            if not stated:
                raise NotASession(NO_END)
            return _fit(stated)
        if stated is None:
            return _fit(end - start)
        if end - start != stated:
            self.stated += 1
        return _fit(stated)

    def _untimed(self, entry: LogEntry, stated: int | None) -> ReadySession:
        day = self._day(entry.day).day
        if stated is None:
            raise NotASession(
                f"{quoted(entry.length)} is not a length"
                if entry.length
                else "no length"
            )
        seconds, text = _fit(stated), day.isoformat()
        if day > self.today:
            raise NotASession("in the future")
        uid = (
            id_key(self.kind, entry.id)
            if entry.id
            else content_key(text, seconds, entry.project, entry.note)
        )
        parts = (Part(text, seconds, None, None),)
        return ReadySession(
            entry.line,
            uid,
            bool(entry.id),
            entry.project,
            entry.note,
            entry.tags,
            seconds,
            parts,
        )

    def _day(self, text: str) -> Day:
        """The day that `text` says, by the file's one order."""
        known = self._days.get(text)
        if known is not None:
            return known
        written = read_written(text)
        if written is None:
            raise NotASession(f"{quoted(text)} is not a day" if text else "no day")
        year = self.years.of(written, self.reading.order)
        day = real_day(year, *written.month_and_day(self.reading.order))
        if day is None:
            raise NotASession(f"{quoted(text)} does not exist")
        found = Day(day, self.calendar.midnight(day))
        if written.year is not None:
            self._days[text] = found
        return found

    def _local(
        self, day_text: str, clock: str, end_day: str, end_clock: str
    ) -> tuple[int, int | None, int]:
        """Start and end as instants, and the start as it is written: local seconds, the same in every zone.

        An end without a day that comes earlier on the clock lies on the next day, where that is within 12 hours.
        """
        day, first = self._day(day_text), read_clock(clock)
        start = self._instant(day, first, clock)
        written = day.day.toordinal() * DAY + (first or 0)
        if not end_clock:
            return start, None, written
        last = read_clock(end_clock)
        if end_day:
            day = day if end_day == day_text else self._day(end_day)
        elif _wraps(first, last):
            after = day.day + ONE_DAY
            day = Day(after, self.calendar.midnight(after))
        return start, self._instant(day, last, end_clock), written

    def _instant(self, day: Day, clock: int | None, text: str) -> int:
        if clock is None:
            raise NotASession(f"{quoted(text)} is not a time of day")
        if day.midnight is not None:
            return day.midnight + clock
        at = self.calendar.instant(day.day, clock)
        if at is None:
            said = f"{clock // 3600}:{clock // 60 % 60:02} on {day.day}"
            raise NotASession(f"{said} does not exist: the clocks were set forward")
        return at

    def _own(self, entry: TrackerEntry) -> ReadySession:
        """A session of tracker's own: as it was, under the name it had."""
        day = self._day(entry.day).day
        seconds = _fit(entry.seconds)
        if day > self.today:
            raise NotASession("in the future")
        parts = (Part(day.isoformat(), seconds, entry.started_at, entry.utc_offset),)
        return ReadySession(
            *(entry.line, entry.id, True, "", entry.note, entry.tags, seconds, parts),
            *(entry.item, entry.source, entry.logged_at),
        )
