"""What a work is called where the person gave it no title."""

import tomllib
from dataclasses import replace

import pytest

from tests.conftest import ROOT
from tests.export.subjects import ITEMS, MILESTONES, SUBJECTS, day
from tracker.curriculum.rules.items import Item
from tracker.export.rules.subjects import Subjects
from tracker.export.rules.work_titles import title_of_item, title_of_work
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
PHASES = Milestone("fit", "An experiment", phase_items=("gpt",))
TASKS = Subjects(
    {**ITEMS, "gpt": TASK},
    {each.slug: each for each in (TRAINED, BOUND, CHANGED, PHASES)},
    {},
)


@pytest.mark.parametrize(
    ("milestones", "title"),
    [
        (("trained",), "A small GPT, trained"),
        (("changed", "trained"), "A small GPT, trained"),
        (("changed",), "Train a small GPT"),
        (("bound",), "Train a small GPT"),
        (("fit",), "An experiment"),
    ],
)
def test_a_task_is_named_by_what_came_of_it(
    milestones: tuple[str, ...], title: str
) -> None:
    """A task has the title of its own milestone, but never one that tells of hours."""
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


def test_a_milestone_without_an_item() -> None:
    """A milestone reached without an item has its own title."""
    assert title_of_work(None, ("course",), SUBJECTS) == "A course"
