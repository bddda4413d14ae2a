"""Shares of hours by source."""

from hypothesis import given
from hypothesis import strategies as st

from tracker.export.rules.hours import SourceHours
from tracker.export.rules.shares import by_share, shares


@given(st.lists(st.integers(0, 10**9), max_size=8))
def test_shares_add_up(amounts: list[int]) -> None:
    """Shares add up to 100 %, each within 1 % of its exact value."""
    result = shares(amounts)

    assert sum(result) == (100 if sum(amounts) else 0)
    assert all(
        abs(f * sum(amounts) - 100 * a) < max(sum(amounts), 1)
        for f, a in zip(result, amounts, strict=True)
    )


def test_the_order_of_sources() -> None:
    """Imports come first, then the timer, the same day, and later."""
    result = by_share({"later": 98, "toggl": 386, "same-day": 5, "live": 15})

    assert result == (
        SourceHours("imported", "toggl", 386, 77),
        SourceHours("live", None, 15, 3),
        SourceHours("same-day", None, 5, 1),
        SourceHours("later", None, 98, 19),
    )
