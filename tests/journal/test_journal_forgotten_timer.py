"""Timers that may have been forgotten are asked about; a typed time is the one it can be."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import Output, Tracker
from tests.journal.harness import dump, rows
from tracker.journal.rules.timers import (
    UsualLength,
    doubt_timer,
    find_reason,
    usual_length,
)
from tracker.limits import HOUR, LONGEST_SESSION, TIMER_TRUSTED_FOR
from tracker.text.moments import moment_between

# Their clocks change at different hours, Lord Howe's by half an hour.
ZONES = st.sampled_from(
    [
        "Europe/Berlin",
        "America/New_York",
        "Australia/Lord_Howe",
        "Africa/Cairo",
        "America/Santiago",
        "Asia/Kolkata",
        "UTC",
    ]
).map(ZoneInfo)
MOMENTS = st.datetimes(
    datetime(2025, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC)
).map(lambda moment: moment.replace(microsecond=0))


def test_forgotten_overnight(tracker: Tracker) -> None:
    """A timer that ran past 6 h is asked about, until --at, --trust or cancel."""
    tracker.ok("start fastai", "2026-11-02T22:30")
    running = dump(tracker.db)

    assert tracker("stop -n 'lesson 3'", "2026-11-03T08:30") == Output(
        4,
        "",
        "The timer on fastai has run for 10h00m, longer than 6 h. It is still running.\n"
        "Say when you stopped, for example: tracker stop -n 'lesson 3' --at 23:30\n"
        "If you worked until now: tracker stop -n 'lesson 3' --trust\n"
        "To discard it: tracker cancel\n",
    )
    assert tracker.ok("status") == (
        "fastai, 10h00m since Mon 2 Nov, 22:30. Today 0m, this week 0m, without the\n"
        "timer: it may have been forgotten.\n"
        "Say when you stopped, for example: tracker stop --at 23:30\n"
    )
    assert "Say when you stopped, for example: tracker stop --at 23:30" in " ".join(
        tracker.ok("doctor").split()
    )
    assert dump(tracker.db) == running
    tracker.ok("stop --at 0:30")
    assert rows(tracker.db, "select day, seconds, source from session") == [
        ("2026-11-02", 5400, "same-day"),
        ("2026-11-03", 1800, "same-day"),
    ]


def test_guess(tracker: Tracker) -> None:
    """With five sessions or more, the likely end is the usual length after the start.

    A session over midnight is one.
    """
    for day in range(20, 25):
        tracker.ok(f"log ppo 45m --on 2026-10-{day}", "2026-11-02T12:00")
    tracker.ok("start fastai", "2026-11-02T22:30")
    with_any_item = tracker("stop", "2026-11-03T08:30").err.splitlines()
    tracker.ok("log fastai '2026-10-20 23:00 - 2026-10-21 00:30'")
    for minutes in (30, 88, 92, 180):
        tracker.ok(f"log fastai {minutes}m --on 2026-10-20")

    assert with_any_item[1:3] == [
        "Your sessions usually take about 45m.",
        "Say when you stopped. A guess: tracker stop --at 23:15",
    ]
    assert tracker("stop").err == (
        "The timer on fastai has run for 10h00m, longer than 6 h. It is still running.\n"
        "Your sessions on fastai usually take about 1h30m.\n"
        "Say when you stopped. A guess: tracker stop --at 00:00\n"
        "If you worked until now: tracker stop --trust\n"
        "To discard it: tracker cancel\n"
    )
    assert tracker.ok("status").splitlines()[2:] == [
        "Your sessions on fastai usually take about 1h30m.",
        "Say when you stopped. A guess: tracker stop --at 00:00",
    ]


@pytest.mark.parametrize(
    ("start", "stop", "code"),
    [
        ("2026-11-03T08:00", "2026-11-03T14:00", 0),
        ("2026-11-03T08:00", "2026-11-03T14:00:01", 4),
        ("2026-11-03T02:59", "2026-11-03T05:00", 4),
        ("2026-11-03T02:59", "2026-11-03T04:59", 0),
        ("2026-11-03T03:00", "2026-11-03T05:00", 0),
        ("2026-11-02T23:30", "2026-11-03T05:10", 4),
        ("2026-11-02T21:30", "2026-11-03T03:30", 0),
    ],
)
def test_trusted_times(tracker: Tracker, start: str, stop: str, code: int) -> None:
    """A timer is trusted for 6 h, but not all through 03:00 to 05:00."""
    tracker.ok("start fastai", start)

    assert tracker("stop", stop).code == code


def test_through_the_night(tracker: Tracker) -> None:
    """A timer that ran through the night is asked about, however short it is."""
    tracker.ok("start fastai", "2026-11-03T01:30")

    assert tracker("stop", "2026-11-03T05:30").err == (
        "The timer on fastai has run for 4h00m, through the night. It is still running.\n"
        "Say when you stopped, for example: tracker stop --at 02:30\n"
        "If you worked until now: tracker stop --trust\n"
        "To discard it: tracker cancel\n"
    )
    assert tracker.ok("status --line") == "fastai 4h00m\n"


def test_stop_trusted(tracker: Tracker) -> None:
    """A long timer is logged with --trust, one of more than 24 h never."""
    tracker.ok("start fastai", "2026-11-21T08:00")
    tracker.ok("stop --trust", "2026-11-22T08:00")
    tracker.ok("start fastai", "2026-11-22T08:00")

    for words in ("stop", "stop --at '1h ago'"):
        assert tracker(words, "2026-11-23T09:00:01").err == (
            "The timer on fastai has run for "
            + ("25h00m01s" if words == "stop" else "24h00m01s")
            + ", longer than 24 h. It is still\nrunning.\n"
            "Say when you stopped, for example: tracker stop --at 2026-11-22T09:00\n"
            "To discard it: tracker cancel\n"
        )
    assert rows(tracker.db, "select sum(seconds), source from session") == [
        (86400, "live")
    ]


def test_stop_at_the_one_time(tracker: Tracker) -> None:
    """`stop --at 23:30` is the one 23:30 between the start and now; others are refused."""
    tracker.ok("start fastai", "2026-11-02T22:30")

    assert tracker("stop --at 22:00", "2026-11-03T08:30") == Output(
        4,
        "",
        "'22:00' is not between Mon 2 Nov, 22:30, and Tue 3 Nov, 08:30.\n"
        "Type a time between the two, for example 23:30.\n"
        "  tracker stop --at 23:30\n",
    )
    assert tracker.ok("stop --at 23:30").startswith(
        "Logged 1h00m on fastai, Mon 2 Nov, 22:30-23:30 ("
    )


@pytest.mark.parametrize(
    ("typed", "start"),
    [
        ("23:50", "2026-11-02T23:50:00+01:00"),
        ("0:05", "2026-11-03T00:05:00+01:00"),
        ("'yesterday 9:00'", "2026-11-02T09:00:00+01:00"),
        ("'20m ago'", "2026-11-02T23:50:00+01:00"),
    ],
)
def test_start_before_midnight(tracker: Tracker, typed: str, start: str) -> None:
    """`start --at 23:50`, typed at 00:10, is the 23:50 before now."""
    answer = tracker.json(f"start fastai --at {typed}", "2026-11-03T00:10")

    assert answer["running"]["started_at"] == start


def test_start_in_the_future(tracker: Tracker) -> None:
    """A time that is still to come today is not taken for that of a long day before."""
    assert tracker("start fastai --at 15:00", "2026-11-03T14:30") == Output(
        4,
        "",
        "15:00 on Tue 3 Nov is in the future; it is 14:30.\n"
        'If it was the day before, type "yesterday 15:00".\n'
        "  tracker start fastai --at 'yesterday 15:00'\n",
    )


@given(ZONES, MOMENTS, st.integers(1, 3 * LONGEST_SESSION), st.integers(1, 12 * HOUR))
def test_a_guess_can_be_typed(
    zone: ZoneInfo, start: datetime, seconds: int, usual: int
) -> None:
    """The likely end is after the start, before now, and reads back as it was meant."""
    start, now = (
        moment.astimezone(zone)
        for moment in (start, start + timedelta(seconds=seconds))
    )
    reason = find_reason(start, now)
    for length in (None, UsualLength(usual_length([usual] * 5) or 0, of_item=True)):
        doubt = doubt_timer(reason, start, now, length)
        if reason:
            end = moment_between(doubt.at, start, now, now.date())
            worked = (end.astimezone(UTC) - start.astimezone(UTC)).total_seconds()
            assert 0 < worked <= min(seconds, TIMER_TRUSTED_FOR)
    assert (seconds <= TIMER_TRUSTED_FOR) or reason


@given(ZONES, MOMENTS, st.integers(60, LONGEST_SESSION), st.data())
def test_stop_at_a_time_of_day(
    tracker: Tracker,
    monkeypatch: pytest.MonkeyPatch,
    zone: ZoneInfo,
    start: datetime,
    seconds: int,
    data: st.DataObject,
) -> None:
    """What is logged lasts from the start to the one such time before now."""
    monkeypatch.setenv("TZ", zone.key)
    now = start + timedelta(seconds=seconds)
    end = start + timedelta(seconds=data.draw(st.integers(60, seconds)))
    end = end.astimezone(zone).replace(second=0)
    tracker("cancel")
    tracker.ok("start fastai", start.isoformat())

    answer = tracker(f"stop --at {end:%H:%M} --json", now.isoformat())

    same = [
        moment
        for days in (-1, 0, 1)
        for fold in (0, 1)
        if start
        < (moment := (end + timedelta(days=days)).replace(fold=fold).astimezone(UTC))
        <= now
    ]
    if len(set(same)) == 1:
        (logged,) = rows(tracker.db, "select sum(seconds) from session")[0]
        assert logged == (end.astimezone(UTC) - start).total_seconds()
        tracker.ok("undo")
    else:
        assert answer.code == 2


def test_a_timer_that_starts_later_than_now_is_said_to_be_so(tracker: Tracker) -> None:
    """After the clock was set back, no hours count, nothing is logged, and `cancel` is the way out."""
    tracker.ok("start fastai", now="2026-11-23T21:40")
    later = "starts on 2026-11-23 at 21:40, later than now."
    status = tracker.ok("status", now="2026-11-20T21:40")

    assert status == (
        "fastai, 0m since Mon 23 Nov, 21:40. Today 0m, this week 0m, without the timer.\n"
        f"It {later} Check the clock of this\ncomputer.\n"
        "To discard the timer: tracker cancel\n"
    )
    for command in ("stop", "pause", "start ppo"):
        assert tracker(command) == Output(
            4,
            "",
            f"The timer on fastai {later}\n"
            "Check the clock of this computer.\nTo discard the timer: tracker cancel\n",
        )
    assert tracker.ok("cancel") == (
        "Discarded 0m on fastai, since Mon 23 Nov, 21:40; nothing was logged.\n"
        "To have it back: tracker undo\n"
    )
