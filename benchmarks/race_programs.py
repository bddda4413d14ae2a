"""The programs of the race, each with files of its own that have the same sessions."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from race_commands import LAST_DAY

HERE = Path(__file__).parent
# Each other program: its command, the variable that names its files, and these.
OTHERS = {
    "Watson": ("watson", "WATSON_DIR", "watson"),
    "Timewarrior": ("timew", "TIMEWARRIORDB", "timew"),
    "hledger": ("hledger", "LEDGER_FILE", "hours.timeclock"),
}
VERSION = re.compile(r"\d[\d.]+")  # 1.4.3
FLOOR = """import sys
sys.path.insert(0, sys.argv.pop(1))
from floor import floor
floor(prog_name="floor")"""
VERSIONS = """import sys, sqlite3, click
print("Python", sys.version.split()[0], "with SQLite", sqlite3.sqlite_version,
      "and click", click.__version__)"""


class Program(NamedTuple):
    """A program that is there: how it is called, with what, and where its files are."""

    command: list[str]
    env: dict[str, str]
    files: Path
    version: str


def prepare(tracker: Path, sessions: int, folder: Path) -> dict[str, Program]:
    """The programs that are on this machine, each with so many sessions in `folder`.

    What takes memory runs in processes of its own: a measured process begins with the
    memory of the one that starts it.
    """
    python = str(tracker.parent / "python")
    env = {**os.environ, "TZ": "UTC", "NO_COLOR": "1", "COLUMNS": "80"}
    place, copy = folder / "tracker.db", folder / "floor.db"
    history = ("ordinary", str(sessions), str(place), LAST_DAY.isoformat())
    _run([python, str(HERE / "histories.py"), *history], env)
    _run([sys.executable, str(HERE / "race_data.py"), str(place), str(folder)], env)
    shutil.copy(place, copy)
    call = [python, "-c", FLOOR, _copy_floor(python, folder / "floor", env)]
    version = _run([python, "-c", VERSIONS], env)
    floor = Program(call, {**env, "TRACKER_DB": str(copy)}, copy, version)
    ours = ("tracker", str(tracker), "TRACKER_DB", place)
    programs = {"tracker": _program(*ours, env), "floor": floor}
    for name, (command, variable, files) in OTHERS.items():
        installed = shutil.which(command)
        if installed:
            theirs = (name, installed, variable, folder / files)
            programs[name] = _program(*theirs, env)
    return programs


def _program(
    name: str, command: str, variable: str, files: Path, env: Mapping[str, str]
) -> Program:
    """A program that finds its files by a variable."""
    version = VERSION.findall(_run([command, "--version"], env))[0]
    own = {**env, variable: str(files)}
    return Program([command], own, files, f"{name} {version}")


def _copy_floor(python: str, folder: Path, env: Mapping[str, str]) -> str:
    """A folder with the floor and its bytecode, as an installed program has it."""
    folder.mkdir()
    for path in HERE.glob("floor*.py"):
        shutil.copy(path, folder)
    _run([python, "-m", "compileall", "-q", str(folder)], env)
    return str(folder)


def size_of(files: Path) -> float:
    """MB that a file, or the files of a folder, have."""
    paths = files.rglob("*") if files.is_dir() else [files]
    return sum(path.stat().st_size for path in paths if path.is_file()) / 1e6


def _run(command: list[str], env: Mapping[str, str]) -> str:
    """The first line that a command prints; it must succeed."""
    done = subprocess.run(command, env=env, check=True, capture_output=True, text=True)
    return done.stdout.partition("\n")[0]
