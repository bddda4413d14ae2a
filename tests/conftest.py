"""What all tests share: a tracker of their own, in a folder of their own, at a time of their own."""

import json
import shlex
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from tracker.cli import main
from tracker.database import create

# The machine may be busy: how long an example takes is no fact about the program. Examples are the same on every run.
settings.register_profile(
    "tracker",
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
settings.load_profile("tracker")

NOW = "2026-11-23T14:30"
ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"


@dataclass(frozen=True)
class Output:
    """What one call of tracker answered."""

    code: int
    out: str
    err: str


class Tracker:
    """Runs commands in this process on a database of its own; `now` stays until another is given."""

    def __init__(
        self,
        db: Path,
        capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        self.db, self._capsys, self._monkeypatch, self.now = (
            db,
            capsys,
            monkeypatch,
            NOW,
        )
        for name, value in {
            "TRACKER_DB": str(db),
            "TZ": "Europe/Berlin",
            "COLUMNS": "80",
            "NO_COLOR": "1",
        }.items():
            monkeypatch.setenv(name, value)

    def __call__(self, words: str | Sequence[str], now: str | None = None) -> Output:
        """Run `words` (split as a shell would, or a list as it is)."""
        self.now = now or self.now
        self._monkeypatch.setenv("TRACKER_NOW", self.now)
        self._capsys.readouterr()
        code = main(shlex.split(words) if isinstance(words, str) else list(words))
        said = self._capsys.readouterr()
        return Output(code, said.out, said.err)

    def ok(self, words: str | Sequence[str], now: str | None = None) -> str:
        """The output of a command that must succeed."""
        said = self(words, now)
        assert said.code == 0, said
        return said.out

    def json(self, words: str | Sequence[str], now: str | None = None) -> Any:
        """The parsed answer to `words` with --json."""
        listed = shlex.split(words) if isinstance(words, str) else list(words)
        return json.loads(self.ok([*listed, "--json"], now))


@pytest.fixture(name="first_run", scope="session")
def _first_run(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int]:
    """A database as a first run makes it, and how many items it has."""
    place = tmp_path_factory.mktemp("template") / "tracker.db"
    return place, create.fill_database(place)


@pytest.fixture(name="filled_once", autouse=True)
def _filled_once(first_run: tuple[Path, int], monkeypatch: pytest.MonkeyPatch) -> None:
    """First runs fill their file from the template, which saves most of the suite's time; the rest of them is real."""
    place, items = first_run

    def fill(fresh: Path) -> int:
        shutil.copyfile(place, fresh)
        fresh.chmod(0o600)
        return items

    monkeypatch.setattr(create, "fill_database", fill)


@pytest.fixture(name="template", scope="session")
def _template(first_run: tuple[Path, int]) -> Path:
    """A database as a first run makes it, for all to copy."""
    return first_run[0]


@pytest.fixture(name="place")
def _place(template: Path, tmp_path: Path) -> Path:
    """A database of the test's own, where the `tracker` fixture looks for it."""
    return Path(shutil.copy(template, tmp_path / "tracker.db"))


@pytest.fixture(name="tracker")
def _tracker(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Tracker:
    return Tracker(tmp_path / "tracker.db", capsys, monkeypatch)
