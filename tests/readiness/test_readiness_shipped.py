"""The shipped catalogue's roads, for a person who has done nothing."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Tracker

SEED = Path(__file__).parents[2] / "seed"


@cache
def _entries(pattern: str, kind: str) -> dict[str, dict[str, Any]]:
    tables = [
        tomllib.loads(path.read_text(encoding="utf-8"))
        for path in sorted(SEED.glob(pattern))
    ]
    return {row["slug"]: row for table in tables for row in table.get(kind, ())}


def _roads() -> list[str]:
    """The words for the gaps of each role, once for each of its variants."""
    words: list[str] = []
    for slug, role in _entries("roles/*.toml", "role").items():
        variants = [f" --variant {each['slug']}" for each in role.get("variant", ())]
        words += [f"gaps {slug}{variant}" for variant in variants or [""]]
    return words


@pytest.mark.parametrize("words", _roads())
def test_every_requirement_has_a_way_on_its_road(tracker: Tracker, words: str) -> None:
    """Each requirement has a step, in the tracks of its role, that still takes people."""
    role = _entries("roles/*.toml", "role")[words.split()[1]]
    items = _entries("items/*.toml", "item")
    answer = tracker.json(words)

    assert [gap["requirement"] for gap in answer["gaps"] if not gap["actions"]] == []
    steps = {step for row in answer["road"] for step in row["steps"]}
    assert {items[step]["track"] for step in steps} <= set(role["tracks"])
    assert not any(items[step].get("gate", {}).get("closed") for step in steps)


@pytest.mark.parametrize(
    ("role", "never"),
    [
        ("research-contributor-theoretical", {"workshop-paper", "conference-coauthor"}),
        ("research-lead-theoretical", {"workshop-paper", "conference-coauthor"}),
        ("research-lead-empirical", {"cohen-lecture-assignment", "math-50h-reading"}),
        ("software-engineer", {"workshop-paper", "spar-programme"}),
    ],
)
def test_a_road_asks_for_nothing_of_another(
    tracker: Tracker, role: str, never: set[str]
) -> None:
    """No ML paper for theory, no test of mathematicians for leads with experiments."""
    answer = tracker.json(f"gaps {role}")
    steps = {step for row in answer["road"] for step in row["steps"]}

    assert steps and not steps & never


def test_reading_comes_before_strong_views(tracker: Tracker) -> None:
    """What shows strong views or knowledge of alignment has long reading on its way."""
    answer = tracker.json("gaps research-lead-theoretical")
    ways = {gap["requirement"]: gap["actions"] for gap in answer["gaps"]}
    reading = {"map-the-agendas", "active-reading-500h", "christiano-blog"}
    reading |= {"miri-dialogues", "rationality-az"}

    for action in (*ways["alignment"], *ways["own-views"]):
        assert any(slug in action["do"] for slug in reading), action


# Courses for those who have not been in machine learning yet.
FIRST_COURSES = {
    "learnpython", "cs50p", "mit-1806", "mit-1802", "3b1b-calculus", "stat110",
    "mitx-probability", "fastai", "pytorch-tutorials", "ng-deep-learning",
    "nyu-deep-learning",
}  # fmt: skip


@pytest.mark.parametrize(
    "words",
    ["ml-phd", "ml-phd-student", "ml-paper", "arena", "empirical-fellowship"],
)
@pytest.mark.parametrize(
    "role", ["research-lead-empirical", "research-contributor-empirical"]
)
def test_nobody_in_machine_learning_is_sent_to_first_courses(
    tracker: Tracker, words: str, role: str
) -> None:
    """Who has a PhD, a paper, ARENA or a fellowship in it knows what these begin with."""
    tracker.ok(f"known {words}")

    assert _steps(tracker, role) & FIRST_COURSES == set()


def test_breadth_is_examined_in_a_phd_and_taught_in_courses(tracker: Tracker) -> None:
    """A PhD student sits the qualifying exam; nobody is sent to a PhD for the exam."""
    role = "research-lead-empirical"
    assert "sit-qualifying-exam" not in _steps(tracker, role)
    tracker.ok("known ml-phd-student")

    assert "sit-qualifying-exam" in _steps(tracker, role)
    assert "ml-credit-courses" not in _steps(tracker, role)


def test_programming_needs_no_employer(tracker: Tracker) -> None:
    """A beginner comes to strong programming by open source; an internship is one way more."""
    items = _entries("items/*.toml", "item")
    road = tracker.json("gaps software-engineer")["road"]
    (row,) = [row for row in road if "ml-library-feature" in row["steps"]]

    assert "third-open-source-change" in row["steps"]
    assert [step for step in row["steps"] if "gate" in items[step]] == []


def _steps(tracker: Tracker, role: str) -> set[str]:
    """All steps of the road to a role."""
    road = tracker.json(f"gaps {role}")["road"]
    return {step for row in road for step in row["steps"]}
