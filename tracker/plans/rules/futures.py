"""How long some hours take, at the pace of your own weeks."""

import zlib
from collections.abc import Sequence
from math import ceil, sqrt
from random import Random
from typing import TypeVar

from tracker.limits import LAST_WEEK
from tracker.readiness.rules.hours import Hours

BLOCK = 4  # weeks
FUTURES = 1000
TEN_YEARS = LAST_WEEK * 7  # days; nothing is forecast beyond
WeekShare = tuple[int, int]  # of one week, seconds on something and seconds on all
Week = TypeVar("Week", int, WeekShare)


def mean_share(weeks: Sequence[WeekShare]) -> float:
    """The share of all hours that went to something, 0 to 1.

    It is 1 where none did: what is not begun, or not worked on recently, is forecast
    as if all hours went to it.
    """
    part = sum(seconds for seconds, _ in weeks)
    whole = sum(seconds for _, seconds in weeks)
    return min(part / whole, 1.0) if part and whole else 1.0


def draw_futures(
    left: Hours, weeks: Sequence[int], shares: Sequence[WeekShare] = ()
) -> tuple[int, ...]:
    """How many days the hours `left` could take, shortest first, in 1,000 futures.

    `left` are low, likely and high seconds; `weeks` are seconds, not all zero. The work
    gets the share of its weeks `shares`, or all hours. A future is made of blocks of
    four weeks, since good and bad weeks follow each other. Its level is that of a
    quarter of `weeks` in a row, its share that of four `shares`: neither is known
    better. The same facts draw the same futures. So more hours never end earlier, and
    the same question has the same answer.
    """
    chance = Random(zlib.crc32(repr(tuple(weeks)).encode()))
    futures = []
    for _ in range(FUTURES):
        future = Random(chance.getrandbits(32))
        futures.append(_days_in_future(left, weeks, shares, future))
    return tuple(sorted(futures))


def days_at_pace(seconds: int, pace: int) -> int:
    """How many days `seconds` take at `pace` seconds a week."""
    return min(ceil(7 * seconds / pace), TEN_YEARS)


def _days_in_future(
    left: Hours, weeks: Sequence[int], shares: Sequence[WeekShare], chance: Random
) -> int:
    """The days until the hours `left` are done, in the future that `chance` draws."""
    seconds = _triangular(*left, chance.random())
    share = _draw_share(shares, chance)
    quarter = _draw_run(weeks, max(BLOCK, len(weeks) // BLOCK), chance)
    level = share * _mean(quarter) / _mean(weeks)
    if seconds <= 0:
        return 0
    days = 0
    while days < TEN_YEARS:
        for week in _draw_run(weeks, BLOCK, chance):
            if week * level >= seconds:
                return days + ceil(7 * seconds / (week * level))
            seconds -= week * level
            days += 7
    return TEN_YEARS


def _draw_share(shares: Sequence[WeekShare], chance: Random) -> float:
    """The share of four weeks in a row; of all weeks where these four have none."""
    weeks = _draw_run(shares, min(BLOCK, len(shares)), chance)
    has_hours = any(seconds for seconds, _ in weeks)
    return mean_share(weeks if has_hours else shares)


def _mean(weeks: Sequence[int]) -> float:
    return sum(weeks) / len(weeks)


def _draw_run(weeks: Sequence[Week], length: int, chance: Random) -> list[Week]:
    """`length` weeks in a row.

    The first week follows the last, so that each is drawn as often as any other.
    """
    start = int(chance.random() * len(weeks))
    run = list(weeks[start : start + length])
    return run + list(weeks[: length - len(run)])


def _triangular(low: int, likely: int, high: int, share: float) -> float:
    """The amount below which a `share` of the triangular distribution lies."""
    if low == high:
        return low
    if share < (likely - low) / (high - low):
        return low + sqrt(share * (high - low) * (likely - low))
    return high - sqrt((1 - share) * (high - low) * (high - likely))
