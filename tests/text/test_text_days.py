"""Days: every spelling that is read, every one that is refused, and how they are written."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import TrackerError, Unreadable
from tracker.text.day_misspellings import offer_days
from tracker.text.days import NoSuchDay, parse_day, say_day

WORDS = (
    "12",
    "may",
    "2026",
    "26",
    "31",
    "feb",
    "th",
    "fri",
    "of",
    "-",
    "/",
    ".",
    "the",
    "12th",
    "11.",
    "fry",
    "yesteday",
)
THURSDAY = date(2026, 11, 26)
READ = {
    "2026-11-20": "2026-11-20|20261120|2026/11/20|2026.11.20|20.11.2026|fri|friday|Last Friday|20/11|20/11/2026"
    "|20th|the 20th|20 nov|nov 20|November 20th|20th of November, 2026|Fri 20 Nov|Fri, 20 Nov 2026|2026 nov 20"
    "|20-nov-2026|6 days ago|today-6|today - 6|six days ago|20. Nov|20.Nov.|20.11.|20.11|20. 11.|20. November 2026"
    "|20nov|nov20|20nov2026|Nov 20th|fri 20.11.|Fri. 20.11.2026|Fri, 2026-11-20|fri 20th|20.|Fri.",
    "2026-11-26": "today|TODAY|thu|thursday|this thu|26th|26 nov|0 days ago|today-0|this morning|this afternoon|this evening|tonight|on thursday|on the 26th|on 26 nov",
    "2026-11-25": "yesterday|yday|a day ago|1 day ago|one day ago|wed|weds|this wednesday|2026-11-25|ystd|last night|Last evening|yesterday morning|yesterday night|on wed|wed evening",
    "2026-11-24": "2 days ago|2d ago|today-2|last tuesday|the day before yesterday|tues|Tue.|two days ago|today - 2",
    "2026-11-19": "last thu|last thursday|a week ago|1 week ago|1 wk ago|7 days ago",
    "2026-11-27": "tomorrow|tmrw|in 1 day|today+1|next fri|this fri",
    "2026-12-03": "next thu|in a week",
    "2026-11-14": "14.11.|14. Nov|14.Nov.|14/11|14-11|14-nov|sat 14.11.",
    "2026-10-01": "1.10|1.10.|01.10.2026",
    "2026-05-12": "12 may|may 12|12th may|12 May 2026",
    "2026-10-27": "27th",
    "2026-10-31": "31st",
    "2025-12-31": "31 dec|wed 31 dec",
    "2024-02-29": "29 feb|29 Feb 2024",
    "2025-11-27": "27 nov",
}
CASES = [(text, day) for day, texts in READ.items() for text in texts.split("|")]
REFUSED = "|20|2026|2026-11|may|may 2026|x|now|2 weeks|2 days|in 2 days ago|last|last week|last 12 may|20 11|2026-02-30"
REFUSED += "|2026-13-01|30 feb|31.11.2026|0 may|32nd|0th|0020-11-20|2500-01-01|99999 days ago|2026-11-20 x|x 2026-11-20"
REFUSED += "|12 may 26|10/1|1/10/2026|10-1|1.13|31.9.|31/9|0.1|11/20/26|20.11.26|26-11-20|fri 26 nov|fri 26.11.|fri 31.9.|fri 9:00|foo 20.11.|12 may june|today-x|9am|12 may 9am|morning|last morning|next night|on|on on fri"


@pytest.mark.parametrize(("text", "day"), CASES)
def test_days(text: str, day: str) -> None:
    """Each spelling is read, from Thursday 26 November 2026; without a year, the latest."""
    assert parse_day(text, THURSDAY).isoformat() == day


@pytest.mark.parametrize("text", REFUSED.split("|"))
def test_refused(text: str) -> None:
    """Anything but one day is refused."""
    with pytest.raises(Unreadable) as caught:
        parse_day(text, THURSDAY)

    assert caught.value.hint.startswith("Type ")


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("10/1", "Type 2026-01-10 or 2026-10-01."),
        ("10/1/2026", "Type 2026-01-10 or 2026-10-01."),
        ("20/11/26", "Type 2020-11-26 or 2026-11-20."),
        ("12 may 26", "Type the full year, like 12 may 2026."),
        ("20.11.26", "Type 2026-11-20."),
        ("fri 26.11.", "Type 2026-11-26, or another day like 2026-11-20."),
    ],
)
def test_two_readings(text: str, hint: str) -> None:
    """Two readings are both shown."""
    with pytest.raises(Unreadable) as caught:
        parse_day(text, THURSDAY)

    assert caught.value.hint == hint


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("yesteday", "yesterday"),
        ("Yesterdya", "yesterday"),
        ("tody", "today"),
        ("last nihgt", "last night"),
        ("this mornign", "this morning"),
        ("tommorow", "tomorrow"),
        ("wendesday", "wednesday"),
        ("last firday", "last friday"),
        ("2 dyas ago", "2 days ago"),
        ("12 novmber", "12 november"),
        ("12 ocotber 2025", "12 october 2025"),
    ],
)
def test_misspelt(text: str, meant: str) -> None:
    """A misspelt day is refused, with the day that was meant."""
    with pytest.raises(Unreadable) as caught:
        parse_day(text, THURSDAY)

    error = caught.value
    offer_days(error, text, THURSDAY, ahead=False)
    assert (error.hint, error.instead) == (f"Did you mean {meant}?", (meant,))
    assert error.message == f"{text!r} is not a day."


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("14.11.", "2027-11-14"),
        ("31 jan", "2027-01-31"),
        ("fri", "2026-11-27"),
        ("thu", "2026-11-26"),
        ("last fri", "2026-11-20"),
        ("1st", "2026-12-01"),
        ("31st", "2026-12-31"),
        ("31/1", "2027-01-31"),
        ("29 feb", "2028-02-29"),
    ],
)
def test_ahead(text: str, day: str) -> None:
    """A plan's day without its year is the next one."""
    assert parse_day(text, THURSDAY, ahead=True).isoformat() == day


@given(
    st.dates(date(1900, 1, 1), date(2199, 12, 31)),
    st.dates(date(1990, 1, 1), date(2100, 1, 1)),
)
def test_days_read_back(day: date, today: date) -> None:
    """A day as it is written is read as that day, unless it is later in this year."""
    if day.year != today.year or day <= today:
        assert parse_day(say_day(day, today), today) == day
    assert parse_day(day.isoformat(), today) == day
    assert parse_day(f"{day.day}.{day.month}.{day.year}", today) == day
    if day <= today:
        latest = parse_day(f"{day.day}. {day:%b}", today)
        assert parse_day(f"{day.day}.{day.month}.", today) == latest
        assert parse_day(f"{day:%a} {latest.day}.{day.month}.{day.year}", today) == day


@given(
    st.dates(date(1990, 1, 1), date(2100, 1, 1)),
    st.sampled_from(["mon", "sun", "26th", "31st", "12 may", "29 feb"]),
)
def test_latest(today: date, text: str) -> None:
    """A day without month or year is never after today, and within eight years of it."""
    assert today - timedelta(days=8 * 366) < parse_day(text, today) <= today


@given(st.text() | st.from_regex(r"[0-9a-z/. -]{1,12}", fullmatch=True))
def test_any_text(text: str) -> None:
    """Any text is a day, or Unreadable; a day that is offered is read."""
    try:
        assert isinstance(parse_day(text, THURSDAY), date)
    except TrackerError as error:
        assert type(error) in (Unreadable, NoSuchDay)
        offer_days(error, text, THURSDAY, ahead=False)
        for offered in error.instead:
            assert offered == "DAY" or parse_day(str(offered), THURSDAY)


@given(st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join))
def test_any_words(text: str) -> None:
    """Words that days are made of make a day in any order, or are Unreadable."""
    try:
        assert isinstance(parse_day(text, THURSDAY), date)
    except TrackerError as error:
        assert type(error) in (Unreadable, NoSuchDay)
        offer_days(error, text, THURSDAY, ahead=False)
        for offered in error.instead:
            assert offered == "DAY" or parse_day(str(offered), THURSDAY)


@pytest.mark.parametrize("year", [1970, 2024, 2100, 2199])
def test_year_of_a_clock_that_may_be_wrong(year: int) -> None:
    """A day has its year where the clock may be wrong, so that one can see that it is."""
    day = date(year, 3, 2)

    assert say_day(day, day).endswith(f" 2 Mar {year}")


def test_say_day() -> None:
    """The year is written only if it is another."""
    assert say_day(THURSDAY, THURSDAY) == "Thu 26 Nov"
    assert say_day(date(2025, 5, 1), THURSDAY) == "Thu 1 May 2025"
