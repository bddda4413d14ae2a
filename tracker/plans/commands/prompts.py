"""A line or a text that a command asks for."""

import sys
from pathlib import Path

import click

from tracker.database.unfinished import database_folder
from tracker.errors import Unreadable
from tracker.input_file import read_text
from tracker.limits import LARGEST_TEXT
from tracker.output import print_answer
from tracker.text.screen import is_terminal


def edit_text(database: str) -> str:
    """The text written in the editor; empty where nothing was saved.

    Its file lies beside the database meanwhile. Raises Unreadable where the editor does
    not run or saves no text, DatabaseProblem where the file cannot be made.
    """
    try:
        with database_folder(Path(database)) as folder:
            file = folder / "text.txt"
            file.touch()
            click.edit(filename=str(file))
            return read_text(file, LARGEST_TEXT)
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeError) as fault:
        reason = getattr(fault, "strerror", "it is not UTF-8")
        raise Unreadable(
            f"What the editor saved cannot be read: {reason}.",
            "Type it here:",
            without=["--editor"],
        ) from fault
    except (click.ClickException, ValueError) as fault:
        # A ValueError is of a quote in $EDITOR that is not closed.
        message = getattr(fault, "message", "$EDITOR could not be read")
        raise Unreadable(
            f"{message}.",
            "Set $EDITOR to your editor, or type it here:",
            without=["--editor"],
        ) from fault


def type_line() -> str:
    """The line typed at the prompt; empty at the end of the input, or without one."""
    try:
        typed: str = click.prompt(
            ">", default="", show_default=False, prompt_suffix=" "
        )
    except (click.Abort, RuntimeError, OSError):  # Python's, where a stream is closed
        typed = ""
    if not is_terminal(sys.stdin):  # no return key ended the line on the screen
        print_answer("")
    return typed
