"""Every command that the program prints in the course of the tests is pasted back once.

It runs in a copy of the test's folder as it is at that moment, by the same clock. The
test fails where the command cannot be read, or names something that does not exist.
"""

import io
import json
import re
import shlex
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import hypothesis
import pytest

from tracker.cli import main
from tracker.command_table import PLACES
from tracker.text.placeholders import PLACEHOLDERS

# A command in a line, after a colon, in brackets, in a column or alone, up to its end:
# `Undo: tracker undo`, `(tracker ready --helps)`.
COMMAND = re.compile(
    r"(?:^|: |^ +|  |\()"
    rf"(?P<command>tracker (?:--db \S+ )?(?:--help|(?:{'|'.join(PLACES)})\b.*))$"
)
# Where it ends before the line does: `tracker undo)`, `tracker known x  A title`.
END = re.compile(r"  |\)(?=[.:,;]? |[.:,;]?$)")
# A word in capitals, alone or after a kind: `URL`, `letter:WHO`, `hours=HEADER`.
PLACEHOLDER = re.compile(rf"(?:[a-z]+:)?(?:{'|'.join(PLACEHOLDERS)})|.*=HEADER")
# Lines with more than one fault, each of which is mended by a line of its own.
TWO_FAULTS = {
    "log fastai 9:00-10:00 1h --from 9:00",
    "import log.csv --zone Nowhere",
}
# What fails when it is pasted: 2 is unreadable, 3 is no such thing.
FAULTS = (2, 3)
LARGEST = 4_000_000  # bytes of a folder that is copied
# The kinds of commands that this process has pasted, or has found pasted.
pasted: set[tuple[str, ...]] = set()


@dataclass(frozen=True)
class Paste:
    """Runs commands in a copy of a database's folder.

    `claims` is a folder of this run, where each process says what it pastes.
    """

    claims: Path
    database: Path
    capsys: pytest.CaptureFixture[str]
    monkeypatch: pytest.MonkeyPatch

    def __call__(self, words: Sequence[str]) -> tuple[int, str]:
        """The exit code and the error of a command."""
        folder = self.database.parent
        copy = folder.with_name(f"{folder.name}-pasted")
        shutil.copytree(folder, copy, symlinks=True)
        with self.monkeypatch.context() as at:
            here = Path.cwd()
            inside = here.relative_to(folder) if here.is_relative_to(folder) else "."
            at.chdir(copy / inside)
            at.setenv("TRACKER_DB", str(copy / self.database.name))
            at.setenv("EDITOR", "true")
            at.setattr("sys.stdin", io.StringIO())
            at.setattr("webbrowser.open", lambda url: True)
            code = main([word.replace(str(folder), str(copy)) for word in words])
        shutil.rmtree(copy)
        return code, self.capsys.readouterr().err

    def claim(self, kind: Sequence[str]) -> bool:
        """Whether no process of this run has pasted a command of the kind."""
        name = sha256(repr(kind).encode()).hexdigest()
        try:
            (self.claims / name).touch(exist_ok=False)
        except FileExistsError:
            return False
        return True

    def is_large(self) -> bool:
        """Whether copying the folder would take long."""
        files = (path for path in self.database.parent.rglob("*") if path.is_file())
        return sum(path.stat().st_size for path in files) > LARGEST


def check_hints(typed: Sequence[str], printed: str, paste: Paste) -> None:
    """Paste the commands in what `typed` printed, one of each kind in a run.

    Those of random words are left out: two words can be wrong, and a line mends one.
    """
    is_random = hypothesis.currently_in_test_context()
    if is_random or "Usage: tracker" in printed or " ".join(typed) in TWO_FAULTS:
        return
    for command, before in find_commands(_plain_text(printed)):
        kind = _kind(command, before)
        if kind in pasted or paste.is_large():
            continue
        words = shlex.split(command)[1:]
        if not has_placeholder(words) and paste.claim(kind):
            code, error = paste(words)
            assert code not in FAULTS, (
                f"{before}\n{command}\nprinted for {typed}: {error}"
            )
        pasted.add(kind)


def find_commands(text: str) -> Iterator[tuple[str, str]]:
    """Each command to paste in what was printed, and the words that lead to it."""
    line_before = ""
    for line in re.sub(r"\\\n *", "", text).splitlines():
        match = COMMAND.search(line)
        if match:
            command = re.split(END, match["command"])[0]
            yield command, line[: match.start("command")].strip() or line_before
        else:
            line_before = line


def has_placeholder(words: Sequence[str]) -> bool:
    """Whether one of the words stands for something to type."""
    return any(
        PLACEHOLDER.fullmatch(word) for word in re.split("[ =]", " ".join(words))
    )


def _plain_text(printed: str) -> str:
    """The hints of an answer in JSON, else what was printed."""
    if not printed.startswith("{"):
        return printed
    try:
        answer = json.loads(printed)
    except ValueError:
        return printed
    hint = answer.get("error", {}).get("hint", "")
    return "\n".join([hint, *answer.get("remarks", [])])


def _kind(command: str, before: str) -> tuple[str, ...]:
    """The same for commands that are printed by the same line of code."""
    names = [word for word in command.split() if word in PLACES]
    options = [word for word in command.split() if word.startswith("-")]
    text = " ".join(re.findall(r"[a-z]{2,}", before.lower())[-2:])
    return (text, *names[:1], *sorted(options))
