"""What the shell completes as the value of each parameter.

The table stands here rather than in the commands, because completion imports none of
them: what they are is read from `parameters.json`.
"""

from collections.abc import Mapping, Sequence

# A value, and what it is.
Named = tuple[str, str]

# By the name of a parameter in its command, or by command and name where that alone
# does not say enough. After `;` is what all later words are. A parameter that is not
# here has the choices of its type, or is free text: an amount, a title, an address.
KINDS = {
    "answers": "file",
    "budget": "file",
    "columns": "column",
    "day": "day",
    "encoding": "encoding",
    "evidence": "evidence",
    "field": "field",
    "file": "file",
    "files": "file",
    "folder": "folder",
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
    "other": "file",
    "output": "file",
    "period": "period",
    "project": "project",
    "rater": "rater",
    "requires": "item",
    "role": "role",
    "rules_file": "file",
    "salvage": "file",
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
    "import year": "year",
    "known words": "bundle skill item milestone",
    "log words": "item; plus-tag day",
    "plan due": "coming-day",
    "redo number": "undone-command",
    "rename item": "own-item",
    "report by": "grouping",
    "report words": "item period plus-tag; period plus-tag",
    "restore file": "backup file",
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
    first, _, later = kinds.partition(";")
    return (later if later and values.get(parameter) else first).split()
