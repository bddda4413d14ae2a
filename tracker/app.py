"""What every command gets: the clock, the database, and one way to answer."""

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import date, datetime
from functools import cached_property
from sqlite3 import Connection
from typing import TypeVar
from zoneinfo import ZoneInfo

from tracker.clock import LocalZone, machine_zone, read_clock
from tracker.command_table import LOOKING
from tracker.database.connect import database_exists, set_writable, translated
from tracker.database.history import recorded, transaction
from tracker.database.open import count_writes, open_current
from tracker.database.settings import NO_SETTINGS, Settings, read_settings
from tracker.database.values import instant_to_seconds
from tracker.errors import DatabaseProblem
from tracker.guide import add_note, guide_data
from tracker.modules import load_module
from tracker.output import print_answer, print_aside, print_json, print_paged
from tracker.paths import database_path
from tracker.system import quote
from tracker.text.fit import fit, plain_lines
from tracker.text.marks import mark_breaks
from tracker.text.screen import SCREEN

T = TypeVar("T")
# Answers that repeat the person's own words, which are never changed, and help: of their
# commands only those of `Undo: tracker undo` get the --db option.
_QUOTING_KINDS = "session sessions edit removed status history note recollections help"
_QUOTING = frozenset(_QUOTING_KINDS.split())
_UNDO_COMMAND = r"(?<=: )tracker (?=(?:undo|redo|stop|continue)(?:\s|$))"
# The hint of a change, `Undo: tracker undo`, with the blank or the line break before it.
_UNDO = r"(?:(?<!\s)\s++)?\bUndo: tracker undo(?=\s|$)"
_UNCHANGED = "Nothing changed: it was so already."
_SAY_SO = ("import", "merge")  # answers that count what they added


class App:
    """One call of tracker.

    `path` is the database, `arguments` what was typed, `commands` all their names.
    """

    def __init__(
        self, path: str, arguments: Sequence[str] = (), commands: Iterable[str] = ()
    ) -> None:
        self.path = path
        self.typed = tuple(arguments)
        # As typed, but with tracker's name of a command: `rm` for `delete`.
        self.arguments = list(arguments)
        self.commands = commands
        self.command = ""  # the name of the one that runs
        self.db_option = ""  # the value of --db, as typed
        self.without_log = False  # whether `log` was left out: `tracker fastai 1h`
        self.as_json = False
        self.saved = False  # whether this call has committed a transaction
        self.unchanged = False  # whether this call wrote only what was there before
        self.bears_faults = False  # whether it finds or mends faults
        self.file = ""  # the file that this call has written
        self.remarks: list[str] = []
        self._connection: Connection | None = None

    @cached_property
    def command_line(self) -> str:
        """The command as typed, for the history: with POSIX quotes everywhere."""
        line: str = load_module("shlex").join(self.typed)  # what only reads has none
        return line

    @cached_property
    def settings(self) -> Settings:
        """The person's settings; the defaults while there is no database."""
        if not database_exists(self.path):
            return NO_SETTINGS
        with translated(self.path):
            return read_settings(self.open(write=False))

    def set_anew(self, key: str, value: str | None) -> None:
        """Go by the new value of a setting: the one before may be wrong."""
        values = {k: v for k, v in self.settings.values.items() if k != key}
        self.settings = Settings(values if value is None else {**values, key: value})

    @cached_property
    def local_zone(self) -> LocalZone:
        """The zone of times without an offset: as configured, else the machine's."""
        zone = self.settings.zone
        return LocalZone(zone, "config") if zone else machine_zone(os.environ)

    @property
    def zone(self) -> ZoneInfo:
        """That zone, without where it was found."""
        return self.local_zone.zone

    @cached_property
    def now(self) -> datetime:
        """The moment of this call, in `zone`, to the second; the clock is read once."""
        return read_clock(os.environ, self.zone)

    @property
    def today(self) -> date:
        """The local day; with days from 04:00 on, 03:59 is still yesterday."""
        return (self.now.replace(tzinfo=None) - self.settings.day_starts).date()

    @property
    def reserved_words(self) -> set[str]:
        """What a first word means already, so that no new short name can be one."""
        words = load_module("tracker.familiar_words")
        return {*self.commands, *words.SAME, *words.SEVERAL}

    def open(self, *, write: bool) -> Connection:
        """The call's one connection; SQLite reads the whole schema for each new one."""
        if self._connection is None:
            # Raises where no home folder is known; help was shown without it.
            self.path = self.path or database_path(None, os.environ)
            counted, own = count_writes(self.path)
            self._connection = open_current(self.path, remark=self.remark)
            if counted != own and not self.bears_faults:
                self.close()
                foreign = load_module("tracker.maintenance.service.foreign_writes")
                self._connection = foreign.open_checked(self.path, self.remark)
        set_writable(self._connection, write=write)
        return self._connection

    def use(self, db: Connection) -> None:
        """Work on the database of `db` in this call."""
        self._connection = db

    def close(self) -> None:
        """Close the connection, if there is one."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    @contextmanager
    def journal(self, *, write: bool = False) -> Iterator[Connection]:
        """One transaction on the database with sqlite3; a write can be undone.

        The everyday commands use this; the others use `library`, which syncs the guide.
        """
        # Before the transaction, since the zone is read from the settings.
        now_utc = instant_to_seconds(self.now)
        with translated(self.path):
            db = self.open(write=write)
            if write:
                with recorded(db, self.command_line, now_utc) as recording:
                    yield db
                self.note_outcome(has_changed=recording.has_changed)
            else:
                with transaction(db, write=False):
                    yield db

    def note_outcome(self, *, has_changed: bool) -> None:
        """Note whether the command changed anything, for its answer."""
        self.saved = self.saved or has_changed
        self.unchanged = not self.saved

    def remark(self, text: str) -> None:
        """Add a remark to the answer: on stderr, or under `remarks` in JSON."""
        if self.as_json:
            self.remarks.append(self.with_db_option(text))
        else:
            self.print_error(text)

    def with_db_option(self, text: str, command: str = "") -> str:
        """`text` in which each tracker command has the --db option that was typed.

        Without it, a pasted command would write into another database.
        """
        if not self.db_option:
            return text
        # `tracker ` before the name of a command.
        command = command or rf"\btracker (?=(?:{'|'.join(self.commands)})\b)"
        with_option = f"tracker --db {quote(self.db_option)} "
        return re.sub(command, lambda _: with_option, text)

    def print_error(self, text: str) -> None:
        """Print an error or a remark on stderr; its commands get the --db option."""
        names = [self.path, *self.arguments]
        print_aside(fit(mark_breaks(self.with_db_option(text), names)))

    def show(
        self,
        kind: str,
        answer: T,
        data: Callable[[T], Mapping[str, object]],
        text: Callable[[T], str],
    ) -> None:
        """Print the answer: `data` makes its JSON keys, `text` its lines.

        Call it after the transaction, so that nothing is printed that is not saved.
        """
        if not self.as_json:
            self._draw_as_set()
            lines = text(answer)
            says_so = kind in _SAY_SO or lines.startswith("Nothing")
            if self.unchanged and not says_so:
                lines = f"{_UNCHANGED}\n{re.sub(_UNDO, '', lines)}"
            quoting = _UNDO_COMMAND if kind in _QUOTING else ""
            lines = lines if quoting else add_note(lines)
            lines = self.with_db_option(lines, quoting)
            self.print_text(lines)
            return
        fields = {"schema": 1, "kind": kind, **data(answer)}
        fields |= guide_data(kind, fields)
        if self.unchanged:
            fields.setdefault("changed", False)  # `edit` has a list of this name
        if self.remarks:
            fields["remarks"] = self.remarks
        print_json(fields)

    def print_text(self, lines: str) -> None:
        """Print lines of an answer, safe for a terminal and as wide as it is."""
        files = filter(os.path.lexists, self.arguments)
        lines = mark_breaks(lines, [self.path, *files])
        lines = fit(lines) if SCREEN.wraps_tables else plain_lines(lines)
        (print_paged if self.command in LOOKING else print_answer)(lines)

    def _draw_as_set(self) -> None:
        """Draw as the person has set, where this call reads their database at all."""
        if self._connection:
            with suppress(DatabaseProblem):  # `doctor` says what is wrong with it
                pictures = self.settings.pictures
                if pictures:
                    SCREEN.draw_as(pictures)
