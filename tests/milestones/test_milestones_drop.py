"""The commands `drop` and `reopen`."""

from typing import Any

import pytest

from tests.conftest import Output, Tracker

BAR = "few-hundred-hour-replication"
TITLE = "A typical ML paper reproduced within a few hundred hours"


def _state(tracker: Tracker, slug: str) -> Any:
    shown = tracker.json(f"show {slug}")
    if shown["kind"] == "item":
        return shown["item"]["status"]
    return shown["milestone"]["state"]


def test_drop_item(tracker: Tracker) -> None:
    """An item given up keeps its hours, and says which attempt with it stays open."""
    tracker.ok(f"attempt {BAR} --with ppo")
    tracker.ok("log ppo 1h")

    assert tracker("drop ppo") == Output(
        0,
        "Proximal Policy Optimization Algorithms (ppo): dropped.\n"
        "  1 h logged; estimate 25-110 h, likely 55 h.\n"
        "  Undo: tracker undo\n",
        f"The attempt at {TITLE} with it\n"
        f"stays open. To drop that too: tracker drop {BAR}\n",
    )
    assert _state(tracker, "ppo") == "skipped"


def test_drop_milestone(tracker: Tracker) -> None:
    """A milestone given up keeps its hours; reopening brings its attempts back."""
    tracker.ok(f"attempt {BAR} --with ppo")
    tracker.ok("log ppo 1h")

    assert tracker.ok(f"drop {BAR}") == (
        f"Dropped: {TITLE}.\n"
        "  1 h stay in the log.\n"
        f"  To reopen it: tracker reopen {BAR}\n"
        "  Undo: tracker undo\n"
    )
    assert _state(tracker, BAR) == "dropped"
    assert (
        tracker.ok(f"reopen {BAR}")
        == f"{TITLE}: in progress again, 1 h\nof 200-400 h.\n  Undo: tracker undo\n"
    )


def test_reopen_item(tracker: Tracker) -> None:
    """What was done, skipped or dropped is open again, as far along as it was."""
    tracker.ok("progress fastai 3/7")
    tracker.ok("done fastai")
    tracker.ok("reopen fastai")
    fastai = tracker.json("show fastai")["item"]

    assert (fastai["status"], fastai["progress"]) == ("doing", pytest.approx(3 / 7))


def test_reopen_item_of_which_nothing_else_was_said(tracker: Tracker) -> None:
    """Skipped and reopened, an item is planned as before."""
    tracker.ok("skip fastai")
    tracker.ok("reopen fastai")

    assert _state(tracker, "fastai") == "planned"


def test_reopen_reached(tracker: Tracker) -> None:
    """A milestone that was reached is open again, and its result and evidence are gone, and named."""
    tracker.ok("reach transformer-in-pytorch --evidence repo:a.example/u")

    assert tracker("reopen transformer-in-pytorch") == Output(
        0,
        "A transformer in PyTorch, by oneself: open again.\n  Undo: tracker undo\n",
        "The result of Mon 23 Nov is removed, with its evidence: repo a.example/u.\n",
    )
    assert tracker.json("show transformer-in-pytorch")["milestone"]["results"] == []
    tracker.ok("undo")
    assert tracker.json("show transformer-in-pytorch")["milestone"]["evidence"] == [
        {"kind": "repo", "where": "a.example/u"}
    ]


@pytest.mark.parametrize(
    ("first", "state"),
    [("done ppo", "done"), ("skip ppo", "skipped"), ("drop ppo", "skipped")],
)
def test_reopen_each_state(tracker: Tracker, first: str, state: str) -> None:
    """Done, skipped and dropped items are reopened alike; undo brings the state back."""
    tracker.ok(first)

    assert tracker.ok("reopen ppo") == (
        "Proximal Policy Optimization Algorithms (ppo): not started.\n"
        "  Nothing logged; estimate 25-110 h, likely 55 h.\n"
        "  Undo: tracker undo\n"
    )
    assert _state(tracker, "ppo") == "planned"
    tracker.ok("undo")
    assert _state(tracker, "ppo") == state


def test_reopen_keeps_hours(tracker: Tracker) -> None:
    """An item with hours is in progress once it is reopened."""
    tracker.ok("log ppo 1h")
    tracker.ok("done ppo")

    assert tracker.ok("reopen ppo").startswith(
        "Proximal Policy Optimization Algorithms (ppo): in progress.\n  1 h logged;"
    )


def test_drop_what_is_done(tracker: Tracker) -> None:
    """An item that is done can be dropped; the state that was recorded last counts."""
    tracker.ok("done ppo")
    tracker.ok("drop ppo")

    assert "  status    dropped on Mon 23 Nov\n" in tracker.ok("show ppo")


def test_drop_a_milestone_without_attempts(tracker: Tracker) -> None:
    """A milestone that was never begun can be dropped, and no hours are named."""
    assert tracker("drop phd-done").out == (
        "Dropped: A PhD finished.\n"
        "  To reopen it: tracker reopen phd-done\n"
        "  Undo: tracker undo\n"
    )
    assert _state(tracker, "phd-done") == "dropped"
    assert tracker.ok("reopen phd-done").startswith("A PhD finished: open again.\n")


def test_dropped_attempts_count_until_then(tracker: Tracker) -> None:
    """The hours of a dropped attempt end on the day it was dropped."""
    tracker.ok(f"attempt {BAR} --with ppo --since 2026-11-01")
    tracker.ok("log ppo 2h --on 2026-11-02")
    tracker.ok(f"drop {BAR}", "2026-11-10T12:00")
    tracker.ok("log ppo 5h", "2026-11-20T12:00")
    (attempt,) = tracker.json(f"show {BAR}")["milestone"]["attempts"]

    assert (attempt["dropped"], attempt["spent"]) == ("2026-11-10", 2)
    tracker.ok(f"reopen {BAR}")
    (attempt,) = tracker.json(f"show {BAR}")["milestone"]["attempts"]
    assert (attempt["dropped"], attempt["spent"]) == (None, 7)


def test_reopen_several_results(tracker: Tracker) -> None:
    """All results of a milestone are removed, each named with its evidence."""
    tracker.ok(
        "reach replication-done --with ppo --evidence repo:a.example/x --on 2026-11-02"
    )
    tracker.ok("reach replication-done --with dqn --evidence post:b.example")
    output = tracker("reopen replication-done")

    assert output.err == (
        "The result of Mon 2 Nov is removed, with its evidence: repo a.example/x.\n"
        "The result of Mon 23 Nov is removed, with its evidence: post b.example.\n"
    )
    assert _state(tracker, "replication-done") == "open"


def test_reopen_what_implies(tracker: Tracker) -> None:
    """Reopening a milestone reopens those that it implied, and only these."""
    tracker.ok("done arxiv-paper")
    tracker.ok("done transformer-in-pytorch")
    states = ("arxiv-paper", "research-project-done", "transformer-in-pytorch")
    before = [_state(tracker, slug) for slug in states]
    tracker.ok("reopen arxiv-paper")

    assert before == ["reached"] * 3
    assert [_state(tracker, slug) for slug in states] == ["open", "open", "reached"]


REFUSED = {
    "drop": 2,
    "reopen": 2,
    "drop ITEM": 2,
    "reopen MILESTONE": 2,
    "drop no-such-thing": 3,
    "drop research-contributor-empirical": 3,
    "reopen no-such-thing": 3,
    "drop arxiv-paper": 4,
    "drop research-project-done": 4,
    "reopen research-project-done": 4,
    "reopen fastai": 4,
    f"reopen {BAR}": 4,
}


@pytest.mark.parametrize("words", REFUSED)
def test_refused(tracker: Tracker, words: str) -> None:
    """Nothing is written where the name is missing, unknown, or its state forbids it."""
    tracker.ok("done arxiv-paper")
    before = tracker.json("history")
    output = tracker(words)

    assert (output.code, output.out) == (REFUSED[words], "")
    assert tracker.json("history") == before


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        ("drop arxiv-paper", "If that is a mistake: tracker reopen arxiv-paper"),
        (
            "drop research-project-done",
            "If that is a mistake: tracker reopen arxiv-paper",
        ),
        (
            "reopen research-project-done",
            "If that is a mistake: tracker reopen arxiv-paper",
        ),
        ("reopen fastai", "See its status: tracker show fastai"),
    ],
)
def test_hints_work(tracker: Tracker, words: str, hint: str) -> None:
    """Each refusal ends with a command that works when it is typed."""
    tracker.ok("done arxiv-paper")
    last = tracker(words).err.splitlines()[-1]

    assert last == hint
    assert tracker(last.partition("tracker ")[2]).code == 0


def test_role_is_no_item(tracker: Tracker) -> None:
    """The name of a role leads to what the role takes."""
    tracker.ok("items")

    assert tracker("drop research-contributor-empirical") == Output(
        3,
        "",
        "research-contributor-empirical is a role, not an item or milestone.\n"
        "See what it takes: tracker gaps research-contributor-empirical\n",
    )


@pytest.mark.parametrize(
    ("item", "title", "command"),
    [
        (
            "mit-1806",
            "Linear algebra, first course",
            "tracker reach linear-algebra-done --evidence certificate:WHERE",
        ),
        (
            "fastai",
            "Practical deep learning",
            "tracker reach dl-practical-done --evidence repo:URL",
        ),
    ],
)
def test_skip_says_what_is_open(
    tracker: Tracker, item: str, title: str, command: str
) -> None:
    """`skip` names the milestone that the item leads to, while that is open."""
    tracker.ok("items")
    said = tracker(f"skip {item}").err

    assert said.startswith(title)
    assert said.endswith(f" is still open. To show it:\n  {command}\n")
    tracker.ok("undo")
    tracker.ok(f"{command.removeprefix('tracker ').split(' --')[0]}")
    assert tracker(f"skip {item}").err == ""
