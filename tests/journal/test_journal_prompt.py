"""The timer in a shell's prompt: the lines of the help, in real shells, and no errors."""

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import ROOT, Output, Tracker
from tests.database.harness import environment
from tracker.database import locks

# How each shell expands its prompt after a command that failed with 3.
PROMPTS = {
    "bash": ("--norc", 'PS1="\\$ "\n{}\n(exit 3); echo "${{PS1@P}}|$?"'),
    "zsh": ("-f", 'PS1="%? $ "\n{}\n(exit 3); print -rP -- "$PS1|"'),
    "fish": ("--no-config", '{}\nfish_right_prompt; echo "|"'),
}


def prompt_lines(tracker: Tracker, shell: str) -> str:
    """The lines that `status --help` has for the shell."""
    text = tracker.ok("status --help").partition(f"{shell}:\n")[2]
    rows = text.partition(":\n")[0].partition("\n\n")[0].splitlines()
    return "\n".join(row.strip() for row in rows if row.startswith("    "))


def prompt_of(tracker: Tracker, shell: str, folder: Path) -> str:
    """What the shell prints as its prompt, with the lines of the help in its set-up."""
    command = folder / "bin" / "tracker"
    command.parent.mkdir(exist_ok=True)
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tracker "$@"\n')
    command.chmod(0o755)
    option, script = PROMPTS[shell]
    lines = prompt_lines(tracker, shell)
    assert lines
    names = environment(tracker.db)
    done = subprocess.run(
        [shell, option, "-c", script.format(lines)],
        env={**names, "PATH": f"{command.parent}:{names['PATH']}", "HOME": str(folder)},
        cwd=ROOT,
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.stderr == ""
    return done.stdout


@pytest.mark.parametrize(
    ("shell", "running", "resting"),
    [
        ("bash", "fastai 1h30m $ |3\n", "$ |3\n"),
        ("zsh", "fastai 1h30m 3 $ |\n", "3 $ |\n"),
        ("fish", "fastai 1h30m\n|\n", "\n|\n"),
    ],
)
def test_prompt(
    tracker: Tracker, tmp_path: Path, shell: str, running: str, resting: str
) -> None:
    """The lines of the help add a running timer to the prompt, and nothing else.

    Without one there is no blank; the code of the last command is as before.
    """
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not here")
    tracker.pastes = False
    tracker.ok("items")

    assert prompt_of(tracker, shell, tmp_path) == resting
    tracker.ok("start fastai --at 13:00")
    assert prompt_of(tracker, shell, tmp_path) == running


def _damage(place: Path) -> None:
    place.write_bytes(place.read_bytes()[:5000])


def _make_newer(place: Path) -> None:
    with closing(sqlite3.connect(place)) as db, db:
        db.execute("update alembic_version set version_num = '9999'")


def _make_older(place: Path) -> None:
    with closing(sqlite3.connect(place)) as db, db:
        db.execute("update alembic_version set version_num = '0001'")


def _set_wrong_zone(place: Path) -> None:
    with closing(sqlite3.connect(place)) as db, db:
        db.execute(
            "insert into setting (uid, edited_at, key, value)"
            " values ('x', 1, 'zone', 'Mars/Phobos')"
        )


def _empty(place: Path) -> None:
    place.write_bytes(b"")


def _make_folder(place: Path) -> None:
    place.unlink()
    place.mkdir()


def _put_another(place: Path) -> None:
    place.write_text("no database")


SPOILED = [
    *(_damage, _make_newer, _make_older, _set_wrong_zone),
    *(_empty, _make_folder, _put_another),
]


@pytest.mark.parametrize("spoil", SPOILED)
def test_prompt_of_a_spoiled_database(
    tracker: Tracker, place: Path, spoil: Callable[[Path], None]
) -> None:
    """Whatever is wrong with the database, the prompt gets at most an empty line."""
    tracker.ok("start fastai")
    spoil(place)
    files = sorted(place.parent.iterdir())

    output = tracker("status --line")

    assert (output.code, output.out.strip(), output.err) == (0, "", "")
    assert sorted(place.parent.iterdir()) == files


ODD_NAMES = [
    ("TZ", "Mars/Phobos"),
    ("TRACKER_DB", "/proc/1/nowhere/x.db"),
    ("TRACKER_DB", "/dev/null"),
    ("TRACKER_DB", "a" * 5000),
    ("TRACKER_DB", "~nobody/x.db"),
    ("HOME", ""),
]


def set_odd_name(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    """Set one of ODD_NAMES; a home folder counts where nothing names the database."""
    if name == "HOME":
        monkeypatch.delenv("TRACKER_DB")
        monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.setenv(name, value)


@pytest.mark.parametrize(("name", "value"), ODD_NAMES)
def test_prompt_of_odd_surroundings(
    tracker: Tracker, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    """Nor does the prompt get an error of what is wrong around it."""
    tracker.ok("start fastai")
    set_odd_name(monkeypatch, name, value)

    output = tracker("status --line")

    assert (output.code, output.out.strip(), output.err) == (0, "", "")


def test_prompt_with_a_wrong_clock(tracker: Tracker) -> None:
    """Nor of a clock that cannot be read."""
    tracker.ok("start fastai")

    assert tracker("status --line", "soon") == Output(0, "", "")


@pytest.mark.parametrize("lock", ["exclusive", "immediate"])
def test_prompt_while_another_writes(
    tracker: Tracker, monkeypatch: pytest.MonkeyPatch, lock: str
) -> None:
    """A lock that lasts for ten minutes does not keep the prompt, which waits 50 ms."""
    tracker.ok("start fastai --at 13:00")
    monkeypatch.setattr(locks, "BUSY_SECONDS", 600)
    with closing(sqlite3.connect(tracker.db, isolation_level=None)) as other:
        other.execute(f"begin {lock}")
        output = tracker("status --line")

    assert locks.PROMPT_SECONDS == 0.05
    if lock == "exclusive":
        assert output == Output(0, "", "")
    else:  # readers go on until the other one commits
        assert output == Output(0, "fastai 1h30m\n", "")


def test_patience_ends_with_the_prompt(tracker: Tracker) -> None:
    """The next command of the same process waits for locks as usual."""
    tracker.ok("status --line")
    tracker.ok("log fastai 1h")

    assert locks.LOCK_WAIT.longest == locks.BUSY_SECONDS
