"""The road: what comes first, the guide's first choices, gates, tracks, counted results."""

from hypothesis import given, settings

from tests.conftest import Tracker
from tests.readiness.builders import HOUR, item, milestone, needs, rating, result, role
from tests.readiness.test_readiness_gaps import gaps_for
from tests.readiness.test_readiness_properties import ASKED, FACTS
from tracker.choices import WEIGHTS
from tracker.curriculum.rules.items import Gate, Group
from tracker.readiness.rules.actions import NOT_BEGUN, PARTS
from tracker.readiness.rules.gaps import Gaps, find_gaps
from tracker.readiness.rules.next_actions import find_next_actions
from tracker.readiness.rules.readiness import judge_readiness
from tracker.readiness.rules.records import Facts
from tracker.readiness.rules.required_total import find_required_total
from tracker.readiness.rules.strengths import find_strengths

ONE_EACH = (
    item("short", hours=(1, 2, 3), group="either"),
    item("long", group="either"),
)
EITHER = Group("either", "Either", "math", 1, ("short", "long"), prefer=("long",))
PLACE = Gate("a place", (8 * HOUR, 22 * HOUR, 40 * HOUR))


def steps_of(facts: Facts, slug: str) -> tuple[str, ...]:
    """The steps of the best path to a milestone."""
    return gaps_for(facts, needs(slug)).gaps[0].actions[0].steps


def rows(gaps: Gaps) -> list[tuple[str | None, tuple[float, float, float]]]:
    """The milestone of each row of the road, and its own hours."""
    return [
        (row.action.milestone, tuple(h / HOUR for h in row.hours))  # type: ignore[misc]
        for row in gaps.road
    ]


def test_the_first_choice_outranks_the_shortest() -> None:
    """The guide's first choice of a group is the step, though another takes less."""
    facts = Facts(ONE_EACH, (EITHER,), (milestone("read", groups=("either",)),))

    assert steps_of(facts, "read") == ("long",)
    begun = facts._replace(items=(ONE_EACH[0]._replace(seconds=HOUR), ONE_EACH[1]))
    assert steps_of(begun, "read") == ("short",)


def test_a_first_choice_without_a_path_is_passed_over() -> None:
    """A first choice that asks for what has no path leaves the choice to the others."""
    late = ONE_EACH[1]._replace(after="never")
    known = (milestone("read", groups=("either",)), milestone("never"))

    assert steps_of(Facts((ONE_EACH[0], late), (EITHER,), known), "read") == ("short",)


def test_a_prerequisite_takes_the_choice_of_its_group() -> None:
    """A prerequisite in a group takes the same item as the milestone of the group."""
    items = (*ONE_EACH, item("late", requires=("short",)))
    known = (
        milestone("read", groups=("either",)),
        milestone("both", items=("late",), needs=("read",), covers=("read",)),
    )
    facts = Facts(items, (EITHER,), known)

    assert steps_of(facts, "both") == ("long", "late")


def test_a_path_keeps_to_the_tracks_of_the_role() -> None:
    """Items of other tracks are no steps, unless they are begun."""
    known = milestone("built", items=("course",))
    facts = Facts((item("course", track="coding"),), milestones=(known,))
    strengths = find_strengths(facts)
    asked = role(needs("built"), tracks=("math",))

    gaps = find_gaps(judge_readiness(asked, None, facts, strengths), facts, strengths)
    assert gaps.lines_without_path()
    begun = Facts((item("course", track="coding", logged=1),), milestones=(known,))
    strengths = find_strengths(begun)
    readiness = judge_readiness(asked, None, begun, strengths)
    assert not find_gaps(readiness, begun, strengths).lines_without_path()


def test_a_gate_is_applied_to_first() -> None:
    """An item behind a gate costs applying too, and the next step is to apply."""
    camp = item("camp", kind="programme", gate=PLACE)
    facts = Facts((camp,), milestones=(milestone("trained", items=("camp",)),))
    gaps = gaps_for(facts, needs("trained"))
    total = find_required_total(gaps)

    assert rows(gaps) == [("trained", (19, 44, 84))]
    assert total and total.offers == ("camp",)
    (action,) = find_next_actions(facts, find_strengths(facts), gaps).actions
    assert (action.do, action.hours) == ("apply to camp: needs a place", PLACE.hours)
    begun = facts._replace(items=(camp._replace(seconds=HOUR),))
    gaps = gaps_for(begun, needs("trained"))
    total = find_required_total(gaps)
    assert total and total.offers == ()


def test_a_closed_programme_is_no_step() -> None:
    """A programme that takes no more people leads nowhere, unless one is in it."""
    closed = item("camp", kind="programme", gate=PLACE._replace(closed=True))
    known = milestone("trained", items=("camp",))
    facts = Facts((closed,), milestones=(known,))

    assert gaps_for(facts, needs("trained")).lines_without_path()
    begun = Facts((closed._replace(seconds=HOUR),), milestones=(known,))
    assert steps_of(begun, "trained") == ("camp",)


def test_stages_then_weights_then_what_comes_first() -> None:
    """Rows follow the stages, required first in each; what something needs comes before it.

    Helpful ones that nothing needs come last.
    """
    known = (
        milestone("thesis", items=("d",), stage="research"),
        milestone("extra", items=("c",), stage="foundations"),
        milestone("basics", items=("a",), stage="foundations"),
        milestone("built", items=("b",), stage="show", needs=("basics",)),
    )
    items = tuple(item(slug) for slug in "abcd")
    gaps = gaps_for(
        Facts(items, milestones=known),
        needs("thesis"),
        needs("extra", weight="helps"),
        needs("basics", weight="helps"),
        needs("built"),
    )

    assert [slug for slug, _ in rows(gaps)] == ["basics", "built", "thesis", "extra"]
    assert [row.weight for row in gaps.road] == ["must", "must", "must", "helps"]


def test_each_row_adds_its_own_hours() -> None:
    """A row's hours are those that no row above it has: the rows add up to the whole."""
    items = (item("base"), item("late", requires=("base",)))
    known = (milestone("one", items=("base",)), milestone("two", items=("late",)))
    gaps = gaps_for(Facts(items, milestones=known), needs("two"), needs("one"))
    total = find_required_total(gaps)

    assert rows(gaps) == [("one", (11, 22, 44)), ("two", (11, 22, 44))]
    assert total and total.hours[1] == 44 * HOUR


def test_the_total_is_of_what_is_for_required_lines() -> None:
    """A long way for a helpful line is not in the total, though it meets the required."""
    items = (item("short"), item("long", hours=(90, 100, 110)))
    known = (
        milestone("one", items=("short",)),
        milestone("degree", items=("long",), covers=("one",)),
    )
    asked = needs("one"), needs("degree", weight="helps")
    total = find_required_total(gaps_for(Facts(items, milestones=known), *asked))

    assert total and total.hours[1] == 22 * HOUR


def test_results_that_count_shorten_the_road() -> None:
    """Of three to be done, one that is done leaves two, and each is shown by itself."""
    papers = tuple(item(slug, kind="replication") for slug in "abc")
    one = milestone("one", ladder="replication", rung=1)
    three = milestone("three", count=3, counted="one")
    facts = Facts(papers, milestones=(one, three))

    assert steps_of(facts, "three") == ("a", "b", "c")
    done = facts._replace(results=(result("one", "repo", with_item="b"),))
    action = gaps_for(done, needs("three")).gaps[0].actions[0]
    assert (action.steps, action.hours[1] / HOUR) == (("a", "c"), 44)
    told = tuple(result("one", with_item=slug) for slug in "ab")
    action = gaps_for(facts._replace(results=told), needs("three")).gaps[0].actions[0]
    assert (action.steps, action.hours[1] / HOUR) == (("c",), 20 + 3 * 2)


def test_a_prerequisite_is_known_at_the_level_it_teaches() -> None:
    """A course in the basics is not asked of whoever claims the basics.

    One that practised the skill by reading only still takes it.
    """
    items = (
        item("intro", skills=("python",)),
        item("reading", skills=("python",)),
        item("late", requires=("intro",)),
    )
    known = (
        milestone("basics", items=("intro",), skills={"python": "basic"}),
        milestone("built", items=("late",)),
    )
    facts = Facts(items, milestones=known)

    assert steps_of(facts, "built") == ("intro", "late")
    claimed = facts._replace(ratings=(rating("python", "basic"),))
    assert steps_of(claimed, "built") == ("late",)
    read = facts._replace(items=(items[0], items[1]._replace(state="done"), items[2]))
    assert steps_of(read, "built") == ("intro", "late")


def test_a_whole_is_not_known_by_one_part() -> None:
    """What shows the skills of a milestone does not make its other parts known."""
    known = (
        milestone("maths", items=("algebra",), skills={"algebra": "basic"}),
        milestone("nets", items=("course",), skills={"ml": "basic"}),
        milestone(
            "basics",
            needs=("maths", "nets"),
            covers=("maths", "nets"),
            skills={"ml": "basic"},
        ),
        milestone("transformer", skills={"ml": "moderate"}),
    )
    items = (item("algebra", skills=("algebra",)), item("course", skills=("ml",)))
    facts = Facts(items, milestones=known, results=(result("transformer", "repo"),))

    assert steps_of(facts, "basics") == ("algebra",)


def test_next_serves_what_is_required() -> None:
    """The next step is the first of the required lines; beside it one of another track."""
    items = (
        item("python", track="coding"),
        item("algebra", track="math"),
        item("nets", track="coding", requires=("python",)),
        item("essay", track="views", hours=(1, 1, 1)),
    )
    known = (
        milestone("basics", items=("python", "nets", "algebra")),
        milestone("views", items=("essay",)),
    )
    facts = Facts(items, milestones=known)
    gaps = gaps_for(facts, needs("views", weight="helps"), needs("basics"))

    actions = find_next_actions(facts, find_strengths(facts), gaps).actions
    assert [action.slug for action in actions] == ["python", "algebra"]


@settings(max_examples=60)
@given(FACTS)
def test_the_road_can_be_walked(facts: Facts) -> None:
    """Each step stands once, after all that it requires; the rows add up to the whole."""
    strengths = find_strengths(facts)
    gaps = find_gaps(judge_readiness(ASKED, None, facts, strengths), facts, strengths)
    steps = [step for row in gaps.road for step in row.steps]
    pieces = [slug for row in gaps.road for slug, _ in row.pieces]
    situation = gaps.paths.situation

    assert len(set(steps)) == len(steps) and len(set(pieces)) == len(pieces)
    for at, step in enumerate(steps):
        required = situation.items[step].requires
        later = set(steps[at:])
        assert not later.intersection(required) or situation.items[step].is_begun
    assert not any(
        situation.is_known(step) and situation.items[step].kind == "course"
        for step in steps
        if not (situation.items[step].is_begun or situation.is_deed(step))
    )


@settings(max_examples=60)
@given(FACTS)
def test_each_open_requirement_stands_on_the_road_once(facts: Facts) -> None:
    """Each unit with an action is met by one row; parts and weights are in order."""
    strengths = find_strengths(facts)
    gaps = find_gaps(judge_readiness(ASKED, None, facts, strengths), facts, strengths)
    listed = [slug for row in gaps.road for slug in row.requirements]
    unit_of = {
        gap.line.requirement.slug: gap.line.requirement.unit for gap in gaps.gaps
    }
    units = [{unit_of[slug] for slug in row.requirements} for row in gaps.road]
    met = [unit for each in units for unit in each]

    assert len(set(listed)) == len(listed) and len(set(met)) == len(met)
    assert set(met) == {gap.line.requirement.unit for gap in gaps.gaps if gap.actions}
    parts = [PARTS.index(row.action.part) for row in gaps.road]
    assert parts == sorted(parts)
    helpful = [row.weight == WEIGHTS[-1] for row in gaps.rows_in(NOT_BEGUN)]
    assert helpful == sorted(helpful)


def test_a_whole_is_claimed_by_its_parts() -> None:
    """With all parts claimed nothing is left to learn, and what comes after can begin."""
    parts = (milestone("left", skills={"x": "basic"}), milestone("right"))
    whole = milestone(
        "whole",
        needs=("left", "right"),
        covers=("left", "right"),
        skills={"y": "basic"},
    )
    paper = item("paper", after="whole")
    facts = Facts(
        (paper,),
        milestones=(*parts, whole, milestone("done", items=("paper",))),
        results=(result("left"), result("right")),
    )
    gaps = gaps_for(facts, needs("whole"), needs("done"))

    actions = find_next_actions(facts, find_strengths(facts), gaps).actions
    assert [action.slug for action in actions] == ["whole", "paper"]


def test_one_alternative_is_enough_on_the_road() -> None:
    """What meets one alternative leaves no row for the other, nor hours in the total."""
    items = (item("short"), item("long", hours=(90, 100, 110), skills=("x",)))
    known = (
        milestone("few", items=("short",)),
        milestone("whole", items=("long",), skills={"x": "basic"}),
    )
    asked = (
        needs("few", any_of="either"),
        needs("whole", any_of="either"),
        needs("x", "basic", weight="should"),
    )
    gaps = gaps_for(Facts(items, milestones=known), *asked)
    total = find_required_total(gaps)

    assert [row.requirements for row in gaps.road] == [("few",), ("x",)]
    assert total and total.hours[1] == 22 * HOUR


def test_next_continues_what_is_required_first() -> None:
    """Of items in progress, those of required lines come before those with more hours."""
    items = (
        item("first", hours=(50, 90, 99), logged=40),
        item("second", hours=(50, 90, 99), logged=30),
        item("third", logged=1),
    )
    known = (milestone("built", items=("third",)),)
    facts = Facts(items, milestones=known)
    gaps = gaps_for(facts, needs("built"))

    actions = find_next_actions(facts, find_strengths(facts), gaps).actions
    assert [action.slug for action in actions] == ["third", "first"]


def test_a_credential_that_is_required_comes_first() -> None:
    """In a stage, a milestone that the guide requires by name comes before shorter ways."""
    items = (item("degree", hours=(90, 100, 110)), item("course"))
    known = (
        milestone("graduated", items=("degree",)),
        milestone("taught", items=("course",), skills={"teaching": "basic"}),
    )
    facts = Facts(items, milestones=known)
    gaps = gaps_for(facts, needs("teaching", "basic"), needs("graduated"))

    assert [slug for slug, _ in rows(gaps)] == ["graduated", "taught"]
    inferred = needs("graduated", stated=False)
    gaps = gaps_for(facts, needs("teaching", "basic"), inferred)
    assert [slug for slug, _ in rows(gaps)] == ["taught", "graduated"]


def test_what_follows_a_milestone_can_begin_once_its_items_are_done() -> None:
    """A milestone that only needs to be recorded holds nothing up."""
    items = (item("course", state="done"), item("late", after="basics"))
    known = (milestone("basics", items=("course",)), milestone("x", items=("late",)))
    facts = Facts(items, milestones=known)
    gaps = gaps_for(facts, needs("x"))

    actions = find_next_actions(facts, find_strengths(facts), gaps).actions
    assert [action.slug for action in actions] == ["late"]


def test_no_second_course_of_a_track_beside_a_required_one() -> None:
    """Whoever is at work on what is required is sent to another track beside it."""
    items = (
        item("nets", track="ml", logged=3),
        item("theory", track="ml"),
        item("algebra", track="math"),
    )
    known = (milestone("basics", items=("nets", "theory", "algebra")),)
    facts = Facts(items, milestones=known)
    gaps = gaps_for(facts, needs("basics"))

    actions = find_next_actions(facts, find_strengths(facts), gaps).actions
    assert [action.slug for action in actions] == ["nets", "algebra"]


def test_what_is_dropped_has_no_row_on_the_way() -> None:
    """A part that the person gave up is not offered on the way to the whole."""
    items = (item("a"), item("b"), item("late", after="whole"))
    known = (
        milestone("left", items=("a",)),
        milestone("right", items=("b",)),
        milestone("whole", needs=("left", "right"), covers=("left", "right")),
        milestone("built", items=("late",), stage="research"),
    )
    facts = Facts(items, milestones=known)

    assert [slug for slug, _ in rows(gaps_for(facts, needs("built")))] == [
        "left",
        "right",
        "built",
    ]
    given_up = facts._replace(dropped=frozenset({"left"}))
    assert "left" not in [slug for slug, _ in rows(gaps_for(given_up, needs("built")))]


def test_what_comes_before_a_finished_item_is_not_taught() -> None:
    """Whoever finished a course is not sent to the one that it builds on."""
    items = (
        item("intro", track="coding"),
        item("nets", requires=("intro",), after="basics", state="done"),
        item("late", requires=("intro",), after="basics"),
    )
    known = (
        milestone("basics", items=("intro",)),
        milestone("built", items=("late",)),
    )

    assert steps_of(Facts(items, milestones=known), "built") == ("late",)


def test_knowing_never_finishes_what_one_is_given_a_place_in() -> None:
    """A course for credit is not done by knowing its subject."""
    items = (item("credit", skills=("ml",), gate=PLACE),)
    known = (
        milestone(
            "passed", items=("credit",), skills={"ml": "strong", "maths": "basic"}
        ),
    )
    facts = Facts(items, milestones=known, ratings=(rating("ml", "strong"),))

    assert steps_of(facts, "passed") == ("credit",)


def test_a_lesson_in_what_is_claimed_is_not_continued() -> None:
    """A course in progress leaves `next` once what it teaches is claimed."""
    items = (item("intro", skills=("python",), logged=2),)
    facts = Facts(items, milestones=(milestone("x"),))

    assert find_next_actions(facts, find_strengths(facts), None).actions
    claimed = facts._replace(ratings=(rating("python", "basic"),))
    assert find_next_actions(claimed, find_strengths(claimed), None).actions == ()


def test_what_a_step_requires_stands_before_it(tracker: Tracker) -> None:
    """An item that a claim leaves out of one path comes first where another needs it."""
    tracker.ok("reach elk-proposal --evidence post:https://git.example/x")
    answer = tracker.json("gaps research-lead-theoretical --variant conceptual --all")
    steps = [step for row in answer["road"] for step in row["steps"]]

    reading, attempt = "conceptual-50h-reading", "conceptual-50h-new"
    assert steps.index(reading) < steps.index(attempt)


def test_one_part_in_progress_does_not_begin_the_others(tracker: Tracker) -> None:
    """An hour on the first part of a whole leaves a row of the road for each part."""
    before = [row["milestone"] for row in tracker.json("gaps professor")["road"]]
    tracker.ok("log learnpython 1h")
    after = [row["milestone"] for row in tracker.json("gaps professor")["road"]]

    assert sorted(after, key=str) == sorted(before, key=str)
