"""Letters that speak to a terminal reach none, wherever they were typed or stored."""

import io
import sqlite3
import unicodedata
from contextlib import closing
from pathlib import Path

import click
import pytest

from tests.conftest import Output, Tracker
from tracker.click_group import tracker as command_line
from tracker.command_table import PLACES

# ESC, links and the clipboard (OSC), C1, BEL, CR, directions, separators.
HOSTILE = (
    "x\x1b[31m\x1b]8;;https://e.example\x1b\\y\x1b]52;c;eA==\x07\x9b2Jz\x9d\r\u202ea"
    "\u2066b\u2069\u2028c\u2029\x85d\x7f\x0be\U0001f469\u200d\U0001f4bb"
)
# The same with a byte that is no UTF-8, and a line that looks like tracker's.
NAME = f"{HOSTILE}\udc9b\nUndo: tracker rm --all"
# What shows a text that is stored; a file of each kind of export.
SHOWN = (
    *("status", "sessions", "history", "report --by tag", "items --search e.example"),
    *(
        "show fastai",
        "note",
        "plan",
        "week",
        "recall",
        "applications",
        "rate",
        "config",
    ),
    *("export progress --format txt", "export sessions --format json", "page -o -"),
    *("export cv --format md", "export update --format html", "log fastai 1h", "undo"),
)


def find_speaking(output: Output) -> set[str]:
    """The letters of an answer that a terminal obeys."""
    letters = set(output.out + output.err) - set("\n\u200c\u200d")
    kinds = {"Cc", "Cf", "Cs", "Zl", "Zp"}
    return {letter for letter in letters if unicodedata.category(letter) in kinds}


@pytest.fixture(name="studied")
def _studied(
    tracker: Tracker, template: Path, monkeypatch: pytest.MonkeyPatch
) -> Tracker:
    """A tracker with a session, an editor that changes nothing, and no browser."""
    tracker.db.write_bytes(template.read_bytes())
    tracker.pastes = False
    monkeypatch.chdir(tracker.db.parent)
    monkeypatch.setenv("EDITOR", "true")
    monkeypatch.setattr("sys.stdin", io.StringIO())
    monkeypatch.setattr("webbrowser.open", lambda url: True)
    tracker.ok("log fastai 1h")
    return tracker


@pytest.mark.parametrize("name", PLACES)
def test_typed(name: str, studied: Tracker) -> None:
    """No word of a command, and no name of a file, reaches the terminal as it is."""
    command = command_line.get_command(click.Context(command_line), name)
    assert command
    calls = [["--db", f"./{NAME}", name], [name, f"--{NAME}"], [f"{name}{NAME}"]]
    for param in command.params:
        if isinstance(param, click.Argument):
            calls += [[name, NAME], [name, "fastai", HOSTILE]]
        elif not getattr(param, "is_flag", False):
            calls += [
                [name, param.opts[0], NAME],
                [name, "fastai", param.opts[0], HOSTILE],
            ]
    outputs = [studied([*call, *end]) for call in calls for end in ([], ["--json"])]

    assert set().union(*map(find_speaking, outputs)) == set()
    assert not any("\nUndo: tracker rm --all" in each.err for each in outputs)
    assert {each.code for each in outputs} <= {0, 2, 3, 4, 5, 6}


@pytest.mark.parametrize("words", SHOWN)
def test_stored(words: str, studied: Tracker) -> None:
    """What an older tracker or another program stored is shown with marks as well."""
    studied.ok("note something")
    studied.ok("start fastai")
    with closing(sqlite3.connect(studied.db)) as db:
        tags = f" {HOSTILE} "
        db.execute("update session set note = ?, tags = ?", (HOSTILE, tags))
        db.execute("update timer set note = ?, tags = ?", (HOSTILE, tags))
        for place in ("item set title", "note set text", "command set words"):
            db.execute(f"update {place} = ?", (HOSTILE,))
        db.commit()
    outputs = [studied(words)]
    if "export" not in words and "page" not in words:
        outputs.append(studied(f"{words} --json"))

    assert set().union(*map(find_speaking, outputs)) == set()
    assert {each.code for each in outputs} == {0}
