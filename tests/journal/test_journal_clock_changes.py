"""Where the clocks change: the lines that are offered for a time name it exactly."""

import shlex

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import Tracker

BACK = "2026-10-25T05:00"  # Berlin's clocks went back, so that 02:30 came twice
FORWARD = "2026-03-29T05:00"  # 02:30 did not come
FIRST, SECOND = "2026-10-25T02:30+02:00", "2026-10-25T02:30+01:00"


def offered(tracker: Tracker, typed: str, now: str) -> list[list[str]]:
    """The words of each line that the refusal of `typed` offers."""
    output = tracker(typed, now)
    assert output.code in (2, 4), output
    lines = [line.strip() for line in output.err.splitlines()]
    return [shlex.split(line)[1:] for line in lines if line.startswith("tracker ")]


def starts(tracker: Tracker) -> list[str]:
    """When each session started, the earliest first, to the minute."""
    sessions = tracker.json("sessions --limit 99")["sessions"]
    return [session["started_at"].replace(":00+", "+") for session in sessions]


@pytest.mark.parametrize("at", ["2:30", "today 2:30", "--at 2:30", "--at 'today 2:30'"])
def test_start_at_a_time_that_came_twice(tracker: Tracker, at: str) -> None:
    """`start` offers both moments, and starts at each."""
    typed = f"start ppo {at}"
    option = ["--at"] if "--at" in at else []

    lines = offered(tracker, typed, BACK)
    assert lines == [["start", "ppo", *option, text] for text in (FIRST, SECOND)]
    for line, hours in zip(lines, (3.5, 2.5), strict=True):
        tracker.ok(line, BACK)
        assert tracker.json("status", BACK)["running"]["seconds"] == hours * 3600
        tracker.ok("undo", BACK)


@pytest.mark.parametrize("at", ["2:30", "today 2:30", "--at 2:30"])
def test_stop_at_a_time_that_came_twice(tracker: Tracker, at: str) -> None:
    """`stop` offers both moments, and stops at each."""
    tracker.ok("start ppo 2:00+02:00", BACK)

    lines = offered(tracker, f"stop {at}", BACK)
    assert [line[-1] for line in lines] == [FIRST, SECOND]
    for line, seconds in zip(lines, (1800, 5400), strict=True):
        assert tracker.json(line, BACK)["sessions"][0]["seconds"] == seconds
        tracker.ok("undo", BACK)


def test_a_range_is_no_moment(tracker: Tracker) -> None:
    """An end is an offset only where the zone has it: here it is the end of a range."""
    lines = offered(tracker, "start ppo 2026-10-24T02:30-05:00", BACK)
    assert lines == [["start", "ppo", "05:00"]]


def test_log_says_both_readings(tracker: Tracker) -> None:
    """`log` offers each start and end that the times can mean."""
    assert tracker('log ppo "2:10-2:30" "lesson 3" +pair', BACK).err == (
        "02:10 on 2026-10-25 happens twice, because the clocks go back.\n"
        "Type the offset too: 2026-10-25T02:10+02:00 is the first, 2026-10-25T02:10+01:00\n"
        "the second.\n"
        "  tracker log ppo 'lesson 3' +pair --from 2026-10-25T02:10+02:00 "
        "--to 2026-10-25T02:30+02:00\n"
        "  tracker log ppo 'lesson 3' +pair --from 2026-10-25T02:10+02:00 "
        "--to 2026-10-25T02:30+01:00\n"
        "  tracker log ppo 'lesson 3' +pair --from 2026-10-25T02:10+01:00 "
        "--to 2026-10-25T02:30+01:00\n"
    )


@pytest.mark.parametrize(
    ("typed", "now", "want"),
    [
        ("log ppo 30m at 2:30", BACK, [FIRST, SECOND]),
        ("log ppo --from 2:30 --to 3:30", BACK, [FIRST, SECOND]),
        ("log ppo 2:30-3:30 --on 2026-10-25", BACK, [FIRST, SECOND]),
        ("log ppo yesterday 23:30-2:30", BACK, ["2026-10-24T23:30+02:00"] * 2),
        ("edit last 2:30-3:30", BACK, [FIRST, SECOND]),
        ("edit last --from 2:30", BACK, [FIRST, SECOND]),
        ("edit last at 2:30 for 10m", BACK, [FIRST, SECOND]),
        ("edit last --to 2:30 --amount 30m", BACK, None),
        ("log ppo 2:30-3:30", FORWARD, ["2026-03-29T01:30+01:00"]),
        ("edit last --from 2:30", FORWARD, None),
    ],
)
def test_lines_for_log_and_edit(
    tracker: Tracker, typed: str, now: str, want: list[str] | None
) -> None:
    """Each line works, and the session starts when the line says."""
    tracker.ok("log ppo 4:00-4:10", now)
    lines = offered(tracker, typed, now)
    got = []

    for line in lines:
        tracker.ok(line, now)
        started = {*starts(tracker)}
        got += [text for text in dict.fromkeys(want or []) if text in started]
        tracker.ok("undo", now)

    assert lines
    assert want is None or got == want


@settings(max_examples=12, deadline=None)
@given(
    st.sampled_from([BACK, FORWARD]),
    st.integers(0, 239),
    st.integers(1, 180),
    st.sampled_from(["{0}-{1}", "{2} at {0}", "{2} until {1}", "--from {0} {2}"]),
)
def test_every_line_works(
    tracker: Tracker, now: str, minute: int, length: int, form: str
) -> None:
    """Whatever the times of the night: logged as typed, or each line offered works.

    A line may be refused for a time to come, which is a rule.
    """
    tracker.db.unlink(missing_ok=True)
    ends = (minute, minute + length)
    first, last = (f"{end // 60}:{end % 60:02}" for end in ends)
    typed = f"log ppo {form.format(first, last, f'{length}m')}"
    output = tracker(typed, now)

    if output.code == 0:
        return
    lines = offered(tracker, typed, now)
    assert lines or "future" in output.err, output
    for line in lines:
        if "future" not in tracker(line, now).err:
            tracker.ok("undo", now)
