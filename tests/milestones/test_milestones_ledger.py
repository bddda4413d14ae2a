"""The hours of a milestone's limit, and the attempt or result that counts."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.milestones.rules.details import day_passed
from tracker.milestones.rules.ledger import (
    Ledger,
    best_attempt,
    best_result,
    find_attempt,
    fold_days,
    is_far_below,
    is_over,
    is_spent,
    ledger_of,
    with_hours,
)
from tracker.milestones.rules.records import Attempt, Milestone, Result

HOUR = 3600
DAY = date(2026, 11, 23)
PAPER = Milestone("paper", "A paper", within=(200 * HOUR, 400 * HOUR))
FREE = Milestone("free", "No bound")
ATTEMPT = Attempt("paper", "ppo", date(2026, 9, 12), DAY, spent=143 * HOUR)
RESULT = Result("paper", "ppo", DAY, DAY, since=date(2026, 9, 12), spent=302 * HOUR)


@pytest.mark.parametrize(
    ("hours", "over", "spent_up"),
    [(399, False, False), (400, False, True), (401, True, True)],
)
def test_at_the_limit(hours: int, over: bool, spent_up: bool) -> None:
    """A result at 400 h of 400 still counts; an attempt there has used up the limit."""
    assert (is_over(hours * HOUR, PAPER), is_spent(hours * HOUR, PAPER)) == (
        over,
        spent_up,
    )
    assert with_hours(RESULT, 400 * HOUR, None, hours * HOUR).over == over


@given(st.integers(0, 10**8))
def test_without_a_limit(seconds: int) -> None:
    """Without a limit nothing is over it."""
    assert not is_over(seconds, FREE)
    assert not is_spent(seconds, FREE)
    assert not with_hours(RESULT, None, None, seconds).over


def test_ledger_of_an_attempt() -> None:
    """An attempt's hours run until today, with the hours left within the limit."""
    ledger = ledger_of(PAPER, None, ATTEMPT, DAY)

    assert ledger == Ledger(
        "ppo", ATTEMPT.since, DAY, 143 * HOUR, 200 * HOUR, 400 * HOUR
    )
    assert ledger.left == 257 * HOUR


def test_ledger_of_a_result() -> None:
    """A result's hours end on its day, whatever its attempt has used since."""
    assert ledger_of(PAPER, RESULT, ATTEMPT, date(2027, 1, 1)).until == DAY


def test_ledger_of_nothing() -> None:
    """Without an attempt nothing is spent; without a limit nothing is left."""
    assert ledger_of(FREE, None, None, DAY) == Ledger(None, None, DAY, 0)
    assert ledger_of(FREE, None, None, DAY).left is None


def test_best_result() -> None:
    """The earliest result within the limit counts, or else the earliest."""
    over = RESULT._replace(item="dqn", day=date(2026, 1, 1), over=True)
    later = RESULT._replace(item="vae", day=date(2026, 12, 1))

    assert best_result([over, later, RESULT]) == RESULT
    assert best_result([over]) == over
    assert best_result([]) is None


def test_best_attempt() -> None:
    """The open attempt with most hours counts, one past the limit only if alone."""
    past = ATTEMPT._replace(item="dqn", spent=500 * HOUR)
    given_up = ATTEMPT._replace(item="vae", spent=300 * HOUR, dropped=DAY)
    early = ATTEMPT._replace(item="gan", spent=0)

    assert best_attempt([past, given_up, early, ATTEMPT], PAPER) == ATTEMPT
    assert best_attempt([past, given_up], PAPER) == past
    assert best_attempt([given_up], PAPER) is None


def test_find_attempt() -> None:
    """An attempt is found by its milestone and item, and no other."""
    assert find_attempt("paper", "ppo", [ATTEMPT]) == ATTEMPT
    assert find_attempt("paper", "dqn", [ATTEMPT]) is None
    assert find_attempt("free", "ppo", [ATTEMPT]) is None


def test_day_passed() -> None:
    """Expected hours are passed once the sum is more than they are, not as much."""
    days = [(date(2027, 2, day), 10 * HOUR) for day in (3, 4, 5)]

    assert day_passed(days, 20 * HOUR) == date(2027, 2, 5)
    assert day_passed(days, 30 * HOUR) is None


DAYS = st.lists(st.dates(date(2025, 12, 20), date(2027, 1, 10)), unique=True).map(
    sorted
)


@given(DAYS)
def test_fold_days(days: list[date]) -> None:
    """Sums by week or month keep the total and the order, and begin on the right day."""
    by, spans = fold_days([(day, 60) for day in days])
    begun = [day for day, _ in spans]

    assert sum(seconds for _, seconds in spans) == 60 * len(days)
    assert begun == sorted(set(begun))
    assert (by == "day") == (len(days) <= 12)
    assert {
        "day": begun == days,
        "week": {d.weekday() for d in begun} == {0},
        "month": {d.day for d in begun} == {1},
    }[by]
    assert len(spans) <= 12 or by == "month"


@given(st.lists(st.integers(0, 50), max_size=20), st.integers(0, 300))
def test_day_passed_is_the_first(hours: list[int], high: int) -> None:
    """Until the day before, the sum is at most what was expected; on the day it is more."""
    days = [(date(2026, 1, n + 1), spent) for n, spent in enumerate(hours)]
    passed = day_passed(days, high)

    if passed is None:
        assert sum(hours) <= high
    else:
        at = passed.day
        assert sum(hours[: at - 1]) <= high < sum(hours[:at])


@given(st.integers(0, 10**7))
def test_hours_left(spent: int) -> None:
    """Hours spent and hours left add up to the limit, until it is used up."""
    ledger = ledger_of(PAPER, None, ATTEMPT._replace(spent=spent), DAY)

    assert ledger.left is not None
    assert max(spent, 400 * HOUR) == spent + ledger.left
    assert (ledger.left == 0) == is_spent(spent, PAPER)


@pytest.mark.parametrize(
    ("hours", "is_far"), [(0, True), (49, True), (50, False), (400, False)]
)
def test_far_below(hours: int, is_far: bool) -> None:
    """Below a quarter of 200 h more may have been worked; without a limit never."""
    assert is_far_below(hours * HOUR, PAPER) is is_far
    assert not is_far_below(hours * HOUR, FREE)
