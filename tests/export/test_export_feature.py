"""`feature` and `export --only`: which works an export lists, and in which order."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import Output, Tracker
from tracker.export.rules.progress import Work
from tracker.export.rules.work_order import rank_works


@pytest.fixture(name="works")
def _works(tracker: Tracker) -> Tracker:
    """A tracker with four works, one of them without an item."""
    for words, day in (
        ("gpt2-small --with small-gpt2 --evidence repo:https://git.example/gpt", 1),
        ("rl-replication --with ppo --evidence repo:https://git.example/ppo", 2),
        ("dl-practical-done --with fastai", 3),
        ("arxiv-paper --evidence 'letter:Ann Lee, 4 Nov 2026'", 4),
    ):
        tracker.ok(f"reach {words} --on 2026-11-0{day}")
    return tracker


def keys(tracker: Tracker, words: str = "feature") -> list[str]:
    """The works in order, those left out with a minus sign."""
    works = tracker.json(words)["works"]
    return [
        ("-" if work["hidden"] else "") + (work["item"] or work["milestone"])
        for work in works
    ]


def exported(tracker: Tracker, words: str = "") -> list[str]:
    """The works with evidence in a progress report, and those that are not public."""
    packet = json.loads(tracker.ok(f"export progress --format json {words}"))
    works = [*packet["works"], {"item": "|"}, *packet["unseen"]]
    return [work["item"] or work["milestones"][0] for work in works]


def test_works_are_listed_newest_first(works: Tracker) -> None:
    """Without an order the newest work comes first, with its name and its title."""
    assert works.ok("feature") == (
        "Works in exports, in this order:\n"
        "1  arxiv-paper  A paper on arXiv\n"
        "2  fastai       Practical Deep Learning for Coders, fast.ai\n"
        "3  ppo          Replication of Schulman et al. (2017): Proximal Policy\n"
        "                Optimization Algorithms\n"
        "4  small-gpt2   A small GPT-2 trained from scratch\n"
        "To put another first: tracker feature fastai\n"
    )


def test_named_works_come_first(works: Tracker) -> None:
    """Those named come first, by item, milestone or title; undo is one step."""
    answer = works.ok("feature rl-replication 'small gpt'")

    assert answer.endswith(
        "To put another first: tracker feature small-gpt2\nUndo: tracker undo\n"
    )
    assert keys(works) == ["ppo", "small-gpt2", "arxiv-paper", "fastai"]
    assert exported(works) == ["ppo", "small-gpt2", "|", "arxiv-paper", "fastai"]
    assert keys(works, "feature fastai") == [
        "fastai",
        "ppo",
        "small-gpt2",
        "arxiv-paper",
    ]
    works.ok("undo")
    works.ok("undo")
    assert keys(works) == ["arxiv-paper", "fastai", "ppo", "small-gpt2"]


def test_a_work_is_left_out_and_comes_back(works: Tracker) -> None:
    """A work that is left out is in no list of an export, until it is shown again."""
    works.ok("feature ppo --hide small-gpt2 --hide fastai")

    assert keys(works) == ["-fastai", "-small-gpt2", "ppo", "arxiv-paper"]
    assert exported(works) == ["ppo", "|", "arxiv-paper"]
    assert works.ok("feature").splitlines()[4:] == [
        "Left out of exports:",
        "-  fastai      Practical Deep Learning for Coders, fast.ai",
        "-  small-gpt2  A small GPT-2 trained from scratch",
        "To put another first: tracker feature arxiv-paper",
        "To bring one back: tracker feature --show fastai",
    ]
    works.ok("feature --show fastai small-gpt2")
    assert keys(works) == ["small-gpt2", "ppo", "arxiv-paper", "fastai"]


def test_a_hidden_work_is_in_no_plan(tracker: Tracker) -> None:
    """What is left out is in no plan, also not by a milestone that it covers; promised, it is."""
    for subject in ("ppo", "rl-replication", "replication-done", "gpt2-small"):
        tracker.ok(f"plan {subject} --by 2026-12-01", "2026-11-01T09:00")
    tracker.ok("applied taif", "2026-11-01T10:00")
    for words in ("gpt2-small --with small-gpt2", "rl-replication --with ppo"):
        key = words.split()[-1]
        tracker.ok(f"reach {words} --evidence repo:https://git.example/{key}")

    def planned(words: str) -> set[str]:
        packet = json.loads(tracker.ok(f"export {words} --format json"))
        packet = packet.get("progress", packet)
        lists = (packet["plan"], *(each["promises"] for each in packet["pledges"]))
        return {promise["subject"] for each in lists for promise in each}

    assert planned("progress") == {
        *("ppo", "rl-replication", "replication-done", "gpt2-small")
    }
    tracker.ok("feature --hide ppo")
    assert planned("progress") == {"gpt2-small"}
    assert "git.example/ppo" not in tracker.ok("export progress --format md")
    tracker.ok("feature --hide small-gpt2")
    assert planned("progress") == set()
    assert len(planned("update --for taif")) == 4
    assert planned("progress --only ppo") == {
        *("ppo", "rl-replication", "replication-done")
    }


def test_json(works: Tracker) -> None:
    """Each work has its item, milestone, title and rank, and whether it is left out."""
    works.ok("feature ppo --hide arxiv-paper")

    assert works.json("feature")["works"][:2] == [
        {
            "item": None,
            "milestone": "arxiv-paper",
            "title": "A paper on arXiv",
            "rank": None,
            "hidden": True,
        },
        {
            "item": "ppo",
            "milestone": "rl-replication",
            "title": "Replication of Schulman et al. (2017): "
            "Proximal Policy Optimization Algorithms",
            "rank": 1,
            "hidden": False,
        },
    ]


def test_a_later_result_keeps_the_place(works: Tracker) -> None:
    """A work keeps its place, and stays left out, when another milestone is reached."""
    works.ok("feature ppo --hide small-gpt2")
    works.ok("reach replication-done --with ppo")
    works.ok("reach replication-post --with small-gpt2")

    assert keys(works)[:2] == ["-small-gpt2", "ppo"]


def test_an_export_of_some_works(works: Tracker) -> None:
    """`--only` lists these works alone, in this order, also one that is left out."""
    works.ok("feature --hide small-gpt2")

    assert exported(works, "--only small-gpt2 --only ppo") == ["small-gpt2", "ppo", "|"]
    assert exported(works, "--only fastai") == ["|", "fastai"]
    assert exported(works, "--only ppo --only proximal") == ["ppo", "|"]


def test_letters_on_other_works_are_left_out(works: Tracker) -> None:
    """A letter on a work that is not listed is left out with it; one on a skill stays."""
    works.ok("reach choices-vouched --evidence 'letter:Ann Lee, 4 Nov 2026'")
    works.ok("rate python strong --by Ann --evidence 'letter:5 Nov 2026'")

    def abouts(words: str = "") -> list[str]:
        packet = json.loads(works.ok(f"export progress --format json {words}"))
        return [letter["about"] for letter in packet["letters"]]

    assert abouts() == [
        "Python (strong level)",
        "A supervisor vouches for one's choices",
    ]
    assert abouts("--only ppo") == ["Python (strong level)"]
    assert len(abouts("--only choices-vouched")) == 2
    works.ok("feature --hide choices-vouched")
    assert abouts() == ["Python (strong level)"]


def test_a_name_that_is_no_work(works: Tracker) -> None:
    """A name without a result is refused with the line that records one."""
    assert works("feature dqn") == Output(
        4,
        "",
        "dqn has no result yet, so it is not among your works.\n"
        "To record one:\n  tracker reach replication-done --with dqn --evidence repo:URL\n",
    )
    assert works("feature ziegller").code == 3
    assert works("export progress --only zzzz") == Output(
        3,
        "",
        "There is no work called 'zzzz'.\n"
        "Type arxiv-paper, fastai, ppo or small-gpt2.\n"
        "  tracker export progress --only arxiv-paper\n"
        "  tracker export progress --only fastai\n"
        "  tracker export progress --only ppo\n",
    )


def test_a_work_of_another_period(works: Tracker) -> None:
    """A work that is named but not of the period is refused, with a period that has it."""
    assert works("export progress --only ppo --since 2026-11-03") == Output(
        4,
        "",
        "The day of ppo is 2026-11-02, outside this period: 3 Nov to 23 Nov 2026.\n"
        "Type a period with that day, or leave the work out.\n"
        "  tracker export progress --only ppo --since 2026-11-02\n",
    )


def test_without_works(tracker: Tracker) -> None:
    """Before anything is reached there is no work to list or to name."""
    tracker.ok("items")

    assert tracker.ok("feature") == (
        "Nothing is reached yet, so exports list no work. To record one:\n"
        "  tracker reach MILESTONE --evidence repo:URL\n"
    )
    assert tracker("feature ppo").code == 4


KEYS = st.lists(st.sampled_from("abcdef"), unique=True)
RANKS = st.fixed_dictionaries(
    {key: st.sampled_from((None, 0, 1, 2, 3, 7)) for key in "abcdef"}
)


def work(key: str, rank: int | None = None) -> Work:
    """A work with a rank."""
    return Work(key, key, (key,), None, rank=rank)


@given(RANKS, KEYS, KEYS)
def test_ranks(
    before: dict[str, int | None], first: list[str], rest: list[str]
) -> None:
    """Those named come first in their order, the ranked ones after them in theirs."""
    works = [work(key, rank) for key, rank in before.items()]
    hidden = [key for key in rest if key not in first][:2]
    ranks = rank_works(works, [*map(work, first)], [*map(work, hidden)], [])

    assert [ranks[key] for key in first] == list(range(1, len(first) + 1))
    assert {key for key in before if ranks[key] == 0} == {
        *hidden,
        *(key for key in before if before[key] == 0 and key not in first),
    }
    others = [key for key in before if key not in (*first, *hidden) and before[key]]
    after: Any = sorted(others, key=lambda key: ranks[key] or 0)
    assert [before[key] for key in after] == sorted(before[key] or 0 for key in others)
    assert all(
        ranks[key] is None
        for key in before
        if before[key] is None and key not in (*first, *hidden)
    )
