"""What pictures in the terminal are made of: bars, sparklines and shades."""

from collections.abc import Sequence
from typing import NamedTuple


class Signs(NamedTuple):
    """One way to draw. A picture has as many columns in ASCII as in blocks.

    Each text begins with the lowest sign. `shades[0]` is no hours at all. No sign of
    `heights` is one of `shades`: a calendar has both.
    """

    parts: str  # of a column of a bar, up to a whole one
    heights: str
    shades: str
    off: str  # a day or a week of a break

    @property
    def draws(self) -> bool:
        """Whether there are pictures; without them, words and figures say it all."""
        return bool(self.parts)

    def bar(self, part: float, whole: float, columns: int) -> str:
        """`part` as a bar, of which `whole` fills `columns`.

        The last column is as high as the share of it that is filled, in quarters; the
        least above zero is a quarter.
        """
        count = len(self.parts)
        if part <= 0 or not count * columns:
            return ""
        length = max(int(min(part / whole, 1) * columns * count + 0.5), 1)
        filled, rest = divmod(length, count)
        return self.parts[-1] * filled + (self.parts[rest - 1] if rest else "")

    def sparkline(self, values: Sequence[float | None]) -> str:
        """A column for each value, as high as its share of the highest; None is off."""
        highest = max(filter(None, values), default=0)
        return "".join(self._column(value, highest) for value in values)

    def _column(self, value: float | None, highest: float) -> str:
        if value is None:
            return self.off
        if value <= 0 or not self.draws:
            return self.shades[:1]
        count = len(self.heights)
        return self.heights[max(int(value / highest * count + 0.5), 1) - 1]


# By the values of the setting `pictures`. Each letter takes one column.
SIGNS = {
    "blocks": Signs("▂▃▅▆", heights="▁▂▃▄▅▆▇█", shades="·░▒▓█", off="-"),
    "ascii": Signs(":+*#", heights="_oO8@", shades=".:+*#", off="-"),
    "none": Signs("", heights="", shades="", off=""),
}


def choose_signs(pictures: str, encoding: str) -> Signs:
    """Those of the setting `pictures`; ASCII for blocks that `encoding` lacks."""
    signs = SIGNS.get(pictures, SIGNS["blocks"])
    try:
        "".join(signs).encode(encoding)
    except UnicodeEncodeError:
        return SIGNS["ascii"]
    return signs
