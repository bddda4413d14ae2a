"""The person's own weeks, and how long so many hours take at their pace."""

import zlib
from collections.abc import Iterable, Sequence
from datetime import date
from math import ceil, sqrt
from random import Random
from typing import TypeVar

from tracker.plans.rules.breaks import Break, days_off
from tracker.readiness.rules.hours import Hours
from tracker.readiness.rules.pace import full_weeks

BLOCK = 4
FEWEST, MOST = 8, 26
DRAWS = 1000
TOO_LONG = 520 * 7  # days: whatever takes ten years is not foreseen
Shared = tuple[int, int]  # of a week, the seconds of one thing and those of all
Week = TypeVar("Week", int, Shared)


def own_weeks(
    weeks: Iterable[tuple[date, int]],
    first: date | None,
    today: date,
    breaks: Sequence[Break],
) -> tuple[int, ...]:
    """The seconds of each whole week, the earliest first, without those that were planned as breaks.

    `weeks` are Mondays with their seconds on the clock, `first` is the day of the first session. Of more than half a
    year, the latest half: people change.
    """
    off = days_off(breaks, first or today, today)
    mondays = full_weeks(first, today, off, MOST)
    return tuple(seconds for monday, seconds in weeks if monday in mondays)


def mean_pace(weeks: Sequence[int]) -> int:
    """Seconds a week, on average; 0 for no weeks."""
    return sum(weeks) // len(weeks) if weeks else 0


def share_of(weeks: Sequence[Shared]) -> float:
    """The share of one's hours that went to something; all of them where none did: it is not begun, or lies still."""
    own, every = sum(own for own, _ in weeks), sum(every for _, every in weeks)
    return min(own / every, 1.0) if own and every else 1.0


def days_taken(
    left: Hours, weeks: Sequence[int], shared: Sequence[Shared] = ()
) -> tuple[int, ...]:
    """How many days so many hours could take, shortest first: one number for each of a thousand futures.

    `left` is what is left as low, likely and high seconds; of the hours of `weeks`, not all of them zero, it gets the
    share that it had in the weeks `shared`, or all. A future is made of blocks of four weeks, since good and bad ones
    come in rows; it keeps to the level of some quarter of them in a row, and to the share of some four, since neither
    is known better than that. The same facts draw the same futures: more hours never end earlier, and asking again
    changes nothing.
    """
    chance = Random(zlib.crc32(repr(tuple(weeks)).encode()))
    return tuple(
        sorted(
            _future(left, weeks, shared, Random(chance.getrandbits(32)))
            for _ in range(DRAWS)
        )
    )


def days_at(seconds: int, pace: int) -> int:
    """How many days so many seconds take at so many a week."""
    return min(ceil(7 * seconds / pace), TOO_LONG)


def _future(
    left: Hours, weeks: Sequence[int], shared: Sequence[Shared], chance: Random
) -> int:
    seconds = _triangular(*left, chance.random())
    share = _some_share(shared, chance)
    level = (
        share
        * _mean(_run(weeks, max(BLOCK, len(weeks) // BLOCK), chance))
        / _mean(weeks)
    )
    days = 0
    while days < TOO_LONG:
        for week in _run(weeks, BLOCK, chance):
            if week * level >= seconds:
                return (
                    days + ceil(7 * seconds / (week * level)) if seconds > 0 else days
                )
            seconds -= week * level
            days += 7
    return TOO_LONG


def _some_share(shared: Sequence[Shared], chance: Random) -> float:
    """The share of four weeks in a row; of all where it had none in these, since it is gone on with."""
    some = _run(shared, min(BLOCK, len(shared)), chance)
    return share_of(some if any(own for own, _ in some) else shared)


def _mean(weeks: Sequence[int]) -> float:
    return sum(weeks) / len(weeks)


def _run(weeks: Sequence[Week], length: int, chance: Random) -> list[Week]:
    """So many weeks in a row; the first follows the last, so that each is drawn as often as any other."""
    start = int(chance.random() * len(weeks))
    return [weeks[(start + n) % len(weeks)] for n in range(length)]


def _triangular(low: int, likely: int, high: int, share: float) -> float:
    """The amount below which a `share` of the triangular distribution lies."""
    if low == high:
        return low
    if share < (likely - low) / (high - low):
        return low + sqrt(share * (high - low) * (likely - low))
    return high - sqrt((1 - share) * (high - low) * (high - likely))
