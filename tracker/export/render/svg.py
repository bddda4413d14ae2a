"""SVG by drawsvg, which escapes text, needs nothing else, and is maintained.

(svg.py escapes no text, svgwrite is no longer maintained, pygal draws scripts.)
Across, all is in percent and down in pixels: a picture is as wide as its page, and its
letters are as large on a telephone as elsewhere. Numbers are rounded and nothing is
random, so the same facts make the same bytes.
"""

import re

from drawsvg import Drawing, Rectangle, Text

from tracker.export.render.palette import LIGHT, TRACKS
from tracker.text.marks import clean_text

WIDTH = 600  # pixels, of a picture in a PDF
LETTER = 12  # pixels, the height of a letter
# How the parts look: a page sets these variables, a PDF has their values.
STYLE = "\n".join(
    (
        *(f".c{place} {{ fill: var(--c{place}); }}" for place in range(TRACKS)),
        ".part { stroke: var(--paper); stroke-width: .75; }",
        ".open { fill-opacity: .45; }",
        ".rest { fill: none; stroke: var(--ink); stroke-dasharray: 3 2; }",
        ".over { fill: var(--paper); fill-opacity: .6; }",
        ".line { fill: var(--faint); }",
        ".grid { fill: var(--faint); fill-opacity: .3; }",
        ".room { fill: var(--faint); fill-opacity: .2; }",
        ".bar { fill: var(--bar); }",
        ".dot { fill: var(--paper); stroke: var(--ink); }",
        "svg text, .end { fill: var(--ink); }",
    )
)
# Stripes and dots of the paper's colour, over that of a track.
TEXTURES = """<defs>
<pattern id="stripes" width="5" height="5" patternUnits="userSpaceOnUse" \
patternTransform="rotate(45)"><rect width="2" height="5" class="over"/></pattern>
<pattern id="dots" width="5" height="5" patternUnits="userSpaceOnUse">\
<circle cx="2.5" cy="2.5" r="1.3" class="over"/></pattern>
</defs>"""
_FONT = "svg text { font-family: 'Libertinus Serif'; }"
# `var(--ink)`: the name of a colour.
_COLOUR = re.compile(r"var\(--(\w+)\)")
# `width="600" height="240" viewBox="0 0 600 240"`: how large a picture is.
_SIZE = re.compile(r'width="(\d+)" height="(\d+)" viewBox="[\d ]+"')


def to_element(drawing: Drawing, title: str = "", *, scales: bool = False) -> str:
    """A picture as part of a page; a screen reader reads its title, if it has one.

    One that `scales` is in pixels both ways, and its letters grow with its width.
    """
    name = 'aria-hidden="true"'
    if title:
        name = f'role="img" aria-label="{_attribute(title)}"'
    width = drawing.width if drawing.width < WIDTH else "100%"
    size = r'viewBox="0 0 \1 \2"' if scales else rf'width="{width}" height="\2"'
    return _SIZE.sub(f"{size} {name}", _clean(drawing), count=1)


def to_image(drawing: Drawing) -> str:
    """A picture by itself, with its colours and textures."""
    style = _COLOUR.sub(lambda name: LIGHT[name[1]], f"{STYLE}\n{_FONT}")
    head, rest = _clean(drawing).split(">", 1)
    return f"{head}><style>{style}</style>{TEXTURES}{rest}"


def box(
    corner: tuple[float, float], width: float, height: float, name: str, **style: str
) -> Rectangle:
    """A rectangle; `corner` and `height` down are in pixels, across in percent."""
    x, y = corner
    sides = (_percent(x), _round(y), _percent(width), _round(height))
    return Rectangle(*sides, class_=name, **style)


def pill(
    middle: tuple[float, float], half: float, radius: float, name: str
) -> Rectangle:
    """A rectangle with round ends, twice `half` pixels wide; `middle` as a corner is."""
    x, y = middle
    sides = (_percent(x), _round(y - radius), _round(2 * half), 2 * radius)
    to_left = f"translate({-_round(half)} 0)"
    return Rectangle(*sides, rx=radius, class_=name, transform=to_left)


def write(text: str, x: float, y: float, anchor: str = "start", **style: str) -> Text:
    """A line of text, `x` in percent."""
    return Text(
        clean_text(text), LETTER, _percent(x), _round(y), text_anchor=anchor, **style
    )


def _percent(number: float) -> str:
    return f"{round(number, 2):g}%"


def _round(number: float) -> float:
    return round(number, 1)


def _clean(drawing: Drawing) -> str:
    """Without XML header and empty parts, a part on each line."""
    text: str = drawing.as_svg(header="").strip()
    for part in (' xmlns:xlink="http://www.w3.org/1999/xlink"', "<defs>\n</defs>\n"):
        text = text.replace(part, "", 1)
    return "\n".join(line.strip() for line in text.splitlines())


def _attribute(text: str) -> str:
    """Drawsvg escapes text, but not attributes."""
    escaped = clean_text(text).replace("&", "&amp;").replace('"', "&quot;")
    return escaped.replace("<", "&lt;")
