"""The two pictures of a report: hours by week and track, and hours against a limit.

What their signs mean is text of the page, beside them.
"""

from collections.abc import Sequence
from itertools import groupby
from math import ceil
from typing import NamedTuple

from drawsvg import Drawing

from tracker.export.render.blocks import Bars, LimitBar
from tracker.export.render.palette import TRACKS, texture_of
from tracker.export.render.svg import LETTER, WIDTH, box, pill, write

# Pixels: the plot, what stands under it, a row of marks, half a mark, a digit, a tick,
# a bar of hours, a swatch; a picture on a telephone.
PLOT, FOOT, LANE, DOT, DIGIT, TICK, BAR, SWATCH = 200, 28, 20, 8, 6.5, 5, 22, 12
NARROW = 340
# Percent of the width: what stands left of the plot, the widest bar with its gap, a label
# in a PDF and on a telephone, and the numbers of a limit that do not touch.
LEFT, WIDEST, LABEL, WIDE_LABEL, LIMITS_APART = 8, 12, 12, 21, 16


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

    @property
    def right(self) -> float:
        """Where the last bar ends, in percent."""
        return self.lefts[-1] + self.step

    def y(self, hours: float) -> float:
        """How far down so many hours are, in pixels."""
        return self.bottom - PLOT * hours / self.highest

    def middle(self, place: int) -> float:
        """The middle of a bar, in percent."""
        return self.lefts[place] + self.step / 2


class Sign(NamedTuple):
    """What stands above the bar at `place`: the numbers of its marks, `3` or `3-7`."""

    place: int
    text: str

    @property
    def half(self) -> float:
        """Half its width, in pixels."""
        return max(DOT, len(self.text) * DIGIT / 2 + 3)


def draw_bars(bars: Bars) -> Drawing:
    """Upright bars, and above each the numbers of its milestones.

    Two strokes stand where time is left out; the picture ends with the last bar.
    """
    columns = zip(*(series.hours for series in bars.series), strict=True)
    sums = [sum(column) for column in columns]
    lefts, step = _place_bars(bars)
    signs = _signs(bars)
    lanes = _lanes(signs, lefts)
    top = LANE * (max(lanes, default=-1) + 1) + LETTER
    plot = Plot(lefts, step, top, _ceiling(max(sums)))
    drawing = Drawing(WIDTH, plot.bottom + FOOT)
    _draw_grid(drawing, plot)
    heights = [LANE * (lane + 0.5) for lane in lanes]
    for sign, y in zip(signs, heights, strict=True):
        length = plot.y(sums[sign.place]) - y
        drawing.append(box((plot.middle(sign.place), y), 0.1, length, "line"))
    for sign, y in zip(signs, heights, strict=True):
        _draw_sign(drawing, plot, sign, y)
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
    The hours stand above, the limit below.
    """
    top = LETTER + 4
    drawing = Drawing(WIDTH, top + BAR + LETTER + 4)
    scale = 99 / largest
    spent, low, high = scale * bar.spent, scale * bar.low, scale * bar.high
    drawing.append(box((0, top), high, BAR, "room"))
    drawing.append(box((low, top), high - low, BAR, "room"))
    drawing.append(box((0, top + BAR * 0.3), spent, BAR * 0.4, "bar"))
    for edge in sorted({low, high}):
        drawing.append(box((edge, top), 0.3, BAR, "end"))
    _write_inside(drawing, bar.figure, spent, LETTER)
    highest = f"{bar.high:g} h"
    y = top + BAR + LETTER
    if 0 < low < high - LIMITS_APART:
        _write_inside(drawing, f"{bar.low:g} h", low, y)
    elif 0 < low < high:
        highest = f"{bar.low:g}-{highest}"
    _write_inside(drawing, highest, high, y)
    return drawing


def most_hours(bars: Sequence[LimitBar]) -> float:
    """The hours for which the pictures of all these bars have room."""
    return max(max(bar.spent, bar.high, 1) for bar in bars)


def _write_inside(drawing: Drawing, text: str, x: float, y: float) -> None:
    """A text at `x` percent, on the side where the picture has more room."""
    drawing.append(write(text, x, y, "end" if x > 50 else "start"))


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


def _signs(bars: Bars) -> list[Sign]:
    """One sign for each bar with marks, which follow one another."""
    signs, last = [], 0
    for place, marks in groupby(mark.place for mark in bars.marks):
        first, last = last + 1, last + len(list(marks))
        text = str(first) if first == last else f"{first}-{last}"
        signs.append(Sign(place, text))
    return signs


def _lanes(signs: Sequence[Sign], lefts: Sequence[float]) -> list[int]:
    """The row of each sign, from the top: two in one row do not touch on a telephone."""
    lanes: list[int] = []
    rights: list[float] = []
    for sign in signs:
        middle, half = lefts[sign.place], 100 * (sign.half + 1) / NARROW
        free = (lane for lane, right in enumerate(rights) if right <= middle - half)
        lane = next(free, len(rights))
        rights[lane:] = [middle + half, *rights[lane + 1 :]]
        lanes.append(lane)
    return lanes


def _draw_grid(drawing: Drawing, plot: Plot) -> None:
    """Lines at the quarters, with their hours; the highest has the unit."""
    for part in range(5):
        hours = plot.highest * part / 4
        y = plot.y(hours)
        width = plot.right - LEFT
        drawing.append(box((LEFT, y), width, 1, "grid" if part else "line"))
        text = f"{hours:g} h" if part == 4 else f"{hours:g}"
        drawing.append(write(text, LEFT - 1, y + 4, "end"))


def _draw_sign(drawing: Drawing, plot: Plot, sign: Sign, y: float) -> None:
    """Numbers in a ring, which is whole beside the picture's edge too."""
    x = min(plot.middle(sign.place), 100 - 100 * (sign.half + 1) / WIDTH)
    drawing.append(pill((x, y), sign.half, DOT, "dot"))
    drawing.append(write(sign.text, x, y + 4, "middle"))


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
    """As many labels as there is room for, each under the middle of its bar, at a tick.

    A telephone leaves out the `wide` ones.
    """
    every = ceil(LABEL / plot.step)
    for place in range(0, len(labels), every):
        x = plot.middle(place)
        if x > 100 - LABEL / 2:
            continue
        is_wide = place // every % 2 or x > 100 - WIDE_LABEL / 2
        names = ("line wide", "wide") if is_wide else ("line", "")
        drawing.append(box((x, plot.bottom), 0.2, TICK, names[0]))
        style = {"class_": names[1]} if is_wide else {}
        y = plot.bottom + TICK + LETTER + 2
        drawing.append(write(labels[place], x, y, "middle", **style))


def _ceiling(largest: float) -> float:
    """The next of 4, 6, 8, 10, 12, 16, 20, 24, 32, 40, 60...: quarters of it are short."""
    scale = 4.0
    while True:
        for times in (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8):
            if largest <= scale * times:
                return scale * times
        scale *= 10
