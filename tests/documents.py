"""Runs the examples of README.md and docs/: `$ tracker ...` lines of console blocks.

A comment `<!-- clock: 2026-11-23T09:00 -->` sets the time from there on. A document has
one database from top to end. A block ```` ```csv NAME ```` is a file that is there from
then on. `python -m tests.documents README.md docs/tour.md` writes what the program
prints now into the documents.
"""

import contextlib
import io
import os
import random
import re
import shlex
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from unittest import mock

from tests.conftest import ENVIRONMENT
from tracker.cli import main
from tracker.modules import load_module

# Its import draws from the source of ids, once in a process: before any document.
load_module("tracker.plans.store.questions")

# `for day in 1 2; do tracker log fastai 1h --on $day; done > /dev/null`, or a loop that
# waits for Enter after each round: `for field in short cv; do tracker ...; read; done`.
LOOP = re.compile(
    r"for (?P<name>\w+) in (?P<values>.+); do (?P<body>tracker .+?)"
    r"(?:; done (?P<quiet>> /dev/null)|; read; done)"
)
# `<!-- clock: 2026-11-23T09:00 -->`
CLOCK = re.compile(r"<!-- clock: (\S+) -->")
# The first line of a block of a file's lines: "```csv NAME".
FILE = re.compile(r"```(?:csv|json|toml) (\S+)")
# What a shell does with a result: ` | head -3`, ` | grep taif`, ` | pbcopy`, ` > /dev/null`.
PIPE = re.compile(
    r" (?:\| head -(?P<lines>\d+)|\| grep (?P<word>\w+)|\| pbcopy|> /dev/null)"
)
FIRST_CLOCK = "2026-11-23T09:00"


@dataclass
class Example:
    """A typed line, its clock, the lines printed under it, and where those begin.

    `files` are those that the document shows between the example before and this one.
    """

    typed: str
    clock: str
    printed: list[str]
    start: int
    files: dict[str, list[str]]


def examples(text: str) -> list[Example]:
    """All examples of a document, in order."""
    all_examples: list[Example] = []
    clock, in_console, is_first = FIRST_CLOCK, False, True
    files: dict[str, list[str]] = {}
    file: list[str] | None = None
    for number, line in enumerate(text.splitlines()):
        new_clock = CLOCK.search(line)
        if new_clock:
            clock = new_clock[1]
        elif line.startswith("```"):
            in_console, is_first = line == "```console", True
            named = FILE.fullmatch(line)
            file = files.setdefault(named[1], []) if named else None
        elif file is not None:
            file.append(line)
        elif in_console and line.startswith("$ "):
            all_examples.append(Example(line[2:], clock, [], number + 1, files))
            files, is_first = {}, False
        elif in_console and not is_first:
            all_examples[-1].printed.append(line)
    return all_examples


@contextlib.contextmanager
def stage(folder: Path) -> Iterator[None]:
    """A newcomer's machine: an empty folder, no database, the same ids every time."""
    generator = random.Random(7)
    environment = {"TRACKER_DB": str(folder / "tracker.db"), **ENVIRONMENT}
    with (
        contextlib.chdir(folder),
        mock.patch.dict(os.environ, environment),
        mock.patch("tracker.database.values.os.urandom", generator.randbytes),
    ):
        yield


def run(example: Example, last_code: int) -> tuple[list[str], int]:
    """The lines that an example prints, results before remarks, and its exit code."""
    loop = LOOP.fullmatch(example.typed)
    if loop:
        return run_loop(example, loop)
    pipe = PIPE.search(example.typed)
    words = shlex.split(PIPE.sub("", example.typed), comments=True)
    if words[0] == "cat":
        return Path(words[1]).read_text(encoding="utf-8").splitlines(), 0
    if words == ["echo", "$?"]:
        return [str(last_code)], 0
    assert words[0] == "tracker", example.typed
    words = [re.sub("^~/", f"{Path.cwd()}/", word) for word in words]
    out, err = io.StringIO(), io.StringIO()
    os.environ["TRACKER_NOW"] = example.clock
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(words[1:])
    text = _read_by(pipe, out.getvalue()) + err.getvalue()
    return text.replace(str(Path.cwd()), "~").splitlines(), code


def _read_by(pipe: re.Match[str] | None, result: str) -> str:
    """What a reader sees of a result; nothing of one that goes elsewhere."""
    if pipe is None:
        return result
    lines = result.splitlines(keepends=True)
    if pipe["word"]:
        return "".join(line for line in lines if pipe["word"] in line)
    return "".join(lines[: int(pipe["lines"] or 0)])


def run_loop(example: Example, loop: re.Match[str]) -> tuple[list[str], int]:
    """What the rounds of a shell's loop print, and the highest exit code.

    Of a loop that prints to /dev/null, only what its failing rounds print.
    """
    lines, highest = [], 0
    for value in loop["values"].split():
        typed = loop["body"].replace(f"${loop['name']}", value)
        printed, code = run(replace(example, typed=typed), 0)
        if code or not loop["quiet"]:
            lines += printed
        highest = max(highest, code)
    return lines, highest


def play(text: str) -> list[tuple[Example, list[str]]]:
    """Each example of a document with what it prints now."""
    code, played = 0, []
    with tempfile.TemporaryDirectory() as folder, stage(Path(folder).resolve()):
        for example in examples(text):
            for name, lines in example.files.items():
                Path(name).write_text("\n".join(lines) + "\n", encoding="utf-8")
            printed, code = run(example, code)
            played.append((example, printed))
    return played


def rewrite(text: str) -> str:
    """The document with what the program prints now."""
    lines = text.splitlines()
    for example, printed in reversed(play(text)):
        lines[example.start : example.start + len(example.printed)] = printed
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    for name in sys.argv[1:]:
        document = Path(name)
        text = document.read_text(encoding="utf-8")
        document.write_text(rewrite(text), encoding="utf-8")
