"""The sessions of the invented person: a year of evenings, drawn the same each time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from random import Random

from tracker.plans.rules.breaks import Break, days_off

MINUTE = 60


@dataclass(frozen=True, slots=True)
class StudyPeriod:
    """So many days ago until so many days ago, on these days of the week (Monday is 0), about so many `minutes`."""

    item: str
    since: int
    until: int
    weekdays: tuple[int, ...]
    minutes: int
    source: str


@dataclass(frozen=True, slots=True)
class Evening:
    """One session: it has a `start` where a timer ran or a log was imported, and `source` says which of these."""

    item: str
    day: date
    seconds: int
    source: str
    start: time | None = None
    note: str = ""


# No two stretches of the same time share a day of the week, so nothing overlaps.
YEAR = (
    StudyPeriod("3b1b-linear-algebra", 364, 331, (0,), 70, "imported"),
    StudyPeriod("fastai", 360, 251, (1, 3, 5), 100, "imported"),
    StudyPeriod("weekly-alignment-reading", 330, 4, (4,), 45, "later"),
    StudyPeriod("transformer-from-scratch", 249, 206, (1, 5), 140, "imported"),
    StudyPeriod("ppo", 204, 106, (0, 2, 5), 110, "same-day"),
    StudyPeriod("bluedot-technical-ai-safety", 150, 96, (1, 3), 120, "live"),
    StudyPeriod("ziegler-2019", 90, 1, (0, 2, 5, 6), 170, "live"),
    StudyPeriod("alignment-dl-perspective", 24, 1, (3,), 40, "live"),
)
TODAY = ("ziegler-2019", 45 * MINUTE)
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
    """The sessions of the year that ends on `today`, those of each stretch in a row."""
    chance = Random(2027)
    off = days_off(breaks, date.min, today)
    found = [each for stretch in YEAR for each in _stretch(stretch, today, off, chance)]
    item, seconds = TODAY
    return (*found, Evening(item, today, seconds, "same-day"))


def _stretch(
    stretch: StudyPeriod, today: date, off: frozenset[date], chance: Random
) -> Iterator[Evening]:
    for ago in range(stretch.since, stretch.until - 1, -1):
        day = today - timedelta(days=ago)
        drawn, length, note = (
            chance.random(),
            chance.uniform(0.6, 1.4),
            chance.choice(NOTES),
        )
        if day.weekday() not in stretch.weekdays or day in off or drawn < 0.2:
            continue
        seconds = round(stretch.minutes * length / 5) * 5 * MINUTE
        source = "later" if stretch.source == "live" and drawn > 0.9 else stretch.source
        start = (
            (time(10) if day.weekday() > 4 else time(19, 30))
            if source in ("live", "imported")
            else None
        )
        yield Evening(
            stretch.item,
            day,
            seconds,
            source,
            start,
            note if stretch.item == "ziegler-2019" else "",
        )
