"""The members of a JSON list, one by one, each with its line.

So a long list need not be in memory as a whole.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from tracker.errors import FileProblem

_DECODER = json.JSONDecoder()
# Blanks between values.
_BLANKS = re.compile(r"[ \t\r\n]*")


def members(text: str, *names: str) -> Iterator[tuple[int, Any]]:
    """The members of the list that `text` is, each with its line.

    Where `text` is an object, of the list under the first of `names` in it.
    Raises FileProblem for any other text.
    """
    at = _skip(text, 0)
    try:
        start = at if text[at : at + 1] == "[" else _list_under(text, at, names)
        yield from _items(text, start + 1)
    except (ValueError, RecursionError) as fault:
        raise FileProblem(
            f"The JSON cannot be read: {fault}.", "Export the file again."
        ) from fault


def _items(text: str, at: int) -> Iterator[tuple[int, Any]]:
    line, counted = 1, 0
    at = _skip(text, at)
    if text[at : at + 1] == "]":
        return
    while True:
        at = _skip(text, at)
        line, counted = line + text.count("\n", counted, at), at
        item, at = _DECODER.raw_decode(text, at)
        yield line, item
        at = _skip(text, at)
        if text[at : at + 1] == "]":
            return
        if text[at : at + 1] != ",":
            raise ValueError(
                f"line {line + text.count(chr(10), counted, at)} lacks a comma"
            )
        at += 1


def _list_under(text: str, at: int, names: tuple[str, ...]) -> int:
    """The place where the list under one of `names` begins."""
    if text[at : at + 1] != "{":
        raise ValueError("it is neither a list nor an object")
    at = _skip(text, at + 1)
    while text[at : at + 1] == '"':
        name, at = _DECODER.raw_decode(text, at)
        at = _skip(text, at)
        if text[at : at + 1] != ":":
            raise ValueError("a name has no value")
        at = _skip(text, at + 1)
        if name in names and text[at : at + 1] == "[":
            return at
        _, at = _DECODER.raw_decode(text, at)
        at = _skip(text, at)
        at = _skip(text, at + 1) if text[at : at + 1] == "," else at
    raise ValueError("the list of entries is missing")


def last_value(text: str, name: str) -> object:
    """The value of the last key `name` in a JSON text; None where none can be read.

    Quotes within a text are escaped, so what looks like a key is one.
    """
    key = f'"{name}":'
    at = text.rfind(key)
    try:
        return (
            _DECODER.raw_decode(text, _skip(text, at + len(key)))[0]
            if at >= 0
            else None
        )
    except (ValueError, RecursionError):
        return None


def _skip(text: str, at: int) -> int:
    blanks = _BLANKS.match(text, at)
    return blanks.end() if blanks else at


def text_of(value: object) -> str:
    """A JSON value as text; empty for what is neither a text nor a whole number."""
    if isinstance(value, str):
        return value.strip()
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return str(value) if is_number else ""


def first_text(values: Mapping[str, object], *names: str) -> str:
    """The text under the first of `names` that has one; empty where none has."""
    texts = (text_of(values.get(name)) for name in names)
    return next(filter(None, texts), "")


def texts_of(value: object) -> tuple[str, ...]:
    """The texts of a JSON list; members of other kinds are left out."""
    if not isinstance(value, list):
        return ()
    return tuple(filter(None, map(text_of, value)))


def number_of(value: object) -> int | float | None:
    """A JSON number; None for other values and beyond 10^12."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return value if -1e12 < value < 1e12 else None


def whole_number(value: object) -> int | None:
    """A JSON number, rounded down; None where `number_of` has none."""
    number = number_of(value)
    return None if number is None else int(number // 1)
