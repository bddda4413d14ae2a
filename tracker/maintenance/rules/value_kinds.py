"""What the shell completes as the value of each parameter.

The table stands here rather than in the commands, because completion imports none of
them: what they are is read from `parameters.json`.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

# A value, and what it is.
Named = tuple[str, str]
# Kinds that the shell knows itself, and what all others are for it.
FILE, FOLDER = "file", "dir"
PLAIN = "plain"


class Offer(NamedTuple):
    """What a shell is offered: a value with what it is, or the begin of a file's path."""

    value: str
    what: str = ""
    kind: str = PLAIN


# By the name of a parameter in its command, or by command and name where that alone
# does not say enough. After `;` stands what all words after the first are. A parameter that is not
# here has the choices of its type, or is free text: an amount, a title, an address.
KINDS = {
    "answers": FILE,
    "budget": FILE,
    "columns": "column",
    "day": "day",
    "encoding": "encoding",
    "evidence": "evidence",
    "field": "field",
    "file": FILE,
    "files": FILE,
    "folder": FOLDER,
    "form": "format",
    "funder": "funder",
    "hide": "work",
    "item": "item",
    "key": "setting",
    "level": "level",
    "milestone": "milestone",
    "name": "item milestone",
    "names": "item milestone",
    "only": "work",
    "other": FILE,
    "output": FILE,
    "period": "period",
    "project": "project",
    "rater": "rater",
    "requires": "item",
    "role": "role",
    "rules_file": FILE,
    "salvage": FILE,
    "session_id": "session",
    "show": "work",
    "since": "day",
    "skill": "skill",
    "span_day": "day",
    "span_period": "period",
    "span_week": "week",
    "tag": "tag",
    "tags": "tag",
    "track": "track",
    "until": "day",
    "value": "setting-value",
    "variant": "variant",
    "works": "work",
    "zone": "zone",
    "alias name": "alias",
    "ask name": "subject question",
    "break words": "coming-day",
    "edit words": "item plus-tag day",
    "help topic": "topic",
    "import year": "year",
    "known words": "bundle skill item milestone",
    "log words": "item; plus-tag day",
    "plan due": "coming-day",
    "redo number": "undone-command",
    "rename item": "own-item",
    "report by": "grouping",
    "report words": "item period plus-tag; period plus-tag",
    "restore file": f"backup {FILE}",
    "review words": "week",
    "rm ids": "session line own-item",
    "sessions words": "item period plus-tag; period plus-tag",
    "show name": "item milestone role skill bar",
    "start words": "item; plus-tag",
    "stop words": "plus-tag",
    "undo number": "done-command",
    "week words": "week",
    "year words": "year",
}

# The setting -> the kind of its value; all others are free text.
SETTING_KINDS = {
    "day-starts": "day-start",
    "pictures": "picture",
    "target": "role",
    "variant": "variant",
    "zone": "zone",
}


def value_kinds(
    command: str, parameter: str, values: Mapping[str, object]
) -> Sequence[str]:
    """The kinds of value of a parameter of a command, where `values` are typed already."""
    kinds = KINDS.get(f"{command} {parameter}") or KINDS.get(parameter, "")
    if kinds == "setting-value":
        kinds = SETTING_KINDS.get(str(values.get("key")), "")
    first, end, later = kinds.partition(";")
    return (later if end and values.get(parameter) else first).split()
