"""A year as JSON."""

from typing import Any

from tracker.plans.rules.year import (
    Year,
    YearSpan,
    find_breaks,
    find_spans,
    shade_limits,
)
from tracker.plans.view.breaks import break_data


def year_data(year: Year) -> dict[str, Any]:
    """A year's JSON; `study_days` are those with hours, and `days` lists them.

    `weeks` and `months` are all there, the first and the last as far as they are in it.
    `shades` are the seconds of a day up to which each shade goes; the darkest has no end.
    """
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
        "shades": shade_limits(year),
        "breaks": [break_data(days) for days in find_breaks(year)],
    }


def _span_data(span: YearSpan) -> dict[str, Any]:
    return {
        "key": span.key,
        "since": span.since.isoformat(),
        "until": span.until.isoformat(),
        "seconds": span.seconds,
        "study_days": span.study_days,
        "off": span.off,
    }
