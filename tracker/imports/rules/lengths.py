"""Lengths as logs write them: with units, as a clock, or bare in a column's unit."""

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

LONGEST = 80
UNITS = {"h": 3600, "m": 60, "s": 1}
# `1:30`, `1:30:15.5`, `1:30 h`.
_CLOCK = re.compile(
    r"(\d{0,6}):([0-5]\d)(?::([0-5]\d)(?:[.,]\d+)?)?(?: ?(?:h|hrs?|hours?|std\.?))?",
    re.ASCII,
)
# Minutes and seconds: `90:00 min`.
_MINUTES = re.compile(r"(\d{1,6}):([0-5]\d) ?min", re.ASCII)
# A number: `1.5`, `,5`, `90`.
_NUMBER = re.compile(r"\d{0,9}(?:[.,]\d{0,20})?", re.ASCII)
# A number with its unit: `1h`, `2,5 Std.`.
_PART = re.compile(r"([0-9]{1,9}(?:[.,][0-9]{1,20})?|[.,][0-9]{1,20}) ?([^\W\d_]+)\.?")
# What stands between two parts: `, `, ` and `.
_BETWEEN = re.compile(r"[\s,]*(?:(?:and|und|ja|et|y|e|og|och|en|i)\b)?[\s,]*")
# About so long, before or after: `~2h`, `ca. 2h`, `2h*`.
_ABOUT = re.compile(
    r"^(?:~|≈|±|\+ ?/? ?-|about |approx\.? |ca\.? ?|circa |noin |n\. ?|\*)+\s*|[\s*+]+$"
)
# `3+ h`.
_AT_LEAST = re.compile(r"(?<=\d)\+")
# `1½`, `1 1/2`, `1 and 1/2`.
_HALF = re.compile(r"(?:(\d+) ?)?½|(?:(\d+) (?:(?:and|&) )?)?\b1/2\b", re.ASCII)
# A sign for minutes: `2h 30'`.
_PRIME = re.compile(r"(?<=\d) ?['’′](?!\w)")
# Words for hours, minutes and seconds in many languages, and how longer ones begin.
# Neither `2 students` nor `3 times` is hours.
_WORDS = {
    "h": "h hr hrs t std stdn u uur ora ore g sa ч час tim jam jams giờ 時間 小时 小時 시간",
    "m": "m min mins dk dak дак мин м 分 分钟 分鐘 分間 분 phút",
    "s": "s sec secs sek sn сек 秒 秒鐘 초 giây",
}
_BEGINNINGS = {
    "h": "hour heure hora tunt tunn stund uren godz saat часа часо timm timer",
    "m": "minut minuu dakik мину menit",
    "s": "second sekun saniy секун detik",
}
_UNITS = {word: unit for unit, words in _WORDS.items() for word in words.split()}
_LONG_UNITS = [
    (start, unit) for unit, starts in _BEGINNINGS.items() for start in starts.split()
]


@lru_cache(maxsize=50_000)
def read_length(text: str, unit: str) -> int | None:
    """The seconds that `text` says; None where it cannot be read.

    A bare number is in `unit`. With a minus the result is negative. Fractions of a
    second are rounded, half up.
    """
    if len(text) > LONGEST:
        return None
    plain_text = text.casefold().replace("\u2212", "-").replace("\xa0", " ")
    length_text = _ABOUT.sub("", " ".join(plain_text.split()))
    if length_text.startswith("-"):
        length = read_length(length_text[1:], unit)
        return -length if length is not None else None
    if match := _MINUTES.fullmatch(length_text):
        return int(match[1]) * 60 + int(match[2])
    if match := _CLOCK.fullmatch(length_text):
        return int(match[1] or 0) * 3600 + int(match[2]) * 60 + int(match[3] or 0)
    if is_number(length_text):
        return _times(length_text, UNITS[unit]) if unit else None
    return _in_words(length_text.removeprefix("pt"))


def is_number(text: str) -> bool:
    """Whether `text` is a bare number, perhaps with a decimal sign."""
    return bool(_NUMBER.fullmatch(text)) and any(map(str.isdecimal, text))


def bare_number(text: str) -> Decimal | None:
    """The number that `text` is, without its sign; None for other texts."""
    if len(text) > LONGEST:
        return None
    number = _ABOUT.sub("", text.strip()).lstrip("-\u2212")
    return Decimal(number.replace(",", ".")) if is_number(number) else None


def _times(number: str, size: int) -> int:
    seconds = Decimal(number.replace(",", ".")) * size
    return int(seconds.quantize(Decimal(1), ROUND_HALF_UP))


def _in_words(text: str) -> int | None:
    """The seconds of a text with units: all of it is read, or nothing.

    `1h 30m`, `1 tunti 30 min`, `2,5 Std.`, `1h30`, `2h 30'`, `1 1/2 h`, `3+ h`.
    """
    text = _AT_LEAST.sub("", _PRIME.sub("min", text))
    text = _HALF.sub(lambda match: f"{match[1] or match[2] or 0}.5", text)
    at, total = 0, Decimal(0)
    if re.fullmatch(r"\d{1,5} ?h ?\d\d", text, re.ASCII):
        text += "m"
    while at < len(text):
        match = _PART.match(text, at)
        unit = unit_of(match[2]) if match else None
        if not match or unit is None:
            return None
        total += Decimal(match[1].replace(",", ".")) * UNITS[unit]
        rest = _BETWEEN.match(text, match.end())
        at = rest.end() if rest else match.end()
    return int(total.quantize(Decimal(1), ROUND_HALF_UP)) if text else None


def unit_of(word: str) -> str | None:
    """Which unit a lower-case word is: `hours`, `std`, `tuntia`, `min`."""
    units = (unit for start, unit in _LONG_UNITS if word.startswith(start))
    return _UNITS.get(word) or next(units, None)
