"""The rules of the journal: days, overlaps, sources, tags."""

import itertools
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.journal.rules.checks import source_of
from tracker.journal.rules.days import (
    day_of,
    say_span,
    split_by_day,
    start_of_day,
)
from tracker.journal.rules.edits import Edit, edited_pieces
from tracker.journal.rules.overlaps import (
    SessionSpan,
    clock_gains,
    overlap_seconds,
    overlapping_items,
    overlaps_by_day,
    shared_by_day,
    sum_overlaps,
)
from tracker.journal.rules.pieces import LocalMoment
from tracker.journal.rules.records import Piece, Session, tags_to_text
from tracker.journal.rules.report_rows import (
    ReportRow,
    SessionGroup,
    report_rows,
    title_of,
)
from tracker.text.periods import Period

BERLIN, NEW_YORK = ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York")
ZONES = st.sampled_from(
    [
        ZoneInfo(name)
        for name in ("Europe/Berlin", "America/New_York", "Asia/Beirut", "UTC")
    ]
)
INSTANTS = st.integers(
    int(datetime(2026, 1, 1, tzinfo=UTC).timestamp()),
    int(datetime(2027, 1, 1, tzinfo=UTC).timestamp()),
)
STARTS = st.integers(0, 12 * 4).map(lambda quarters: timedelta(minutes=15 * quarters))
SPANS = st.lists(
    st.tuples(st.integers(0, 300), st.integers(1, 100)).map(
        lambda span: (span[0], sum(span))
    ),
    max_size=12,
)


@given(at=INSTANTS, seconds=st.integers(1, 86400), starts=STARTS, zone=ZONES)
def test_split(at: int, seconds: int, starts: timedelta, zone: ZoneInfo) -> None:
    """A stretch is split where days start; the pieces add up, each in its own day."""
    pieces = split_by_day(at, seconds, starts, zone)

    assert sum(piece.seconds for piece in pieces) == seconds
    assert pieces[0].started_at == at
    for piece, following in zip(pieces, [*pieces[1:], None], strict=True):
        assert piece.span
        first, end = piece.span
        assert start_of_day(piece.day, starts, zone) <= first
        assert end <= start_of_day(piece.day + timedelta(days=1), starts, zone)
        assert day_of(end - 1, starts, zone) == piece.day
        assert following is None or (following.started_at, following.day) == (
            end,
            piece.day + timedelta(days=1),
        )


@pytest.mark.parametrize(
    ("zone", "day", "hours"),
    [
        (BERLIN, date(2026, 3, 29), 23),
        (BERLIN, date(2026, 10, 25), 25),
        (BERLIN, date(2026, 11, 1), 24),
        (NEW_YORK, date(2026, 3, 8), 23),
        (NEW_YORK, date(2026, 11, 1), 25),
    ],
)
def test_length_of_a_day(zone: ZoneInfo, day: date, hours: int) -> None:
    """A day is as long as its clock change makes it, wherever it starts before or after that."""
    for starts in (timedelta(), timedelta(hours=1)):
        begins, ends = (
            start_of_day(each, starts, zone) for each in (day, day + timedelta(days=1))
        )

        assert ends - begins == hours * 3600


def test_day_that_starts_later() -> None:
    """Where days start at 04:00, 03:59 belongs to the day before."""
    starts, at = timedelta(hours=4), datetime(2026, 11, 23, 3, 59, tzinfo=BERLIN)

    assert day_of(int(at.timestamp()), starts, BERLIN) == date(2026, 11, 22)
    assert day_of(int(at.timestamp()) + 60, starts, BERLIN) == date(2026, 11, 23)


@given(
    at=INSTANTS,
    lengths=st.tuples(st.integers(1, 86400), st.integers(1, 86400)),
    then=st.tuples(STARTS, ZONES),
    now=st.tuples(STARTS, ZONES),
)
def test_resize(
    at: int,
    lengths: tuple[int, int],
    then: tuple[timedelta, ZoneInfo],
    now: tuple[timedelta, ZoneInfo],
) -> None:
    """Another amount, in any zone and start of day, re-dates no session.

    Its pieces follow each other, add up, and are of rising days.
    """
    first = split_by_day(at, lengths[0], *then)[0]
    old = Session("u", "i", *first, "", (), "later", at)
    moment = LocalMoment(
        datetime.fromtimestamp(at + 2 * 86400, now[1]), first.day, now[1], now[0]
    )

    pieces = edited_pieces([old], Edit(lengths[1]), moment)

    assert pieces[0]._replace(seconds=first.seconds) == first
    assert sum(piece.seconds for piece in pieces) == lengths[1]
    for piece, following in itertools.pairwise(pieces):
        assert piece.span
        assert following.span
        assert piece.span[1] == following.span[0]
        assert piece.day < following.day
    assert edited_pieces([old], Edit(), moment) == (first,)
    assert edited_pieces([old], Edit(first.seconds), moment) == (first,)


@given(SPANS)
def test_overlap(spans: list[tuple[int, int]]) -> None:
    """The overlap is the sum of the spans less the seconds that any of them covers."""
    covered = {second for start, end in spans for second in range(start, end)}

    assert overlap_seconds(spans) == sum(end - start for start, end in spans) - len(
        covered
    )


@given(SPANS)
def test_together(spans: list[tuple[int, int]]) -> None:
    """Only spans of a day that share a second with another are named, and that other."""
    days = ("2026-11-21", "2026-11-22")
    named = [
        SessionSpan(days[place % 2], start, end, str(place), "", "")
        for place, (start, end) in enumerate(spans)
    ]
    wanted = {
        name
        for day, start, end, name, *_ in named
        for its_day, first, last, other, *_ in named
        if name != other
        and days[1] in (day, its_day)
        and max(start, first) < min(end, last)
    }

    found = set(overlapping_items(days[1], named))

    assert found <= wanted
    assert bool(found) == bool(wanted)


DAY_SPANS = st.lists(
    st.tuples(
        st.sampled_from(["2026-11-21", "2026-11-22", "2026-11-23"]),
        st.integers(0, 300),
        st.integers(1, 100),
    ).map(lambda span: (span[0], span[1], span[1] + span[2])),
    max_size=12,
)


def covered(spans: Iterable[tuple[str, int, int]], until: str) -> set[int]:
    """The seconds of all spans up to a day."""
    return {at for day, start, end in spans if day <= until for at in range(start, end)}


@given(DAY_SPANS)
def test_overlaps_by_day(spans: list[tuple[str, int, int]]) -> None:
    """Up to each day, the sum less the overlaps is what the clock showed."""
    overlaps = dict(overlaps_by_day(sorted(spans)))

    for until in overlaps:
        logged = sum(end - start for day, start, end in spans if day <= until)
        twice = sum(seconds for day, seconds in overlaps.items() if day <= until)
        assert logged - twice == len(covered(spans, until))
        assert sum_overlaps(sorted(spans), until) == (
            sum(overlaps.values()) - twice + overlaps[until]
        )


@given(DAY_SPANS, st.integers(0, 3))
def test_shared_starts_decide(spans: list[tuple[str, int, int]], part: int) -> None:
    """The overlaps of any part of the sessions are those of its sessions with these starts."""
    shared = {start for *_, starts in shared_by_day(sorted(spans)) for start in starts}
    chosen = sorted(span for n, span in enumerate(spans) if part in (n % 2, 3))
    decisive = [span for span in chosen if span[1] in shared]

    assert {row for row in overlaps_by_day(chosen) if row[1]} == {
        row for row in overlaps_by_day(decisive) if row[1]
    }


def test_days_too_far_apart() -> None:
    """Sessions three days apart cannot run at once, whatever their instants say."""
    spans = [("2026-11-20", 0, 60), ("2026-11-23", 0, 60)]

    assert dict(overlaps_by_day(spans)) == {"2026-11-20": 0, "2026-11-23": 0}


def test_gains() -> None:
    """A day's clock counts shared time once, and time without a start in full.

    Time that a later day has already moves to the earlier one.
    """
    day, following = date(2026, 11, 23), date(2026, 11, 24)
    near = [("2026-11-23", 0, 3600), ("2026-11-24", 3000, 5400)]
    added = [Piece(day, 3600, 1800, 0), Piece(day, 60)]

    assert clock_gains(near, added) == {day: 1800 + 60, following: -1800}
    assert clock_gains(near, [], [Piece(day, 3600, 0, 0)]) == {
        day: -3600,
        following: 600,
    }


@given(DAY_SPANS, DAY_SPANS)
def test_gains_of_any(
    near: list[tuple[str, int, int]], moved: list[tuple[str, int, int]]
) -> None:
    """What is removed gains the opposite of what it gained when it was added."""
    pieces = [
        Piece(date.fromisoformat(day), end - start, start, 0)
        for day, start, end in moved
    ]

    there = clock_gains(near, pieces)
    back = clock_gains([*near, *moved], [], pieces)

    assert {day: -gain for day, gain in there.items()} == back
    assert sum(there.values()) == (
        len(covered([*near, *moved], "9")) - len(covered(near, "9"))
    )


@pytest.mark.parametrize(
    ("start", "seconds", "expected"),
    [
        (datetime(2026, 3, 29, 1, 30, tzinfo=BERLIN), 3600, "01:30-03:30"),
        (datetime(2026, 10, 25, 1, 30, tzinfo=BERLIN), 2 * 3600, "01:30-02:30"),
        (datetime(2026, 11, 23, 23, 0, tzinfo=BERLIN), 3600, "23:00-00:00"),
        (datetime(2026, 11, 23, 9, 0, tzinfo=NEW_YORK), 3600, "09:00-10:00"),
    ],
)
def test_say_span(start: datetime, seconds: int, expected: str) -> None:
    """Times are those of the clock where the session was, across a clock change too."""
    offset = start.utcoffset()
    assert offset is not None
    at = int(start.timestamp())
    session = Session(
        "u",
        "i",
        start.date(),
        seconds,
        at,
        int(offset.total_seconds()),
        "",
        (),
        "live",
        at,
    )

    assert say_span(session, BERLIN) == expected
    assert say_span(session._replace(started_at=None, utc_offset=None), BERLIN) == ""


def test_source() -> None:
    """A session typed on its own day is `same-day`, else `later`."""
    assert source_of(date(2026, 11, 23), date(2026, 11, 23)) == "same-day"
    assert source_of(date(2026, 11, 22), date(2026, 11, 23)) == "later"


def test_tags() -> None:
    """Tags are stored sorted, each once, between blanks; a session counts under each."""
    assert (tags_to_text(("b", "a", "b")), tags_to_text(())) == (" a b ", "")
    groups = [
        SessionGroup("", "", "", "", "", tags, seconds, count)
        for tags, seconds, count in ((" a b ", 60, 1), (" a ", 30, 2), ("", 5, 1))
    ]
    say = title_of(groups, Period(None, None), date(2026, 11, 23))
    assert report_rows(groups, ["tag"], say=say) == [
        ReportRow(("a",), ("a",), 90, 3),
        ReportRow(("b",), ("b",), 60, 1),
        ReportRow(("",), ("untagged",), 5, 1),
    ]
