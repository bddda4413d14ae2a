"""What closes a gap, and its hours: evidence, work in progress, paths with prerequisites."""

from dataclasses import replace

import pytest

from tests.conftest import Tracker
from tests.readiness.builders import (
    DAY,
    HOUR,
    item,
    milestone,
    needs,
    rating,
    result,
    role,
)
from tracker.curriculum.rules.items import Group
from tracker.milestones.rules.records import Attempt
from tracker.readiness.rules.actions import NOT_BEGUN, UNDER_WAY, UNSEEN, Action
from tracker.readiness.rules.gaps import Gaps, find_gaps
from tracker.readiness.rules.hours import hours_left
from tracker.readiness.rules.next_actions import find_next_actions
from tracker.readiness.rules.readiness import judge_readiness
from tracker.readiness.rules.records import Facts, Requirement
from tracker.readiness.rules.required_total import find_required_total
from tracker.readiness.rules.strengths import find_strengths

COURSE = item("course", skills=("python",))
BUILT = milestone("built", skills={"python": "moderate"}, items=("course",))


def gaps_for(facts: Facts, *asked: Requirement) -> Gaps:
    """The gaps of a role that asks for these requirements."""
    own = find_strengths(facts)
    return find_gaps(judge_readiness(role(*asked), None, facts, own), facts, own)


def summarise(
    actions: tuple[Action, ...],
) -> list[tuple[str, str, tuple[float, ...], tuple[str, ...]]]:
    """Part, slug, hours and steps of each action."""
    return [
        (a.part, a.slug, tuple(h / HOUR for h in a.hours), a.steps) for a in actions
    ]


def test_not_started_costs_the_items_and_the_showing() -> None:
    """A milestone that is not started costs its items and then the hours to show it."""
    gaps = gaps_for(Facts(items=(COURSE,), milestones=(BUILT,)), needs("built"))

    assert summarise(gaps.gaps[0].actions) == [
        (NOT_BEGUN, "course", (11, 22, 44), ("course",))
    ]


def test_no_evidence_costs_the_showing() -> None:
    """A milestone reached without evidence costs the hours to show it, not to learn it again."""
    gaps = gaps_for(
        Facts(items=(COURSE,), milestones=(BUILT,), results=(result("built"),)),
        needs("built"),
    )

    assert summarise(gaps.gaps[0].actions) == [(UNSEEN, "built", (1, 2, 4), ())]


def test_a_claimed_skill_is_never_taught() -> None:
    """A claimed skill can be shown, or confirmed by a letter; no course is offered."""
    facts = Facts(
        items=(COURSE,), milestones=(BUILT,), ratings=(rating("python", "moderate"),)
    )

    assert summarise(gaps_for(facts, needs("python", "moderate")).gaps[0].actions) == [
        (UNSEEN, "python", (0.5, 1.5, 4), ()),
        (UNSEEN, "built", (1, 2, 4), ()),
    ]


def test_items_done_leave_the_showing() -> None:
    """If its items are done, a milestone is in progress: only showing it is left."""
    facts = Facts(items=(COURSE._replace(state="done"),), milestones=(BUILT,))

    assert summarise(gaps_for(facts, needs("built")).gaps[0].actions) == [
        (UNDER_WAY, "built", (1, 2, 4), ())
    ]


@pytest.mark.parametrize(
    ("logged", "left"),
    [
        (0, (10, 20, 40)),
        (8, (2, 12, 32)),
        (15, (0, 25 / 3, 25)),
        (30, (0, 10 / 3, 10)),
        (40, (0, 0, 0)),
        (90, (0, 0, 0)),
    ],
)
def test_hours_logged_are_taken_off(logged: int, left: tuple[float, ...]) -> None:
    """An item in progress costs its estimate less the hours logged.

    Near its end a third of the rest.
    """
    assert tuple(h / HOUR for h in hours_left(item("course", logged=logged))) == left


@pytest.mark.parametrize(
    ("logged", "likely"), [(0, 3), (1, 3), (4, 2), (7, 1), (10, 0)]
)
def test_wide_estimates(logged: int, likely: float) -> None:
    """However wide the estimate: an item not started takes its likely hours, and never more later."""
    assert (
        hours_left(item("talks", hours=(1, 3, 10), logged=logged))[1] == likely * HOUR
    )


@pytest.mark.parametrize(
    ("part", "logged", "likely"),
    [
        (2, 0, 15),
        (2, 5, 15),
        (2, 2, 15),
        (2, 10, 30),
        (1, 10, 17.5),
        (7, 35, 5),
        (8, 90, 0),
    ],
)
def test_a_reported_part_goes_before_hours(
    part: int, logged: int, likely: float
) -> None:
    """The reported part decides what is left, at the person's pace if slower, from a quarter on."""
    assert (
        hours_left(item("course", logged=logged, part=part, whole=8))[1]
        == likely * HOUR
    )


def test_in_progress_says_how_it_was_counted() -> None:
    """Work in progress shows the reported part, the hours logged, or that they passed the estimate."""
    told = (
        COURSE._replace(part=1, whole=4),
        COURSE._replace(seconds=15 * HOUR),
        COURSE._replace(seconds=45 * HOUR),
    )
    gaps = [
        gaps_for(Facts(items=(each,), milestones=(BUILT,)), needs("built"))
        for each in told
    ]

    assert [each.gaps[0].actions[0].step_texts for each in gaps] == [
        ("course (25% done, self-reported)",),
        ("course (15 h logged)",),
        ("course (45 h logged, past its estimate)",),
    ]


@pytest.mark.parametrize(("finished", "likely"), [(4, 20), (5, 30)])
def test_hours_are_for_this_person(finished: int, likely: int) -> None:
    """From five finished items on, the person's own ratio multiplies the estimates."""
    done = tuple(
        item(f"done-{n}", logged=30, state="done", kind="book") for n in range(finished)
    )
    gaps = gaps_for(Facts(items=(COURSE, *done), milestones=(BUILT,)), needs("built"))

    assert gaps.gaps[0].actions[0].pieces[0][1][1] == likely * HOUR


def test_expected_hours_of_an_attempt_go_before_the_estimate() -> None:
    """The hours expected of an attempt replace the estimate, less the hours spent on it."""
    tried = Attempt(
        "built", "course", DAY, DAY, low=100 * HOUR, high=200 * HOUR, spent=60 * HOUR
    )
    facts = Facts(
        items=(COURSE._replace(seconds=70 * HOUR),),
        milestones=(BUILT,),
        attempts=(tried,),
    )

    assert summarise(gaps_for(facts, needs("built")).gaps[0].actions) == [
        (UNDER_WAY, "course", (41, 92, 144), ("course",))
    ]


def test_prerequisites_come_first_and_once() -> None:
    """A path has each prerequisite once and first.

    A milestone that is reached asks for nothing again.
    """
    items = (
        item("numbers"),
        item("vectors", requires=("numbers",)),
        item(
            "course", requires=("numbers", "vectors"), after="typed", skills=("python",)
        ),
    )
    facts = Facts(
        items=items, milestones=(BUILT, milestone("typed", items=("numbers",)))
    )

    assert gaps_for(facts, needs("built")).gaps[0].actions[0].steps == (
        "numbers",
        "vectors",
        "course",
    )
    done = facts._replace(results=(result("typed"),))
    assert gaps_for(done, needs("built")).gaps[0].actions[0].steps == (
        "vectors",
        "course",
    )


def test_a_group_takes_its_cheapest() -> None:
    """A path takes the cheapest open items of a choice group.

    Skipped and done items count.
    """
    items = tuple(
        item(f"book-{n}", hours=(n, n, n), group="books", skills=("python",))
        for n in (1, 2, 3, 4)
    )
    books = Group("books", "Books", "math", 2, tuple(i.slug for i in items))
    facts = Facts(
        items=items, groups=(books,), milestones=(milestone("read", groups=("books",)),)
    )

    assert gaps_for(facts, needs("read")).gaps[0].actions[0].steps == (
        "book-1",
        "book-2",
    )
    skipped = facts._replace(items=(items[0]._replace(state="skipped"), *items[1:]))
    assert gaps_for(skipped, needs("read")).gaps[0].actions[0].steps == ("book-2",)
    done = facts._replace(items=(*items[:3], items[3]._replace(state="done")))
    assert gaps_for(done, needs("read")).gaps[0].actions[0].steps == ("book-1",)


def test_a_group_meets_a_prerequisite() -> None:
    """A prerequisite in a choice group is met if the group is."""
    items = (
        item("mit", group="algebra"),
        item("ladr", group="algebra", state="done"),
        COURSE._replace(requires=("mit",)),
    )
    facts = Facts(
        items=items,
        groups=(Group("algebra", "", "math", 1, ("mit", "ladr")),),
        milestones=(BUILT,),
    )

    assert gaps_for(facts, needs("built")).gaps[0].actions[0].steps == ("course",)


def test_the_parts_make_the_whole() -> None:
    """A milestone without items that needs several and covers them takes what its parts take."""
    parts = (
        milestone("left", items=("a",), skills={"x": "basic"}),
        milestone("right", items=("b",)),
    )
    whole = milestone("whole", needs=("left", "right"), covers=("left", "right"))
    facts = Facts(
        items=(item("a", skills=("x",)), item("b")), milestones=(*parts, whole)
    )

    assert gaps_for(facts, needs("whole")).gaps[0].actions[0].steps == ("a", "b")


def test_an_attempt_is_in_progress() -> None:
    """An attempt costs what is left of its item.

    One past its limit is no path any longer.
    """
    bounded = replace(BUILT, within=(20 * HOUR, 40 * HOUR), items=())
    tried = Attempt("built", "paper", DAY, DAY, spent=30 * HOUR)
    facts = Facts(
        items=(item("paper", logged=30),), milestones=(bounded,), attempts=(tried,)
    )

    assert summarise(gaps_for(facts, needs("built")).gaps[0].actions) == [
        (UNDER_WAY, "paper", (1, 16 / 3, 14), ("paper",))
    ]
    late = facts._replace(attempts=(tried._replace(spent=41 * HOUR),))
    assert gaps_for(late, needs("built")).gaps[0].actions == ()


@pytest.mark.parametrize(("spent", "late"), [(30, False), (35, True)])
def test_an_attempt_likely_too_late_says_so(spent: int, late: bool) -> None:
    """An attempt that is likely to pass its limit says so."""
    bounded = replace(BUILT, within=(20 * HOUR, 40 * HOUR), items=())
    tried = Attempt(
        "built", "paper", DAY, DAY, low=20 * HOUR, high=60 * HOUR, spent=spent * HOUR
    )
    facts = Facts(items=(item("paper"),), milestones=(bounded,), attempts=(tried,))

    (action,) = gaps_for(facts, needs("built")).gaps[0].actions
    assert action.step_texts[0].endswith("likely to pass the limit") == late


def test_more_requirements_for_an_hour_come_first() -> None:
    """Within a part, what meets more requirements for an hour comes first."""
    known = (
        milestone("narrow", items=("short",), skills={"x": "basic"}),
        milestone(
            "wide", items=("long",), skills={"x": "basic", "y": "basic", "z": "basic"}
        ),
    )
    items = (
        item("short", hours=(5, 10, 20), skills=("x",)),
        item("long", hours=(5, 20, 40), skills=("x",)),
    )
    gaps = gaps_for(
        Facts(items=items, milestones=known),
        *(needs(skill, "basic") for skill in "xyz"),
    )

    assert [action.milestone for action in gaps.gaps[0].actions] == ["wide", "narrow"]


def test_all_required_count_shared_steps_once() -> None:
    """The hours of all required lines count shared steps once."""
    items = (
        item("base"),
        item("a", requires=("base",), skills=("x",)),
        item("b", requires=("base",), skills=("x",)),
    )
    known = (milestone("one", items=("a",)), milestone("two", items=("b",)))
    total = find_required_total(
        gaps_for(Facts(items=items, milestones=known), needs("one"), needs("two"))
    )

    assert total is not None
    assert [seconds / HOUR for seconds in total.hours] == [32, 64, 128]


def test_no_total_without_unknown_hours() -> None:
    """A required line whose milestone somebody else decides on has no known hours.

    The total names it. One without any milestone has no total at all.
    """
    facts = Facts(items=(COURSE,), milestones=(BUILT, milestone("thesis")))
    total = find_required_total(gaps_for(facts, needs("built"), needs("thesis")))

    assert total and (total.unknown, total.hours[1] / HOUR) == (("thesis",), 22)
    gaps = gaps_for(facts, needs("built"), needs("taste", "strong"))
    assert find_required_total(gaps) is None


def test_next_leaves_out_what_was_reached() -> None:
    """An item with which a milestone was reached is not continued."""
    facts = Facts(
        items=(COURSE._replace(seconds=9 * HOUR),),
        milestones=(BUILT, milestone("other")),
        results=(result("other", "repo", with_item="course"),),
    )
    gaps = gaps_for(facts, needs("built"))

    assert find_next_actions(facts, find_strengths(facts), None).actions == ()
    assert summarise(gaps.gaps[0].actions) == [(UNDER_WAY, "built", (1, 2, 4), ())]


@pytest.mark.parametrize(
    ("hours", "told"),
    [
        (39, ""),
        (40, " (40 h logged, all of its estimate)"),
        (41, " (41 h logged, past its estimate)"),
    ],
)
def test_next_says_what_is_past_its_estimate(hours: int, told: str) -> None:
    """If the high estimate is logged, `next` says so.

    While hours are left, it does not.
    """
    facts = Facts(items=(COURSE._replace(seconds=hours * HOUR),))

    assert [
        a.do for a in find_next_actions(facts, find_strengths(facts), None).actions
    ] == [f"continue course{told}"]


def test_next_continues_shows_and_starts() -> None:
    """`next` lists work in progress, quick evidence, and the first steps of what is not started."""
    items = (
        COURSE,
        item("other", logged=3),
        item("base"),
        item("late", requires=("base",), skills=("y",)),
    )
    known = (
        milestone("reached"),
        milestone("far", items=("late",), skills={"y": "basic"}),
    )
    facts = Facts(items=items, milestones=known, results=(result("reached"),))
    gaps = gaps_for(facts, needs("reached"), needs("far"))

    assert [
        a.do.split(":")[0]
        for a in find_next_actions(facts, find_strengths(facts), gaps).actions
    ] == [
        "continue other",
        "show reached",
        "start base",
    ]
    assert [
        a.slug for a in find_next_actions(facts, find_strengths(facts), None).actions
    ] == [
        "other",
        "reached",
    ]


def test_next_says_where_hours_are_not_known(tracker: Tracker) -> None:
    """An item without an estimate, or past it, has no known hours.

    Each is listed once.
    """
    tracker.ok("add my-x --title X --track coding")
    tracker.ok("add my-y --title Y --track coding --hours 1-2")
    tracker.ok("log my-x 2h")
    tracker.ok("log my-y 3h")

    assert tracker.ok("next") == (
        "Next. Hours to go: low - likely - high.\n"
        "hours not known      continue my-y (3 h logged, past its estimate): Y\n"
        "                     Done? Say so: tracker done my-y\n"
        "hours not known      continue my-x (no estimate): X\n"
    )


def test_skipped_items_shorten_the_path() -> None:
    """A skipped item is off the path.

    Work and exercises that are required themselves are still to do.
    """
    items = (
        item("talk", kind="video"),
        item("drill", kind="exercise"),
        item("paper", kind="replication"),
    )
    known = tuple(
        milestone(f"{slug}-done", items=(slug,)) for slug in ("talk", "drill", "paper")
    )
    facts = Facts(
        items=tuple(i._replace(state="skipped") for i in items), milestones=known
    )
    asked = tuple(needs(m.slug) for m in known)

    assert [
        gap.actions and gap.actions[0].steps
        for gap in gaps_for(facts._replace(items=items), *asked).gaps
    ] == [
        ("talk",),
        ("drill",),
        ("paper",),
    ]
    assert [
        gap.actions and gap.actions[0].steps for gap in gaps_for(facts, *asked).gaps
    ] == [(), (), ()]
    assert [bool(gap.actions) for gap in gaps_for(facts, *asked).gaps] == [
        True,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("other", "left"), [("course", ("b",)), ("exercise", ("b", "c"))]
)
def test_an_exercise_skipped_in_a_group(other: str, left: tuple[str, ...]) -> None:
    """A skipped exercise counts in its group if the group has a course too."""
    items = (
        item("a", kind="exercise", state="skipped"),
        item("b", kind=other),
        item("c", kind="exercise"),
    )
    facts = Facts(
        items=items,
        groups=(Group("few", "", "math", 2, ("a", "b", "c")),),
        milestones=(milestone("all", groups=("few",)),),
    )

    assert gaps_for(facts, needs("all")).gaps[0].actions[0].steps == left


def test_the_shorter_of_two_begun_is_finished() -> None:
    """If more of a group is begun than needed, the path has the one with least left."""
    items = tuple(item(slug, logged=5, group="few") for slug in "abc")
    items = (items[0], items[1]._replace(seconds=9 * HOUR), items[2])
    few = Group("few", "", "math", 1, ("a", "b", "c"))
    facts = Facts(
        items=items, groups=(few,), milestones=(milestone("one", groups=("few",)),)
    )

    assert gaps_for(facts, needs("one")).gaps[0].actions[0].steps == ("b",)


def test_an_attempt_over_its_limit_says_so(tracker: Tracker) -> None:
    """Wherever an attempt over its limit is shown, it says so, as long as it goes on."""
    tracker.ok("target research-contributor-empirical")
    tracker.ok(
        "attempt few-hundred-hour-replication --with ziegler-2019 --since 2026-06-01"
    )
    for day in range(1, 21):
        tracker.ok(f"log ziegler-2019 20h --on 2026-06-{day:02}")

    over = "over the limit of 200-400 h"
    assert "in progress: ziegler-2019, 400 h of 200-400 h, over the limit" in _reasons(
        tracker
    )
    assert (
        "within a few hundred hours, 400 h of 200-400 h, over the limit, since 1 Jun"
        in " ".join(tracker.ok("ready").split())
    )
    assert f"continue ziegler-2019 (400 h logged, {over})" in [
        each["do"] for each in tracker.json("next")["actions"]
    ]
    assert f"Steps: ziegler-2019 (400 h logged, {over})," in " ".join(
        tracker.ok("gaps").split()
    )
    assert f"Next: continue ziegler-2019 (400 h logged, {over})" in " ".join(
        tracker.ok("week").split()
    )
    tracker.ok("log ziegler-2019 1h")
    assert (
        "  1h00m  ziegler-2019  401h00m of 200-400 h, over the limit\n"
        in tracker.ok("week")
    )
    tracker.ok("undo")
    tracker.ok("undo")
    assert "in progress: ziegler-2019, 380 h" in _reasons(tracker)
    assert "over" not in tracker.ok("next")


def _reasons(tracker: Tracker) -> list[str]:
    return [
        told
        for each in tracker.json("ready")["requirements"]
        for told in each["because"]
    ]
