"""The command `attempt`."""

from typing import Any

from tests.conftest import Output, Tracker

BAR, MERGED = "few-hundred-hour-replication", "ml-library-contribution"
TITLE = "A typical ML paper reproduced within a few hundred hours"
NEEDS = "Usually reached first: Basic deep learning, whole.\n"


def _milestone(tracker: Tracker, slug: str = BAR) -> Any:
    return next(
        m for m in tracker.json("milestones")["milestones"] if m["slug"] == slug
    )


def _study(tracker: Tracker, item: str, days: int) -> None:
    """Log 20 h a day on the first days of October."""
    for day in range(1, days + 1):
        tracker.ok(f"log {item} 20h --on 2026-10-{day:02}")


def test_attempt(tracker: Tracker) -> None:
    """An attempt counts from today, and names earlier hours and what comes first."""
    tracker.ok("log ppo 3h --on 2026-11-01")
    tracker.ok("log ppo 2h")

    assert tracker(f"attempt {BAR} --with ppo --hours 200-260") == Output(
        0,
        f"In progress: {TITLE}, with ppo.\n"
        "  2 h of 200-400 h, counted since Mon 23 Nov.\n"
        "  You expect 200-260 h.\n"
        "  Undo: tracker undo\n",
        "2 h logged on ppo since Mon 23 Nov already count.\n"
        "3 h logged on ppo before Mon 23 Nov do not count. To count them:\n"
        f"  tracker attempt {BAR} --with ppo --since 2026-11-01\n" + NEEDS,
    )
    assert _milestone(tracker) == {
        "slug": BAR,
        "title": "A typical ML paper reproduced within a few hundred hours",
        "state": "trying",
        "evidence": [],
        "hours": {"spent": 2, "low": 200, "high": 400},
        "count": None,
    }


def test_attempt_moved(tracker: Tracker) -> None:
    """A new first day says what it was; hours logged later for earlier days count."""
    tracker.ok(f"attempt {BAR} --with ppo")
    moved = tracker(f"attempt {BAR} --with ppo --since 2026-09-12")
    tracker.ok("log ppo 90m --on 2026-09-12")

    assert moved.err == "Until now its hours counted since Mon 23 Nov.\n"
    assert _milestone(tracker)["hours"]["spent"] == 1.5


def test_several_attempts(tracker: Tracker) -> None:
    """Of several attempts the one with most hours is shown, the others beside it."""
    tracker.ok(f"attempt {BAR} --with ppo --since 2026-11-01")
    tracker.ok(f"attempt {BAR} --with dqn --since 2026-11-01")
    tracker.ok("log dqn 5h --on 2026-11-02")

    assert _milestone(tracker)["hours"]["spent"] == 5
    assert "attempted with ppo since Sun 1 Nov: 0 h" in tracker.ok(f"show {BAR}")
    assert tracker(f"reach {BAR}").code == 3


def test_attempt_reopens(tracker: Tracker) -> None:
    """An attempt or a result reopens a dropped milestone."""
    tracker.ok(f"attempt {BAR} --with ppo")
    tracker.ok(f"drop {BAR}")

    assert (
        tracker(f"attempt {BAR} --with ppo").err
        == "It was dropped on Mon 23 Nov; it is in progress again.\n"
    )
    assert _milestone(tracker)["state"] == "trying"


def test_decided_once_reached(tracker: Tracker) -> None:
    """A decision about a reached milestone does not call it in progress."""
    tracker.ok("attempt replication-done --with ppo")
    tracker.ok("log ppo 2h")
    tracker.ok("reach replication-done")

    assert tracker.ok("attempt replication-done --with ppo --decision no").splitlines()[
        :3
    ] == [
        "A paper replicated: reached with ppo on Mon 23 Nov.",
        "  2 h, counted since Mon 23 Nov.",
        "  Decision: no.",
    ]
