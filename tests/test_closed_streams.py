"""Commands whose output or input is closed, as a shell's `>&-` and `<&-` close it."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, Output, Tracker, split_words
from tests.test_help_examples import BEFORE, find_examples, in_folder, studied_folder
from tracker.cli import main

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


@pytest.mark.parametrize("example", find_examples())
def test_examples_without_output(
    example: str, tracker: Tracker, template: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An example of any command's help does its work also where nothing is printed."""
    tracker.pastes = False
    studied = studied_folder(tracker, template, monkeypatch)
    for words in BEFORE.get(example, BEFORE.get(example.split()[0], [])):
        studied.ok(in_folder(words, studied))
    typed = split_words(in_folder(example, studied))
    monkeypatch.setenv("TRACKER_NOW", tracker.now)
    monkeypatch.setattr("sys.stdout", None)

    assert main(typed) == 0


@pytest.mark.parametrize("streams", [">&-", "<&- >&-", "<&- >&- 2>&-"])
def test_change_without_output(tracker: Tracker, streams: str) -> None:
    """What a command writes is saved, whether or not anything can be printed."""
    tracker.ok("items")
    assert run_closed("log fastai 1h", streams) == Output(0, "", "")
    assert run_closed("week --json", streams) == Output(0, "", "")
    assert [each["seconds"] for each in tracker.json("sessions")["sessions"]] == [3600]


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
