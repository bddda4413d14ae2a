"""What is wrong in a TOML file, and how to write it, in words for who types one."""

import re
from typing import NamedTuple

from tracker.text.columns import shorten

# `(at line 3, column 8)`, at the end of what the parser says.
_AT_LINE = re.compile(r"\(at line (\d+), ")
# The key at the start of a line: `goals = "x"`, `[[line]]`.
_KEY = re.compile(r"^[ \t]*\[*([\w.-]+)\]*[ \t]*(?:=|$)", re.MULTILINE)
_CURLY = "“”‘’„"
_SEVERAL_LINES = "Put a text with several lines between ''' and '''."
_LIST = 'Write a list: key = ["one", "two"].'
_QUOTES_INSIDE = "Put a text that has quotes or a backslash in it between ''' and '''."
_NUMBERS = "Write a number without commas: 18000; a day: 2026-12-01."
_TEXT = 'Write a text between straight quotes: key = "text".'
_OPEN_TEXT = ("a text has no closing quotes", _SEVERAL_LINES)
# What the parser says, what is wrong, and how to write it.
_FAULTS = {
    "Expected '='": ("there is no = after a key", _TEXT),
    "Illegal character '\\n'": ("the line ends before its text", _SEVERAL_LINES),
    "Unterminated string": _OPEN_TEXT,
    "Expected \"'''\"": _OPEN_TEXT,
    "Unescaped '\\'": ("a text has a backslash", _QUOTES_INSIDE),
    "Invalid hex value": ("a text has a backslash", _QUOTES_INSIDE),
    "Unclosed array": ("a list has no ] at its end", _LIST),
}
# What people write for true and false, in small letters.
_YES_NO = {"true": "true", "yes": "true", "false": "false", "no": "false"}


class TomlFault(NamedTuple):
    """The number of a line from 1, what is wrong there, and how to write it."""

    line: int
    message: str
    hint: str


def explain_toml(text: str, fault: str) -> TomlFault:
    """What is wrong in `text`; `fault` is what the parser says of it."""
    lines = text.split("\n")
    at = _AT_LINE.search(fault)
    number = int(at[1]) if at else len(text.rstrip("\n").split("\n"))
    line = lines[number - 1]
    return TomlFault(number, *_explain("\n".join(lines[:number]), line, fault))


def _explain(text: str, line: str, fault: str) -> tuple[str, str]:
    """What is wrong in a line, the last of `text`, and how to write it."""
    if fault.startswith("Cannot"):
        return f"{_repeated_key(text)} is there twice", "Keep one of the two."
    for start, explained in _FAULTS.items():
        if fault.startswith(start):
            return explained
    key, _, rest = line.partition("=")
    return _explain_value(key.strip(), rest.partition(" #")[0].strip())


def _explain_value(key: str, value: str) -> tuple[str, str]:
    if value[:1] in ('"', "'"):
        return "more follows after a text", _QUOTES_INSIDE
    if set(value) & set(_CURLY):
        return "the quotes are curly", _TEXT
    if right := _YES_NO.get(value.casefold()):
        return f"{shorten(value, 40)} is no value", f"Write {key} = {right}."
    if value[:1].isdigit():
        return f"{shorten(value, 40)} is no value", _NUMBERS
    if value:
        return f"{shorten(value, 40)} stands without quotes", _TEXT
    return "the value is missing", _TEXT


def _repeated_key(text: str) -> str:
    """The last key that stands earlier in the text too."""
    seen: set[str] = set()
    last = "A key"
    for key in _KEY.findall(text):
        last = shorten(key, 40) if key in seen else last
        seen.add(key)
    return last
