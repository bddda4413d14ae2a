"""Times of day, points in time, and their instants where clocks change."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import Refused, TrackerError, Unreadable
from tracker.text.times import Point, parse_clock, parse_point
from tracker.text.zones import local_to_instant, parse_zone, resolve_point

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 26, 22, 4, tzinfo=BERLIN)
TODAY = NOW.date()
REFUSED = (
    "|9|yesterday|2026-11-22|12 may 2026|2 days ago|30 ago|9:00-10:00|9:00+15:00|x 9:00|9:00 x"
    "|9am yesterdayish|2026-11-22T|2026-02-30T9:00|10/1 9:00|11-22T9:00|1h"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9am", "09:00"),
        ("9 AM", "09:00"),
        ("9:30", "09:30"),
        ("10:00am", "10:00"),
        ("1120", "11:20"),
        ("22:00", "22:00"),
        ("12am", "00:00"),
        ("12pm", "12:00"),
        ("12:30am", "00:30"),
        ("0000", "00:00"),
        ("9:30:15", "09:30:15"),
        ("9a", "09:00"),
        ("7:25p", "19:25"),
        ("7:25 p.m.", "19:25"),
        ("9 a.m", "09:00"),
        ("20.15", "20:15"),
        ("7.25pm", "19:25"),
        ("noon", "12:00"),
        ("Midnight", "00:00"),
    ],
)
def test_clock(text: str, expected: str) -> None:
    """A time of day is read on both clocks, and as four digits."""
    assert parse_clock(text) == time.fromisoformat(expected)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "9",
        "930",
        "24:00",
        "2400",
        "9:60",
        "0960",
        "13pm",
        "0am",
        "9:5",
        "9.5",
        "9am x",
        "9h",
        "-9:00",
    ],
)
def test_refused_clock(text: str) -> None:
    """What is not a time of day is refused."""
    with pytest.raises(Unreadable):
        parse_clock(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("30min ago", "2026-11-26T21:34+01:00"),
        ("1h30m ago", "2026-11-26T20:34+01:00"),
        ("now", "2026-11-26T22:04+01:00"),
        ("9:30", "2026-11-26T09:30+01:00"),
        ("at 9am", "2026-11-26T09:00+01:00"),
        ("yesterday at 22:00", "2026-11-25T22:00+01:00"),
        ("Yesterday 22:00", "2026-11-25T22:00+01:00"),
        ("yesterday 1120", "2026-11-25T11:20+01:00"),
        ("yesterday 20.15", "2026-11-25T20:15+01:00"),
        ("20.11.2026 20.15", "2026-11-20T20:15+01:00"),
        ("yesterday at 7:25 p.m.", "2026-11-25T19:25+01:00"),
        ("mon noon", "2026-11-23T12:00+01:00"),
        ("last tuesday 9am", "2026-11-24T09:00+01:00"),
        ("12 may 2026 at 9:00", "2026-05-12T09:00+02:00"),
        ("2 days ago 9:00", "2026-11-24T09:00+01:00"),
        ("2026-11-22T9:00", "2026-11-22T09:00+01:00"),
        ("2026-11-22 09:00", "2026-11-22T09:00+01:00"),
        ("20261122T0900", "2026-11-22T09:00+01:00"),
        ("2026-11-22T9:00+02:00", "2026-11-22T08:00+01:00"),
        ("2026-11-22T9:00-0500", "2026-11-22T15:00+01:00"),
        ("14:30Z", "2026-11-26T15:30+01:00"),
        ("23:30Z", "2026-11-26T00:30+01:00"),
        ("yesterday 14:30z", "2026-11-25T15:30+01:00"),
        ("2026-10-25T02:30+02:00", "2026-10-25T02:30+02:00"),
        ("2026-10-25T02:30+01:00", "2026-10-25T02:30+01:00"),
        ("tomorrow 9am", "2026-11-27T09:00+01:00"),
    ],
)
def test_points(text: str, expected: str) -> None:
    """A point is read with or without its day, and its offset is honoured."""
    assert (
        resolve_point(parse_point(text, NOW, TODAY), BERLIN).isoformat(
            timespec="minutes"
        )
        == expected
    )


@pytest.mark.parametrize("text", [*REFUSED.split("|"), "9" * 5000])
def test_refused_points(text: str) -> None:
    """Anything but one point in time is refused."""
    with pytest.raises(Unreadable):
        parse_point(text, NOW, TODAY)


def test_day_that_ends_after_midnight() -> None:
    """After midnight in a day that goes on, a time up to now is after midnight too."""
    now = datetime(2026, 11, 27, 1, 10, tzinfo=BERLIN)

    assert parse_point("0:30", now, TODAY) == Point(
        date(2026, 11, 27), time(0, 30), dated=False, on_calendar=True
    )
    assert parse_point("23:00", now, TODAY) == Point(TODAY, time(23), dated=False)


def test_day_of_option() -> None:
    """A time is on the day that --on names; a day in the text comes first."""
    assert parse_point("9:00", NOW, TODAY, date(2026, 1, 2)) == Point(
        date(2026, 1, 2), time(9), dated=False
    )
    assert parse_point("yesterday 9:00", NOW, TODAY, date(2026, 1, 2)).day == date(
        2026, 11, 25
    )


@given(st.text() | st.from_regex(r"[0-9:apmztod+ -]{1,14}", fullmatch=True))
def test_any_text(text: str) -> None:
    """Any text is a point in time, or Unreadable."""
    try:
        assert isinstance(parse_point(text, NOW, TODAY), Point)
    except TrackerError as error:
        assert type(error) is Unreadable


@given(
    st.datetimes(datetime(1980, 1, 1), datetime(2037, 1, 1)),
    st.sampled_from(["Europe/Berlin", "Asia/Kolkata"]),
)
def test_instants_read_back(moment: datetime, name: str) -> None:
    """An instant's local time with its offset is read as that instant."""
    local = moment.replace(tzinfo=UTC, microsecond=0).astimezone(ZoneInfo(name))

    assert resolve_point(parse_point(local.isoformat(), NOW, TODAY), BERLIN).astimezone(
        UTC
    ) == local.astimezone(UTC)


def test_local_time() -> None:
    """A local time is aware in its zone."""
    moment = local_to_instant(date(2026, 7, 1), time(9), BERLIN)

    assert moment.isoformat() == "2026-07-01T09:00:00+02:00"
    assert moment.tzinfo is BERLIN


def test_skipped() -> None:
    """A local time that a clock change skips is refused, and times that exist are shown."""
    with pytest.raises(Refused) as caught:
        local_to_instant(date(2026, 3, 29), time(2, 30), BERLIN)

    assert (
        caught.value.message
        == "02:30 on 2026-03-29 does not exist, because the clocks go forward."
    )
    assert (
        caught.value.hint
        == "Type another time: 01:30 is before the change, 03:30 after it."
    )


def test_twice() -> None:
    """A local time that happens twice is refused, with both spellings."""
    with pytest.raises(Refused) as caught:
        local_to_instant(date(2026, 10, 25), time(2, 30), BERLIN)

    assert (
        caught.value.message
        == "02:30 on 2026-10-25 happens twice, because the clocks go back."
    )
    assert (
        "2026-10-25T02:30+02:00 is the first, 2026-10-25T02:30+01:00 the second"
        in caught.value.hint
    )


def test_edges_of_a_change() -> None:
    """The minutes beside a gap and beside a doubled hour are plain."""
    for day, wall in (
        ("2026-03-29", "01:59"),
        ("2026-03-29", "03:00"),
        ("2026-10-25", "01:59"),
        ("2026-10-25", "03:00"),
    ):
        moment = local_to_instant(
            date.fromisoformat(day), time.fromisoformat(wall), BERLIN
        )
        assert moment.isoformat(timespec="minutes").startswith(f"{day}T{wall}")


@given(st.datetimes(datetime(1980, 1, 1), datetime(2037, 1, 1)))
def test_round_trip(local: datetime) -> None:
    """A local time either is refused or is what the clock shows at that instant."""
    try:
        moment = local_to_instant(local.date(), local.time(), BERLIN)
    except Refused:
        return
    assert moment.astimezone(UTC).astimezone(BERLIN).replace(tzinfo=None) == local
    assert abs(moment.astimezone(UTC).replace(tzinfo=None) - local) <= timedelta(
        hours=3
    )


def test_zone() -> None:
    """A zone has its IANA name."""
    assert parse_zone("Europe/Berlin") == BERLIN


@pytest.mark.parametrize(
    "name",
    [
        "",
        "Berlin",
        "America",
        "../etc/passwd",
        "/etc/passwd",
        "a\0b",
        "\udc80",
        "x" * 300,
        ".",
    ],
)
def test_refused_zones(name: str) -> None:
    """Any other name is refused."""
    with pytest.raises(Unreadable):
        parse_zone(name)


def test_empty_point() -> None:
    """A point without an instant and without a local time is a mistake in the program."""
    with pytest.raises(ValueError, match="neither"):
        resolve_point(Point(), BERLIN)


@pytest.mark.parametrize(
    ("typed", "zones"),
    [
        ("tokyo", ("Asia/Tokyo",)),
        ("New York", ("America/New_York",)),
        ("europe/lisbon", ("Europe/Lisbon",)),
        ("louisville", ("America/Kentucky/Louisville", "America/Louisville")),
        ("Mars/Base", ()),
        ("ok", ()),
        ("", ()),
    ],
)
def test_zone_of_a_city(typed: str, zones: tuple[str, ...]) -> None:
    """What is no zone may name a city, or a zone in other letters: these are said."""
    with pytest.raises(Unreadable) as caught:
        parse_zone(typed)

    assert caught.value.candidates == zones
    assert caught.value.instead == (zones or ("Europe/Berlin",))
