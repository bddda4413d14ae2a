"""Lines no wider than the terminal, with commands whole, to be copied."""

import re

from tracker.text.columns import display_width, plain, wrap
from tracker.text.programs import PROGRAM
from tracker.text.screen import SCREEN

# Patterns are texts here, as in `columns`: few calls print a line that is too wide.
# A command on a line of its own: `  tracker undo`, `  Undo: tracker --db x.db undo`.
_COMMAND_LINE = rf" *(?:Undo: )?{PROGRAM}"
# The blank before a command at the end of a line: `To list them: tracker items`; no
# sign that ends a sentence follows.
_BEFORE_COMMAND = rf"(?<=:)(?<!\bUndo:) +(?={PROGRAM}(?:(?![.,;:] ).)*$)"
# The path of a file: `/srv/you/tracker.db`, `~/log.csv`, `'./my log.csv'`, `file:///x`,
# `C:\you\tracker.db`.
_PATH = r"(?<!\S)['\"(]?(?:(?:~|\.{1,2}|file://)?/|[A-Za-z]:\\)\S*"


def fit(text: str) -> str:
    """`text`, cleaned, with lines wider than the terminal wrapped at their indent.

    A command that ends such a line has a line of its own. Commands and addresses are
    not broken, even if they are wider, nor is a line that only its paths make so wide:
    there may be blanks in them.
    """
    return "\n".join(_fit_line(plain(line)) for line in text.split("\n"))


def plain_lines(text: str) -> str:
    """`text`, cleaned, with its lines as they are, as for a pipe."""
    if text.replace("\n", "").isprintable():
        return text
    return "\n".join(map(plain, text.split("\n")))


def _fit_line(line: str) -> str:
    if display_width(line) <= SCREEN.columns:
        return line  # nearly all: the search for paths takes as long as the rest
    if display_width(re.sub(_PATH, "", line)) <= SCREEN.columns:
        return line
    indent = len(line) - len(line.lstrip())
    sentence, *commands = re.split(_BEFORE_COMMAND, line, maxsplit=1)
    fitted = sentence if re.match(_COMMAND_LINE, line) else wrap(sentence, indent)
    for command in commands:
        last_line = fitted.split("\n")[-1]
        has_room = display_width(f"{last_line} {command}") <= SCREEN.columns
        fitted += f" {command}" if has_room else f"\n{' ' * (indent + 2)}{command}"
    return fitted
