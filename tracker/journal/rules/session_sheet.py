"""A sheet: the sessions of a span as a text for an editor, and what came of it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from tracker.errors import Ambiguous, NotFound, Refused, TrackerError, Unreadable
from tracker.journal.rules.pieces import NamedStretch
from tracker.journal.rules.records import Session, WrittenSessions
from tracker.journal.rules.session_lines import ShownLine
from tracker.text.periods import Period

COMMENT = "#"
FAULT = "#! "  # what begins the comment above a line that cannot be used


def numbered_lines(text: str) -> list[tuple[int, str]]:
    """The lines that are neither empty nor comments, with their numbers."""
    return [
        (number, line)
        for number, line in enumerate(text.split("\n"), 1)
        if line.strip() and not line.lstrip().startswith(COMMENT)
    ]


class SheetLine(NamedTuple):
    """A stretch in a sheet: its short id, its parts, and its line."""

    short: str
    parts: tuple[Session, ...]
    shown: ShownLine
    text: str


class SessionSheet(NamedTuple):
    """The stretches of a span, the earliest first, and its seconds on the clock."""

    period: Period
    lines: tuple[SheetLine, ...]
    seconds: int


class SheetAnswer(NamedTuple):
    """What came of a sheet: what was written, with each item as typed, and removed.

    `before` and `after` are the seconds on the clock of the period.
    """

    period: Period
    written: tuple[tuple[str, WrittenSessions], ...]
    removed: tuple[NamedStretch, ...]
    before: int
    after: int


class ChangedMeanwhile(Refused):
    """A session is no longer as it was when the editor opened."""


# Wrong lines to show at once: looking for what each may mean takes time.
MOST_FAULTS = 50


class WrongLines(Exception):
    """Lines that cannot be used: the number and the error of each."""

    def __init__(self, faults: Sequence[tuple[int, TrackerError]]) -> None:
        super().__init__(str(faults))
        self.faults = tuple(faults)


class LineFaults:
    """The errors of lines, gathered, so that many are shown at once."""

    def __init__(self) -> None:
        self._found: list[tuple[int, TrackerError]] = []

    @contextmanager
    def at(self, number: int) -> Iterator[None]:
        """Gather what goes wrong inside as an error of that line."""
        try:
            yield
        except (Unreadable, NotFound, Ambiguous, Refused) as error:
            self._found.append((number, error))
        if len(self._found) >= MOST_FAULTS:
            self.check()

    def check(self) -> None:
        """Raise WrongLines if anything went wrong."""
        if self._found:
            raise WrongLines(self._found)
