"""Files that are none, or too much: each is answered soon, by a sentence, and nothing is written.

Every command that takes the name of a file is found in the table of commands.
"""

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from tests.limited_runs import run_limited
from tracker.click_group import tracker as group
from tracker.input_file import InputFile, read_text, read_toml_file, say_bytes
from tracker.limits import LARGEST_TOML, MOST_DOTS

FILE = "FILE"
# What stands for the other arguments of a command, by their names, and its options.
ARGUMENTS = {
    "files": "log.csv",
    "kind": "application",
    "funder": "taif",
    "action": "check",
}
OPTIONS = {"export": ["--for", "taif"]}
# How the parameters that take the name of a file or a folder are written in help.
METAVARS = {"FILE", "FILE...", "DIR", "OTHER.db"}
# `applied --file` reads nothing, so any regular file will do.
REGULAR = ("sparse", "noise", "blanks")
MOST_KB = 300_000


def _takes_file(parameter: click.Parameter) -> bool:
    is_path = isinstance(parameter.type, click.Path | click.File)
    return is_path or getattr(parameter, "metavar", None) in METAVARS


def _words(command: click.Command, tested: click.Parameter) -> list[str]:
    """The words of a command in which FILE stands for the parameter."""
    words = [command.name or "", *OPTIONS.get(command.name or "", [])]
    for parameter in command.params:
        is_needed = isinstance(parameter, click.Argument) and parameter.required
        if parameter is tested:
            words += [FILE] if is_needed else [*_option(tested), FILE]
        elif is_needed:
            words.append(ARGUMENTS.get(parameter.name or "", "fastai"))
    return words


def _option(parameter: click.Parameter) -> list[str]:
    """`--map` of an option, nothing of an argument."""
    return [] if isinstance(parameter, click.Argument) else [parameter.opts[0]]


def _commands() -> Iterator[list[str]]:
    """Each command for each of its parameters that takes a file."""
    yield ["--db", FILE, "status"]
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command
        for parameter in filter(_takes_file, command.params):
            yield _words(command, parameter)


COMMANDS = list(_commands())


@pytest.fixture(name="folder")
def _folder(place: Path) -> Path:
    """A folder with a database, a log, and what is no file, or no file of tracker."""
    folder = place.parent
    os.mkfifo(folder / "pipe")
    os.mkfifo(folder / "a pipe\nof two lines")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(os.path.relpath(folder / "socket"))
    (folder / "folder").mkdir()
    (folder / "itself").symlink_to("itself")
    (folder / "noise").write_bytes(os.urandom(5_000))
    (folder / "noise").chmod(0)
    (folder / "blanks").write_text(" " * 5_000_000)
    with (folder / "sparse").open("wb") as sparse:
        sparse.truncate(10_000_000_000)
    (folder / "log.csv").write_text("date,project,minutes\n2026-01-05,maths,30\n")
    return folder


OUTSIDE = (
    "/dev/zero",
    "/dev/tty",
    "/proc/self/mem",
    "/proc/self/pagemap",
    "/proc/kmsg",
    "n" * 300,
)


def _state(folder: Path) -> dict[str, tuple[int, int]]:
    statuses = {path.name: path.lstat() for path in folder.iterdir()}
    return {
        name: (status.st_size, status.st_mtime_ns) for name, status in statuses.items()
    }


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_no_file(folder: Path, words: list[str]) -> None:
    """What is no file is refused: no command waits, fills the memory, fails or writes."""
    names = [*OUTSIDE, *(path.name for path in folder.iterdir())]
    skipped = {"tracker.db", "log.csv"}
    if " ".join(words).startswith("applied"):
        skipped |= {*REGULAR, "/proc/self/pagemap", "/proc/kmsg"}
    tried = [name for name in names if name not in skipped]
    calls = [[name if word == FILE else word for word in words] for name in tried]
    environment = {
        "TRACKER_DB": str(folder / "tracker.db"),
        "TRACKER_NOW": "2026-11-23T14:30",
        "TZ": "Europe/Berlin",
    }
    before = _state(folder)

    answers = run_limited(calls, folder, environment)

    wrong = {
        name: answer
        for name, answer in zip(tried, answers, strict=True)
        if answer.code not in range(2, 7) or not answer.printed or answer.peak > MOST_KB
    }
    assert wrong == {}
    assert _state(folder) == before


def test_a_file_that_grows(tmp_path: Path) -> None:
    """A file is read to the length that it had when it was opened."""
    place = tmp_path / "log.csv"
    place.write_text("one\n")
    file = InputFile(place)
    with place.open("a") as more:
        more.write("two\n")

    assert file.read() == b"one\n"
    assert list(file.open()) == [b"one\n"]


def test_a_file_that_is_replaced(tmp_path: Path) -> None:
    """An open file is read as it was, whatever has its name by now."""
    place = tmp_path / "log.csv"
    place.write_text("one\n")
    file = InputFile(place)
    place.unlink()
    os.mkfifo(place)

    assert file.read() == b"one\n"


def test_a_file_that_shrinks(tmp_path: Path) -> None:
    """Of a file that was cut meanwhile, what is left is read."""
    place = tmp_path / "log.csv"
    place.write_text("one\ntwo\n")
    file = InputFile(place)
    os.truncate(place, 4)

    assert file.read() == b"one\n"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"#" * (LARGEST_TOML + 1), "it has 1 MB, and tracker reads at most 1 MB"),
        (
            b"a = 1\n" + b"a." * (MOST_DOTS + 1),
            f"line 2 has over {MOST_DOTS} dots; break it in two",
        ),
    ],
)
def test_too_much_toml(tmp_path: Path, content: bytes, reason: str) -> None:
    """TOML that is large, or a key of very many parts, is refused before it is parsed."""
    (tmp_path / "a.toml").write_bytes(content)

    with pytest.raises(OSError, match=reason):
        read_toml_file(tmp_path / "a.toml")


def test_text_of_a_file(tmp_path: Path) -> None:
    """A mark at its beginning and carriage returns are left out."""
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfone\r\ntwo\r")

    assert read_text(tmp_path / "a.txt", 100) == "one\ntwo\n"


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "1 kB"),
        (999_001, "1000 kB"),
        (1_000_000, "1 MB"),
        (10_737_418_240, "10.7 GB"),
    ],
)
def test_say_bytes(count: int, words: str) -> None:
    """Bytes are said in the unit that people know."""
    assert say_bytes(count) == words
