"""Plain text laid out at a given width: cleaned words, tables, wrapped lines, the bar of a ledger."""

import math
import re
import unicodedata
from collections.abc import Sequence

GAP = "  "
_JOINERS = "\u200c\u200d"
_HIDDEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
WIDTH = 80  # columns of the terminal that texts are laid out for
_NO_WIDTH = {"Mn", "Me", "Cf"}
_ADDRESS = re.compile(r"\S+://\S+")
# A word, or a command as sentences name it, up to a sign that ends it: `Undo: tracker undo`, `tracker edit 7k3f;`.
_UNIT = re.compile(
    r"""(?:Undo: )?tracker(?: "[^"]*"| '[^']*'| \S*[^\s.,;:)"']){1,6}[.,;:)]*(?!\S)|\S+"""
)


def plain(text: str) -> str:
    """`text` on one line and safe for a terminal: no control characters, no bidi marks, no lone surrogates.

    Line breaks and tabs become blanks. Joiners stay, since emoji and Persian need them.
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
    """`text` as a title or a name is kept: cleaned, on one line, each gap one blank."""
    return " ".join(plain(text).split())


def count_noun(number: int, what: str) -> str:
    """`1 session`, `3 sessions`."""
    return f"{number} {what}{'' if number == 1 else 's'}"


def join_words(words: Sequence[str], last: str = "and") -> str:
    """`repo`, `repo and post`, `letter, repo and post`; `last` is the word before the last. Empty for none."""
    return f" {last} ".join(
        part for part in (", ".join(words[:-1]), *words[-1:]) if part
    )


def quoted(text: str) -> str:
    """`text` as an error message shows it: in single quotes, cleaned, at most 40 columns."""
    return f"'{shorten(plain(text), 40)}'"


def display_width(text: str) -> int:
    """How many columns a terminal gives `text` (Unicode UAX #11: wide and full-width letters take two)."""
    return len(text) if text.isascii() else sum(map(_letter_width, text))


def _letter_width(letter: str) -> int:
    if unicodedata.category(letter) in _NO_WIDTH or "\u1160" <= letter <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def shorten(text: str, width: int) -> str:
    """`text`, or as much of it as fits in `width` columns with an ellipsis at the end."""
    if display_width(text) <= width:
        return text
    kept, used = [], 1
    for letter in text:
        used += _letter_width(letter)
        if used > width:
            break
        kept.append(letter)
    return "".join(kept).rstrip() + "…"


def table(
    rows: Sequence[Sequence[str]], align: str = "lr", width: int = 80, indent: int = 0
) -> str:
    """`rows` as columns two blanks apart, within `width` columns; no row, no text.

    `align` has one letter a column, `l` or `r`; columns beyond it are `l`. Where the rows are too wide,
    the widest `l` column is shortened with an ellipsis; `r` columns hold figures and never are.
    """
    if not rows:
        return ""
    count = max(map(len, rows))
    sides = align[:count].ljust(count, "l")
    cells = [[plain(cell) for cell in row] + [""] * (count - len(row)) for row in rows]
    widths = [max(display_width(row[at]) for row in cells) for at in range(count)]
    _narrow(widths, sides, width - indent - len(GAP) * (count - 1))
    return "\n".join(_line(row, sides, widths, indent) for row in cells)


def _narrow(widths: list[int], sides: str, room: int) -> None:
    """Take columns from the widest `l` column, one at a time, until all fit or nothing is left to take."""
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


def wrap(text: str, indent: int = 0, width: int = 80) -> str:
    """`text` broken at blanks into lines of at most `width` columns, each indented by `indent` blanks.

    Line breaks in `text` stay, and a command stays on one line, to be copied. A word wider than the room (an address)
    stands whole on a line of its own.
    """
    return "\n".join(
        line for part in text.split("\n") for line in _wrap_line(part, indent, width)
    )


def fit(text: str, width: int = 80) -> str:
    """`text`, cleaned; lines wider than `width` columns are wrapped, but for those that someone will copy whole.

    These name a file (an address has no blanks, and stays whole), or are a command on an indented line of its own.
    """

    def fitted(line: str) -> str:
        whole = (
            display_width(line) <= width
            or "/" in _ADDRESS.sub("", line)
            or line.startswith("  tracker ")
        )
        return line if whole else wrap(line, width=width)

    return "\n".join(fitted(plain(line)) for line in text.split("\n"))


def _wrap_line(text: str, indent: int, width: int) -> list[str]:
    lines, room = [""], width - indent
    for word in _UNIT.findall(plain(text)):
        longer = f"{lines[-1]} {word}".lstrip()
        if lines[-1] and display_width(longer) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return [(" " * indent + line).rstrip() for line in lines]


def ledger_bar(done: float, low: float, high: float, width: int = 47) -> str:
    """A ledger in `width` columns: `0 |=========|=====....| 400`; the figures are hours, the mark stands at `low`.

    Any work shows; the bar is full only from `high` on, and never runs over.
    """
    end = f"| {high:g}"
    room = max(width - len("0 |") - len(end), 3)
    share = min(max(done / high, 0.0), 1.0) if high > 0 else 1.0
    filled = room if share >= 1 else min(math.ceil(share * room), room - 1)
    cells = ["="] * filled + ["."] * (room - filled)
    if 0 < low < high:
        cells[math.floor(low / high * room)] = "|"
    return "0 |" + "".join(cells) + end
