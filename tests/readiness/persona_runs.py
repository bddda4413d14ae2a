"""The personas: the commands that each typed, and what `ready`, `gaps` and `next` answer them.

`python -m tests.readiness.persona_runs [NAME]...` writes the answers of today to
expected/, for all personas or those named. Read each against the guide before you
commit it.
"""

import contextlib
import io
import os
import re
import shlex
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tests.documents import stage
from tracker.cli import main

HERE = Path(__file__).parent
PERSONAS = {
    path.stem: tomllib.loads(path.read_text(encoding="utf-8"))
    for path in sorted(HERE.glob("personas/*.toml"))
}
NOW = "2026-11-23T14:30"
# Takes a command without `tracker` and gives what it prints; it must succeed.
Run = Callable[[str], str]


def days(command: str) -> Iterator[str]:
    """The command for each day that `{01..10}` in it means; else the command itself."""
    span = re.search(r"\{(\d\d)\.\.(\d\d)\}", command)
    if not span:
        return iter((command,))
    return (
        command.replace(span[0], f"{day:02}")
        for day in range(int(span[1]), int(span[2]) + 1)
    )


def live(persona: dict[str, Any], run: Run) -> None:
    """Run all commands of a persona."""
    for command in persona["commands"]:
        for each in days(command):
            run(each)


def answers(persona: dict[str, Any], run: Run) -> str:
    """What `ready`, `gaps` and `next` answer a persona, for the roles they think of."""
    told = [f"# {persona['who']}\n"]
    for role in persona["roles"]:
        run(f"target {role}")
        for command in ("ready", "gaps", "next"):
            asked = command if command == "next" else f"{command} {role}"
            shown = run("ready --helps" if command == "ready" else command)
            told.append(f"$ tracker {asked}\n{shown}")
    return "\n".join(told)


def expected(name: str) -> Path:
    """The file that holds the expected answers to a persona."""
    return HERE / "expected" / f"{name}.txt"


def run_command(command: str) -> str:
    """What a command prints; it must succeed."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
        code = main(shlex.split(command))
    assert code == 0, command
    return out.getvalue()


if __name__ == "__main__":
    for name, persona in PERSONAS.items():
        if not sys.argv[1:] or name in sys.argv[1:]:
            with tempfile.TemporaryDirectory() as folder, stage(Path(folder)):
                os.environ["TRACKER_NOW"] = NOW
                live(persona, run_command)
                expected(name).write_text(
                    answers(persona, run_command), encoding="utf-8"
                )
