"""Charts as SVG, by drawsvg: it escapes text, needs nothing else, and is maintained.

(svg.py escapes no text, svgwrite is no longer maintained, pygal draws scripts.)
Numbers are rounded and nothing is random, so the same facts make the same bytes.
Colours are the page's, so that a chart is dark where the page is. To a screen reader a
chart is a picture: it reads the chart's name, then the table beside it.
"""

from typing import NamedTuple

from drawsvg import Drawing, Line, Lines, Rectangle, Text

from tracker.export.render.blocks import Chart
from tracker.text.columns import plain, shorten

# Pixels: the drawing and its plot, then what stands beside and under it.
WIDTH, LEFT, TOP, PLOT, FOOT = 800, 48, 8, 200, 24
RIGHT, BAR, NAMES, LEGEND = 12, 22, 100, 18
COLOURS = 13
LETTER = 6.6  # the average width of a letter of 12 pixels


class LegendEntry(NamedTuple):
    """A title of a legend: its row, and its distance from the left."""

    title: str
    row: int
    left: float


def draw(chart: Chart) -> str:
    """The chart as an `svg` element."""
    forms = {"bars": _bars, "lines": _lines, "across": _across, "ledger": _ledger}
    drawing = forms[chart.form](chart)
    return _to_svg(drawing)


def _drawing(chart: Chart, height: float) -> Drawing:
    return Drawing(WIDTH, height, role="img", aria_label=_attribute(chart.title))


def _to_svg(drawing: Drawing) -> str:
    """Without XML header, empty parts, and a width of its own."""
    text: str = drawing.as_svg(header="").strip()
    superfluous = (
        f' width="{drawing.width}" height="{drawing.height}"',
        ' xmlns:xlink="http://www.w3.org/1999/xlink"',
        "<defs>\n</defs>\n",
    )
    for part in superfluous:
        text = text.replace(part, "", 1)
    return "\n".join(line.strip() for line in text.splitlines())


def _attribute(text: str) -> str:
    """Drawsvg escapes text, but not attributes."""
    escaped = plain(text).replace("&", "&amp;").replace('"', "&quot;")
    return escaped.replace("<", "&lt;")


def _bars(chart: Chart) -> Drawing:
    """One upright bar for each label, its parts on top of one another."""
    legend = _place_legend(chart, LEFT)
    height = TOP + PLOT + FOOT + _height(legend)
    drawing = _drawing(chart, height)
    highest = _draw_frame(drawing, max(_sums(chart)), chart.labels)
    step = (WIDTH - LEFT - RIGHT) / len(chart.labels)
    for at in range(len(chart.labels)):
        x, bottom = LEFT + at * step + step * 0.1, 0.0
        for number, series in enumerate(chart.series):
            part = PLOT * series.numbers[at] / highest
            if part:
                y = TOP + PLOT - bottom - part
                name = f"k{number % COLOURS}"
                drawing.append(_box((x, y), step * 0.8, part, name))
            bottom += part
    _draw_legend(drawing, legend, TOP + PLOT + FOOT, "k")
    return drawing


def _sums(chart: Chart) -> list[float]:
    """The sum of all series for each label."""
    columns = zip(*(series.numbers for series in chart.series), strict=True)
    return [sum(column) for column in columns]


def _lines(chart: Chart) -> Drawing:
    """One line for each series, from the first label to the last."""
    drawing = _drawing(chart, TOP + PLOT + FOOT + LEGEND)
    largest = max(max(series.numbers) for series in chart.series)
    highest = _draw_frame(drawing, largest, chart.labels)
    step = (WIDTH - LEFT - RIGHT) / len(chart.labels)
    names = ("sum", "pace")
    for name, series in zip(names, chart.series, strict=False):
        points = []
        for at, number in enumerate(series.numbers):
            points.append(_round(LEFT + (at + 1) * step))
            points.append(_round(TOP + PLOT - PLOT * number / highest))
        drawing.append(Lines(LEFT, TOP + PLOT, *points, class_=name))
    y = TOP + PLOT + FOOT + 6
    for name, entry in zip(names, _place_legend(chart, LEFT), strict=False):
        drawing.append(Line(entry.left, y, entry.left + 12, y, class_=name))
        drawing.append(_text(entry.title, entry.left + 16, y + 4))
    return drawing


def _across(chart: Chart) -> Drawing:
    """One lying bar for each label, its parts side by side with their numbers."""
    legend = _place_legend(chart, NAMES)
    bottom = TOP + BAR * 1.5 * len(chart.labels)
    drawing = _drawing(chart, bottom + _height(legend))
    scale = (WIDTH - NAMES - RIGHT) / (max(_sums(chart)) or 1)
    for at, label in enumerate(chart.labels):
        x, y = float(NAMES), TOP + at * BAR * 1.5
        drawing.append(_text(label, x - 8, y + BAR * 0.7, anchor="end"))
        for number, series in enumerate(chart.series):
            count = series.numbers[at]
            width = scale * count
            if width:
                drawing.append(_box((x, y), width - 3, BAR, f"s{number}"))
                middle = x + width / 2
                drawing.append(
                    _text(f"{count:g}", middle, y + BAR * 0.7, "middle", class_="on")
                )
            x += width
    _draw_legend(drawing, legend, bottom, "s")
    return drawing


def _ledger(chart: Chart) -> Drawing:
    """One bar for each label inside its limit.

    A mark shows where the limit begins, and one where it ends once that is passed.
    """
    drawing = _drawing(chart, TOP + BAR * 2.5 * len(chart.labels))
    (spent,) = chart.series
    largest = max(*(high for _, high in chart.bounds), *spent.numbers, 1)
    scale = (WIDTH - RIGHT) / largest
    rows = zip(chart.labels, chart.bounds, spent.numbers, strict=True)
    for at, (label, (low, high), number) in enumerate(rows):
        y = TOP + at * BAR * 2.5 + BAR
        title = shorten(plain(label), int(WIDTH / LETTER))
        drawing.append(_text(title, 0, y - BAR * 0.3))
        drawing.append(_box((1, y), scale * number, BAR, "k0"))
        drawing.append(_box((1, y), scale * high, BAR, "room"))
        if low < high:
            drawing.append(_mark(1 + scale * low, y))
        if number > high:
            drawing.append(_mark(1 + scale * high, y))
    return drawing


def _mark(x: float, y: float) -> Line:
    top, bottom, x = _round(y - 2), _round(y + BAR + 2), _round(x)
    return Line(x, top, x, bottom, class_="mark")


def _draw_frame(drawing: Drawing, largest: float, labels: tuple[str, ...]) -> float:
    """The axes with a few figures; returns what the plot's height stands for."""
    highest = _ceiling(largest)
    for part in range(5):
        y = TOP + PLOT - PLOT * part / 4
        opacity = 0.3 if part else 1
        ends = (LEFT, _round(y), WIDTH - RIGHT, _round(y))
        drawing.append(Line(*ends, class_="axis", stroke_opacity=opacity))
        drawing.append(_text(f"{highest * part / 4:g}", LEFT - 6, y + 4, "end"))
    step = (WIDTH - LEFT - RIGHT) / len(labels)
    every = max(1, -(-len(labels) // 8))  # at most eight labels
    for at in range(0, len(labels), every):
        x = LEFT + at * step
        if x + len(labels[at]) * LETTER <= WIDTH:
            drawing.append(_text(labels[at], x, TOP + PLOT + 16))
    return highest


def _ceiling(largest: float) -> float:
    """The next of 4, 6, 8, 10, 12, 16, 20, 24, 32, 40, 60...: quarters of it are short."""
    scale = 4.0
    while True:
        for times in (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8):
            if largest <= scale * times:
                return scale * times
        scale *= 10


def _place_legend(chart: Chart, left: int) -> list[LegendEntry]:
    """Each title of a legend that begins at `left`, in as many rows as it needs."""
    entries: list[LegendEntry] = []
    row, x = 0, float(left)
    for series in chart.series:
        title = shorten(plain(series.title), 40)
        width = 30 + len(title) * LETTER
        if x + width > WIDTH and x > left:
            row, x = row + 1, float(left)
        entries.append(LegendEntry(title, row, x))
        x += width
    return entries


def _height(legend: list[LegendEntry]) -> int:
    return LEGEND * (legend[-1].row + 1) if legend else 0


def _draw_legend(
    drawing: Drawing, legend: list[LegendEntry], top: float, name: str
) -> None:
    for number, (title, row, left) in enumerate(legend):
        y = top + row * LEGEND
        drawing.append(_box((left, y), 10, 10, f"{name}{number % COLOURS}"))
        drawing.append(_text(title, left + 14, y + 10))


def _box(
    corner: tuple[float, float], width: float, height: float, name: str
) -> Rectangle:
    sides = map(_round, (*corner, width, height))
    return Rectangle(*sides, class_=name)


def _text(text: str, x: float, y: float, anchor: str = "start", **style: str) -> Text:
    place = _round(x), _round(y)
    return Text(plain(text), 12, *place, text_anchor=anchor, **style)


def _round(number: float) -> float:
    return round(number, 1)
