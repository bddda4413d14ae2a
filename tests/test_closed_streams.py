"""Commands whose output or input is closed, as a shell's `>&-` and `<&-` close it."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import ROOT, Output, Tracker, split_words
from tests.test_help_examples import BEFORE, find_examples, in_folder, studied_folder
from tracker.cli import main

LOST = "answer could not be printed: the output is closed."
# A shell closes the streams before Python starts.
CLOSED = f'exec {sys.executable} -m tracker "$@"'


def run_closed(words: str, streams: str) -> Output:
    """Run `words` in a process of its own, without these `streams`."""
    done = subprocess.run(
        ["sh", "-c", f"{CLOSED} {streams}", "sh", *split_words(words)],
        cwd=ROOT,
        capture_output=True,
        check=False,
        text=True,
    )
    return Output(done.returncode, done.stdout, done.stderr)


def run_to(words: str, streams: str) -> Output:
    """Run `words` as one part of a pipe that begins after it has ended its work."""
    script = f'set -o pipefail; {sys.executable} -m tracker "$@" {streams}'
    done = subprocess.run(
        ["bash", "-c", script, "sh", *split_words(words)],
        cwd=ROOT,
        capture_output=True,
        check=False,
        text=True,
    )
    return Output(done.returncode, done.stdout, done.stderr)


PROMPT = "status --line"  # it prints no error: a prompt would show it


@pytest.mark.parametrize("example", sorted({*find_examples()} - {PROMPT}))
def test_examples_without_output(
    example: str,
    tracker: Tracker,
    template: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """An example of any command's help does its work also where nothing is printed.

    Its exit code says that the answer is lost, and its error says what is done.
    """
    tracker.pastes = False
    studied = studied_folder(tracker, template, monkeypatch)
    studied.ok("items")  # creates the database
    for words in BEFORE.get(example, BEFORE.get(example.split()[0], [])):
        studied.ok(in_folder(words, studied))
    typed = split_words(in_folder(example, studied))
    before = read_state(studied.db)
    monkeypatch.setenv("TRACKER_NOW", tracker.now)
    with monkeypatch.context() as closed:
        closed.setattr("sys.stdout", None)
        code = main(typed)
    error = " ".join(capsys.readouterr().err.split())

    assert code == 6
    assert LOST in error
    assert (f"The {LOST}" in error) == (read_state(studied.db) == before)


def read_state(place: Path) -> tuple[object, ...]:
    """The last command recorded in a database, and the files beside it."""
    files = sorted(path.name for path in place.parent.iterdir())
    with closing(sqlite3.connect(place)) as db:
        return (*db.execute("select max(id) from command"), files)


@pytest.mark.parametrize("streams", [">&-", "<&- >&-", "<&- >&- 2>&-", ">/dev/full"])
def test_change_without_output(tracker: Tracker, streams: str) -> None:
    """What a command writes is saved, whether or not anything can be printed."""
    tracker.ok("items")
    assert run_closed("log fastai 1h", streams).code == 6
    assert run_closed("week --json", streams).code == 6
    assert [each["seconds"] for each in tracker.json("sessions")["sessions"]] == [3600]


READ = ("week", "items --json", "--help", "log --help", "--version", "completion fish")
SAID = (
    "The change is saved, but the answer could not be printed: {}.\n"
    "To see what was done, type: tracker history\n"
)


@pytest.mark.parametrize("words", READ)
def test_reader_that_has_enough(tracker: Tracker, words: str) -> None:
    """A reader like `head` may stop reading what a command shows."""
    tracker.ok("items")

    assert run_to(words, "| true") == Output(0, "", "")
    assert run_to(words, ">/dev/full").code == 6
    assert run_to(words, ">/dev/full 2>/dev/full") == Output(6, "", "")


def test_reader_that_is_gone(tracker: Tracker) -> None:
    """A change whose answer nobody could read says that it is saved."""
    tracker.ok("items")

    assert run_to("log fastai 1h", "| true") == Output(
        6, "", SAID.format("Broken pipe")
    )
    assert tracker.json("sessions")["seconds"] == 3600


def test_shell_without_completions(tracker: Tracker, monkeypatch) -> None:
    """Names that a shell asked for and cannot get are lost without a traceback."""
    tracker.ok("items")
    monkeypatch.setenv("_TRACKER_COMPLETE", "bash_complete")
    monkeypatch.setenv("_TRACKER_LINE", "tracker log fa")

    assert run_to("", "| true") == Output(0, "", "")
    assert run_to("", ">/dev/full").code == 6


@pytest.mark.parametrize("stream", ["2>/dev/full", "2>&-"])
def test_remark_without_output(tracker: Tracker, stream: str) -> None:
    """An error or a remark that cannot be printed changes no exit code."""
    assert run_closed("log fastai 1h", stream).code == 0  # creates the database
    assert run_closed("log fastai soon", stream).code == 2
    assert run_closed("log fastai 1h", f">&- {stream}") == Output(6, "", "")


def test_refusal_without_output(tracker: Tracker) -> None:
    """A refusal has its words on stderr, and its exit code."""
    tracker.ok("items")
    refused = run_closed("log fastai soon", ">&-")

    assert refused == tracker("log fastai soon")
    assert refused.code == 2


@pytest.mark.parametrize("words", ["ask", "review", "edit last"])
def test_question_without_input(tracker: Tracker, words: str) -> None:
    """A command that asks does not ask where nobody can answer."""
    tracker.ok("log fastai 1h")
    closed = run_closed(words, "<&-")

    assert "Unexpected" not in closed.err
    assert closed.code in (0, 2)
