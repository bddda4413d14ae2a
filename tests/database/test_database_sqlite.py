"""The SQLite of the Python that runs tracker: one that is too old is named."""

import sqlite3
from pathlib import Path

import pytest

from tests.conftest import Output, Tracker
from tracker.database.connect import OLDEST_SQLITE

TOO_OLD = """\
The SQLite of this Python is 3.36.0; tracker needs 3.37 or later.
To install tracker with a Python that has it:
  uv tool install --managed-python learning-plan-tracker
"""


@pytest.fixture(name="old_sqlite")
def _old_sqlite(monkeypatch: pytest.MonkeyPatch) -> None:
    """The SQLite of Debian 11 and RHEL 9 is about as old."""
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 36, 0))
    monkeypatch.setattr(sqlite3, "sqlite_version", "3.36.0")


@pytest.mark.parametrize("exists", [True, False])
@pytest.mark.parametrize(
    "words",
    [
        "log fastai 1h",
        "status",
        "week",
        "items",
        "config",
        "doctor",
        "doctor --salvage new.db",
        "demo",
        "backup",
        "backup --list",
        "restore",
        "restore other.db",
        "merge other.db",
        "export progress",
    ],
)
def test_old_sqlite_is_named(
    tracker: Tracker, place: Path, old_sqlite: None, words: str, exists: bool
) -> None:
    """Every command says which SQLite is needed; none calls the database damaged."""
    other = place.rename(place.with_name("other.db"))
    if exists:
        other.rename(place)
    words = words.replace("other.db", str(place if exists else other))

    assert tracker(words) == Output(5, "", TOO_OLD)
    assert tracker("status --line") == Output(0, "", "")


def test_help_with_an_old_sqlite(tracker: Tracker, old_sqlite: None) -> None:
    """Helps and the version are printed all the same."""
    assert tracker("log --help").code == 0
    assert tracker("--version").code == 0


def test_oldest_sqlite() -> None:
    """STRICT tables came with 3.37, and README names that version."""
    readme = Path(__file__).parents[2] / "README.md"

    assert OLDEST_SQLITE == (3, 37)
    assert "SQLite 3.37 or later" in " ".join(readme.read_text("utf-8").split())
