"""Hours against estimates, over what was finished."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.curriculum.rules.estimate_ratio import (
    Ratio,
    find_dependable_ratio,
    find_ratio,
)
from tracker.curriculum.rules.items import Item

HOUR = 3600


def _done(kind: str, hours: int, likely: int = 10, state: str | None = "done") -> Item:
    return Item(
        "a",
        "A",
        kind,
        "math",
        low=1,
        likely=likely * HOUR,
        high=10**9,
        state=state,
        seconds=hours * HOUR,
    )


def test_five_of_a_kind() -> None:
    """From five finished items of a kind on, the ratio is that kind's."""
    items = [_done("course", 15)] * 5 + [_done("paper", 5)] * 5

    assert find_ratio("course", items) == Ratio(1.5, 5, "course")


def test_pooled_below_five() -> None:
    """Below five of a kind all kinds are pooled, and the ratio has no kind."""
    assert find_ratio(
        "course", [_done("course", 15)] * 4 + [_done("paper", 5)] * 4
    ) == Ratio(1.0, 8, None)


@pytest.mark.parametrize(
    ("courses", "papers", "ratio"),
    [
        ([5] * 5, [], Ratio(0.5, 5, "course")),
        ([20] * 4, [10], Ratio(1.8, 5, None)),
        ([5] * 4, [10], None),
        ([20] * 4, [], None),
    ],
)
def test_dependable_ratio(
    courses: list[int], papers: list[int], ratio: Ratio | None
) -> None:
    """A ratio needs five items to be used, and pooled it makes nothing shorter."""
    items = [_done("course", hours) for hours in courses] + [
        _done("paper", hours) for hours in papers
    ]

    assert find_dependable_ratio("course", items) == ratio


def test_nothing_finished() -> None:
    """Without a finished item there is no ratio."""
    assert (
        find_ratio(
            "course",
            [_done("course", 15, state=None), _done("course", 15, state="skipped")],
        )
        is None
    )


def test_what_does_not_count() -> None:
    """Endless items and items without hours do not count."""
    assert (
        find_ratio(
            "course", [_done("podcast", 15), _done("habit", 15), _done("course", 0)]
        )
        is None
    )


@given(st.lists(st.integers(1, 500), min_size=5, max_size=20))
def test_between_the_extremes(hours: list[int]) -> None:
    """The ratio lies between the smallest and the largest of its items."""
    ratio = find_ratio("course", [_done("course", spent) for spent in hours])

    assert ratio is not None
    assert min(hours) / 10 <= ratio.value <= max(hours) / 10
