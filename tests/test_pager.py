"""Answers that are longer than the screen, on a real pseudo-terminal of 80 x 24."""

import shutil
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

from tests.conftest import ROOT
from tests.database.harness import environment

NAMES = ("PAGER", "LESS", "COLUMNS")


class Terminal:
    """A terminal in which tracker runs; its pager writes what it was sent to a file."""

    def __init__(self, db: Path, folder: Path) -> None:
        self.db, self.sent = db, folder / "sent"
        self.pager = folder / "a pager"
        self.pager.write_text(f"#!/bin/sh\necho paged\ncat > '{self.sent}'\n")
        self.pager.chmod(0o755)

    def start(self, words: str, rows: int = 24, **names: str) -> pexpect.spawn:
        """Start `words`, which a shell reads: `T` stands for tracker."""
        words = words.replace("T", f"{sys.executable} -m tracker", 1)
        env = {k: v for k, v in environment(self.db).items() if k not in NAMES}
        return pexpect.spawn(
            "/bin/sh",
            ["-c", words],
            cwd=str(ROOT),
            env={**env, "TERM": "xterm", "LC_ALL": "C.UTF-8", **names},  # type: ignore[arg-type]
            dimensions=(rows, 80),
            encoding="utf-8",
            timeout=120,
        )

    def run(self, words: str, rows: int = 24, **names: str) -> tuple[int | None, str]:
        """The exit code of `words`, and what is on the screen at the end."""
        child = self.start(words, rows, **names)
        printed = child.read()
        child.close()
        return child.exitstatus, printed.replace("\r\n", "\n")

    @property
    def mine(self) -> str:
        """The line of $PAGER for the pager that writes to a file."""
        return f"'{self.pager}'"


@pytest.fixture(name="terminal")
def _terminal(place: Path, tmp_path: Path) -> Terminal:
    return Terminal(place, tmp_path)


@pytest.mark.parametrize(
    "words", ["items", "help spellings", "--help", "export --help"]
)
def test_long_answer(terminal: Terminal, words: str) -> None:
    """What only looks and is longer than the screen goes to the person's pager, whole."""
    code, printed = terminal.run(f"T {words}", PAGER=terminal.mine)

    assert (code, printed) == (0, "paged\n")
    _, plain = terminal.run(f"T {words}", PAGER="")
    assert terminal.sent.read_text("utf-8") == plain
    assert plain.count("\n") >= 24


@pytest.mark.parametrize(
    ("words", "rows"),
    [
        ("T status", 24),  # it fits
        ("T items", 900),  # it fits a tall screen
        ("T items --json", 24),
        ("T items | cat", 24),
        ("T items < /dev/null", 24),
        ("T config", 5),  # it can write
    ],
)
def test_answer_without_pager(terminal: Terminal, words: str, rows: int) -> None:
    """What fits, JSON, pipes, and commands that write are printed plainly."""
    _, printed = terminal.run(words, rows, PAGER=terminal.mine)

    assert not terminal.sent.exists()
    assert "paged" not in printed
    assert printed


def test_last_line_of_the_screen(terminal: Terminal) -> None:
    """An answer needs one line more than it has: that of the next prompt."""
    _, plain = terminal.run("T log --help", 900)
    lines = plain.count("\n")

    assert terminal.run("T log --help", lines + 1, PAGER=terminal.mine) == (0, plain)
    assert terminal.run("T log --help", lines, PAGER=terminal.mine)[1] == "paged\n"


@pytest.mark.parametrize("pager", ["", "cat", "no-such-pager", "'", "/dev/null"])
def test_no_pager(terminal: Terminal, pager: str) -> None:
    """An empty PAGER, cat, or one that is not there: the answer is printed."""
    code, printed = terminal.run("T items", PAGER=pager)

    assert code == 0
    assert printed == terminal.run("T items", 900)[1]


@pytest.mark.parametrize("pager", ["true", "head -n 1", "false"])
def test_pager_that_ends_early(terminal: Terminal, pager: str) -> None:
    """A pager that is closed before the end has shown enough, whatever its own code."""
    code, printed = terminal.run("T items", PAGER=pager)

    assert code == 0
    assert printed.count("\n") == (1 if "head" in pager else 0)


@pytest.mark.skipif(not shutil.which("less"), reason="less is not here")
def test_less(terminal: Terminal) -> None:
    """Without PAGER, less shows the first screen, and q ends it with exit code 0."""
    child = terminal.start("T items; echo code $?")
    child.expect(":")
    child.send("q")
    child.expect("code 0")
    child.close()


@pytest.mark.skipif(not shutil.which("less"), reason="less is not here")
def test_interrupted_less(terminal: Terminal) -> None:
    """Ctrl-C in less is for less; q then ends both, with exit code 0."""
    child = terminal.start("exec T items")
    child.expect(":")
    child.sendintr()
    child.send("q")
    printed = child.read()
    child.close()

    assert child.exitstatus == 0
    assert "Interrupted" not in printed


@pytest.mark.parametrize("words", ["items", "items --json", "--help", "help spellings"])
def test_head(place: Path, words: str) -> None:
    """`tracker items | head -1` is quiet and ends with 0, with pipefail too."""
    script = f"set -o pipefail; {sys.executable} -m tracker {words} | head -n 1"
    done = subprocess.run(
        ["bash", "-c", script],
        cwd=ROOT,
        env=environment(place),
        capture_output=True,
        check=False,
        text=True,
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("\n") == 1
