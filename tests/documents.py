"""Runs the examples of README.md and docs/: every `$ tracker ...` line of a console block, and the output under it.

A comment `<!-- clock: 2026-11-23T09:00 -->` sets the time from there on; a document shares one database from its top
to its end, and a block ```` ```csv NAME ```` is a file that lies there from the start. `python -m tests.documents
README.md docs/tour.md` writes what the program prints now into the documents.
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

from tracker.cli import main

LOOP = re.compile(
    r"for (?P<name>\w+) in (?P<values>.+); do (?P<body>tracker .+); done > /dev/null"
)
CLOCK = re.compile(r"<!-- clock: (\S+) -->")
FILE = re.compile(r"^```csv (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FIRST_CLOCK = "2026-11-23T09:00"


@dataclass
class Example:
    """One line typed, the lines that the document prints under it, and where those lines stand."""

    typed: str
    clock: str
    printed: list[str]
    start: int


def examples(text: str) -> list[Example]:
    """All examples of a document, in order."""
    found: list[Example] = []
    clock, inside = FIRST_CLOCK, False
    for number, line in enumerate(text.splitlines()):
        told = CLOCK.search(line)
        if told:
            clock = told[1]
        elif line.startswith("```"):
            inside = line == "```console"
            fresh = True
        elif inside and line.startswith("$ "):
            found.append(Example(line[2:], clock, [], number + 1))
            fresh = False
        elif inside and not fresh:
            found[-1].printed.append(line)
    return found


@contextlib.contextmanager
def stage(folder: Path) -> Iterator[None]:
    """A newcomer's machine: an empty folder, no database, and ids that are the same every time."""
    chance = random.Random(7)
    told = {
        "TRACKER_DB": str(folder / "tracker.db"),
        "TZ": "Europe/Berlin",
        "COLUMNS": "80",
        "NO_COLOR": "1",
    }
    with (
        contextlib.chdir(folder),
        mock.patch.dict(os.environ, told),
        mock.patch("tracker.database.values.os.urandom", chance.randbytes),
    ):
        yield


def run(example: Example, last_code: int) -> tuple[list[str], int]:
    """The lines that an example prints now, results before remarks, and its exit code."""
    loop = LOOP.fullmatch(example.typed)
    if loop:
        bodies = [
            loop["body"].replace(f"${loop['name']}", value)
            for value in loop["values"].split()
        ]
        answers = [run(replace(example, typed=body), 0) for body in bodies]
        return [line for printed, code in answers if code for line in printed], max(
            code for _, code in answers
        )
    words = shlex.split(example.typed, comments=True)
    if words[0] == "cat":
        return Path(words[1]).read_text(encoding="utf-8").splitlines(), 0
    if words == ["echo", "$?"]:
        return [str(last_code)], 0
    assert words[0] == "tracker", example.typed
    out, err = io.StringIO(), io.StringIO()
    os.environ["TRACKER_NOW"] = example.clock
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(words[1:])
    folder = str(Path.cwd())
    printed = (out.getvalue() + err.getvalue()).replace(folder, "~").splitlines()
    return printed, code


def play(text: str) -> list[tuple[Example, list[str]]]:
    """Each example of a document with what it prints now."""
    code, played = 0, []
    with tempfile.TemporaryDirectory() as folder, stage(Path(folder).resolve()):
        for name, content in FILE.findall(text):
            Path(name).write_text(content, encoding="utf-8")
        for example in examples(text):
            printed, code = run(example, code)
            played.append((example, printed))
    return played


def rewritten(text: str) -> str:
    """The document with what the program prints now."""
    lines = text.splitlines()
    for example, printed in reversed(play(text)):
        lines[example.start : example.start + len(example.printed)] = printed
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    for name in sys.argv[1:]:
        document = Path(name)
        document.write_text(
            rewritten(document.read_text(encoding="utf-8")), encoding="utf-8"
        )
