"""Each of readiness' tests begins with a copy of a first run's database."""

import shutil
from pathlib import Path

import pytest

from tests.conftest import Tracker


@pytest.fixture(name="tracker")
def _tracker(tracker: Tracker, template: Path) -> Tracker:
    shutil.copy(template, tracker.db)
    return tracker
