"""The hours of an attempt, from sessions that were really logged."""

from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import Tracker

BAR = "few-hundred-hour-replication"
SESSIONS = st.lists(
    st.tuples(st.integers(1, 22), st.integers(1, 240)), min_size=1, max_size=4
)


def _milestone(tracker: Tracker) -> Any:
    return tracker.json(f"show {BAR}")["milestone"]


@settings(max_examples=5)
@given(SESSIONS, st.integers(1, 22))
def test_ledger_is_what_was_logged(
    tracker: Tracker, sessions: list[tuple[int, int]], since: int
) -> None:
    """The ledger has each day from the first on with its sum, and their total."""
    for day, minutes in sessions:
        tracker.ok(f"log ppo {minutes}m --on 2026-11-{day:02}")
    tracker.ok(f"attempt {BAR} --with ppo --since 2026-11-{since:02}")
    milestone = _milestone(tracker)
    for _ in range(len(sessions) + 1):
        tracker.ok("undo")

    sums: dict[int, int] = {}
    for day, minutes in sorted(sessions):
        if day >= since:
            sums[day] = sums.get(day, 0) + 60 * minutes
    assert milestone["days"] == [
        {"day": date(2026, 11, day).isoformat(), "seconds": seconds}
        for day, seconds in sums.items()
    ]
    assert round(milestone["hours"]["spent"] * 3600) == sum(sums.values())
    assert _milestone(tracker)["attempts"] == []


def test_only_its_item_counts(tracker: Tracker) -> None:
    """Hours on another item do not count, until there is an attempt with that too."""
    tracker.ok(f"attempt {BAR} --with ppo --since 2026-11-01")
    tracker.ok("log dqn 3h --on 2026-11-02")
    tracker.ok("log ppo 1h --on 2026-11-02")
    before = _milestone(tracker)["hours"]["spent"]
    tracker.ok(f"attempt {BAR} --with dqn --since 2026-11-01")

    assert (before, _milestone(tracker)["hours"]["spent"]) == (1, 3)


def test_removed_and_edited_sessions(tracker: Tracker) -> None:
    """The ledger follows when a session is changed or deleted."""
    tracker.ok(f"attempt {BAR} --with ppo --since 2026-11-01")
    session = tracker.json("log ppo 3h --on 2026-11-02")["sessions"][0]["id"]
    tracker.ok(f"edit {session} --amount 2h")
    edited = _milestone(tracker)["hours"]["spent"]
    tracker.ok(f"rm {session}")

    assert (edited, _milestone(tracker)["hours"]["spent"]) == (2, 0)


def test_expected_hours(tracker: Tracker) -> None:
    """What was expected stays until it is typed again, and its day with it."""
    tracker.ok(f"attempt {BAR} --with ppo --hours 200-260", "2026-10-01T12:00")
    tracker.ok(f"attempt {BAR} --with ppo", "2026-10-05T12:00")
    (same,) = _milestone(tracker)["attempts"]
    tracker.ok(f"attempt {BAR} --with ppo --hours 300", "2026-10-09T12:00")
    (changed,) = _milestone(tracker)["attempts"]

    assert (same["expected"], same["entered"]) == ([200, 260], "2026-10-01")
    assert (changed["expected"], changed["entered"]) == ([300, 300], "2026-10-09")


def test_earlier_hours_can_be_counted(tracker: Tracker) -> None:
    """The command that the remark offers counts the hours it speaks of."""
    tracker.ok("log ppo 3h --on 2026-11-01")
    tracker.ok("log ppo 1h --on 2026-11-05")
    output = tracker(f"attempt {BAR} --with ppo")
    command = next(
        line.strip() for line in output.err.splitlines() if line.startswith("  tracker")
    )
    before = _milestone(tracker)["hours"]["spent"]
    tracker.ok(command.removeprefix("tracker "))

    assert "4 h logged on ppo before Mon 23 Nov do not count." in output.err
    assert (before, _milestone(tracker)["hours"]["spent"]) == (0, 4)


def test_attempt_with_two_items(tracker: Tracker) -> None:
    """Each item has an attempt of its own; dropping the milestone drops both."""
    tracker.ok(f"attempt {BAR} --with ppo")
    tracker.ok(f"attempt {BAR} --with dqn")
    tracker.ok(f"drop {BAR}")
    dropped = [attempt["dropped"] for attempt in _milestone(tracker)["attempts"]]
    tracker.ok(f"attempt {BAR} --with dqn")
    states = {a["item"]: a["dropped"] for a in _milestone(tracker)["attempts"]}

    assert dropped == ["2026-11-23", "2026-11-23"]
    assert states == {"ppo": "2026-11-23", "dqn": None}
