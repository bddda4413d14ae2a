"""A whole is shown by its parts, each in its own way, as strongly as the weakest."""

import pytest

from tests.conftest import Tracker
from tests.readiness.builders import milestone, result
from tracker.readiness.rules.records import Facts
from tracker.readiness.rules.strengths import find_strengths
from tracker.readiness.rules.support import Strength

NONE, SAID, PRACTISED, SHOWN, CHECKED = Strength
PARTS = ("one", "two")
OTHER_KINDS = {"kinds": ("certificate", "self"), "needs": PARTS, "covers": PARTS}
WHOLE = milestone("whole", skills={"dl": "moderate"}, **OTHER_KINDS)
# What is no such whole: it has something of its own, a part that it does not cover, or
# its parts' evidence counts for it, so that a person can say whether it is all.
OTHERS = (
    milestone("own", **OTHER_KINDS, items=("course",)),
    milestone("rung", **OTHER_KINDS, ladder="up", rung=2),
    milestone("later", **{**OTHER_KINDS, "covers": ("one",)}),
    milestone("single", **{**OTHER_KINDS, "needs": ("one",)}),
    milestone("alike", needs=PARTS, covers=PARTS),
)
MILESTONES = (milestone("one"), milestone("two"), WHOLE, *OTHERS)


@pytest.mark.parametrize(
    ("one", "two", "strength"),
    [
        ("repo", "repo", SHOWN),
        ("repo", "self", NONE),
        ("letter", "repo", SHOWN),
        ("letter", "letter", CHECKED),
    ],
)
def test_a_whole_is_as_strong_as_its_weakest_part(
    one: str, two: str, strength: Strength
) -> None:
    """Whatever shows the parts shows the whole and its skills, and nothing else."""
    results = (result("one", one), result("two", two))
    own = find_strengths(Facts(milestones=MILESTONES, results=results))

    assert (own.milestone("whole"), own.skill("dl", "moderate")) == (strength,) * 2
    assert {own.milestone(other.slug) for other in OTHERS} == {NONE}


def test_a_part_alone_shows_no_whole() -> None:
    """Without one of its parts a whole is open."""
    own = find_strengths(Facts(milestones=MILESTONES, results=(result("one", "repo"),)))

    assert own.milestone("whole") == NONE


def test_basic_deep_learning_can_be_shown_without_a_transcript(
    tracker: Tracker,
) -> None:
    """Six parts, each by work that one can link or by a marked exam, show it."""
    for part in ("python-done", "dl-practical-done", "dl-theory-done"):
        tracker.ok(f"reach {part} --evidence repo:https://example.org/{part}")
    for part in ("linear-algebra", "calculus"):
        tracker.ok(f"reach {part}-done --evidence metric:https://example.org/{part}")
    ready = "ready research-contributor-empirical"
    before = tracker.json(ready)
    assert tracker.json("show basic-dl-done")["milestone"]["state"] == "open"
    tracker.ok("reach probability-done --evidence metric:https://example.org/p")
    after = tracker.json(ready)

    strengths = [
        {each["slug"]: each["strength"] for each in answer["requirements"]}
        for answer in (before, after)
    ]
    assert [each["dl-basics"] for each in strengths] == ["none", "shown"]
    assert tracker.json("show basic-dl-done")["milestone"]["state"] == "reached"
    (reasons,) = [
        each["because"] for each in after["requirements"] if each["slug"] == "dl-basics"
    ]
    assert reasons == ["repo and metric, 23 Nov"]
