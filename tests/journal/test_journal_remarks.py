"""What a log is remarked on: a late hour, a full day, the same twice."""

import shlex
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import Tracker
from tests.journal.harness import rows, start_days_at_four

LATE = "2026-10-03T00:40"


def remarks(tracker: Tracker, words: str, now: str) -> str:
    """What a command that must succeed remarks, with its session's id as ID."""
    answer = tracker(words, now)
    assert answer.code == 0, answer
    uids = rows(tracker.db, "select uid from session order by id desc limit 1")
    return answer.err.replace(uids[0][0][:4], "ID")


def test_after_midnight(tracker: Tracker) -> None:
    """An amount logged after midnight says its day, and how to choose the other."""
    assert remarks(tracker, "log fastai 30m", LATE) == (
        "It is 00:40, so this counts for Sat 3 Oct.\n"
        "For Fri 2 Oct: tracker edit ID --on 2026-10-02\n"
        "To start days at 04:00 from now on: tracker config day-starts 04:00\n"
        "To stay with midnight: tracker config day-starts 00:00\n"
    )
    assert tracker.json("log ppo 30m")["remarks"][0].startswith(
        "It is 00:40, so this counts for Sat 3 Oct, which now has 1h00m.\nFor Fri"
    )


@pytest.mark.parametrize("first", ["edit", "config"])
def test_pasted_after_midnight(tracker: Tracker, first: str) -> None:
    """Its lines do what they say, in either order; the next log asks no more."""
    printed = tracker("log fastai 1h30m +deep -n night", LATE).err
    lines = [line.split(": tracker ")[1] for line in printed.splitlines()[1:3]]

    for line in sorted(lines, key=lambda line: not line.startswith(first)):
        tracker.ok(line)

    assert rows(tracker.db, "select day, seconds, tags, note from session") == [
        ("2026-10-02", 5400, " deep ", "night")
    ]
    assert remarks(tracker, "log fastai 30m", "2026-10-03T00:50") == ""
    assert tracker.json("log ppo 10m")["sessions"][0]["day"] == "2026-10-02"


def test_midnight_kept(tracker: Tracker) -> None:
    """Who stays with midnight is not asked again."""
    printed = tracker("log fastai 30m", LATE).err
    tracker.ok(printed.splitlines()[3].split(": tracker ")[1])

    assert remarks(tracker, "log ppo 10m", "2026-10-04T00:50") == ""


@pytest.mark.parametrize(
    ("words", "now"),
    [
        ("log fastai 20m --on today", LATE),
        ("log fastai 20m --on yesterday", LATE),
        ("log fastai 'yesterday 23:00-0:30'", LATE),
        ("log fastai 20m", "2026-10-03T05:00"),
    ],
)
def test_no_remark(tracker: Tracker, words: str, now: str) -> None:
    """A day that was typed is not asked about, nor the morning."""
    assert remarks(tracker, words, now) == ""


def test_timer_after_midnight(tracker: Tracker) -> None:
    """A session with times after midnight is on its day; only the setting is named."""
    tracker.ok("start fastai", "2026-10-03T00:10")

    assert remarks(tracker, "stop", LATE) == (
        "It is 00:40, so this counts for Sat 3 Oct.\n"
        "To start days at 04:00 from now on: tracker config day-starts 04:00\n"
        "To stay with midnight: tracker config day-starts 00:00\n"
    )
    tracker.ok("start fastai", "2026-10-03T23:10")
    assert remarks(tracker, "stop", "2026-10-04T00:40") == ""


def test_days_from_four(tracker: Tracker) -> None:
    """Where days start at 04:00, a late log is on the day before, without a remark."""
    start_days_at_four(tracker.db)

    assert remarks(tracker, "log fastai 1h30m", LATE) == ""


def test_more_than_has_passed(tracker: Tracker) -> None:
    """A day with more hours than have passed since it began is remarked on."""
    tracker.ok("log fastai 6h", "2026-10-03T09:00")

    assert remarks(tracker, "log ppo 3h30m", "2026-10-03T09:00") == (
        "Sat 3 Oct now has 9h30m, more than the 9h00m since it began.\n"
        "To see its sessions: tracker sessions --since 2026-10-03 --until 2026-10-03\n"
    )
    assert remarks(tracker, "edit last --amount 3h", "2026-10-03T09:00") == ""


def test_long_day(tracker: Tracker) -> None:
    """A day with more than 16 h is remarked on when hours are added to it."""
    tracker.ok("log fastai 8h --on yesterday")
    tracker.ok("log ppo 8h --on yesterday")
    long_day = (
        "Sun 22 Nov now has 16h01m.\n"
        "To see its sessions: tracker sessions --since 2026-11-22 --until 2026-11-22\n"
    )

    assert remarks(tracker, "edit last --amount 8h01m", tracker.now) == long_day
    assert remarks(tracker, "edit last --note x", tracker.now) == ""
    assert remarks(tracker, "edit last --amount 8h", tracker.now) == ""
    assert (
        remarks(tracker, "log learnpython 1m --on yesterday", tracker.now) == long_day
    )
    assert tracker("sessions --since 2026-11-22 --until 2026-11-22").code == 0


def test_same_twice(tracker: Tracker) -> None:
    """The same session within a minute is remarked on; undo takes one back."""
    tracker.ok("log fastai 45m", "2026-11-23T14:30:00")

    assert remarks(tracker, "log fastai 45m", "2026-11-23T14:31:00") == (
        "45m on fastai was logged within the last minute too.\n"
        "To take this one back: tracker undo\n"
    )
    tracker.ok("undo")
    assert rows(tracker.db, "select count(*) from session") == [(1,)]
    for words, now in [
        ("log fastai 45m", "2026-11-23T14:31:01"),
        ("log fastai 46m", "2026-11-23T14:31:02"),
        ("log ppo 45m", "2026-11-23T14:31:03"),
        ("log ppo 45m -n again", "2026-11-23T14:31:03"),
        ("log ppo 10:00-10:45", "2026-11-23T14:31:03"),
        ("log fastai 45m --on yesterday", "2026-11-23T14:31:04"),
        ("log learnpython 8:00-8:45", "2026-11-23T14:31:05"),
        ("log learnpython 9:00-9:45", "2026-11-23T14:31:06"),
    ]:
        assert remarks(tracker, words, now) == ""


@given(st.integers(0, 23), st.integers(0, 59), st.integers(1, 24 * 60), st.booleans())
def test_any_hour(
    tracker: Tracker, hour: int, minute: int, amount: int, is_set: bool
) -> None:
    """A day is asked about from 00:00 to 05:00; each line printed works when pasted."""
    rows(tracker.db, "delete from session")
    rows(tracker.db, "delete from setting")
    if is_set:
        tracker.ok("config day-starts 00:00")
    now = f"2026-10-03T{hour:02}:{minute:02}"

    printed = tracker(f"log fastai {amount}m", now).err

    passed = hour * 60 + minute
    asks = hour < 5 and not is_set
    assert ("so this counts for Sat 3 Oct" in printed) == asks
    assert ("now has" in printed) == (amount > min(passed, 16 * 60))
    for line in printed.splitlines():
        if ": tracker " in line:
            tracker.ok(shlex.split(line.split(": tracker ")[1]))
    if asks:
        friday = date(2026, 10, 3) - timedelta(days=1)
        (row,) = rows(tracker.db, "select day, seconds from session")
        assert row == (str(friday), amount * 60)
