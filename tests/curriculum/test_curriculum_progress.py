"""The commands `progress` and `skip`."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import Output, Tracker


def _item(tracker: Tracker, slug: str) -> Any:
    return tracker.json(f"show {slug}")["item"]


def test_progress(tracker: Tracker) -> None:
    """The answer has the title, the status, the hours, the estimate and the way back."""
    tracker.ok("log fastai 2h")

    assert tracker("progress fastai 3/7") == Output(
        0,
        "Practical Deep Learning for Coders (fastai): in progress, 3 of 7\n"
        "(self-reported).\n"
        "  2 h logged; estimate 45-130 h, likely 80 h.\n"
        "  Undo: tracker undo\n",
        "",
    )
    assert tracker.json("progress fastai 3/7")["item"] == {
        "slug": "fastai",
        "title": "Practical Deep Learning for Coders",
        "track": "deep-learning",
        "kind": "course",
        "hours": [45, 80, 130],
        "status": "doing",
        "progress": pytest.approx(3 / 7),
        "seconds": 7200,
    }


def test_percentage(tracker: Tracker) -> None:
    """A percentage stays a percentage in the answer."""
    assert tracker.ok("progress fastai 40%").startswith(
        "Practical Deep Learning for Coders (fastai): in progress, 40% (self-reported).\n"
    )
    assert _item(tracker, "fastai")["progress"] == 0.4


def test_no_progress_yet(tracker: Tracker) -> None:
    """Progress 0 of 7 starts an item that has no hours."""
    assert tracker.ok("progress ppo 0/7").startswith(
        "Proximal Policy Optimization Algorithms (ppo): in progress, 0 of 7\n"
    )
    ppo = _item(tracker, "ppo")
    assert (ppo["status"], ppo["progress"]) == ("doing", 0)


def test_all_parts(tracker: Tracker) -> None:
    """Progress of all parts does not mark an item done; the answer says how to."""
    tracker.ok("items")
    output = tracker("progress fastai 7/7")

    assert output.err == "To mark it done: tracker done fastai\n"
    assert _item(tracker, "fastai")["status"] == "doing"
    tracker.ok("done fastai")
    assert _item(tracker, "fastai")["status"] == "done"


@pytest.mark.parametrize(
    ("command", "state"), [("done", "done"), ("skip", "skipped"), ("drop", "dropped")]
)
def test_progress_reopens(tracker: Tracker, command: str, state: str) -> None:
    """Progress on a done, skipped or dropped item reopens it, and says so."""
    tracker.ok(f"{command} fastai")

    assert tracker("progress fastai 1/7").err == (
        f"It was {state}; it is in progress again.\n"
    )
    assert _item(tracker, "fastai")["status"] == "doing"


def test_progress_replaces_progress(tracker: Tracker) -> None:
    """The last progress counts, also if it is less; undo brings the one before back."""
    tracker.ok("progress fastai 5/7")
    tracker.ok("progress fastai 20%")
    after = _item(tracker, "fastai")["progress"]
    tracker.ok("undo")

    assert after == 0.2
    assert _item(tracker, "fastai")["progress"] == pytest.approx(5 / 7)


@settings(max_examples=15)
@given(st.integers(0, 30), st.integers(1, 30))
def test_progress_is_a_share(tracker: Tracker, part: int, whole: int) -> None:
    """Parts up to all parts are saved as their share; more than all exit 2."""
    output = tracker(f"progress fastai {part}/{whole}")

    assert output.code == (0 if part <= whole else 2)
    if part <= whole:
        assert _item(tracker, "fastai")["progress"] == pytest.approx(part / whole)


REFUSED = {
    "progress fastai 9/7": 2,
    "progress fastai half": 2,
    "progress fastai 101%": 2,
    "progress fastai 3/0": 2,
    "progress ITEM 3/7": 2,
    "progress fastai": 2,
    "progress no-such-thing 3/7": 3,
    "progress deep 3/7": 3,
    "progress python-done 3/7": 3,
    "progress import-ai 3/7": 4,
    "progress lesswrong 40%": 4,
    "skip no-such-thing": 3,
    "skip python-done": 3,
    "skip ITEM": 2,
}


@pytest.mark.parametrize("words", REFUSED)
def test_refused(tracker: Tracker, words: str) -> None:
    """Unreadable words exit 2, unknown names 3, endless items 4; nothing is written."""
    tracker.ok("items")
    output = tracker(words)

    assert (output.code, output.out) == (REFUSED[words], "")
    assert tracker.json("history")["commands"] == []


def test_endless_items_have_no_progress(tracker: Tracker) -> None:
    """The refusal names the kind of the item and a command that works."""
    tracker.ok("items")
    output = tracker("progress import-ai 3/7")

    assert output.err == (
        "import-ai is a newsletter: it never finishes and has no progress.\n"
        "Log its hours instead: tracker log import-ai 30m\n"
    )
    assert tracker(output.err.rpartition("tracker ")[2]).code == 0


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("skip python-done", "only an item can be skipped"),
        ("progress python-done 3/7", "progress is recorded for an item"),
        ("rename python-done --title X", "rename changes an item"),
        (
            "add my-x --title X --track coding --requires python-done",
            "--requires takes an item",
        ),
        ("attempt replication-done --with python-done", "--with takes an item"),
        ("reach replication-done --with python-done", "--with takes an item"),
    ],
)
def test_milestone_instead_of_an_item(tracker: Tracker, words: str, rule: str) -> None:
    """Where a milestone is named in place of an item, the error says what is needed."""
    tracker.ok("items")
    output = tracker(words)

    assert output.code == 3
    assert output.err.splitlines()[0] == f"python-done is a milestone, and {rule}."


def test_skip(tracker: Tracker) -> None:
    """A skipped item meets what others require; what it leads to is still open."""
    tracker.ok("items")

    assert tracker("skip cartpole-reinforce") == Output(
        0,
        "Vanilla policy gradient on CartPole (cartpole-reinforce): skipped.\n"
        "  Nothing logged; estimate 5-25 h, likely 12 h.\n"
        "  Undo: tracker undo\n",
        "One reinforcement learning algorithm replicated is still open. To show it:\n"
        "  tracker reach rl-replication --with ITEM --evidence repo:URL\n",
    )
    assert _item(tracker, "cartpole-reinforce")["status"] == "skipped"
    assert _item(tracker, "ppo")["requires"] == [
        {"slug": "cartpole-reinforce", "state": "skipped", "by": ["cartpole-reinforce"]}
    ]


def test_skip_shows_no_skill(tracker: Tracker) -> None:
    """Skipping gives no skill any strength, and changes no milestone."""
    tracker.ok("items")
    skills, milestones = tracker.json("skills"), tracker.json("milestones")
    tracker.ok("skip learnpython")

    assert tracker.json("skills") == skills
    assert tracker.json("milestones") == milestones


def test_skip_keeps_progress(tracker: Tracker) -> None:
    """An item that is skipped and reopened has the progress it had."""
    tracker.ok("progress fastai 3/7")
    tracker.ok("skip fastai")
    tracker.ok("reopen fastai")

    assert _item(tracker, "fastai")["progress"] == pytest.approx(3 / 7)


def test_name_by_a_part(tracker: Tracker) -> None:
    """Where a name is not typed whole, the answer says what it was taken for."""
    lines = tracker.ok("skip ziegler").splitlines()

    assert "(ziegler-2019): skipped." in lines[0]
    assert any(line.startswith("  'ziegler' is ziegler-2019") for line in lines)
    assert lines[-1] == "  Undo: tracker undo"


@pytest.mark.parametrize(
    "words", ["progress fastai 3/7", "skip fastai", "rename elk-notes --slug elks"]
)
def test_undo_and_redo(tracker: Tracker, words: str) -> None:
    """Each of these commands is one step to undo and to redo."""
    tracker.ok("add elk-notes --title 'My notes on ELK' --track alignment")
    before = tracker.json("items")
    tracker.ok(words)
    after = tracker.json("items")
    tracker.ok("undo")

    assert tracker.json("items") == before
    tracker.ok("redo")
    assert tracker.json("items") == after != before
