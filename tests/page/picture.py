"""`python -m tests.page.picture` writes docs/page.png: the demo's page, for README.

It shows the year and the beginning of the road; what stands between them is left out.
"""

import tempfile
from pathlib import Path

from tests.browser.chromium import Chromium
from tests.conftest import ROOT
from tests.page.people import write_page
from tests.readiness.lives import Life

PICTURE = ROOT / "docs" / "page.png"
WIDTH, HEIGHT = 1100, 1620  # pixels; the height at most, down to the end of a row
BETWEEN = "main > section:not(#year, #map), nav { display: none }"
ROWS = """return [...document.querySelectorAll('.map .row')].map(
  row => Math.floor(row.getBoundingClientRect().bottom + scrollY))"""


def main() -> None:
    """Make the demo, write its page, and photograph it."""
    with tempfile.TemporaryDirectory() as name, Chromium(Path(name)) as browser:
        folder = Path(name)
        Life(folder / "tracker.db").ok("demo")
        page = write_page(Life(folder / "demo.db"))
        with browser.show(page.path, WIDTH) as tab:
            tab.style(BETWEEN)
            tab.photograph(PICTURE, max(row for row in tab.run(ROWS) if row <= HEIGHT))


if __name__ == "__main__":
    main()
