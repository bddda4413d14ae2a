"""Moments: a time of day without its day is the one that it can be."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import Refused, TrackerError, Unreadable
from tracker.limits import LONGEST_SESSION
from tracker.text.moments import latest_moment, moment_between
from tracker.text.times import parse_point
from tracker.text.zones import resolve_point

BERLIN = ZoneInfo("Europe/Berlin")
MOMENTS = st.datetimes(
    datetime(2024, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC)
).map(lambda moment: moment.replace(microsecond=0))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN)


def between(text: str, start: str, now: str) -> str:
    moment = moment_between(text, at(start), at(now), at(now).date())
    return moment.isoformat(timespec="minutes")


def latest(text: str, now: str) -> str:
    moment = latest_moment(text, at(now), at(now).date())
    return moment.isoformat(timespec="minutes")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("23:30", "2026-11-02T23:30+01:00"),
        ("11:30pm", "2026-11-02T23:30+01:00"),
        ("0:15", "2026-11-03T00:15+01:00"),
        ("8:30", "2026-11-03T08:30+01:00"),
        ("22:30Z", "2026-11-02T23:30+01:00"),
        ("yesterday 23:30", "2026-11-02T23:30+01:00"),
        ("8h ago", "2026-11-03T00:30+01:00"),
        ("now", "2026-11-03T08:30+01:00"),
    ],
)
def test_between(text: str, expected: str) -> None:
    """A time is on the day on which it lies between the start and now."""
    assert between(text, "2026-11-02T22:30", "2026-11-03T08:30") == expected


def test_between_days_apart() -> None:
    """Of a timer that runs for days, the first day counts: no session is longer."""
    moment = between("23:30", "2026-10-30T21:00", "2026-11-03T00:10")

    assert moment == "2026-10-30T23:30+01:00"


@pytest.mark.parametrize(
    ("text", "start", "message", "instead"),
    [
        (
            "22:00",
            "2026-11-02T22:30",
            "'22:00' is not between Mon 2 Nov, 22:30, and Tue 3 Nov, 08:30.",
            "23:30",
        ),
        ("9:00", "2026-11-03T08:00", "'9:00' is not between 08:00 and 08:30.", "08:15"),
        (
            "11:30",
            "2026-11-02T22:30",
            "'11:30' is not between Mon 2 Nov, 22:30, and Tue 3 Nov, 08:30.",
            "23:30",
        ),
        (
            "tomorrow 9:00",
            "2026-11-03T08:30",
            "'tomorrow 9:00' is not between 08:30 and 08:30.",
            "now",
        ),
        (
            "10h ago",
            "2026-11-03T08:29:30",
            "'10h ago' is not between 08:29 and 08:30.",
            "now",
        ),
    ],
)
def test_not_between(text: str, start: str, message: str, instead: str) -> None:
    """A time before the start or after now is refused, with one between them."""
    with pytest.raises(Refused) as caught:
        between(text, start, "2026-11-03T08:30")

    error = caught.value
    assert error.message == message
    assert error.hint == f"Type a time between the two, for example {instead}."
    assert (error.typed, error.instead) == (text, (instead,))


@pytest.mark.parametrize(
    ("text", "now", "expected"),
    [
        ("23:50", "2026-11-03T00:10", "2026-11-02T23:50+01:00"),
        ("0:05", "2026-11-03T00:10", "2026-11-03T00:05+01:00"),
        ("9:30", "2026-11-03T09:30", "2026-11-03T09:30+01:00"),
        ("9:31", "2026-11-03T09:30", "2026-11-02T09:31+01:00"),
        ("10min ago", "2026-11-03T00:05", "2026-11-02T23:55+01:00"),
        ("tomorrow 9am", "2026-11-03T00:05", "2026-11-04T09:00+01:00"),
        ("2:30", "2026-03-30T10:00", "2026-03-30T02:30+02:00"),
        ("2:30", "2026-03-29T01:00", "2026-03-28T02:30+01:00"),
    ],
)
def test_latest(text: str, now: str, expected: str) -> None:
    """A time that is still to come today is yesterday's."""
    assert latest(text, now) == expected


def test_clock_changes() -> None:
    """A time that a change skips is refused, one that it repeats is asked about."""
    with pytest.raises(Refused, match="does not exist"):
        latest("2:30", "2026-03-29T10:00")
    with pytest.raises(Refused, match="does not exist"):
        between("2:30", "2026-03-28T23:00", "2026-03-29T10:00")
    with pytest.raises(Unreadable) as caught:
        between("2:30", "2026-10-24T23:00", "2026-10-25T10:00")

    assert caught.value.message == "'2:30' can be read in more than one way."
    assert caught.value.instead == (
        "2026-10-25T02:30+02:00",
        "2026-10-25T02:30+01:00",
    )
    now = datetime.fromisoformat("2026-10-25T02:10+01:00").astimezone(BERLIN)
    assert latest_moment("2:30", now, now.date()).fold == 0


@given(MOMENTS, st.integers(1, LONGEST_SESSION), st.times())
def test_one_moment(start: datetime, seconds: int, wall: object) -> None:
    """What is read lies between the two; what is offered instead does so too."""
    now = (start + timedelta(seconds=seconds)).astimezone(BERLIN)
    text = str(wall)[:5]
    try:
        moment = moment_between(text, start, now, now.date())
    except TrackerError as error:
        for other in error.instead:
            moment_between(str(other), start, now, now.date())
    else:
        assert start < moment.astimezone(UTC) <= now.astimezone(UTC)
        assert f"{moment:%H:%M}" == text


@given(MOMENTS, st.integers(60, 7 * 86400), st.data())
def test_any_moment_between_is_read(
    start: datetime, seconds: int, data: st.DataObject
) -> None:
    """Each minute after the start, up to now, can be typed as its time of day."""
    now = (start + timedelta(seconds=seconds)).astimezone(BERLIN)
    longest = min(seconds, LONGEST_SESSION)
    later = data.draw(st.integers(60, longest))
    moment = (start + timedelta(seconds=later)).astimezone(BERLIN).replace(second=0)
    try:
        got = moment_between(f"{moment:%H:%M}", start, now, now.date())
    except Unreadable as error:
        stamps = [datetime.fromisoformat(str(stamp)) for stamp in error.instead]
        assert moment.astimezone(UTC) in stamps
    else:
        assert got.astimezone(UTC) == moment.astimezone(UTC)


@given(MOMENTS, st.text() | st.from_regex(r"[0-9:apmztod+ -]{1,14}", fullmatch=True))
def test_any_text(moment: datetime, text: str) -> None:
    """Any text is a moment, or refused."""
    now = moment.astimezone(BERLIN)
    for start in (None, now - timedelta(hours=9)):
        try:
            if start:
                moment_between(text, start, now, now.date())
            else:
                latest_moment(text, now, now.date())
        except TrackerError as error:
            assert type(error) in (Unreadable, Refused)


@given(MOMENTS, st.times(), st.integers(0, 3))
def test_latest_is_the_last_before_now(
    moment: datetime, wall: object, days: int
) -> None:
    """No later day up to now has the time, and a day that is typed is taken."""
    now, text = moment.astimezone(BERLIN), str(wall)[:5]
    day = now.date() - timedelta(days=days)
    try:
        got = latest_moment(text, now, now.date())
        assert got.astimezone(UTC) <= moment < got.astimezone(UTC) + timedelta(hours=26)
        dated = latest_moment(f"{day} {text}", now, now.date())
        point = parse_point(f"{day} {text}", now, date(2026, 1, 1))
        assert dated == resolve_point(point, BERLIN)
    except TrackerError as error:
        assert day.month in (3, 10)
        assert type(error) in (Unreadable, Refused)
