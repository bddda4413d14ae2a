"""attempt and reach, as typed."""

from typing import Any

import pytest

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
    """An attempt counts from today, says what is usual before it, and what it leaves out."""
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
    }


def test_attempt_moved(tracker: Tracker) -> None:
    """An attempt said again is put right, and says what it was; hours logged later for earlier days count."""
    tracker.ok(f"attempt {BAR} --with ppo")
    moved = tracker(f"attempt {BAR} --with ppo --since 2026-09-12")
    tracker.ok("log ppo 90m --on 2026-09-12")

    assert moved.err == "Until now its hours counted since Mon 23 Nov.\n"
    assert _milestone(tracker)["hours"]["spent"] == 1.5


def test_several_attempts(tracker: Tracker) -> None:
    """Of several attempts the one furthest along is shown, the others are told beside it."""
    tracker.ok(f"attempt {BAR} --with ppo --since 2026-11-01")
    tracker.ok(f"attempt {BAR} --with dqn --since 2026-11-01")
    tracker.ok("log dqn 5h --on 2026-11-02")

    assert _milestone(tracker)["hours"]["spent"] == 5
    assert "attempted with ppo since Sun 1 Nov: 0 h" in tracker.ok(f"show {BAR}")
    assert tracker(f"reach {BAR}").code == 3


# What is said of a result at 2 h.
FEW = """\
2 h of 200-400 h are logged on ppo since Mon 23 Nov. If you worked more, log it
by day, or record it from memory, which is not counted:
  tracker log ppo AMOUNT --on DAY
  tracker recall ppo AMOUNT --over PERIOD
"""


def test_reach(tracker: Tracker) -> None:
    """A result says back its evidence, hours and figures, and what else counts as reached by it."""
    tracker.ok("log ppo 2h")
    tracker.ok(f"attempt {BAR} --with ppo")

    assert tracker(
        f"reach {BAR} --evidence repo:https://git.example/you/ppo --claimed 1000 --reproduced 980 --part all"
    ) == Output(
        0,
        f"Reached: {TITLE}, Mon 23 Nov.\n"
        "  repo https://git.example/you/ppo\n"
        "  with ppo: 2 h of 200-400 h, counted since Mon 23 Nov\n"
        "  paper 1000; yours 980: 20 lower, 2% of the paper's\n"
        "  your part: all\n"
        "  also reached: A paper replicated\n"
        "  Undo: tracker undo\n",
        FEW,
    )
    assert _milestone(tracker, "replication-done") == {
        "slug": "replication-done",
        "title": "A paper replicated",
        "state": "reached",
        "evidence": [{"kind": "repo", "where": "https://git.example/you/ppo"}],
        "hours": {"spent": 0, "low": None, "high": None},
    }


def test_reach_beside_another_try(tracker: Tracker) -> None:
    """A result with one item tells its own attempt, though another one is within its bound; log says which is not."""
    _study(tracker, "small-gpt2", 9)
    tracker.ok(f"attempt {MERGED} --with small-gpt2 --since 2026-10-01 --hours 80-90")
    tracker.ok(f"attempt {MERGED} --with ppo")
    logged = tracker.ok("log small-gpt2 20m")
    before = tracker.ok(f"show {MERGED}")
    tracker.ok(f"reach {MERGED} --with small-gpt2 --evidence repo:a.example/u")

    assert f"180h20m of 80-160 h for {MERGED}, over the limit" in logged
    assert (
        "  also      attempted with small-gpt2 since Thu 1 Oct: 180h20m, the limit used\n            up\n"
        in before
    )
    assert (
        "  counted   since Thu 1 Oct, to today (attempt recorded Mon 23 Nov)\n"
        in tracker.ok(f"show {MERGED}")
    )
    assert (
        "  expected  80-90 h, set on Mon 23 Nov; passed on Mon 5 Oct\n"
        in tracker.ok(f"show {MERGED}")
    )


def test_other_results_are_told(tracker: Tracker) -> None:
    """Of several results the one that counts is shown whole, the others with their hours and figures beside it."""
    _study(tracker, "small-gpt2", 9)
    tracker.ok(f"attempt {MERGED} --with ppo --since 2026-11-20")
    tracker.ok(
        f"reach {MERGED} --with small-gpt2 --evidence repo:a.example --claimed 10% --reproduced 9% --on 2026-10-12"
    )
    tracker.ok("log ppo 5h --on 2026-11-21")
    tracker.ok(f"reach {MERGED} --evidence repo:v --with ppo")
    tracker.ok(f"attempt {MERGED} --with dqn")
    shown = tracker.ok(f"show {MERGED}")

    assert "  with      ppo, " in shown
    assert "  hours     5 h of 80-160 h\n" in shown
    assert (
        "  also      reached with small-gpt2 on Mon 12 Oct, 180 h, over the limit; paper\n"
        "            10%; yours 9%: 1 point lower, 10% of the paper's\n"
        "            attempted with dqn since Mon 23 Nov: 0 h\n"
    ) in shown


def test_reach_over_the_bound(tracker: Tracker) -> None:
    """A result after 180 of 160 hours is kept as `over`, and what it covers counts as reached."""
    _study(tracker, "small-gpt2", 9)
    said = tracker.ok(f"reach {MERGED} --with small-gpt2 --evidence repo:a.example/u")

    assert said == (
        "Reached over the limit: A feature, or a serious bug fixed, in a major ML\n"
        "library, Mon 23 Nov.\n"
        "  repo a.example/u\n"
        "  with small-gpt2: 180 h of 80-160 h, counted since Thu 1 Oct\n"
        "  counts for: Changes merged into an open-source project\n"
        "  Undo: tracker undo\n"
    )
    assert _milestone(tracker, MERGED)["state"] == "over"
    assert _milestone(tracker, "open-source-merged")["state"] == "reached"


def test_hours_around_the_day_reached(tracker: Tracker) -> None:
    """Hours after the day it was reached do not count, hours logged later for days before it do."""
    _study(tracker, "small-gpt2", 8)
    tracker.ok(
        f"reach {MERGED} --with small-gpt2 --evidence repo:a.example/u --on 2026-10-08"
    )
    tracker.ok("log small-gpt2 20h --on 2026-10-09")
    within = _milestone(tracker, MERGED)
    tracker.ok("log small-gpt2 1h --on 2026-09-30")
    over = _milestone(tracker, MERGED)

    assert (within["state"], within["hours"]["spent"]) == ("reached", 160)
    assert (over["state"], over["hours"]["spent"]) == ("over", 161)


def test_reach_without_an_attempt(tracker: Tracker) -> None:
    """Where no attempt was entered, hours count from the item's first session, and that is said."""
    for day in range(2, 7):
        tracker.ok(f"log ppo 10h --on 2026-11-{day:02}")
    said = tracker(f"reach {BAR} --with ppo --evidence repo:a.example/u")

    assert "with ppo: 50 h of 200-400 h, counted since Mon 2 Nov" in said.out
    assert (
        said.err
        == "No attempt was recorded: hours count from the first session of ppo.\n"
    )


def test_far_fewer_hours_than_the_bound_are_remarked(tracker: Tracker) -> None:
    """Below a quarter of the hours that a bound begins with, a result is taken with a remark; from there on without."""
    tracker.ok(f"attempt {BAR} --with ppo --since 2026-11-01")
    for day in range(2, 6):
        tracker.ok(f"log ppo 10h --on 2026-11-{day:02}")
    tracker.ok("log ppo 9h59m --on 2026-11-07")
    few = tracker(f"reach {BAR}")
    tracker.ok("undo")
    tracker.ok("log ppo 1m --on 2026-11-08")
    enough = tracker(f"reach {BAR} --evidence repo:a.example/u")

    assert (
        "49h59m of 200-400 h are logged on ppo since Sun 1 Nov. If you worked"
        in few.err
    )
    assert (few.code, enough.err) == (0, "")


def test_reach_without_hours(tracker: Tracker) -> None:
    """A bounded result with no hours in the log says that its bound rests on one's word."""
    tracker.ok(f"attempt {BAR} --with ppo")
    said = tracker(f"reach {BAR} --evidence repo:a.example/u")

    assert (
        said.err
        == "No hours are logged on ppo: that the limit is met is only your claim.\n"
    )


def test_reach_again(tracker: Tracker) -> None:
    """Said again, evidence is added, and the day first reached stays."""
    tracker.ok("reach transformer-in-pytorch", "2026-11-20T12:00")
    said = tracker(
        "reach transformer-in-pytorch --evidence repo:a.example/u --on 2026-11-22",
        "2026-11-23T12:00",
    )
    tracker.ok("reach transformer-in-pytorch --evidence repo:a.example/u")

    assert said.err == "It was first reached on Fri 20 Nov; that day stays.\n"
    assert _milestone(tracker, "transformer-in-pytorch")["evidence"] == [
        {"kind": "self", "where": ""},
        {"kind": "repo", "where": "a.example/u"},
    ]


def test_unlisted_evidence(tracker: Tracker) -> None:
    """Evidence of a kind the milestone does not list is kept, and said to lift nothing."""
    tracker.ok("items")

    assert tracker("reach arxiv-paper --evidence certificate:c").err == (
        "The certificate is saved but does not count; this milestone needs a paper.\n"
        "To show it, add evidence:\n"
        "  tracker reach arxiv-paper --evidence paper:URL\n"
    )
    assert _milestone(tracker, "arxiv-paper")["evidence"] == [
        {"kind": "certificate", "where": "c"}
    ]


def test_evidence_on_ones_own_machine(tracker: Tracker) -> None:
    """A place that only one's own machine has is kept, said to lift nothing, and leaves the result practised."""
    tracker.ok("items")

    assert tracker(
        "reach transformer-in-pytorch --evidence repo:file:///home/me/tf"
    ).err == (
        "file:///home/me/tf is on your own machine, and nobody else can open it: it is\n"
        "saved but does not count.\n"
        "To show it, add evidence:\n"
        "  tracker reach transformer-in-pytorch --evidence repo:URL\n"
    )
    assert "practised" in _strengths(tracker)
    assert "shown" not in _strengths(tracker)
    tracker.ok("reach transformer-in-pytorch --evidence repo:https://git.example/me/tf")
    assert "shown" in _strengths(tracker)
    assert [
        e["where"] for e in _milestone(tracker, "transformer-in-pytorch")["evidence"]
    ] == [
        "file:///home/me/tf",
        "https://git.example/me/tf",
    ]


def _strengths(tracker: Tracker) -> set[str]:
    return {each["strength"] for each in tracker.json("skills")["skills"]}


def test_text_where_an_address_belongs(tracker: Tracker) -> None:
    """A repo without an address counts, as nothing says it has none, and the address is asked for."""
    tracker.ok("items")

    assert tracker("reach transformer-in-pytorch --evidence repo:coming-soon").err == (
        "coming-soon is not an address. To add one:\n"
        "  tracker reach transformer-in-pytorch --evidence repo:URL\n"
    )


def test_attempt_of_what_was_dropped(tracker: Tracker) -> None:
    """A try or a result takes up what was given up."""
    tracker.ok(f"attempt {BAR} --with ppo")
    tracker.ok(f"drop {BAR}")

    assert (
        tracker(f"attempt {BAR} --with ppo").err
        == "It was dropped on Mon 23 Nov; it is in progress again.\n"
    )
    assert _milestone(tracker)["state"] == "trying"


REFUSED = {
    "reach no-such-milestone": 3,
    "reach fastai": 3,
    "reach transformer-in-pytorch --evidence nonsense": 2,
    "reach transformer-in-pytorch --evidence repo:": 2,
    "reach transformer-in-pytorch --on tomorrow": 4,
    "reach transformer-in-pytorch --with no-such-item": 3,
    f"reach {BAR} --evidence repo:a.example/u": 4,
    f"attempt {BAR}": 2,
    f"attempt {BAR} --with no-such-item": 3,
    f"attempt {BAR} --with ppo --since tomorrow": 4,
    f"attempt {BAR} --with ppo --hours 9-2": 2,
}


def test_refused(tracker: Tracker) -> None:
    """What cannot be read exits 2, what is not there 3, what a rule forbids 4; nothing is written."""
    tracker.ok("items")
    before = tracker.json("milestones")

    assert {words: tracker(words).code for words in REFUSED} == REFUSED
    assert tracker.json("milestones") == before


@pytest.mark.parametrize(
    "words", [f"attempt {BAR} --with ppo", f"reach {BAR} --with ppo --evidence repo:v"]
)
def test_undo_and_redo(tracker: Tracker, words: str) -> None:
    """A try and a result, with all their evidence, are one step to undo and to redo."""
    tracker.ok("log ppo 2h")
    before = tracker.json(f"show {BAR}")
    tracker.ok(words)
    after = tracker.json(f"show {BAR}")
    tracker.ok("undo")

    assert tracker.json(f"show {BAR}") == before
    tracker.ok("redo")
    assert tracker.json(f"show {BAR}") == after != before


def test_decided_once_reached(tracker: Tracker) -> None:
    """A decision on what is reached already is not said as if it were still tried."""
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
