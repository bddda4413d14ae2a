"""The command `done`."""

import sqlite3
from contextlib import closing
from typing import Any

import pytest

from tests.conftest import Output, Tracker

BAR = "few-hundred-hour-replication"
TITLE = "A typical ML paper reproduced within a few hundred hours"


def _state(tracker: Tracker, slug: str) -> Any:
    shown = tracker.json(f"show {slug}")
    return (
        shown["item"]["status"]
        if shown["kind"] == "item"
        else shown["milestone"]["state"]
    )


def test_done_item(tracker: Tracker) -> None:
    """The answer has the title, the status, the hours, the estimate, the way back."""
    tracker.ok("log learnpython 2h")

    assert tracker("done learnpython") == Output(
        0,
        "LearnPython.org interactive tutorial (learnpython): done.\n"
        "  2 h logged; estimate 12-45 h, likely 25 h.\n"
        "  Undo: tracker undo\n",
        "It leads to: Reads and writes Python. To show that, add evidence:\n"
        "  tracker reach python-done --evidence repo:URL\n",
    )
    assert tracker.json("show learnpython")["item"]["progress"] == 1


def test_done_leads_on(tracker: Tracker) -> None:
    """An item that leads to a milestone names it, with the command that shows it."""
    tracker.ok("items")

    assert tracker("done typical-paper").err == (
        f"It leads to: {TITLE}. To show\nthat, add evidence:\n"
        f"  tracker reach {BAR} --with typical-paper --evidence repo:URL\n"
    )


@pytest.mark.parametrize(
    ("item", "command"),
    [
        ("fastai", "dl-practical-done --evidence repo:URL"),
        ("mit-1806", "linear-algebra-done --evidence certificate:WHERE"),
        (
            "bluedot-technical-ai-safety",
            "aisf-course-done --evidence certificate:WHERE",
        ),
    ],
)
def test_done_in_a_group(tracker: Tracker, item: str, command: str) -> None:
    """An item leads to what its choice group leads to, where one of that is enough."""
    tracker.ok("items")

    assert f"  tracker reach {command}\n" in tracker(f"done {item}").err


def test_done_in_a_group_of_several(tracker: Tracker) -> None:
    """Where a group needs two items, the first says so and the second leads on."""
    tracker.ok("items")

    assert tracker("done cs231n").err == (
        "It leads to: Can talk sensibly about the main areas. Its group needs 1 more:\n"
        "  tracker show cs231n\n"
    )
    assert tracker("done cs224n").err == (
        "It leads to: Can talk sensibly about the main areas. To show that, add evidence:\n"
        "  tracker reach ml-breadth-map --evidence post:URL\n"
    )


def test_milestone_of_the_item_comes_first(tracker: Tracker) -> None:
    """A milestone that names the item comes before those that name its group."""
    tracker.ok("items")

    assert "  tracker reach arena-done " in tracker("done arena").err
    tracker.ok("reach arena-done --evidence repo:https://git.example/arena")
    assert "arena-done" not in tracker("done arena").err


def test_any_replication_leads_on(tracker: Tracker) -> None:
    """An item of a ladder's kind leads to its first rung, where nothing names it."""
    tracker.ok("items")

    assert tracker("done dqn").err == (
        "It leads to: A paper replicated. To show that, add evidence:\n"
        "  tracker reach replication-done --with dqn --evidence repo:URL\n"
    )


def test_every_item_of_a_milestone_leads_on(tracker: Tracker) -> None:
    """Whatever a milestone names, itself, by its group or its ladder, leads to one."""
    tracker.ok("items")
    with closing(sqlite3.connect(tracker.db)) as db, db:
        leading = [
            slug
            for (slug,) in db.execute(
                "select slug from item where id in (select item_id from milestone_item)"
                " or group_id in (select group_id from milestone_group)"
                " or kind in (select ladder from milestone where rung = 1)"
            )
        ]
    output = tracker(["done", *leading])

    assert len(leading) > 100
    assert output.err.count("It leads to: ") == len(leading)


def test_done_feed(tracker: Tracker) -> None:
    """An endless item can be done, without a percentage or a ratio."""
    tracker.ok("items")

    assert tracker("done import-ai").err.startswith(
        "A newsletter never finishes: it has hours, but no"
    )
    assert tracker.json("show import-ai")["item"]["progress"] is None


def test_done_milestone(tracker: Tracker) -> None:
    """A milestone done is claimed, and the answer says how to show it."""
    tracker.ok("items")

    assert tracker("done arxiv-paper") == Output(
        0,
        "Reached: A paper on arXiv (claimed), Mon 23 Nov.\n"
        "  also reached: Research done\n"
        "  Undo: tracker undo\n",
        "To show it, add evidence:\n  tracker reach arxiv-paper --evidence paper:URL\n",
    )


def test_done_several(tracker: Tracker) -> None:
    """Several names are one answer, each name once, and one step to undo."""
    output = tracker.json("done learnpython python-done learnpython")

    assert output["kind"] == "said"
    assert [i["slug"] for i in output["items"]] == ["learnpython"]
    assert [m["slug"] for m in output["milestones"]] == ["python-done"]
    tracker.ok("undo")
    assert (_state(tracker, "learnpython"), _state(tracker, "python-done")) == (
        "planned",
        "open",
    )


def test_one_way_back(tracker: Tracker) -> None:
    """With several names the way back stands once, at the end."""
    assert tracker.ok("done python-done learnpython ppo") == (
        "Reached: Reads and writes Python (claimed), Mon 23 Nov.\n"
        "LearnPython.org interactive tutorial (learnpython): done.\n"
        "  Nothing logged; estimate 12-45 h, likely 25 h.\n"
        "Proximal Policy Optimization Algorithms (ppo): done.\n"
        "  Nothing logged; estimate 25-110 h, likely 55 h.\n"
        "  Undo: tracker undo\n"
    )


def test_name_by_a_part(tracker: Tracker) -> None:
    """A name that is not typed whole is shown with what it was taken for, and why."""
    tracker.ok("attempt elk-proposal --with elk-report")
    read = [
        "  'pro' is elk-proposal, A proposal for eliciting latent knowledge: the only",
        "  match in progress.",
    ]

    assert [
        tracker.ok(f"{verb} pro").splitlines()[-3:-1]
        for verb in ("done", "reopen", "drop")
    ] == 3 * [read]
    named = "  'ziegler' is ziegler-2019, Fine-Tuning Language Models from Human Preferences."
    assert tracker.ok("skip ziegler").splitlines()[-2] == named
    # Once it has a state, the name is no longer said back.
    assert named not in tracker.ok("progress ziegler 1/2").splitlines()


def test_done_with_one_unknown(tracker: Tracker) -> None:
    """Where one of several names means nothing, nothing of all is written."""
    tracker.ok("items")

    assert tracker("done learnpython no-such-thing").code == 3
    assert _state(tracker, "learnpython") == "planned"


REFUSED = {
    "reopen fastai": (
        "fastai is not started; only done, skipped or dropped items can be reopened."
    ),
    f"reopen {BAR}": (
        f"{BAR} is open; only a reached or dropped milestone can be reopened."
    ),
    "reopen research-project-done": (
        "research-project-done counts as reached because arxiv-paper is reached; "
        "it has no result itself."
    ),
    "drop arxiv-paper": (
        "arxiv-paper is reached, and only an open milestone can be dropped."
    ),
    f"done {BAR}": (
        f"{BAR} counts hours, up to 400 h, and needs an item to count them on."
    ),
}


def test_refused(tracker: Tracker) -> None:
    """What cannot be reopened, dropped or done exits 4, with the reason."""
    tracker.ok("done arxiv-paper")
    refused = {words: tracker(words) for words in REFUSED}

    assert {output.code for output in refused.values()} == {4}
    sentences = {
        words: " ".join(output.err.split()).split(". ")[0] + "."
        for words, output in refused.items()
    }
    assert sentences == REFUSED


def test_done_twice(tracker: Tracker) -> None:
    """The day an item was first done stays, and nothing is written the second time."""
    tracker.ok("done ppo", "2026-10-01T20:00")

    assert tracker.ok("done ppo", "2026-11-20T20:00") == (
        "Nothing changed: it was so already.\n"
        "Proximal Policy Optimization Algorithms is already done since Thu 1 Oct. To\n"
        "change the day, reopen it first: tracker reopen ppo\n"
    )
    assert len(tracker.json("history")["commands"]) == 1


def test_done_on_another_day(tracker: Tracker) -> None:
    """Items and milestones can be done on an earlier day, not on one to come."""
    tracker.ok("done ppo python-done --on 2026-10-01")

    assert "status    done on Thu 1 Oct" in tracker.ok("show ppo")
    assert "reached on Thu 1 Oct" in tracker.ok("show python-done")
    assert tracker("done fastai --on 2099-01-01").code == 4


def test_done_keys(tracker: Tracker) -> None:
    """One item answers with its own keys; one milestone with everything about it."""
    item = tracker.json("done ppo")
    milestone = tracker.json("done python-done")

    assert (item["kind"], item["item"]["status"], item["item"]["progress"]) == (
        "item",
        "done",
        1,
    )
    assert (milestone["kind"], milestone["milestone"]["state"]) == (
        "milestone",
        "reached",
    )
    assert milestone["milestone"]["results"][0]["day"] == "2026-11-23"


def test_one_undo_for_all(tracker: Tracker) -> None:
    """A command with several names, one of which is refused, writes none of them."""
    tracker.ok("items")
    output = tracker(f"done ppo learnpython {BAR}")

    assert (output.code, output.out) == (4, "")
    assert (_state(tracker, "ppo"), _state(tracker, "learnpython")) == (
        "planned",
        "planned",
    )


def test_nothing_changed(tracker: Tracker) -> None:
    """Where every item was done already, nothing is written and no undo is offered."""
    tracker.ok("done ppo dqn")
    output = tracker("done dqn ppo")

    assert "Undo" not in output.out
    assert output.err == ""
    assert output.out.count("is already done") == 2
    assert len(tracker.json("history")["commands"]) == 1


def test_one_of_two_changed(tracker: Tracker) -> None:
    """Where one item is new, undo is offered, and undoes that one alone."""
    tracker.ok("done ppo")

    assert tracker.ok("done ppo dqn").endswith("  Undo: tracker undo\n")
    tracker.ok("undo")
    assert (_state(tracker, "ppo"), _state(tracker, "dqn")) == ("done", "planned")


WRONG = {
    "done": 2,
    "done ITEM": 2,
    "done ITEM-or-MILESTONE": 2,
    "done ppo --on DAY": 2,
    "done ppo --on tomorrow": 4,
    "done no-such-thing": 3,
    "done ppo no-such-thing": 3,
    "done repl": 3,
}


@pytest.mark.parametrize("words", WRONG)
def test_wrong_words(tracker: Tracker, words: str) -> None:
    """Unreadable words exit 2, unknown or ambiguous names 3, a day to come 4."""
    tracker.ok("items")
    output = tracker(words)

    assert (output.code, output.out) == (WRONG[words], "")
    assert tracker.json("history")["commands"] == []
