"""Every example of every command's help is run, in a database that has what it names."""

import io
import re
import shutil
from pathlib import Path

import click
import pytest

from tests.conftest import Tracker
from tracker.click_commands import ClickCommand
from tracker.click_group import tracker as command_line
from tracker.command_table import PLACES

# A command before `| source`, `>> ~/.bashrc`.
TYPED = re.compile(r"tracker (?P<words>.*?)(?: >> \S+| \| \S+)?")
# The session that examples name.
SESSION = "7k3f"

# What is recorded before the examples of a command, or before one of them.
BEFORE = {
    "log 45m yesterday": ["log fastai 1h"],
    "start": ["log fastai 1h"],
    "stop": ["start fastai --at 13:00"],
    "stop 23:30": ["start fastai --at 'yesterday 23:00'"],
    "pause": ["start fastai --at 13:00"],
    "continue": ["log fastai 1h"],
    "cancel": ["start fastai"],
    "status": ["start fastai"],
    "edit": ["log fastai 1h"],
    "rm": ["log fastai 1h"],
    "undo": ["log fastai 1h"],
    "redo": ["log fastai 1h", "undo"],
    "undo 2": ["log fastai 1h", "log fastai 2h"],
    "redo 2": ["log fastai 1h", "log fastai 2h", "undo 2"],
    "doctor --salvage ~/new.db": ["log fastai 1h"],
    "rename": ["add elk-notes --title Notes --track alignment"],
    'rename elks --title "Notes on ELK" --hours 8-20': [
        "add elks --title Notes --track alignment"
    ],
    "alias fa --remove": ["alias fa fastai"],
    "reopen": ["done fastai", "drop arxiv-paper"],
    "attempt": ['attempt elk-proposal --with elk-report --phase "reading 50h"'],
    'attempt elk-proposal --with elk-report --phase "reading 50h"': [],
    "reach": ["attempt replication-done --with ziegler-2019"],
    "feature": [
        "reach gpt2-small",
        "reach python-done",
        "reach replication-done --with ppo",
    ],
    "ready": ["target research-contributor-empirical"],
    "gaps": ["target research-contributor-empirical"],
    "road": ["target research-contributor-empirical"],
    "plan": ["plan ziegler-2019 --by 2027-03-01"],
    'plan ziegler-2019 --by "31 jan"': [],
    "break 2026-12-24 2027-01-03 --remove": ["break 2026-12-24 2027-01-03"],
    "forecast": [
        "config hours-a-week 10h",
        "plan ziegler-2019 --by 2027-03-01",
    ],
    "move": ["import toggl.csv"],
    "export": ["target research-contributor-empirical", "log ziegler-2019 1h"],
    "applied": [
        "target research-contributor-empirical",
        "export application --for taif -o taif.md",
    ],
    "backup": ["log fastai 1h"],
    "restore": ["log fastai 1h", "backup ~/tracker-2026.db"],
}

FILES = {
    "toggl.csv": "User,Email,Client,Project,Task,Description,Billable,Start date,"
    "Start time,End date,End time,Duration,Tags,Amount ()\n"
    "A,a@b.example,,Deep learning,,lesson,No,2026-11-02,20:00:00,2026-11-02,21:00:00,"
    "01:00:00,,\n",
    "log.csv": "date,project,minutes,note\n2026-11-02,ppo,90,baseline\n",
    "projects.toml": '[[rule]]\nproject = "Deep learning"\nitem = "fastai"\n',
    "taif.toml": "",
    "my-items/item.toml": '[[item]]\nslug = "toy"\ntitle = "Toy"\nkind = "project"\n'
    'track = "math"\nhours = [1, 2, 3]\nhours_from = "estimate"\n'
    'skills = ["python"]\norigin = "extension"\n',
}


def find_examples() -> list[str]:
    """The words after `tracker` in all examples of all commands."""
    examples = []
    for name in PLACES:
        command = command_line.get_command(click.Context(command_line), name)
        assert isinstance(command, ClickCommand)
        for line in command.examples.strip().splitlines():
            match = TYPED.fullmatch(line.strip())
            assert match, line
            examples.append(match["words"])
    return examples


@pytest.fixture(name="studied")
def _studied(
    tracker: Tracker, template: Path, monkeypatch: pytest.MonkeyPatch
) -> Tracker:
    return studied_folder(tracker, template, monkeypatch)


def studied_folder(
    tracker: Tracker, template: Path, monkeypatch: pytest.MonkeyPatch
) -> Tracker:
    """A tracker in a folder with the files that examples name, and no browser."""
    monkeypatch.chdir(tracker.db.parent)
    monkeypatch.setenv("EDITOR", "true")
    monkeypatch.setattr("sys.stdin", io.StringIO())
    monkeypatch.setattr("webbrowser.open", lambda url: True)
    for name, content in FILES.items():
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(content)
    shutil.copyfile(template, "stick.db")
    return tracker


@pytest.mark.parametrize("example", find_examples())
def test_examples_of_help_work(example: str, studied: Tracker) -> None:
    """An example of a command's help does what it says when it is pasted."""
    command = example.split()[0]
    for words in BEFORE.get(example, BEFORE.get(command, [])):
        studied.ok(in_folder(words, studied))
    output = studied(in_folder(example, studied))

    assert output.code == 0, output


def in_folder(words: str, studied: Tracker) -> str:
    """The words with files in the test's folder, and a session that is there."""
    folder = str(studied.db.parent)
    words = words.replace("~", folder).replace("/media/stick/tracker.db", "stick.db")
    if SESSION in words:
        session = studied.json("sessions")["sessions"][-1]
        words = words.replace(SESSION, session["id"])
    return words
