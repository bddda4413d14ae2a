"""When something will be done, from your own weeks; and how earlier forecasts held."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from tracker.errors import Refused
from tracker.plans.rules.breaks import Break, day_after, days_until
from tracker.plans.rules.forecast_subject import Subject
from tracker.plans.rules.futures import (
    WeekShare,
    days_at_pace,
    draw_futures,
    mean_share,
)
from tracker.readiness.rules.pace import Pace
from tracker.readiness.rules.pace_sentences import SET_PACE, say_missing_pace

Span = tuple[date, date]


class ForecastBasis(NamedTuple):
    """What forecasts rest on: your pace, with the weeks it comes from, and breaks."""

    pace: Pace
    breaks: tuple[Break, ...] = ()


class SavedForecast(NamedTuple):
    """A forecast made on `day`: done within `half` 5 times in 10, in `most` 8 in 10.

    `pace` is the seconds a week that it rests on; `withdrawn` is the day on which the
    person withdrew it.
    """

    subject: str
    day: date
    half: Span
    most: Span
    pace: int
    uid: str = ""
    withdrawn: date | None = None


class Forecast(NamedTuple):
    """The `ranges` for one subject, which gets a `share` of your hours.

    Where there are too few weeks there are no ranges, only `at_pace`: the days on which
    its low, likely and high hours end at the pace you set. `due` is the planned day;
    `chance` says in how many of 10 futures it is done by then, if that day is to come.
    """

    subject: Subject
    ranges: SavedForecast | None = None
    share: float = 1.0
    due: date | None = None
    chance: int | None = None
    at_pace: tuple[date, date, date] | None = None


class TrackRecord(NamedTuple):
    """How many past forecasts are `due`, and how many of these held.

    `half` counts those done within their narrow range, `most` within their wide one;
    `open` are not due yet, and `withdrawn` count neither way.
    """

    due: int = 0
    half: int = 0
    most: int = 0
    open: int = 0
    withdrawn: int = 0


class ForecastAnswer(NamedTuple):
    """New forecasts, what they rest on, and the record of past ones.

    `saved` says that the new ones are in the database.
    """

    forecasts: tuple[Forecast, ...]
    basis: ForecastBasis
    record: TrackRecord
    saved: bool


def check_pace(pace: Pace) -> None:
    """Raises Refused where neither your weeks nor a pace that you set say anything."""
    if not pace.seconds:
        raise Refused(say_missing_pace(pace), SET_PACE)


def make_forecast(
    subject: Subject,
    basis: ForecastBasis,
    shares: Sequence[WeekShare],
    due: date | None,
) -> Forecast:
    """When `subject` will be done, if it keeps the share it had in the weeks `shares`.

    `due` is the day for which it is planned.
    """
    pace, today, breaks = basis.pace, basis.pace.today, basis.breaks
    if pace.measured is None:
        return Forecast(subject, due=due, at_pace=_ends_at_pace(subject, basis))
    futures = draw_futures(subject.left, pace.weeks, shares)

    def done_by(tenths: float) -> date:
        return day_after(today, _days_of(futures, tenths), breaks)

    ranges = SavedForecast(
        subject.slug,
        today,
        half=(done_by(2.5), done_by(7.5)),
        most=(done_by(1.0), done_by(9.0)),
        pace=pace.measured,
    )
    chance = None
    if due and due >= today:
        chance = _tenths_within(futures, days_until(today, due, breaks))
    return Forecast(subject, ranges, share=mean_share(shares), due=due, chance=chance)


def _ends_at_pace(subject: Subject, basis: ForecastBasis) -> tuple[date, date, date]:
    """The days on which its low, likely and high hours end at the pace you set."""
    pace = basis.pace
    low, likely, high = (
        day_after(pace.today, days_at_pace(seconds, pace.stated or 1), basis.breaks)
        for seconds in subject.left
    )
    return low, likely, high


def grade_forecasts(
    forecasts: Iterable[SavedForecast],
    ended: Mapping[str, date],
    left: Mapping[str, date],
    today: date,
) -> TrackRecord:
    """How past forecasts held.

    One is due once its subject is done, or its wide range has passed. One whose subject
    was given up before that, on the day in `left`, counts neither way, nor does one
    that was withdrawn.
    """
    made = list(forecasts)
    standing = [forecast for forecast in made if forecast.withdrawn is None]
    graded = [
        forecast
        for forecast in standing
        if forecast.subject in ended
        or forecast.most[1] < left.get(forecast.subject, date.max)
    ]
    due = [
        forecast
        for forecast in graded
        if forecast.subject in ended or forecast.most[1] < today
    ]
    return TrackRecord(
        due=len(due),
        half=sum(_is_within(f.half, ended.get(f.subject)) for f in due),
        most=sum(_is_within(f.most, ended.get(f.subject)) for f in due),
        open=len(graded) - len(due),
        withdrawn=len(made) - len(standing),
    )


def _days_of(futures: Sequence[int], tenths: float) -> int:
    """The most days that `tenths` tenths of the futures take."""
    return futures[min(int(len(futures) * tenths / 10), len(futures) - 1)]


def _tenths_within(futures: Sequence[int], limit: int) -> int:
    return round(10 * sum(days <= limit for days in futures) / len(futures))


def _is_within(span: Span, ended: date | None) -> bool:
    return ended is not None and span[0] <= ended <= span[1]
