"""Milestones that count: reached by so many results of another milestone."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from tracker.milestones.rules.counted_results import counted_results
from tracker.milestones.rules.records import Evidence, Milestone, Result

HOUR = 3600
DAY = date(2026, 11, 23)
REPO = (Evidence("repo", "https://git.example/you/ppo", DAY),)
DONE = Milestone("done", "A paper replicated", kinds=("repo", "self"))
FAST = Milestone(
    "fast",
    "Within hours",
    within=(200 * HOUR, 400 * HOUR),
    kinds=("repo",),
    covers=("done",),
)
THREE = Milestone("three", "Three", covers=("done",), count=3, counted="done")
MILESTONES = (DONE, FAST, THREE)


def _result(item: str | None, milestone: str = "done", day: int = 0) -> Result:
    on = DAY + timedelta(days=day)
    return Result(milestone, item, on, on, evidence=REPO)


def test_works_that_count() -> None:
    """A work is an item: reached twice with one item, or in two milestones, is one."""
    results = [
        _result("ppo", "fast", day=1),
        _result("dqn"),
        _result("ppo", day=3),
        _result(None, day=2),
    ]

    three = counted_results(MILESTONES, results)["three"]

    assert [work.item for work in three.works] == ["dqn", "ppo", None]
    assert three.items == ("dqn", "ppo")
    assert (three.missing, three.day) == (0, DAY + timedelta(days=2))


def test_over_the_limit() -> None:
    """A result over its limit counts as what it implies, never as its own milestone."""
    late = _result("ppo", "fast")._replace(over=True)
    fasts = replace(THREE, slug="fasts", counted="fast", covers=())

    counted = counted_results((*MILESTONES, fasts), [late])

    assert {slug: len(each.works) for slug, each in counted.items()} == {
        "three": 1,
        "fasts": 0,
    }


def test_all_three_at_once() -> None:
    """A result of the milestone that counts is no part of itself."""
    at_once = _result("vae", "three")

    assert counted_results(MILESTONES, [at_once])["three"].works == ()


def test_evidence_of_works() -> None:
    """A work without evidence is done and not shown."""
    claimed = _result("dqn", day=1)._replace(evidence=())
    other_kind = Evidence("letter", "https://letters.example/1", DAY)
    unlisted = _result("vae", day=2)._replace(evidence=(other_kind,))

    three = counted_results(MILESTONES, [_result("ppo"), claimed, unlisted])["three"]

    assert (len(three.works), three.shown, three.unshown, three.missing) == (3, 1, 2, 0)


ITEMS = st.sampled_from(["ppo", "dqn", "vae", "gpt2-small", None])
RESULTS = st.lists(
    st.builds(
        _result, ITEMS, st.sampled_from(["done", "fast"]), st.integers(0, 9)
    ).flatmap(lambda result: st.sampled_from([result, result._replace(evidence=())])),
    max_size=8,
)


@given(RESULTS, st.randoms())
def test_order_of_results(results: list[Result], random: Random) -> None:
    """The order in which results are given changes nothing that is counted."""
    shuffled = list(results)
    random.shuffle(shuffled)
    before, after = (_summary(each) for each in (results, shuffled))

    assert before == after
    assert before[0] == len({result.item for result in results})


def _summary(results: Sequence[Result]) -> tuple[int, int, int, int, date | None]:
    three = counted_results(MILESTONES, results)["three"]
    parts = len(three.works), three.shown, three.missing, three.unshown
    return *parts, three.day


@given(RESULTS, ITEMS)
def test_more_results(results: list[Result], item: str | None) -> None:
    """One more result leaves no more to do and to show than before."""
    before = counted_results(MILESTONES, results)["three"]
    after = counted_results(MILESTONES, [*results, _result(item)])["three"]

    assert after.missing <= before.missing
    assert after.missing + after.unshown <= before.missing + before.unshown
    assert counted_results(MILESTONES, results)[THREE.slug].missing == before.missing
