"""Three people as their commands make them.

Ines has 500 imported hours, a published replication, and an application out; Ben six
weeks, and a course half done; Dora promises that were late, over their limit, withdrawn.
"""

import contextlib
import io
import os
import shlex
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from tests.documents import stage
from tests.export.toggl import toggl_export
from tests.json_answers import check_json
from tracker.cli import main

TODAY = "2026-11-23T12:00"
PEOPLE = ("ines", "ben", "dora")
FILES = Path(__file__).parent / "people"
# A budget with something in each part.
BUDGET = (FILES / "ines" / "budget.toml").read_text(encoding="utf-8")
_MADE: dict[str, bytes] = {}


def commands(person: str) -> Iterator[tuple[str, str]]:
    """When each command of a person was typed, and its words."""
    lines = (FILES / person / "commands.txt").read_text(encoding="utf-8").splitlines()
    for line in lines:
        if not line.startswith("#"):
            now, _, words = line.partition(" ")
            yield now, words


def live(person: str) -> None:
    """Type all commands of a person, in the folder that we are in."""
    for now, words in commands(person):
        if words.startswith("import "):
            log = toggl_export(person, date.fromisoformat(now[:10]))
            Path("toggl.csv").write_text(log, encoding="utf-8")
        run(words, now)


@contextlib.contextmanager
def empty_folder() -> Iterator[Path]:
    """A folder without a database, in which commands run."""
    with tempfile.TemporaryDirectory() as folder, stage(Path(folder).resolve()):
        yield Path(folder)


@contextlib.contextmanager
def life(person: str) -> Iterator[Path]:
    """A folder with the person's database and files, in which commands run."""
    with empty_folder() as folder:
        shutil.copytree(FILES / person, folder, dirs_exist_ok=True)
        if person in _MADE:
            Path("tracker.db").write_bytes(_MADE[person])
        else:
            live(person)
            _MADE[person] = Path("tracker.db").read_bytes()
        yield folder


def run(words: str | Sequence[str], now: str = TODAY) -> str:
    """What a command prints on stdout; it must succeed."""
    typed = shlex.split(words) if isinstance(words, str) else list(words)
    os.environ["TRACKER_NOW"] = now
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(typed)
    assert code == 0, (words, err.getvalue())
    check_json(out.getvalue())
    return out.getvalue()


def filled_in(funder: str) -> str:
    """A form, as Markdown, for whoever's folder this is."""
    file = f"{funder}.toml"
    answers = f" --answers {file}" if Path(file).exists() else ""
    return run(f"export application --for {funder} --format md{answers}")
