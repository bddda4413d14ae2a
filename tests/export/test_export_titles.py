"""What a work is called where the person gave it no title."""

import tomllib
from dataclasses import replace

import pytest

from tests.conftest import ROOT
from tests.export.subjects import ITEMS, MILESTONES, SUBJECTS, day
from tracker.choices import TASK_KINDS
from tracker.curriculum.rules.items import Item
from tracker.export.rules.subjects import Subjects
from tracker.export.rules.work_titles import (
    title_of_item,
    title_of_plan,
    title_of_work,
)
from tracker.export.rules.works import list_works
from tracker.milestones.rules.records import Milestone, Result

SHIPPED = {
    entry["slug"]: Item(
        slug=entry["slug"],
        title=entry["title"],
        kind=entry["kind"],
        track=entry["track"],
        author=entry.get("by"),
        year=entry.get("year"),
    )
    for path in sorted((ROOT / "seed" / "items").glob("*.toml"))
    for entry in tomllib.loads(path.read_text(encoding="utf-8"))["item"]
}


@pytest.mark.parametrize(
    ("slug", "title"),
    [
        ("fastai", "Practical Deep Learning for Coders, fast.ai"),
        ("bluedot-technical-ai-safety", "Technical AI Safety course, BlueDot Impact"),
        ("learnpython", "LearnPython.org interactive tutorial"),
        ("mit-6006", "MIT 6.006 Introduction to Algorithms"),
        ("cs224n", "Stanford CS224n: Natural Language Processing with Deep Learning"),
        (
            "mml-book",
            "Mathematics for Machine Learning, Marc Deisenroth, Aldo Faisal and Cheng Soon Ong",
        ),
        (
            "ppo",
            "Replication of Schulman et al. (2017): Proximal Policy Optimization Algorithms",
        ),
        (
            "vae",
            "Replication of Kingma and Welling (2013): Auto-Encoding Variational Bayes",
        ),
        (
            "ai-control",
            "Replication of Greenblatt et al. (2023): AI Control: Improving Safety Despite "
            "Intentional Subversion",
        ),
        ("gpt2-124m", "Reproduce the 124M GPT-2 loss curve"),
        ("university-probability", "Your university's probability course"),
    ],
)
def test_an_item_is_named_with_who_made_it(slug: str, title: str) -> None:
    """A course says whose it is, a replication of what; nobody is named twice."""
    assert title_of_item(SHIPPED[slug]) == title


def test_every_shipped_item_has_a_title() -> None:
    """Each title has that of the item, on one line, and ends with no sign."""
    for item in SHIPPED.values():
        title = title_of_item(item)
        assert item.title in title
        assert title == " ".join(title.split())
        assert not title.endswith((",", ":", ", None"))


TASK = Item("gpt", "Train a small GPT", "exercise", "replications")
TRAINED = Milestone("trained", "A small GPT, trained", items=("gpt",), kinds=("repo",))
BOUND = replace(MILESTONES["long"], slug="bound", items=("gpt",))
CHANGED = Milestone("changed", "A change merged", kinds=("repo",))
HOURS = replace(BOUND, slug="hours", title="One within a few hundred hours")
VOUCHED = Milestone("vouched", "Vouched for", items=("gpt",), kinds=("letter",))
PHASES = Milestone("fit", "An experiment", phase_items=("gpt",))
TASKS = Subjects(
    {**ITEMS, "gpt": TASK},
    {each.slug: each for each in (TRAINED, BOUND, CHANGED, PHASES, HOURS, VOUCHED)},
    {},
)


@pytest.mark.parametrize(
    ("milestones", "title"),
    [
        (("trained",), "A small GPT, trained"),
        (("changed", "trained"), "A small GPT, trained"),
        (("changed",), "A change merged"),
        (("bound",), "A long replication"),
        (("hours",), "Exercise: Train a small GPT"),
        (("vouched",), "Exercise: Train a small GPT"),
        (("fit",), "An experiment"),
    ],
)
def test_a_task_is_named_by_what_came_of_it(
    milestones: tuple[str, ...], title: str
) -> None:
    """A task has the title of a milestone, best its own, that tells neither hours nor letters."""
    assert title_of_work("gpt", milestones, TASKS) == title


def test_what_a_task_counts_as() -> None:
    """The entry of a task says which milestones it meets beside that of its title."""
    results = [
        Result("trained", "gpt", day(1), day(1)),
        Result("changed", "gpt", day(2), day(2)),
        Result("bound", "gpt", day(3), day(3), over=True),
    ]

    (work,) = list_works(results, TASKS)

    assert (work.title, work.counts_as) == (TRAINED.title, (CHANGED.title,))
    assert work.ledger and work.ledger.over


def test_a_plan_is_called_as_its_work() -> None:
    """A plan has its work's title; a milestone of many items names the work beside its own."""
    tried = Result("changed", "gpt", day(2), day(2), title="My change")
    works = list_works([tried], TASKS)

    def title(subject: str) -> str:
        return title_of_plan(subject, f"{subject}, planned", works, TASKS)

    assert title("gpt") == "My change"
    assert title("changed") == "changed, planned: My change"
    assert title("trained") == "trained, planned"
    assert title_of_plan("ppo", "old", works, TASKS) == "PPO"
    own = list_works([tried._replace(milestone="trained")], TASKS)
    assert title_of_plan("trained", "old", own, TASKS) == "My change"


@pytest.mark.parametrize("item", [i for i in SHIPPED.values() if i.kind in TASK_KINDS])
def test_no_work_is_called_by_an_order(item: Item) -> None:
    """A shipped task that any milestone was reached with is never titled by its task alone."""
    subjects = replace(TASKS, items={item.slug: item})

    for milestone in ("changed", "hours", "vouched"):
        assert title_of_work(item.slug, (milestone,), subjects) != item.title


def test_a_milestone_without_an_item() -> None:
    """A milestone reached without an item has its own title."""
    assert title_of_work(None, ("course",), SUBJECTS) == "A course"
