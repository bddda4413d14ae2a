"""`help`."""

from typing import TypedDict

import click

from tracker.app import App, command
from tracker.command_table import PLACES, TOPICS
from tracker.errors import NotFound
from tracker.maintenance.view.help_topics import topic_text
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
@click.argument("topic", required=False)
@click.pass_context
def help_(ctx: click.Context, topic: str | None) -> None:
    """Show the help on a command, or on a topic such as spellings.

    Without TOPIC, list the commands and the topics.
    """
    root = ctx.find_root()
    app: App = root.obj
    name = _check_topic(topic) if topic else ""
    text = topic_text(name, app.path) if name in TOPICS else _command_help(root, name)
    app.show("help", text, lambda text: HelpData(topic=name, text=text), str)


def _check_topic(typed: str) -> str:
    """The name of a command or topic. Raises NotFound, with the nearest ones."""
    if typed in PLACES or typed in TOPICS:
        return typed
    near = find_nearest(typed, (*PLACES, *TOPICS))
    hint = "Did you mean one of these?" if near else "To list all: tracker help"
    message = f"There is no help on {quoted(typed)}."
    raise NotFound(message, hint, typed=typed, instead=near)


def _command_help(root: click.Context, name: str) -> str:
    """The help on a command; without a name, that of tracker itself."""
    group = root.command
    assert isinstance(group, click.Group)
    command = group.get_command(root, name) if name else None
    if command is None:
        return root.get_help()
    with command.context_class(command, info_name=name, parent=root) as context:
        return command.get_help(context)
