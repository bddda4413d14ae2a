"""The members of a JSON list, one by one, each with its line.

So a long list need not be in memory as a whole.
"""

import json
import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from tracker.errors import FileProblem
from tracker.limits import LONGEST_VALUE, MOST_VALUES

_DECODER = json.JSONDecoder()
# Blanks between values.
_BLANKS = re.compile(r"[ \t\r\n]*")


def members(text: str, *names: str) -> Iterator[tuple[int, Any]]:
    """The members of the list that `text` is, each with its line.

    Where `text` is an object, of the list under the first of `names` in it.
    Raises FileProblem for any other text.
    """
    at, values = _skip(text, 0), _Values(text)
    try:
        start = at if text[at : at + 1] == "[" else _list_under(values, at, names)
        if text.count(",", start) > MOST_VALUES:
            _check_count(_items(_Values(text), start + 1))
        yield from _items(values, start + 1)
    except (ValueError, RecursionError) as fault:
        raise FileProblem(
            f"The JSON cannot be read: {fault}.", "Export the file again."
        ) from fault


def _check_count(items: Iterator[object]) -> None:
    """Raises ValueError for more items than are read, before any is read further."""
    if next(islice(items, MOST_VALUES, None), None):
        raise ValueError(f"it has over {MOST_VALUES:,} entries")


class _Values:
    """The values of a JSON text, each read from a part of it, so that none is too long."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._start, self._part = 0, text[: 2 * LONGEST_VALUE]

    def read(self, at: int) -> tuple[Any, int]:
        """The value that begins at a place, and the place after it.

        Raises ValueError where there is none, or it is longer than LONGEST_VALUE.
        """
        if at - self._start > LONGEST_VALUE:
            self._start, self._part = at, self.text[at : at + 2 * LONGEST_VALUE]
        try:
            value, end = _DECODER.raw_decode(self._part, at - self._start)
        except json.JSONDecodeError as fault:
            self._check_length(at)
            place = self._start + fault.pos
            raise json.JSONDecodeError(fault.msg, self.text, place) from None
        except ValueError:
            raise ValueError("a number has too many digits") from None
        return value, self._start + end

    def _check_length(self, at: int) -> None:
        """Raises ValueError for a value that may go on after its part of the text."""
        if self._start + len(self._part) < len(self.text):
            line = self.text.count("\n", 0, at) + 1
            reason = f"damaged, or longer than {LONGEST_VALUE:,} characters"
            raise ValueError(f"the entry in line {line} is {reason}")


def _items(values: _Values, at: int) -> Iterator[tuple[int, Any]]:
    text, line, counted = values.text, 1, 0
    at = _skip(text, at)
    if text[at : at + 1] == "]":
        return
    while True:
        at = _skip(text, at)
        line, counted = line + text.count("\n", counted, at), at
        item, at = values.read(at)
        yield line, item
        at = _skip(text, at)
        if text[at : at + 1] == "]":
            return
        if text[at : at + 1] != ",":
            raise ValueError(
                f"line {line + text.count(chr(10), counted, at)} lacks a comma"
            )
        at += 1


def _list_under(values: _Values, at: int, names: tuple[str, ...]) -> int:
    """The place where the list under one of `names` begins."""
    text = values.text
    if text[at : at + 1] != "{":
        raise ValueError("it is neither a list nor an object")
    at = _skip(text, at + 1)
    while text[at : at + 1] == '"':
        name, at = values.read(at)
        at = _skip(text, at)
        if text[at : at + 1] != ":":
            raise ValueError("a name has no value")
        at = _skip(text, at + 1)
        if name in names and text[at : at + 1] == "[":
            return at
        _, at = values.read(at)
        at = _skip(text, at)
        at = _skip(text, at + 1) if text[at : at + 1] == "," else at
    raise ValueError("the list of entries is missing")


def last_value(text: str, name: str) -> object:
    """The value of the last key `name` in a JSON text; None where none can be read.

    Quotes within a text are escaped, so what looks like a key is one.
    """
    key = f'"{name}":'
    at = text.rfind(key)
    if at < 0:
        return None
    start = _skip(text, at + len(key))
    try:
        return _Values(text[start : start + 2 * LONGEST_VALUE]).read(0)[0]
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
