"""Sessions that run at the same time: how much, which, and what the clock shows."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import NamedTuple

from tracker.journal.rules.records import Piece

# Start and end of a timed session in UTC seconds.
Span = tuple[int, int]
# A span with the local day (ISO) that it counts for.
DaySpan = tuple[str, int, int]

# The days of sessions that run at once are at most so far apart: zones reach from 12 h
# behind UTC to 14 h ahead of it, and a day starts at most 12 h after midnight.
REACH = timedelta(days=2)


class SessionSpan(NamedTuple):
    """A timed session: start and end in UTC seconds, its day (ISO) and what it is of.

    `item` and `track` are slugs, `tags` is the text of their column.
    """

    day: str
    started_at: int
    ended_at: int
    item: str
    track: str
    tags: str


def overlap_seconds(spans: Iterable[Span]) -> int:
    """The seconds that more than one span has: their sum less those on the clock."""
    overlap, latest = 0, None
    for start, end in sorted(spans):
        if latest is not None and start < latest:
            overlap += min(end, latest) - start
        latest = end if latest is None else max(end, latest)
    return overlap


def overlaps_by_day(spans: Iterable[DaySpan]) -> Iterator[tuple[str, int]]:
    """Each day of `spans`, which come sorted by day, and its overlap in seconds.

    A second that several sessions share counts once, on the earliest of their days; it
    is the overlap of the later ones. So the hours up to a day are the same whatever is
    logged on later days.
    """
    for day, earlier, own in _near_by_day(spans):
        yield day, overlap_seconds([*earlier, *own]) - overlap_seconds(earlier)


def shared_by_day(spans: Iterable[DaySpan]) -> Iterator[tuple[str, int, list[int]]]:
    """As `overlaps_by_day`, with the starts of the sessions that the overlap is of.

    All others can be left out where an overlap of some of the sessions is computed.
    """
    for day, earlier, own in _near_by_day(spans):
        near = [*earlier, *own]
        seconds = overlap_seconds(near) - overlap_seconds(earlier)
        yield day, seconds, shared_starts(near) if seconds else []


def shared_starts(spans: Iterable[Span]) -> list[int]:
    """The starts of the spans that have time in common with another, sorted."""
    starts: set[int] = set()
    latest: Span | None = None
    for span in sorted(spans):
        if latest and span[0] < latest[1]:
            starts |= {latest[0], span[0]}
        if latest is None or span[1] > latest[1]:
            latest = span
    return sorted(starts)


def _near_by_day(
    spans: Iterable[DaySpan],
) -> Iterator[tuple[str, list[Span], list[Span]]]:
    """Each day, what of the days before reaches into it, and its own spans."""
    before: list[tuple[date, list[Span]]] = []
    for text, rows in groupby(spans, key=lambda row: row[0]):
        own = [(start, end) for _, start, end in rows]
        first, day = min(own)[0], date.fromisoformat(text)
        before = [near for near in before if near[0] >= day - REACH]
        earlier = [span for _, near in before for span in near if span[1] > first]
        yield text, earlier, own
        before.append((day, own))


def sum_overlaps(spans: Iterable[DaySpan], since: str) -> int:
    """The overlap of the days from `since` (ISO) on, in seconds.

    Of the two days before it, sessions are needed only where they reach into it.
    """
    return sum(seconds for day, seconds in overlaps_by_day(spans) if day >= since)


def clock_gains(
    beside: Sequence[DaySpan], added: Sequence[Piece], removed: Sequence[Piece] = ()
) -> dict[date, int]:
    """By how many seconds each day's clock changes with `added` in place of `removed`.

    `beside` are all sessions that run at the same time as one of these, as they are now.
    """
    after = [*beside, *_day_spans(added)]
    for span in _day_spans(removed):
        if span in after:
            after.remove(span)
    gains: dict[date, int] = {}
    for sign, pieces in ((1, added), (-1, removed)):
        for piece in pieces:
            gains[piece.day] = gains.get(piece.day, 0) + sign * piece.seconds
    for sign, spans in ((1, beside), (-1, after)):
        for text, seconds in overlaps_by_day(sorted(spans)):
            day = date.fromisoformat(text)
            gains[day] = gains.get(day, 0) + sign * seconds
    return gains


def _day_spans(pieces: Iterable[Piece]) -> list[DaySpan]:
    """The spans of those pieces that have a start."""
    return [(piece.day.isoformat(), *piece.span) for piece in pieces if piece.span]


def overlapping_items(day: str, spans: Iterable[SessionSpan]) -> tuple[str, ...]:
    """The items, sorted, of the sessions of a day (ISO) that overlap another.

    One of a day before is named where it overlaps one of this day.
    """
    names: set[str] = set()
    latest: dict[bool, tuple[int, str]] = {}
    for start, end, name, own in sorted(
        (span.started_at, span.ended_at, span.item, span.day == day) for span in spans
    ):
        for beside in (True, False) if own else (True,):
            until, other = latest.get(beside, (start, ""))
            if start < until:
                names |= {name, other}
        latest[own] = max(latest.get(own, (end, name)), (end, name))
    return tuple(sorted(names))
