"""Hours by track and by week; by month or by year where there are too many weeks."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from tracker.export.rules.hours import SpanHours, TrackHours
from tracker.text.periods import Period, month_of, week_of, year_of

MOST_SPANS = 104
ONE_DAY = timedelta(days=1)

# Day, track (slug), title of the track, its seconds of that day, and its place in the
# catalogue. Time that two of its sessions share counts once; tracks that share time
# count it each.
TrackDay = tuple[date, str, str, int, int]


class SpanKind(NamedTuple):
    """`week`, `month` or `year`: how to find the one that holds a day, and its length."""

    name: str
    around: Callable[[date], Period]
    days: int


_KINDS = (
    SpanKind("week", week_of, 7),
    SpanKind("month", month_of, 30),
    SpanKind("year", year_of, 365),
)


def by_track(track_days: Iterable[TrackDay]) -> tuple[TrackHours, ...]:
    """The seconds logged in each track, the most first."""
    totals: dict[tuple[str, str, int], int] = defaultdict(int)
    for _, track, title, seconds, place in track_days:
        totals[track, title, place] += seconds
    tracks = (
        TrackHours(track, title, seconds, place)
        for (track, title, place), seconds in totals.items()
    )
    return tuple(sorted(tracks, key=lambda hours: (-hours.seconds, hours.track)))


def spans(
    track_days: Sequence[TrackDay],
    clock: Mapping[date, int],
    since: date | None,
    until: date,
    off: Collection[date] = (),
) -> tuple[str, tuple[SpanHours, ...]]:
    """What the spans are (`week`, `month` or `year`), and all spans, idle ones too.

    They run from `since`, or else from the first day with hours, to `until`. `clock` is
    the seconds on the clock of each day, `off` the days of planned breaks. Without any
    hours there are no spans.
    """
    if not track_days:
        return "week", ()
    first = since or min(line[0] for line in track_days)
    kind = _kind_for((until - first).days)
    starts = {day: kind.around(day).since for day in {line[0] for line in track_days}}
    by_start: dict[date | None, list[TrackDay]] = defaultdict(list)
    for line in track_days:
        by_start[starts[line[0]]].append(line)
    return kind.name, tuple(
        _span(start, end, by_start[start], clock, off)
        for start, end in _bounds(first, until, kind)
    )


def _kind_for(days: int) -> SpanKind:
    """The shortest kind that makes fewer than 104 spans of so many days."""
    for kind in _KINDS:
        if days // kind.days < MOST_SPANS:
            return kind
    return _KINDS[-1]


def _bounds(first: date, until: date, kind: SpanKind) -> list[tuple[date, date]]:
    """The first and last day of each span."""
    bounds: list[tuple[date, date]] = []
    day = first
    while not bounds or bounds[-1][1] < until:
        start, end = kind.around(day)
        assert start
        assert end
        bounds.append((start, end))
        day = end + ONE_DAY
    return bounds


def _span(
    since: date,
    until: date,
    track_days: Sequence[TrackDay],
    clock: Mapping[date, int],
    off: Collection[date],
) -> SpanHours:
    total = sum(clock[day] for day in {line[0] for line in track_days})
    days = (since + ONE_DAY * n for n in range((until - since).days + 1))
    return SpanHours(
        since=since,
        until=until,
        seconds=total,
        by_track=by_track(track_days),
        off=not track_days and all(day in off for day in days),
        shared=sum(line[3] for line in track_days) - total,
    )
