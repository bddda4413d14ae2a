"""The figure of a paper beside the reproduced one, and the difference between them."""

import re
from decimal import Decimal
from typing import NamedTuple

# These words make a number a limit, a guess or a change: `at most 5`, `about 86%`,
# `5x faster`. Such a number has no exact difference.
_VAGUE_WORDS = """
about above almost approx approximately around below better ca circa down faster fewer
greater higher larger least less longer lower minus more most nearly plus roughly
shorter slower smaller up worse
"""
# What follows these is no part of a unit, and a number after them may be a count:
# `27 BLEU on the test set`, `mean of 5 runs`.
_LINK_WORDS = """
after against among and as at before between by during for from in into is like no not of
on or over per so than through to under until using versus via vs was when where while
with within without
"""
# Nor is what follows these, but they may begin a name.
_ARTICLES = "a all an each her his its my our that the their these this those your"
_VAGUE = frozenset(_VAGUE_WORDS.split())
HEDGES = _VAGUE | frozenset(_LINK_WORDS.split())
STOPS = HEDGES | frozenset(_ARTICLES.split())
# A word of a name: `loss`, `top-1`, `BLEU-4`, `pass@1`, `F1`.
_WORD = r"[^\W\d_](?:[\w@^/+.-]*[\w@^+.])?"
# What names a figure after its number: `top-1` in `76.1% top-1`, `BLEU-4`, `pass@10`.
_LABEL = r"[^\W\d_]{2,}(?:-[0-9]|@[0-9]{1,2})(?![\w.-])"
# A word of a unit, none of those above: `loss`, `log-likelihood`.
_UNIT_WORD = rf"(?!(?:{'|'.join(sorted(STOPS))})\b)[^\W\d_]++(?:-[^\W\d_]++)*+"
# What a unit is divided by: ` per second`, `/s`.
_PER = r"(?: per |/)[^\W\d_]++"
# A unit: `%`, `x`, `nats`, `F1`, `validation loss`, `tokens per second`.
_UNIT = rf"(?:%|[x×](?!\w)|{_UNIT_WORD}(?: {_UNIT_WORD}){{0,2}})(?:{_PER})?|(?>[^\W\d]\w*\d)\w*+"
# A plain figure: `980`, `2,300`, `return 2190`, `74% so far (400 pairs)`, `0.91 F1`,
# `top-1 accuracy 76.1%`, `val loss: 2.91`. Up to five words may name it. A number
# follows; then a percent sign or up to three words as its unit (`validation loss`),
# further words (`on the test set`), and its conditions in brackets. A second number
# outside brackets and names does not match (`3.2 ± 0.1`, `86 to 88%`), nor do more
# digits than anybody measures, which JSON could not hold.
_FIGURE = re.compile(
    rf"(?:(?P<name>{_WORD}(?: {_WORD}){{0,4}})(?:\s*[:=]\s*|\s+))?"
    r"(?P<number>[+-]?(?:(?P<grouped>[1-9][0-9]{0,2}(?:,[0-9]{3}){1,4})|[0-9]{1,15})"
    r"(?:\.[0-9]{1,15})?(?:e[+-]?[0-9]{1,2})?)"
    rf"\s*+(?:(?P<percent>%)?\s*+(?P<label>{_LABEL})|(?P<unit>{_UNIT})?)"
    r"(?P<rest>[^\d()]*+)(?:\((?P<conditions>[^()]*+)\)(?P<end>[^\d()]*+))?",
    re.IGNORECASE,
)
# Percent: below this a share is said as `under 0.1%`; from the second on without tenths.
_SMALLEST, _WHOLE = Decimal("0.05"), Decimal("9.95")


class Figure(NamedTuple):
    """A plain number with its unit, its conditions, and the words that name it.

    `is_grouped` says that a comma stands before three of its digits: a comma of
    thousands, unless the other figure shows that it is a decimal comma.
    """

    number: Decimal
    unit: str = ""
    conditions: str = ""
    name: str = ""
    is_grouped: bool = False


class Difference(NamedTuple):
    """The reproduced figure minus the claimed one, in `unit`.

    `relative` is its share of the claimed figure; None where that is zero.
    """

    absolute: Decimal
    relative: Decimal | None
    unit: str = ""

    @property
    def side(self) -> str:
        """`higher`, `lower` or `the same`; whether that is better, the measure decides."""
        if not self.absolute:
            return "the same"
        return "higher" if self.absolute > 0 else "lower"

    @property
    def amount(self) -> str:
        """Its size, exactly: `12 points` between two percentages, `0.3 nats`, `2x`."""
        size = abs(self.absolute)
        unit = self.unit
        if unit.startswith("%"):
            unit = f"{'point' if size == 1 else 'points'}{unit[1:]}"
        blank = "" if unit in ("x", "×") else " "
        return f"{size.normalize():f}{blank}{unit}".rstrip()

    @property
    def share(self) -> str:
        """Its size as a share of the claimed figure: `14%`, `4.8%`, `under 0.1%`.

        Empty where the claimed figure is zero.
        """
        if self.relative is None:
            return ""
        percent = abs(self.relative) * 100
        if 0 < percent < _SMALLEST:
            return "under 0.1%"
        if percent < _WHOLE:
            return f"{percent:.1f}%".replace(".0%", "%")
        return f"{percent:.0f}%"


class WorkFigures(NamedTuple):
    """The figure of the original work and the reproduced one, as typed.

    `conditions` belong to the reproduced one. `difference` is reproduced less claimed,
    in `unit`; `relative` its share of the claimed one, to four places. All three are
    None where the two cannot be compared, `relative` also where the claimed is zero.
    """

    claimed: str | None
    reproduced: str | None
    conditions: str | None = None
    difference: float | None = None
    relative: float | None = None
    unit: str | None = None

    @classmethod
    def of(cls, claimed: str | None, reproduced: str | None) -> "WorkFigures":
        """Both figures with their difference, where they have one."""
        read = read_figure(reproduced)
        conditions = read.conditions or None if read else None
        apart = find_difference(claimed, reproduced)
        if apart is None:
            return cls(claimed, reproduced, conditions)
        relative = None if apart.relative is None else round(float(apart.relative), 4)
        difference, unit = float(apart.absolute), apart.unit or None
        return cls(claimed, reproduced, conditions, difference, relative, unit)


def read_figure(text: str | None) -> Figure | None:
    """The figure in `74% so far (400 pairs)`; None where it is not one plain number."""
    match = _FIGURE.fullmatch(" ".join((text or "").split()))
    if match is None:
        return None
    name = (match["name"] or match["label"] or "").casefold()
    words = [word.strip(".") for word in name.split()]
    after = " ".join(filter(None, match.group("unit", "rest", "end"))).casefold()
    is_named = HEDGES.isdisjoint(words[:1] + words[-1:])
    if not is_named or not _VAGUE.isdisjoint(re.findall(r"[\w-]+", after)):
        return None
    return Figure(
        number=Decimal(match["number"].replace(",", "")),
        unit=match["unit"] or match["percent"] or "",
        conditions=(match["conditions"] or "").strip(),
        name=name,
        is_grouped=bool(match["grouped"]),
    )


def find_difference(claimed: str | None, reproduced: str | None) -> Difference | None:
    """The difference between two plain figures of the same unit and name, or None.

    A comma of thousands must be in both: 2,300 beside 2.3 may be either.
    """
    theirs, yours = read_figure(claimed), read_figure(reproduced)
    if theirs is None or yours is None or _measure(theirs) != _measure(yours):
        return None
    absolute = yours.number - theirs.number
    relative = absolute / abs(theirs.number) if theirs.number else None
    return Difference(absolute, relative, theirs.unit)


def _measure(figure: Figure) -> tuple[str, str, bool]:
    """What must be the same in two figures that are compared."""
    return figure.unit, figure.name, figure.is_grouped
