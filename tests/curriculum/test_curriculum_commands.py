"""items, add, rename, progress and skip, as typed."""

from typing import Any

import pytest

from tests.conftest import Output, Tracker

ADD = ["add", "elk-notes", "--title", "My notes on ELK", "--track", "alignment"]
ADDED = """elk-notes: My notes on ELK
  project in alignment; estimate 5 - 8.5 - 12 h; after fastai; also called elkn
  Undo: tracker undo
"""


def _item(tracker: Tracker, slug: str) -> Any:
    return next(i for i in tracker.json("items")["items"] if i["slug"] == slug)


def test_all_items(tracker: Tracker) -> None:
    """The shipped curriculum is listed whole, in 13 tracks, each line within 80 columns."""
    items = tracker.json("items")["items"]

    assert (len(items), len({i["track"] for i in items})) == (326, 13)
    assert max(map(len, tracker.ok("items").splitlines())) <= 80


def test_what_is_not_begun_is_not_called_planned(tracker: Tracker) -> None:
    """Text says `not begun` where the data says `planned`: `tracker plan` plans something else."""
    tracker.ok("progress fastai 3/7")

    assert tracker.ok("items").split("\n")[0] == "326 items: 325 not begun, 1 doing."
    assert "  status    not begun\n" in tracker.ok("show learnpython")
    assert len(tracker.json("items --status planned")["items"]) == 325


def test_item_keys(tracker: Tracker) -> None:
    """An item in JSON has these keys; hours are whole where they are, and progress is a share."""
    tracker.ok("progress fastai 3/7")

    assert _item(tracker, "fastai") == {
        "slug": "fastai",
        "title": "Practical Deep Learning for Coders",
        "track": "deep-learning",
        "kind": "course",
        "hours": [45, 80, 130],
        "status": "doing",
        "progress": pytest.approx(3 / 7),
        "seconds": 0,
    }


def test_items_narrowed(tracker: Tracker) -> None:
    """A status and a search narrow the list; what was said stands before the title."""
    tracker.ok("log fastai 1h30m")
    tracker.ok("progress fastai 40%")

    assert tracker("items --status doing --search practical") == Output(
        0,
        "1 item: 1 doing.\n"
        "deep-learning\n"
        "  fastai  45-130 h  doing 40%, 1h30m - Practical Deep Learning for Coders\n"
        "One whole: tracker show fastai\n",
        "",
    )


def test_no_such_items(tracker: Tracker) -> None:
    """A list with nothing in it says so, and is no error."""
    tracker.ok("items")

    assert tracker("items --search zzzz") == Output(
        0, "No item is like that.\n  tracker items              lists them all\n", ""
    )


def test_unknown_track_and_status(tracker: Tracker) -> None:
    """A track that does not exist exits 3 and shows those that do, a status that does not exits 2."""
    tracker.ok("items")

    assert tracker("items --track nowhere") == Output(
        3,
        "",
        "'nowhere' is not the name of a track.\n"
        "Type alignment, career, coding, deep-learning, engineering, math, ml-breadth,\n"
        "replications, research, theory-conceptual, theory-mathematical, views or\n"
        "wellbeing.\n",
    )
    assert tracker("items --status finished").code == 2


def test_progress(tracker: Tracker) -> None:
    """Progress says back what was understood, with what is logged and the estimate."""
    tracker.ok("log fastai 2h")

    assert tracker("progress fastai 3/7") == Output(
        0,
        "fastai: doing, 3 of 7 by your account. Undo: tracker undo\n  2 h logged; estimate 45 - 80 - 130 h.\n",
        "",
    )


def test_progress_of_all(tracker: Tracker) -> None:
    """All of it is no `done` yet: that is the person's to say."""
    tracker.ok("items")
    said = tracker("progress fastai 7/7")

    assert said.err == "All of it? Then say so: tracker done fastai\n"
    assert _item(tracker, "fastai")["status"] == "doing"


def test_progress_after_done(tracker: Tracker) -> None:
    """Progress on what was done or dropped opens it again, and says so."""
    tracker.ok("done fastai")

    assert tracker("progress fastai 1/7").err == "It was done; it is under way again.\n"
    tracker.ok("drop fastai")
    assert (
        tracker("progress fastai 2/7").err == "It was dropped; it is under way again.\n"
    )
    assert _item(tracker, "fastai")["status"] == "doing"


REFUSED = {
    "progress fastai 9/7": 2,
    "progress fastai half": 2,
    "progress import-ai 3/7": 4,
    "progress lesswrong 40%": 4,
    "progress no-such-thing 3/7": 3,
    "skip no-such-thing": 3,
}


def test_refused(tracker: Tracker) -> None:
    """Unreadable shares exit 2, feeds and habits 4, unknown names 3; none of them writes."""
    tracker.ok("items")
    before = tracker.json("items")

    assert {words: tracker(words).code for words in REFUSED} == REFUSED
    assert tracker.json("items") == before


def test_skip(tracker: Tracker) -> None:
    """What is skipped meets the requirements of others, with that word."""
    tracker.ok("skip cartpole-reinforce")

    assert _item(tracker, "cartpole-reinforce")["status"] == "skipped"
    assert tracker.json("show ppo")["item"]["requires"] == [
        {"slug": "cartpole-reinforce", "state": "skipped", "by": ["cartpole-reinforce"]}
    ]


def test_what_was_dropped_is_told_apart(tracker: Tracker) -> None:
    """Lists count and choose what was dropped apart from what was skipped; in JSON both are skipped, as they stay."""
    tracker.ok("skip fastai")
    tracker.ok("drop ppo")

    assert (
        tracker.ok("items --status skipped").splitlines()[0]
        == "2 items: 1 skipped, 1 dropped."
    )
    assert tracker.ok("items --status dropped").splitlines()[0] == "1 item: 1 dropped."
    assert [
        (i["slug"], i["status"])
        for i in tracker.json("items --status dropped")["items"]
    ] == [("ppo", "skipped")]


def test_add(tracker: Tracker) -> None:
    """An item of one's own is said back, and is listed, logged and found by its other name."""
    assert (
        tracker.ok([*ADD, "--hours", "5-12", "--requires", "fast-ai", "--aka", "elkn"])
        == ADDED
    )
    tracker.ok("log elkn 1h")

    assert _item(tracker, "elk-notes") == {
        "slug": "elk-notes",
        "title": "My notes on ELK",
        "track": "alignment",
        "kind": "project",
        "hours": [5, 8.5, 12],
        "status": "doing",
        "progress": None,
        "seconds": 3600,
    }


def test_add_with_a_hostile_title(tracker: Tracker) -> None:
    """A title is kept on one line, without what would steer a terminal or turn the text round."""
    title = "A\x1b[2J \u202etitle\n  of mine"
    answer = tracker.ok(["add", "mine", "--title", title, "--track", "coding"])

    assert (
        answer
        == "mine: A[2J title of mine\n  project in coding\n  Undo: tracker undo\n"
    )
    assert tracker.json("show mine")["item"]["title"] == "A[2J title of mine"


def test_add_without_hours(tracker: Tracker) -> None:
    """Without an estimate the hours are null."""
    assert tracker.json(ADD)["item"]["hours"] is None


ADD_REFUSED = {
    "add fastai --title x --track coding": 4,
    "add fast-ai --title x --track coding": 4,
    "add arxiv-paper --title x --track coding": 4,
    "add mine --title x --track coding --aka fastai": 4,
    "add 90m --title x --track coding": 2,
    "add Mine! --title x --track coding": 2,
    "add mine --title ' ' --track coding": 2,
    "add mine --title x --track nowhere": 3,
    "add mine --title x --track coding --requires nothing-like-it": 3,
    "add mine --title x --track coding --hours 12-5": 2,
    "add mine --track coding": 2,
}


def test_add_refused(tracker: Tracker) -> None:
    """No slug or other name of an item or milestone is given twice; nothing is added where anything is refused."""
    tracker.ok("items")

    assert {words: tracker(words).code for words in ADD_REFUSED} == ADD_REFUSED
    assert len(tracker.json("items")["items"]) == 326


def test_rename(tracker: Tracker) -> None:
    """A new slug and title take effect, and the old slug goes on meaning the item."""
    tracker.ok(ADD)
    renamed = tracker.ok(["rename", "elk-notes", "--slug", "elks", "--title", "On ELK"])

    assert (
        renamed
        == "elks: On ELK\n  project in alignment; also called elk-notes\n  Undo: tracker undo\n"
    )
    assert tracker.json("show elk-notes")["item"]["slug"] == "elks"


def test_rename_mends_the_rest(tracker: Tracker) -> None:
    """An own item's track, hours and address can be put right; what is not named stays, and one undo takes it back."""
    tracker.ok("add notes --title Notes --track coding --hours 2-4 --kind book")
    mended = tracker.ok(
        "rename notes --track alignment --hours 5-12 --url https://example.org/notes"
    )

    assert mended == (
        "notes: Notes\n"
        "  book in alignment; estimate 5 - 8.5 - 12 h; at https://example.org/notes\n"
        "  Undo: tracker undo\n"
    )
    assert tracker.json("rename notes --title 'My notes'")["item"]["hours"] == [
        5,
        8.5,
        12,
    ]
    tracker.ok("undo")
    tracker.ok("undo")
    whole = tracker.json("show notes")["item"]
    assert (whole["track"], whole["hours"], whole["url"]) == ("coding", [2, 3, 4], None)


def test_rename_back(tracker: Tracker) -> None:
    """An item can have its old name back."""
    tracker.ok(ADD)
    tracker.ok("rename elk-notes --slug elks")

    assert tracker.json("rename elks --slug elk-notes")["item"]["slug"] == "elk-notes"
    assert tracker.json("show elk-notes")["item"]["aka"] == ["elks"]


RENAME_REFUSED = {
    "rename fastai --slug fa": 4,
    "rename elk-notes --slug fastai": 4,
    "rename elk-notes": 2,
    "rename elk-notes --track nowhere": 3,
    "rename elk-notes --hours 9-2": 2,
    "rename fastai --hours 9-12": 4,
}


def test_rename_refused(tracker: Tracker) -> None:
    """Shipped items keep their names, nothing takes another's, and something must be named."""
    tracker.ok(ADD)

    assert {words: tracker(words).code for words in RENAME_REFUSED} == RENAME_REFUSED


@pytest.mark.parametrize(
    "words", ["progress fastai 3/7", "skip fastai", "rename elk-notes --slug elks"]
)
def test_undo_and_redo(tracker: Tracker, words: str) -> None:
    """Each of these is one step to undo and to redo."""
    tracker.ok(ADD)
    before = tracker.json("items")
    tracker.ok(words)
    after = tracker.json("items")
    tracker.ok("undo")

    assert tracker.json("items") == before
    tracker.ok("redo")
    assert tracker.json("items") == after != before


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("skip python-done", "it is an item that can be left out"),
        ("progress python-done 3/7", "it is of an item that one says how far one is"),
        ("rename python-done --title X", "it is an item that is asked for"),
        (
            "add my-x --title X --track coding --requires python-done",
            "it is items that an item requires",
        ),
        (
            "attempt replication-done --with python-done",
            "it is an item that one is tried with",
        ),
        (
            "reach replication-done --with python-done",
            "it is an item that one is tried with",
        ),
    ],
)
def test_a_milestone_where_an_item_is_meant(
    tracker: Tracker, words: str, rule: str
) -> None:
    """Where a milestone is named for an item, it is said why it is an item that this is about."""
    tracker.ok("items")
    said = tracker(words)

    assert said.code == 3
    assert said.err.splitlines()[0] == f"python-done is a milestone, and {rule}."
