"""The state of a milestone: open, trying, reached, over, dropped."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.milestones.rules.records import Attempt, Evidence, Milestone, Result
from tracker.milestones.rules.status import MilestoneStatus, milestone_statuses

HOUR = 3600
DAY = date(2026, 11, 23)
PAPER = Milestone("paper", "A paper", within=(200 * HOUR, 400 * HOUR), covers=("done",))
DONE = Milestone("done", "Done")
ATTEMPT = Attempt("paper", "ppo", DAY, DAY, spent=143 * HOUR)
REPO = Evidence("repo", "https://git.example/you/ppo", DAY)
RESULT = Result("paper", "ppo", DAY, DAY, evidence=(REPO,), spent=300 * HOUR)
OVER = RESULT._replace(spent=430 * HOUR, over=True)


def _statuses(**records: Any) -> dict[str, MilestoneStatus]:
    recorded = {"attempts": (), "results": (), "dropped": (), **records}
    return milestone_statuses([PAPER, DONE], **recorded, today=DAY)


@pytest.mark.parametrize(
    ("records", "paper", "done"),
    [
        ({}, "open", "open"),
        ({"attempts": [ATTEMPT]}, "trying", "open"),
        ({"attempts": [ATTEMPT._replace(dropped=DAY)]}, "open", "open"),
        ({"attempts": [ATTEMPT], "dropped": {"paper": DAY}}, "dropped", "open"),
        ({"results": [RESULT]}, "reached", "reached"),
        ({"results": [OVER]}, "over", "reached"),
        ({"results": [OVER, RESULT._replace(item="dqn")]}, "reached", "reached"),
        ({"results": [RESULT], "dropped": {"done": DAY}}, "reached", "reached"),
        ({"results": [RESULT._replace(milestone="done")]}, "open", "reached"),
    ],
)
def test_states(records: dict[str, Any], paper: str, done: str) -> None:
    """A result reaches what its milestone implies, over the limit too; never upwards."""
    assert {slug: status.state for slug, status in _statuses(**records).items()} == {
        "paper": paper,
        "done": done,
    }


def test_implied_evidence() -> None:
    """A milestone reached by another has that one's evidence, and names it."""
    done = _statuses(results=[OVER])["done"]

    assert (done.implied_by, done.evidence, done.result) == (("paper",), (REPO,), None)


def test_attempt_at_its_limit() -> None:
    """An attempt that has used up the limit is still in progress, and says so."""
    paper = _statuses(attempts=[ATTEMPT._replace(spent=400 * HOUR)])["paper"]

    assert (paper.state, paper.is_spent_up) == ("trying", True)


def test_over_the_limit() -> None:
    """A result over the limit reaches what it implies, not its own milestone."""
    assert {
        slug
        for slug, status in _statuses(results=[OVER]).items()
        if status.state == "reached"
    } == {"done"}


HOURS = st.integers(0, 500)
RANK = {"open": 0, "trying": 1, "over": 2, "reached": 3}


@given(st.lists(HOURS, max_size=4), HOURS)
def test_more_results_never_lower(some: list[int], more: int) -> None:
    """One more result, within the limit or over it, lowers no milestone."""
    results = [_result(n, hours) for n, hours in enumerate([*some, more])]
    before, after = _statuses(results=results[:-1]), _statuses(results=results)

    for slug, status in after.items():
        assert RANK[status.state] >= RANK[before[slug].state]
        assert set(status.evidence) >= set(before[slug].evidence)


@given(st.lists(HOURS, min_size=1, max_size=5))
def test_reached_within_the_limit(hours: list[int]) -> None:
    """A milestone is reached if a result is within the limit, else over it."""
    results = [_result(n, spent) for n, spent in enumerate(hours)]
    paper = _statuses(results=results)["paper"]

    assert paper.state == ("reached" if min(hours) <= 400 else "over")
    assert paper.result is not None
    assert paper.ledger.spent == paper.result.spent


@given(st.lists(HOURS, min_size=1, max_size=5))
def test_hours_of_the_best_attempt(hours: list[int]) -> None:
    """The ledger has the most hours below the limit, or else the most of all."""
    attempts = [
        ATTEMPT._replace(item=f"item-{n}", spent=spent * HOUR)
        for n, spent in enumerate(hours)
    ]
    paper = _statuses(attempts=attempts)["paper"]
    below = [spent for spent in hours if spent < 400]

    assert paper.ledger.spent == (max(below) if below else max(hours)) * HOUR
    assert paper.is_spent_up == (not below)


def _result(number: int, hours: int) -> Result:
    """A result with an item of its own after so many hours."""
    piece = Evidence("repo", f"https://git.example/{number}", DAY)
    return RESULT._replace(
        item=f"item-{number}",
        evidence=(piece,),
        spent=hours * HOUR,
        over=hours > 400,
    )
