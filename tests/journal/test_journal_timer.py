"""The one timer: started, stopped, forgotten, discarded."""

import pytest

from tests.conftest import Output, Tracker
from tests.journal.harness import calm, dump, rows


def test_start_and_stop(tracker: Tracker) -> None:
    """A timer becomes a live session of the elapsed seconds, with its tags."""
    assert tracker("start fastai +deep", "2026-11-23T20:31:10") == Output(
        0, "Started fastai +deep at 20:31. When done: tracker stop\n", ""
    )

    (session,) = tracker.json("stop -n 'lesson 3'", "2026-11-23T21:43:15")["sessions"]

    assert (session["started_at"], session["seconds"], session["source"]) == (
        "2026-11-23T20:31:10+01:00",
        4325,
        "live",
    )
    assert (session["note"], session["tags"]) == ("lesson 3", ["deep"])
    assert tracker.json("status")["running"] is None


def test_stop_text(tracker: Tracker) -> None:
    """The answer to stop is that of log."""
    tracker.ok("start fastai", "2026-11-23T20:30")

    assert calm(tracker.ok("stop", "2026-11-23T21:30")) == (
        "Logged 1h00m on fastai, Mon 23 Nov, 20:30-21:30 (ID).\n"
        "Total 1 h. Undo: tracker undo\n"
    )


def test_second_timer(tracker: Tracker) -> None:
    """A second timer is refused, and the first keeps running."""
    tracker.ok("start fastai")

    assert tracker("start ppo") == Output(
        4,
        "",
        "The timer is already running on fastai.\n"
        "To stop it: tracker stop\nTo discard it: tracker cancel\n",
    )
    assert tracker.json("status")["running"]["item"] == "fastai"


def test_stop_over_midnight(tracker: Tracker) -> None:
    """A timer over midnight becomes two sessions; one undo makes it run again."""
    tracker.ok("start fastai", "2026-11-23T23:15")
    running = dump(tracker.db)

    assert calm(tracker.ok("stop", "2026-11-24T01:00")) == (
        "Logged 1h45m on fastai, Mon 23 Nov, 23:15-01:00 (ID).\n"
        "  By day: 45m Mon 23 Nov, 1h00m Tue 24 Nov.\n"
        "Total 1h45m. Undo: tracker undo\n"
    )
    assert {row[0] for row in rows(tracker.db, "select source from session")} == {
        "live"
    }
    tracker.ok("undo")
    assert dump(tracker.db) == running


@pytest.mark.parametrize(
    ("zone", "start", "stop", "seconds", "ends"),
    [
        ("Europe/Berlin", "2026-03-29T00:30", "2026-03-29T04:30", 3 * 3600, "04:30"),
        ("Europe/Berlin", "2026-10-25T00:30", "2026-10-25T04:30", 5 * 3600, "04:30"),
        ("America/New_York", "2026-03-08T00:30", "2026-03-08T04:30", 3 * 3600, "04:30"),
        ("America/New_York", "2026-11-01T00:30", "2026-11-01T04:30", 5 * 3600, "04:30"),
    ],
)
def test_stop_over_a_clock_change(
    tracker: Tracker,
    monkeypatch: pytest.MonkeyPatch,
    zone: str,
    start: str,
    stop: str,
    seconds: int,
    ends: str,
) -> None:
    """A clock change leaves the elapsed time right, and the end is by the new clock."""
    monkeypatch.setenv("TZ", zone)
    tracker.ok("start fastai", start)

    answer = tracker.ok("stop", stop)

    assert f"00:30-{ends}" in answer
    assert rows(tracker.db, "select seconds from session") == [(seconds,)]


def test_start_at_a_typed_time(tracker: Tracker) -> None:
    """A timer whose start was typed becomes no live session."""
    assert tracker.ok("start fastai --at 23:00", "2026-11-23T00:20") == (
        "Started fastai at Sun 22 Nov, 23:00. When done: tracker stop\n"
    )
    tracker.ok("stop", "2026-11-23T00:30")

    assert rows(tracker.db, "select source, seconds from session") == [
        ("same-day", 3600),
        ("same-day", 1800),
    ]


def test_stop_with_an_overlap(tracker: Tracker) -> None:
    """A timer that overlaps a session is logged, and the session is named."""
    tracker.ok("start fastai", "2026-11-23T09:00")
    tracker.ok("log ppo 9:30-10:00", "2026-11-23T11:00")

    answer = tracker("stop")

    assert (answer.code, answer.err) == (
        0,
        "It ran at the same time as 30m on ppo, Mon 23 Nov, 09:30-10:00. Totals count\n"
        "that time once.\n",
    )
    assert tracker.json("report")["overlap"] == 1800


def test_stop_on_a_full_day(tracker: Tracker) -> None:
    """A timer that would fill a day past 24 h is refused, and keeps running."""
    tracker.ok("log ppo 23h --on today", "2026-11-23T20:00")
    tracker.ok("start fastai", "2026-11-23T20:00")
    before = dump(tracker.db)

    assert (tracker("stop", "2026-11-23T22:00").code, dump(tracker.db) == before) == (
        4,
        True,
    )


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("stop", 4),
        ("stop --at 15:00", 4),
        ("stop --at 14:00", 4),
        ("stop --at 13:00", 4),
        ("stop --at nonsense", 2),
        ("start ppo", 4),
    ],
)
def test_stop_refused(tracker: Tracker, words: str, code: int) -> None:
    """A timer ends after its start and not in the future; else nothing is written."""
    tracker.ok("start fastai", "2026-11-23T14:00")
    tracker.now = "2026-11-23T14:00"
    before = tracker.db.read_bytes()

    assert (tracker(words).code, tracker.db.read_bytes() == before) == (code, True)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("start", 2),
        ("start fastai 1h", 2),
        ("start nobody", 3),
        ("start fastai --at 15:00", 4),
        ("cancel", 4),
        ("stop", 4),
    ],
)
def test_no_timer(tracker: Tracker, words: str, code: int) -> None:
    """A refused start starts nothing; without a timer, stop and cancel are refused."""
    assert (tracker(words).code, tracker.json("status")["running"]) == (code, None)


def test_cancel(tracker: Tracker) -> None:
    """A discarded timer leaves no session; undo makes it run again."""
    tracker.ok("start fastai", "2026-11-23T14:00")
    running = dump(tracker.db)

    assert tracker.ok("cancel", "2026-11-23T14:30") == (
        "Discarded 30m on fastai; nothing was logged. Undo: tracker undo\n"
    )
    assert rows(tracker.db, "select count(*) from session") == [(0,)]
    tracker.ok("undo")
    assert dump(tracker.db) == running
