"""The lines and stations of the map, as pieces of SVG beside the text of each row.

A row is as high as its text, which nobody knows before it is laid out: lines run to
`100%` of it, and all that bends lies in its head, above the height of the station.
Across, a lane is `LANE` wide; the page squeezes that for a telephone.
"""

from collections.abc import Iterable, Iterator, Mapping
from math import asin, cos, pi, sin
from typing import NamedTuple

from markupsafe import Markup

from tracker.export.render.palette import TRACKS, texture_of
from tracker.page.rules.road_lanes import LaneRow, RowLine

# Pixels: a lane across, from the top of a row down to its station, the ring of a
# station in progress; from the middle of a branch to the line that it crosses, and so
# from one where the person has been, which is wider; how far apart down the bends of
# the first and the last branch from one side lie.
LANE, STATION, RING, GAP, WALKED_GAP, BENDS = 20, 36, 9, 6, 8, 24
BOTTOM = "100%"
# Places of tracks in the catalogue, which give their colours.
Places = Mapping[str, int]


class Pen(NamedTuple):
    """What a line is drawn with: the place of its track, and if the person has been."""

    place: int
    walked: bool = False

    def draw(self, element: str, sides: str) -> str:
        """A line; that of a track with a texture has a core."""
        walked = " walked" * self.walked
        name = f"k{self.place % TRACKS}{walked}"
        drawn = f'<{element} class="{name}" {sides}/>'
        texture = texture_of(self.place)
        if texture:
            drawn += f'<{element} class="core {texture}{walked}" {sides}/>'
        return drawn

    def draw_upright(self, lane: int, top: float, bottom: str) -> str:
        """A line in a lane from `top`, in pixels, to `bottom`."""
        x = _middle(lane)
        sides = f'x1="{x}" x2="{x}" y1="{top:.1f}" y2="{bottom}"'
        return self.draw("line", sides.replace('.0"', '"'))


def draw_row(row: LaneRow, places: Places) -> Markup:
    """The lines of a row; one that a branch crosses has a gap there."""
    upright = (piece for line in row.lines for piece in _pieces(line, row, places))
    branches = (_branch(line, row, places) for line in row.lines if line.joins)
    return _svg([*upright, *branches])


def draw_passage(row: LaneRow, places: Places) -> Markup:
    """The lines that run into a row from above, beside a heading."""
    return _svg(
        Pen(places[line.track], line.enters_walked).draw_upright(line.lane, 0, BOTTOM)
        for line in row.lines
        if line.above
    )


def draw_sample(place: int) -> Markup:
    """A short line across, as the track at `place` of the catalogue is drawn."""
    return _svg([Pen(place).draw("line", f'x1="0" x2="{LANE}" y1="2" y2="2"')])


def draw_share(share: float) -> Markup:
    """The part of a ring that a share from 0 to 1 fills, clockwise from its top."""
    # The two ends of a longer arc would be one point.
    if share > 0.99:
        return Markup('<circle class="arc" r="{}"/>').format(RING)
    x, y = RING * sin(2 * pi * share), -RING * cos(2 * pi * share)
    path = f"M0-{RING}A{RING} {RING} 0 {int(share > 0.5)} 1 {x:.1f} {y:.1f}"
    return Markup('<path class="arc" d="{}"/>').format(path)


def _pieces(line: RowLine, row: LaneRow, places: Places) -> Iterator[str]:
    """The upright pieces of a line: to the height of the station, and on below it."""
    if line.joins and not line.below:
        return
    above = Pen(places[line.track], line.walked_above)
    below = Pen(places[line.track], line.walked_below)
    top = 0.0
    if line.above:
        for start, end in _find_gaps(line, row):
            if start > top:
                yield above.draw_upright(line.lane, top, f"{start:.1f}")
            top = end
        if line.below and above == below:
            yield above.draw_upright(line.lane, top, BOTTOM)
            return
        if top < STATION:
            yield above.draw_upright(line.lane, top, str(STATION))
    if line.below:
        yield below.draw_upright(line.lane, max(top, STATION), BOTTOM)


def _find_gaps(line: RowLine, row: LaneRow) -> list[tuple[float, float]]:
    """From where to where down a row branches cross a line, in pixels, in order."""
    gaps: list[tuple[float, float]] = []
    for branch in row.lines:
        if branch.joins and row.lane is not None:
            share = (line.lane - branch.lane) / (row.lane - branch.lane)
            if 0 < share < 1:
                depth = _depth(share, _bend(branch, row))
                half = WALKED_GAP if branch.walked_branch else GAP
                gaps.append((depth - half, depth + half))
    return sorted(gaps)


def _depth(share: float, bend: float) -> float:
    """How far down a branch is after this share of its way across, in pixels.

    Its curve is a cubic one: across 3t² - 2t³, whose inverse this is, down as below.
    """
    t = 0.5 - sin(asin(1 - 2 * share) / 3)
    return 3 * bend * t * (1 - t) + STATION * t**3


def _bend(branch: RowLine, row: LaneRow) -> float:
    """How far down a branch bends, in pixels.

    Of branches from one side, that from further away runs below the others, so that
    none hides or crosses another, and a line goes on before its gap.
    """
    assert row.lane is not None
    away = abs(branch.lane - row.lane)
    ways = (each.lane - row.lane for each in row.lines if each.joins)
    aside = [abs(way) for way in ways if (way < 0) == (branch.lane < row.lane)]
    nearer = sum(way < away for way in aside)
    last = len(aside) - 1
    return STATION / 2 + (nearer / last - 0.5) * BENDS if last else STATION / 2


def _branch(line: RowLine, row: LaneRow, places: Places) -> str:
    """A curve from the top of a line's lane into the station of the row."""
    assert row.lane is not None
    start, end, bend = _middle(line.lane), _middle(row.lane), _bend(line, row)
    curve = f"M{start} 0C{start} {bend:.1f} {end} {bend:.1f} {end} {STATION}"
    return Pen(places[line.track], line.walked_branch).draw("path", f'd="{curve}"')


def _middle(lane: int) -> int:
    """The middle of a lane, in pixels from the left."""
    return LANE * lane + LANE // 2


def _svg(pieces: Iterable[str]) -> Markup:
    """The pieces as a picture that no screen reader reads."""
    drawn = "".join(pieces)
    return Markup(f'<svg class="rails" aria-hidden="true"><g>{drawn}</g></svg>')
