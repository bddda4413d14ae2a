"""Pictures of a page, kept on it and compared pixel by pixel."""

import json
from typing import Any

from tests.browser.chromium import Tab

# Keeps a picture as a function that gives the colour at a place of it.
KEEP = """
const image = new Image();
image.src = 'data:image/png;base64,' + picture;
await image.decode();
const canvas = new OffscreenCanvas(image.width, image.height);
const pen = canvas.getContext('2d', {willReadFrequently: true});
pen.drawImage(image, 0, 0);
const colours = pen.getImageData(0, 0, image.width, image.height).data;
const at = (x, y) => colours.subarray(4 * (y * image.width + x), 4 * (y * image.width + x) + 3);
window.pictures = [...(window.pictures || []), at];
return window.pictures.length - 1"""
FAR = """
const far = (one, other) =>
  Math.max(...[0, 1, 2].map(i => Math.abs(one[i] - other[i]))) > 64;
const [one, other] = numbers.map(number => window.pictures[number]);
"""
# The places in which more than two pixels of two pictures differ.
CHANGES = f"""{FAR}
return places.filter(place => {{
  let count = 0;
  for (let y = Math.ceil(place.top); y < Math.floor(place.bottom); y++)
    for (let x = Math.ceil(place.left); x < Math.floor(place.right); x++)
      count += far(one(x, y), other(x, y));
  return count > 2;
}})"""
# The places with a line, drawn in one picture only, that ends in the middle of nowhere.
TEARS = f"""{FAR}
const drawn = (x, y) => far(one(x, y), other(x, y));
const goes_on = (x, y) => [-1, 0, 1].some(aside => drawn(x + aside, y));
const ends = (place, from, to) => {{
  let is_line = false, is_held = false;
  for (let x = Math.ceil(place.left) + 1; x < Math.floor(place.right); x++) {{
    if (drawn(x, from)) {{
      is_held = (is_line && is_held) || goes_on(x, to);
      is_line = true;
    }} else if (is_line) {{
      if (!is_held) return true;
      is_line = is_held = false;
    }}
  }}
  return false;
}};
return places.filter(place => {{
  for (let y = Math.round(place.top) - 2; y < place.top + 3; y++)
    if (ends(place, y, y - 1) || ends(place, y - 1, y)) return true;
  return false;
}})"""


def photograph(tab: Tab) -> int:
    """The number of a new picture of the whole page."""
    size = tab.ask("Page.getLayoutMetrics")["cssContentSize"]
    answer = tab.ask(
        "Page.captureScreenshot",
        captureBeyondViewport=True,
        optimizeForSpeed=True,
        clip={**size, "scale": 1},
    )
    number: int = tab.run(f"const picture = '{answer['data']}'; {KEEP}")
    return number


def changes(tab: Tab, places: list[Any], one: int, other: int) -> list[Any]:
    """The places that do not look alike in two pictures."""
    return _find(tab, CHANGES, places, one, other)


def tears(tab: Tab, edges: list[Any], drawn: int, without: int) -> list[Any]:
    """The edges, each with its top, near which a line of the first picture ends."""
    return _find(tab, TEARS, edges, drawn, without)


def _find(tab: Tab, script: str, places: list[Any], *numbers: int) -> list[Any]:
    facts = f"const places = {json.dumps(places)}, numbers = {json.dumps(numbers)};"
    found: list[Any] = tab.run(facts + script)
    return found
