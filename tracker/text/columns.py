"""Plain text in columns: cleaned words, tables, wrapped lines, bars of hours."""

import math
import re
import unicodedata
from collections.abc import Sequence

WIDTH = 80  # columns of the terminal
GAP = "  "  # between two columns
_JOINERS = "\u200c\u200d"  # emoji and Persian need them
# Unicode categories: letters that a terminal must not get, and those without a width.
_HIDDEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
_NO_WIDTH = {"Mn", "Me", "Cf"}
# An address, `https://example.org/x`.
_ADDRESS = re.compile(r"\S+://\S+")
# What a line is not broken in: a word; a command of up to six words in a sentence,
# with the sign after it (`Undo: tracker undo`, `tracker edit 7k3f;`); a number with a
# short word after it, its unit or month (`12 h`, `30,000 USD`, `10 Nov`).
_UNBROKEN = re.compile(
    r"""(?:Undo: )?tracker(?: "[^"]*"| '[^']*'| \S*[^\s.,;:)"']){1,6}[.,;:)]*(?!\S)"""
    r"""|[(]?[0-9][0-9,.-]* [A-Za-z]{1,3}\b\S*"""
    r"""|\S+"""
)


def plain(text: str) -> str:
    """`text` on one line and safe for a terminal.

    Control characters, bidi marks and lone surrogates are dropped; line breaks and tabs
    become blanks.
    """
    if text.isprintable() and text.isascii():
        return text
    return "".join(map(_plain_letter, text))


def _plain_letter(letter: str) -> str:
    if letter.isspace() and not letter.isprintable():
        return " "
    if letter in _JOINERS or unicodedata.category(letter) not in _HIDDEN:
        return letter
    return ""


def clean_title(text: str) -> str:
    """`text` as a title or a name is stored: on one line, each gap one blank."""
    return " ".join(plain(text).split())


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
    """How many columns `text` takes in a terminal; wide letters take two (UAX #11)."""
    return len(text) if text.isascii() else sum(map(_letter_width, text))


def _letter_width(letter: str) -> int:
    if unicodedata.category(letter) in _NO_WIDTH or "\u1160" <= letter <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def shorten(text: str, width: int) -> str:
    """`text`, or as much of it as fits in `width` columns, ended by an ellipsis."""
    if display_width(text) <= width:
        return text
    length, used = 0, 1
    for letter in text:
        used += _letter_width(letter)
        if used > width:
            break
        length += 1
    return text[:length].rstrip() + "…"


def table(
    rows: Sequence[Sequence[str]],
    align: str = "lr",
    width: int = WIDTH,
    indent: int = 0,
) -> str:
    """`rows` as a table two blanks apart, within `width`; empty text for no rows.

    `align` has one letter for each column, `l` or `r`; columns after it are `l`. If the
    rows are too wide, the widest `l` column is shortened with an ellipsis; `r` columns
    hold figures and never are.
    """
    if not rows:
        return ""
    count = max(map(len, rows))
    sides = align[:count].ljust(count, "l")
    cells = [_plain_row(row, count) for row in rows]
    widths = [max(map(display_width, column)) for column in zip(*cells, strict=True)]
    _narrow(widths, sides, width - indent - len(GAP) * (count - 1))
    return "\n".join(_line(row, sides, widths, indent) for row in cells)


def _plain_row(row: Sequence[str], count: int) -> list[str]:
    """The row's cells, cleaned, with empty ones up to `count`."""
    return [plain(cell) for cell in row] + [""] * (count - len(row))


def _narrow(widths: list[int], sides: str, room: int) -> None:
    """Narrow the widest `l` column, step by step, until all fit or none can shrink."""
    texts = [at for at, side in enumerate(sides) if side == "l"]
    for _ in range(sum(widths) - room):
        widest = max(texts, key=lambda at: widths[at], default=None)
        if widest is None or widths[widest] <= 1:
            return
        widths[widest] -= 1


def _line(row: Sequence[str], sides: str, widths: Sequence[int], indent: int) -> str:
    padded = (
        _pad(cell, side, width)
        for cell, side, width in zip(row, sides, widths, strict=True)
    )
    return (" " * indent + GAP.join(padded)).rstrip()


def _pad(cell: str, side: str, width: int) -> str:
    if side == "r":
        return " " * (width - display_width(cell)) + cell
    cell = shorten(cell, width)
    return cell + " " * (width - display_width(cell))


def wrap(text: str, indent: int = 0, width: int = WIDTH) -> str:
    """`text` in lines of at most `width` columns, each indented by `indent` blanks.

    Line breaks in `text` stay. A command stays on one line, to be copied. A word wider
    than a line (an address) has a line of its own.
    """
    lines = []
    for part in text.split("\n"):
        lines += _wrap_line(part, indent, width)
    return "\n".join(lines)


def fit(text: str, width: int = WIDTH) -> str:
    """`text`, cleaned, with lines wider than `width` wrapped.

    Lines to be copied whole are not: those with a path of a file, and a command on an
    indented line of its own. An address has no blanks and stays whole anyway.
    """
    return "\n".join(_fit_line(plain(line), width) for line in text.split("\n"))


def _fit_line(line: str, width: int) -> str:
    is_path = "/" in _ADDRESS.sub("", line)
    if display_width(line) <= width or is_path or line.startswith("  tracker "):
        return line
    return wrap(line, width=width)


def _wrap_line(text: str, indent: int, width: int) -> list[str]:
    lines, room = [""], width - indent
    for word in _UNBROKEN.findall(plain(text)):
        longer = f"{lines[-1]} {word}".lstrip()
        if lines[-1] and display_width(longer) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return [(" " * indent + line).rstrip() for line in lines]


def ledger_bar(done: float, low: float, high: float, width: int = 47) -> str:
    """A bar of hours in `width` columns: `0 |=========|=====....| 400`.

    The inner mark is at `low`. Any work shows; the bar is full from `high` on only.
    """
    end = f"| {high:g}"
    room = max(width - len("0 |") - len(end), 3)
    share = min(max(done / high, 0.0), 1.0) if high > 0 else 1.0
    filled = room if share >= 1 else min(math.ceil(share * room), room - 1)
    cells = ["="] * filled + ["."] * (room - filled)
    if 0 < low < high:
        cells[math.floor(low / high * room)] = "|"
    return "0 |" + "".join(cells) + end
