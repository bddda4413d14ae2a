"""The status: the timer, and the hours of today and this week."""

from tests.conftest import Output, Tracker


def test_status(tracker: Tracker) -> None:
    """The status has the timer and its start, and counts it in today and this week."""
    tracker.ok("log ppo 2h --on 2026-11-23", "2026-11-26T09:00")
    tracker.ok("start ziegler-2019", "2026-11-26T20:31")

    assert tracker.ok("status", "2026-11-26T21:43:40") == (
        "ziegler-2019, 1h12m since 20:31. Today 1h12m, this week 3h12m.\n"
    )
    assert tracker.json("status") == {
        "schema": 1,
        "kind": "status",
        "running": {
            "item": "ziegler-2019",
            "started_at": "2026-11-26T20:31:00+01:00",
            "seconds": 4360,
        },
        "today": 4360,
        "week": 11560,
    }
    assert tracker.ok("status --line") == "ziegler-2019 1h12m\n"


def test_status_of_a_note(tracker: Tracker) -> None:
    """The status has the tags and the note of the session to come."""
    tracker.ok("start fastai +deep 'lesson 4'", "2026-11-26T20:31")

    assert tracker.ok("status", "2026-11-26T20:41") == (
        "fastai +deep, 10m since 20:31. Today 10m, this week 10m.\n  Note: lesson 4\n"
    )


def test_status_of_an_overlap(tracker: Tracker) -> None:
    """Time that the timer shares with a session counts once, on its own day."""
    tracker.ok("start fastai", "2026-11-24T23:00")
    tracker.ok("log ppo 0:30-1:30", "2026-11-25T02:00")

    answer = tracker.json("status", "2026-11-25T02:00")

    assert (answer["running"]["seconds"], answer["today"], answer["week"]) == (
        3 * 3600,
        2 * 3600,
        3 * 3600,
    )


def test_status_without_timer(tracker: Tracker) -> None:
    """Without a timer the status has the hours only, and --line is empty."""
    tracker.ok("log ppo 1h45m")

    assert (
        tracker.ok("status") == "No timer is running. Today 1h45m, this week 1h45m.\n"
    )
    assert tracker.ok("status --line") == "\n"


def test_status_creates_nothing(tracker: Tracker) -> None:
    """Without a database the status says how to begin, and creates none."""
    tracker.db.unlink()

    assert tracker("status") == Output(
        0,
        "Nothing logged yet. To log: tracker log fastai 1h30m\n"
        "To start the timer: tracker start fastai\n",
        "",
    )
    assert tracker.json("status")["running"] is None
    assert tracker.ok("status --line") == "\n"
    assert not tracker.db.exists()
