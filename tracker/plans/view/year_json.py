"""A year as JSON."""

from typing import TypedDict

from tracker.json_types import Day
from tracker.milestones.view.milestone_json import DaySecondsData
from tracker.plans.rules.year import (
    Year,
    YearSpan,
    find_breaks,
    find_spans,
    shade_limits,
)
from tracker.plans.view.breaks import BreakData, break_data


class YearSpanData(TypedDict):
    """A week or month, as far as it is in the year; `off` if it lies in breaks."""

    key: str
    since: Day
    until: Day
    seconds: int
    study_days: int
    off: bool


class YearData(TypedDict):
    """A year; `study_days` are those with hours, and `days` lists them.

    `shades` are the seconds of a day up to which each shade goes; the darkest has no end.
    """

    since: Day
    until: Day
    seconds: int
    study_days: int
    days: list[DaySecondsData]
    weeks: list[YearSpanData]
    months: list[YearSpanData]
    shades: list[int]
    breaks: list[BreakData]


def year_data(year: Year) -> YearData:
    """A year's JSON."""
    return {
        "since": year.since.isoformat(),
        "until": year.until.isoformat(),
        "seconds": year.total,
        "study_days": len(year.seconds),
        "days": [
            {"day": day.isoformat(), "seconds": seconds}
            for day, seconds in sorted(year.seconds.items())
        ],
        "weeks": [_span_data(week) for week in find_spans(year, "week")],
        "months": [_span_data(month) for month in find_spans(year, "month")],
        "shades": list(shade_limits(year)),
        "breaks": [break_data(days) for days in find_breaks(year)],
    }


def _span_data(span: YearSpan) -> YearSpanData:
    return {
        "key": span.key,
        "since": span.since.isoformat(),
        "until": span.until.isoformat(),
        "seconds": span.seconds,
        "study_days": span.study_days,
        "off": span.off,
    }
