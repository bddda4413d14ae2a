"""A line or a text that a command asks for."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tracker.app import App
from tracker.database.unfinished import (
    database_folder,
    list_texts,
    say_kept,
    write_private,
)
from tracker.errors import TrackerError, Unreadable
from tracker.input_file import read_text
from tracker.limits import LARGEST_TEXT
from tracker.modules import load_module
from tracker.output import print_answer
from tracker.text.screen import is_terminal


@contextmanager
def text_of_editor(app: App) -> Iterator[str]:
    """The text written in the editor; empty where nothing was saved.

    Its file lies beside the database until the text is saved inside; an error before
    that names it. Raises Unreadable where the editor does not run or saves no text,
    DatabaseProblem where the file cannot be made.
    """
    place = Path(app.path)
    file = place.with_name(f"tracker-{os.urandom(8).hex()}.txt")
    with database_folder(place) as folder:
        for left in list_texts(place):
            app.remark(say_kept(left))
        (folder / file.name).touch()  # for `list_texts`
        write_private(file, b"")
        try:
            yield _edit(file)
        except (TrackerError, KeyboardInterrupt) as fault:
            if not _has_text(file):
                file.unlink(missing_ok=True)
                raise
            interrupted = TrackerError("Interrupted.")
            error = fault if isinstance(fault, TrackerError) else interrupted
            error.hint = f"Your text is in {file}.\n{error.hint}".rstrip()
            raise error from fault
        file.unlink(missing_ok=True)


def _has_text(file: Path) -> bool:
    return file.exists() and file.stat().st_size > 0


def _edit(file: Path) -> str:
    click = load_module("click")
    try:
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
    click = load_module("click")  # most calls ask for nothing
    try:
        typed: str = click.prompt(
            ">", default="", show_default=False, prompt_suffix=" "
        )
    except (click.Abort, RuntimeError, OSError):  # Python's, where a stream is closed
        typed = ""
    except UnicodeDecodeError as fault:
        raise Unreadable(
            f"What was typed is not text in {fault.encoding.upper()}; nothing was written.",
            "Set the terminal to that, or set LC_ALL to what it uses.",
        ) from fault
    if not is_terminal(sys.stdin):  # no return key ended the line on the screen
        print_answer("")
    return typed
