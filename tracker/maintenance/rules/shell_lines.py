"""The line that a shell completes: its words, and how a word is put into it."""

import re
import shlex
from typing import NamedTuple

# Stands for the cursor; no line holds it, since it is no letter.
_CURSOR = "\ufdd0"
# `LANG=C` before the command.
_ASSIGNMENT = r"[A-Za-z_][A-Za-z0-9_]*=.*"
# `--track=` before its value.
_OPTION = r"--[a-z-]+=|"
# What bash reads as it is, outside of quotes: letters of all languages, these signs, and
# `~/` at the beginning.
_PLAIN = r"[\w@%+=:,./\-]|^~/"


class Line(NamedTuple):
    """The words `before` the one that is completed, without the name of the command.

    `word` is that one as far as it is typed, `option` what `=` joins to its value, and
    `quote` the quotation mark that is open in it.
    """

    before: list[str]
    word: str
    option: str
    quote: str


def read_line(text: str) -> Line:
    """The line up to the cursor, read as a shell reads it."""
    lexer = shlex.shlex(f"{text}{_CURSOR}", posix=True)
    lexer.whitespace_split, lexer.commenters = True, ""
    words: list[str] = []
    quote = ""
    try:
        words.extend(lexer)
    except ValueError:  # a quotation mark is open: it is the lexer's state
        words.append(lexer.token)
        quote = vars(lexer)["state"]
    *before, last = words
    while before and re.fullmatch(_ASSIGNMENT, before[0], re.DOTALL):
        del before[0]
    option = re.match(_OPTION, last)
    assert option  # it matches nothing at least
    return Line(before[1:], last.removesuffix(_CURSOR), option[0], quote)


def to_bash(value: str, line: Line, text: str, breaks: str) -> str:
    """`value` as bash is to insert it into the line `text`.

    Within quotes bash replaces the whole word, else only what follows the last of its
    separators, `breaks`.
    """
    if line.quote == "'":
        return value.replace("'", "'\\''")
    if line.quote:
        return re.sub(r'(["$`\\])', r"\\\1", value)
    # What follows the last separator that has no backslash.
    replaced = re.search(rf"(?:\\.|[^\\{re.escape(breaks)}])*$", text)
    assert replaced
    stays = len(line.word) - len(re.sub(r"\\(.)", r"\1", replaced[0]))
    rest = f"{line.option}{value}"[stays:]
    return re.sub(rf"(?!{_PLAIN}).", r"\\\g<0>", rest)
