"""Readiness' tests share one first run: each gets a copy of the database it made."""

import shutil
from pathlib import Path

import pytest

from tests.conftest import Tracker
from tracker.database.create import create_database


@pytest.fixture(name="template", scope="session")
def _template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("made") / "tracker.db"
    create_database(place, lambda _: None)
    return place


@pytest.fixture(name="tracker")
def _tracker(tracker: Tracker, template: Path) -> Tracker:
    shutil.copy(template, tracker.db)
    return tracker
