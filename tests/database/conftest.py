"""Databases to test with, and a folder whose migrations and seed a test may change."""

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tracker import paths
from tracker.database.revisions import revisions


@pytest.fixture(name="memory")
def _memory(template: Path) -> Iterator[sqlite3.Connection]:
    """A database as a first run makes it, in memory."""
    source, db = (
        sqlite3.connect(template),
        sqlite3.connect(":memory:", isolation_level=None),
    )
    source.backup(db)
    source.close()
    db.execute("pragma foreign_keys = on")
    yield db
    db.close()


@pytest.fixture(name="house")
def _house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with its own migrations/ and seed/, which tracker uses as those it ships."""
    house = tmp_path / "house"
    for name in ("migrations", "seed"):
        shutil.copytree(
            ROOT / name, house / name, ignore=shutil.ignore_patterns("__pycache__")
        )
    monkeypatch.setattr(paths, "PACKAGE", str(house / "tracker"))
    revisions.cache_clear()
    yield house
    revisions.cache_clear()


@pytest.fixture(name="filled_once", autouse=True)
def _filled_once() -> None:
    """These tests are about first runs, so each creates its database in full."""
