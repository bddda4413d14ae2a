"""The command `items`."""

import re

import pytest

from tests.conftest import Output, Tracker


def test_all_items(tracker: Tracker) -> None:
    """The shipped curriculum has 384 items in 13 tracks; lists fit in 80 columns."""
    items = tracker.json("items")["items"]
    lines = tracker.ok("items").splitlines()

    assert (len(items), len({item["track"] for item in items})) == (384, 13)
    assert len([line for line in lines if re.match(r"  \S", line)]) == 384
    assert max(map(len, lines)) <= 80


def test_first_and_last_line(tracker: Tracker) -> None:
    """The list begins with counts by status and ends with a command that works."""
    tracker.ok("progress fastai 3/7")
    tracker.ok("done learnpython")
    tracker.ok("skip ppo")
    tracker.ok("drop dqn")
    first, *_, last = tracker.ok("items").splitlines()

    assert first == (
        "384 items: 380 not started, 1 in progress, 1 done, 1 skipped, 1 dropped."
    )
    assert last.startswith("Show one: tracker show ")
    assert tracker(last.removeprefix("Show one: tracker ")).code == 0


def test_in_progress_is_doing_in_json(tracker: Tracker) -> None:
    """Text says `not started` and `in progress` where JSON says `planned` and `doing`."""
    tracker.ok("progress fastai 3/7")

    assert tracker.ok("items --status doing").startswith("1 item: 1 in progress.\n")
    assert "  status    not started\n" in tracker.ok("show learnpython")
    assert len(tracker.json("items --status planned")["items"]) == 383


def test_keys(tracker: Tracker) -> None:
    """An item in JSON has hours as numbers and progress as a share."""
    tracker.ok("progress fastai 3/7")
    (fastai,) = tracker.json("items --status doing")["items"]

    assert fastai == {
        "slug": "fastai",
        "title": "Practical Deep Learning for Coders",
        "track": "deep-learning",
        "kind": "course",
        "hours": [45, 80, 130],
        "status": "doing",
        "progress": pytest.approx(3 / 7),
        "seconds": 0,
    }


def test_filters_together(tracker: Tracker) -> None:
    """Status and search narrow the list together; status and hours precede the title."""
    tracker.ok("log fastai 1h30m")
    tracker.ok("progress fastai 40%")

    assert tracker("items --status doing --search practical") == Output(
        0,
        "1 item: 1 in progress.\n"
        "deep-learning\n"
        "  fastai  45-130 h  in progress 40%, 1h30m - Practical Deep Learning for Coders\n"
        "Show one: tracker show fastai\n",
        "",
    )


def test_long_titles(tracker: Tracker) -> None:
    """Where a line is too long the title is wrapped beside its row's name, whole."""
    tracker.ok("log ziegler-2019 2h")

    assert tracker.ok("items --search ziegler-2019") == (
        "1 item: 1 in progress.\n"
        "replications\n"
        "  ziegler-2019  60-220 h  in progress, 2 h - Fine-Tuning Language Models from\n"
        "                          Human Preferences\n"
        "Show one: tracker show ziegler-2019\n"
    )


def test_track_by_part_of_its_name(tracker: Tracker) -> None:
    """A track can be named by a part of its slug that only it has."""
    whole = tracker.json("items --track replications")["items"]
    part = tracker.json("items --track replic")["items"]

    assert whole == part
    assert {item["track"] for item in whole} == {"replications"}


@pytest.mark.parametrize("text", ["HOWARD", "fast-ai", "practical  deep", "Fastai"])
def test_search(tracker: Tracker, text: str) -> None:
    """Search finds author, other name, title and slug, in any case and spacing."""
    slugs = [
        item["slug"] for item in tracker.json(["items", "--search", text])["items"]
    ]

    assert "fastai" in slugs


def test_nothing_matches(tracker: Tracker) -> None:
    """An empty list says so and how to list all items; it is no error."""
    tracker.ok("items")

    assert tracker("items --search zzzz") == Output(
        0, "No items match. To list all: tracker items\n", ""
    )
    assert tracker.json("items --search zzzz")["items"] == []


def test_unknown_track(tracker: Tracker) -> None:
    """A track that does not exist exits 3, and the tracks that do are listed."""
    tracker.ok("items")
    output = tracker("items --track nowhere")

    assert (output.code, output.out) == (3, "")
    assert output.err.startswith("There is no track called 'nowhere'.\n")
    assert "replications" in output.err


@pytest.mark.parametrize(
    "words", ["items --status finished", "items --search ''", "items --track TRACK"]
)
def test_unreadable(tracker: Tracker, words: str) -> None:
    """An unknown status, an empty search and a placeholder exit 2 and list nothing."""
    tracker.ok("items")
    output = tracker(words)

    assert (output.code, output.out) == (2, "")


def test_dropped_items_are_skipped_in_json(tracker: Tracker) -> None:
    """Text tells dropped from skipped; in JSON both are `skipped`, as they always were."""
    tracker.ok("skip fastai")
    tracker.ok("drop ppo")
    dropped = tracker.json("items --status dropped")["items"]

    assert tracker.ok("items --status skipped").startswith(
        "2 items: 1 skipped, 1 dropped.\n"
    )
    assert tracker.ok("items --status dropped").startswith("1 item: 1 dropped.\n")
    assert [(item["slug"], item["status"]) for item in dropped] == [("ppo", "skipped")]
