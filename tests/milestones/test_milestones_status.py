"""How milestones stand: open, trying, reached, over, dropped."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tracker.milestones.rules.records import Attempt, Evidence, Milestone, Result
from tracker.milestones.rules.status import MilestoneStatus, milestone_statuses

HOUR = 3600
DAY = date(2026, 11, 23)
PAPER = Milestone("paper", "A paper", within=(200 * HOUR, 400 * HOUR), covers=("done",))
DONE = Milestone("done", "Done")
ATTEMPT = Attempt("paper", "ppo", DAY, DAY, spent=143 * HOUR)
REPO = Evidence("repo", "https://git.example/you/ppo", DAY)
RESULT = Result("paper", "ppo", DAY, DAY, evidence=(REPO,), spent=300 * HOUR)
OVER = replace(RESULT, spent=430 * HOUR, over=True)


def _stand(**said: Any) -> dict[str, MilestoneStatus]:
    given = {"attempts": (), "results": (), "dropped": (), **said}
    return milestone_statuses([PAPER, DONE], **given, today=DAY)


@pytest.mark.parametrize(
    ("said", "paper", "done"),
    [
        ({}, "open", "open"),
        ({"attempts": [ATTEMPT]}, "trying", "open"),
        ({"attempts": [replace(ATTEMPT, dropped=DAY)]}, "open", "open"),
        ({"attempts": [ATTEMPT], "dropped": {"paper": DAY}}, "dropped", "open"),
        ({"results": [RESULT]}, "reached", "reached"),
        ({"results": [OVER]}, "over", "reached"),
        ({"results": [OVER, replace(RESULT, item="dqn")]}, "reached", "reached"),
        ({"results": [RESULT], "dropped": {"done": DAY}}, "reached", "reached"),
        ({"results": [replace(RESULT, milestone="done")]}, "open", "reached"),
    ],
)
def test_states(said: dict[str, Any], paper: str, done: str) -> None:
    """What is reached lifts what it covers, over its bound too; covering never works upwards."""
    assert {slug: each.state for slug, each in _stand(**said).items()} == {
        "paper": paper,
        "done": done,
    }


def test_evidence_comes_along() -> None:
    """What counts through another milestone has that one's evidence, and says by which."""
    done = _stand(results=[OVER])["done"]

    assert (done.implied_by, done.evidence, done.result) == (("paper",), (REPO,), None)


def test_attempt_past_its_bound() -> None:
    """An attempt that has used its bound up is still a try, and says so."""
    paper = _stand(attempts=[replace(ATTEMPT, spent=400 * HOUR)])["paper"]

    assert (paper.state, paper.is_spent_up) == ("trying", True)


def test_reached() -> None:
    """What counts as reached leaves out what came over its bound."""
    assert {
        slug for slug, each in _stand(results=[OVER]).items() if each.state == "reached"
    } == {"done"}
