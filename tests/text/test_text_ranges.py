"""Ranges: every spelling, days that agree or not, and clock changes."""

import re
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
    "|90|-1h|+1h|9-10|9-5|11-1pm|1:30-3pm|9pm-10:00|9am-1:00|9pm-10|-10:00|9:00-x|11:00-9:00|9:00-9:00"
    "|10am-9:30am|today 9:00 - yesterday 9:00|9:00-10:00-11:00|9:00 for|for 90|9:00 for 90|9:00 for x"
    "|8h-9h|21:00-1h|9-25|9-9:60|24h-25h|from 9:00|until 10:00|until|since|since x|9:00 10:30|20 22|9:00 until"
    "|tomorrow 9:00-|--|9.5-10.5|half past nine to ten|between 9 and 10|9:00+90|9:00+02:00|1h at 9|22:00 at 9:00"
    "|9:00-10:00 x|yesterday 1h|2026-11-20 9:00|2026-11-26 23:00|2026-05|1h-2h"
)

WORDS = [
    "9",
    "10:30",
    "9am",
    "20.15",
    "20h",
    "19h20",
    "-",
    "to",
    "until",
    "since",
    "from",
    "at",
    "for",
    "now",
    "yesterday",
    "1h",
    "+",
    "..",
    "noon",
    "mon",
    "20/11",
    "and",
    "between",
]


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
        ("since yesterday 22:04", "2026-11-25T22:04", 1440),
        ("mon from 9 to 10:30", "2026-11-23T09:00", 90),
        ("yesterday between 9 and 10:30", "2026-11-25T09:00", 90),
        ("2026-11-20T20:00/2026-11-20T21:00", "2026-11-20T20:00", 60),
        ("20/11 20.00-21.15", "2026-11-20T20:00", 75),
        ("20.11.2026 20h-21h", "2026-11-20T20:00", 60),
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


HALF_PAST = """9:00-10:30|9-10:30|9.00-10.30|9h-10h30|9h00 - 10h30|09:00-10:30|9:00--10:30|9:00->10:30|9:00..10:30
|9:00...10:30|9:00/10:30|9:00~10:30|9:00 to 10:30|9:00 until 10:30|9:00 till 10:30|9:00 through 10:30|9:00 bis 10:30
|9am-10:30am|9a-10:30a|9 a.m. - 10.30 a.m.|9-10:30am|from 9 to 10:30|From 9:00 - 10:30|between 9:00 and 10:30|9:00h-10:30h
|9:00 for 1h30m|9:00+1h30m|9am + an hour and a half|1h30 from 9:00|1½h at 9am|90m until 10:30|1h30m till 10.30am|9am-10:30|9:00-10:30am"""
EVENING = "20-21:15|20:00-21.15|20h-21h15|8p-9:15p|20-21:15|20:00\u201421:15|20:00\u221221:15|8-9:15pm|8pm-21:15"
WORK = "9-17|9:00-17|9-17:00|9am-17|9:00am-5pm|9-17h|9h-17h|9:00-5pm"


@pytest.mark.parametrize(
    ("spellings", "start", "minutes"),
    [
        (HALF_PAST, "2026-11-26T09:00", 90),
        (EVENING, "2026-11-26T20:00", 75),
        (WORK, "2026-11-26T09:00", 480),
        ("22-1|22:00-1|22h-1h|10pm-1am|22-1am|10p-1a", "2026-11-26T22:00", 180),
        ("noon-1pm|12-13|12:00-1pm|noon - 13:00", "2026-11-26T12:00", 60),
        ("11pm-midnight|23-24|23-0|23:00-midnight", "2026-11-26T23:00", 60),
        ("11:30-noon|11:30am-noon|11.30-12pm", "2026-11-26T11:30", 30),
        ("21:04-|21:04 -|21:04..|since 21:04|21:04 until now", "2026-11-26T21:04", 60),
    ],
)
def test_spellings(spellings: str, start: str, minutes: int) -> None:
    """The same range is read in every spelling."""
    began = datetime.fromisoformat(start).replace(tzinfo=BERLIN)
    for text in spellings.replace("\n", "").split("|"):
        assert (text, read(text)) == (text, Stretch(None, began, minutes * 60))


def test_until_now_past_midnight() -> None:
    """A start that is still to come today is yesterday's where the range ends now."""
    now = datetime(2026, 11, 27, 0, 10, tzinfo=BERLIN)
    began = datetime(2026, 11, 26, 22, 30, tzinfo=BERLIN)
    for text in ("since 22:30", "22:30-", "22:30 - now"):
        got = parse_stretch(text, now, now.date(), BERLIN)
        assert got == Stretch(None, began, 6000)


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


@pytest.mark.parametrize(
    ("text", "message", "instead"),
    [
        ("11:30-1", "would end the next day", ("11:30-13:00", "01:00-11:30")),
        (
            "yesterday 23:00-12:30",
            "would end the next day",
            ("2026-11-25 12:30-23:00",),
        ),
        ("18:00-11:00", "next day", ("yesterday 18:00-23:00", "11:00-18:00")),
        ("1:30-3pm", "'1:30-3pm' could be morning or afternoon.", ("1:30pm-3pm",)),
        ("9:00 10:30", "is not a range of times.", ("9:00-10:30",)),
        ("9am, 10am", "is not a range of times.", ("9am-10am",)),
        ("23:00 23:30", "is not a range of times.", ("yesterday 23:00-23:30",)),
        ("until 10:00", "is not a range of times.", ()),
        ("9-10:30 lesson 3", "'lesson 3' after the range", (("-n", "lesson 3"),)),
        ("9-10:30 mon", "'mon' after the range", (("--on", "mon"),)),
        ("1h tomorrow", "'tomorrow' after the amount", (("-n", "tomorrow"),)),
    ],
)
def test_corrections(
    text: str, message: str, instead: tuple[str | tuple[str, ...], ...]
) -> None:
    """A refusal says what is wrong and offers what can be read in its place."""
    with pytest.raises(Unreadable, match=re.escape(message)) as caught:
        read(text)

    assert caught.value.instead == instead


CLOCKS = st.tuples(st.integers(0, 23), st.integers(0, 59))
# How an hour and a minute can be written, and what stands between two of them.
SHAPES = ["{}:{:02}", "{:02}:{:02}", "{}.{:02}", "{}h{:02}", "{}:{:02}h"]
SIGNS = ["-", " - ", "\u2013", "\u2014", "..", "/", " to ", " bis ", "->", "~"]


@given(CLOCKS, CLOCKS, st.sampled_from(SHAPES), st.sampled_from(SIGNS))
def test_separators_agree(
    start: tuple[int, int], end: tuple[int, int], shape: str, sign: str
) -> None:
    """A range is the same, or is refused, whatever separates its two times."""
    spelled = f"{shape.format(*start)}{sign}{shape.format(*end)}"
    plain = f"{SHAPES[0].format(*start)}-{SHAPES[0].format(*end)}"
    try:
        want = read(plain)
    except Unreadable as error:
        with pytest.raises(Unreadable) as caught:
            read(spelled)
        assert caught.value.message == error.message
    else:
        assert read(spelled) == want


@given(
    st.from_regex(r"[0-9:.aphm/ -]{1,14}", fullmatch=True)
    | st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)
)
def test_offers_are_read(text: str) -> None:
    """A range that is offered in place of the whole text can be read."""
    try:
        read(text)
    except Refused:
        pass
    except Unreadable as error:
        for offered in error.instead:
            if error.typed == text and offered != "AMOUNT" and isinstance(offered, str):
                read(offered)


@given(st.times(), st.integers(1, 11 * 60))
def test_ranges_read_back(wall: object, minutes: int) -> None:
    """A range below half a day lasts from its start to its end, past midnight too."""
    start = datetime.fromisoformat(f"2026-11-20T{str(wall)[:5]}")
    end = (start.hour * 60 + start.minute + minutes) % (24 * 60)

    got = read(f"2026-11-20 {start:%H:%M}-{end // 60:02}:{end % 60:02}")

    assert got == Stretch(start.date(), start.replace(tzinfo=BERLIN), minutes * 60)
