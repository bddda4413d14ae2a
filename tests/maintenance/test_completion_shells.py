"""Completion in real shells: what is typed, Tab, Enter, and what tracker then gets."""

import re
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from tests.conftest import Tracker

pytest.importorskip("pexpect", reason="pexpect is not installed")

from tests.maintenance.shell_terminal import SHELLS, Terminal
from tracker.maintenance import shells

SCRIPTS = Path(shells.__file__).parent / "shell_scripts"
# What is typed before Tab, and the arguments.
LINES = {
    "tracker rep": ["report"],
    "tracker log fasta": ["log", "fastai"],
    'tracker log "fasta': ["log", "fastai"],
    "tracker fasta": ["fastai"],
    "LANG=C tracker log fasta": ["log", "fastai"],
    "true && tracker log fasta": ["log", "fastai"],
    "~/bin/tracker log fasta": ["log", "fastai"],
    "tracker log fastai -n 'a b' --ov": ["log", "fastai", "-n", "a b", "--overlap"],
    "tracker edit la": ["edit", "last"],
    "tracker reach x --evidence rep": ["reach", "x", "--evidence", "repo:"],
    "tracker reach x --evidence=rep": ["reach", "x", "--evidence=repo:"],
    "tracker sessions --period last\\ w": ["sessions", "--period", "last week"],
    "tracker export cv --output=tw": ["export", "cv", "--output=two words.md"],
    'tracker import "two': ["import", "two words.md"],
    "tracker --db ~/two": ["--db", "{home}/two words.md"],
    "tracker import {home}/a:b/l": ["import", "{home}/a:b/log one.csv"],
    "tracker --db a:b/my\\ own.db log elk-n": ["--db", "a:b/my own.db", "log", "elk-notes"],
    "tracker catalogue check fold": ["catalogue", "check", "folder"],
    "tracker note fasta": ["note", "fasta"],
}  # fmt: skip

Open = Callable[[str, str], Terminal]


@pytest.fixture(name="home")
def _home(tracker: Tracker, tmp_path: Path) -> Path:
    """A home with files and two databases, one of which is used where none is named."""
    home = tmp_path / "home"
    for name in ("a:b/log one.csv", "folder/note.md", "two words.md"):
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text("")
    tracker.ok("log fastai 1h +pair")
    shutil.copy(tracker.db, home / "a:b/my own.db")
    tracker.ok(
        [
            "--db",
            f"{home}/a:b/my own.db",
            "add",
            "elk-notes",
            "--title",
            "Notes",
            "--track",
            "research",
        ]
    )
    return home


@pytest.fixture(name="open_terminal")
def _open_terminal(home: Path, tracker: Tracker) -> Iterator[Open]:
    terminals = []

    def open_terminal(shell: str, startup: str) -> Terminal:
        terminals.append(Terminal(shell, home, tracker.db, startup))
        return terminals[-1]

    yield open_terminal
    for terminal in terminals:
        terminal.close()


def told_line(tracker: Tracker, shell: str) -> str:
    """The line that `completion --help` says to add."""
    text = tracker.ok("completion --help")
    match = re.search(rf"^ +{shell} +\S+ +(.+)$", text, re.MULTILINE)
    assert match, text
    return f"{match[1]}\n"


def completed(
    terminal: Terminal, home: Path, lines: Iterable[str]
) -> dict[str, list[str]]:
    """What tracker gets for each of the lines; a folder is the same with `/`."""
    return {
        line: [word.rstrip("/") for word in terminal.complete(line.format(home=home))]
        for line in lines
    }


def expected(home: Path, lines: Iterable[str]) -> dict[str, list[str]]:
    """What tracker should get for each of the lines."""
    return {line: [word.format(home=home) for word in LINES[line]] for line in lines}


@pytest.mark.parametrize("shell", SHELLS)
def test_lines(shell: str, tracker: Tracker, home: Path, open_terminal: Open) -> None:
    """With the line of the help alone in its file, each shell completes all of these."""
    terminal = open_terminal(shell, told_line(tracker, shell))

    assert completed(terminal, home, LINES) == expected(home, LINES)


OLD_BASH = """\
enable -n compopt
complete() {
    if [[ $2 == nosort ]]; then
        echo "complete: nosort: invalid option name" >&2
        return 2
    fi
    builtin complete "$@"
}
"""


def test_bash_without_newer_commands(
    tracker: Tracker, home: Path, open_terminal: Open
) -> None:
    """A bash without `compopt` and `nosort`, which 3.2 has not either, completes the same."""
    terminal = open_terminal("bash", OLD_BASH + told_line(tracker, "bash"))

    lines = [line for line in LINES if re.search("rep|two|a:b|fold", line)]

    assert completed(terminal, home, lines) == expected(home, lines)


NEWER_THAN_BASH_3 = r"declare -A|local -n|mapfile|readarray|\|&|&>>|\$\{\w+\^|\$\{\w+,|\[-1\]|coproc|printf -v"


def test_bash_script_is_for_bash_3() -> None:
    """The script has none of the words that came to bash after 3.2, but for those it can do without."""
    script = (SCRIPTS / "tracker.bash").read_text()

    assert re.findall(NEWER_THAN_BASH_3, script) == []
    assert re.findall(r"compopt .*", script) == [
        "compopt -o nospace 2>/dev/null || return 0"
    ]
    assert re.findall(r".*nosort.* \|\| .*", script) == [
        "complete -o nosort -F _tracker tracker 2>/dev/null || complete -F _tracker tracker"
    ]


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_titles(shell: str, tracker: Tracker, open_terminal: Open) -> None:
    """Zsh and fish show beside each value what it is."""
    terminal = open_terminal(shell, told_line(tracker, shell))

    terminal.show("tracker edit ", "the session recorded last")


def test_zsh_that_starts_completion_later(
    tracker: Tracker, open_terminal: Open
) -> None:
    """A `compinit` that follows in ~/.zshrc takes nothing away."""
    later = "autoload -Uz compinit && compinit -u\n"
    terminal = open_terminal("zsh", told_line(tracker, "zsh") + later)

    assert terminal.complete("tracker edit la") == ["edit", "last"]


def test_zsh_folder(home: Path, open_terminal: Open) -> None:
    """Zsh loads the script from a folder of its functions, where the wheel puts it."""
    (home / "_tracker").write_text((SCRIPTS / "tracker.zsh").read_text())
    terminal = open_terminal(
        "zsh", f"fpath+={home}\nautoload -Uz compinit && compinit -u\n"
    )

    assert terminal.complete("tracker edit la") == ["edit", "last"]
    assert terminal.complete("tracker log fasta") == ["log", "fastai"]


def test_fish_folder(home: Path, open_terminal: Open) -> None:
    """Fish loads the script from the folder of a person, where pipx puts it."""
    place = home / ".local/share/fish/vendor_completions.d/tracker.fish"
    place.parent.mkdir(parents=True)
    place.write_text((SCRIPTS / "tracker.fish").read_text())
    terminal = open_terminal("fish", "")

    assert terminal.complete("tracker edit la") == ["edit", "last"]


@pytest.mark.parametrize("shell", SHELLS)
def test_locked(shell: str, tracker: Tracker, open_terminal: Open) -> None:
    """While another process writes, the line stays as it is, and nothing is printed into it."""
    terminal = open_terminal(shell, told_line(tracker, shell))
    other = sqlite3.connect(tracker.db, isolation_level=None)
    other.execute("begin exclusive")
    try:
        assert terminal.complete("tracker log fasta") == ["log", "fasta"]
    finally:
        other.close()
    assert terminal.complete("tracker log fasta") == ["log", "fastai"]


@pytest.mark.parametrize("shell", SHELLS)
def test_script(shell: str, tracker: Tracker) -> None:
    """`completion` prints the script that the wheel puts where the shell looks; no database is made."""
    script = (SCRIPTS / f"tracker.{shell}").read_text()

    assert tracker.ok(f"completion {shell}") == script
    assert tracker.ok(["--db", "x y.db", "completion", shell]) == script
    assert tracker.json(f"completion {shell}")["source"] == script.rstrip()
    assert not tracker.db.exists()
    assert tracker("completion csh").code == 2
