"""Print: the answer on stdout, errors and remarks on stderr."""

import os
import sys
from contextlib import suppress
from typing import TextIO

import click

from tracker.errors import FileProblem


class NotPrinted(Exception):
    """The answer could not be printed, for this reason.

    `has_enough` is true where its reader, such as `head`, has gone.
    """

    def __init__(self, reason: str, *, has_enough: bool = False) -> None:
        super().__init__(reason)
        self.has_enough = has_enough


def print_answer(content: str | bytes, *, nl: bool = True) -> None:
    """Print an answer or a part of it; raises NotPrinted where that fails.

    `nl` ends it with a line break.
    """
    if sys.stdout is None:  # as after `>&-`
        raise NotPrinted("the output is closed")
    try:
        try:
            click.echo(content, nl=nl)
        except UnicodeEncodeError as fault:  # an old terminal, or a pipe's encoding
            text = str(content).encode(fault.encoding, "backslashreplace")
            click.echo(text, nl=nl)
    except OSError as fault:
        _discard(sys.stdout)
        reason = os.strerror(fault.errno or 0)
        is_pipe = isinstance(fault, BrokenPipeError)
        raise NotPrinted(reason, has_enough=is_pipe) from fault


def to_file_problem(fault: NotPrinted, *, saved: bool, file: str) -> FileProblem:
    """The error of an answer that could not be printed: it says what is done.

    `saved` is whether the database was changed, `file` the name of a file written.
    """
    subject, hint = "The", ""
    if saved:
        subject = "The change is saved, but the"
        hint = "To see what was done, type: tracker history"
    elif file:
        subject = f"{file} is written, but the"
    return FileProblem(f"{subject} answer could not be printed: {fault}.", hint)


def print_aside(text: str) -> None:
    """Print an error or a remark, if there is a place for it: no answer depends on it."""
    try:
        click.echo(text, err=True)
    except OSError:
        _discard(sys.stderr)


def _discard(stream: TextIO) -> None:
    """Send further output nowhere, so that Python does not fail again when it ends."""
    with suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
