"""What a person has and nobody can look at, and what they chose: what is not sold to them again."""

from dataclasses import replace

import pytest

from tests.conftest import Tracker
from tests.readiness.builders import HOUR, item, milestone, needs, rating, result, role
from tests.readiness.persona_runs import PERSONAS, live
from tests.readiness.test_readiness_gaps import found, said
from tracker.curriculum.rules.items import Group
from tracker.readiness.rules.actions import NOT_BEGUN, UNDER_WAY, UNSEEN
from tracker.readiness.rules.readiness import judge_readiness
from tracker.readiness.rules.records import Facts
from tracker.readiness.rules.role_comparison import (
    SharedRequirement,
    find_shared_requirements,
)
from tracker.readiness.rules.strengths import find_strengths

SAYS = (rating("python", "moderate"),)


@pytest.mark.parametrize(
    ("kind", "show", "offered"),
    [
        ("course", 2, ["python", "shown"]),
        ("exercise", 2, ["python", "shown"]),
        ("project", 2, ["python"]),
        ("course", 0, ["python"]),
    ],
)
def test_what_is_known_can_be_shown(kind: str, show: int, offered: list[str]) -> None:
    """Who says a skill can show what is learned for it; not work they may never have done, nor send what may not be."""
    known = milestone(
        "shown",
        skills={"python": "moderate"},
        items=("task",),
        show=(0, show * HOUR, 4 * HOUR),
    )
    facts = Facts(
        items=(item("task", kind=kind, skills=("python",)),),
        milestones=(known,),
        ratings=SAYS,
    )

    assert [
        action.slug
        for action in found(facts, needs("python", "moderate")).gaps[0].actions
    ] == offered


def test_an_exercise_that_is_asked_for_is_still_to_do() -> None:
    """Where the milestone itself is asked for, to have its skills is not to have done its exercise."""
    known = milestone("built", skills={"python": "moderate"}, items=("task",))
    facts = Facts(
        items=(item("task", kind="exercise", skills=("python",)),),
        milestones=(known,),
        ratings=SAYS,
    )

    gaps = found(facts, needs("python", "moderate"), needs("built"))
    assert [[action.part for action in gap.actions] for gap in gaps.gaps] == [
        [UNSEEN],
        [NOT_BEGUN],
    ]


@pytest.mark.parametrize(
    ("members", "part"), [(("camp", "class"), UNSEEN), (("camp",), NOT_BEGUN)]
)
def test_a_programme_among_courses_is_no_work(
    members: tuple[str, ...], part: str
) -> None:
    """A programme in a group keeps nobody from showing what they know, where a course of the group would have done."""
    items = (
        item("camp", kind="programme", group="either"),
        item("class", group="either"),
    )
    group = Group("either", "Either", "math", 1, members)
    known = milestone("basics", skills={"python": "moderate"}, groups=("either",))
    facts = Facts(items, (group,), (known,), ratings=SAYS)

    assert [
        action.part for action in found(facts, needs("basics")).gaps[0].actions
    ] == [part]


def test_the_next_rung_costs_its_showing() -> None:
    """Above a rung that is held, the next ones cost their showing, unless that only sends what is there."""
    rungs = (
        milestone("done", ladder="up", rung=1, items=("paper",)),
        milestone("public", ladder="up", rung=2, needs=("done",), items=("cleaning",)),
        milestone("told", ladder="up", rung=3, needs=("public",), items=("writing",)),
    )
    facts = Facts(
        items=(item("paper"), item("cleaning"), item("writing")), milestones=rungs
    )

    assert found(facts, needs("told")).gaps[0].actions[0].part == NOT_BEGUN
    mine = replace(facts, results=(result("done"),))
    assert said(found(mine, needs("told")).gaps[0].actions) == [
        (UNSEEN, "told", (3, 6, 12), ())
    ]
    sent = replace(
        mine, milestones=(*rungs[:2], replace(rungs[2], show=(60, 600, HOUR)))
    )
    assert found(sent, needs("told")).gaps[0].actions[0].part == NOT_BEGUN


def test_what_is_begun_of_a_group_was_chosen() -> None:
    """No cheaper item of a group is put in the place of one that is truly begun; a glance at one is no choice."""
    books = Group("books", "Books", "math", 1, ("short", "long"))
    items = (
        item("short", hours=(1, 2, 3), group="books"),
        item("long", group="books", logged=1),
    )
    facts = Facts(
        items=items, groups=(books,), milestones=(milestone("read", groups=("books",)),)
    )

    action = found(facts, needs("read")).gaps[0].actions[0]
    assert (action.part, action.steps) == (UNDER_WAY, ("long",))
    glance = replace(facts, items=(items[0], replace(items[1], seconds=600)))
    assert found(glance, needs("read")).gaps[0].actions[0].steps == ("short",)


def test_a_feed_is_done_once_enough_was_taken_in() -> None:
    """A feed never finishes: from its low estimate on, nothing of it is left to do."""
    feeds = Group("feeds", "Feeds", "math", 1, ("cast",))
    facts = Facts(
        (item("cast", kind="podcast", logged=9),),
        (feeds,),
        (milestone("current", groups=("feeds",)),),
    )

    assert found(facts, needs("current")).gaps[0].actions[0].steps == ("cast",)
    heard = replace(facts, items=(item("cast", kind="podcast", logged=10),))
    assert found(heard, needs("current")).gaps[0].actions[0].steps == ()


def test_an_alternative_opens_what_is_closed() -> None:
    """Nothing is said to lead nowhere while a way to an alternative of it is listed."""
    facts = Facts(
        (item("course", skills=("x",)),),
        milestones=(milestone("thesis"), milestone("built", items=("course",))),
    )

    gaps = found(
        facts, needs("thesis", any_of="either"), needs("built", any_of="either")
    )
    assert gaps.lines_without_path() == ()
    assert [
        line.requirement.slug
        for line in found(facts, needs("thesis")).lines_without_path()
    ] == ["thesis"]


def test_what_roles_share() -> None:
    """What two roles ask for is named at the lowest level that one asks, with how many call it a must; steps last."""
    one = role(needs("python", "strong"), needs("mentor", weight="helps", step=True))
    two = role(
        needs("python", "basic", weight="should"),
        needs("mentor", weight="helps", step=True),
        needs("thesis"),
    )
    facts = Facts(milestones=(milestone("mentor"), milestone("thesis")), ratings=SAYS)

    both = (replace(one, slug="one"), replace(two, slug="two"))
    assert find_shared_requirements(both, find_strengths(facts)) == (
        SharedRequirement(
            "python",
            "basic",
            ("one", "two"),
            find_strengths(facts).skill("python", "basic"),
            1,
        ),
        SharedRequirement(
            "mentor",
            None,
            ("one", "two"),
            find_strengths(facts).milestone("mentor"),
            0,
            is_step=True,
        ),
    )
    assert judge_readiness(both[0], None, facts).counts("must").total == 1


def test_a_bar_that_only_showing_is_left_of(tracker: Tracker) -> None:
    """A bar that is claimed stands among what nobody can look at yet, at the hours of showing it."""
    live(PERSONAS["bootcamp"], tracker.ok)

    assert (
        "   1 -    4 -    12  transformer-in-pytorch         employer: A Redwood Research\n"
        in tracker.ok("gaps research-contributor-empirical")
    )
