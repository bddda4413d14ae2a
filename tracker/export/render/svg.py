"""Charts as inline SVG, by drawsvg: it escapes what it is given, needs nothing else, and is still kept.

(svg.py escapes no text, svgwrite is kept no more, pygal draws scripts in.) Numbers are rounded and nothing is random,
so that the same facts make the same bytes. Colours are the page's, so that a chart is dark where the page is. A chart
is a picture to a screen reader, which reads its name and then the table beside it.
"""

from drawsvg import Drawing, Line, Lines, Rectangle, Text

from tracker.export.render.blocks import Chart
from tracker.text.columns import plain, shorten

WIDTH, LEFT, TOP, PLOT, FOOT = 800, 48, 8, 200, 24
RIGHT, BAR, NAMES, LEGEND = 12, 22, 100, 18
COLOURS = 13
_PX = 6.6  # a letter of 12 px, on the average


def draw(chart: Chart) -> str:
    """The chart as an `svg` element."""
    return {"bars": _bars, "lines": _lines, "across": _across, "ledger": _ledger}[
        chart.form
    ](chart)


def _drawing(chart: Chart, height: float) -> Drawing:
    return Drawing(WIDTH, height, role="img", aria_label=_attribute(chart.title))


def _svg(drawing: Drawing) -> str:
    """Without the XML header and the empty parts, and without a width of its own."""
    text: str = drawing.as_svg(header="").strip()
    text = text.replace(f' width="{drawing.width}" height="{drawing.height}"', "", 1)
    text = text.replace(' xmlns:xlink="http://www.w3.org/1999/xlink"', "", 1).replace(
        "<defs>\n</defs>\n", "", 1
    )
    return "\n".join(line.strip() for line in text.splitlines())


def _attribute(text: str) -> str:
    """Drawsvg escapes text but not attributes."""
    return plain(text).replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")


def _bars(chart: Chart) -> str:
    """One bar for each label, its parts on top of one another."""
    sums = [
        sum(series.numbers[at] for series in chart.series)
        for at in range(len(chart.labels))
    ]
    rows = _rows([series.title for series in chart.series])
    drawing = _drawing(
        chart, TOP + PLOT + FOOT + LEGEND * (rows[-1][1] + 1 if rows else 0)
    )
    most = _frame(drawing, max(sums), chart.labels)
    step = (WIDTH - LEFT - RIGHT) / len(chart.labels)
    for at in range(len(chart.labels)):
        under = 0.0
        for kind, series in enumerate(chart.series):
            high = PLOT * series.numbers[at] / most
            if high:
                x, y = LEFT + at * step + step * 0.1, TOP + PLOT - under - high
                drawing.append(_box(x, y, step * 0.8, high, f"k{kind % COLOURS}"))
            under += high
    _legend(drawing, rows, TOP + PLOT + FOOT)
    return _svg(drawing)


def _lines(chart: Chart) -> str:
    """One line for each series, from the first label to the last."""
    rows = _rows([series.title for series in chart.series])
    drawing = _drawing(chart, TOP + PLOT + FOOT + LEGEND)
    most = _frame(
        drawing, max(max(series.numbers) for series in chart.series), chart.labels
    )
    step = (WIDTH - LEFT - RIGHT) / len(chart.labels)
    for name, series in zip(("sum", "pace"), chart.series, strict=False):
        points = [
            coordinate
            for at, number in enumerate(series.numbers)
            for coordinate in (
                _round(LEFT + (at + 1) * step),
                _round(TOP + PLOT - PLOT * number / most),
            )
        ]
        drawing.append(Lines(LEFT, TOP + PLOT, *points, class_=name))
    for name, (title, _row, x) in zip(("sum", "pace"), rows, strict=False):
        y = TOP + PLOT + FOOT + 6
        drawing.append(Line(x, y, x + 12, y, class_=name))
        drawing.append(_text(title, x + 16, y + 4))
    return _svg(drawing)


def _across(chart: Chart) -> str:
    """One bar for each label, lying, its parts one after the other, with their counts."""
    rows = _rows([series.title for series in chart.series], NAMES)
    drawing = _drawing(
        chart, TOP + BAR * 1.5 * len(chart.labels) + LEGEND * (rows[-1][1] + 1)
    )
    most = (
        max(
            sum(series.numbers[at] for series in chart.series)
            for at in range(len(chart.labels))
        )
        or 1
    )
    for at, label in enumerate(chart.labels):
        x, y = float(NAMES), TOP + at * BAR * 1.5
        drawing.append(_text(label, x - 8, y + BAR * 0.7, anchor="end"))
        for kind, series in enumerate(chart.series):
            wide = (WIDTH - NAMES - RIGHT) * series.numbers[at] / most
            if wide:
                drawing.append(_box(x, y, wide - 3, BAR, f"s{kind}"))
                drawing.append(
                    _text(
                        f"{series.numbers[at]:g}",
                        x + wide / 2,
                        y + BAR * 0.7,
                        anchor="middle",
                        name="on",
                    )
                )
            x += wide
    _legend(drawing, rows, TOP + BAR * 1.5 * len(chart.labels), "s")
    return _svg(drawing)


def _ledger(chart: Chart) -> str:
    """One bar for each label against the room it has: a mark where its bound begins, and where it ends once passed."""
    drawing = _drawing(chart, TOP + BAR * 2.5 * len(chart.labels))
    (spent,) = chart.series
    most = max(*(high for _, high in chart.bounds), *spent.numbers, 1)
    room = WIDTH - RIGHT
    for at, (label, (low, high), number) in enumerate(
        zip(chart.labels, chart.bounds, spent.numbers, strict=True)
    ):
        y = TOP + at * BAR * 2.5 + BAR
        drawing.append(_text(shorten(plain(label), int(WIDTH / _PX)), 0, y - BAR * 0.3))
        drawing.append(_box(1, y, room * number / most, BAR, "k0"))
        drawing.append(
            Rectangle(1, _round(y), _round(room * high / most), BAR, class_="room")
        )
        for bound in (
            *((low,) if low < high else ()),
            *((high,) if number > high else ()),
        ):
            x = _round(1 + room * bound / most)
            drawing.append(
                Line(x, _round(y - 2), x, _round(y + BAR + 2), class_="mark")
            )
    return _svg(drawing)


def _frame(drawing: Drawing, highest: float, labels: tuple[str, ...]) -> float:
    """The axes with a few figures, and what the height stands for."""
    most = _ceiling(highest)
    for part in range(5):
        y = TOP + PLOT - PLOT * part / 4
        drawing.append(
            Line(
                LEFT,
                _round(y),
                WIDTH - RIGHT,
                _round(y),
                class_="axis",
                stroke_opacity=0.3 if part else 1,
            )
        )
        drawing.append(_text(f"{most * part / 4:g}", LEFT - 6, y + 4, anchor="end"))
    step, every = (WIDTH - LEFT - RIGHT) / len(labels), max(1, -(-len(labels) // 8))
    for at in range(0, len(labels), every):
        if LEFT + at * step + len(labels[at]) * _PX <= WIDTH:
            drawing.append(_text(labels[at], LEFT + at * step, TOP + PLOT + 16))
    return most


def _ceiling(highest: float) -> float:
    """The next of 4, 6, 8, 10, 12, 16, 20, 24, 32, 40, 60 and so on: quarters of it are short to write."""
    scale = 4.0
    while True:
        for times in (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8):
            if highest <= scale * times:
                return scale * times
        scale *= 10


def _rows(titles: list[str], left: int = LEFT) -> list[tuple[str, int, float]]:
    """Where each name of a legend stands: in which row, and how far from the left."""
    placed: list[tuple[str, int, float]] = []
    row, x = 0, float(left)
    for title in (shorten(plain(title), 40) for title in titles):
        wide = 30 + len(title) * _PX
        if x + wide > WIDTH and x > left:
            row, x = row + 1, float(left)
        placed.append((title, row, x))
        x += wide
    return placed


def _legend(
    drawing: Drawing, rows: list[tuple[str, int, float]], top: float, name: str = "k"
) -> None:
    for kind, (title, row, x) in enumerate(rows):
        y = top + row * LEGEND
        drawing.append(_box(x, y, 10, 10, f"{name}{kind % COLOURS}"))
        drawing.append(_text(title, x + 14, y + 10))


def _box(x: float, y: float, width: float, height: float, name: str) -> Rectangle:
    return Rectangle(*map(_round, (x, y, width, height)), class_=name)


def _text(
    said: str, x: float, y: float, anchor: str = "start", name: str | None = None
) -> Text:
    named = {"class_": name} if name else {}
    return Text(plain(said), 12, _round(x), _round(y), text_anchor=anchor, **named)


def _round(number: float) -> float:
    return round(number, 1)
