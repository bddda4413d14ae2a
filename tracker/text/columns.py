"""Plain text in columns: cleaned words, their widths, wrapped lines."""

import re
from collections.abc import Iterator, Sequence

from tracker.command_table import PLACES
from tracker.text.marks import clean_text, show_marks
from tracker.text.screen import SCREEN

# Patterns are texts here, as in `marks`: making these three takes 2 of an everyday call's
# 40 ms, and most answers need none.
# Letters that take one column each: Latin, Greek, Cyrillic; dashes, arrows, blocks.
_ONE_COLUMN = (
    r"[ -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u052f"
    r"\u2010-\u2027\u2030-\u205e\u2190-\u21ff\u2500-\u259f]*"
)
GAP = "  "  # between two columns
NARROWEST = 24  # columns of a text beside its start; a narrower one stands below it
BELOW = 4  # blanks before it, besides those before its start
# A word that is copied whole: an address or path; the name of a file, `tracker.db`; a
# command, `tracker undo`; a name such as `dl-basics`.
_WHOLE = (
    r"(?>.*(?:[/@]|\b[A-Za-z]:\\)).*|[A-Za-z0-9-]+\.[A-Za-z0-9.-]+"
    r"|[(]?(?:Undo: )?tracker .*|[!-~]{1,40}"
)
# What a line is not broken in: a word; a command of up to six words in a sentence,
# with the sign after it (`Undo: tracker undo`, `tracker edit 7k3f;`); a number with a
# short word after it, its unit or month (`12 h`, `30,000 USD`, `10 Nov`).
_UNBROKEN = (
    rf"""[(]?(?:Undo: )?tracker(?= -| COMMAND| (?:{"|".join(PLACES)})\b)"""
    r"""(?: "[^"]*"| '[^']*'| \S*[^\s.,;:)"']){1,6}[.,;:)]*(?!\S)"""
    r"""|[(]?[0-9][0-9,.-]* [A-Za-z]{1,3}\b\S*"""
    r"""|\S+"""
)


def plain(text: str) -> str:
    r"""`text` on one line and safe for a terminal.

    Control letters, marks of direction and lone surrogates become marks such as
    `\x1b`; line breaks and tabs become blanks.
    """
    return text if text.isprintable() else show_marks(text)


def clean_title(text: str) -> str:
    """`text` as a title or a name is stored: on one line, each gap one blank."""
    return " ".join(clean_text(text).split())


def count_noun(number: int, what: str) -> str:
    """`1 session`, `3 sessions`."""
    return f"{number} {what}{'' if number == 1 else 's'}"


def join_words(texts: Sequence[str], last: str = "and") -> str:
    """`repo`, `repo and post`, `letter, repo and post`; empty for none.

    `last` is the word before the last one.
    """
    if len(texts) < 2:
        return "".join(texts)
    return f"{', '.join(texts[:-1])} {last} {texts[-1]}"


def quoted(text: str) -> str:
    """`text` as an error shows it: in single quotes, cleaned, at most 40 columns."""
    return f"'{shorten(plain(text), 40)}'"


def display_width(text: str) -> int:
    """How many columns `text` takes in a terminal.

    Wide letters and emoji take two, also those made of several signs; marks that stand
    above or below a letter take none.
    """
    is_plain = text.isascii() and text.isprintable()  # faster than the expression
    if is_plain or re.fullmatch(_ONE_COLUMN, text):
        return len(text)
    return sum(width for _, width in _shapes(text))


def shorten(text: str, width: int) -> str:
    """`text`, or as much of it as fits in `width` columns, ended by an ellipsis."""
    if display_width(text) <= width:
        return text
    start, used = "", 1
    for shape, columns in _shapes(text):
        used += columns
        if used > width:
            break
        start += shape
    return start.rstrip() + "…"


def _shapes(text: str) -> Iterator[tuple[str, int]]:
    """What a reader sees as one letter or emoji, and the columns of each."""
    if re.fullmatch(_ONE_COLUMN, text):
        return ((letter, 1) for letter in text)
    import wcwidth  # 20 ms, so only where letters have other widths

    shapes = wcwidth.iter_graphemes(text)
    return ((shape, max(wcwidth.wcswidth(shape), 0)) for shape in shapes)


def wrap(text: str, indent: int = 0, width: int | None = None) -> str:
    """`text` in lines of at most `width` columns, each indented by `indent` blanks.

    Without `width` they are as wide as the terminal. Line breaks in `text` stay. A
    command stays on one line, to be copied, and so do addresses and paths, even if they
    are wider. Other words of more than 40 letters, or of wide ones, are broken.
    """
    lines = []
    for part in text.split("\n"):
        lines += _wrap_line(part, indent, width or SCREEN.columns)
    return "\n".join(lines)


def _wrap_line(text: str, indent: int, width: int) -> list[str]:
    lines, room, text = [""], width - indent, plain(text)
    is_tidy = text == text.strip() and "  " not in text
    if is_tidy and display_width(text) <= room:
        return [" " * indent + text if text else ""]
    for word in re.findall(_UNBROKEN, text):
        longer = f"{lines[-1]} {word}".lstrip()
        if display_width(longer) <= room:
            lines[-1] = longer
        elif display_width(word) <= width or re.fullmatch(_WHOLE, word):
            lines = [*filter(None, lines), word]
        elif word.isascii():
            lines = [*filter(None, lines), *_break_word(word, width)]
        else:
            lines[-1:] = _break_word(longer, room)
    return [" " * _indent(line, indent, width) + line for line in lines]


def _break_word(text: str, room: int) -> list[str]:
    """`text` in lines of `room` columns, broken between any letters, as Chinese is."""
    lines, used = [""], 0
    for shape, columns in _shapes(text):
        if used + columns > room:
            lines.append("")
            used = 0
        lines[-1] += shape
        used += columns
    return [line.strip() for line in lines]


def _indent(line: str, indent: int, width: int) -> int:
    """Blanks before a line: fewer where a word that is not broken is too wide."""
    return min(indent, max(width - display_width(line), 0)) if line else 0


def longest_word(text: str) -> int:
    """The columns of the widest part of `text` that `wrap` would not break."""
    return max(map(display_width, re.findall(_UNBROKEN, text)), default=0)


def flow(texts: Sequence[str], indent: int = 0) -> str:
    """Texts two blanks apart, in lines as wide as the terminal; each stays whole."""
    lines = [" " * indent + texts[0]]
    for text in texts[1:]:
        longer = f"{lines[-1]}{GAP}{text}"
        if display_width(longer) > SCREEN.columns:
            lines.append(" " * indent + text)
        else:
            lines[-1] = longer
    return "\n".join(lines)


def hang(start: str, text: str) -> str:
    """`text` wrapped beside `start`.

    Below it, where the room is narrower than `NARROWEST` or than a word of the text.
    """
    column = display_width(start)
    room, cleaned = SCREEN.columns - column, plain(text)
    if display_width(cleaned) <= room:
        return (start + cleaned).rstrip()
    if start.isspace():
        return wrap(text, column)
    if room < max(NARROWEST, longest_word(cleaned)):
        indent = len(start) - len(start.lstrip()) + BELOW
        return f"{start.rstrip()}\n{wrap(text, indent)}"
    return start + wrap(text, column)[column:]
