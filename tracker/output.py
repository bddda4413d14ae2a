"""Print: the answer on stdout, errors and remarks on stderr."""

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from typing import TextIO

from tracker.errors import FileProblem
from tracker.modules import load_module
from tracker.system import is_closed_pipe, say_reason
from tracker.text.marks import escape_json
from tracker.text.screen import is_terminal


class NotPrinted(Exception):
    """The answer could not be printed, for this reason.

    `has_enough` is true where its reader, such as `head`, has gone.
    """

    def __init__(self, reason: str, *, has_enough: bool = False) -> None:
        super().__init__(reason)
        self.has_enough = has_enough


def print_answer(content: str | bytes, *, nl: bool = True) -> None:
    """Print an answer or a part of it; raises NotPrinted where that fails.

    `nl` ends a text with a line break. Letters that the terminal's encoding lacks are
    replaced; bytes are printed as they are.
    """
    if sys.stdout is None:  # as after `>&-`
        raise NotPrinted("the output is closed")
    try:
        if isinstance(content, str):
            text = f"{content}\n" if nl else content
            sys.stdout.write(_fitted(text, sys.stdout))
        else:
            sys.stdout.flush()
            sys.stdout.buffer.write(content)
        sys.stdout.flush()
    except OSError as fault:
        _discard(sys.stdout)
        reason = say_reason(fault)
        is_pipe = is_closed_pipe(fault)
        raise NotPrinted(reason, has_enough=is_pipe) from fault


def print_paged(text: str) -> None:
    """Print an answer that only shows something, in a pager if it overflows the screen.

    Raises as `print_answer`.
    """
    if _overflows(text):
        pager = load_module("tracker.pager")  # most answers are short
        if pager.show(_fitted(text, sys.stdout)):
            return
    print_answer(text)


def _overflows(text: str) -> bool:
    """Whether a person sits here whose screen has fewer lines, one of them the prompt's."""
    if not (is_terminal(sys.stdin) and is_terminal(sys.stdout)):
        return False
    with suppress(OSError, ValueError):  # where no terminal can be asked
        rows = os.get_terminal_size(sys.stdout.fileno()).lines
        return 0 < rows <= len(text.splitlines())
    return False


def print_document(content: str | bytes, *, nl: bool = False) -> None:
    """Print a document: in a pipe, or into a file, the bytes that its own file has.

    On a terminal `nl` ends it with a line break. Raises as `print_answer`.
    """
    if is_terminal(sys.stdout):
        print_answer(content, nl=nl)
    elif isinstance(content, str) and hasattr(sys.stdout, "buffer"):
        print_answer(content.encode())
    else:
        print_answer(content, nl=False)


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
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(_fitted(f"{text}\n", sys.stderr))
        sys.stderr.flush()
    except OSError:
        _discard(sys.stderr)


def print_json(fields: Mapping[str, object], *, aside: bool = False) -> None:
    """Print a JSON object on stdout, or `aside` on stderr, with escapes where needed.

    Those are for letters that speak to a terminal, and, where the encoding lacks one,
    for all that are not ASCII. Raises as `print_answer`.
    """
    dumps = load_module("json").dumps  # most answers are text
    text = escape_json(dumps(fields, ensure_ascii=False))
    stream = sys.stderr if aside else sys.stdout
    if stream and not _can_print(stream, text):
        text = escape_json(dumps(fields))
    (print_aside if aside else print_answer)(text)


def _fitted(text: str, stream: TextIO) -> str:
    r"""The text in letters of the stream's encoding.

    Python would show those that it lacks as `\u2026` on stderr, and fail on stdout.
    """
    if _can_print(stream, text):
        return text
    encodings = load_module("tracker.text.encodings")  # most terminals have all
    return encodings.to_encoding(text, stream.encoding or "utf-8")  # type: ignore[no-any-return]


def _can_print(stream: TextIO, text: str) -> bool:
    """Whether the stream has all letters, or passes on bytes that are no text."""
    if text.isascii():
        return True
    errors = stream.errors if stream.errors == "surrogateescape" else "strict"
    try:
        text.encode(stream.encoding or "utf-8", errors)
    except UnicodeEncodeError:
        return False
    return True


def _discard(stream: TextIO) -> None:
    """Send further output nowhere, so that Python does not fail again when it ends."""
    with suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
