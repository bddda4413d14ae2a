"""The commands `add` and `rename`."""

from typing import Any

import pytest

from tests.conftest import Output, Tracker

ADD = ["add", "elk-notes", "--title", "My notes on ELK", "--track", "alignment"]


def _item(tracker: Tracker, slug: str) -> Any:
    return tracker.json(f"show {slug}")["item"]


def test_add(tracker: Tracker) -> None:
    """The answer has the title, track, estimate, requirements, aliases, way back."""
    words = [*ADD, "--hours", "5-12", "--requires", "fast-ai", "--aka", "elkn"]

    assert tracker(words).out == (
        "elk-notes: My notes on ELK\n"
        "  project in alignment; estimate 5-12 h, likely 8.5 h; requires fastai; aliases\n"
        "  elkn\n"
        "  Undo: tracker undo\n"
    )


def test_added_item_in_json(tracker: Tracker) -> None:
    """The likely hours of an own item lie midway between its low and high estimate."""
    tracker.ok("items")

    assert tracker.json([*ADD, "--hours", "5-12"]) == {
        "schema": 1,
        "kind": "item",
        "item": {
            "slug": "elk-notes",
            "title": "My notes on ELK",
            "track": "alignment",
            "kind": "project",
            "hours": [5, 8.5, 12],
            "status": "planned",
            "progress": None,
            "seconds": 0,
        },
    }


def test_added_item_is_an_item(tracker: Tracker) -> None:
    """An own item is listed last in its track, takes hours by any name, can be done."""
    tracker.ok([*ADD, "--aka", "elkn"])
    tracker.ok("log elkn 1h")
    tracker.ok("progress elk-notes 50%")
    slugs = [item["slug"] for item in tracker.json("items --track alignment")["items"]]

    assert slugs[-1] == "elk-notes"
    assert (_item(tracker, "elkn")["seconds"], _item(tracker, "elkn")["progress"]) == (
        3600,
        0.5,
    )
    tracker.ok("done elkn")
    assert _item(tracker, "elk-notes")["status"] == "done"


def test_add_everything(tracker: Tracker) -> None:
    """Kind, link, several requirements and several aliases are saved."""
    tracker.ok(
        "add mine --title Mine --track coding --kind course --url https://a.example/x "
        "--requires fastai --requires ppo --requires fast-ai --aka me --aka myself"
    )
    item = _item(tracker, "mine")

    assert (item["kind"], item["url"], item["origin"]) == (
        "course",
        "https://a.example/x",
        "own",
    )
    assert [need["slug"] for need in item["requires"]] == ["fastai", "ppo"]
    assert item["aka"] == ["me", "myself"]


def test_without_hours(tracker: Tracker) -> None:
    """Without an estimate the hours are null, and the text says none."""
    assert tracker.json(ADD)["item"]["hours"] is None
    assert "  estimate  none\n" in tracker.ok("show elk-notes")


def test_title_is_one_clean_line(tracker: Tracker) -> None:
    """Control characters, line breaks and bidi marks are taken out of a title."""
    title = "A\x1b[2J \u202etitle\n  of mine"
    answer = tracker.ok(["add", "mine", "--title", title, "--track", "coding"])

    assert answer == (
        "mine: A[2J title of mine\n  project in coding\n  Undo: tracker undo\n"
    )
    assert _item(tracker, "mine")["title"] == "A[2J title of mine"


ADD_REFUSED = {
    "add fastai --title x --track coding": 4,
    "add fast-ai --title x --track coding": 4,
    "add arxiv-paper --title x --track coding": 4,
    "add mine --title x --track coding --aka fastai": 4,
    "add 90m --title x --track coding": 2,
    "add last --title x --track coding": 2,
    "add 9am-11am --title x --track coding": 2,
    "add Mine! --title x --track coding": 2,
    "add mine --title ' ' --track coding": 2,
    "add mine --title x --track TRACK": 2,
    "add mine --title x --track coding --requires ITEM": 2,
    "add mine --title x --track coding --aka NAME": 2,
    "add mine --title x --track coding --url URL": 2,
    "add mine --title x --track coding --kind sport": 2,
    "add mine --title x --track coding --hours 12-5": 2,
    "add mine --title x --track coding --hours 0-5": 2,
    "add mine --track coding": 2,
    "add mine --title x": 2,
    "add mine --title x --track nowhere": 3,
    "add mine --title x --track coding --requires nothing-like-it": 3,
}


@pytest.mark.parametrize("words", ADD_REFUSED)
def test_add_refused(tracker: Tracker, words: str) -> None:
    """Unreadable words exit 2, unknown names 3, names in use 4; nothing is added."""
    tracker.ok("items")
    output = tracker(words)

    assert (output.code, output.out) == (ADD_REFUSED[words], "")
    assert len(tracker.json("items")["items"]) == 384


@pytest.mark.parametrize(
    ("name", "owner"),
    [
        ("fastai", "the item fastai"),
        ("fast-ai", "the item fastai"),
        ("arxiv-paper", "the milestone arxiv-paper"),
    ],
)
def test_name_in_use(tracker: Tracker, name: str, owner: str) -> None:
    """The refusal says what has the name, and offers a name that works."""
    tracker.ok("items")
    output = tracker(f"add {name} --title x --track coding")
    offered = output.err.splitlines()[-1].strip().removeprefix("tracker ")

    assert output.err.startswith(f"'{name}' is already the name of {owner}.\n")
    assert tracker(offered).code == 0


def test_rename(tracker: Tracker) -> None:
    """A new slug and title take effect, and the old slug becomes another name."""
    tracker.ok(ADD)
    tracker.ok("log elk-notes 1h")

    assert tracker(["rename", "elk-notes", "--slug", "elks", "--title", "On ELK"]) == (
        Output(
            0,
            "elks: On ELK\n"
            "  project in alignment; aliases elk-notes\n"
            "  Undo: tracker undo\n",
            "",
        )
    )
    assert (_item(tracker, "elk-notes")["slug"], _item(tracker, "elks")["seconds"]) == (
        "elks",
        3600,
    )


def test_rename_changes_what_is_typed(tracker: Tracker) -> None:
    """Track, hours and link change; what is not typed stays."""
    tracker.ok("add notes --title Notes --track coding --hours 2-4 --kind book")
    changed = tracker.ok(
        "rename notes --track alignment --hours 5-12 --url https://example.org/notes"
    )

    assert changed == (
        "notes: Notes\n"
        "  book in alignment; estimate 5-12 h, likely 8.5 h; link\n"
        "  https://example.org/notes\n"
        "  Undo: tracker undo\n"
    )
    titled = tracker.json("rename notes --title 'My notes'")["item"]
    assert (titled["hours"], titled["title"]) == ([5, 8.5, 12], "My notes")


def test_rename_is_undone_in_steps(tracker: Tracker) -> None:
    """Each rename is one step to undo."""
    tracker.ok("add notes --title Notes --track coding --hours 2-4")
    tracker.ok("rename notes --track alignment --hours 5-12 --url https://a.example")
    tracker.ok("rename notes --title 'My notes'")
    tracker.ok("undo")
    tracker.ok("undo")
    notes = _item(tracker, "notes")

    assert (notes["title"], notes["track"], notes["hours"], notes["url"]) == (
        "Notes",
        "coding",
        [2, 3, 4],
        None,
    )


def test_rename_back(tracker: Tracker) -> None:
    """An item can have its old name back; the name between becomes another name."""
    tracker.ok(ADD)
    tracker.ok("rename elk-notes --slug elks")

    assert tracker.json("rename elks --slug elk-notes")["item"]["slug"] == "elk-notes"
    assert _item(tracker, "elk-notes")["aka"] == ["elks"]


RENAME_REFUSED = {
    "rename fastai --slug fa": 4,
    "rename fastai --hours 9-12": 4,
    "rename elk-notes --slug fastai": 4,
    "rename elk-notes --slug arxiv-paper": 4,
    "rename elk-notes": 2,
    "rename elk-notes --title ' '": 2,
    "rename elk-notes --slug 90m": 2,
    "rename elk-notes --hours 9-2": 2,
    "rename ITEM --title x": 2,
    "rename elk-notes --url URL": 2,
    "rename elk-notes --track nowhere": 3,
    "rename nothing-like-it --title x": 3,
}


@pytest.mark.parametrize("words", RENAME_REFUSED)
def test_rename_refused(tracker: Tracker, words: str) -> None:
    """Unreadable words exit 2, unknown names 3, shipped items and names in use 4."""
    tracker.ok(ADD)
    before = _item(tracker, "elk-notes")
    output = tracker(words)

    assert (output.code, output.out) == (RENAME_REFUSED[words], "")
    assert _item(tracker, "elk-notes") == before


def test_shipped_items_stay(tracker: Tracker) -> None:
    """The refusal to change a shipped item shows how to add an item."""
    tracker.ok("items")
    output = tracker("rename fastai --title X")

    assert output.err == (
        "fastai is part of the shipped curriculum and cannot be changed.\n"
        "To add your own item: tracker add my-course --title TITLE --track TRACK\n"
    )


def test_nothing_to_rename(tracker: Tracker) -> None:
    """Without an option the error shows a whole command."""
    tracker.ok(ADD)

    assert tracker("rename elk-notes") == Output(
        2,
        "",
        "What should change?\n"
        "Type what to change, such as --title TITLE.\n"
        "  tracker rename elk-notes --title TITLE\n",
    )


def test_empty_title_on_the_command_line(tracker: Tracker) -> None:
    """A required option that is empty keeps its place in the corrected command."""
    refused = tracker(["add", "notes", "--title", "", "--track", "coding"])

    assert (refused.code, refused.err) == (
        2,
        "'--title' is empty.\n"
        "Type a value.\n"
        "  tracker add notes --track coding --title TITLE\n",
    )
