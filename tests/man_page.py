"""Make docs/installed/tracker.1, the man page, as tests/reference_page.py makes its page.

python -m tests.man_page
"""

import re
from collections.abc import Iterable
from pathlib import Path
from textwrap import wrap

from tests.command_helps import (
    CommandHelp,
    general_options,
    list_sections,
    split_paragraphs,
)
from tracker import __version__
from tracker.click_group import HELP
from tracker.labels import GUIDE, GUIDE_ADDRESS
from tracker.maintenance.rules.help_topics import (
    EXIT_CODES,
    FILES,
    NOTHING_WRITTEN,
    VARIABLES,
)

PAGE = Path(__file__).parent.parent / "docs" / "installed" / "tracker.1"

WIDTH = 80  # of the lines of the file
# What roff would change, and what it prints as it is.
ESCAPES = {
    "\\": "\\e",
    "-": "\\-",
    '"': "\\(dq",
    "'": "\\(aq",
    "`": "\\(ga",
    "~": "\\(ti",
    "^": "\\(ha",
}
FIRST_LINES = f"""\
.\\" Made from the program by python -m tests.man_page; do not edit it here.
.TH TRACKER 1 "" "tracker {__version__}" "User commands"
.SH NAME
tracker \\- track what you study on the way into AI alignment work
.SH SYNOPSIS
.B tracker
.RI [ OPTIONS ]
.RI [ COMMAND ]
.RI [ ARGUMENTS ]
"""
DATABASE = (
    "The database is tracker.db in $XDG_DATA_HOME/tracker, else in "
    "~/.local/share/tracker. In its folder lie:"
)
SEE_ALSO = (
    "tracker help spellings: how to type amounts, times, days and names.",
    "tracker help files: where the pages about tracker lie on this machine.",
    f"{GUIDE}, from which the curriculum is: {GUIDE_ADDRESS}",
)


def man_page() -> str:
    """The whole page, in roff."""
    sections = list_sections()
    commands = [command for section in sections.values() for command in section]
    lines = [FIRST_LINES.rstrip("\n"), ".SH DESCRIPTION"]
    for text in split_paragraphs(HELP):
        lines += _paragraph(text)
    lines.append(".SH COMMANDS")
    for section, members in sections.items():
        lines.append(f".SS {_escape(section)}")
        for command in members:
            lines += _command(command)
    lines += [".SH OPTIONS", *_list(general_options()), ".SH EXAMPLES"]
    for command in commands:
        lines += _paragraph(f"{command.summary}:")
        lines += _verbatim(command.examples[:1])
    lines += [".SH FILES", *_fill(DATABASE), *_list(FILES.items())]
    lines += [".SH ENVIRONMENT", *_list(VARIABLES.items()), ".SH EXIT STATUS"]
    lines += _list((str(each.code), each.meaning) for each in EXIT_CODES)
    lines += _paragraph(NOTHING_WRITTEN)
    lines.append(".SH SEE ALSO")
    for text in SEE_ALSO:
        lines += _paragraph(text)
    # The first paragraph of a section needs no macro; mandoc says so.
    text = "\n".join(lines)
    for heading in ("DESCRIPTION", "EXAMPLES", "SEE ALSO"):
        text = text.replace(f".SH {heading}\n.PP\n", f".SH {heading}\n")
    return text + "\n"


def _command(command: CommandHelp) -> list[str]:
    """Its usage, below that what it does, and its options further in."""
    first, *others = command.paragraphs
    lines = [".TP", f".B {_escape(command.usage)}", *_fill(first)]
    for text in others:
        is_table = text.startswith(" ")
        lines += (
            [".sp", *_verbatim(text.split("\n"))] if is_table else [".IP", *_fill(text)]
        )
    if command.options:
        lines += [".RS", *_list(command.options), ".RE"]
    return lines


def _paragraph(text: str) -> list[str]:
    if text.startswith(" "):
        return [".PP", *_verbatim(text.split("\n"))]
    return [".PP", *_fill(text)]


def _fill(text: str) -> list[str]:
    """The lines of a text that roff fills anew."""
    return wrap(_escape(text), WIDTH, break_long_words=False, break_on_hyphens=False)


def _verbatim(lines: Iterable[str]) -> list[str]:
    """Lines that stay as they are: a table or an example."""
    return [".RS", ".nf", *map(_escape, lines), ".fi", ".RE"]


def _list(rows: Iterable[tuple[str, str]]) -> list[str]:
    """Each term, and below it what it means."""
    lines = []
    for term, text in rows:
        lines += [".TP", f".B {_escape(term)}", *_fill(text)]
    return lines


def _escape(text: str) -> str:
    """`text` as roff prints it unchanged, so that commands can be copied."""
    escaped = "".join(ESCAPES.get(letter, letter) for letter in text)
    return re.sub(r"(?<!\S)\.", r"\\&.", escaped)  # it would begin a request


if __name__ == "__main__":
    PAGE.write_text(man_page(), encoding="utf-8")
