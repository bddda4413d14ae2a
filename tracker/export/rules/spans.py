"""Hours week by week, for charts: by month or by year where there are more weeks than a reader could tell apart."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from tracker.export.rules.packet import SpanHours, TrackHours
from tracker.words.periods import month_of, week_of, year_of

MOST = 104
_SPANS = (("week", week_of, 7), ("month", month_of, 30), ("year", year_of, 365))
ONE_DAY = timedelta(days=1)

# Of each span, seconds by track and its title.
ByTrack = dict[tuple[str, str], int]


def spans(
    clocks: Mapping[date, int], tracks: Iterable[tuple[date, str, str, int]]
) -> tuple[str, tuple[SpanHours, ...]]:
    """What the spans are (`week`, `month` or `year`), and each from the first day to the last, idle ones too.

    `clocks` are seconds on the clock by day, `tracks` the seconds of each track by day, with its title.
    """
    if not clocks:
        return "week", ()
    first, last = min(clocks), max(clocks)
    name, around = next((n, of) for n, of, long in _SPANS if (last - first).days // long < MOST or n == "year")
    bounds: list[tuple[date, date]] = []
    while not bounds or bounds[-1][1] < last:
        since, until = around(bounds[-1][1] + ONE_DAY if bounds else first)
        assert since and until
        bounds.append((since, until))
    starts = {day: since for day in clocks if (since := around(day).since)}
    seconds = dict.fromkeys((since for since, _ in bounds), 0)
    for day, clock in clocks.items():
        seconds[starts[day]] += clock
    by_track: dict[date, ByTrack] = {since: {} for since, _ in bounds}
    for day, track, title, logged in tracks:
        held = by_track[starts[day]]
        held[track, title] = held.get((track, title), 0) + logged
    return name, tuple(SpanHours(since, until, seconds[since], _tracks(by_track[since])) for since, until in bounds)


def _tracks(found: ByTrack) -> tuple[TrackHours, ...]:
    return tuple(TrackHours(track, title, seconds) for (track, title), seconds in found.items())
