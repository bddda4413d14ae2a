"""A line or a text that a command asks for."""

import sys

import click

from tracker.errors import Unreadable
from tracker.text.screen import is_terminal


def edit_text() -> str:
    """The text written in the editor; empty where nothing was saved.

    Raises Unreadable where the editor does not run.
    """
    try:
        return click.edit(require_save=True) or ""
    except click.ClickException as fault:
        raise Unreadable(
            f"{fault.message}.",
            "Set $EDITOR to your editor, or type it here:",
            without=["--editor"],
        ) from fault


def type_line() -> str:
    """The line typed at the prompt; empty at the end of the input, or without one."""
    try:
        typed: str = click.prompt(
            ">", default="", show_default=False, prompt_suffix=" "
        )
    except (click.Abort, RuntimeError):  # Python's, where a stream is closed
        typed = ""
    if not is_terminal(sys.stdin):  # no return key ended the line on the screen
        click.echo()
    return typed
