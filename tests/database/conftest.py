"""Databases to test with: each a copy of one that a first run made, once."""

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tracker import paths
from tracker.database.making import make
from tracker.database.revisions import revisions


@pytest.fixture(scope="session", name="template")
def _template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("template") / "tracker.db"
    make(place, lambda _: None)
    return place


@pytest.fixture(name="place")
def _place(template: Path, tmp_path: Path) -> Path:
    """A database of the test's own, where the `tracker` fixture looks for it."""
    return Path(shutil.copy(template, tmp_path / "tracker.db"))


@pytest.fixture(name="memory")
def _memory(template: Path) -> Iterator[sqlite3.Connection]:
    """The same, in memory."""
    source, db = sqlite3.connect(template), sqlite3.connect(":memory:", isolation_level=None)
    source.backup(db)
    source.close()
    db.execute("pragma foreign_keys = on")
    yield db
    db.close()


@pytest.fixture(name="house")
def _house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with migrations/ and seed/ of its own, which tracker takes for those it ships."""
    house = tmp_path / "house"
    for name in ("migrations", "seed"):
        shutil.copytree(ROOT / name, house / name, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(paths, "PACKAGE", str(house / "tracker"))
    revisions.cache_clear()
    yield house
    revisions.cache_clear()


@pytest.fixture(name="filled_once", autouse=True)
def _filled_once() -> None:
    """Here first runs are what is tested: nothing is spared them."""
