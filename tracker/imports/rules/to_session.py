"""From what a file says to sessions, or to the reason why there is none."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from tracker.database.values import instant_to_seconds
from tracker.imports.rules.calendar import FIRST, Calendar
from tracker.imports.rules.entries import (
    ALL_BREAK,
    NO_END,
    NOT_EXPORTED,
    NOTHING,
    LogEntry,
    Part,
    ReadySession,
    Skipped,
    TrackerEntry,
    new_record,
)
from tracker.imports.rules.file_profile import Reading
from tracker.imports.rules.keys import content_key, id_key, state_of
from tracker.imports.rules.lengths import read_length
from tracker.imports.rules.local_times import LocalTimes, NotASession, NotATime
from tracker.imports.rules.tags import tags_column
from tracker.limits import DAY
from tracker.text.columns import quoted


def _check_length(seconds: int) -> int:
    """`seconds`, if a session can be that long. Raises NotASession otherwise."""
    if 0 < seconds <= DAY:
        return seconds
    if seconds > 0:
        raise NotASession("over 24 h")
    raise NotASession("zero length" if seconds == 0 else "negative length")


@dataclass(slots=True)
class SessionReader:
    """Reads the entries of one file as sessions.

    `now_utc` is UTC seconds. `contradictions` counts the entries that state a length
    that differs from their two times, `breaks` those that breaks were taken off, of
    `break_seconds` together.
    """

    reading: Reading
    calendar: Calendar
    times: LocalTimes
    today: date
    now_utc: int
    contradictions: int = 0
    breaks: int = 0
    break_seconds: int = 0

    def sessions_of(
        self, entries: Iterable[LogEntry | TrackerEntry]
    ) -> Iterator[ReadySession | Skipped]:
        """Each entry as a session cut into days, or skipped with the reason."""
        users = self.reading.users
        for entry in entries:
            try:
                if users is not None and entry.user not in users:
                    person = entry.user or "nobody named"
                    raise NotASession(f"recorded by {person}")
                if isinstance(entry, TrackerEntry):
                    yield self._tracker_session(entry)
                elif entry.fault:
                    raise NotASession(entry.fault)
                else:
                    yield self._session(entry)
            except NotASession as reason:
                yield Skipped(entry.line, str(reason))

    def _session(self, entry: LogEntry) -> ReadySession:
        stated = self._stated_length(entry)
        if entry.began is not None:
            start, end, when = entry.began, entry.ended, entry.began
        elif entry.clock:
            try:
                start, end, when = self.times.read_span(
                    entry.day, entry.clock, entry.end_day, entry.end_clock
                )
            except NotATime:
                if stated is None:
                    raise
                return self._untimed_session(entry, stated)  # it says enough
        else:
            return self._untimed_session(entry, stated)
        whole = self._seconds(start, end, stated)
        if start < FIRST:
            raise NotASession("before 1900")
        if start + whole > self.now_utc:
            raise NotASession("in the future")
        seconds = self._without_breaks(entry, whole) if entry.pause else whole
        parts = self.calendar.parts(start, seconds)
        return self._ready(entry, when, seconds, parts)

    def _untimed_session(self, entry: LogEntry, stated: int | None) -> ReadySession:
        day = self.times.read_day(entry.day)
        if stated is None:
            if entry.length:
                raise NotASession(f"{quoted(entry.length)} is not a length")
            raise NotASession("no length")
        whole = _check_length(stated)
        if day.day > self.today:
            raise NotASession("in the future")
        seconds = self._without_breaks(entry, whole) if entry.pause else whole
        parts = (new_record(Part, (day.text, seconds, None, None)),)
        return self._ready(entry, day.text, seconds, parts)

    def _ready(
        self,
        entry: LogEntry,
        when: int | str,
        seconds: int,
        parts: tuple[Part, ...],
    ) -> ReadySession:
        if entry.id:
            updated = self._updated(entry.updated) if entry.updated else None
            return _session_with_id(entry, when, seconds, parts, updated)
        project, note = entry.project, entry.note
        values = (
            entry.line,
            content_key(when, seconds, project, note),
            False,
            project if project != NOTHING else "",
            (note if note != NOTHING else "") or entry.heading,
            entry.tags,
            seconds,
            parts,
            *NOT_EXPORTED,
        )
        return new_record(ReadySession, values)

    def _updated(self, written: int | str) -> int | None:
        """UTC seconds of a last change: a text without a zone is in the file's."""
        if isinstance(written, int):
            return written
        try:
            moment = datetime.fromisoformat(written)
        except ValueError:
            return None
        zone = moment.tzinfo or self.calendar.zone
        return instant_to_seconds(moment.replace(tzinfo=zone))

    def _stated_length(self, entry: LogEntry) -> int | None:
        """The seconds that an entry states; None where none can be read."""
        if not entry.length:
            return None
        return read_length(entry.length, entry.unit or self.reading.unit)

    def _seconds(self, start: int, end: int | None, stated: int | None) -> int:
        """How long an entry with times is: a stated length counts before its times."""
        if end is None:
            if not stated:
                raise NotASession(NO_END)
            return _check_length(stated)
        if stated is None:
            return _check_length(end - start)
        if end - start != stated:
            self.contradictions += 1
        return _check_length(stated)

    def _without_breaks(self, entry: LogEntry, whole: int) -> int:
        """What remains of the seconds of an entry without its breaks."""
        pause = read_length(entry.pause, entry.unit or self.reading.unit)
        if pause is None:
            raise NotASession(f"{quoted(entry.pause)} is not a length")
        if abs(pause) >= whole:
            raise NotASession(ALL_BREAK)
        if pause:
            self.breaks += 1
            self.break_seconds += abs(pause)
        return whole - abs(pause)

    def _tracker_session(self, entry: TrackerEntry) -> ReadySession:
        """A session that tracker exported: as it was, with the uid it had."""
        day = self.times.read_day(entry.day).day
        seconds = _check_length(entry.seconds)
        if day > self.today:
            raise NotASession("in the future")
        part = Part(day.isoformat(), seconds, entry.started_at, entry.utc_offset)
        when = part.day if part.started_at is None else part.started_at
        return ReadySession(
            line=entry.line,
            uid=entry.id,
            has_id=True,
            project="",
            note=entry.note,
            tags=entry.tags,
            seconds=seconds,
            parts=(part,),
            item=entry.item,
            source=entry.source,
            logged_at=entry.logged_at,
            state=state_of(when, seconds, "", entry.note, tags_column(entry.tags)),
            part_of=entry.part_of,
            title=entry.title,
            track=entry.track,
        )


def _session_with_id(
    entry: LogEntry,
    when: int | str,
    seconds: int,
    parts: tuple[Part, ...],
    updated: int | None,
) -> ReadySession:
    """The session of an entry to which its source gives an id."""
    tags = tags_column(entry.tags)
    return ReadySession(
        entry.line,
        id_key(entry.id, when, entry.project),
        True,
        entry.project if entry.project != NOTHING else "",
        entry.note if entry.note != NOTHING else "",
        entry.tags,
        seconds,
        parts,
        "",
        "imported",
        None,
        entry.id,
        state_of(when, seconds, entry.project, entry.note, tags),
        updated,
    )
