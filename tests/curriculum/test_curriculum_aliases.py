"""Names that the person gives to items: `alias`."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import Output, Tracker

FASTAI = "fastai, Practical Deep Learning for Coders"


@pytest.mark.parametrize("words", ["alias fa fastai", "alias fastai fa"])
def test_alias_in_any_order(tracker: Tracker, place: Path, words: str) -> None:
    """An item gets a name; which of the two words is the item needs no order."""
    assert tracker(words) == Output(
        0, f"fa now stands for {FASTAI}.\n  Undo: tracker undo\n", ""
    )
    assert tracker.ok("alias") == f"fa  {FASTAI.replace(', ', '  ')}\n"
    assert tracker.json("alias")["aliases"] == [{"name": "fa", "item": "fastai"}]


def test_alias_is_a_name(tracker: Tracker, place: Path) -> None:
    """The name works wherever an item is typed, and needs no word of explanation."""
    tracker.ok("alias fa fastai")
    logged = tracker("log fa 1h").out.splitlines()

    assert len(logged) == 2
    assert tracker.json("show fa")["item"]["aka"] == ["fa", "fast-ai"]
    assert tracker.ok("fa 30m").startswith("Logged 30m on fastai")
    assert "fastai" in tracker.ok("items --search fa")
    assert tracker("done fa").code == 0


def test_part_of_a_name_of_an_item(tracker: Tracker, place: Path) -> None:
    """A part of an item's name is enough, as everywhere; the last word is the item first."""
    assert tracker.json("alias zi ziegler")["alias"] == {
        "name": "zi",
        "item": "ziegler-2019",
    }
    assert tracker.json("alias 'for coders' zq")["alias"] == {
        "name": "zq",
        "item": "fastai",
    }


def test_same_alias_twice(tracker: Tracker, place: Path) -> None:
    """The same name again changes nothing and is no step."""
    tracker.ok("alias fa fastai")

    assert tracker.ok("alias fa fastai") == (
        f"Nothing changed: it was so already.\nfa already stands for {FASTAI}.\n"
    )
    assert len(tracker.json("history")["commands"]) == 1


@pytest.mark.parametrize(
    ("words", "code", "error"),
    [
        (
            "alias af ppo",
            4,
            "'af' is already the name of the item alignment-forum.\n"
            "Choose another name, for example my-af.\n  tracker alias my-af ppo\n",
        ),
        (
            "alias professor ppo",
            4,
            "'professor' is already the name of the role professor.\n"
            "Choose another name, for example my-professor.\n"
            "  tracker alias my-professor ppo\n",
        ),
        (
            "alias arxiv-paper ppo",
            4,
            "'arxiv-paper' is already the name of the milestone arxiv-paper.\n"
            "Choose another name, for example my-arxiv-paper.\n"
            "  tracker alias my-arxiv-paper ppo\n",
        ),
        (
            "alias today ppo",
            2,
            "'today' cannot be a short name: it has another meaning.\n"
            "Type it like today-course.\n  tracker alias today-course ppo\n",
        ),
        (
            "alias log ppo",
            2,
            "'log' cannot be a short name: it is a command.\n"
            "Type it like log-course.\n  tracker alias log-course ppo\n",
        ),
        (
            "alias ls ppo",
            2,
            "'ls' cannot be a short name: it is a command.\n"
            "Type it like ls-course.\n  tracker alias ls-course ppo\n",
        ),
        ("alias fa", 2, "Which item?\n  tracker alias fa ITEM\n"),
        ("alias --remove", 2, "Which name?\n  tracker alias --remove NAME\n"),
        (
            "alias mine ppo --remove",
            2,
            "--remove takes the name alone.\n  tracker alias mine --remove\n",
        ),
        (
            "alias lw --remove",
            4,
            "'lw' is not a name of your own: the curriculum gives it to the item lesswrong.\n"
            "To list your own: tracker alias\n",
        ),
        (
            "alias mime --remove",
            3,
            "You gave no item the name 'mime'.\n  tracker alias mine --remove\n",
        ),
        (
            "alias zz --remove",
            3,
            "You gave no item the name 'zz'.\nTo list the names you gave: tracker alias\n",
        ),
    ],
)
def test_refused_aliases(
    tracker: Tracker, place: Path, words: str, code: int, error: str
) -> None:
    """A name in use, a day, a command and half a command are refused with what to type."""
    tracker.ok("alias mine gan")

    assert tracker(words) == Output(code, "", error)


@pytest.mark.parametrize(
    "words", ["add today --title T --track math", "rename mine --slug export"]
)
def test_reserved_slugs(tracker: Tracker, place: Path, words: str) -> None:
    """An item cannot have a day or a command as its name either."""
    tracker.ok("add mine --title Mine --track math")

    assert tracker(words).code == 2


def test_alias_is_removed(tracker: Tracker, place: Path) -> None:
    """A name that the person gave can be taken away, and had back by undo."""
    tracker.ok("alias fa fastai")

    assert tracker.ok("alias --remove fa") == (
        f"fa no longer stands for {FASTAI}.\n  Undo: tracker undo\n"
    )
    assert tracker.ok("alias") == (
        "You gave no item a name of your own. For example: tracker alias fa fastai\n"
    )
    tracker.ok("undo")
    assert tracker.json("alias")["aliases"] == [{"name": "fa", "item": "fastai"}]


def test_alias_that_an_item_takes_later(tracker: Tracker, place: Path) -> None:
    """Where a later curriculum has an item of that name, the name is asked about."""
    tracker.ok("alias fa fastai")
    with closing(sqlite3.connect(place)) as db, db:
        db.execute("update item set slug = 'fa' where slug = 'ppo'")

    said = "'fa' is the name of an item, and your short name for another.\n"
    assert tracker("log fa 1h").err.startswith(said)


def test_aliases_are_merged(tracker: Tracker, place: Path, tmp_path: Path) -> None:
    """A merge brings the names of another machine, and none that was removed there."""
    other = str(tmp_path / "other.db")
    tracker.ok("alias old gan")
    tracker.ok(f"backup {other}")
    tracker.ok(["--db", other, "alias", "fa", "fastai"], "2026-11-23T14:31")
    tracker.ok(["--db", other, "alias", "old", "--remove"])
    tracker.ok(["merge", other], "2026-11-23T14:32")

    assert tracker.json("alias")["aliases"] == [{"name": "fa", "item": "fastai"}]


@settings(max_examples=40)
@given(st.from_regex(r"[a-z0-9]{1,4}(-[a-z0-9]{1,4})?", fullmatch=True))
def test_any_alias(tracker: Tracker, template: Path, name: str) -> None:
    """Any short name is given and logs hours on its item, or another is offered that does."""
    tracker.db.write_bytes(template.read_bytes())
    given_name = tracker(["alias", name, "fastai"])
    if given_name.code:
        corrected = given_name.err.splitlines()[-1].split()
        name = corrected[2]
        tracker.ok(corrected[1:])

    assert tracker.json(["log", name, "1h"])["sessions"][0]["item"] == "fastai"
    assert tracker.json([name, "1h"])["sessions"][0]["item"] == "fastai"
