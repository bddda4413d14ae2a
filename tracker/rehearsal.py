"""Corrected commands: each is tried before it is printed, and all is rolled back."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from sqlite3 import Connection
from typing import Any

from tracker.app import App
from tracker.arguments import place_of_command, run
from tracker.command import find_command
from tracker.command_table import PLACES
from tracker.corrections import correct_command
from tracker.errors import Refused, TrackerError
from tracker.faults import to_error
from tracker.system import split
from tracker.text.placeholders import PLACEHOLDERS

# Commands that write to the database alone, and whose words can be wrong in two ways:
# `log fastai ppo 1h lesson 3`. No other command is tried.
_TRIED = ("log", "edit", "start", "stop")
_OPENING = ("-d", "-w", "--day", "--week", "--period")
_MOST = 6  # lines after an error
_TIMES = 2  # how often a line that fails is corrected again


class Rehearsed(Exception):
    """A command did all but save what it wrote."""


class Rehearsal(App):
    """One call of tracker that neither saves nor prints."""

    @contextmanager
    def journal(self, *, write: bool = False) -> Iterator[Connection]:
        """A transaction that is rolled back.

        What reads first, such as a list or an editor's lines, is not tried further.
        """
        if not write:
            raise Rehearsed
        with super().journal(write=True) as db:
            yield db
            raise Rehearsed

    def remark(self, text: str) -> None:
        """Print nothing."""

    def show(self, *_: Any) -> None:
        """Print nothing."""


def correct(error: TrackerError, arguments: Sequence[str]) -> list[str]:
    """The commands as typed, but corrected as the `error` says; perhaps none.

    Lines that cannot be read are corrected further. Those that a rule refuses stay:
    they are understood, and their errors ask the next question.
    """
    at = place_of_command(arguments)
    lines = _correct_once(error, arguments, at)
    if not _can_be_tried(arguments[at:]):
        return lines
    return list(dict.fromkeys(_make_work(lines, at, _TIMES)))[:_MOST]


def _can_be_tried(words: Sequence[str]) -> bool:
    """Whether the command does nothing but write; `edit --day` opens an editor."""
    if not words or words[0] not in _TRIED:
        return False
    return words[0] != "edit" or not any(map(_opens_editor, words))


def _opens_editor(word: str) -> bool:
    return word.startswith(_OPENING)


def _correct_once(error: TrackerError, arguments: Sequence[str], at: int) -> list[str]:
    """The corrected commands; the name of the command stands `at` that place."""
    name = arguments[at] if at < len(arguments) else ""
    return correct_command(
        error,
        head=arguments[: at + 1],
        words=arguments[at + 1 :],
        command=find_command(name) if name in PLACES else None,
    )


def _make_work(lines: Sequence[str], at: int, times: int) -> Iterator[str]:
    for line in lines[:_MOST]:
        arguments = split(line)[1:]
        filled = ["1m" if word == "AMOUNT" else word for word in arguments]
        if not PLACEHOLDERS.keys().isdisjoint(filled):
            yield line  # it says what to replace
            continue
        error = _rehearse(filled)
        if error is None or isinstance(error, Refused):
            yield line
        elif times and not error.added:  # these are examples, not what was typed
            yield from _make_work(_correct_once(error, arguments, at), at, times - 1)


def _rehearse(arguments: list[str]) -> TrackerError | None:
    """The error of a command; None where it works."""
    app = Rehearsal("", arguments, PLACES)
    try:
        run(app)
    except (Rehearsed, SystemExit):
        return None
    except Exception as fault:
        return to_error(fault, app, arguments)
    finally:
        app.close()
    return None
