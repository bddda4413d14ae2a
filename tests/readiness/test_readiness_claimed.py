"""What a person claims, and what they chose: neither is taught again."""

from dataclasses import replace

import pytest

from tests.conftest import Tracker
from tests.readiness.builders import HOUR, item, milestone, needs, rating, result, role
from tests.readiness.persona_runs import PERSONAS, live
from tests.readiness.test_readiness_gaps import gaps_for, summarise
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
def test_knowledge_can_be_shown(kind: str, show: int, offered: list[str]) -> None:
    """A claimed skill can be shown by what is learned for it, not by work that may never have been done."""
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
        for action in gaps_for(facts, needs("python", "moderate")).gaps[0].actions
    ] == offered


def test_an_exercise_that_is_asked_for_is_still_to_do() -> None:
    """If a milestone itself is required, its skills do not replace its exercise."""
    known = milestone("built", skills={"python": "moderate"}, items=("task",))
    facts = Facts(
        items=(item("task", kind="exercise", skills=("python",)),),
        milestones=(known,),
        ratings=SAYS,
    )

    gaps = gaps_for(facts, needs("python", "moderate"), needs("built"))
    assert [[action.part for action in gap.actions] for gap in gaps.gaps] == [
        [UNSEEN],
        [NOT_BEGUN],
    ]


@pytest.mark.parametrize(
    ("members", "steps"), [(("camp", "class"), ()), (("camp",), ("camp",))]
)
def test_a_programme_among_courses_is_no_work(
    members: tuple[str, ...], steps: tuple[str, ...]
) -> None:
    """A programme in a group with a course does not stop anybody from showing what they know."""
    items = (
        item("camp", kind="programme", group="either", skills=("python",)),
        item("class", group="either", skills=("python",)),
    )
    group = Group("either", "Either", "math", 1, members)
    known = milestone("basics", skills={"python": "moderate"}, groups=("either",))
    facts = Facts(items, (group,), (known,), ratings=SAYS)

    assert [
        action.steps for action in gaps_for(facts, needs("basics")).gaps[0].actions
    ] == [steps]


def test_the_next_rung_costs_its_showing() -> None:
    """Above a rung that is reached, the next rungs cost the hours to show them."""
    rungs = (
        milestone("done", ladder="up", rung=1, items=("paper",)),
        milestone("public", ladder="up", rung=2, needs=("done",), items=("cleaning",)),
        milestone("told", ladder="up", rung=3, needs=("public",), items=("writing",)),
    )
    facts = Facts(
        items=(item("paper"), item("cleaning"), item("writing")), milestones=rungs
    )

    assert gaps_for(facts, needs("told")).gaps[0].actions[0].part == NOT_BEGUN
    mine = replace(facts, results=(result("done"),))
    assert summarise(gaps_for(mine, needs("told")).gaps[0].actions) == [
        (UNSEEN, "told", (3, 6, 12), ())
    ]
    sent = replace(
        mine, milestones=(*rungs[:2], replace(rungs[2], show=(60, 600, HOUR)))
    )
    assert gaps_for(sent, needs("told")).gaps[0].actions[0].part == NOT_BEGUN


def test_an_item_well_begun_is_the_choice() -> None:
    """No cheaper item of a group replaces one that is well begun.

    Ten minutes on one are no choice.
    """
    books = Group("books", "Books", "math", 1, ("short", "long"))
    items = (
        item("short", hours=(1, 2, 3), group="books"),
        item("long", group="books", logged=1),
    )
    facts = Facts(
        items=items, groups=(books,), milestones=(milestone("read", groups=("books",)),)
    )

    action = gaps_for(facts, needs("read")).gaps[0].actions[0]
    assert (action.part, action.steps) == (UNDER_WAY, ("long",))
    glance = replace(facts, items=(items[0], replace(items[1], seconds=600)))
    assert gaps_for(glance, needs("read")).gaps[0].actions[0].steps == ("short",)


def test_a_feed_is_done_with_enough_hours() -> None:
    """A feed never finishes: with its low estimate logged, nothing of it is left to do."""
    feeds = Group("feeds", "Feeds", "math", 1, ("cast",))
    facts = Facts(
        (item("cast", kind="podcast", logged=9),),
        (feeds,),
        (milestone("current", groups=("feeds",)),),
    )

    assert gaps_for(facts, needs("current")).gaps[0].actions[0].steps == ("cast",)
    heard = replace(facts, items=(item("cast", kind="podcast", logged=10),))
    assert gaps_for(heard, needs("current")).gaps[0].actions[0].steps == ()


def test_an_alternative_is_a_path() -> None:
    """A requirement has a path if one of its alternatives has one."""
    facts = Facts(
        (item("course", skills=("x",)),),
        milestones=(milestone("built", items=("course",)),),
    )

    gaps = gaps_for(
        facts, needs("x", "strong", any_of="either"), needs("built", any_of="either")
    )
    assert gaps.lines_without_path() == ()
    assert [
        line.requirement.slug
        for line in gaps_for(facts, needs("x", "strong")).lines_without_path()
    ] == ["x"]


def test_what_roles_share() -> None:
    """What two roles ask for is listed at the lowest level asked, with how many require it; steps last."""
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


def test_a_claimed_bar_needs_evidence(tracker: Tracker) -> None:
    """A claimed bar is listed with the hours to show it."""
    live(PERSONAS["bootcamp"], tracker.ok)

    assert (
        "Employers' bars that you claim\n"
        "   1 -    4 -    12  A transformer in PyTorch, by oneself\n"
        "                     (transformer-in-pytorch): A Redwood Research staff member\n"
    ) in tracker.ok("gaps research-contributor-empirical")
