"""The rows of a map: for each stop the lines that are drawn beside it, lane by lane.

As on a map of an underground railway, a line runs from the first stop of its track down
to the last. There it goes on into a stop that needs that one, else to the terminus.
Where a stop needs another track, that one's line joins it, and may run on.
"""

from collections.abc import Sequence, Set
from dataclasses import dataclass

from tracker.page.rules.lane_choice import LaneChoice
from tracker.page.rules.track_lines import TrackLine, find_lines
from tracker.readiness.rules.road_map import RoadMap, RoadStop

# States in which a person has come to a stop, and those in which they have left it.
_ENTERED = frozenset({"done", "claimed", "doing"})
_LEFT = frozenset({"done", "claimed"})


@dataclass(frozen=True, slots=True)
class RowLine:
    """The line of a track in one row, in its lane from the left.

    It comes from `above`, goes on `below`, or both. One that `joins` sends a branch to
    the station of the row, or ends there if it does not go on. Where the person has
    been, it is `walked`: above the height of the station, below it, or on the branch,
    which begins at the top of the row.
    """

    track: str
    lane: int
    above: bool
    below: bool
    joins: bool = False
    walked_above: bool = False
    walked_below: bool = False
    walked_branch: bool = False

    @property
    def enters_walked(self) -> bool:
        """Whether the person has come down to the row on it."""
        return self.walked_above or self.walked_branch


@dataclass(frozen=True, slots=True)
class LaneRow:
    """A row of the map: the stop with this slug in its lane, or the terminus (None)."""

    stop: str | None
    lane: int | None
    lines: tuple[RowLine, ...]


def lay_lanes(road: RoadMap) -> tuple[LaneRow, ...]:
    """The rows of all stops, in the order of the bands, and that of the terminus."""
    stops = [stop for _, band in road.bands() for stop in band]
    lines = find_lines(stops)
    lanes = LaneChoice(lines, stops, list(road.titles.tracks)).choose()
    lines.sort(key=lambda line: lanes[line.track])
    walked = {line.track: _find_walk(line, stops) for line in lines}
    in_rows = [
        tuple(
            _row_line(row, line, lanes[line.track], walked[line.track])
            for line in lines
            if row in line.rows
        )
        for row in range(len(stops) + 1)
    ]
    rows = (
        LaneRow(stop.slug, lanes[stop.track], drawn)
        for stop, drawn in zip(stops, in_rows, strict=False)
    )
    return (*rows, LaneRow(None, None, in_rows[-1]))


def count_lanes(rows: Sequence[LaneRow]) -> int:
    """How many lanes the map is wide; at least one."""
    lanes = (line.lane for row in rows for line in row.lines)
    return max(lanes, default=0) + 1


@dataclass(frozen=True, slots=True)
class _Walk:
    """The rows from whose station to the next a person has been, and branches."""

    rows: Set[int]
    branches: Set[int]


def _row_line(row: int, line: TrackLine, lane: int, walk: _Walk) -> RowLine:
    above = row - 1 if row in line.stops else row
    return RowLine(
        line.track,
        lane,
        above=row > line.rows.start,
        below=row < line.end,
        joins=row in line.joins,
        walked_above=above in walk.rows,
        walked_below=row in walk.rows,
        walked_branch=row in walk.branches,
    )


def _find_walk(line: TrackLine, stops: Sequence[RoadStop]) -> _Walk:
    """Where the person has been on a line.

    From a stop that is done, to the last that is begun of those up to the next stop.
    """
    rows: set[int] = set()
    for start, end in zip(line.stops, (*line.stops[1:], line.end), strict=True):
        if stops[start].state in _LEFT:
            ahead = (row for row in (*line.joins, end) if start < row <= end)
            begun = (row for row in ahead if _is_entered(row, stops))
            rows.update(range(start, max(begun, default=start)))
    joined = {row for row in line.joins if row - 1 in rows and _is_entered(row, stops)}
    return _Walk(rows, joined)


def _is_entered(row: int, stops: Sequence[RoadStop]) -> bool:
    return row < len(stops) and stops[row].state in _ENTERED
