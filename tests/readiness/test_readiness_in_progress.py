"""What is in progress stays on the road until the person says otherwise."""

from pathlib import Path

import pytest

from tests.conftest import Tracker
from tests.readiness.builders import item, milestone, needs, rating, result
from tests.readiness.lives import read_database
from tests.readiness.test_readiness_gaps import gaps_for
from tracker.curriculum.rules.items import Group, Item
from tracker.readiness.rules.gaps import Gaps, find_role_gaps
from tracker.readiness.rules.known_claims import find_steps
from tracker.readiness.rules.records import Facts

WHOLE = "basic-dl-done"
ROLE = "research-contributor-empirical"


def road_with(template: Path, *results: str, begun: dict[str, Item]) -> Gaps:
    """The road of ROLE with these milestones shown and these items in progress."""
    shipped, roles = read_database(template)
    role = next(each for each in roles if each.slug == ROLE)
    facts = shipped._replace(
        items=tuple(begun.get(each.slug, each) for each in shipped.items),
        results=tuple(result(slug, "repo") for slug in results),
    )
    return find_role_gaps(role, None, facts)


@pytest.mark.parametrize("seconds", [60, 20 * 3600])
def test_a_later_result_ends_nothing_in_progress(template: Path, seconds: int) -> None:
    """No course for a part of a whole leaves the road because something later is reached."""
    shipped, _ = read_database(template)
    (whole,) = (each for each in shipped.milestones if each.slug == WHOLE)
    groups = {
        group
        for each in shipped.milestones
        for group in each.groups
        if each.slug in whole.needs
    }
    for course in shipped.items:
        if course.group not in groups or course.gate:
            continue
        begun = {course.slug: course._replace(seconds=seconds)}
        before = road_with(template, begun=begun)
        after = road_with(
            template, "replication-done", "arxiv-paper", "alignment-basics", begun=begun
        )
        if course.slug in find_steps(before):
            assert course.slug in find_steps(after)


def test_only_the_person_ends_what_is_in_progress() -> None:
    """A course in progress leaves the road by one's own rating, and not by a result."""
    books = Group("books", "Books", "math", 1, ("short", "long"))
    facts = Facts(
        items=(
            item("short", group="books", skills=("maths",)),
            item("long", group="books", skills=("maths",), logged=5),
            item("work", kind="project", after="read"),
        ),
        groups=(books,),
        milestones=(
            milestone("read", skills={"maths": "basic"}, groups=("books",)),
            milestone("built", items=("work",)),
            milestone("solved", skills={"maths": "strong"}),
        ),
    )

    assert find_steps(gaps_for(facts, needs("built"))) == ["long", "work"]
    solved = facts._replace(results=(result("solved", "repo"),))
    assert find_steps(gaps_for(solved, needs("built"))) == ["long", "work"]
    rated = facts._replace(ratings=(rating("maths", "basic"),))
    assert find_steps(gaps_for(rated, needs("built"))) == ["work"]
    fresh = facts.items[1]._replace(seconds=0)
    unread = solved._replace(items=(facts.items[0], fresh, facts.items[2]))
    assert find_steps(gaps_for(unread, needs("built"))) == ["work"]


def test_a_lesson_before_a_finished_one_stays_in_progress() -> None:
    """A course in progress is not passed by finishing one that builds on it."""
    facts = Facts(
        items=(
            item("intro", logged=3),
            item("nets", requires=("intro",), after="basics", state="done"),
            item("late", requires=("intro",), after="basics"),
        ),
        milestones=(
            milestone("basics", items=("intro",)),
            milestone("built", items=("late",)),
        ),
    )

    assert find_steps(gaps_for(facts, needs("built"))) == ["intro", "late"]


def test_a_later_row_keeps_what_is_in_progress() -> None:
    """A row above that shows the same skills does not end a course in progress."""
    facts = Facts(
        items=(
            item("first", skills=("maths",)),
            item("second", skills=("maths",), logged=1),
        ),
        milestones=(
            milestone("one", skills={"maths": "strong"}, items=("first",)),
            milestone("two", items=("second", "third"), needs=("one",)),
        ),
    )
    third = item("third", skills=("other",), after="one")
    facts = facts._replace(items=(*facts.items, third))

    assert "second" in find_steps(gaps_for(facts, needs("one"), needs("two")))


def test_the_road_of_a_course_in_progress(tracker: Tracker) -> None:
    """After a replication, `road`, `gaps` and `next` still have the course in progress."""
    for command in (
        f"target {ROLE}",
        "log fastai 20h",
        "progress fastai 2/7",
        "reach replication-done --with grokking --evidence repo:https://git.example/g",
    ):
        tracker.ok(command)

    assert "[>] Practical deep learning " in tracker.ok("road")
    assert "Steps: fastai (29% done, self-reported)" in tracker.ok("gaps")
    assert "continue fastai" in tracker.ok("next")


def test_parts_that_are_claimed_are_told(tracker: Tracker) -> None:
    """What a later result spares of an open whole is on the road as claimed, with how."""
    tracker.ok(f"target {ROLE}")
    tracker.ok(
        "reach replication-done --with grokking --evidence repo:https://git.example/g"
    )
    parts = ("python-done", "dl-practical-done")

    stops = {each["slug"]: each for each in tracker.json("road")["stops"]}
    assert [stops[part]["state"] for part in parts] == ["claimed", "claimed"]
    assert (
        "  [~] Practical deep learning                                            claimed\n"
        "      Link a model you once trained, or train one small model again, with its\n"
        "      curve and its baseline.\n"
    ) in tracker.ok("road")
    assert (
        "                     Claimed, and still to show: python-done and\n"
        "                     dl-practical-done (how: tracker show basic-dl-done)\n"
    ) in tracker.ok("gaps")


def test_a_part_that_is_work_is_not_known() -> None:
    """Knowing its skills spares no part of a whole that lists only work."""
    facts = Facts(
        items=(item("paper", kind="project"), item("book", skills=("taste",))),
        milestones=(
            milestone("published", skills={"taste": "basic"}, items=("paper",)),
            milestone("read", skills={"taste": "basic"}, items=("book",)),
            milestone(
                "whole", needs=("published", "read"), covers=("published", "read")
            ),
        ),
        ratings=(rating("taste", "strong"),),
    )

    assert find_steps(gaps_for(facts, needs("whole"))) == ["paper"]
