"""Chromium draws the map of each role, for a beginner and for the demo."""

from itertools import product

import pytest

from tests.browser.chromium import TELEPHONE, Chromium, Tab, needs_chromium
from tests.page import measures, pictures
from tests.page.people import ROLES, Town

pytestmark = needs_chromium

TRAVELLERS = [" ".join(pair) for pair in product(("beginner", "demo"), ROLES)]
WIDTHS = (TELEPHONE, 1100)  # pixels across
# Lines without dashes, so that a gap in one is a fault.
SOLID = ".rails * { stroke-dasharray: none !important }"
NO_LINES = ".rails * { visibility: hidden }"
# The top of the gutter of each row but the first, where the lines of the row above go on.
ROWS = f"""{measures.SEEN}
return all('.map .row').slice(1).map(e => {{
  const b = box(e), gutter = parseFloat(getComputedStyle(e).paddingLeft);
  return {{top: b.top + scrollY, left: b.left, right: b.left + gutter}};
}})"""
# The middle of each station, as large as the smallest of them.
STATIONS = f"""{measures.SEEN}
return all('.map .station').map(box).map(b => {{
  const x = (b.left + b.right) / 2, y = (b.top + b.bottom) / 2 + scrollY;
  return {{top: y - 5, bottom: y + 5, left: x - 5, right: x + 5}};
}})"""
TEXTS = f"""{measures.SEEN}
return texts(document.querySelector('.map')).map(t => (
  {{text: t.text, top: t.b.top + scrollY, bottom: t.b.bottom + scrollY, left: t.b.left, right: t.b.right}}))"""


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("person", TRAVELLERS)
def test_lines(browser: Chromium, town: Town, person: str, width: int) -> None:
    """Lines go on from row to row, and none lies on a station or on a text."""
    with browser.show(town[person].path, width) as tab:
        rows, stations, texts = map(tab.run, (ROWS, STATIONS, TEXTS))
        with_lines, without = (_picture(tab, style) for style in (SOLID, NO_LINES))

        assert len(rows) > len(stations) == len(town[person].packet["road"]["stops"])
        assert pictures.tears(tab, rows, with_lines, without) == []
        assert pictures.changes(tab, [*stations, *texts], with_lines, without) == []


def test_faults_of_lines_would_be_seen(browser: Chromium, town: Town) -> None:
    """The test above would see a line that is torn, and lines on stations and texts."""
    with browser.show(town[TRAVELLERS[0]].path) as tab:
        rows, stations, texts = map(tab.run, (ROWS, STATIONS, TEXTS))
        without, short, above, beside = (
            _picture(tab, style)
            for style in (
                NO_LINES,
                ".rails * { visibility: visible } .rails { overflow: hidden !important; height: 80% !important }",
                ".rails { z-index: 9 !important }",
                ".rails { left: 16rem !important }",
            )
        )

        assert pictures.tears(tab, rows, short, without)
        assert pictures.changes(tab, stations, above, without)
        assert pictures.changes(tab, texts, beside, without)


def _picture(tab: Tab, style: str) -> int:
    """A picture of the page once this style is added to it."""
    tab.style(style)
    return pictures.photograph(tab)
