"""How strongly a milestone that counts is backed: as the n-th best of what counts."""

from datetime import timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.readiness.builders import DAY, item, milestone, needs, rating, result
from tests.readiness.test_readiness_gaps import gaps_for
from tests.readiness.test_readiness_road import PLACE
from tracker.curriculum.rules.items import Group
from tracker.milestones.rules.records import Result
from tracker.readiness.rules.known_claims import find_steps
from tracker.readiness.rules.records import Facts
from tracker.readiness.rules.required_total import find_required_total
from tracker.readiness.rules.strengths import find_strengths
from tracker.readiness.rules.support import Strength, strength_of_result

NONE, SAID, PRACTISED, SHOWN, CHECKED = Strength
DONE = milestone("done")
FAST = milestone("fast", covers=("done",), within=(200, 400))
BASICS = milestone("basics", skills={"python": "basic"})
THREE = milestone(
    "three",
    skills={"ml-engineering": "strong"},
    covers=("done", "basics"),
    count=3,
    counted="done",
)
MILESTONES = (DONE, FAST, BASICS, THREE)


def _strengths(*results: Result) -> tuple[Strength, Strength, Strength]:
    """Of the milestone that counts, the skill it names, and what it covers."""
    own = find_strengths(Facts(milestones=MILESTONES, results=results))
    return (
        own.milestone("three"),
        own.skill("ml-engineering", "strong"),
        own.milestone("basics"),
    )


@pytest.mark.parametrize(
    ("kinds", "strength"),
    [
        (["repo", "repo"], NONE),
        (["repo", "repo", "repo"], SHOWN),
        (["repo", "self", "repo"], PRACTISED),
        (["letter", "repo", "letter"], SHOWN),
        (["letter", "repo", "letter", "letter"], CHECKED),
        (["self", "self", "repo", "repo", "repo"], SHOWN),
    ],
)
def test_third_strongest(kinds: list[str], strength: Strength) -> None:
    """Three works reach it, as strongly as the third strongest, with all it implies."""
    works = [result("done", kind, with_item=f"i{n}") for n, kind in enumerate(kinds)]

    assert _strengths(*works) == (strength, strength, strength)


def test_best_of_each_item() -> None:
    """Of several results with one item, the strongest counts, and only once."""
    ppo, fast = result("done", "self", with_item="ppo"), result("fast", with_item="ppo")
    shown = fast._replace(evidence=result("fast", "repo").evidence)
    dqn, vae = (result("done", "repo", with_item=each) for each in ("dqn", "vae"))

    assert _strengths(ppo, fast, shown, dqn)[0] == NONE
    assert _strengths(ppo, fast, shown, dqn, vae)[0] == SHOWN


def test_over_the_limit_counts() -> None:
    """A result over its limit counts as the replication that its milestone covers."""
    late = result("fast", "repo", with_item="ppo", over=True)
    dqn, vae = (result("done", "repo", with_item=each) for each in ("dqn", "vae"))

    assert _strengths(late, dqn, vae)[0] == SHOWN
    assert _strengths(late._replace(milestone="done"), dqn, vae)[0] == NONE


def test_direct_result() -> None:
    """A result of the milestone itself counts as before; the best of both is taken."""
    works = [result("done", "repo", with_item=each) for each in ("ppo", "dqn", "vae")]
    claimed, checked = result("three", "self"), result("three", "letter")

    assert _strengths(claimed)[0] == PRACTISED
    assert _strengths(claimed, *works)[0] == SHOWN
    assert _strengths(checked, *works)[0] == CHECKED


def test_day_and_kinds() -> None:
    """It is reached on the day of the third work, with the evidence that decides."""
    days = {"ppo": 5, "dqn": 9, "vae": 2, "gpt2-small": 20}
    works = [
        result("done", "repo", with_item=slug)._replace(day=DAY + timedelta(days=day))
        for slug, day in days.items()
    ]

    three = find_strengths(Facts(milestones=MILESTONES, results=tuple(works)))
    backing = three.milestones["three"]

    assert backing.counted and backing.source == "three"
    assert (backing.day, backing.kinds) == (DAY + timedelta(days=9), ("repo",))


ITEMS = ("ppo", "dqn", "vae", "gpt2-small", None)
WORKS = st.dictionaries(
    st.sampled_from(ITEMS), st.sampled_from(("self", "repo", "letter")), max_size=5
)


@settings(max_examples=60)
@given(WORKS, st.randoms())
def test_nth_best(kinds: dict[str | None, str], random: Random) -> None:
    """In any order, the strength is that of the third best; without one, none."""
    works = [result("done", kind, with_item=item) for item, kind in kinds.items()]
    best = sorted(strength_of_result(each, DONE).strength for each in works)[::-1]

    random.shuffle(works)

    assert _strengths(*works)[0] == (best[2] if len(best) > 2 else NONE)


@settings(max_examples=60)
@given(WORKS.filter(lambda kinds: len(kinds) >= 3))
def test_one_removed(kinds: dict[str | None, str]) -> None:
    """Without one of its works, a milestone reached by three is open again."""
    works = [result("done", kind, with_item=item) for item, kind in kinds.items()]

    assert _strengths(*works[:3])[0] >= PRACTISED
    assert _strengths(*works[1:3]) == (NONE, NONE, NONE)


def test_each_work_that_counts_is_done() -> None:
    """Who knows a subject still takes each course for credit; one place gives them all."""
    courses = (
        item("first", skills=("ml",), group="credits", gate=PLACE),
        item("second", skills=("ml",), group="credits", requires=("first",)),
        item("third", skills=("ml",), group="credits", requires=("second",)),
    )
    slugs = ("first", "second", "third")
    facts = Facts(
        courses,
        (Group("credits", "Credits", "math", 1, slugs),),
        (
            milestone("credit", groups=("credits",), skills={"ml": "basic"}),
            milestone("credits", count=3, counted="credit"),
        ),
        ratings=(rating("ml", "strong"),),
    )

    gaps = gaps_for(facts, needs("credits"))
    assert find_steps(gaps) == list(slugs)
    total = find_required_total(gaps)
    assert total and total.offers == ("first",)
    taken = facts._replace(results=(result("credit", "repo", with_item="first"),))
    assert find_steps(gaps_for(taken, needs("credits"))) == ["second", "third"]
