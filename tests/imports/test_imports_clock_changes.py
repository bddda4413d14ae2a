"""Days and times of day as instants, also where clocks are set forward or back."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.imports.rules.calendar import Calendar
from tracker.imports.rules.entries import LogEntry, Part, ReadySession, Skipped
from tracker.imports.rules.file_profile import Reading
from tracker.imports.rules.local_times import LocalTimes, NotASession, NotATime
from tracker.imports.rules.to_session import SessionReader
from tracker.imports.rules.years import Years
from tracker.limits import DAY, HOUR

# Two zones of whole hours, one of half an hour's change, one without, one of midnight.
BERLIN, LORD_HOWE, TOKYO, BEIRUT = (
    "Europe/Berlin",
    "Australia/Lord_Howe",
    "Asia/Tokyo",
    ("Asia/Beirut"),
)
ZONES = (BERLIN, LORD_HOWE, TOKYO, BEIRUT, "America/New_York", "Asia/Kathmandu", "UTC")


def calendar_of(zone: str = BERLIN, starts: int = 0) -> Calendar:
    """The days of a zone, beginning `starts` hours after midnight."""
    return Calendar(ZoneInfo(zone), timedelta(hours=starts))


def times_of(zone: str = BERLIN, order: str = "day-first") -> LocalTimes:
    """The local times of a file in a zone."""
    return LocalTimes(order, calendar_of(zone), Years(2026))


def utc(text: str) -> int:
    """UTC seconds of `2026-03-29 00:59`."""
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp())


# A time of day as an instant.
@pytest.mark.parametrize(
    ("zone", "day", "clock", "instant"),
    [
        (BERLIN, "2026-03-28", "12:00", "2026-03-28 11:00"),
        (BERLIN, "2026-03-29", "01:59", "2026-03-29 00:59"),
        (BERLIN, "2026-03-29", "02:00", None),
        (BERLIN, "2026-03-29", "02:59", None),
        (BERLIN, "2026-03-29", "03:00", "2026-03-29 01:00"),
        (BERLIN, "2026-10-25", "02:30", "2026-10-25 00:30"),
        (BERLIN, "2026-10-25", "03:00", "2026-10-25 02:00"),
        (BERLIN, "2026-03-29", "24:00", "2026-03-29 22:00"),
        (LORD_HOWE, "2026-10-04", "02:15", None),
        (LORD_HOWE, "2026-10-04", "02:30", "2026-10-03 15:30"),
        (LORD_HOWE, "2026-04-05", "01:45", "2026-04-04 14:45"),
        (BEIRUT, "2026-03-29", "00:30", None),
        (BEIRUT, "2026-03-29", "01:00", "2026-03-28 22:00"),
        (TOKYO, "2026-03-29", "02:30", "2026-03-28 17:30"),
    ],
)
def test_instant(zone: str, day: str, clock: str, instant: str | None) -> None:
    """A time is the first instant at which clocks show it, or none if they never do."""
    hour, minute = map(int, clock.split(":"))
    seconds = hour * HOUR + minute * 60
    at = calendar_of(zone).instant(date.fromisoformat(day), seconds)

    assert at == (utc(instant) if instant else None)


@pytest.mark.parametrize(
    ("zone", "day", "clock", "twice"),
    [
        (BERLIN, "2026-10-25", 2 * HOUR, 1),
        (BERLIN, "2026-10-25", 3 * HOUR - 1, 1),
        (BERLIN, "2026-10-25", 3 * HOUR, 0),
        (BERLIN, "2026-10-25", 2 * HOUR - 1, 0),
        (LORD_HOWE, "2026-04-05", 2 * HOUR - 60, 1),
        (LORD_HOWE, "2026-04-05", 90 * 60 - 60, 0),
        (BERLIN, "2026-10-24", 2 * HOUR, 0),
    ],
)
def test_times_that_come_twice(zone: str, day: str, clock: int, twice: int) -> None:
    """Only the times between the two showings of the clock are counted as double."""
    calendar = calendar_of(zone)
    calendar.instant(date.fromisoformat(day), clock)

    assert calendar.twice == twice


@given(
    zone=st.sampled_from(ZONES),
    moment=st.datetimes(datetime(1971, 1, 1), datetime(2037, 12, 31)),
)
def test_an_instant_is_shown_as_written(zone: str, moment: datetime) -> None:
    """Clocks at the instant of a time show that time; a skipped time has no instant."""
    moment = moment.replace(microsecond=0)
    clock = moment.hour * HOUR + moment.minute * 60 + moment.second
    at = calendar_of(zone).instant(moment.date(), clock)
    info = ZoneInfo(zone)

    if at is None:
        offsets = {moment.replace(tzinfo=info, fold=f).utcoffset() for f in (0, 1)}
        assert len(offsets) == 2
    else:
        assert datetime.fromtimestamp(at, info).replace(tzinfo=None) == moment


@given(
    zone=st.sampled_from(ZONES),
    starts=st.integers(0, 12),
    start=st.integers(utc("2025-01-01"), utc("2027-01-01")),
    seconds=st.integers(1, DAY),
)
def test_parts_are_the_whole(zone: str, starts: int, start: int, seconds: int) -> None:
    """The days of a span follow each other without a gap, and are together the span."""
    parts = calendar_of(zone, starts).parts(start, seconds)
    ends = [(p.started_at or 0) + p.seconds for p in parts]

    assert [p.started_at for p in parts] == [start, *ends[:-1]]
    assert sum(p.seconds for p in parts) == seconds
    assert sorted({p.day for p in parts}) == [p.day for p in parts]


@pytest.mark.parametrize(
    ("starts", "day"), [(0, "2026-11-03"), (3, "2026-11-02"), (1, "2026-11-03")]
)
def test_day_start(starts: int, day: str) -> None:
    """A session at 1:30 is of the day before where days begin at 3:00."""
    (part,) = calendar_of(starts=starts).parts(utc("2026-11-03 00:30"), 60)

    assert part.day == day


@pytest.mark.parametrize(
    ("day", "seconds"),
    [("2026-03-29", 23 * HOUR), ("2026-10-25", 25 * HOUR), ("2026-11-02", DAY)],
)
def test_long_and_short_days(day: str, seconds: int) -> None:
    """A day on which clocks change has 23 or 25 hours, and all of them are its own."""
    calendar = calendar_of()
    start = calendar.instant(date.fromisoformat(day), 0) or 0
    parts = calendar.parts(start, seconds)

    assert {part.day for part in parts} == {day}
    assert calendar.parts(start + seconds, 1)[0].day > day


def test_days_are_remembered_rightly() -> None:
    """Spans in any order have the parts that they have alone."""
    starts = [utc(f"2026-{m:02}-{d:02} 22:30") for m in (3, 10) for d in range(20, 31)]
    shared = calendar_of()

    for start in [*starts, *reversed(starts)]:
        assert shared.parts(start, 3 * HOUR) == calendar_of().parts(start, 3 * HOUR)


# Spans as a file writes them.
@pytest.mark.parametrize(
    ("span", "hours"),
    [
        (("2.11.2026", "9:00", "", "10:30"), 1.5),
        (("2.11.2026", "23:00", "", "1:00"), 2),
        (("2.11.2026", "23:00", "", "0:00"), 1),
        (("2.11.2026", "1:00", "", "0:00"), 23),
        (("2.11.2026", "21:00", "", "9:00"), 12),
        (("2.11.2026", "21:00", "", "9:01"), -11 - 59 / 60),
        (("2.11.2026", "9:00", "", "9:00"), 0),
        (("2.11.2026", "9:00", "3.11.2026", "8:00"), 23),
        (("2.11.2026", "9:00", "1.11.2026", "10:00"), -23),
        (("2.11.2026", "9:00", "2.11.2026", "24:00"), 15),
        (("25.10.2026", "1:00", "", "4:00"), 4),
        (("29.3.2026", "1:00", "", "4:00"), 2),
        (("28.3.2026", "23:00", "", "3:00"), 3),
        (("24.10.2026", "22:00", "", "3:00"), 6),
    ],
)
def test_span(span: tuple[str, str, str, str], hours: float) -> None:
    """An end without a day is on the next one within 12 hours; clocks' changes count."""
    read = times_of().read_span(*span)

    assert read.end is not None
    assert read.end - read.start == round(hours * HOUR)


def test_open_span() -> None:
    """A span without an end has none, and its start as written in every zone."""
    spans = [times_of(zone).read_span("2.11.2026", "9:00", "", "") for zone in ZONES]

    assert {span.end for span in spans} == {None}
    assert len({span.written for span in spans}) == 1
    assert len({span.start for span in spans}) > 3


@pytest.mark.parametrize(
    ("span", "reason"),
    [
        (("", "9:00", "", ""), "no day"),
        (("soon", "9:00", "", ""), "'soon' is not a day"),
        (("31.2.2026", "9:00", "", ""), "'31.2.2026' does not exist"),
        (("31/2/2026", "9:00", "", ""), "'31/2/2026' does not exist"),
        (("2.11.2026", "25:00", "", ""), "'25:00' is not a time of day"),
        (("2.11.2026", "9:00", "", "noon"), "'noon' is not a time of day"),
        (("2.11.2026", "9:00", "soon", "10:00"), "'soon' is not a day"),
        (
            ("29.3.2026", "2:30", "", "4:00"),
            "2:30 on 2026-03-29 does not exist: the clocks were set forward",
        ),
        (
            ("29.3.2026", "1:00", "", "2:05"),
            "2:05 on 2026-03-29 does not exist: the clocks were set forward",
        ),
        (
            ("28.3.2026", "23:00", "", "2:00"),
            "2:00 on 2026-03-29 does not exist: the clocks were set forward",
        ),
    ],
)
def test_no_span(span: tuple[str, str, str, str], reason: str) -> None:
    """A day or a time that is none, or was skipped, is named as it was written."""
    with pytest.raises(NotASession) as fault:
        times_of().read_span(*span)

    assert str(fault.value) == reason
    assert isinstance(fault.value, NotATime) is reason.endswith("is not a time of day")


@pytest.mark.parametrize(
    ("order", "text", "day"),
    [
        ("day-first", "3/4/2026", "2026-04-03"),
        ("month-first", "3/4/2026", "2026-03-04"),
        ("month-first", "3.4.2026", "2026-04-03"),
        ("year-first", "26-04-09", "2026-04-09"),
        ("day-first", "26-04-09", "2009-04-26"),
        ("month-first", "4 Mar", "2026-03-04"),
    ],
)
def test_day_in_an_order(order: str, text: str, day: str) -> None:
    """The order of a file is that of numbers with slashes or dashes, and no others."""
    assert times_of(order=order).read_day(text).day.isoformat() == day


# Entries as sessions.
NOW = utc("2026-11-23 13:30")
AT = utc("2026-11-02 09:00")


def session_of(entry: LogEntry, reading: Reading | None = None) -> ReadySession | str:
    """The session of one entry, or the reason why it is none."""
    calendar = calendar_of("UTC")
    reader = SessionReader(
        reading=reading or Reading(),
        calendar=calendar,
        times=LocalTimes("day-first", calendar, Years(2026)),
        today=date(2026, 11, 23),
        now_utc=NOW,
    )
    (read,) = reader.sessions_of([entry])
    return read.why if isinstance(read, Skipped) else read


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"fault": "planned"}, "planned"),
        ({}, "no day"),
        ({"day": "2.11.2026"}, "no length"),
        ({"day": "2.11.2026", "length": "x"}, "'x' is not a length"),
        ({"day": "2.11.2026", "length": "0"}, "zero length"),
        ({"day": "2.11.2026", "length": "-1"}, "negative length"),
        ({"day": "2.11.2026", "length": "24.1"}, "over 24 h"),
        ({"day": "24.11.2026", "length": "1"}, "in the future"),
        ({"day": "2.11.2026", "clock": "9:00"}, "no end"),
        ({"day": "2.11.2026", "clock": "9:00", "length": "x"}, "no end"),
        ({"day": "2.11.2026", "clock": "9:00", "end_clock": "9:00"}, "zero length"),
        ({"began": AT, "ended": AT - 1}, "negative length"),
        ({"began": AT, "ended": AT + DAY + 1}, "over 24 h"),
        ({"began": AT}, "no end"),
        ({"began": NOW - 60, "ended": NOW + 1}, "in the future"),
        ({"began": utc("1899-12-31"), "length": "1"}, "before 1900"),
        (
            {"day": "2.11.2026", "length": "1", "pause": "1:00"},
            "its breaks are as long as it is",
        ),
        (
            {"day": "2.11.2026", "length": "1", "pause": "2h"},
            "its breaks are as long as it is",
        ),
        (
            {"day": "2.11.2026", "length": "1", "pause": "lunch"},
            "'lunch' is not a length",
        ),
    ],
)
def test_no_session(fields: dict[str, object], reason: str) -> None:
    """An entry that cannot be a session is skipped with the reason."""
    assert session_of(LogEntry(1)._replace(**fields)) == reason  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fields", "seconds"),
    [
        ({"day": "2.11.2026", "length": "24"}, DAY),
        ({"day": "23.11.2026", "length": "1"}, HOUR),
        ({"day": "2.11.2026", "length": "90", "unit": "m"}, 5400),
        ({"day": "2.11.2026", "length": "90s"}, 90),
        ({"day": "2.11.2026", "clock": "late", "length": "1"}, HOUR),
        ({"began": AT, "ended": AT + 60}, 60),
        ({"began": AT, "ended": AT + 60, "length": "1"}, HOUR),
        ({"began": AT, "length": "1"}, HOUR),
        ({"began": NOW - 60, "ended": NOW}, 60),
        ({"day": "2.11.2026", "length": "2", "pause": "0:30"}, 5400),
        ({"day": "2.11.2026", "length": "2", "pause": "-0:30"}, 5400),
        ({"day": "2.11.2026", "length": "2", "pause": "0"}, 7200),
        ({"began": AT, "ended": AT + 7200, "pause": "15m"}, 6300),
    ],
)
def test_session(fields: dict[str, object], seconds: int) -> None:
    """A stated length counts before two times, and breaks come off either."""
    session = session_of(LogEntry(1)._replace(**fields))  # type: ignore[arg-type]

    assert isinstance(session, ReadySession)
    assert session.seconds == seconds == sum(part.seconds for part in session.parts)


@pytest.mark.parametrize(
    ("user", "reason"),
    [("Ada", None), ("Ben", "recorded by Ben"), ("", "recorded by nobody named")],
)
def test_of_one_person(user: str, reason: str | None) -> None:
    """Of several people's rows those of the others are skipped by name."""
    entry = LogEntry(1, user=user, day="2.11.2026", length="1")
    read = session_of(entry, Reading(users=frozenset(["Ada"])))

    assert (read if isinstance(read, str) else None) == reason


@pytest.mark.parametrize(
    ("fields", "project", "note"),
    [
        ({"project": "-", "note": "-"}, "", ""),
        ({"project": "a", "note": "", "heading": "h"}, "a", "h"),
        ({"project": "a", "note": "n", "heading": "h"}, "a", "n"),
        ({"project": "-", "note": "-", "heading": "h"}, "", "h"),
        ({"project": "-", "note": "-", "id": "7"}, "", ""),
    ],
)
def test_nothing_is_a_dash(fields: dict[str, str], project: str, note: str) -> None:
    """A dash in a cell is nothing, and a heading is the note of what has none."""
    entry = LogEntry(1, day="2.11.2026", length="1")
    session = session_of(entry._replace(**fields))  # type: ignore[arg-type]

    assert isinstance(session, ReadySession)
    assert (session.project, session.note) == (project, note)


@pytest.mark.parametrize(
    ("updated", "at"),
    [
        (5, 5),
        ("2026-11-02T09:00:00Z", AT),
        ("2026-11-02T10:00:00+01:00", AT),
        ("2026-11-02 09:00", AT),
        ("yesterday", None),
        ("", None),
    ],
)
def test_updated(updated: int | str, at: int | None) -> None:
    """When an entry was last changed is read in its zone, else in the file's."""
    entry = LogEntry(1, day="2.11.2026", length="1", id="7", updated=updated)
    session = session_of(entry)

    assert isinstance(session, ReadySession)
    assert session.updated == at


def test_over_midnight() -> None:
    """A session over midnight is of two days, with its length divided among them."""
    session = session_of(LogEntry(1, day="2.11.2026", clock="23:00", end_clock="1:30"))

    assert isinstance(session, ReadySession)
    assert session.parts == (
        Part("2026-11-02", HOUR, utc("2026-11-02 23:00"), 0),
        Part("2026-11-03", 5400, utc("2026-11-03 00:00"), 0),
    )
