"""The sessions of the demo person: a year of evenings, the same each time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from random import Random

from tracker.plans.rules.breaks import Break, days_off

MINUTE = 60
SKIPPED = 0.2  # the share of evenings without a session
LATER = 0.1  # the share of evenings whose session was logged the day after
REPLICATION = "ziegler-2019"


@dataclass(frozen=True, slots=True)
class StudyPeriod:
    """From `since` to `until` days ago, about so many `minutes` on these weekdays.

    Monday is 0. `source` says how the sessions were recorded.
    """

    item: str
    since: int
    until: int
    weekdays: tuple[int, ...]
    minutes: int
    source: str


@dataclass(frozen=True, slots=True)
class Evening:
    """One session of so many `seconds`; `source` says how it was recorded.

    It has a `start` where a timer ran or a log was imported.
    """

    item: str
    day: date
    seconds: int
    source: str
    start: time | None = None
    note: str = ""


# No two periods that run at once share a weekday, so no sessions overlap.
YEAR = (
    StudyPeriod("3b1b-linear-algebra", 364, 331, (0,), 70, "imported"),
    StudyPeriod("fastai", 360, 251, (1, 3, 5), 100, "imported"),
    StudyPeriod("weekly-alignment-reading", 330, 4, (4,), 45, "later"),
    StudyPeriod("transformer-from-scratch", 249, 206, (1, 5), 140, "imported"),
    StudyPeriod("ppo", 204, 106, (0, 2, 5), 110, "same-day"),
    StudyPeriod("bluedot-technical-ai-safety", 150, 96, (1, 3), 120, "live"),
    StudyPeriod(REPLICATION, 90, 1, (0, 2, 5, 6), 170, "live"),
    StudyPeriod("alignment-dl-perspective", 24, 1, (3,), 40, "live"),
)
TODAY_SECONDS = 45 * MINUTE
NOTES = (
    "",
    "",
    "KL sweep",
    "",
    "reward model, second seed",
    "",
    "",
    "read the appendix again",
)


def demo_evenings(today: date, breaks: tuple[Break, ...]) -> tuple[Evening, ...]:
    """The sessions of the year that ends on `today`, period by period."""
    chance = Random(2027)
    off = days_off(breaks, date.min, today)
    evenings = [
        evening for period in YEAR for evening in _evenings(period, today, off, chance)
    ]
    return (*evenings, Evening(REPLICATION, today, TODAY_SECONDS, "same-day"))


def _evenings(
    period: StudyPeriod, today: date, off: frozenset[date], chance: Random
) -> Iterator[Evening]:
    for ago in range(period.since, period.until - 1, -1):
        day = today - timedelta(days=ago)
        # Drawn for every day, so that one evening more changes no other evening.
        draw, length = chance.random(), chance.uniform(0.6, 1.4)
        note = chance.choice(NOTES)
        if day.weekday() in period.weekdays and day not in off and draw >= SKIPPED:
            yield _evening(period, day, draw, length, note)


def _evening(
    period: StudyPeriod, day: date, draw: float, length: float, note: str
) -> Evening:
    is_timed = period.source in ("live", "imported")
    is_late = period.source == "live" and draw > 1 - LATER
    source = "later" if is_late else period.source
    start = None
    if is_timed and not is_late:
        start = time(10) if day.weekday() > 4 else time(19, 30)
    return Evening(
        item=period.item,
        day=day,
        seconds=round(period.minutes * length / 5) * 5 * MINUTE,
        source=source,
        start=start,
        note=note if period.item == REPLICATION else "",
    )
