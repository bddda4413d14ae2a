"""The lines of a map: for each track a lane, and what each row of the map shows of it.

As on a map of an underground railway, a line runs from the first stop of its track down
to the last. There it goes on into a stop that needs that one, else to the terminus.
Where a stop needs another track, that one's line joins it, and may run on.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from tracker.readiness.rules.road_map import RoadMap, RoadStop

# States in which a line has come to a stop, and those in which it has left it.
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


@dataclass(frozen=True, slots=True)
class _Line:
    """A track's line: the rows of its own stops, and those of stops that it joins."""

    track: str
    stops: tuple[int, ...]
    joins: tuple[int, ...]
    end: int

    @property
    def rows(self) -> range:
        """The rows in which it is drawn."""
        return range(self.stops[0], self.end + 1)


def lay_lanes(road: RoadMap) -> tuple[LaneRow, ...]:
    """The rows of all stops, in the order of the bands, and that of the terminus."""
    stops = [stop for _, band in road.bands() for stop in band]
    lines = _find_lines(stops)
    lanes = _improve(_first_lanes(lines), lines, stops)
    return tuple(_make_rows(stops, lines, lanes))


def count_lanes(rows: Sequence[LaneRow]) -> int:
    """How many lanes the map is wide; at least one."""
    lanes = (line.lane for row in rows for line in row.lines)
    return max(lanes, default=0) + 1


def _find_lines(stops: Sequence[RoadStop]) -> list[_Line]:
    """The line of each track, those that begin first at first."""
    track_of = {stop.slug: stop.track for stop in stops}
    lines: list[_Line] = []
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
        lines.append(_Line(track, tuple(own), tuple(joins), end))
    return lines


def _tracks_before(stop: RoadStop, track_of: Mapping[str, str]) -> set[str]:
    return {track_of[slug] for slug in stop.after}


def _first_lanes(lines: Sequence[_Line]) -> dict[str, int]:
    """A lane for each line, the leftmost that is free in all its rows."""
    lanes: dict[str, int] = {}
    for line in lines:
        taken = {lanes[each.track] for each in lines if _are_beside(each, line, lanes)}
        lanes[line.track] = next(n for n in range(len(lines)) if n not in taken)
    return lanes


def _are_beside(placed: _Line, line: _Line, lanes: Mapping[str, int]) -> bool:
    return placed.track in lanes and _overlap(placed, line)


def _overlap(one: _Line, other: _Line) -> bool:
    """Whether some row has both."""
    return one.rows.start < other.rows.stop and other.rows.start < one.rows.stop


def _improve(
    lanes: dict[str, int], lines: Sequence[_Line], stops: Sequence[RoadStop]
) -> dict[str, int]:
    """The lanes with fewer crossings: two at a time exchanged while that helps."""
    cost = _count_cost(lanes, lines, stops)
    width = range(max(lanes.values(), default=0) + 1)
    is_better = True
    while is_better:
        is_better = False
        for one, other in combinations(width, 2):
            for tried in _exchanges(lanes, lines, one, other):
                tried_cost = _count_cost(tried, lines, stops)
                if tried_cost < cost:
                    lanes, cost, is_better = tried, tried_cost, True
    return lanes


def _exchanges(
    lanes: Mapping[str, int], lines: Sequence[_Line], one: int, other: int
) -> Iterator[dict[str, int]]:
    """Two lanes exchanged: as a whole, and where one line of them can move alone.

    Or all the other way round.
    """
    yield {track: max(lanes.values()) - lane for track, lane in lanes.items()}
    swapped = {one: other, other: one}
    yield {track: swapped.get(lane, lane) for track, lane in lanes.items()}
    for line in lines:
        target = swapped.get(lanes[line.track])
        taken = (
            each
            for each in lines
            if lanes[each.track] == target and _overlap(each, line)
        )
        if target is not None and not any(taken):
            yield {**lanes, line.track: target}


def _count_cost(
    lanes: Mapping[str, int], lines: Sequence[_Line], stops: Sequence[RoadStop]
) -> tuple[int, int, int]:
    """What is to be little: lines crossed, lanes that branches run across.

    Then how far stops stand from the text, on the right.
    """
    crossed, across = 0, 0
    for line in lines:
        for row in line.joins:
            ends = sorted((lanes[line.track], lanes[stops[row].track]))
            across += ends[1] - ends[0]
            crossed += sum(
                ends[0] < lanes[each.track] < ends[1] and row in each.rows
                for each in lines
            )
    return crossed, across, -sum(lanes[stop.track] for stop in stops)


def _make_rows(
    stops: Sequence[RoadStop], lines: Sequence[_Line], lanes: Mapping[str, int]
) -> Iterator[LaneRow]:
    walked = {line.track: _walked_rows(line, stops) for line in lines}
    for row in range(len(stops) + 1):
        stop = stops[row] if row < len(stops) else None
        drawn = sorted(
            (line for line in lines if row in line.rows),
            key=lambda line: lanes[line.track],
        )
        yield LaneRow(
            stop.slug if stop else None,
            lanes[stop.track] if stop else None,
            tuple(
                RowLine(
                    line.track,
                    lanes[line.track],
                    above=row > line.rows.start,
                    below=row < line.end,
                    joins=row in line.joins,
                    walked_above=row - (row in line.stops) in walked[line.track],
                    walked_below=row in walked[line.track],
                    walked_branch=row - 1 in walked[line.track]
                    and row in line.joins
                    and _is_entered(row, stops),
                )
                for line in drawn
            ),
        )


def _walked_rows(line: _Line, stops: Sequence[RoadStop]) -> set[int]:
    """The rows from whose station down to the next one the person has been.

    From a stop that is done, to the last that is begun of those up to the next stop.
    """
    walked: set[int] = set()
    for start, end in zip(line.stops, (*line.stops[1:], line.end), strict=True):
        if stops[start].state in _LEFT:
            rows = (row for row in (*line.joins, end) if start < row <= end)
            begun = (row for row in rows if _is_entered(row, stops))
            walked.update(range(start, max(begun, default=start)))
    return walked


def _is_entered(row: int, stops: Sequence[RoadStop]) -> bool:
    return row < len(stops) and stops[row].state in _ENTERED
