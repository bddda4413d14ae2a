"""What all tests share: a tracker with its own database, folder and clock."""

import json
import os
import random
import shlex
import shutil
import sqlite3
import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from tests.json_answers import check_json
from tests.pasted_hints import Paste, check_hints
from tracker.cli import main
from tracker.database import create
from tracker.database.backups import copy_into

# No deadline: a busy machine says nothing about the program.
settings.register_profile(
    "tracker",
    deadline=None,
    database=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
settings.load_profile("tracker")

# Processes that tests start read bytecode, also where the machine says to write none:
# compiling a thinking command takes as long as running it.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

NOW = "2026-11-23T14:30"
ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
ENVIRONMENT = {"TZ": "Europe/Berlin", "COLUMNS": "80", "NO_COLOR": "1"}
# What the doctor prints in that zone where nothing is wrong.
WELL = "All is well.\n  Time zone: Europe/Berlin, from TZ.\n"


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Give every run another seed for hypothesis, and all its processes the same."""
    if config.option.hypothesis_seed is None:
        config.option.hypothesis_seed = str(random.randrange(2**32))


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Say after a failure how to draw the same examples again."""
    if terminalreporter.stats.get("failed"):
        seed = config.option.hypothesis_seed
        terminalreporter.write_line(f"Same examples: pytest --hypothesis-seed={seed}")


@dataclass(frozen=True)
class Output:
    """What one call of tracker printed, and its exit code."""

    code: int
    out: str
    err: str


class Tracker:
    """Runs commands in this process on its own database; `now` stays until changed."""

    def __init__(
        self,
        db: Path,
        capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
        claims: Path,
    ) -> None:
        self.db = db
        self.now = NOW
        self.pastes = True  # whether commands that are printed are pasted back
        self._capsys = capsys
        self._monkeypatch = monkeypatch
        self._claims = claims
        for name, value in {"TRACKER_DB": str(db), **ENVIRONMENT}.items():
            monkeypatch.setenv(name, value)

    def __call__(self, words: str | Sequence[str], now: str | None = None) -> Output:
        """Run `words`: a list as it is, text split as a shell does."""
        self.now = now or self.now
        self._monkeypatch.setenv("TRACKER_NOW", self.now)
        self._capsys.readouterr()
        code = main(split_words(words))
        captured = self._capsys.readouterr()
        for printed in (captured.out, captured.err):
            check_json(printed)
        if self.pastes:
            for printed in (captured.out, captured.err):
                paste = Paste(self._claims, self.db, self._capsys, self._monkeypatch)
                check_hints(split_words(words), printed, paste)
        return Output(code, captured.out, captured.err)

    def ok(self, words: str | Sequence[str], now: str | None = None) -> str:
        """The output of a command that must succeed."""
        output = self(words, now)
        assert output.code == 0, output
        return output.out

    def json(self, words: str | Sequence[str], now: str | None = None) -> Any:
        """The parsed answer to `words` with --json."""
        return json.loads(self.ok([*split_words(words), "--json"], now))


def split_words(words: str | Sequence[str]) -> list[str]:
    """A list as it is, text split as a shell does."""
    return shlex.split(words) if isinstance(words, str) else list(words)


@pytest.fixture(name="first_run", scope="session")
def _first_run(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int]:
    """A database as a first run makes it, and how many items it has."""
    path = tmp_path_factory.mktemp("template") / "tracker.db"
    return path, create.fill_database(path)


@pytest.fixture(name="filled_once", autouse=True)
def _filled_once(first_run: tuple[Path, int], monkeypatch: pytest.MonkeyPatch) -> None:
    """Let first runs copy the template, which saves most of the suite's time."""
    template, items = first_run

    def fill(raw: sqlite3.Connection) -> int:
        with closing(sqlite3.connect(template)) as made:
            copy_into(made, raw)
        raw.execute("pragma application_id = 3")  # what SQLite counts then
        return items

    monkeypatch.setattr(create, "fill_empty", fill)


@pytest.fixture(name="template", scope="session")
def _template(first_run: tuple[Path, int]) -> Path:
    """A database as a first run makes it, for all to copy."""
    return first_run[0]


@pytest.fixture(name="place")
def _place(template: Path, tmp_path: Path) -> Path:
    """A database of the test's own, where the `tracker` fixture looks for it."""
    return Path(shutil.copy(template, tmp_path / "tracker.db"))


@pytest.fixture(name="claims", scope="session")
def _claims(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all processes of this run share, for what one does for all."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "claims"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(name="tracker")
def _tracker(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    claims: Path,
) -> Tracker:
    return Tracker(tmp_path / "tracker.db", capsys, monkeypatch, claims)
