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
    find_claimed_roles,
    find_shared_requirements,
    judge_all_roles,
)
from tracker.readiness.rules.strengths import find_strengths
from tracker.readiness.rules.support import Strength

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
    mine = facts._replace(results=(result("done"),))
    assert summarise(gaps_for(mine, needs("told")).gaps[0].actions) == [
        (UNSEEN, "told", (3, 6, 12), ())
    ]
    sent = mine._replace(
        milestones=(*rungs[:2], replace(rungs[2], show=(60, 600, HOUR)))
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
    glance = facts._replace(items=(items[0], items[1]._replace(seconds=600)))
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
    heard = facts._replace(items=(item("cast", kind="podcast", logged=10),))
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
    """What two roles ask for is listed at each level, with those that ask or require it there; steps last."""
    one = role(needs("python", "strong"), needs("mentor", weight="helps", step=True))
    two = role(
        needs("python", "basic", weight="should"),
        needs("mentor", weight="helps", step=True),
        needs("thesis"),
    )
    facts = Facts(milestones=(milestone("mentor"), milestone("thesis")), ratings=SAYS)

    both = (one._replace(slug="one"), two._replace(slug="two"))
    assert find_shared_requirements(both, find_strengths(facts)) == (
        SharedRequirement("python", "basic", ("two",), Strength.SAID, 0),
        SharedRequirement("python", "strong", ("one",), Strength.NONE, 1),
        SharedRequirement("mentor", None, ("one", "two"), Strength.NONE, 0),
    )
    assert judge_readiness(both[0], None, facts).counts("must").total == 1


def test_a_role_counts_once_at_a_level() -> None:
    """A role that asks twice for one level, in two variants, is one role."""
    twice = role(needs("python", "basic", variant="a"), needs("python", "basic"))
    both = (twice._replace(slug="one"), twice._replace(slug="two"))

    (shared,) = find_shared_requirements(both, find_strengths(Facts()))
    assert (shared.asked_by, shared.musts) == (("one", "two"), 2)


def test_roles_name_the_level_of_each_count(tracker: Tracker) -> None:
    """The counts of `ready --roles` are those of the roles that ask for that level."""
    tracker.ok(
        "rate research-taste basic --by Ann --evidence 'letter:Ann Lee, 3 Nov 2026'"
    )
    roles = [
        tracker.json(f"show {slug}")["role"] for slug in tracker.json("target")["roles"]
    ]
    lines = [
        (role["slug"], asked["level"], asked["weight"])
        for role in roles
        for asked in role["requirements"]
        if asked["skill"] == "research-taste"
    ]

    shared = tracker.json("ready --roles")["shared"]
    taste = [each for each in shared if each["slug"] == "research-taste"]
    assert {level for _, level, _ in lines} == {each["level"] for each in taste}
    for each in taste:
        at_level = [line for line in lines if line[1] == each["level"]]
        assert each["roles"] == [slug for slug, _, _ in at_level]
        assert each["musts"] == [weight for _, _, weight in at_level].count("must")
    text = tracker.ok("ready --roles")
    assert "Of these you have shown: research-taste basic (1 role)." in text
    assert "research-taste moderate open 1 role, required in 1" in " ".join(
        text.split()
    )


def test_a_claimed_bar_needs_evidence(tracker: Tracker) -> None:
    """A claimed bar is listed with the hours to show it."""
    live(PERSONAS["bootcamp"], tracker.ok)

    assert (
        "Employers' bars that you claim\n"
        "   1 -    4 -    12  A transformer in PyTorch, by oneself\n"
        "                     (transformer-in-pytorch): A Redwood Research staff member\n"
    ) in tracker.ok("gaps research-contributor-empirical")


def test_another_role_that_is_claimed() -> None:
    """It is named if nothing it requires is open, and something of the target is.

    A role that requires nothing is none.
    """
    facts = Facts(ratings=SAYS)
    python, taste = needs("python", "moderate"), needs("taste", "basic")
    easy = role(python)._replace(slug="easy")
    hard, empty = role(python, taste), role()._replace(slug="empty")
    strengths = find_strengths(facts)
    judged = judge_all_roles((easy, hard, empty), facts, strengths)

    assert find_claimed_roles(judge_readiness(hard, None, facts), judged) == (easy,)
    assert find_claimed_roles(judge_readiness(easy, None, facts), judged) == ()
    nobody = judge_all_roles((easy, hard), Facts(), find_strengths(Facts()))
    assert find_claimed_roles(nobody[1], nobody) == ()
