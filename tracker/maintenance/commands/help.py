"""`help`."""

from typing import TypedDict

from tracker.app import App
from tracker.command import argument, command
from tracker.command_table import PLACES, TOPICS
from tracker.errors import NotFound
from tracker.maintenance.view.help_topics import topic_text
from tracker.modules import load_module
from tracker.text.columns import quoted
from tracker.text.misspellings import find_nearest


class HelpData(TypedDict):
    """The help on a command or a topic; on all commands, where `topic` is empty."""

    topic: str
    text: str


@command(
    "help",
    examples="""
    tracker help
    tracker help log
    tracker help spellings
    """,
)
@argument("topic", required=False)
def help_(app: App, topic: str | None) -> None:
    """Show the help on a command, or on a topic such as spellings.

    Without TOPIC, list the commands and the topics.
    """
    name = _check_topic(topic) if topic else ""
    text = topic_text(name, app.path) if name in TOPICS else _command_help(name, app)
    app.show("help", text, lambda text: HelpData(topic=name, text=text), str)


def _check_topic(typed: str) -> str:
    """The name of a command or topic. Raises NotFound, with the nearest ones."""
    if typed in PLACES or typed in TOPICS:
        return typed
    near = find_nearest(typed, (*PLACES, *TOPICS))
    hint = "Did you mean one of these?" if near else "To list all: tracker help"
    message = f"There is no help on {quoted(typed)}."
    raise NotFound(message, hint, typed=typed, instead=near)


def _command_help(name: str, app: App) -> str:
    """The help on a command; without a name, that of tracker itself."""
    text: str = load_module("tracker.click_group").help_text(name, app)
    return text
