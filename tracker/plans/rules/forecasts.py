"""When something will be done, from the person's own weeks; and how earlier answers held."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tracker.errors import Refused
from tracker.plans.rules.breaks import Break, day_after, days_until
from tracker.plans.rules.forecast_subject import Subject
from tracker.plans.rules.pace import (
    FEWEST,
    Shared,
    days_at,
    days_taken,
    mean_pace,
    share_of,
)

Span = tuple[date, date]


@dataclass(frozen=True, slots=True)
class ForecastBasis:
    """What forecasts rest on: the seconds of one's own `weeks`, the breaks to come, and the pace one means to keep.

    `pace` is in seconds a week; None where none is set.
    """

    today: date
    weeks: tuple[int, ...]
    breaks: tuple[Break, ...] = ()
    pace: int | None = None

    @property
    def is_known(self) -> bool:
        """Whether there are weeks enough, and an hour in them."""
        return len(self.weeks) >= FEWEST and sum(self.weeks) > 0


@dataclass(frozen=True, slots=True)
class KeptForecast:
    """A forecast as it was given on `day`: as likely as not within `half`, 8 times in 10 within `most`.

    `pace` is the seconds a week it rests on.
    """

    subject: str
    day: date
    half: Span
    most: Span
    pace: int


@dataclass(frozen=True, slots=True)
class Forecast:
    """One answer: `given` from one's own weeks, of whose hours a `share` goes to it.

    Where there are too few, only `at_pace`: the days on which its low, likely and high hours are over at the pace one
    means to keep. `due` is what is planned, and `chance` how many of ten futures are done by then, if that is to come.
    """

    subject: Subject
    given: KeptForecast | None = None
    share: float = 1.0
    due: date | None = None
    chance: int | None = None
    at_pace: tuple[date, date, date] | None = None


@dataclass(frozen=True, slots=True)
class TrackRecord:
    """How many ranges given have come due, in how many of them it came to pass, and how many are still open."""

    due: int = 0
    half: int = 0
    most: int = 0
    open: int = 0


def check_ground(ground: ForecastBasis) -> None:
    """Raises Refused where neither weeks nor a stated pace say anything."""
    if ground.is_known or ground.pace:
        return
    if len(ground.weeks) < FEWEST:
        told = f"A forecast takes {FEWEST} whole weeks of your own, and there are {len(ground.weeks)}."
    else:
        told = f"Nothing was logged in your last {len(ground.weeks)} weeks, so there is no pace to go by."
    raise Refused(
        told, "To see dates at a pace you mean to keep: tracker config hours-a-week 12h"
    )


def forecast(
    subject: Subject, ground: ForecastBasis, shared: Sequence[Shared], due: date | None
) -> Forecast:
    """When `subject` will be done, if it gets the share of one's hours that it had in the weeks `shared`.

    `due` is the day for which it is planned.
    """
    today, breaks = ground.today, ground.breaks
    if not ground.is_known:
        low, likely, high = (
            day_after(today, days_at(s, ground.pace or 1), breaks) for s in subject.left
        )
        return Forecast(subject, due=due, at_pace=(low, likely, high))
    days = days_taken(subject.left, ground.weeks, shared)
    first, early, late, last = (
        day_after(today, _at(days, tenths), breaks) for tenths in (1.0, 2.5, 7.5, 9.0)
    )
    given = KeptForecast(
        subject.slug, today, (early, late), (first, last), mean_pace(ground.weeks)
    )
    chance = (
        None
        if due is None or due < today
        else _tenths_within(days, days_until(today, due, breaks))
    )
    return Forecast(subject, given, share_of(shared), due, chance)


def grades(
    given: Iterable[KeptForecast],
    ended: Mapping[str, date],
    left: Mapping[str, date],
    today: date,
) -> TrackRecord:
    """How earlier forecasts held. One is due once its subject is done, or its wide range has passed.

    What was given up before that, on the day that `left` tells, came neither true nor false.
    """
    told = [
        g
        for g in given
        if g.subject in ended or g.most[1] < left.get(g.subject, date.max)
    ]
    due = [g for g in told if g.subject in ended or g.most[1] < today]
    return TrackRecord(
        len(due),
        sum(_held(g.half, ended.get(g.subject)) for g in due),
        sum(_held(g.most, ended.get(g.subject)) for g in due),
        len(told) - len(due),
    )


def _at(days: Sequence[int], tenths: float) -> int:
    """The days that so many tenths of the futures take at most."""
    return days[min(int(len(days) * tenths / 10), len(days) - 1)]


def _tenths_within(days: Sequence[int], most: int) -> int:
    return round(10 * sum(each <= most for each in days) / len(days))


def _held(span: Span, ended: date | None) -> bool:
    return ended is not None and span[0] <= ended <= span[1]
