"""The two pictures of a report: hours by week and track, and hours against a limit.

What their signs mean is text of the page, beside them.
"""

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from drawsvg import Circle, Drawing

from tracker.export.render.blocks import Bars, LimitBar
from tracker.export.render.palette import TRACKS, texture_of
from tracker.export.render.svg import LETTER, WIDTH, box, write

# Pixels: the plot, what stands under it, a row of marks, a mark's radius, a bar of hours,
# a swatch.
PLOT, FOOT, LANE, DOT, BAR, SWATCH = 200, 26, 20, 8, 22, 12
# Percent of the width: what stands left of the plot, the widest bar with its gap, the
# least distance of two marks, a label in a PDF and on a telephone.
LEFT, WIDEST, APART, LABEL, WIDE_LABEL = 8, 8, 5, 12, 20


class Plot(NamedTuple):
    """Where bars stand: left edges and their distance in percent, `top` in pixels.

    `highest` are the hours that the height of the plot stands for.
    """

    lefts: tuple[float, ...]
    step: float
    top: float
    highest: float

    @property
    def bottom(self) -> float:
        """Where no hours are, in pixels."""
        return self.top + PLOT

    def y(self, hours: float) -> float:
        """How far down so many hours are, in pixels."""
        return self.bottom - PLOT * hours / self.highest

    def middle(self, place: int) -> float:
        """The middle of a bar, in percent."""
        return self.lefts[place] + self.step / 2


def draw_bars(bars: Bars) -> Drawing:
    """Upright bars, and above them the numbers of milestones.

    Two strokes stand where time is left out.
    """
    columns = zip(*(series.hours for series in bars.series), strict=True)
    sums = [sum(column) for column in columns]
    lefts, step = _place_bars(bars)
    lanes = _lanes([lefts[mark.place] for mark in bars.marks])
    top = LANE * (max(lanes, default=-1) + 1) + LETTER
    plot = Plot(lefts, step, top, _ceiling(max(sums)))
    drawing = Drawing(WIDTH, plot.bottom + FOOT)
    _draw_grid(drawing, plot)
    for number, (mark, lane) in enumerate(zip(bars.marks, lanes, strict=True), 1):
        tip = plot.y(sums[mark.place])
        _draw_mark(drawing, plot.middle(mark.place), LANE * (lane + 0.5), tip, number)
    for place in range(len(bars.labels)):
        _draw_bar(drawing, plot, bars, place)
    for place in sorted(bars.gaps):
        x = plot.middle(place) - step
        drawing.append(write("//", x, plot.bottom + 3, "middle"))
    _draw_labels(drawing, plot, bars.labels)
    return drawing


def draw_limit(bar: LimitBar, largest: float) -> Drawing:
    """A bar of hours on a band up to its limit; the whole width is `largest` hours.

    The band is darker from where the limit begins, and strokes stand at both its ends.
    """
    drawing = Drawing(WIDTH, BAR)
    scale = 99 / largest
    low, high = scale * bar.low, scale * bar.high
    drawing.append(box((0, 0), high, BAR, "room"))
    drawing.append(box((low, 0), high - low, BAR, "room"))
    drawing.append(box((0, BAR * 0.3), scale * bar.spent, BAR * 0.4, "bar"))
    for edge in sorted({low, high}):
        drawing.append(box((edge, 0), 0.3, BAR, "end"))
    return drawing


def most_hours(bars: Sequence[LimitBar]) -> float:
    """The hours for which the pictures of all these bars have room."""
    return max(max(bar.spent, bar.high, 1) for bar in bars)


def draw_swatch(place: int) -> Drawing:
    """A square as the track at `place` of the catalogue is drawn."""
    drawing = Drawing(SWATCH, SWATCH)
    _draw_part(drawing, place, (0, 0), (100, SWATCH))
    return drawing


def _place_bars(bars: Bars) -> tuple[tuple[float, ...], float]:
    """The left edge of each bar and their distance, a place left free for each gap."""
    step = min((100 - LEFT) / (len(bars.labels) + len(bars.gaps)), WIDEST)
    lefts, left = [], float(LEFT)
    for place in range(len(bars.labels)):
        left += step * (place in bars.gaps)
        lefts.append(left)
        left += step
    return tuple(lefts), step


def _lanes(middles: Sequence[float]) -> list[int]:
    """The row of each mark, from the top: two in one row do not touch."""
    lanes: list[int] = []
    rights: list[float] = []
    for middle in middles:
        free = (lane for lane, right in enumerate(rights) if right + APART <= middle)
        lane = next(free, len(rights))
        rights[lane:] = [middle, *rights[lane + 1 :]]
        lanes.append(lane)
    return lanes


def _draw_grid(drawing: Drawing, plot: Plot) -> None:
    """Lines at the quarters, with their hours; the unit stands at the highest."""
    for part in range(5):
        hours = plot.highest * part / 4
        y = plot.y(hours)
        drawing.append(box((LEFT, y), 100 - LEFT, 1, "grid" if part else "line"))
        text = f"{hours:g} h" if part == 4 else f"{hours:g}"
        drawing.append(write(text, LEFT - 1, y + 4, "end"))


def _draw_mark(
    drawing: Drawing, middle: float, y: float, tip: float, number: int
) -> None:
    """A number in a circle, and a line from it to the tip of the bar.

    The circle is whole beside the picture's edge too.
    """
    drawing.append(box((middle, y), 0.1, tip - y, "line"))
    x = min(middle, 100 - 100 * (DOT + 1) / WIDTH)
    drawing.append(Circle(f"{round(x, 2):g}%", y, DOT, class_="dot"))
    drawing.append(write(str(number), x, y + 4, "middle"))


def _draw_bar(drawing: Drawing, plot: Plot, bars: Bars, place: int) -> None:
    """The parts of a bar from the bottom up; an incomplete one is pale in an outline."""
    is_open = place in bars.incomplete
    x, width = plot.lefts[place] + plot.step * 0.08, plot.step * 0.84
    below = 0.0
    for series in bars.series:
        hours = series.hours[place]
        if hours:
            y, bottom = plot.y(below + hours), plot.y(below)
            name = "part open" if is_open else "part"
            _draw_part(drawing, series.place, (x, y), (width, bottom - y), name)
        below += hours
    if is_open and below:
        drawing.append(
            box((x, plot.y(below)), width, plot.bottom - plot.y(below), "rest")
        )


def _draw_part(
    drawing: Drawing,
    place: int,
    corner: tuple[float, float],
    size: tuple[float, float],
    name: str = "part",
) -> None:
    drawing.append(box(corner, *size, f"c{place % TRACKS} {name}"))
    texture = texture_of(place)
    if texture:
        drawing.append(box(corner, *size, "part", fill=f"url(#{texture})"))


def _draw_labels(drawing: Drawing, plot: Plot, labels: Sequence[str]) -> None:
    """As many labels as there is room for; a telephone leaves out the `wide` ones."""
    every = ceil(LABEL / plot.step)
    for place in range(0, len(labels), every):
        x = plot.lefts[place]
        if x > 100 - LABEL:
            continue
        is_wide = place // every % 2 or x > 100 - WIDE_LABEL
        style = {"class_": "wide"} if is_wide else {}
        drawing.append(write(labels[place], x, plot.bottom + 20, **style))


def _ceiling(largest: float) -> float:
    """The next of 4, 6, 8, 10, 12, 16, 20, 24, 32, 40, 60...: quarters of it are short."""
    scale = 4.0
    while True:
        for times in (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8):
            if largest <= scale * times:
                return scale * times
        scale *= 10
