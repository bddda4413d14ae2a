"""The page that counts keystrokes: its sums are right, and its day is what tracker logs."""

import re

import pytest

from tests.conftest import ROOT, Tracker

PAGE = ROOT / "docs" / "keystrokes.md"
PROGRAMS = ("tracker", "watson", "timew", "toggl")
DAY = "2026-11-23"


def _rows() -> list[list[str]]:
    """The cells of each row of both tables, without their heads."""
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    rows = [line.strip("|").split("|") for line in lines if line.startswith("|")]
    cells = [[cell.strip() for cell in row] for row in rows]
    return [row for row in cells if row[1][:1] in "`0123456789" and row[1]]


def _commands(cell: str) -> list[str]:
    """The commands of a cell: `watson stop` `watson start fastai`."""
    return re.findall(r"`([^`]+)`", cell)


def _keys(column: int, *, without_name: bool) -> int:
    """The keystrokes of a column, Enter among them."""
    commands = [c for row in _rows() for c in _commands(row[column])]
    names = len(commands) * len(PROGRAMS[column - 1]) if without_name else 0
    return sum(len(command) + 1 for command in commands) - names


@pytest.mark.parametrize("column", range(1, 5))
def test_sums(column: int) -> None:
    """Both rows of sums are what their columns add up to, and tracker's is the least."""
    with_name, without = (row for row in _rows() if row[0] in ("keystrokes", ""))
    full = [_keys(c, without_name=False) for c in range(1, 5)]
    short = [_keys(c, without_name=True) for c in range(1, 5)]

    assert int(with_name[column]) == full[column - 1]
    assert int(without[column]) == short[column - 1]
    assert min(full) == full[0]
    assert min(short) == short[0]


def test_the_day(tracker: Tracker) -> None:
    """Typed at their times, tracker's commands log that day and the hour before it."""
    tracker.ok("log ziegler 1h", "2026-11-20T20:00")
    for row in _rows():
        if re.match(r"\d\d:\d\d,", row[0]):
            (command,) = _commands(row[1])
            tracker.ok(command.partition(" ")[2], f"{DAY}T{row[0][:5]}")

    sessions = tracker.json("sessions --since 2026-11-22")["sessions"]
    assert [(s["item"], s["day"][-2:], s["seconds"] // 60) for s in sessions] == [
        ("fastai", "22", 50),
        ("fastai", "23", 45),
        ("ziegler-2019", "23", 50),
        ("fastai", "23", 40),
        ("fastai", "23", 30),
    ]
