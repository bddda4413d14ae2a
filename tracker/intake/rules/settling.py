"""The one pipeline: from what a file says to sessions, or to the reason why there is none. Nothing is guessed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from tracker.intake.rules.calendar import DAY, FIRST, LAST, Calendar
from tracker.intake.rules.clocks import read_clock
from tracker.intake.rules.dates import Years, read_written, real_day
from tracker.intake.rules.entries import NO_END, Entry, Own, Part, Settled, Skipped
from tracker.intake.rules.keys import Keys
from tracker.intake.rules.lengths import read_length
from tracker.intake.rules.survey import Reading
from tracker.journal.rules.days import ONE_DAY
from tracker.words.columns import quoted

HALF_DAY = 12 * 3600


def _wraps(first: int | None, last: int | None) -> bool:
    """Whether an end that names no day lies on the day after its start."""
    return first is not None and last is not None and first > last and last + DAY - first <= HALF_DAY


class Unfit(Exception):
    """An entry is no session; the argument says why."""


@dataclass(slots=True)
class Settling:
    """One file on its way: what it needs to know, and counts on the way: stated lengths that differ."""

    reading: Reading
    calendar: Calendar
    years: Years
    today: date
    now: int
    keys: Keys
    stated: int = 0
    _days: dict[str, date | None] = field(default_factory=dict)

    def settle(self, entries: Iterable[Entry | Own]) -> Iterator[Settled | Skipped]:
        """Each entry as a session cut into days, or skipped with the reason; as many as there were entries."""
        users = self.reading.users
        for entry in entries:
            try:
                if users is not None and entry.user not in users:
                    yield Skipped(entry.line, f"the time of {entry.user or 'nobody named'}")
                elif isinstance(entry, Own):
                    yield self._own(entry)
                else:
                    yield self._entry(entry)
            except Unfit as unfit:
                yield Skipped(entry.line, str(unfit))

    def _entry(self, entry: Entry) -> Settled:
        if entry.fault:
            raise Unfit(entry.fault)
        stated = self._stated(entry)
        if entry.began is None and not entry.clock:
            return self._untimed(entry, stated)
        start, end, written = self._local(entry) if entry.began is None else (entry.began, entry.ended, entry.began)
        if end is None and not stated:
            raise Unfit(NO_END)
        if stated is None:
            return self._timed(entry, start, self._fit(end - start if end is not None else None), written)
        if end is not None and end - start != stated:
            self.stated += 1
        return self._timed(entry, start, self._fit(stated), written)

    def _timed(self, entry: Entry, start: int, seconds: int, written: int) -> Settled:
        if not FIRST <= start <= LAST:
            raise Unfit("at a time that cannot be")
        if start + seconds > self.now:
            raise Unfit("in the future")
        line, project, note, tags, named, *_ = entry
        uid = self.keys.of_id(named) if named else self.keys.timed(entry, written, seconds)
        return Settled(line, uid, bool(named), project, note, tags, seconds, self.calendar.parts(start, seconds))

    def _untimed(self, entry: Entry, stated: int | None) -> Settled:
        day = self._day(entry.day)
        if stated is None:
            raise Unfit(f"{quoted(entry.length)} is no length" if entry.length else "no length")
        seconds, text = self._fit(stated), day.isoformat()
        if day > self.today:
            raise Unfit("in the future")
        uid = self.keys.of_id(entry.id) if entry.id else self.keys.untimed(entry, text, seconds)
        parts = (Part(text, seconds, None, None),)
        return Settled(entry.line, uid, bool(entry.id), entry.project, entry.note, entry.tags, seconds, parts)

    def _stated(self, entry: Entry) -> int | None:
        if not entry.length:
            return None
        return read_length(entry.length, entry.unit or self.reading.unit)

    def _fit(self, seconds: int | None) -> int:
        """Seconds that a session can have."""
        if seconds is None:
            raise Unfit(NO_END)
        if seconds <= 0:
            raise Unfit("zero" if seconds == 0 else "negative")
        if seconds > DAY:
            raise Unfit("over 24 h")
        return seconds

    def _day(self, text: str) -> date:
        """The day that `text` says, by the file's one order."""
        if text in self._days:
            found = self._days[text]
        else:
            written = read_written(text)
            if written is None:
                raise Unfit(f"{quoted(text)} is no day" if text else "no day")
            year = self.years.of(written, self.reading.order)
            found = real_day(year, *written.month_and_day(self.reading.order))
            if written.year is not None:
                self._days[text] = found
        if found is None:
            raise Unfit(f"{quoted(text)} does not exist")
        return found

    def _local(self, entry: Entry) -> tuple[int, int | None, int]:
        """Start and end as instants, and the start as it is written: local seconds, the same in every zone.

        An end without a day that comes earlier on the clock lies on the next day, where that is within 12 hours.
        """
        day, first = self._day(entry.day), read_clock(entry.clock)
        start = self._instant(day, first, entry.clock)
        written = day.toordinal() * DAY + (first or 0)
        if not entry.end_clock:
            return start, None, written
        last = read_clock(entry.end_clock)
        if entry.end_day != entry.day:
            day = self._day(entry.end_day) if entry.end_day else day + ONE_DAY * _wraps(first, last)
        return start, self._instant(day, last, entry.end_clock), written

    def _instant(self, day: date, clock: int | None, text: str) -> int:
        if clock is None:
            raise Unfit(f"{quoted(text)} is no time of day")
        at = self.calendar.instant(day, clock)
        if at is None:
            raise Unfit(f"{clock // 3600}:{clock // 60 % 60:02} on {day} does not exist: the clocks were set forward")
        return at

    def _own(self, entry: Own) -> Settled:
        """A session of tracker's own: as it was, under the name it had."""
        day = self._day(entry.day)
        seconds = self._fit(entry.seconds)
        if day > self.today:
            raise Unfit("in the future")
        parts = (Part(day.isoformat(), seconds, entry.started_at, entry.utc_offset),)
        return Settled(
            *(entry.line, entry.id, True, "", entry.note, entry.tags, seconds, parts),
            *(entry.item, entry.source, entry.logged_at),
        )
