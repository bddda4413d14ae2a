"""Many commands at once, and a clock that is set back: what was acknowledged is there.

Each crowd is a group of processes that write to one database at the same time.
"""

import os
import shlex
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from tests.torture.process import ENVIRONMENT
from tests.torture.state import DAMAGED, read_state

WRITERS, EACH = 16, 50
# The clock of each command in turn: days back and forth, the first and the last year.
CLOCKS = (
    "2026-11-23T14:30",
    "2026-11-20T23:59",
    "2026-11-24T00:01",
    "1970-01-01T00:30",
    "2026-11-23T14:29",
    "2199-12-31T23:00",
    "2026-11-23T14:31",
)
# What is typed while the clock is set; each may be refused, but loses nothing.
TYPED = (
    "log fastai 20m",
    "start ppo",
    "stop --trust",
    "edit last --amount 25m",
    "start ziegler +a",
    "cancel",
    "done fastai",
    "log ppo 30m",
    "rm last",
)


class Crowd(NamedTuple):
    """What a crowd did: how many commands were acknowledged, refused, and lost."""

    name: str
    tried: int
    acknowledged: int
    refused: int
    lost: int
    unexpected: int


def sixteen_writers(folder: Path) -> Crowd:
    """Sixteen processes log fifty sessions each; each acknowledged one is a row."""
    codes = _all_at_once(folder, [["log fastai 1m"] * EACH] * WRITERS)
    return _count("16 writers, 50 sessions each", codes, _sessions(folder))


def two_who_undo(folder: Path) -> Crowd:
    """Two processes undo 25 commands each; as many are undone as were acknowledged."""
    count = 2 * 25
    _all_at_once(folder, [["log fastai 1m"] * count])
    codes = _all_at_once(folder, [["undo --older"] * 25] * 2)
    return _count("2 who undo, 25 times each", codes, count - _sessions(folder))


def eight_first_runs(folder: Path) -> Crowd:
    """Eight processes find no database, and each logs a session."""
    codes = _all_at_once(folder, [["log fastai 1m"]] * 8)
    return _count("8 first runs", codes, _sessions(folder))


def four_imports(folder: Path) -> Crowd:
    """Four processes import the same file: its sessions are there once."""
    _all_at_once(folder, [["target professor"]])
    rows = [f"2026-05-{day:02},fastai,{day * 7 % 30 + 1}m" for day in range(1, 29)]
    (folder / "log.csv").write_text("\n".join(["day,project,length", *rows, ""]))
    codes = _all_at_once(folder, [["import log.csv"]] * 4)
    done = codes.count(0)
    is_once = _sessions(folder) == (len(rows) if done else 0)
    return _count("4 imports of one file", codes, done if is_once else 0)


def clock_set_back(folder: Path) -> Crowd:
    """Days back, 1970, 2199: every command, and undo back to the beginning."""
    _all_at_once(folder, [["target professor"]])
    codes, states = [], [read_state(folder)]
    for turn in range(len(TYPED) * len(CLOCKS)):
        clock = CLOCKS[turn % len(CLOCKS)]
        codes += _all_at_once(folder, [[TYPED[turn % len(TYPED)]]], clock)
        states.append(read_state(folder))
    lost = sum(DAMAGED in state.files.values() for state in states)
    done = _find_done(folder)
    undone = _all_at_once(folder, [["undo --older"] * done], CLOCKS[0]).count(0)
    lost += abs(done - undone) + _sessions(folder)
    crowd = _count("a clock that is set back and forth", codes, codes.count(0))
    return crowd._replace(lost=lost)


CROWDS: Sequence[Callable[[Path], Crowd]] = (
    sixteen_writers,
    two_who_undo,
    eight_first_runs,
    four_imports,
    clock_set_back,
)


def _count(name: str, codes: list[int], seen: int) -> Crowd:
    """A crowd whose acknowledged commands should be as many as were `seen` after."""
    done, busy = codes.count(0), sum(code in (2, 3, 4, 5) for code in codes)
    unexpected = len(codes) - done - busy
    return Crowd(name, len(codes), done, busy, abs(done - seen), unexpected)


def _all_at_once(
    folder: Path, crowd: list[list[str]], clock: str = CLOCKS[0]
) -> list[int]:
    """Run each list of commands in a process of its own, all at once: their codes."""
    children = []
    for number, commands in enumerate(crowd):
        report = folder / f"codes-{number}"
        child = os.fork()
        if child == 0:
            _be_one_of_them(folder, commands, clock, report)
        children.append((child, report))
    codes: list[int] = []
    for child, report in children:
        os.waitpid(child, 0)
        codes += report.read_bytes()
        report.unlink()
    return codes


def _be_one_of_them(
    folder: Path, commands: list[str], clock: str, report: Path
) -> None:
    """Run the commands, write their exit codes, a byte each, and end."""
    codes = b""
    try:
        from tracker.cli import main

        os.chdir(folder)
        os.environ |= {**ENVIRONMENT, "TRACKER_NOW": clock, "TRACKER_DB": "tracker.db"}
        silent = os.open(os.devnull, os.O_RDWR)
        for number in range(3):
            os.dup2(silent, number)
        for words in commands:
            codes += bytes([main(shlex.split(words))])
    finally:
        report.write_bytes(codes.ljust(len(commands), b"\xff"))
        os._exit(0)


def _sessions(folder: Path) -> int:
    return _ask(folder, "select count(*) from session")


def _find_done(folder: Path) -> int:
    return _ask(folder, "select count(*) from command where kind='do' and state='done'")


def _ask(folder: Path, statement: str) -> int:
    with closing(sqlite3.connect(folder / "tracker.db")) as db:
        return int(db.execute(statement).fetchone()[0])
