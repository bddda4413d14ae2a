"""The command `reach`."""

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


# The remark on a result after 2 h.
FEW = """\
2 h of 200-400 h are logged on ppo since Mon 23 Nov. If you worked more, log it
by day, or record it from memory, which is not counted:
  tracker log ppo AMOUNT --on DAY
  tracker recall ppo AMOUNT --over PERIOD
"""


def test_reach(tracker: Tracker) -> None:
    """A result shows its evidence, hours and figures, and what it implies."""
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
        "  counts for: A few foundational papers of one sub-field replicated, 1 of 3\n"
        "  shown\n"
        "  Undo: tracker undo\n",
        FEW,
    )
    assert _milestone(tracker, "replication-done") == {
        "slug": "replication-done",
        "title": "A paper replicated",
        "state": "reached",
        "evidence": [{"kind": "repo", "where": "https://git.example/you/ppo"}],
        "count": None,
        "hours": {"spent": 0, "low": None, "high": None},
    }


def test_reach_beside_another_attempt(tracker: Tracker) -> None:
    """A result shows its own attempt, also where another one is within the limit."""
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
        "  counted   from Thu 1 Oct to today (attempt recorded Mon 23 Nov)\n"
        in tracker.ok(f"show {MERGED}")
    )
    assert (
        "  expected  80-90 h, set on Mon 23 Nov; passed on Mon 5 Oct\n"
        in tracker.ok(f"show {MERGED}")
    )


def test_other_results(tracker: Tracker) -> None:
    """Other results and attempts stand beside the one that counts."""
    _study(tracker, "small-gpt2", 9)
    tracker.ok(f"attempt {MERGED} --with ppo --since 2026-11-20")
    tracker.ok(
        f"reach {MERGED} --with small-gpt2 --evidence repo:a.example/x --claimed 10% --reproduced 9% --on 2026-10-12"
    )
    tracker.ok("log ppo 5h --on 2026-11-21")
    tracker.ok(f"reach {MERGED} --evidence repo:git.example/v --with ppo")
    tracker.ok(f"attempt {MERGED} --with dqn")
    shown = tracker.ok(f"show {MERGED}")

    assert "  with      ppo, " in shown
    assert "  hours     5 h of 80-160 h\n" in shown
    assert (
        "  also      reached with small-gpt2 on Mon 12 Oct, 180 h, over the limit; paper\n"
        "            10%; yours 9%: 1 point lower, 10% of the paper's\n"
        "            attempted with dqn since Mon 23 Nov: 0 h\n"
    ) in shown


def test_reach_over_the_limit(tracker: Tracker) -> None:
    """A result after 180 of 160 h is `over`, and what it implies is reached."""
    _study(tracker, "small-gpt2", 9)
    output = tracker.ok(f"reach {MERGED} --with small-gpt2 --evidence repo:a.example/u")

    assert output == (
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
    """Hours after the day reached do not count; hours logged later for before do."""
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
    """Without an attempt hours count from the item's first session."""
    for day in range(2, 7):
        tracker.ok(f"log ppo 10h --on 2026-11-{day:02}")
    output = tracker(f"reach {BAR} --with ppo --evidence repo:a.example/u")

    assert "with ppo: 50 h of 200-400 h, counted since Mon 2 Nov" in output.out
    assert (
        output.err
        == "No attempt was recorded: hours count from the first session of ppo.\n"
    )


def test_few_hours(tracker: Tracker) -> None:
    """Below a quarter of the limit's low hours a result gets a remark."""
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
    """Without an hour logged, that the limit is met is only a claim."""
    tracker.ok(f"attempt {BAR} --with ppo")
    output = tracker(f"reach {BAR} --evidence repo:a.example/u")

    assert (
        output.err
        == "No hours are logged on ppo, so nothing shows that it met the limit.\n"
    )


def test_reach_again(tracker: Tracker) -> None:
    """Typed again evidence is added, and the day first reached stays."""
    tracker.ok("reach transformer-in-pytorch", "2026-11-20T12:00")
    output = tracker(
        "reach transformer-in-pytorch --evidence repo:a.example/u --on 2026-11-22",
        "2026-11-23T12:00",
    )
    tracker.ok("reach transformer-in-pytorch --evidence repo:a.example/u")

    assert output.err == "It was first reached on Fri 20 Nov; that day stays.\n"
    assert _milestone(tracker, "transformer-in-pytorch")["evidence"] == [
        {"kind": "self", "where": ""},
        {"kind": "repo", "where": "a.example/u"},
    ]


def test_unlisted_evidence(tracker: Tracker) -> None:
    """Evidence of a kind the milestone does not list is saved, not counted."""
    tracker.ok("items")

    assert tracker(
        "reach arxiv-paper --evidence 'certificate:Ann Lee, 5 Nov 2026'"
    ).err == (
        "The certificate is saved but does not count; this milestone needs a paper.\n"
        "To show it, add evidence:\n"
        "  tracker reach arxiv-paper --evidence paper:URL\n"
    )
    assert _milestone(tracker, "arxiv-paper")["evidence"] == [
        {"kind": "certificate", "where": "Ann Lee, 5 Nov 2026"}
    ]


def test_evidence_on_the_own_machine(tracker: Tracker) -> None:
    """A place on the own machine is saved, and shows no skill."""
    tracker.ok("items")

    assert tracker(
        "reach transformer-in-pytorch --evidence repo:file:///home/me/tf"
    ).err == (
        "file:///home/me/tf is on your own machine, and nobody else can open it. It is\n"
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
    return {skill["strength"] for skill in tracker.json("skills")["skills"]}


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
    """Unreadable words exit 2, unknown names 3, what a rule forbids 4."""
    tracker.ok("items")
    before = tracker.json("milestones")

    assert {words: tracker(words).code for words in REFUSED} == REFUSED
    assert tracker.json("milestones") == before


@pytest.mark.parametrize(
    "words",
    [
        f"attempt {BAR} --with ppo",
        f"reach {BAR} --with ppo --evidence repo:git.example/v",
    ],
)
def test_undo_and_redo(tracker: Tracker, words: str) -> None:
    """An attempt or a result, with all its evidence, is one step to undo."""
    tracker.ok("log ppo 2h")
    before = tracker.json(f"show {BAR}")
    tracker.ok(words)
    after = tracker.json(f"show {BAR}")
    tracker.ok("undo")

    assert tracker.json(f"show {BAR}") == before
    tracker.ok("redo")
    assert tracker.json(f"show {BAR}") == after != before
