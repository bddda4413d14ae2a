"""`road` as it is printed: whole answers, every width, no pictures, JSON."""

import re

import pytest

from tests.conftest import Tracker
from tests.readiness.persona_runs import expected
from tests.readiness.road_runs import ROLES, WHOSE, answers
from tracker.choices import MAP_STATES
from tracker.labels import MAP_STATE_LABELS
from tracker.readiness.view.road_rows import MARKS

# A line that is a command to be pasted.
COMMAND_LINE = re.compile(r" *tracker .*")
# A mark before a stop or a step: `[x] `.
MARK = re.compile(r"\[.\] ")


@pytest.mark.parametrize("name", WHOSE)
def test_roads_as_expected(name: str, tracker: Tracker, monkeypatch) -> None:
    """The six roads of a beginner and of the demo's person are those in expected/."""
    monkeypatch.chdir(tracker.db.parent)
    if name == "road-of-demo":
        tracker.ok("demo")

    assert answers(name, tracker.ok) == expected(name).read_text(encoding="utf-8")


LIFE = (
    "log fastai 2h",
    "done learnpython",
    "known python=strong",
    "reach calculus-done",
    "reach linear-algebra-done --evidence 'certificate:MIT, 3 Nov 2026'",
)


@pytest.mark.parametrize("role", ROLES)
def test_roads_at_any_width(role: str, tracker: Tracker, monkeypatch) -> None:
    """No line is wider than the terminal, but a command to be pasted; no word is lost."""
    for command in LIFE:
        tracker.ok(command)
    words = sorted(tracker.ok(f"road {role} --all").split())
    for columns in (40, 63, 64, 140, 200):
        monkeypatch.setenv("COLUMNS", str(columns))
        lines = tracker.ok(f"road {role} --all").splitlines()

        shown = [line for line in lines if not COMMAND_LINE.fullmatch(line)]
        assert max(map(len, shown)) <= columns
        assert sorted(word for line in lines for word in line.split()) == words


def test_states_in_words(tracker: Tracker) -> None:
    """Without pictures there are no marks, and each stop and step says its state."""
    for command in (*LIFE, "config pictures none"):
        tracker.ok(command)
    text = tracker.ok("road research-contributor-empirical --all")
    stops = tracker.json("road research-contributor-empirical")["stops"]
    states = {each["state"] for stop in stops for each in (stop, *stop["steps"])}

    assert not MARK.search(text)
    assert states == set(MAP_STATES) == MARKS.keys()
    lines = [line.replace(" shown ", " done ") for line in text.splitlines()]
    for stop in stops:
        start = "  " + stop["title"][:25]
        (line,) = (each for each in lines if each.startswith(start))
        assert f" {MAP_STATE_LABELS[stop['state']]}" in line


def test_a_stop_as_json(tracker: Tracker) -> None:
    """A stop has its place, what it needs, its hours, its steps and their choices."""
    tracker.ok("log fastai 1h30m")
    answer = tracker.json("road research-contributor-empirical")

    assert list(answer)[:6] == ["schema", "kind", "as_of", "role", "variant", "musts"]
    assert answer["kind"] == "road" and answer["as_of"] == "2026-11-23"
    assert answer["tracks"]["deep-learning"] == "Basic deep learning"
    assert answer["requirements"][0] == {
        "slug": "programming",
        "weight": "must",
        "any_of": None,
        "strength": "none",
    }
    stops = {stop["slug"]: stop for stop in answer["stops"]}
    assert stops["dl-practical-done"] == {
        "slug": "dl-practical-done",
        "title": "Practical deep learning",
        "stage": "foundations",
        "track": "deep-learning",
        "weight": "must",
        "state": "doing",
        "requirements": [],
        "leads_to": ["dl-basics"],
        "after": ["python-done"],
        "day": None,
        "spent": 1.5,
        "hours": [43.5, 78.5, 128.5],
        "hours_known": True,
        "how": None,
        "instead": [],
        "steps": [
            {
                "item": "fastai",
                "title": "Practical Deep Learning for Coders",
                "url": "https://course.fast.ai/",
                "track": "deep-learning",
                "state": "doing",
                "spent": 1.5,
                "hours": [43.5, 78.5, 128.5],
                "gate": None,
                "choice": None,
                "requires": [],
            }
        ],
    }
    (step,) = stops["python-done"]["steps"]
    other = {
        "item": "cs50p",
        "title": "CS50's Introduction to Programming with Python",
        "url": "https://cs50.harvard.edu/python/",
        "hours": [40.0, 60.0, 90.0],
        "gate": None,
    }
    assert step["choice"] == {
        "title": "A first course in Python",
        "choose": 1,
        "others": [other],
    }


def test_a_variant_in_hints(tracker: Tracker) -> None:
    """Hints about another role or variant than the target name both."""
    tracker.ok("target research-lead-theoretical --variant mathematical")

    assert "\n  tracker road --all\n" in tracker.ok("road")
    text = tracker.ok("road research-lead-theoretical --variant conceptual")
    role = "research-lead-theoretical --variant conceptual"
    assert f"\n  tracker road {role} --all\n" in text
    assert text.endswith(f"\n  tracker gaps {role}\n")
