"""A claimed figure beside the reproduced one: how far apart they are, where both are plain numbers of one unit."""

import re
from dataclasses import dataclass
from decimal import Decimal

# One word that names it; a number; a percent sign or a word as its unit; words about it; and in brackets the conditions
# it was got under. A second number outside brackets makes it more than a plain figure: `3.2 ± 0.1`, `86 to 88%`. So do
# more digits than anybody measures, which JSON could not hold.
_FIGURE = re.compile(
    r"(?:(?P<name>[^\W\d_]+)(?:\s*[:=]\s*|\s+))?"
    r"(?P<number>[+-]?(?:(?P<grouped>[1-9][0-9]{0,2}(?:,[0-9]{3}){1,4})|[0-9]{1,15})"
    r"(?:\.[0-9]{1,15})?(?:e[+-]?[0-9]{1,2})?)"
    r"\s*(?P<unit>%|[^\W\d]\w*)?[^\d()]*"
    r"(?:\((?P<under>[^()]*)\)[^\d()]*)?",
    re.IGNORECASE,
)
# Words before a number that make it a bound or a guess: nothing exact lies between two of these.
_HEDGES = frozenset(
    {
        "about",
        "above",
        "almost",
        "approx",
        "approximately",
        "around",
        "below",
        "circa",
        "ca",
        "nearly",
        "over",
        "roughly",
        "under",
    }
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A plain number, its unit (empty for none), and the conditions it was got under; the word that names it.

    `grouped` says that a comma stands in it before three digits: for thousands, unless it is a decimal comma.
    """

    number: Decimal
    unit: str = ""
    conditions: str = ""
    name: str = ""
    grouped: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """Reproduced less claimed, in `unit`; `relative` is its share of the claimed figure, None where that is zero."""

    absolute: Decimal
    relative: Decimal | None
    unit: str = ""

    @property
    def numbers(self) -> tuple[float, float | None, str | None]:
        """As JSON has it: the difference, its share to four places, and the unit."""
        relative = None if self.relative is None else round(float(self.relative), 4)
        return float(self.absolute), relative, self.unit or None

    @property
    def side(self) -> str:
        """On which side of the claimed figure the reproduced one lies: whether that is better, the measure says."""
        return (
            "the same"
            if not self.absolute
            else "higher"
            if self.absolute > 0
            else "lower"
        )

    @property
    def amount(self) -> str:
        """The size in its unit, exact: `12 points` between two percentages, `0.3 nats`, `20`."""
        size = abs(self.absolute)
        points = "point" if size == 1 else "points"
        unit = points if self.unit == "%" else self.unit
        return f"{size.normalize():f} {unit}".rstrip()

    @property
    def share(self) -> str:
        """The size as a share of the claimed figure, below ten percent to a tenth; empty where that is zero."""
        if self.relative is None:
            return ""
        percent = abs(self.relative) * 100
        if 0 < percent < Decimal("0.05"):
            return "under 0.1%"
        return (
            f"{percent:.1f}%".replace(".0%", "%")
            if percent < Decimal("9.95")
            else f"{percent:.0f}%"
        )


def read_figure(text: str | None) -> Figure | None:
    """What a figure such as `980`, `74% so far (400 pairs)` or `0.91 F1` says; None where it is not a plain number."""
    found = _FIGURE.fullmatch(" ".join((text or "").split()))
    name = (found["name"] or "").casefold() if found else ""
    if found is None or name in _HEDGES:
        return None
    number, under = (
        Decimal(found["number"].replace(",", "")),
        (found["under"] or "").strip(),
    )
    return Figure(number, found["unit"] or "", under, name, bool(found["grouped"]))


def find_difference(claimed: str | None, reproduced: str | None) -> Difference | None:
    """What lies between the two figures of a result; None unless both are plain numbers of the same unit and name.

    A comma is one of thousands where both have it so: 2,300 beside 2.3 may be either.
    """
    source, own = read_figure(claimed), read_figure(reproduced)
    if source is None or own is None or _kind(source) != _kind(own):
        return None
    absolute = own.number - source.number
    return Difference(
        absolute, absolute / abs(source.number) if source.number else None, source.unit
    )


def _kind(figure: Figure) -> tuple[str, str, bool]:
    return figure.unit, figure.name, figure.grouped
