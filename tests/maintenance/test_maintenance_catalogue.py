"""catalogue: a folder checked, and a person's own items added from one."""

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
    folder = tmp_path / "mine"
    (folder / "more").mkdir(parents=True)
    (folder / "first.toml").write_text(FIRST)
    (folder / "more" / "second.toml").write_text(SECOND)
    return folder


def test_shipped(tracker: Tracker) -> None:
    """The shipped catalogue has no fault, and checking it makes no database."""
    assert tracker(["catalogue", "check", str(ROOT / "seed")]) == Output(
        0, "No faults found.\n", ""
    )
    assert not tracker.db.exists()


def test_own(tracker: Tracker, folder: Path) -> None:
    """A folder of one's own may refer to what is shipped."""
    assert tracker.json(["catalogue", "check", str(folder)]) == {
        "schema": 1, "kind": "catalogue", "ok": True, "faults": [],
    }  # fmt: skip


def test_faults(tracker: Tracker, folder: Path) -> None:
    """Faults are listed, one a line, with file, entry and key; the error counts them."""
    (folder / "first.toml").write_text(
        FIRST.replace('"fastai"', '"fast-ai-x"').replace("2026", '"now"')
    )
    said = tracker(["catalogue", "check", str(folder)])
    as_json = tracker(["catalogue", "check", str(folder), "--json"])

    assert said.code == as_json.code == 4
    assert said.out.startswith("first.toml: item zz-elk: year: ")
    assert (
        said.err
        == f"{folder} has 1 fault.\nCorrect them, then check again: tracker catalogue check {folder}\n"
    )
    found = json.loads(as_json.out)
    assert (found["ok"], [fault["key"] for fault in found["faults"]]) == (
        False,
        ["year"],
    )


def test_no_folder(tracker: Tracker, tmp_path: Path) -> None:
    """A folder that is not there, or holds nothing, is said."""
    (tmp_path / "empty").mkdir()

    assert tracker(["catalogue", "check", str(tmp_path / "none")]).code == 6
    assert tracker(["catalogue", "check", str(tmp_path / "empty")]).code == 4


def test_add(tracker: Tracker, place: Path, folder: Path) -> None:
    """Items are added as one's own, whole, in one command, whatever their order."""
    said = tracker(["catalogue", "add", str(folder)])
    elk = tracker.json("show zz-elk")["item"]

    assert said == Output(
        0, "Added 2 items of your own: zz-elk, zz-toy. Undo: tracker undo\n", ""
    )
    assert (elk["title"], elk["track"], elk["kind"], elk["hours"]) == (
        "Notes on ELK", "alignment", "article", [1, 2.5, 4],
    )  # fmt: skip
    assert tracker.json("log zz-e 1h")["sessions"][0]["item"] == "zz-elk"
    assert tracker.json("doctor")["ok"]


def test_undone(tracker: Tracker, place: Path, folder: Path) -> None:
    """One undo takes all of them away, one redo brings them back."""
    tracker.ok(["catalogue", "add", str(folder)])
    added = tracker.json("show zz-elk"), tracker.json("show zz-toy")
    tracker.ok("undo")
    gone = tracker("show zz-elk").code, tracker("show zz-toy").code
    tracker.ok("redo")

    assert gone == (3, 3)
    assert (tracker.json("show zz-elk"), tracker.json("show zz-toy")) == added


def test_again(tracker: Tracker, place: Path, folder: Path) -> None:
    """A second run adds only what is new, and says what is there already."""
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
def test_refused(
    tracker: Tracker, place: Path, folder: Path, old: str, new: str
) -> None:
    """A slug or name that is taken, a fault, or more than items: nothing of the folder is added."""
    tracker.ok("add zz-own --title Own --track math")
    (folder / "first.toml").write_text(FIRST.replace('"zz-toy", ', ""))
    (folder / "more" / "second.toml").write_text(SECOND.replace(old, new))
    before = place.read_bytes()
    said = tracker(["catalogue", "add", str(folder)])

    assert (said.code, said.out) == (2 if "last" in new else 4, "")
    assert place.read_bytes() == before


def test_changed(tracker: Tracker, place: Path, folder: Path) -> None:
    """An item that is there, and is now told differently, is refused: what the person has is theirs to change."""
    tracker.ok(["catalogue", "add", str(folder)])
    (folder / "first.toml").write_text(FIRST.replace("Notes on", "More notes on"))
    said = tracker(["catalogue", "add", str(folder)])

    assert said.code == 4
    assert "zz-elk is the item zz-elk already" in said.err
