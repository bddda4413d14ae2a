"""The demo as text and as JSON: where it is, and what to type."""

from pathlib import PurePath
from typing import TypedDict

from tracker.system import quote, say_remove

# What there is to see in the demo, and the command that shows it.
COMMANDS = {
    "This week and what to do next": "",
    "How close they are to the role they want": "ready",
    "The road there: what is done, in progress and next": "road",
    "A long replication and its limit of hours": "show few-hundred-hour-replication",
    "When it will be done, at their pace": "forecast",
    "Each day of the year": "year",
    "All of it on one page": "page",
    "A report for a mentor or a funder": "export progress",
}


class DemoData(TypedDict):
    """Where the demo is, and the commands to explore it."""

    database: str
    commands: list[str]


def demo_data(place: PurePath) -> DemoData:
    """The keys of the demo."""
    return {"database": str(place), "commands": _commands(place)}


def demo_text(place: PurePath) -> str:
    """What the demo is, the commands to paste, and how to remove it."""
    lines = ["A demo person's year, ending today. Your own data is not touched."]
    for title, line in zip(COMMANDS, _commands(place), strict=True):
        lines += [title, f"  {line}"]
    lines += [
        "Other commands work with the same --db: log a session there, then undo it.",
        "Its exports say that they come from a demo. To remove it:",
        f"  {say_remove(str(place))}",
    ]
    return "\n".join(lines)


def _commands(place: PurePath) -> list[str]:
    start = f"tracker --db {quote(str(place))}"
    return [f"{start} {command}".rstrip() for command in COMMANDS.values()]
