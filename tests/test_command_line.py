"""What is said where a command cannot be: hints that, pasted, are about the same database; a clock that cannot be."""

import json
from pathlib import Path

import pytest

from tests.conftest import Output, Tracker


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (
            "stop",
            "Start one: tracker{0} start fastai; or log it: tracker{0} log fastai 1h30m",
        ),
        ("undoo", "Did you mean tracker{0} undo?"),
        ("log --foo", "tracker{0} log --help shows how."),
    ],
)
def test_hints_name_the_database(
    tracker: Tracker, place: Path, words: str, hint: str
) -> None:
    """Where --db was typed, the commands of a hint have it too, quoted for the shell; else they are plain."""
    other = place.rename(place.with_name("an other.db"))
    named = tracker(["--db", str(other), *words.split(), "--json"])
    tracker.db = other
    plain = tracker([*words.split(), "--json"])

    assert json.loads(named.err)["error"]["hint"] == hint.format(f" --db '{other}'")
    assert json.loads(plain.err)["error"]["hint"] == hint.format("")


def test_answers_name_the_database(tracker: Tracker, place: Path) -> None:
    """What an answer or a remark says to type is about the same database too: its undo takes nothing else back."""
    other = place.rename(place.with_name(f"{'o' * 70}.db"))
    said = tracker(["--db", str(other), "done", "ppo"])

    assert said.out.splitlines()[:2] == [
        "ppo: done.",
        f"Undo: tracker --db {other} undo",
    ]
    assert (
        said.err.splitlines()[1]
        == f"  tracker --db {other} reach rl-replication --evidence repo:URL"
    )


def test_own_words_are_left_alone(tracker: Tracker, place: Path) -> None:
    """What the person wrote is shown as it was written, also where it looks like a command."""
    tracker.ok(
        [
            "--db",
            str(place),
            "log",
            "ppo",
            "1h",
            "-n",
            "tracker log docs: tracker undone",
        ]
    )

    assert "tracker log docs: tracker undone" in tracker.ok(
        ["--db", str(place), "sessions"]
    )


def test_a_word_that_is_missing(tracker: Tracker) -> None:
    """What may be typed where something is missing is told in a sentence."""
    assert tracker("completion") == Output(
        2, "", "Missing argument '{bash|zsh|fish}'. Choose from: bash, zsh, fish\n"
        "tracker completion --help shows how.\n",
    )  # fmt: skip


def test_no_database_named(tracker: Tracker) -> None:
    """A database named as nothing, such as a variable that is not set, is not taken for one's own."""
    assert tracker(["--db", "", "log", "fastai", "1h"]) == Output(
        2, "", "'--db' is empty.\nType what it should be, or leave it out.\n"
    )
    assert json.loads(tracker.ok("sessions --json"))["sessions"] == []


def test_no_such_command(tracker: Tracker) -> None:
    """What is like no command is refused, with where all of them are."""
    assert tracker("qwertz") == Output(
        2, "", "There is no command 'qwertz'.\ntracker --help lists them all.\n"
    )


@pytest.mark.parametrize("told", ["9999-12-31T23:59", "0001-01-01T00:00"])
def test_a_clock_out_of_bounds(tracker: Tracker, place: Path, told: str) -> None:
    """A time at the ends of Python's calendar is refused: days before and after it are counted too."""
    assert tracker("status", told) == Output(
        2, "", f"TRACKER_NOW is '{told}': it may be a time from 1970 to 2199.\n"
        "Set it like 2026-11-23T14:30, or unset it.\n",
    )  # fmt: skip
