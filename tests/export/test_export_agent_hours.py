"""An agent's hours apart from the author's, and what overlaps as a part of the sum."""

import pytest

COMMANDS = (
    ("2026-11-20T22:00", "log fastai 13:00-15:30"),
    ("2026-11-20T22:00", "log ppo 14:00-16:00 --overlap"),
    ("2026-11-20T22:00", "log ppo 18:00-19:12 +agent"),
    ("2026-11-20T22:00", "log ppo 18:30-19:30 --overlap"),
    ("2026-11-20T22:00", "recall fastai 60h --over 2025"),
)
# 13:00-16:00 and 18:30-19:30 are the author's; only 18:00-18:30 is the agent's alone.
# Both tracks have 14:00-15:30, so their 6.0 h are 4.5 h.
HOURS = """
Hours logged: 4.5 h (4.0 h by the author, 0.5 h run by an agent; plus about 60 h
from memory, not counted)
By track: Paper replications 3.5 h, Basic deep learning 2.5 h, counted twice
-1.5 h.
Hours recorded by: same day 6.7 h (100%), counted twice -2.2 h.
Edited after recording: 0 of 4 sessions. Overlaps: 2.2 h on 1 day, counted once
in the total and in a track.
"""


@pytest.fixture(name="overlapping")
def _overlapping(tracker):
    """A day on which sessions overlap, one of them an agent's."""
    for now, words in COMMANDS:
        tracker.ok(words, now)
    tracker.now = "2026-11-23T14:30"
    return tracker


def test_an_agents_hours_stand_apart(overlapping) -> None:
    """The headline parts them; what both worked at is the author's; overlaps are a part."""
    assert overlapping.ok("export progress --format txt").endswith(HOURS)


def test_without_an_agent_there_is_one_figure(tracker) -> None:
    """Where no agent ran, the headline is the total alone."""
    tracker.ok("log fastai 90m")

    assert "\nHours logged: 1.5 h\n" in tracker.ok("export progress --format txt")


def test_a_works_hours_tell_an_agents_apart(overlapping) -> None:
    """Hours in progress and against a limit say how many of them only an agent ran."""
    overlapping.ok("attempt few-hundred-hour-replication --with ppo --since 2026-11-20")
    assert "3.5 of 200-400 h, of which 0.5 h run by an agent, since" in overlapping.ok(
        "export progress --format md"
    )
    overlapping.ok("reach few-hundred-hour-replication --with ppo")

    assert (
        "Algorithms; 3.5 h, of which 0.5 h run by an agent, within"
        in overlapping.ok("export progress --format md")
    )
