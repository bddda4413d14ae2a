"""Make docs/reference.md from the commands, their helps and the topics of `tracker help`.

python -m tests.reference_page
"""

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from tests.command_helps import CommandHelp, general_options, list_sections
from tests.documents import rewrite
from tracker.maintenance.rules.help_topics import (
    EXIT_CODES,
    FILES,
    JSON_PROMISE,
    NOTHING_WRITTEN,
    VARIABLES,
)

DOCS = Path(__file__).parent.parent / "docs"
PAGE, JSON_PAGE, SCHEMAS = (
    DOCS / n for n in ("reference.md", "json.md", "schemas.json")
)

# A row of docs/json.md: a command and the kinds of its answers.
KINDS = re.compile(r"^\| ([a-z]+) \| (`.+`) \|$", re.MULTILINE)
# The key that only exports have, of the demo's person.
EXPORTED = "invented"

INTRODUCTION = """# Reference: every command, option, variable and exit code

Made from the program by `python -m tests.reference_page`; do not edit it here. `tracker help COMMAND` shows the same in a
terminal. To learn tracker, read [the tour](tour.md) first.
"""
DATA = """The database is `tracker.db` in `$XDG_DATA_HOME/tracker`, else in `~/.local/share/tracker`; on macOS in `~/Library/Application Support/tracker`,
on Windows in `%LOCALAPPDATA%\\tracker`. `$TRACKER_DB` and `--db` name another. In its folder lie:
"""
JSON_LINKS = """
[json.md](json.md) has examples; [schemas.json](schemas.json) has the JSON Schema of each kind.
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
    parts += ["With `--json`, by kind:\n", _answers(command.name)]
    return "\n".join(parts)


def _answers(command: str) -> str:
    """The kinds of a command's answers in JSON: the keys of each, and what they say."""
    table = dict(KINDS.findall(JSON_PAGE.read_text(encoding="utf-8")))
    schemas = json.loads(SCHEMAS.read_text(encoding="utf-8"))["$defs"]
    lines = []
    for kind in re.findall("`(.+?)`", table[command]):
        shapes = schemas[kind].get("anyOf", [schemas[kind]])
        # Kinds such as `sessions` are answers of two commands.
        exports = [shape for shape in shapes if EXPORTED in shape["properties"]]
        others = [shape for shape in shapes if shape not in exports]
        for shape in (exports if command == "export" else others) or shapes:
            keys = ", ".join(f"`{key}`" for key in _list_keys(shape["properties"]))
            lines.append(f"- `{kind}` ({keys}): {shape['description']}")
    return "\n".join(lines) + "\n"


def _list_keys(properties: dict[str, Any]) -> list[str]:
    """The keys of an answer without those that any answer may have."""
    own = [key for key, value in properties.items() if value != {"enum": [False]}]
    return [
        key
        for key in own
        if key not in ("schema", "kind", "remarks", "guide", EXPORTED)
    ]


def _paragraph(text: str) -> str:
    return f"```text\n{text}\n```\n" if text.startswith(" ") else f"{text}\n"


def _list(rows: Iterable[tuple[str, str]]) -> str:
    """A line for each term, with what it means."""
    return "\n".join(f"- `{term}`: {text}" for term, text in rows) + "\n"


def _coded(rows: Mapping[str, str]) -> list[tuple[str, str]]:
    """The rows, with each of several terms as code of its own: `VISUAL`, `EDITOR`."""
    return [(term.replace(", ", "`, `"), text) for term, text in rows.items()]


def _json() -> str:
    paragraphs = [
        " ".join(part.split()) if part[0] != " " else part
        for part in JSON_PROMISE.strip("\n").split("\n\n")
    ]
    return "\n".join(map(_paragraph, paragraphs)) + JSON_LINKS


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
