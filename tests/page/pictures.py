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
# The places in which more than two pixels of two pictures differ.
DIFFER = """
const far = (one, other) =>
  Math.max(...[0, 1, 2].map(i => Math.abs(one[i] - other[i]))) > 64;
return places.filter(place => {
  let count = 0;
  for (let y = Math.ceil(place.top); y < Math.floor(place.bottom); y++)
    for (let x = Math.ceil(place.left); x < Math.floor(place.right); x++)
      count += far(window.pictures[one](x, y), window.pictures[other](x, y - up));
  return count > 2;
})"""


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
    return _differ(tab, places, one=one, other=other, up=0)


def tears(tab: Tab, edges: list[Any], picture: int) -> list[Any]:
    """The edges, each with its top, above which a picture is another one than below."""
    places = [{**edge, "bottom": edge["top"] + 1} for edge in edges]
    return _differ(tab, places, one=picture, other=picture, up=1)


def _differ(tab: Tab, places: list[Any], **numbers: int) -> list[Any]:
    facts = "".join(f"const {name} = {value};" for name, value in numbers.items())
    found: list[Any] = tab.run(f"{facts} const places = {json.dumps(places)}; {DIFFER}")
    return found
