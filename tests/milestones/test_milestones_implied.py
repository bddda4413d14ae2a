"""What counts as reached along with a milestone."""

from hypothesis import given
from hypothesis import strategies as st

from tracker.milestones.rules.implied import implied_milestones
from tracker.milestones.rules.records import Milestone


def _ladder(slug: str, rung: int, *covers: str) -> Milestone:
    return Milestone(slug, slug, ladder="replication", rung=rung, covers=covers)


def test_lower_rungs() -> None:
    """A rung covers the rungs below it, and what these cover."""
    rungs = [
        _ladder("done", 1),
        _ladder("public", 2, "python"),
        _ladder("post", 3),
        Milestone("python", "Python"),
    ]

    assert implied_milestones(rungs) == {
        "done": frozenset(),
        "public": {"done", "python"},
        "post": {"public", "done", "python"},
        "python": frozenset(),
    }


def test_other_ladders() -> None:
    """A rung covers nothing of another ladder, and a milestone on none covers only what it names."""
    rungs = [
        _ladder("done", 1),
        Milestone("paper", "A paper", ladder="research", rung=2),
        Milestone("lone", "L"),
    ]

    assert implied_milestones(rungs) == {
        "done": frozenset(),
        "paper": frozenset(),
        "lone": frozenset(),
    }


@given(st.lists(st.sets(st.integers(0, 9)), min_size=10, max_size=10))
def test_transitive(covers: list[set[int]]) -> None:
    """Whatever covers what, even in rings: what is covered brings along what it covers, and nothing covers itself."""
    found = implied_milestones(
        Milestone(str(n), "", covers=tuple(map(str, sorted(each))))
        for n, each in enumerate(covers)
    )

    for slug, implied in found.items():
        assert slug not in implied
        for other in implied:
            assert found[other] - {slug} <= implied
