"""Ranges: every spelling, days that agree or not, and clock changes."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import Refused, Unreadable
from tracker.text.stretches import Stretch, parse_stretch

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 26, 22, 4, tzinfo=BERLIN)
TODAY = NOW.date()
YESTERDAY = date(2026, 11, 25)
REFUSED = (
    "|90|-1h|+1h|9-10|9-5|11-1pm|1:30-3pm|9am-11:00|9pm-10|9:00-|-10:00|9:00-x|11:00-9:00|9:00-9:00"
    "|10am-9:30am|today 9:00 - yesterday 9:00|9:00-10:00-11:00|9:00 for|for 1h|9:00 for 90"
    "|9:00-10:00 x|yesterday 1h|2026-11-20 9:00|2026-11-26 23:00|2026-05|1h-2h"
)


def read(text: str, day: date | None = None) -> Stretch:
    return parse_stretch(text, NOW, TODAY, BERLIN, day)


@pytest.mark.parametrize(
    ("text", "start", "minutes"),
    [
        ("9am-11am", "2026-11-26T09:00", 120),
        ("9:30am to 10am", "2026-11-26T09:30", 30),
        ("9-10am", "2026-11-26T09:00", 60),
        ("9am - 10am", "2026-11-26T09:00", 60),
        ("1-3pm", "2026-11-26T13:00", 120),
        ("12-1pm", "2026-11-26T12:00", 60),
        ("9:30-10am", "2026-11-26T09:30", 30),
        ("13:30-3pm", "2026-11-26T13:30", 90),
        ("9am-13:00", "2026-11-26T09:00", 240),
        ("20:15-22:00", "2026-11-26T20:15", 105),
        ("20:15\u201322:00", "2026-11-26T20:15", 105),
        ("1120-1230", "2026-11-26T11:20", 70),
        ("09:00 for 1h", "2026-11-26T09:00", 60),
        ("23:00-01:00", "2026-11-26T23:00", 120),
        ("22:00-24:00", "2026-11-26T22:00", 120),
        ("14:00Z-15:00Z", "2026-11-26T15:00", 60),
        ("22:30Z-00:15Z", "2026-11-26T23:30", 105),
    ],
)
def test_ranges(text: str, start: str, minutes: int) -> None:
    """A range without a day is on today, and may end the next day."""
    got = read(text)

    assert got == Stretch(
        None, datetime.fromisoformat(start).replace(tzinfo=BERLIN), minutes * 60
    )


@pytest.mark.parametrize(
    ("text", "start", "minutes"),
    [
        ("yesterday 9am - 5pm", "2026-11-25T09:00", 480),
        ("yesterday 9-10am", "2026-11-25T09:00", 60),
        ("yesterday 09:00 for 1h", "2026-11-25T09:00", 60),
        ("today-2 9am-10am", "2026-11-24T09:00", 60),
        ("2026-11-22 9:00-10:00", "2026-11-22T09:00", 60),
        ("2026-11-22T9:00 - 2026-11-22T10:00", "2026-11-22T09:00", 60),
        ("2026-11-22T9:00-10:00", "2026-11-22T09:00", 60),
        ("yesterday 23:00 - today 01:00", "2026-11-25T23:00", 120),
        ("yesterday 23:00 - 01:00", "2026-11-25T23:00", 120),
        ("12 may 18:00 to 13 may 9:00", "2026-05-12T18:00", 900),
        ("30min ago - now", "2026-11-26T21:34", 30),
    ],
)
def test_dated_ranges(text: str, start: str, minutes: int) -> None:
    """A range with a day is on that day, and ends there unless it names another."""
    began = datetime.fromisoformat(start).replace(tzinfo=BERLIN)

    assert read(text) == Stretch(began.date(), began, minutes * 60)


def test_range_on_a_day() -> None:
    """A range is on the day of --on; a day in the text may repeat it."""
    want = Stretch(YESTERDAY, datetime(2026, 11, 25, 9, tzinfo=BERLIN), 3600)

    assert read("9-10am", YESTERDAY) == want
    assert read("yesterday 9-10am", YESTERDAY) == want


@pytest.mark.parametrize(
    "text", ["yesterday 9-10am", "2026-11-25T09:00Z-11:00", "30min ago - now"]
)
def test_two_days(text: str) -> None:
    """A day in the text that differs from --on is refused."""
    with pytest.raises(Unreadable, match="but --on says"):
        read(text, date(2026, 11, 20))


@pytest.mark.parametrize("text", REFUSED.split("|"))
def test_refused(text: str) -> None:
    """Anything but one amount or one range is refused."""
    with pytest.raises(Unreadable) as caught:
        read(text)

    assert caught.value.message.endswith(".")
    assert caught.value.hint


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("2026-10-25 01:00-04:00", 4),
        ("2026-03-29 01:00-04:00", 2),
        ("2026-10-24 23:00-04:00", 6),
        ("2026-03-28 23:00-04:00", 4),
        ("2026-10-25T02:30+02:00 - 2026-10-25T02:30+01:00", 1),
    ],
)
def test_clock_changes(text: str, hours: int) -> None:
    """Across a clock change the time that passed is counted, not the clock's hours."""
    assert read(text).seconds == hours * 3600


@pytest.mark.parametrize(
    "text",
    ["2026-03-29 01:00-02:30", "2026-10-25 01:00-02:30", "2026-10-25 02:30 for 1h"],
)
def test_no_such_time(text: str) -> None:
    """An end that does not exist or happens twice is refused by a rule."""
    with pytest.raises(Refused):
        read(text)


@given(st.times(), st.integers(1, 11 * 60))
def test_ranges_read_back(wall: object, minutes: int) -> None:
    """A range below half a day lasts from its start to its end, past midnight too."""
    start = datetime.fromisoformat(f"2026-11-20T{str(wall)[:5]}")
    end = (start.hour * 60 + start.minute + minutes) % (24 * 60)

    got = read(f"2026-11-20 {start:%H:%M}-{end // 60:02}:{end % 60:02}")

    assert got == Stretch(start.date(), start.replace(tzinfo=BERLIN), minutes * 60)
