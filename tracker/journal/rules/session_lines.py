"""Sessions as lines of a text for an editor: written, and taken apart again.

A line is `7k3f  Thu 26 Nov  20:15-22:00  ziegler-2019  "KL sweep"  +pair`.
"""

import json
import re
import unicodedata
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from tracker.errors import Unreadable
from tracker.journal.rules.days import say_span
from tracker.journal.rules.pieces import LocalMoment, join_parts
from tracker.journal.rules.records import Session
from tracker.journal.rules.stored_days import own_moment
from tracker.text.amounts import say_amount
from tracker.text.columns import GAP, quoted
from tracker.text.days import parse_day, say_day
from tracker.text.marks import escape_json
from tracker.text.month_days import WEEKDAYS

# A text in double quotes with backslashes as in JSON, or in single quotes, or a word:
# `"a \"b\""`, `'lesson 3'`, `+pair`.
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"(?!\S)|' r"'[^']*'(?!\S)|\S+")

# A day as `say_day` says it: `Thu 26 Nov`, `Thu 26 Nov 2025`.
_DAY = re.compile(
    rf"(?:{'|'.join(WEEKDAYS)}),? [0-9]{{1,2}} [a-z]{{3,9}}(?P<year> [0-9]{{4}})?",
    re.IGNORECASE,
)


class ShownLine(NamedTuple):
    """What the line of a stretch says after its id.

    `day` is the one stored, `time` a range by the clock where the session began, or an
    amount where no start is known.
    """

    day: str
    time: str
    item: str
    note: str
    tags: tuple[str, ...]


class TypedLine(NamedTuple):
    """The words of a line, and its texts in quotes."""

    words: tuple[str, ...]
    quotes: tuple[str, ...]


def show_line(parts: Sequence[Session], moment: LocalMoment) -> ShownLine:
    """The line of a stretch."""
    whole = join_parts(parts)
    time = say_span(whole, own_moment(parts, moment).zone) or say_amount(whole.seconds)
    day = say_day(whole.day, moment.today)
    return ShownLine(day, time, whole.item, whole.note, whole.tags)


def write_lines(ids: Sequence[str], lines: Sequence[ShownLine]) -> list[str]:
    """The text of each line, in columns; `split_line` takes it apart."""
    rows = [
        (short, line.day, line.time, line.item)
        for short, line in zip(ids, lines, strict=True)
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    texts = []
    for row, line in zip(rows, lines, strict=True):
        cells = [f"{cell:{width}}" for cell, width in zip(row, widths, strict=True)]
        note = [_quote(line.note)] if line.note else []
        tags = [f"+{tag}" for tag in line.tags]
        texts.append(GAP.join([*cells, *note, " ".join(tags)]).rstrip())
    return texts


def split_line(text: str) -> TypedLine:
    """The words and the quotes of a line. Raises Unreadable for an open quote."""
    words, quotes = [], []
    for token in _TOKEN.findall(text):
        if token.startswith('"'):
            quotes.append(_unquote(token))
        elif len(token) > 1 and token.startswith("'") and token.endswith("'"):
            quotes.append(token[1:-1])
        else:
            words.append(token)
    return TypedLine(tuple(words), tuple(quotes))


def take_day(words: Sequence[str], today: date) -> tuple[date | None, Sequence[str]]:
    """The day at the beginning of a line, as a line shows it, and the words after it.

    Raises Unreadable where it is on another weekday.
    """
    for count in (4, 3):
        match = _DAY.fullmatch(" ".join(words[:count]))
        if match:
            year = "" if match["year"] else f" {today.year}"
            return parse_day(f"{match[0]}{year}", today), words[count:]
    return None, words


def _quote(note: str) -> str:
    """A note in double quotes, on one line, whatever its letters are."""
    return "".join(map(_escape, json.dumps(note, ensure_ascii=False)))


def _escape(letter: str) -> str:
    """A letter; what would break a line, or look like a blank, as its JSON escape."""
    if letter == " " or not (letter.isspace() or unicodedata.category(letter) == "Cc"):
        return escape_json(letter)
    return json.dumps(letter)[1:-1]


def _unquote(token: str) -> str:
    try:
        text = str(json.loads(token, strict=False))
        text.encode()
    except (ValueError, UnicodeError):
        raise Unreadable(
            f"The quotes in {quoted(token)} could not be read.",
            'Type a note like "lesson 3"; inside it \\" for a quote, \\\\ for a backslash.',
        ) from None
    return text
