"""Sessions that run at the same time: how much, which, and what the clock shows."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tracker.journal.rules.records import Piece

# Start and end of a timed session in UTC seconds.
Span = tuple[int, int]


def overlap_seconds(spans: Iterable[Span]) -> int:
    """The seconds that more than one span has: their sum less those on the clock."""
    overlap, latest = 0, None
    for start, end in sorted(spans):
        if latest is not None and start < latest:
            overlap += min(end, latest) - start
        latest = end if latest is None else max(end, latest)
    return overlap


def overlapping_items(spans: Iterable[tuple[str, int, int]]) -> tuple[str, ...]:
    """The names, sorted, of the named spans that overlap another."""
    names: set[str] = set()
    latest, latest_name = 0, ""
    for start, end, name in sorted((start, end, name) for name, start, end in spans):
        if latest_name and start < latest:
            names |= {name, latest_name}
        if end > latest:
            latest, latest_name = end, name
    return tuple(sorted(names))


class DayLoad(NamedTuple):
    """A day's sessions: the sum of their seconds, and the spans of the timed ones."""

    seconds: int
    spans: tuple[Span, ...]

    @property
    def clock(self) -> int:
        """Seconds on the clock: the sum less the overlap."""
        return self.seconds - overlap_seconds(self.spans)

    def plus(self, pieces: Sequence[Piece]) -> "DayLoad":
        """The day with `pieces` in it."""
        spans = tuple(piece.span for piece in pieces if piece.span)
        seconds = sum(piece.seconds for piece in pieces)
        return DayLoad(self.seconds + seconds, self.spans + spans)
