"""`catalogue`: a folder of items is checked, and its items are added."""

import json
from pathlib import Path

import pytest

from tests.conftest import ROOT, Output, Tracker

FIRST = """
[[item]]
slug = "zz-elk"
title = "Notes on ELK"
by = "Me"
year = 2026
kind = "article"
track = "alignment"
hours = [1, 2.5, 4]
hours_from = "estimate"
url = "https://example.org/elk"
skills = ["own-views"]
requires = ["zz-toy", "fastai"]
aka = ["zz-e"]
origin = "extension"
note = "Mine."
"""
SECOND = """
[[item]]
slug = "zz-toy"
title = "A toy model"
kind = "project"
track = "deep-learning"
hours = [5, 10, 20]
hours_from = "estimate"
skills = []
origin = "extension"
"""


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    """A folder of two items."""
    folder = tmp_path / "mine"
    (folder / "more").mkdir(parents=True)
    (folder / "first.toml").write_text(FIRST)
    (folder / "more" / "second.toml").write_text(SECOND)
    return folder


def test_shipped_catalogue_has_no_fault(tracker: Tracker) -> None:
    """Checking the shipped catalogue finds no fault, and makes no database."""
    assert tracker(["catalogue", "check", str(ROOT / "seed")]) == Output(
        0, "No faults found.\n", ""
    )
    assert not tracker.db.exists()


def test_own_folder_may_refer_to_shipped_entries(
    tracker: Tracker, folder: Path
) -> None:
    """A folder of your own may refer to shipped entries."""
    assert tracker.json(["catalogue", "check", str(folder)]) == {
        "schema": 1,
        "kind": "catalogue",
        "ok": True,
        "faults": [],
    }


def test_faults_are_listed(tracker: Tracker, folder: Path) -> None:
    """Each fault has its file, entry and key; the error counts them."""
    (folder / "first.toml").write_text(
        FIRST.replace('"fastai"', '"fast-ai-x"').replace("2026", '"now"')
    )
    output = tracker(["catalogue", "check", str(folder)])
    as_json = tracker(["catalogue", "check", str(folder), "--json"])

    assert output.code == as_json.code == 4
    assert output.out.startswith("first.toml: item zz-elk: year: ")
    assert (
        output.err == f"{folder} has 1 fault.\n"
        f"Correct them, then check again: tracker catalogue check {folder}\n"
    )
    answer = json.loads(as_json.out)
    assert (answer["ok"], [fault["key"] for fault in answer["faults"]]) == (
        False,
        ["year"],
    )


def test_missing_or_empty_folder(tracker: Tracker, tmp_path: Path) -> None:
    """A missing folder is code 6, an empty one code 4."""
    (tmp_path / "empty").mkdir()

    assert tracker(["catalogue", "check", str(tmp_path / "none")]).code == 6
    assert tracker(["catalogue", "check", str(tmp_path / "empty")]).code == 4


def test_items_are_added(tracker: Tracker, place: Path, folder: Path) -> None:
    """Items are added as your own in one command, in whatever order."""
    output = tracker(["catalogue", "add", str(folder)])
    elk = tracker.json("show zz-elk")["item"]

    assert output == Output(
        0, "Added 2 items of your own: zz-elk, zz-toy. Undo: tracker undo\n", ""
    )
    assert (elk["title"], elk["track"], elk["kind"], elk["hours"]) == (
        "Notes on ELK",
        "alignment",
        "article",
        [1, 2.5, 4],
    )
    assert tracker.json("log zz-e 1h")["sessions"][0]["item"] == "zz-elk"
    assert tracker.json("doctor")["ok"]


def test_adding_can_be_undone(tracker: Tracker, place: Path, folder: Path) -> None:
    """One undo removes all of them, one redo brings them back."""
    tracker.ok(["catalogue", "add", str(folder)])
    added = tracker.json("show zz-elk"), tracker.json("show zz-toy")
    tracker.ok("undo")
    gone = tracker("show zz-elk").code, tracker("show zz-toy").code
    tracker.ok("redo")

    assert gone == (3, 3)
    assert (tracker.json("show zz-elk"), tracker.json("show zz-toy")) == added


def test_adding_again(tracker: Tracker, place: Path, folder: Path) -> None:
    """A second run adds only new items, and says which were there already."""
    (folder / "first.toml").rename(folder / "first")
    tracker.ok(["catalogue", "add", str(folder)])
    (folder / "first").rename(folder / "first.toml")
    more = tracker(["catalogue", "add", str(folder)])
    again = tracker(["catalogue", "add", str(folder)])

    assert more == Output(
        0,
        "Added 1 item of your own: zz-elk. Undo: tracker undo\n",
        "You have these already: zz-toy.\n",
    )
    assert again == Output(
        0, "Nothing to add: you have all of these items already.\n", ""
    )
    assert len(tracker.json("history")["commands"]) == 2


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"zz-toy"\ntitle', '"fastai"\ntitle'),
        ('"zz-toy"\ntitle', '"zz-own"\ntitle'),
        ("skills = []", 'skills = []\naka = ["zz-own"]'),
        ('"zz-toy"\ntitle', '"last"\ntitle'),
        ("[5, 10, 20]", "[20, 10, 5]"),
        ("[[item]]", "[[prompt]]\nslug='p'\nkind='view'\nquestion='Why?'\n[[item]]"),
    ],
)
def test_invalid_folders_are_refused(
    tracker: Tracker, place: Path, folder: Path, old: str, new: str
) -> None:
    """A name that is taken, a fault or another entry: nothing is added."""
    tracker.ok("add zz-own --title Own --track math")
    (folder / "first.toml").write_text(FIRST.replace('"zz-toy", ', ""))
    (folder / "more" / "second.toml").write_text(SECOND.replace(old, new))
    before = place.read_bytes()
    output = tracker(["catalogue", "add", str(folder)])

    assert (output.code, output.out) == (2 if "last" in new else 4, "")
    assert place.read_bytes() == before


def test_changed_item_is_refused(tracker: Tracker, place: Path, folder: Path) -> None:
    """An item that differs from the one you have is refused."""
    tracker.ok(["catalogue", "add", str(folder)])
    (folder / "first.toml").write_text(FIRST.replace("Notes on", "More notes on"))
    output = tracker(["catalogue", "add", str(folder)])

    assert output.code == 4
    assert "zz-elk is the item zz-elk already" in output.err
