"""The pages of `show`, whole: of items and milestones in each state."""

import pytest

from tests.conftest import Output, Tracker
from tracker.labels import GUIDE_NOTE

MERGED = "ml-library-contribution"
OPEN = """\
A transformer in PyTorch, by oneself                              guide line 127
  milestone transformer-in-pytorch
  state     open
  evidence  none yet
"""
OVER = """\
A feature, or a serious bug fixed, in a major ML library          guide line 139
  milestone ml-library-contribution
  state     reached over the limit on Mon 23 Nov
  with      small-gpt2, Train a small GPT-2 from scratch with an existing
            implementation
  hours     180 h of 80-160 h; over the limit
            0 |==============================|=============================| 160
  counted   from Thu 1 Oct to today (from its first session; no attempt was
            recorded)
  by day    1 Oct 20h00m, 2 Oct 20h00m, 3 Oct 20h00m, 4 Oct 20h00m,
            5 Oct 20h00m, 6 Oct 20h00m, 7 Oct 20h00m, 8 Oct 20h00m,
            9 Oct 20h00m
  recorded  later 180 h
  evidence  """
OWN_ITEM = """\
My notes on ELK
  item      elk-notes, project in alignment
  link      https://a.example/elk
  status    done on Mon 23 Nov
  logged    nothing yet
  estimate  5-12 h, likely 8.5 h (your estimate)
  requires  Practical Deep Learning for Coders (fastai): open (or 1 of
            pytorch-tutorials, zero-to-hero)
  aliases   elkn
  origin    added by you
"""


def _study(tracker: Tracker, item: str, days: int) -> None:
    """Log 20 h a day on the first days of October."""
    for day in range(1, days + 1):
        tracker.ok(f"log {item} 20h --on 2026-10-{day:02}")


def test_open_milestone(tracker: Tracker) -> None:
    """An open milestone has no hours, and ends with the command that records it."""
    page = tracker.ok("show transformer-in-pytorch")

    assert page.startswith(OPEN)
    assert "\n  shown by  repo" in page
    assert "\n            Showing finished work takes " in page
    assert page.endswith(
        "When it is done: tracker reach transformer-in-pytorch --evidence repo:URL\n"
        f"{GUIDE_NOTE}\n"
    )


def test_milestone_over_the_limit(tracker: Tracker) -> None:
    """A result over its limit says so, and what it still counts for."""
    _study(tracker, "small-gpt2", 9)
    tracker.ok(f"reach {MERGED} --with small-gpt2 --evidence repo:a.example/u")
    page = tracker.ok(f"show {MERGED}")

    assert page.startswith(OVER)
    assert " repo a.example/u, Mon 23 Nov\n" in page
    assert page.endswith(
        "The result does not count for this milestone. It still counts for: Changes\n"
        "merged into an open-source project.\n"
        f"{GUIDE_NOTE}\n"
    )


def test_hours_at_the_limit(tracker: Tracker) -> None:
    """At the limit no hours are left within it; a minute more is over it."""
    tracker.ok(f"attempt {MERGED} --with small-gpt2 --since 2026-10-01")
    _study(tracker, "small-gpt2", 8)
    at_limit = tracker.ok(f"show {MERGED}")
    tracker.ok("log small-gpt2 1m --on 2026-10-09")
    over = tracker.ok(f"show {MERGED}")

    assert "  hours     160 h of 80-160 h; no hours left within the limit\n" in at_limit
    assert "  hours     160h01m of 80-160 h; over the limit\n" in over


def test_implied_milestone(tracker: Tracker) -> None:
    """A milestone that another one implies names it, with that one's evidence."""
    tracker.ok("reach arxiv-paper --evidence paper:https://a.example/p")
    page = tracker.ok("show research-project-done")

    assert "  state     reached by A paper on arXiv\n" in page
    assert " paper https://a.example/p, Mon 23 Nov\n" in page


def test_claimed_milestone(tracker: Tracker) -> None:
    """A claim is no evidence, and its day is shown; evidence takes its place later."""
    tracker.ok("done arxiv-paper")
    claimed = tracker.ok("show arxiv-paper")
    tracker.ok("reach arxiv-paper --evidence paper:a.example/p", "2026-11-24T10:00")

    assert "  state     reached on Mon 23 Nov, claimed\n" in claimed
    assert "  evidence  none yet: claimed on Mon 23 Nov\n" in claimed
    shown = tracker.ok("show arxiv-paper")
    assert " paper a.example/p, Tue 24 Nov\n" in shown
    assert "none yet" not in shown


@pytest.mark.parametrize(
    ("milestone", "evidence"),
    [
        ("python-done", "repo:https://git.example/alice/calc"),
        ("linear-algebra-done", "certificate:'Univ X, 3 Feb 2026'"),
        ("choices-vouched", "letter:'Ann Lee, 3 Nov 2026'"),
    ],
)
def test_evidence_after_a_claim(
    tracker: Tracker, milestone: str, evidence: str
) -> None:
    """Evidence that counts takes the place of a claim by `known`, `reach` or `done`."""
    for first in (f"known {milestone}", f"reach {milestone}", f"done {milestone}"):
        tracker.ok(first)
    tracker.ok(f"reach {milestone} --evidence post:https://blog.example/1")
    assert "  evidence  none yet: claimed on Mon 23 Nov\n" in tracker.ok(
        f"show {milestone}"
    )

    tracker.ok(f"reach {milestone} --evidence {evidence}")
    page = tracker.ok(f"show {milestone}")

    assert "none yet" not in page
    assert "claimed" not in page


def test_dropped_milestone(tracker: Tracker) -> None:
    """A dropped milestone says so, and its attempts with the day they were dropped."""
    tracker.ok(f"attempt {MERGED} --with ppo --since 2026-11-01")
    tracker.ok("log ppo 2h --on 2026-11-02")
    tracker.ok(f"drop {MERGED}")
    page = tracker.ok(f"show {MERGED}")

    assert "  state     dropped\n" in page
    assert (
        "  also      attempted with ppo since Sun 1 Nov: 2 h, dropped on Mon 23 Nov\n"
    ) in page


def test_own_item(tracker: Tracker) -> None:
    """An own item shows its address, estimate, requirements and other names."""
    tracker.ok(
        "add elk-notes --title 'My notes on ELK' --track alignment --hours 5-12 "
        "--url https://a.example/elk --requires fastai --aka elkn"
    )
    tracker.ok("done elkn")

    assert tracker("show elkn") == Output(0, OWN_ITEM, "")


def test_needs_met_by_others(tracker: Tracker) -> None:
    """A requirement can be met by another item of its choice group."""
    tracker.ok("add mine --title Mine --track coding --requires fastai")
    tracker.ok("skip pytorch-tutorials")
    skipped = tracker.ok("show mine")
    tracker.ok("done fastai")

    assert (
        "  requires  Practical Deep Learning for Coders (fastai): met by\n"
        "            pytorch-tutorials, skipped\n"
    ) in skipped
    assert (
        "  requires  Practical Deep Learning for Coders (fastai): done\n"
        in tracker.ok("show mine")
    )


def test_keys_of_an_item(tracker: Tracker) -> None:
    """JSON has the sessions, the hours from memory, and what the item leads to."""
    tracker.ok("log ppo 2h --on 2026-11-01")
    tracker.ok("log ppo 1h")
    tracker.ok("recall ppo 70h --over 2026-02..2026-05")
    item = tracker.json("show ppo")["item"]

    assert (item["seconds"], item["sessions"], item["remembered"]) == (
        3 * 3600,
        2,
        70 * 3600,
    )
    assert item["milestones"] == [
        {"slug": "rl-replication", "state": "open"},
        {"slug": "replication-done", "state": "open"},
    ]
    assert item["requires"] == [
        {"slug": "cartpole-reinforce", "state": "open", "by": []}
    ]


def test_keys_of_a_milestone(tracker: Tracker) -> None:
    """JSON has the attempt with its expectation, and the result with its difference."""
    tracker.ok("log ppo 90m --on 2026-11-02")
    tracker.ok(f"attempt {MERGED} --with ppo --since 2026-11-01 --hours 80-90")
    tracker.ok(
        f"reach {MERGED} --evidence repo:a.example/u --claimed 50 --reproduced '40 (1 seed)'"
    )
    milestone = tracker.json(f"show {MERGED}")["milestone"]

    assert milestone["attempts"] == [
        {
            "item": "ppo",
            "since": "2026-11-01",
            "entered": "2026-11-23",
            "dropped": None,
            "expected": [80, 90],
            "spent": 1.5,
            "phases": [],
            "decision": None,
            "decided": None,
        }
    ]
    (piece,) = milestone["results"][0]["evidence"]
    assert (piece["kind"], piece["where"]) == ("repo", "a.example/u")
    assert milestone["results"] == [
        {
            "item": "ppo",
            "evidence": [piece],
            "day": "2026-11-23",
            "entered": "2026-11-23",
            "claimed": "50",
            "reproduced": "40 (1 seed)",
            "conditions": "1 seed",
            "difference": {"absolute": -10, "relative": -0.2, "unit": None},
            "part": None,
            "title": None,
            "summary": None,
            "spent": 1.5,
            "over": False,
        }
    ]
    assert milestone["days"] == [{"day": "2026-11-02", "seconds": 5400}]
    assert milestone["covers"] == ["open-source-merged"]


def test_hours_from_several_sources(tracker: Tracker) -> None:
    """Hours are split by how they were recorded, the most first."""
    tracker.ok("log ppo 3h --on 2026-11-01")
    tracker.ok("log ppo 1h")
    tracker.ok("start ppo")
    tracker.ok("stop", "2026-11-23T15:00")

    assert "  recorded  later 3 h, same day 1 h, timer 30m\n" in tracker.ok("show ppo")
