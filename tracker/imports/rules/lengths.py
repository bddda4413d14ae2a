"""Lengths as logs write them: with units, as a clock, or bare in a column's unit."""

import re
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from math import floor

from tracker.imports.rules.signs import simplify_signs
from tracker.imports.rules.unit_words import unit_of

LONGEST = 80
UNITS = {"h": 3600, "m": 60, "s": 1}
MINUTES_AND_SECONDS = "m:s"
# About so long: `~2h`, `ca. 2h`, `+/- 3h`.
_ABOUT = re.compile(
    r"^(?:~|≈|±|\+ ?/? ?-|about |around |approx(?:imately|\.)? ?|ca\.? |circa |etwa "
    r"|noin |n\. ?|大?[约約]|\*)+\s*"
)
# Hours, minutes and seconds: `1:30`, `1:30:15.5`, `1:30 hours`, `90:00 min`.
_CLOCK = re.compile(
    r"(\d{0,6}):([0-5]\d)(?::([0-5]\d(?:[.,]\d+)?))?(?: ?([^\W\d_]+)\.?)?"
)
# Half, written out: `half an`, `a half`, `halbe`.
_HALF = re.compile(
    r"(?:a )?\bhalf\b(?: an?\b)?|(?:eine )?\bhalbe\b|\b(?:halv|puoli|media)\b"
)
# One, written out: the `an` of `an hour`, the `one` of `one and a half hours`.
_ONE = re.compile(r"\b(?:an|one)(?= (?:hour\b|and ))")
# A fraction, a number, a word or a sign: `1/2`, `1.5`, `3+`, `std.`, `,`.
_TOKEN = re.compile(
    r"(?:1/2|1/4|3/4)(?!\d)|\d{1,9}(?:[.,]\d{1,20})?\+?|[.,]\d{1,20}|[^\W\d_]+\.?|\S"
)
# Numbers with units, by the kinds of their tokens: `NU` for `2 h`, `NUN` for `1h30`,
# `N+FU` for `1 and 1/2 h`, `NU+NU` for `1 hour and 5 min`.
_PART = r"(?:N\+?F|[NF])U"
_PARTS = re.compile(rf"{_PART}(?:\+{{0,2}}{_PART})*(?:\+?F|N)?")
_SIGNS = str.maketrans(
    {
        "½": " 1/2",
        "¼": " 1/4",
        "¾": " 3/4",
        "半": " 1/2 ",
        "반": "1/2",
        "个": "",
        "個": "",
    }
)
_FRACTIONS = frozenset({"1/2", "1/4", "3/4"})
_BETWEEN = frozenset(
    {",", "+", "&", "and", "und", "ja", "et", "y", "e", "og", "och", "en", "i"}
)


@lru_cache(maxsize=50_000)
def read_length(text: str, unit: str) -> int | None:
    """The seconds that `text` says; None where it cannot be read, or not all of it.

    A bare number is in `unit`. With `m:s` as the unit `05:10` is minutes and seconds.
    With a minus the result is negative. Fractions of a second are rounded, half up.
    """
    sign, length_text = _sign_and_length(text)
    if match := _CLOCK.fullmatch(length_text):
        length = _clock_seconds(match, unit)
    elif (number := _bare(length_text)) is not None:
        is_clear = unit in UNITS and not _has_thousands(length_text, unit)
        length = _rounded(number * UNITS[unit]) if is_clear else None
    else:
        length = _in_words(length_text)
    return sign * length if length is not None else None


def bare_number(text: str) -> Decimal | None:
    """The number that `text` is, without its sign; None for other texts."""
    number = _bare(_sign_and_length(text)[1])
    return None if number is None else Decimal(number.numerator) / number.denominator


def _sign_and_length(text: str) -> tuple[int, str]:
    """-1 or 1, and the rest in lower case, with plain signs and without `about`.

    The rest of a long text is empty.
    """
    if len(text) > LONGEST:
        return 1, ""
    if not text.isascii():
        text = simplify_signs(text.translate(_SIGNS))
    length_text = _ABOUT.sub("", " ".join(text.casefold().split()), count=1)
    unsigned = length_text.removeprefix("-").lstrip().removeprefix("pt")
    return -1 if length_text[:1] == "-" else 1, unsigned.rstrip(" *+,")


def _clock_seconds(match: re.Match[str], unit: str) -> int | None:
    """The seconds of `1:30` or `1:30:15`, with a unit after it or in its column."""
    first, second = int(match[1] or 0), int(match[2])
    third = _rounded(_number(match[3] or "0"))
    after = unit_of(match[4]) if match[4] else ""
    is_short = match[3] is None
    if is_short and (after == "m" or (not after and unit == MINUTES_AND_SECONDS)):
        return first * 60 + second
    return first * 3600 + second * 60 + third if after in ("", "h") else None


def _bare(text: str) -> Fraction | None:
    """The number that a text is: `1.5`, `1 1/2`, `3+`."""
    tokens = _TOKEN.findall(text)
    kinds = "".join(map(_kind, tokens))
    return sum(map(_number, tokens), Fraction(0)) if kinds in ("N", "NF") else None


def _kind(token: str) -> str:
    """`N` number, `F` fraction, `U` unit, `+` and the like, else `?`."""
    if token in _FRACTIONS:
        return "F"
    if any(map(str.isdecimal, token)):
        return "N"
    if unit_of(token.rstrip(".")):
        return "U"
    return "+" if token in _BETWEEN else "?"


def _number(token: str) -> Fraction:
    return Fraction(token.rstrip("+").replace(",", "."))


def _rounded(seconds: Fraction) -> int:
    return floor(seconds + Fraction(1, 2))


def _in_words(text: str) -> int | None:
    """The seconds of numbers with units: `1h 30m`, `2,5 Std.`, `half an hour`.

    Minutes after hours may lack their unit if they have two digits: `1h30`.
    """
    tokens = _TOKEN.findall(_ONE.sub("1", _HALF.sub(" 1/2 ", text)))
    kinds = "".join(map(_kind, tokens))
    if not _PARTS.fullmatch(kinds):
        return None
    total, number, unit = Fraction(0), Fraction(0), ""
    for before, token, kind in zip(["", *tokens], tokens, kinds, strict=False):
        if kind == "U":
            unit = unit_of(token.rstrip(".")) or ""
            if _has_thousands(before, unit):
                return None
            total, number = total + number * UNITS[unit], Fraction(0)
        elif kind != "+":
            number += _number(token)
    if kinds[-1] == "N" and (tokens[-2] != "h" or len(tokens[-1]) != 2 or number >= 60):
        return None
    if kinds[-1] == "F" and unit != "h":
        return None
    return _rounded(total + number * UNITS["h" if kinds[-1] == "F" else "m"])


def _has_thousands(number: str, unit: str) -> bool:
    """Whether a number could be in thousands: 1,200 minutes, but not 1,333 hours."""
    return unit != "h" and number[-4:-3] == "," and number[0] != "0"
