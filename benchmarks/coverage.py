"""How often the ranges of `forecast` hold, over simulated learners.

    python benchmarks/coverage.py [LEARNERS]

Each learner has a past of 8 to 40 weeks, then is asked for a forecast, then goes on until done. Half of the work is
sized as `forecast` knows it (the hours are what the estimate says); the other half takes more or less, within the
estimate's low and high. The rules are those that `forecast` uses.
"""

import random
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import count

from tracker.plans.rules.breaks import Break, day_after, days_off
from tracker.plans.rules.futures import draw_futures
from tracker.readiness.rules.pace import full_weeks, is_week_off, week_seconds

HOUR = 3600
TODAY = date(2026, 11, 23)  # a Monday
ONE_WEEK = timedelta(days=7)
Weeks = Callable[[random.Random], Iterator[float]]


def steady(chance: random.Random) -> Iterator[float]:
    """About the same each week, give or take a quarter."""
    usual = chance.uniform(4, 20)
    while True:
        yield max(0.0, chance.gauss(usual, usual / 4))


def bursty(chance: random.Random) -> Iterator[float]:
    """Runs of good weeks and runs of next to none, three or four weeks each."""
    usual, good = chance.uniform(6, 25), chance.random() < 0.5
    while True:
        good = good if chance.random() < 0.7 else not good
        yield (
            max(0.0, chance.gauss(usual, usual / 3))
            if good
            else chance.choice([0.0, 0.0, usual / 5])
        )


def uneven(chance: random.Random) -> Iterator[float]:
    """Every week by itself between nothing and twice the usual, one in five with nothing."""
    usual = chance.uniform(4, 20)
    while True:
        yield 0.0 if chance.random() < 0.2 else chance.uniform(0, 2 * usual)


def faster(chance: random.Random) -> Iterator[float]:
    """A change of pace, once, to between a third and three times as much, some time in the 60 weeks around today."""
    usual, change, by = (
        chance.uniform(4, 15),
        chance.randrange(10, 70),
        chance.choice([1 / 3, 1 / 2, 2, 3]),
    )
    for week in count():
        level = usual * by if week > change else usual
        yield max(0.0, chance.gauss(level, level / 4))


def holidays(chance: random.Random) -> list[Break]:
    """Two weeks off about every ten weeks, planned and entered, before and after today."""
    found, monday = [], TODAY - 40 * ONE_WEEK
    while monday < TODAY + 150 * ONE_WEEK:
        monday += ONE_WEEK * chance.randrange(6, 14)
        found.append(Break(monday, monday + timedelta(days=13)))
        monday += 2 * ONE_WEEK
    return found


def whole(_: random.Random) -> Iterator[float]:
    """All of the hours go to the one thing."""
    while True:
        yield 1.0


def shared(chance: random.Random) -> Iterator[float]:
    """Another thing is studied beside it: about as large a share each week, give or take a quarter of all."""
    usual = chance.uniform(0.3, 0.9)
    while True:
        yield min(max(chance.gauss(usual, 0.25), 0.02), 1.0)


LEARNERS: dict[str, tuple[Weeks, Weeks, bool]] = {
    "steady": (steady, whole, False),
    "uneven": (uneven, whole, False),
    "bursty": (bursty, whole, False),
    "steady, with holidays": (steady, whole, True),
    "bursty, with holidays": (bursty, whole, True),
    "steady, shared": (steady, shared, False),
    "bursty, shared": (bursty, shared, False),
    "change of pace": (faster, whole, False),
}


def holds(
    weeks: Weeks, shares: Weeks, off: bool, sure: bool, seed: int
) -> tuple[bool, bool]:
    """Whether the 50% and the 80% range of one learner held."""
    chance = random.Random(seed)
    breaks, life, share = (
        holidays(chance) if off else [],
        weeks(chance),
        shares(random.Random(seed + 1)),
    )
    monday = TODAY - ONE_WEEK * 40
    start = TODAY - ONE_WEEK * chance.randrange(8, 41)
    past = []
    while monday < TODAY:
        hours = (
            0.0
            if is_week_off(monday, days_off(breaks, monday, monday + ONE_WEEK))
            else next(life)
        )
        if monday >= start:
            past.append((monday, int(hours * HOUR)))
        monday += ONE_WEEK
    mondays = full_weeks(start, TODAY, days_off(breaks, start, TODAY))
    known = week_seconds(mondays, dict(past))
    if len(known) < 8 or not sum(known):
        return holds(weeks, shares, off, sure, seed + 1_000_000)
    likely = int(chance.uniform(20, 300) * HOUR)
    left = (
        (likely, likely, likely)
        if sure
        else (int(likely * 0.6), likely, int(likely * 1.8))
    )
    lately = [(int(seconds * next(share)), seconds) for _, seconds in past[-8:]]
    days = draw_futures(left, known, lately)
    ended = _ended(chance.triangular(left[0], left[2], left[1]), life, share, breaks)
    dates = [
        day_after(TODAY, days[int(len(days) * at)], breaks)
        for at in (0.1, 0.25, 0.75, 0.9)
    ]
    return dates[1] <= ended <= dates[2], dates[0] <= ended <= dates[3]


def _ended(
    seconds: float, life: Iterator[float], share: Iterator[float], breaks: list[Break]
) -> date:
    """The day on which the work is done; a week's hours are spread over those of its days that are not off."""
    monday = TODAY
    for _ in range(1000):
        off = days_off(breaks, monday, monday + timedelta(days=6))
        hours = 0.0 if len(off) > 3 else next(life) * next(share) * HOUR
        if hours >= seconds:
            return monday + timedelta(days=int(7 * seconds / hours))
        seconds -= hours
        monday += ONE_WEEK
    return monday


def main() -> None:
    """Print the table."""
    learners = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    print(f"{learners} learners of each kind; of the ranges given, so many held:\n")
    print(f"{'':24}{'hours left known':>20}{'hours left estimated':>24}")
    print(f"{'weeks':24}{'50%':>12}{'80%':>8}{'50%':>16}{'80%':>8}")
    for name, (weeks, shares, off) in LEARNERS.items():
        row = []
        for sure in (True, False):
            held = [holds(weeks, shares, off, sure, seed) for seed in range(learners)]
            row += [sum(side) / learners for side in zip(*held, strict=True)]
        print(f"{name:24}{row[0]:>12.0%}{row[1]:>8.0%}{row[2]:>16.0%}{row[3]:>8.0%}")


if __name__ == "__main__":
    main()
