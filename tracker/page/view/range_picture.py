"""A forecast as a picture: the days from today on, its two ranges, and the plan."""

from datetime import date

from drawsvg import Drawing
from markupsafe import Markup

from tracker.export.render.svg import LETTER, WIDTH, box, to_element, write
from tracker.plans.rules.forecasts import Forecast
from tracker.plans.rules.futures import TEN_YEARS
from tracker.plans.view.days import say_date

# Pixels: the line of days, a range, and where they begin.
LINE, BAND, TOP = 2, 18, LETTER + 8
# Percent of the width that is drawn on; a text beyond this ends where it points.
ACROSS, MIDDLE = 99.0, 50.0


def draw_range(forecast: Forecast, today: date) -> Markup:
    """The picture, which says nothing that the sentences do not; none beyond ten years."""
    ranges = forecast.ranges
    if ranges is None or (ranges.most[1] - today).days >= TEN_YEARS:
        return Markup("")
    last = max(ranges.most[1], forecast.due or today)
    days = max((last - today).days, 1)

    def x(day: date) -> float:
        return ACROSS * max((day - today).days, 0) / days

    drawing = Drawing(WIDTH, TOP + BAND + LETTER + 6)
    drawing.append(box((0, TOP + (BAND - LINE) / 2), ACROSS, LINE, "line"))
    for span, height, name in ((ranges.most, 8, "most"), (ranges.half, BAND, "bar")):
        left, y = x(span[0]), TOP + (BAND - height) / 2
        drawing.append(box((left, y), max(x(span[1]) - left, 0.6), height, name))
    labels = [(today, "today"), (ranges.most[1], say_date(ranges.most[1], today))]
    for day, text in labels:
        _write_at(drawing, text, x(day), TOP + BAND + LETTER + 2)
    if forecast.due and forecast.due >= today:
        at = x(forecast.due)
        drawing.append(box((at, TOP - 2), 0.3, BAND + 4, "end"))
        _write_at(drawing, f"planned {say_date(forecast.due, today)}", at, LETTER)
    return Markup(to_element(drawing))


def _write_at(drawing: Drawing, text: str, x: float, y: float) -> None:
    """A text at `x` percent, on the side where the picture has more room."""
    drawing.append(write(text, x, y, "end" if x > MIDDLE else "start"))
