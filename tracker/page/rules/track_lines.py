"""The line of each track of a map: at which stops it halts, and which it joins."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tracker.readiness.rules.road_map import RoadStop


@dataclass(frozen=True, slots=True)
class TrackLine:
    """The rows of a track's own stops, and of those stops of others that it joins.

    It is drawn from its first stop to the row `end`: that of the last stop that it
    joins, or of the terminus.
    """

    track: str
    stops: tuple[int, ...]
    joins: tuple[int, ...]
    end: int

    @property
    def rows(self) -> range:
        """The rows in which it is drawn."""
        return range(self.stops[0], self.end + 1)


def find_lines(stops: Sequence[RoadStop]) -> list[TrackLine]:
    """The line of each track, those that begin first at first.

    It ends in a stop that needs its last one, else at the terminus, below all stops.
    """
    track_of = {stop.slug: stop.track for stop in stops}
    lines: list[TrackLine] = []
    for track in dict.fromkeys(track_of.values()):
        own = [row for row, stop in enumerate(stops) if stop.track == track]
        joins = [
            row
            for row, stop in enumerate(stops)
            if stop.track != track and track in _tracks_before(stop, track_of)
        ]
        last = stops[own[-1]].slug
        is_needed = any(last in stops[row].after for row in joins)
        end = max(joins) if is_needed else len(stops)
        lines.append(TrackLine(track, tuple(own), tuple(joins), end))
    return lines


def _tracks_before(stop: RoadStop, track_of: Mapping[str, str]) -> set[str]:
    return {track_of[slug] for slug in stop.after}
