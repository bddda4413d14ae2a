"""Commands that answer a question about a file, as hints of errors."""

import re
from collections.abc import Mapping

from tracker.system import join, quote, split

# A value of `--columns`, where none can be made of the file.
EXAMPLE = "--columns date,project,minutes,note"
# What can be said of a column; `-` is one to leave out.
SPOKEN = (
    "date",
    "start",
    "end",
    "hours",
    "minutes",
    "seconds",
    "duration",
    "mm:ss",
    "break",
    "project",
    "note",
    "tags",
    "user",
    "id",
    "-",
)
# Where the hint of an error says this, the command puts what was typed.
TYPED = "tracker import FILE"
# The same with the option that follows: `tracker import FILE --dates`.
_ANSWER = re.compile(rf"{TYPED} (--[a-z]+)")


def answer(name: str, option: str) -> str:
    """A possible answer, and on a line of its own the command that gives it."""
    return f"{name}:\n  {TYPED} {option}"


def answers(options: Mapping[str, str]) -> str:
    """Each possible answer with its command, from the options that give them."""
    return "\n".join(answer(name, option) for name, option in options.items())


def columns_by_header(headers: Mapping[str, str]) -> str:
    """The option that names columns by header: `--columns 'date=Day,hours=Time'`."""
    pairs = ",".join(f"{part}={header}" for part, header in headers.items())
    return f"--columns {quote(pairs)}"


def columns_by_place(parts: Mapping[int, str]) -> str:
    """The option that names columns by place: `--columns date,-,hours`."""
    words = [parts.get(place, "-") for place in range(max(parts) + 1)]
    return f"--columns {','.join(words)}"


def with_typed_command(hint: str, command: str) -> str:
    """A hint with the command that was typed: `tracker import log.csv --zone UTC`.

    An option that the hint gives replaces the one that was typed.
    """
    return _ANSWER.sub(lambda match: _with_option(command, match[1]), hint)


def _with_option(command: str, option: str) -> str:
    """`command` without an earlier value of `option`, and then the option."""
    words = split(command)
    while option in words:
        at = words.index(option)
        del words[at : at + 2]
    words = [word for word in words if not word.startswith(f"{option}=")]
    return f"{join(words)} {option}"
