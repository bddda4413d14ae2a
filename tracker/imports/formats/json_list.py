"""The members of a JSON list, one by one, each with its line: neither the whole tree nor the lines are lost."""

import json
import re
from collections.abc import Iterator
from typing import Any

from tracker.errors import FileProblem

_DECODER = json.JSONDecoder()
_BLANK = re.compile(r"[ \t\r\n]*")


def members(text: str, *names: str) -> Iterator[tuple[int, Any]]:
    """The members of the list that `text` is, or of the one under `names` in its outer object, each with its line.

    Raises FileProblem for text that is no such JSON.
    """
    at = _skip(text, 0)
    try:
        start = at if text[at : at + 1] == "[" else _list_under(text, at, names)
        yield from _items(text, start + 1)
    except (ValueError, RecursionError) as fault:
        raise FileProblem(
            f"Its JSON cannot be read: {fault}.", "Export the file again."
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
    """Where the list under one of `names` begins."""
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


def _skip(text: str, at: int) -> int:
    found = _BLANK.match(text, at)
    return found.end() if found else at


def text_of(value: object) -> str:
    """A JSON value as text: empty for null and for what is no text or number."""
    if isinstance(value, str):
        return value.strip()
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""


def texts_of(value: object) -> tuple[str, ...]:
    """A JSON list of texts; anything else in it is left out."""
    return tuple(filter(None, map(text_of, value))) if isinstance(value, list) else ()


def whole(value: object) -> int | None:
    """A JSON number as whole seconds, or None where it is none that a clock shows."""
    if (
        isinstance(value, bool)
        or not isinstance(value, int | float)
        or not -1e12 < value < 1e12
    ):
        return None
    return int(value // 1)
