"""No line of a drawn map hides another."""

import re
from itertools import combinations, pairwise
from math import dist

from hypothesis import given

from tests.page.road_maps import roads
from tracker.page.rules.road_lanes import LaneRow, lay_lanes
from tracker.page.view.road_picture import LANE, STATION, draw_row, draw_share
from tracker.readiness.rules.road_map import RoadMap

# `<line class="k1" x1="30" x2="30" y1="0" y2="100%"/>`: how far right, from, to.
LINE = re.compile(
    r'<line class="k[^"]*" x1="(\d+)" x2="\1" y1="([\d.]+)" y2="([\d.]+%?)"'
)
# `<path class="k0 walked" d="M10 0C10 18.0 30 18.0 30 36"/>`: its classes, from, how far
# down it bends, to.
PATH = re.compile(
    r'<path class="(k[^"]*)" d="M(\d+) 0C\d+ ([\d.]+) \d+ [\d.]+ (\d+) \d+"'
)
PARTS = 100  # of a curve
DISC = 12  # pixels, from the middle of a station to where text may begin
HALF_LINE = {False: 2, True: 4}  # pixels, half as wide as map.css draws a line


def uprights(row: LaneRow, places: dict[str, int]) -> list[tuple[int, float, float]]:
    """The upright pieces of a row: how far right, from, to."""
    pieces = LINE.findall(draw_row(row, places))
    return [
        (int(x), float(top), float("inf") if bottom == "100%" else float(bottom))
        for x, top, bottom in pieces
    ]


def curve(start: int, bend: float, end: int) -> list[tuple[float, float]]:
    """Points of a branch, by its control points."""
    points = []
    for part in range(PARTS + 1):
        t = part / PARTS
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
        x = sum(w * at for w, at in zip(weights, (start, start, end, end), strict=True))
        y = sum(w * at for w, at in zip(weights, (0, bend, bend, STATION), strict=True))
        points.append((x, y))
    return points


def branches(row: LaneRow, places: dict[str, int]) -> list[tuple[str, int, float, int]]:
    """The branches of a row: their classes, from where, how far down they bend, to."""
    found = PATH.findall(draw_row(row, places))
    return [
        (name, int(start), float(bend), int(end)) for name, start, bend, end in found
    ]


@given(roads())
def test_a_line_has_a_gap_where_a_branch_crosses_it(map_: RoadMap) -> None:
    """Between its ends, a branch touches no line that runs down."""
    places = {track: place for place, track in enumerate(map_.titles.tracks)}
    for row in lay_lanes(map_):
        pieces = uprights(row, places)
        for name, start, bend, end in branches(row, places):
            for one, other in pairwise(curve(start, bend, end)):
                crossed = [
                    (top, bottom)
                    for x, top, bottom in pieces
                    if x not in (start, end)
                    and min(one[0], other[0]) <= x <= max(one[0], other[0])
                ]
                half = HALF_LINE["walked" in name]
                for top, bottom in crossed:
                    assert not top - half < one[1] < bottom + half


@given(roads())
def test_no_branch_hides_another(map_: RoadMap) -> None:
    """Two branches are apart until they reach the disc of their station."""
    places = {track: place for place, track in enumerate(map_.titles.tracks)}
    for row in lay_lanes(map_):
        curves = [
            curve(start, bend, end) for _, start, bend, end in branches(row, places)
        ]
        for one, other in combinations(curves, 2):
            station = one[-1]
            outside = [point for point in one if dist(point, station) > DISC]
            apart = min(dist(point, near) for point in outside for near in other)
            assert apart > 2 * HALF_LINE[False]


@given(roads())
def test_a_line_is_drawn_from_edge_to_edge(map_: RoadMap) -> None:
    """The pieces of a line begin and end where it does, with no gap but for branches."""
    places = {track: place for place, track in enumerate(map_.titles.tracks)}
    for row in lay_lanes(map_):
        pieces = uprights(row, places)
        starts = [start for _, start, _, _ in branches(row, places)]
        for line in row.lines:
            x = LANE * line.lane + LANE // 2
            own = [piece for piece in pieces if piece[0] == x]
            if line.joins:
                assert x in starts
            if line.joins and not line.below:
                assert not own
                continue
            assert own[0][1] == (0 if line.above else STATION)
            assert own[-1][2] == (float("inf") if line.below else STATION)
            assert all(top < bottom for _, top, bottom in own)


def test_the_share_of_a_ring() -> None:
    """A quarter, three quarters, and all of a ring, also where hardly any is left."""
    assert draw_share(0.25) == '<path class="arc" d="M0-9A9 9 0 0 1 9.0 -0.0"/>'
    assert draw_share(0.75) == '<path class="arc" d="M0-9A9 9 0 1 1 -9.0 0.0"/>'
    assert draw_share(1) == '<circle class="arc" r="9"/>'
    assert draw_share(0.999) == '<circle class="arc" r="9"/>'
