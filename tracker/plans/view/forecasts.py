"""Forecasts as text and as JSON: two ranges of days in words, what they rest on, and how earlier ones held."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from tracker.milestones.view.fields import layout_fields
from tracker.plans.rules.forecasts import (
    Forecast,
    ForecastBasis,
    KeptForecast,
    Span,
    TrackRecord,
)
from tracker.plans.rules.pace import FEWEST, TOO_LONG
from tracker.plans.view.days import between, how_many, say_by, say_date
from tracker.readiness.rules.hours import Hours
from tracker.readiness.view.gaps_json import hours_data
from tracker.text.amounts import say_hours
from tracker.text.columns import shorten, wrap

HOUR = 3600
CHANCES = {
    0: "fewer than 1 time in 10",
    10: "more than 9 times in 10",
    1: "about 1 time in 10",
}


@dataclass(frozen=True, slots=True)
class ForecastAnswer:
    """The forecasts just given, what they rest on, how earlier ones held, and whether these are kept."""

    forecasts: tuple[Forecast, ...]
    ground: ForecastBasis
    grades: TrackRecord
    kept: bool


def forecast_data(told: ForecastAnswer) -> dict[str, Any]:
    """Forecasts as JSON; hours are hours, days both included; `half` is held as likely as not, `most` 8 times in 10."""
    return {
        "forecasts": [_one_data(each, told.ground) for each in told.forecasts],
        "record": {
            "given": told.grades.due,
            "held": told.grades.most,
            "half": told.grades.half,
            "open": told.grades.open,
        },
    }


def forecast_text(told: ForecastAnswer) -> str:
    """Each answer with what it rests on, then the record."""
    parts = ["\n".join(_one(each, told.ground)) for each in told.forecasts]
    return (
        "\n".join([*parts, wrap(record)])
        if (record := _record(told))
        else "\n".join(parts)
    )


def _one(each: Forecast, ground: ForecastBasis) -> Iterator[str]:
    yield shorten(f"{each.subject.slug}, {each.subject.title}", 80)
    if each.given:
        yield from (
            wrap(line, indent=2) for line in _ranges(each, each.given, ground.today)
        )
    elif each.at_pace:
        yield from (
            wrap(line, indent=2) for line in _stated(each.at_pace, each, ground)
        )
    yield layout_fields([("left", _left(each)), ("pace", _pace(each, ground))])


def _ranges(each: Forecast, given: KeptForecast, today: date) -> Iterator[str]:
    yield f"As likely as not {_span(given.half, today)}; 8 times in 10 {_span(given.most, today)}."
    if each.due and each.chance is not None:
        told = CHANCES.get(each.chance, f"about {each.chance} times in 10")
        yield f"By {say_date(each.due, today)}, as you plan: {told}."
    elif each.due:
        yield _planned(each.due, today)


def _stated(
    days: tuple[date, date, date], each: Forecast, ground: ForecastBasis
) -> Iterator[str]:
    few = f"that takes {FEWEST} whole weeks of your own, and there are {len(ground.weeks)}"
    low, likely, high = days
    yield f"No forecast: {few if len(ground.weeks) < FEWEST else 'your last weeks have no hours in them'}."
    yield (
        f"At the {say_hours(ground.pace or 0)} a week you mean to keep it would end"
        f" {_span((low, high), ground.today)}, likely about {say_date(likely, ground.today)}."
    )
    if each.due:
        yield _planned(each.due, ground.today)


def _planned(due: date, today: date) -> str:
    return f"You plan it by {say_by(due, today)}."


def _span(span: Span, today: date) -> str:
    """A span of days; beyond ten years of them nothing is foreseen."""
    first, last = span
    if (first - today).days >= TOO_LONG:
        return f"after {say_date(first, today)}, if at all"
    return between(first, last, today) + (
        " or later" if (last - today).days >= TOO_LONG else ""
    )


def _left(each: Forecast) -> str:
    ratio = each.subject.ratio
    told = f"{say_left(each.subject.left)} (low, likely, high): {each.subject.basis}"
    if ratio is None:
        return told
    of = (
        f"{ratio.count} finished {ratio.kind}s"
        if ratio.kind
        else f"{how_many(ratio.count, 'finished item')} of any kind"
    )
    return f"{told}; {ratio.value:.2f} is your hours against estimates, over {of}"


def _pace(each: Forecast, ground: ForecastBasis) -> str:
    if not each.given:
        return "stated, not seen: it is what you mean, not what your weeks show"
    share = (
        "if all of it goes to this"
        if each.share >= 1
        else f"with {each.share:.0%} of it for this, as lately"
    )
    return f"{_about(each.given.pace)} a week over your last {len(ground.weeks)}, breaks left out; {share}"


def say_left(left: Hours) -> str:
    """`54 - 81 - 198 h`: estimates, so in whole hours, or with a half below ten."""
    return " - ".join(_short(seconds) for seconds in left) + " h"


def _short(seconds: int) -> str:
    return (
        f"{seconds / HOUR:.0f}"
        if seconds >= 10 * HOUR
        else f"{round(2 * seconds / HOUR) / 2:g}"
    )


def _about(seconds: int) -> str:
    """To the nearest ten minutes."""
    return say_hours(max(round(seconds / 600), 1) * 600)


def _record(told: ForecastAnswer) -> str:
    due = told.grades.due
    kept = "Kept, to be graded when it comes due" if told.kept else ""
    if not due:
        return kept and f"{kept}; none has so far."
    held = f"Of {how_many(due, 'range')} given and due, {told.grades.most} held; 8 in 10 is what they say."
    return f"{kept and f'{kept}. '}{held} Of the narrow ones, {told.grades.half}."


def _one_data(each: Forecast, ground: ForecastBasis) -> dict[str, Any]:
    given, ratio = each.given, each.subject.ratio
    return {
        "slug": each.subject.slug,
        "hours": hours_data(each.subject.left),
        "half": _span_data(given.half) if given else None,
        "most": _span_data(given.most) if given else None,
        "pace": given.pace if given else None,
        "share": round(each.share, 2) if given else None,
        "weeks": len(ground.weeks),
        "ratio": {
            "value": round(ratio.value, 2),
            "count": ratio.count,
            "kind": ratio.kind,
        }
        if ratio
        else None,
        "due": each.due.isoformat() if each.due else None,
        "chance": None if each.chance is None else each.chance / 10,
        "stated": _stated_data(each, ground),
    }


def _stated_data(each: Forecast, ground: ForecastBasis) -> dict[str, Any] | None:
    if not each.at_pace:
        return None
    low, likely, high = (day.isoformat() for day in each.at_pace)
    return {"pace": ground.pace, "low": low, "likely": likely, "high": high}


def _span_data(span: Span) -> dict[str, str]:
    return {"since": span[0].isoformat(), "until": span[1].isoformat()}
