"""The journal's tests begin on a database that is there already."""

from pathlib import Path

import pytest

from tests.conftest import Tracker


@pytest.fixture(name="tracker")
def _tracker(tracker: Tracker, place: Path) -> Tracker:
    assert tracker.db == place
    return tracker
