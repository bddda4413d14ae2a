"""Where an answer has a line of the guide, it says which guide, and where to read it."""

import re

import pytest

from tests.conftest import Tracker
from tracker.labels import GUIDE, GUIDE_ADDRESS, GUIDE_NOTE

ROLE = "research-contributor-empirical"
LINE = re.compile(r"guide\s+lines?")


@pytest.mark.parametrize(
    "words",
    [
        "next",
        f"ready {ROLE}",
        "show fastai",
        "show few-hundred-hour-replication",
        f"show {ROLE}",
        "show python",
        "show redwood-bar",
        "skills python",
        "ask",
    ],
)
def test_guide_is_named(tracker: Tracker, words: str) -> None:
    """Each answer with a guide line names the guide and its address, once."""
    tracker.ok(f"target {ROLE}")
    answer = tracker.ok(words)

    assert LINE.search(answer)
    assert answer.count(GUIDE_NOTE) == 1
    assert GUIDE in GUIDE_NOTE
    assert GUIDE_ADDRESS in GUIDE_NOTE


@pytest.mark.parametrize("words", ["items", f"gaps {ROLE}", "sessions", "log"])
def test_guide_is_not_named(tracker: Tracker, words: str) -> None:
    """An answer without one has no note; nor has one whose only guide line is a person's."""
    tracker.pastes = False
    tracker.ok('log fastai 1h -n "read guide line 138"')

    assert GUIDE_ADDRESS not in tracker.ok(words)
