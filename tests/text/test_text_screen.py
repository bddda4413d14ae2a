"""How wide lines are: as COLUMNS says, as the terminal is, or as a pipe allows."""

import fcntl
import io
import os
import struct
import subprocess
import sys
import termios

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import ROOT, Tracker
from tracker.text.columns import display_width
from tracker.text.screen import LEAST, MOST, USUAL, Screen

WIDTHS = st.integers(1, 1000)
NOTE = "read the paper, then wrote the attention layer again with Kim, without looking"


def _open_terminal(columns: int) -> tuple[int, int]:
    """The two ends of a real pseudo terminal; `columns` 0 is one of unknown size."""
    ours, theirs = os.openpty()
    size = struct.pack("HHHH", 24, columns, 0, 0)
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, size)
    return ours, theirs


def _adapted(columns: int, environment: dict[str, str]) -> tuple[int, bool]:
    """The width that a terminal of `columns` gives, and whether tables are wrapped."""
    ours, theirs = _open_terminal(columns)
    screen = Screen()
    with os.fdopen(theirs, "w") as out:
        screen.adapt(environment, out)
    os.close(ours)
    return screen.columns, screen.wraps_tables


@given(WIDTHS, WIDTHS)
def test_columns_come_first(named: int, real: int) -> None:
    """COLUMNS decides, also in a terminal and in a pipe, between 40 and 200."""
    screen = Screen()
    screen.adapt({"COLUMNS": str(named)}, io.StringIO())
    expected = min(max(named, LEAST), MOST)

    assert (screen.columns, screen.wraps_tables) == (expected, True)
    assert _adapted(real, {"COLUMNS": str(named)}) == (expected, True)


@given(WIDTHS, st.sampled_from(["", "0", "-5", "wide", "\u00b2"]))
def test_terminal(real: int, named: str) -> None:
    """Without a COLUMNS that is a width, lines are as wide as the terminal."""
    assert _adapted(real, {"COLUMNS": named}) == (min(max(real, LEAST), MOST), True)


def test_terminal_of_unknown_size() -> None:
    """A terminal that does not know its size gets lines of 80 columns."""
    assert _adapted(0, {}) == (USUAL, True)


@given(st.integers(200, 10_000), st.integers(0, 9))
def test_endless_number_of_columns(digits: int, zeros: int) -> None:
    """A number of columns that no terminal has is the most there are."""
    screen = Screen()
    screen.adapt({"COLUMNS": "0" * zeros + "9" * digits}, io.StringIO())

    assert (screen.columns, screen.wraps_tables) == (MOST, True)


def test_pipe() -> None:
    """A pipe gets lines of 80 columns, and each row of a table on one line."""
    screen = Screen()
    screen.adapt({"COLUMNS": "60"}, io.StringIO())
    screen.adapt({}, io.StringIO())

    assert (screen.columns, screen.wraps_tables) == (USUAL, False)


def _list_sessions(**streams: int) -> str:
    """What `tracker sessions` prints into a pipe, or nothing if `streams` are others."""
    environment = {k: v for k, v in os.environ.items() if k != "COLUMNS"}
    return subprocess.run(
        [sys.executable, "-m", "tracker", "sessions"],
        **{"stdout": subprocess.PIPE, **streams},
        cwd=ROOT,
        env=environment,
        text=True,
        check=True,
    ).stdout


@pytest.mark.parametrize("columns", [40, 60, 200])
def test_list_in_a_terminal(tracker: Tracker, columns: int) -> None:
    """A list is as wide as a real terminal; a pipe has its words, a row on one line."""
    tracker.ok(["log", "ziegler", "1h", "--note", NOTE])
    ours, theirs = _open_terminal(columns)
    _list_sessions(stdout=theirs)
    os.close(theirs)
    shown, piped = os.read(ours, 10_000).decode(), _list_sessions()
    os.close(ours)

    assert shown.split() == piped.split()
    assert max(map(display_width, shown.splitlines())) <= columns
    assert piped.splitlines()[0].endswith(f"ziegler-2019  {NOTE}")
