"""What is completed but not public, and what is in progress."""

import pytest

from tests.export.subjects import ALL, BOUND, ITEMS, SUBJECTS, day, with_items
from tracker.curriculum.rules.items import Item
from tracker.export.render import figures
from tracker.export.rules.progress import (
    BoundHours,
    UnderWay,
    Work,
)
from tracker.export.rules.under_way import list_under_way
from tracker.export.rules.unseen import list_unseen
from tracker.export.rules.works import list_works
from tracker.limits import HOUR
from tracker.milestones.rules.records import Attempt, Evidence, Result


def test_a_result_without_evidence_is_not_public() -> None:
    """A result without evidence and a finished item are completed, not public."""
    items = {
        **ITEMS,
        "gan": Item(
            "gan", "GAN", "replication", "replications", state="done", state_day=day(2)
        ),
        "essay": Item(
            "essay", "An essay", "article", "views", state="done", state_day=day(2)
        ),
    }
    word = Result(
        "course", None, day(5), day(5), evidence=(Evidence("self", "", day(5)),)
    )

    subjects = with_items(items)
    works = list_works([word], subjects)

    assert list_unseen(works, [], [word], subjects, ALL) == (
        Work("A course", None, ("course",), day(5), claimed=True),
        Work("GAN", "gan", (), day(2), claimed=True, has_hours=False),
    )


def test_an_item_with_a_result_is_listed_once() -> None:
    """A finished item with a result is not listed again."""
    items = {
        "ppo": Item(
            "ppo", "PPO", "replication", "replications", state="done", state_day=day(2)
        )
    }
    shown = Result(
        "long",
        "ppo",
        day(2),
        day(2),
        evidence=(Evidence("repo", "a.example/c", day(2)),),
    )

    subjects = with_items(items)
    works = list_works([shown], subjects)

    assert list_unseen(works, [], [shown], subjects, ALL) == ()


def test_attempts_come_before_items() -> None:
    """Open attempts come first, then started items; what was dropped is not listed."""
    items = {
        **ITEMS,
        "gan": Item(
            "gan",
            "GAN",
            "replication",
            "replications",
            low=HOUR,
            high=2 * HOUR,
            seconds=900,
        ),
    }
    tries = [
        Attempt("long", "ppo", day(1), day(1), spent=143 * HOUR),
        Attempt("course", "gan", day(1), day(1), dropped=day(2)),
    ]

    assert list_under_way(tries, [], with_items(items), ["ppo", "gan", "essay"]) == (
        UnderWay(
            *("PPO", "long", "ppo", day(1), 143 * HOUR, *BOUND),
            ledger=BoundHours(143 * HOUR, *BOUND, False),
        ),
        UnderWay("GAN", None, "gan", None, 900, HOUR, 2 * HOUR),
    )


def test_an_attempt_over_its_limit() -> None:
    """An attempt is over its limit from the high bound on; an estimate is no limit."""
    tries = [
        Attempt("long", "ppo", day(1), day(1), spent=400 * HOUR),
        Attempt(
            "course", "gan", day(1), day(1), low=HOUR, high=2 * HOUR, spent=3 * HOUR
        ),
    ]

    over, open_one = list_under_way(tries, [], SUBJECTS, [])

    assert (over.ledger, open_one.ledger) == (
        BoundHours(400 * HOUR, *BOUND, True),
        None,
    )
    assert [figures.say_spent(each) for each in (over, open_one)] == [
        "400.0 h, over the limit of 200-400 h",
        "3.0 of 1-2 h",
    ]


def test_a_finished_attempt_is_not_in_progress() -> None:
    """Once reached, neither the attempt nor its item is in progress."""
    reached = Result("long", "ppo", day(4), day(4))

    assert (
        list_under_way(
            [Attempt("long", "ppo", day(1), day(1))],
            [reached],
            SUBJECTS,
            ["ppo"],
        )
        == ()
    )


@pytest.mark.parametrize(
    ("commands", "line"),
    [
        (
            ["progress fastai 4/7"],
            "Practical Deep Learning for Coders, fast.ai: 4 of 7, self-reported",
        ),
        (
            ["progress fastai 40%", "log fastai 2h"],
            "Practical Deep Learning for Coders, fast.ai: 40%, self-reported; 2.0 of\n  45-130 h",
        ),
        (
            ["log fastai 90m"],
            "Practical Deep Learning for Coders, fast.ai, 1.5 of 45-130 h",
        ),
        (
            [
                "attempt few-hundred-hour-replication --with ziegler-2019",
                "log ziegler-2019 2h20m",
            ],
            "Replication of Ziegler et al. (2019): Fine-Tuning Language Models from Human\n"
            "  Preferences, 2.3 of 200-400 h since 23 Nov 2026",
        ),
    ],
)
def test_what_is_in_progress(tracker, commands: list[str], line: str) -> None:
    """Work in progress has its own title, what the person says is done, and its hours."""
    for words in commands:
        tracker.ok(words)

    text = tracker.ok("export progress --format txt")

    assert f"In progress\n- {line}\n\n" in text


def test_progress_of_another_period(tracker) -> None:
    """What was said to be done outside a period, without hours in it, is not listed."""
    tracker.ok("progress fastai 4/7", "2026-11-20T12:00")
    tracker.now = "2026-11-23T12:00"

    assert "In progress" not in tracker.ok("export progress --since 2026-11-21")
    assert "4 of 7" in tracker.ok("export progress --since 2026-11-20")
