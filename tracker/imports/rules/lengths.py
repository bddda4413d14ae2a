"""Lengths as logs write them: with units, as a clock, or bare in a column's unit."""

import re
from decimal import Decimal
from functools import lru_cache

from tracker.imports.rules.entries import MOST_CACHED
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
# The same, as timers write it: `01:30:15`.
_PLAIN_CLOCK = re.compile(r"[0-9]{2}:[0-5][0-9]:[0-5][0-9]")
_DIGITS = r"(\d{1,9}(?:[.,]\d{1,20})?|[.,]\d{1,20})"
_FRACTION = "(1/2|1/4|3/4)"
# A bare number: `90`, `1.5`, `,5`, `1 1/2`.
_NUMBER = re.compile(rf"{_DIGITS}(?: +{_FRACTION})?")
# A number with its unit, and what joins it to the next: `1h `, `2,5 Std.`, `3+ hours and `.
_PART = re.compile(
    rf"(?:{_DIGITS}\+?(?: +(?:(?:and|&) +)?{_FRACTION})?|{_FRACTION}) *([^\W\d_]+|')\.?"
    r"(?:[ ,+&]*+(?:(?:and|und|ja|et|y|e|og|och|en|i)\b *+)?(?=[\d.,]))?"
)
# One and half, written out: the `an` of `an hour`, `half an`, `a half`, `halbe`.
_SPELLED = re.compile(
    r"\b(?:(an|one)(?= (?:hour\b|and ))|(?:a )?half\b(?: an?\b)?|(?:eine )?halbe\b"
    r"|halv\b|puoli\b|media\b)"
)
_SIGNS = str.maketrans(
    {"½": " 1/2", "¼": " 1/4", "¾": " 3/4", "半": " 1/2 ", "반": " 1/2 "}
    | {"个": "", "個": ""}
)


@lru_cache(maxsize=MOST_CACHED)
def read_length(text: str, unit: str) -> int | None:
    """The seconds that `text` says; None where it cannot be read, or not all of it.

    A bare number is in `unit`. With `m:s` as the unit `05:10` is minutes and seconds.
    With a minus the result is negative. Fractions of a second are rounded, half up.
    """
    if _PLAIN_CLOCK.fullmatch(text):  # timers write so, and very many differ
        return int(text[:2]) * 3600 + int(text[3:5]) * 60 + int(text[6:])
    sign, length_text = _sign_and_length(text)
    if match := _CLOCK.fullmatch(length_text):
        length = _clock_seconds(match, unit)
    elif match := _NUMBER.fullmatch(length_text):
        length = _seconds(match[1], match[2], unit)
    else:
        length = _in_words(length_text)
    return sign * int(length + Decimal("0.5")) if length is not None else None


def bare_number(text: str) -> Decimal | None:
    """The number that `text` is, without its sign; None for other texts."""
    match = _NUMBER.fullmatch(_sign_and_length(text)[1])
    return _number(match[1], match[2]) if match else None


def _sign_and_length(text: str) -> tuple[int, str]:
    """-1 or 1, and the rest in lower case, with plain signs and without `about`.

    The rest of a long text is empty.
    """
    if len(text) > LONGEST:
        return 1, ""
    if not text.isascii():
        text = simplify_signs(text.translate(_SIGNS))
    length_text = _ABOUT.sub("", " ".join(text.casefold().split()))
    unsigned = length_text.removeprefix("-").lstrip().removeprefix("pt")
    return -1 if length_text[:1] == "-" else 1, unsigned.rstrip(" *+,")


def _clock_seconds(match: re.Match[str], unit: str) -> Decimal | None:
    """The seconds of `1:30` or `1:30:15`, with a unit after it or in its column."""
    first, second, third = int(match[1] or 0), int(match[2]), _number(match[3], None)
    after = unit_of(match[4]) if match[4] else ""
    is_short = match[3] is None
    if is_short and (after == "m" or (not after and unit == MINUTES_AND_SECONDS)):
        return Decimal(first * 60 + second)
    return first * 3600 + second * 60 + third if after in ("", "h") else None


def _number(digits: str | None, fraction: str | None) -> Decimal:
    """The sum of `1,5` or `1` and `1/2`."""
    whole = Decimal((digits or "0").replace(",", "."))
    return whole + Decimal(fraction[0]) / int(fraction[2]) if fraction else whole


def _seconds(digits: str | None, fraction: str | None, unit: str) -> Decimal | None:
    """A number of a unit in seconds; None for what could be thousands.

    1,200 minutes could be so many or one and a fifth; nobody logs 1,333 hours.
    """
    has_thousands = digits is not None and digits[0] != "0" and digits[-4:-3] == ","
    if unit not in UNITS or (has_thousands and unit != "h"):
        return None
    return _number(digits, fraction) * UNITS[unit]


def _in_words(text: str) -> Decimal | None:
    """The seconds of numbers with units: `1h 30m`, `2,5 Std.`, `half an hour`.

    Minutes after hours may lack their unit if they have two digits: `1h30`.
    """
    text = _SPELLED.sub(lambda match: "1" if match[1] else " 1/2 ", text).strip()
    at, word, total = 0, "", Decimal(0)
    while match := _PART.match(text, at):
        digits, after_digits, fraction, word = match.groups()
        seconds = _seconds(digits, after_digits or fraction, unit_of(word) or "")
        if seconds is None:
            return None
        at, total = match.end(), total + seconds
    rest = text[at:]
    if rest in ("1/2", "1/4", "3/4") and unit_of(word) == "h":
        return total + _number(None, rest) * UNITS["h"]
    if word == "h" and len(rest) == 2 and rest.isdecimal() and int(rest) < 60:
        return total + int(rest) * UNITS["m"]
    return total if at and not rest else None
