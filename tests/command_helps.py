"""What the helps of the commands say, for docs/reference.md and the man page."""

import inspect
from dataclasses import dataclass

import click

from tracker.click_commands import ClickCommand
from tracker.click_group import tracker
from tracker.command_table import PLACES, SECTIONS

# Options of every command, told once.
SHARED = ("--json", "-h, --help")


@dataclass(frozen=True)
class CommandHelp:
    """A command: how to call it, what it does, and its own options with their texts.

    A paragraph that begins with a blank is a table.
    """

    name: str
    summary: str
    usage: str
    paragraphs: list[str]
    options: list[tuple[str, str]]
    examples: list[str]


def list_sections() -> dict[str, list[CommandHelp]]:
    """The commands by the sections of `tracker --help`."""
    return {
        section: [_read_command(name, summary) for name, summary in lines.items()]
        for section, lines in SECTIONS.items()
    }


def general_options() -> list[tuple[str, str]]:
    """The options before the name of a command, and those of all commands."""
    own = _options(tracker, click.Context(tracker, info_name="tracker"))
    command = tracker.get_command(click.Context(tracker), next(iter(PLACES)))
    assert command
    return [*own, _help_option(command)]


def split_paragraphs(text: str) -> list[str]:
    """The paragraphs of a help; a table keeps its lines."""
    parts = inspect.cleandoc(text).split("\n\n")
    return [part if part.startswith(" ") else " ".join(part.split()) for part in parts]


def _read_command(name: str, summary: str) -> CommandHelp:
    parent = click.Context(tracker, info_name="tracker")
    command = tracker.get_command(parent, name)
    assert isinstance(command, ClickCommand)
    context = click.Context(command, info_name=name, parent=parent)
    examples = [line.strip() for line in command.examples.strip().splitlines()]
    options = _options(command, context)
    return CommandHelp(
        name,
        summary,
        command.get_usage(context).removeprefix("Usage: "),
        split_paragraphs(command.help or ""),
        [option for option in options if option[0] not in SHARED],
        examples,
    )


def _options(command: click.Command, context: click.Context) -> list[tuple[str, str]]:
    options = [param for param in command.params if isinstance(param, click.Option)]
    records = [option.get_help_record(context) for option in options]
    return [record for record in records if record]


def _help_option(command: click.Command) -> tuple[str, str]:
    context = click.Context(command)
    option = command.get_help_option(context)
    record = option and option.get_help_record(context)
    assert record
    return record
