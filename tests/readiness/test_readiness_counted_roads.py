"""The road to a milestone that counts: as many works as are missing, no more, no fewer."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import Tracker
from tests.readiness.builders import DAY, needs, role
from tests.readiness.lives import read_database
from tests.readiness.map_truths import walk
from tests.readiness.test_readiness_random_lives import live_at_random
from tracker.choices import LEVELS
from tracker.limits import HOUR
from tracker.milestones.rules.records import Evidence, Milestone, Result
from tracker.readiness.rules.actions import Action
from tracker.readiness.rules.gaps import Gaps, find_role_gaps
from tracker.readiness.rules.records import Facts, Rating
from tracker.readiness.rules.support import Strength

NUMBERS = "ml-courses-credit three-replications open-source-merged students-to-papers"
COUNTED = (*NUMBERS.split(), "theory-graduate-courses")


@settings(max_examples=30)
@given(st.data())
def test_works_that_are_missing_are_on_the_road(
    template: Path, data: st.DataObject
) -> None:
    """Whatever is claimed, done or begun, the works that are missing are all steps.

    Their hours are those of the missing works that take least, or more.
    """
    facts, roles = read_database(template)
    lived = count_at_random(facts, data)
    asked = [role(needs(slug)) for slug in COUNTED]
    for each in (*asked, data.draw(st.sampled_from(roles), "role")):
        variant = data.draw(st.sampled_from(each.variants or (None,)))
        gaps = find_role_gaps(each, variant, lived)
        for action in counted_actions(gaps):
            check_works(action, lived, gaps)


def check_works(action: Action, facts: Facts, gaps: Gaps) -> None:
    """The steps of an action for a milestone that counts are the works missing."""
    situation = gaps.paths.situation
    missing = situation.counted[action.milestone or ""].missing
    left = {slug: situation.items[slug] for slug in unreached(action, facts, gaps)}
    done = [slug for slug, item in left.items() if item.state == "done"]
    works = [step for step in action.steps if step in left]
    assert len(works) == max(0, missing - len(done))
    for at, hours in enumerate(action.hours):
        least = sorted(situation.time_left[slug][at] for slug in left)
        assert hours >= sum(least[:missing])


def counted_actions(gaps: Gaps) -> Iterator[Action]:
    """The actions that show a milestone that counts, and that nothing else reached."""
    strengths = gaps.paths.situation.strengths
    for action in (action for gap in gaps.gaps for action in gap.actions):
        slug = action.milestone or ""
        if slug in COUNTED and strengths.milestone(slug) < Strength.PRACTISED:
            yield action


def unreached(action: Action, facts: Facts, gaps: Gaps) -> list[str]:
    """The works that could count for a milestone, and do not yet."""
    done = gaps.paths.situation.counted[action.milestone or ""].items
    works = works_of(action.milestone, facts)
    return [slug for slug in works if slug not in done]


def works_of(counting: str | None, facts: Facts) -> list[str]:
    """The items that lead to the milestone of which another counts the results."""
    milestones = {each.slug: each for each in facts.milestones}
    counted = milestones[milestones[counting or ""].counted or ""]
    works = list(counted.items)
    for group in facts.groups:
        works += group.items if group.slug in counted.groups else ()
    kind = counted.ladder if counted.rung == 1 else None
    works += [item.slug for item in facts.items if item.kind == kind]
    return list(dict.fromkeys(works))


def count_at_random(facts: Facts, data: st.DataObject) -> Facts:
    """A life with up to two works of each milestone that counts, some of them shown.

    Other works are done without a result, or begun; skills are rated as it shows them.
    """
    lived = live_at_random(facts, data)
    results, rated, done, begun = list(lived.results), list(lived.ratings), set(), {}
    for slug in COUNTED:
        milestone = next(each for each in facts.milestones if each.slug == slug)
        works = st.lists(
            st.sampled_from(works_of(slug, facts)), max_size=2, unique=True
        )
        results += [work_result(each, milestone, data) for each in data.draw(works)]
        done |= {*data.draw(works, "done")}
        hours = st.sampled_from((1, 4 * HOUR, 60 * HOUR))
        begun |= {each: data.draw(hours) for each in data.draw(works, "begun")}
        rated += rate_at_random(milestone, data)
    items = (
        item._replace(
            state="done" if item.slug in done else item.state,
            seconds=begun.get(item.slug, item.seconds),
        )
        for item in lived.items
    )
    by_skill = {each.skill: each for each in rated}
    return lived._replace(
        items=tuple(items),
        results=tuple(results),
        ratings=tuple(by_skill.values()),
    )


def work_result(item: str, milestone: Milestone, data: st.DataObject) -> Result:
    """A result with an item that counts for a milestone, half of them with evidence."""
    place = f"https://git.example/you/{item}"
    evidence = (Evidence(milestone.kinds[0], place, DAY),)
    given_ = evidence if data.draw(st.booleans()) else ()
    assert milestone.counted
    return Result(milestone.counted, item, DAY, DAY, evidence=given_)


def rate_at_random(milestone: Milestone, data: st.DataObject) -> Iterable[Rating]:
    """None of its skills rated by oneself, or all at the levels that it shows, or above."""
    more = data.draw(st.sampled_from((None, 0, 1)), "rated")
    for skill, level in milestone.skills if more is not None else ():
        at = min(len(LEVELS) - 1, LEVELS.index(level) + (more or 0))
        yield Rating(skill, LEVELS[at], "", DAY)


@settings(max_examples=15)
@given(st.data())
def test_so_many_are_enough_as_are_listed(template: Path, data: st.DataObject) -> None:
    """Of a choice on a map, as many steps stand in its stop as are said to be enough.

    What is done or begun, or stands in a stop above, is none of them.
    """
    facts, roles = read_database(template)
    lived = count_at_random(facts, data)
    asked = data.draw(st.sampled_from(roles), "role")
    variant = data.draw(st.sampled_from(asked.variants or (None,)))
    for stop in walk(asked, variant, lived).road.stops:
        for choice in {step.choice for step in stop.steps if step.choice}:
            chosen = [step for step in stop.steps if step.choice == choice]
            assert len(chosen) == choice.number


def rows_of(tracker: Tracker, slug: str) -> tuple[float, list[str]]:
    """The likely hours left of a stop on the road to research lead, and its steps."""
    stops = tracker.json("road research-lead-empirical")["stops"]
    stop = next(each for each in stops if each["slug"] == slug)
    assert not any(step["choice"] for step in stop["steps"])
    # The next course can begin, those after it require it.
    begun = [step["state"] for step in stop["steps"] if step["state"] != "open"]
    assert begun in ([], ["next"], ["doing"])
    return stop["hours"][1], [step["item"] for step in stop["steps"]]


def test_three_courses_one_by_one(tracker: Tracker) -> None:
    """Each course passed takes one off the road, though the first shows what all teach."""
    courses = [f"{each}ml-credit-course" for each in ("second-", "third-")]
    passed = "reach ml-course-credit --with"
    tracker.ok("known basic-dl-done")
    first, second = ["ml-credit-courses", courses[0]]
    slug = "ml-courses-credit"
    tracker.ok("rate ml-breadth moderate")

    assert rows_of(tracker, slug) == (361.5, [first, *courses])
    tracker.ok(f"{passed} {first} --evidence certificate:uni.example/one")
    assert rows_of(tracker, slug) == (241, courses)
    tracker.ok(f"{passed} {second} --evidence certificate:uni.example/two")
    tracker.ok(f"log {courses[1]} 1h")
    assert rows_of(tracker, slug) == (119.5, courses[1:])
    assert "continue third-ml-credit-course" in tracker.ok("next")
    tracker.ok(f"{passed} {courses[1]}")
    assert rows_of(tracker, slug)[1] == []


def test_an_attempt_is_not_all_works(tracker: Tracker) -> None:
    """A milestone that counts and is attempted with one item takes the others as well."""
    tracker.ok("known basic-dl-done")
    before = rows_of(tracker, "ml-courses-credit")
    tracker.ok("attempt ml-courses-credit --with ml-credit-courses")

    assert rows_of(tracker, "ml-courses-credit") == before
    assert len(before[1]) == 3


def test_what_a_work_requires_is_one_of_the_works(tracker: Tracker) -> None:
    """Of three replications, PPO is one: Ziegler's, which requires it, is not needed too."""
    stops = tracker.json("road research-contributor-empirical")["stops"]
    (stop,) = (each for each in stops if each["slug"] == "three-replications")

    steps = [step["item"] for step in stop["steps"]]
    assert steps == ["grokking", "transformer-from-scratch", "ppo"]
    assert {step["choice"]["choose"] for step in stop["steps"]} == {3}
    for work in steps:
        tracker.ok(f"reach replication-done --with {work}")
    assert "3 of 3 done" in tracker.ok("show three-replications")


def test_a_reached_stop_lists_what_reached_it(tracker: Tracker) -> None:
    """Another replication in progress or done is none of the rows of the one claimed."""
    tracker.ok("reach replication-done --with ppo --on 2026-10-02")
    tracker.ok("log ppo 5h --on 2026-10-01")
    tracker.ok("log ziegler-2019 9h")
    tracker.ok("done vae")
    tracker.ok("reach basic-dl-done --with fastai")

    stops = tracker.json("road professor --all")["stops"]
    (stop,) = (each for each in stops if each["slug"] == "replication-done")
    assert [step["item"] for step in stop["steps"]] == ["ppo"]
    assert (stop["state"], stop["spent"]) == ("claimed", 5)
