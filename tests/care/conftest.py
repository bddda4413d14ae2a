"""A database that a first run made, once, copied for each test; the `tracker` fixture then finds it there."""

import shutil
from pathlib import Path

import pytest

from tracker.database.making import make


@pytest.fixture(scope="session", name="template")
def _template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("template") / "tracker.db"
    make(place, lambda _: None)
    return place


@pytest.fixture(name="place")
def _place(template: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(template, tmp_path / "tracker.db"))
