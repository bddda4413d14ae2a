"""How long some hours take at your own pace: properties of the draw."""

from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from tracker.plans.rules.futures import TEN_YEARS, days_at_pace, draw_futures

HOUR = 3600
LEFT = st.lists(st.integers(0, 300 * HOUR), min_size=3, max_size=3).map(
    lambda h: tuple(sorted(h))
)
WEEKS = st.lists(st.integers(0, 40 * HOUR), min_size=8, max_size=26).filter(any)
more = examples(max_examples=15)


@more
@given(LEFT, WEEKS, st.integers(0, 100 * HOUR))
def test_more_hours_never_end_earlier(left, weeks, extra):
    """With more hours left, no future is shorter."""
    longer = tuple(seconds + extra for seconds in left)

    assert all(
        a <= b
        for a, b in zip(
            draw_futures(left, weeks), draw_futures(longer, weeks), strict=True
        )
    )


@more
@given(LEFT, WEEKS, st.lists(st.integers(1, 10), min_size=1, max_size=9))
def test_smaller_share_never_ends_earlier(left, weeks, tenths_of_weeks):
    """With a smaller share in some week, no future is shorter."""
    shares = [
        draw_futures(left, weeks, [(tenths, 10) for tenths in share])
        for share in ([1] * len(tenths_of_weeks), tenths_of_weeks)
    ]

    assert all(
        a >= b >= c for a, b, c in zip(*shares, draw_futures(left, weeks), strict=True)
    )


def test_varied_share_widens_the_futures():
    """With a share that varied, futures lie further apart, around the same middle."""
    left, weeks = (200 * HOUR,) * 3, [10 * HOUR] * 10
    even, varied = (
        draw_futures(left, weeks, [(5, 10)] * 8),
        draw_futures(left, weeks, [(2, 10)] * 4 + [(8, 10)] * 4),
    )

    assert set(even) == {280}
    assert varied[0] < 200 < 280 < varied[-1]
    assert abs(varied[len(varied) // 2] - 280) <= 10


def test_four_idle_weeks_use_the_mean_share():
    """Where four weeks in a row have no share, the mean share of all weeks counts."""
    assert set(draw_futures((70 * HOUR,) * 3, [10 * HOUR] * 10, [(0, 10)] * 4)) == {49}
    assert (
        max(
            draw_futures(
                (70 * HOUR,) * 3, [10 * HOUR] * 10, [(0, 10)] * 5 + [(10, 10)] * 3
            )
        )
        < TEN_YEARS
    )


@more
@given(LEFT, WEEKS)
def test_same_facts_draw_the_same_futures(left, weeks):
    """Futures are sorted, repeatable, and none is beyond ten years."""
    days = draw_futures(left, weeks)

    assert days == draw_futures(left, weeks)
    assert list(days) == sorted(days)
    assert 0 <= days[0] <= days[-1] <= TEN_YEARS


def test_even_weeks_give_one_future():
    """With equal weeks and known hours, all futures are the same."""
    assert set(draw_futures((70 * HOUR,) * 3, [10 * HOUR] * 10)) == {49}
    assert set(draw_futures((70 * HOUR,) * 3, [10 * HOUR] * 10, [(3, 6)])) == {98}
    assert days_at_pace(70 * HOUR, 10 * HOUR) == 49


def test_nothing_left_takes_no_day():
    """No hours left end today."""
    assert set(draw_futures((0, 0, 0), [10 * HOUR] * 8)) == {0}
