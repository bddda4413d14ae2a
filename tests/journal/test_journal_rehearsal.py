"""Corrected commands are tried before they are printed, and nothing stays of it."""

import shlex
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import Tracker

# Words that are refused with lines to paste, alone or together.
WORDS = ("fastai", "ppo", "90", "9-5", "lesson", "mit", "yesterday", "10-11", "1.30")


@pytest.fixture(name="editor")
def _editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that exists once an editor was opened."""
    opened = tmp_path / "opened"
    monkeypatch.setenv("EDITOR", f"touch {shlex.quote(str(opened))};")
    return opened


def offered(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.startswith("  ")]


def test_a_line_that_a_rule_refuses_stays_among_those_offered(tracker: Tracker) -> None:
    """It was understood, and its own error asks the next question."""
    tracker.ok("log fastai 9:00-12:00")
    refused = tracker("log fastai 10-11", "2026-11-23T21:40")

    assert offered(refused.err) == [
        "tracker log fastai 10am-11am",
        "tracker log fastai 'yesterday 10pm-11pm'",
    ]
    assert tracker("log fastai 10am-11am").code == 4


def test_no_example_of_another_error_is_offered(tracker: Tracker) -> None:
    """`edit -y last` does not say 45m, so no line that is offered does."""
    tracker.ok("log fastai 1h")
    refused = tracker("edit -y last")

    assert refused.err == (
        "There is no option '-y'.\nFor help, type: tracker edit --help\n"
    )


@given(
    command=st.sampled_from(["log", "edit last", "start", "stop"]),
    words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=4),
    running=st.booleans(),
)
def test_a_refused_command_changes_no_byte(
    command: str, words: list[str], running: bool, tracker: Tracker, editor: Path
) -> None:
    """It leaves the file as it was, prints no answer and opens no editor."""
    tracker.ok("log fastai 9:00-12:00 --overlap")
    if running:
        tracker("start ppo")
    before = tracker.db.read_bytes()
    refused = tracker([*command.split(), *words])

    if refused.code:
        assert tracker.db.read_bytes() == before
        assert refused.out == ""
    assert not editor.exists()
