"""Make docs/reference.md from the commands, their helps and the topics of `tracker help`.

python -m tests.reference_page
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

from tests.command_helps import CommandHelp, general_options, list_sections
from tests.documents import rewrite
from tracker.maintenance.rules.help_topics import (
    EXIT_CODES,
    FILES,
    JSON_PROMISE,
    NOTHING_WRITTEN,
    VARIABLES,
)

PAGE = Path(__file__).parent.parent / "docs" / "reference.md"

INTRODUCTION = """# Reference: every command, option, variable and exit code

Made from the program by `python -m tests.reference_page`; do not edit it here. `tracker help COMMAND` shows the same in a
terminal. To learn tracker, read [the tour](tour.md) first.
"""
DATA = """The database is `tracker.db` in `$XDG_DATA_HOME/tracker`, else in `~/.local/share/tracker`; on macOS in `~/Library/Application Support/tracker`,
on Windows in `%LOCALAPPDATA%\\tracker`. `$TRACKER_DB` and `--db` name another. In its folder lie:
"""
SPELLINGS = """Amounts, times, days, periods, names, tags and evidence are read in many spellings. What could be meant in two ways is refused, with a
corrected command for each reading.
"""


def reference_page() -> str:
    """The whole page, with what its examples print."""
    parts = [
        INTRODUCTION,
        _contents(),
        "## General options\n",
        _list(general_options()),
    ]
    for section, commands in list_sections().items():
        parts.append(f"## {section}\n")
        parts += map(_command, commands)
    parts += ["## How to type amounts, times, days and names\n", SPELLINGS]
    parts.append(_console(["help spellings"]))
    parts += ["## Answers as JSON\n", _json(), "## Exit codes\n", _exit_codes()]
    parts += ["## Variables\n", _list(_coded(VARIABLES))]
    parts += ["## Files\n", DATA, _list(_coded(FILES))]
    return rewrite("\n".join(parts))


def _contents() -> str:
    """A line of links for each section."""
    lines = []
    for section, commands in list_sections().items():
        links = " ".join(f"[{each.name}](#{each.name})" for each in commands)
        lines.append(f"- {section}: {links}")
    others = {
        "Spellings": "how-to-type-amounts-times-days-and-names",
        "JSON": "answers-as-json",
        "Exit codes": "exit-codes",
        "Variables": "variables",
        "Files": "files",
    }
    lines.append(
        "- " + ", ".join(f"[{name}](#{place})" for name, place in others.items())
    )
    return "\n".join(lines) + "\n"


def _command(command: CommandHelp) -> str:
    """Usage, examples, what it does, and its options."""
    examples = "\n".join(command.examples)
    parts = [f"### {command.name}\n", f"`{command.usage}`\n"]
    parts += map(_paragraph, command.paragraphs)
    parts.append(f"```sh\n{examples}\n```\n")
    if command.options:
        parts.append(_list(command.options))
    return "\n".join(parts)


def _paragraph(text: str) -> str:
    return f"```text\n{text}\n```\n" if text.startswith(" ") else f"{text}\n"


def _list(rows: Iterable[tuple[str, str]]) -> str:
    """A line for each term, with what it means."""
    return "\n".join(f"- `{term}`: {text}" for term, text in rows) + "\n"


def _coded(rows: Mapping[str, str]) -> list[tuple[str, str]]:
    """The rows, with each of several terms as code of its own: `VISUAL`, `EDITOR`."""
    return [(term.replace(", ", "`, `"), text) for term, text in rows.items()]


def _json() -> str:
    return "\n".join(map(_paragraph, JSON_PROMISE.strip().split("\n\n")))


def _exit_codes() -> str:
    """What each means, and an example of each that can be shown."""
    meanings = _list((str(each.code), each.meaning) for each in EXIT_CODES)
    typed = [each.example for each in EXIT_CODES if each.example]
    return f"{meanings}\n{NOTHING_WRITTEN}\n\n{_console(typed, with_codes=True)}"


def _console(commands: Iterable[str], *, with_codes: bool = False) -> str:
    """A block of commands; `rewrite` adds what they print."""
    lines = []
    for command in commands:
        lines.append(f"$ tracker {command}")
        lines += ["$ echo $?"] * with_codes
    body = "\n".join(lines)
    return f"```console\n{body}\n```\n"


if __name__ == "__main__":
    PAGE.write_text(reference_page(), encoding="utf-8")
