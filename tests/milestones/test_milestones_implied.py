"""What counts as reached along with a milestone."""

from hypothesis import given
from hypothesis import strategies as st

from tracker.milestones.rules.implied import implied_milestones
from tracker.milestones.rules.records import Milestone


def _ladder(slug: str, rung: int, *covers: str) -> Milestone:
    return Milestone(slug, slug, ladder="replication", rung=rung, covers=covers)


def test_lower_rungs() -> None:
    """A rung implies the rungs below it, and what these imply."""
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
    """A rung implies nothing of another ladder."""
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
    """In rings too, what is implied implies its own; nothing implies itself."""
    implied_by_slug = implied_milestones(
        Milestone(str(n), "", covers=tuple(map(str, sorted(covered))))
        for n, covered in enumerate(covers)
    )

    for slug, implied in implied_by_slug.items():
        assert slug not in implied
        for other in implied:
            assert implied_by_slug[other] - {slug} <= implied


@given(st.lists(st.tuples(st.sampled_from("ab"), st.integers(1, 5)), max_size=12))
def test_all_lower_rungs(rungs: list[tuple[str, int]]) -> None:
    """A rung implies exactly the lower rungs of its ladder, also where some share one."""
    ladder = {
        str(n): Milestone(str(n), "", ladder=name, rung=rung)
        for n, (name, rung) in enumerate(rungs)
    }

    for slug, implied in implied_milestones(ladder.values()).items():
        name, rung = rungs[int(slug)]
        assert implied == {
            str(n)
            for n, (other_name, other_rung) in enumerate(rungs)
            if other_name == name and other_rung < rung
        }


def test_unknown_milestone() -> None:
    """A milestone can cover one that is not there, such as one that was removed."""
    milestone = Milestone("a", "A", covers=("gone",))

    assert implied_milestones([milestone]) == {"a": {"gone"}}
