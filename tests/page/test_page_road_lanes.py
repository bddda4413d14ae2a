"""The lines of a map lead from stop to stop, each in a lane of its own."""

from itertools import pairwise

from hypothesis import given

from tests.page.road_maps import road, roads, stop
from tracker.page.rules.road_lanes import LaneRow, RowLine, count_lanes, lay_lanes
from tracker.readiness.rules.road_map import RoadMap, RoadStop


def stops_by_slug(map_: RoadMap) -> dict[str | None, RoadStop]:
    """The stops of a map."""
    return {each.slug: each for each in map_.stops}


def line_of(row: LaneRow, track: str) -> RowLine:
    """The line of a track in a row that has it."""
    return next(line for line in row.lines if line.track == track)


@given(roads())
def test_a_row_for_each_stop_in_the_order_of_the_bands(map_: RoadMap) -> None:
    """Rows are the stops of band after band, then the terminus."""
    in_bands = [each.slug for _, band in map_.bands() for each in band]
    assert [row.stop for row in lay_lanes(map_)] == [*in_bands, None]


@given(roads())
def test_no_two_lines_in_a_lane(map_: RoadMap) -> None:
    """In no row do two lines share a lane, and no lane is further right than counted."""
    rows = lay_lanes(map_)
    for row in rows:
        lanes = [line.lane for line in row.lines]
        assert len(set(lanes)) == len(lanes)
        assert set(lanes) <= set(range(count_lanes(rows)))


@given(roads())
def test_a_line_that_leaves_a_row_enters_the_next(map_: RoadMap) -> None:
    """A line goes on in its lane, as walked as it was, until it ends."""
    rows = lay_lanes(map_)
    for upper, lower in pairwise(rows):
        leaving = {line.track: line for line in upper.lines if line.below}
        entering = {line.track: line for line in lower.lines if line.above}
        assert leaving.keys() == entering.keys()
        for track, line in leaving.items():
            assert line.lane == entering[track].lane
            assert line.walked_below == entering[track].enters_walked
    assert not any(line.below for line in rows[-1].lines)


@given(roads())
def test_a_line_begins_and_ends_at_a_station(map_: RoadMap) -> None:
    """It begins at the first stop of its track, and ends in a stop or the terminus."""
    rows = lay_lanes(map_)
    stops = stops_by_slug(map_)
    for row in rows:
        for line in row.lines:
            if not line.above:
                assert row.stop and stops[row.stop].track == line.track
                assert line.lane == row.lane
            if not line.below:
                assert row.stop is None or line.joins


@given(roads())
def test_each_stop_is_led_to_by_what_it_needs(map_: RoadMap) -> None:
    """A line leads from each stop down to those that need it."""
    rows = lay_lanes(map_)
    stops = stops_by_slug(map_)
    numbers = {row.stop: number for number, row in enumerate(rows)}
    for number, row in enumerate(rows[:-1]):
        for needed in stops[row.stop].after:
            track = stops[needed].track
            assert (
                line_of(rows[numbers[needed]], track).lane == rows[numbers[needed]].lane
            )
            for between in rows[numbers[needed] : number]:
                assert line_of(between, track).below
            end = line_of(row, track)
            assert end.above
            assert end.joins or end.lane == row.lane


@given(roads())
def test_a_line_joins_only_what_needs_it(map_: RoadMap) -> None:
    """Each branch of a line leads to a stop that needs one of its own."""
    stops = stops_by_slug(map_)
    for row in lay_lanes(map_):
        joining = {line.track for line in row.lines if line.joins}
        needed = stops[row.stop].after if row.stop else ()
        own = {stops[row.stop].track} if row.stop else set()
        assert joining == {stops[slug].track for slug in needed} - own


@given(roads())
def test_walked_only_between_stops_that_are_begun(map_: RoadMap) -> None:
    """Down from a stop that is done or claimed, to a stop that is begun."""
    rows = lay_lanes(map_)
    stops = stops_by_slug(map_)
    for number, row in enumerate(rows[:-1]):
        own = line_of(row, stops[row.stop].track)
        if own.walked_above:
            assert stops[row.stop].state in ("done", "claimed", "doing")
        if own.walked_below:
            assert stops[row.stop].state in ("done", "claimed")
            assert any(_is_begun_on(lower, own.track, stops) for lower in rows[number:])


def _is_begun_on(row: LaneRow, track: str, stops: dict[str | None, RoadStop]) -> bool:
    """Whether the person came to the stop of a row on the line of this track."""
    line = next((line for line in row.lines if line.track == track), None)
    is_at = line and (
        line.walked_branch or (row.lane == line.lane and line.walked_above)
    )
    return bool(is_at) and stops[row.stop].state in ("done", "claimed", "doing")


def test_a_line_ends_in_the_stop_that_needs_its_last() -> None:
    """Mathematics ends in the paper that needs it; the paper's line, at the terminus."""
    sums, paper = stop("sums"), stop("paper", "papers", after=("sums",))
    rows = lay_lanes(road(sums, paper))
    assert rows == (
        LaneRow("sums", 0, (RowLine("math", 0, above=False, below=True),)),
        LaneRow(
            "paper",
            1,
            (
                RowLine("math", 0, above=True, below=False, joins=True),
                RowLine("papers", 1, above=False, below=True),
            ),
        ),
        LaneRow(None, None, (RowLine("papers", 1, above=True, below=False),)),
    )


def test_a_lane_is_used_again() -> None:
    """A line that begins below the end of another may stand in its lane."""
    rows = lay_lanes(
        road(
            stop("sums"),
            stop("paper", "papers", after=("sums",)),
            stop("views", "views"),
        )
    )
    assert count_lanes(rows) == 2


def test_an_empty_road_has_a_terminus() -> None:
    """A road without stops is one row, one lane wide."""
    rows = lay_lanes(road())
    assert rows == (LaneRow(None, None, ()),)
    assert count_lanes(rows) == 1
