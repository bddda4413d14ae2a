"""Choose a lane for each line of a map, so that few lines cross."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from tracker.page.rules.track_lines import TrackLine
from tracker.readiness.rules.road_map import RoadStop

# The lane of each track, from the left.
Lanes = dict[str, int]


class Branch(NamedTuple):
    """A line's way to a stop of another, and the tracks of the lines beside it there."""

    track: str
    target: str
    beside: tuple[str, ...]


class LaneChoice:
    """Lanes for lines; in the same row no two lines share one.

    They are improved by exchanges, from several beginnings: to try all is too many.
    """

    def __init__(
        self,
        lines: Sequence[TrackLine],
        stops: Sequence[RoadStop],
        tracks: Sequence[str],
    ) -> None:
        """Of lines between stops; `tracks` are in the catalogue's order."""
        self._lines = lines
        self._stops = [(line.track, len(line.stops)) for line in lines]
        self._branches = list(_find_branches(lines, stops))
        self._beside = {
            line.track: {each.track for each in lines if _overlap(line, each)}
            for line in lines
        }
        pairs = combinations(tracks, 2)
        beside = self._beside
        self._in_order = [pair for pair in pairs if pair[1] in beside.get(pair[0], ())]

    def choose(self) -> Lanes:
        """The best lanes found."""
        first = self._first_lanes()
        width = max(first.values(), default=0) + 1
        shifted = (
            {track: (lane + shift) % width for track, lane in first.items()}
            for shift in range(width)
        )
        return min(map(self._improve, shifted), key=self._count_cost)

    def _first_lanes(self) -> Lanes:
        """The leftmost lane that is free in all rows of a line."""
        lanes: Lanes = {}
        for line in self._lines:
            taken = {lanes.get(track) for track in self._beside[line.track]}
            free = (lane for lane in range(len(self._lines)) if lane not in taken)
            lanes[line.track] = next(free)
        return lanes

    def _improve(self, lanes: Lanes) -> Lanes:
        """The lanes after exchanges, as long as one helps."""
        cost = self._count_cost(lanes)
        pairs = list(combinations(range(max(lanes.values(), default=0) + 1), 2))
        is_better = True
        while is_better:
            is_better = False
            for one, other in pairs:
                for tried in self._exchanges(lanes, one, other):
                    tried_cost = self._count_cost(tried)
                    if tried_cost < cost:
                        lanes, cost, is_better = tried, tried_cost, True
        return lanes

    def _exchanges(self, lanes: Lanes, one: int, other: int) -> Iterator[Lanes]:
        """Two lanes exchanged: as a whole, and where one line of them can move alone."""
        swapped = {one: other, other: one}
        yield {track: swapped.get(lane, lane) for track, lane in lanes.items()}
        for track, lane in lanes.items():
            target = swapped.get(lane)
            taken = (lanes[each] for each in self._beside[track])
            if target is not None and target not in taken:
                yield {**lanes, track: target}

    def _count_cost(self, lanes: Mapping[str, int]) -> tuple[int, int, int, int]:
        """Lines crossed; pairs of lines that are not in the catalogue's order.

        By this order a person recognises a map that has changed. Then lanes that
        branches run across, and how far stops stand from the text, on the right.
        """
        crossed = across = 0
        for track, target, beside in self._branches:
            low, high = sorted((lanes[track], lanes[target]))
            across += high - low
            crossed += sum(low < lanes[each] < high for each in beside)
        turned = sum(lanes[left] > lanes[right] for left, right in self._in_order)
        near = sum(lanes[track] * n for track, n in self._stops)
        return crossed, turned, across, -near


def _find_branches(
    lines: Sequence[TrackLine], stops: Sequence[RoadStop]
) -> Iterator[Branch]:
    for line in lines:
        for row in line.joins:
            beside = tuple(each.track for each in lines if row in each.rows)
            yield Branch(line.track, stops[row].track, beside)


def _overlap(one: TrackLine, other: TrackLine) -> bool:
    """Whether some row has both, which are two."""
    if one.track == other.track:
        return False
    return one.rows.start < other.rows.stop and other.rows.start < one.rows.stop
