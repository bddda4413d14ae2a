"""A forecast as a picture: the days from today on, its two ranges, and the plan."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from drawsvg import Drawing, Text
from markupsafe import Markup

from tracker.export.render.svg import LETTER, WIDTH, box, to_element, write
from tracker.plans.rules.forecasts import Forecast, SavedForecast
from tracker.plans.rules.futures import TEN_YEARS
from tracker.plans.view.days import say_date

# Pixels: the line of days, a range, a text with its gap, and what stands between.
LINE, BAND, ROW, GAP = 2, 10, LETTER + 5, 8
# Percent of the width that is drawn on.
ACROSS = 99.0


class Axis(NamedTuple):
    """The days that a picture shows, from `today` to `last`."""

    today: date
    last: date

    def x(self, day: date) -> float:
        """Where a day is, in percent of the width; one before today is at its start."""
        days = max((self.last - self.today).days, 1)
        return ACROSS * max((day - self.today).days, 0) / days


def draw_range(forecast: Forecast, today: date) -> Markup:
    """The picture, which says nothing that the sentences do not; none beyond ten years."""
    ranges, due = forecast.ranges, forecast.due
    if ranges is None or (ranges.most[1] - today).days >= TEN_YEARS:
        return Markup("")
    axis = Axis(today, max(ranges.most[1], due or today))
    is_planned = due is not None and due >= today
    top = ROW if is_planned else 0
    bottom = top + 2 * (ROW + BAND + GAP)
    drawing = Drawing(WIDTH, bottom + LINE + ROW)
    drawing.append(box((0, bottom), ACROSS, LINE, "line"))
    if due and is_planned:
        at = axis.x(due)
        drawing.append(box((at, top), 0.3, bottom - top + LINE, "end"))
        drawing.append(_write_at(f"planned {say_date(due, today)}", at, at, 0))
    drawing.extend(_draw_bands(ranges, axis, top))
    for day, text in ((today, "today"), (axis.last, say_date(axis.last, today))):
        drawing.append(_write_at(text, axis.x(day), axis.x(day), bottom + LINE))
    return Markup(to_element(drawing))


def _draw_bands(ranges: SavedForecast, axis: Axis, top: int) -> Iterator[object]:
    """Each range below how often it should hold, and its days."""
    bands = (("5 in 10", ranges.half, "bar"), ("8 in 10", ranges.most, "most"))
    for row, (odds, (first, last), name) in enumerate(bands):
        y = top + row * (ROW + BAND + GAP)
        left, right = axis.x(first), axis.x(last)
        text = f"{odds}: {_say_span(first, last, axis.today)}"
        yield _write_at(text, left, right, y)
        yield box((left, y + ROW), max(right - left, 0.6), BAND, name)


def _write_at(text: str, left: float, right: float, top: float) -> Text:
    """A text at what is between `left` and `right` percent, and inside of the picture.

    The nearer that is to a side, the nearer the text's own end is to the same end.
    """
    share = left / max(ACROSS - right + left, 1)
    x = left + share * (right - left)
    return write(text, x, top + LETTER, class_="at", style=f"--at: {-100 * share:.0f}%")


def _say_span(first: date, last: date, today: date) -> str:
    """`26 Feb to 15 Apr 2027`, or one day."""
    if first == last:
        return say_date(last, today)
    same_year = last if first.year == last.year else today
    return f"{say_date(first, same_year)} to {say_date(last, today)}"
