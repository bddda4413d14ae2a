"""The cases of `cases.toml`, and the commands that a refusal names."""

import re
import shlex
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

FILE = Path(__file__).with_name("cases.toml")
# A command of a hint, on a line of its own: `  tracker import log.csv --user Ada`.
_COMMAND = re.compile(r"(?m)^  tracker (.*)$")


@dataclass(frozen=True, slots=True)
class Case:
    """A small file, and what comes of its import: seconds, or a refusal."""

    about: str
    file: str
    text: str
    options: list[str] = field(default_factory=list)
    seconds: int = 0
    skipped: list[tuple[int, str]] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    refused: str = ""
    answers: list[int] = field(default_factory=list)

    @property
    def command(self) -> list[str]:
        """Its import as a dry run."""
        return ["import", self.file, *self.options, "--dry-run"]


def load_cases() -> list[Case]:
    """All cases."""
    return [Case(**values) for values in tomllib.loads(FILE.read_text("utf-8"))["case"]]


def commands_of(hint: str) -> list[list[str]]:
    """The commands that a hint names, without `tracker`."""
    return [shlex.split(command) for command in _COMMAND.findall(hint)]
