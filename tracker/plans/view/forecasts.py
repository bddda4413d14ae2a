"""Forecasts as text: two ranges of days, what they rest on, and the track record."""

from collections.abc import Iterator
from datetime import date
from typing import TypedDict

from tracker.milestones.view.fields import layout_fields
from tracker.plans.rules.forecasts import (
    Forecast,
    ForecastAnswer,
    ForecastBasis,
    SavedForecast,
    Span,
)
from tracker.plans.rules.futures import TEN_YEARS
from tracker.plans.view.days import say_date, say_due, say_range
from tracker.plans.view.forecasts_json import ForecastItemData, forecast_item_data
from tracker.readiness.rules.pace_sentences import say_missing_pace, say_pace
from tracker.readiness.view.hour_columns import say_number
from tracker.readiness.view.pace import PaceData, pace_data
from tracker.text.columns import count_noun, wrap

CHANCES = {
    0: "less than 1 time in 10",
    1: "about 1 time in 10",
    10: "more than 9 times in 10",
}


class TrackRecordData(TypedDict):
    """How many forecasts were due, and held: within `most`, and within `half`."""

    given: int
    held: int
    half: int
    open: int
    withdrawn: int


class ForecastsData(TypedDict):
    """Forecasts, what they rest on, and how past ones held."""

    pace: PaceData
    forecasts: list[ForecastItemData]
    record: TrackRecordData


def forecast_data(answer: ForecastAnswer) -> ForecastsData:
    """Forecasts as JSON."""
    record = answer.record
    return {
        "pace": pace_data(answer.basis.pace),
        "forecasts": [forecast_item_data(one) for one in answer.forecasts],
        "record": {
            "given": record.due,
            "held": record.most,
            "half": record.half,
            "open": record.open,
            "withdrawn": record.withdrawn,
        },
    }


def forecast_text(answer: ForecastAnswer) -> str:
    """Each forecast with what it rests on, then the track record."""
    lines: list[str] = []
    for forecast in answer.forecasts:
        lines += _forecast_lines(forecast, answer.basis)
    record = say_record(answer)
    if record:
        lines.append(wrap(record))
    return "\n".join(lines)


def _forecast_lines(forecast: Forecast, basis: ForecastBasis) -> Iterator[str]:
    subject = forecast.subject
    yield wrap(f"{subject.title} ({subject.slug})")
    for sentence in forecast_sentences(forecast, basis):
        yield wrap(sentence, indent=2)
    yield layout_fields(
        [("left", say_left(forecast)), ("pace", say_share(forecast, basis))]
    )


def forecast_sentences(forecast: Forecast, basis: ForecastBasis) -> Iterator[str]:
    """When it will be done, in ranges, and the chance to be on time."""
    if forecast.ranges:
        yield from _say_ranges(forecast, forecast.ranges, basis.pace.today)
    else:
        yield from _say_at_pace(forecast, basis)


def _say_ranges(
    forecast: Forecast, ranges: SavedForecast, today: date
) -> Iterator[str]:
    half, most = _say_span(ranges.half, today), _say_span(ranges.most, today)
    yield f"5 times in 10 it is done {half}; 8 times in 10 {most}."
    if forecast.due and forecast.chance is not None:
        chance = CHANCES.get(forecast.chance, f"about {forecast.chance} times in 10")
        yield f"Planned for {say_date(forecast.due, today)}: on time {chance}."
    elif forecast.due:
        yield f"Planned for {say_due(forecast.due, today)}."


def _say_at_pace(forecast: Forecast, basis: ForecastBasis) -> Iterator[str]:
    if not forecast.at_pace:
        return
    pace, (low, likely, high) = basis.pace, forecast.at_pace
    yield say_missing_pace(pace)
    yield (
        f"At the pace that you set, it is done {_say_span((low, high), pace.today)},"
        f" most likely about {say_date(likely, pace.today)}."
    )
    if forecast.due:
        yield f"Planned for {say_due(forecast.due, pace.today)}."


def _say_span(span: Span, today: date) -> str:
    """A range of days; nothing is forecast beyond ten years."""
    first, last = span
    if (first - today).days >= TEN_YEARS:
        return f"after {say_date(first, today)}, if at all"
    later = " or later" if (last - today).days >= TEN_YEARS else ""
    return f"{say_range(first, last, today)}{later}"


def say_left(forecast: Forecast) -> str:
    """`91 - 106 - 127 h (low, likely, high): its estimate of 80-160 h, ...`."""
    subject = forecast.subject
    hours = " - ".join(say_number(seconds) for seconds in subject.left)
    left = f"{hours} h (low, likely, high): {subject.basis}"
    ratio = subject.ratio
    if ratio is None:
        return left
    finished = f"{count_noun(ratio.count, 'finished item')} of any kind"
    if ratio.kind:
        finished = count_noun(ratio.count, f"finished {ratio.kind}")
    meaning = f"your hours divided by the estimates of {finished}"
    return f"{left}; {ratio.value:.2f} is {meaning}"


def say_share(forecast: Forecast, basis: ForecastBasis) -> str:
    """The pace, and how much of it this gets."""
    pace = say_pace(basis.pace)
    if not forecast.ranges:
        return f"{pace}, not measured from your weeks"
    if forecast.share >= 1:
        return f"{pace}, all on this"
    return f"{pace}, {forecast.share:.0%} on this, as in recent weeks"


def say_record(answer: ForecastAnswer) -> str:
    """How many past forecasts held; empty where none is due."""
    record = answer.record
    withdrawn = f" You withdrew {record.withdrawn}." if record.withdrawn else ""
    if record.due:
        return (
            f"Track record: {record.most} of {count_noun(record.due, 'past forecast')}"
            f" held (expected: 8 in 10); {record.half} in the narrow range"
            f" (expected: 5 in 10).{withdrawn}"
        )
    if answer.saved:
        saved = "Saved, to compare with the day you finish."
        return f"{saved} No past forecast is due yet.{withdrawn}"
    return withdrawn.strip()
