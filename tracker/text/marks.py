r"""Letters that speak to a terminal, shown as marks: `\x1b`, `\u202e`.

Such are the letters of control (ESC, BEL, C1), marks that turn the direction of text,
separators of lines, and bytes in the name of a file that are no UTF-8. Text that is
stored or exported goes without them.
"""

import re
import unicodedata
from collections.abc import Iterable

_JOINERS = "\u200c\u200d"  # emoji and Persian need them
# Letters that show nothing and leave their neighbours as they are, such as the soft
# hyphen of a copied page: dropped. Arabic and Hebrew are read without their marks.
_EMPTY = "\xad\u061c\u200b\u200e\u200f\u2060\ufeff"
# What separates words: each becomes a blank.
_BLANKS = "\t\n\r"
# Unicode categories of letters that a terminal must not get.
_HIDDEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
# Patterns are texts here: few calls print what needs one, and compiling them takes time.
# A flag made of signs that nobody sees, such as Wales's; or any letter.
_SHAPE = "\U0001f3f4[\U000e0020-\U000e007e]{1,9}\U000e007f|(?s:.)"
# A letter of JSON that may need an escape; its line breaks are between values.
_UNUSUAL = r"[^ -~\n]"
# A text in double quotes, or in the single ones that a shell takes: `'a b'`.
_QUOTES = r"""("[^"\n]*")|(?<![\w$])'([^'\n]*)'"""


def show_marks(text: str) -> str:
    r"""`text` on one line with a mark for each letter that speaks to a terminal.

    What stands in single quotes, as in a command to paste, gets the quotes in which a
    shell reads marks: `rm $'a\x1bb'`.
    """
    return re.sub(_SHAPE, _show, re.sub(_QUOTES, _show_quotes, text))


def clean_text(text: str) -> str:
    """`text` on one line, without the letters that `show_marks` would mark."""
    if text.isprintable():
        return text
    return re.sub(_SHAPE, _clean, text)


def drop_hidden(text: str) -> str:
    """`text` without the letters that `show_marks` would mark; its lines and tabs stay."""
    if text.isprintable():
        return text
    return re.sub(_SHAPE, _drop, text.replace("\r\n", "\n").replace("\r", "\n"))


def escape_json(text: str) -> str:
    r"""JSON in which each letter that speaks to a terminal is an escape: `\u009b`."""
    return text if text.isprintable() else re.sub(_UNUSUAL, _escape, text)


def mark_breaks(text: str, names: Iterable[str]) -> str:
    """`text` with marks for the line breaks in these names of files, or parts of them."""
    for name in names:
        for part in name.split("/") if "\n" in name else ():
            if "\n" in part:
                text = text.replace(part, part.replace("\n", mark("\n")))
    return text


def _clean(shape: re.Match[str]) -> str:
    return " " if shape[0].isspace() else _seen(shape[0])


def _drop(shape: re.Match[str]) -> str:
    return shape[0] if shape[0] in _BLANKS else _seen(shape[0])


def _show(shape: re.Match[str]) -> str:
    letter = shape[0]
    return _blank(letter) or _seen(letter) or ("" if letter in _EMPTY else mark(letter))


def _show_quotes(quotes: re.Match[str]) -> str:
    inside = quotes[2]
    if inside is None or inside.isprintable() or not any(map(_is_marked, inside)):
        return quotes[0]
    shown = inside.replace("\\", r"\\").replace("\t", r"\t").replace("\r", r"\r")
    return f"$'{re.sub(_SHAPE, _show, shown)}'"


def mark(letter: str) -> str:
    r"""The mark of a letter, which a shell reads too: `\x1b`, `\u202e`."""
    code = ord(letter)
    if 0xDC80 <= code <= 0xDCFF:  # how Python reads a byte that is no UTF-8
        code -= 0xDC00
    elif code >= 0x80:
        return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
    return f"\\x{code:02x}"


def _blank(letter: str) -> str:
    """A blank for a tab, a line break and blanks such as U+00A0; else nothing."""
    is_blank = letter in _BLANKS or unicodedata.category(letter[0]) == "Zs"
    return " " if is_blank else ""


def _seen(shape: str) -> str:
    """The letter or the flag, if a reader sees it; else nothing."""
    return "" if len(shape) == 1 and _is_hidden(shape) else shape


def _is_hidden(letter: str) -> bool:
    return letter not in _JOINERS and unicodedata.category(letter) in _HIDDEN


def _is_marked(letter: str) -> bool:
    return _is_hidden(letter) and letter not in _EMPTY + _BLANKS


def _escape(match: re.Match[str]) -> str:
    """The letter, or its escape; JSON writes one above U+FFFF as two halves."""
    letter = match[0]
    if letter.isprintable() or not _is_hidden(letter):
        return letter
    units = letter.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
