"""Hours track by track and week by week: by month or by year where there are more weeks than a reader could tell apart.

Tracks are told as day, track, its title, and the seconds logged in it that day, overlap included.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from tracker.export.rules.hours import SpanHours, TrackHours
from tracker.text.periods import month_of, week_of, year_of

MOST = 104
_SPANS = (("week", week_of, 7), ("month", month_of, 30), ("year", year_of, 365))
ONE_DAY = timedelta(days=1)

TrackDays = Sequence[tuple[date, str, str, int]]


def by_track(logged: Iterable[tuple[date, str, str, int]]) -> tuple[TrackHours, ...]:
    """What was logged in each track, the most first."""
    found: dict[tuple[str, str], int] = defaultdict(int)
    for _, track, title, seconds in logged:
        found[track, title] += seconds
    told = (
        TrackHours(track, title, seconds) for (track, title), seconds in found.items()
    )
    return tuple(sorted(told, key=lambda each: (-each.seconds, each.track)))


def spans(
    logged: TrackDays, twice: Mapping[date, int], since: date | None, until: date
) -> tuple[str, tuple[SpanHours, ...]]:
    """What the spans are (`week`, `month` or `year`), and each from `since` to `until`, idle ones too.

    Without `since` they begin with the first day that has hours. `twice` are the seconds that overlap, by day: they
    count once on the clock. Where nothing is logged there are none.
    """
    if not logged:
        return "week", ()
    first = since or min(line[0] for line in logged)
    name, around = next(
        (n, of)
        for n, of, long in _SPANS
        if (until - first).days // long < MOST or n == "year"
    )
    starts = {day: around(day).since for day in {line[0] for line in logged}}
    held: dict[date | None, list[tuple[date, str, str, int]]] = defaultdict(list)
    for line in logged:
        held[starts[line[0]]].append(line)
    bounds: list[tuple[date, date]] = []
    while not bounds or bounds[-1][1] < until:
        begins, ends = around(bounds[-1][1] + ONE_DAY if bounds else first)
        assert begins and ends
        bounds.append((begins, ends))
    return name, tuple(
        _span(begins, ends, held[begins], twice) for begins, ends in bounds
    )


def _span(
    since: date, until: date, logged: TrackDays, twice: Mapping[date, int]
) -> SpanHours:
    tracks = by_track(logged)
    overlap = sum(twice.get(day, 0) for day in {line[0] for line in logged})
    return SpanHours(
        since, until, sum(each.seconds for each in tracks) - overlap, tracks
    )
