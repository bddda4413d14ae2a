"""Amounts of time in words and fractions: `an hour and a half`, `1½h`, `two hours`."""

import re

_SIGNS = {"½": "1/2", "¼": "1/4", "¾": "3/4", "⅓": "1/3", "⅔": "2/3"}
_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_OTHERS = {
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "ninety": 90,
}
_VALUES = {**{word: at for at, word in enumerate(_ONES, 1)}, **_OTHERS}
# Numbers in words: `two`, `forty-five`, `ninety`.
_NUMBER = (
    rf"\b(?:(twenty|thirty|forty|fifty)[- ])?({'|'.join(_ONES)})\b"
    rf"|\b({'|'.join(_OTHERS)})\b"
)
# Hours with a sign for their part and no unit: `1½`, `½`.
_BARE_SIGN = rf"[0-9]{{0,5}} ?[{''.join(_SIGNS)}]"
# Parts of an hour in words: `half`, `a quarter`, `three-quarters`.
_HALF = r"\b(?:an? |one )?half\b"
_QUARTERS = r"\b(?:(three)[- ]quarters|(?:an? |one )?quarter)\b"
_HOURS = r"(?:hours?|hrs?|h)"
# `1 1/2 h`, `1/2 an hour`, `3/4 of an hour`, `2 and 1/2 hours`.
_WITH_PART = (
    r"(?:([0-9]{1,5}) (?:and )?)?([1-9])/([1-9])(?: of)?(?: an?)?[- ]?" + _HOURS
)
# `an hour and 1/2`, `2 hours and 1/4`, `hour and 1/2`.
_AND_PART = rf"(?:([0-9]{{1,5}}|an?) ?)?{_HOURS} and ([1-9])/([1-9])"
# `a` or `an` before a unit: `an hour`, `a minute`.
_ARTICLE = r"\ban? (?=hour|minute)"


def in_digits(text: str) -> str:
    """`text`, lower-case, with digits for words: `90m` for `an hour and a half`.

    Words that are no amount are left as they are.
    """
    if re.fullmatch(_BARE_SIGN, text):
        text += "h"
    for sign, digits in _SIGNS.items():
        text = text.replace(sign, f" {digits} ")
    text = re.sub(_HALF, "1/2", text)
    text = re.sub(_QUARTERS, lambda match: "3/4" if match[1] else "1/4", text)
    text = " ".join(re.sub(_NUMBER, _to_digits, text).split())
    if match := re.fullmatch(_WITH_PART, text):
        return _in_minutes(match[1] or "0", int(match[2]), int(match[3])) or text
    if match := re.fullmatch(_AND_PART, text):
        whole = match[1] if match[1] and match[1].isdecimal() else "1"
        return _in_minutes(whole, int(match[2]), int(match[3])) or text
    return re.sub(_ARTICLE, "1 ", text)


def _to_digits(match: re.Match[str]) -> str:
    """`45` for `forty-five`."""
    return str(sum(_VALUES[word] for word in match.groups() if word))


def _in_minutes(hours: str, part: int, parts: int) -> str:
    """`90m` for 1 hour and 1 part of 2; empty for what is no part in whole minutes."""
    if part >= parts or 60 * part % parts:
        return ""
    return f"{int(hours) * 60 + 60 * part // parts}m"
