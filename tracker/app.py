"""What every command is given: the clock, the database's doors, and one way to answer, as text or as JSON."""

import gc
import importlib
import json
import os
import re
import sys
from collections.abc import Callable, Container, Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, tzinfo
from functools import cached_property
from shlex import quote
from sqlite3 import Connection
from types import ModuleType
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import click

from tracker.clock import machine_zone, read_clock
from tracker.command import Command
from tracker.database.connect import database_exists, set_writable, translated
from tracker.database.history import recorded, transaction
from tracker.database.open import open_current
from tracker.database.settings import NO_SETTINGS, Settings, read_settings
from tracker.database.values import instant_to_seconds
from tracker.text.columns import WIDTH, display_width, fit

T = TypeVar("T")
# All that is named in an answer: the rest may be the person's own words, and these are never touched.
_UNDO_COMMAND = r"(?<=: )tracker (?=(?:undo|redo|stop)(?:\s|$))"
_BEFORE_A_COMMAND = r"(?<=\S)(?<!Undo:) +(?=\(?(?:Undo: )?tracker --db )"


def load_module(place: str) -> ModuleType:
    """The module of that name, imported only now. Python would look for garbage meanwhile: a fifth of a call's time."""
    if place not in sys.modules:
        gc.disable()
        try:
            importlib.import_module(place)
        finally:
            gc.freeze()  # what was imported stays, and is not looked through again
            gc.enable()
    return sys.modules[place]


class App:
    """One call of tracker: `path` is the database's place, `words` what was typed, `commands` the names of all."""

    def __init__(
        self, path: str, command_line: str = "", commands: Iterable[str] = ()
    ) -> None:
        self.path = path
        self.command_line = command_line
        self.commands = commands
        self.db_option = ""  # what --db names, as typed
        self.as_json = False
        self.saved = False  # whether a transaction of this call has been committed
        self.remarks: list[str] = []
        self._connection: Connection | None = None

    @cached_property
    def settings(self) -> Settings:
        """The person's settings; the defaults while there is no database."""
        if not database_exists(self.path):
            return NO_SETTINGS
        with translated(self.path):
            return read_settings(self.open(write=False))

    @cached_property
    def zone(self) -> tzinfo:
        """The zone that times without one are in: as configured, else the machine's."""
        named = self.settings.values.get("zone")
        return ZoneInfo(named) if named else machine_zone(os.environ)

    @cached_property
    def now(self) -> datetime:
        """The moment of this call, in `zone`, to the second: read once."""
        return read_clock(os.environ, self.zone)

    @property
    def today(self) -> date:
        """The local day of this call; one that starts at 04:00 is still yesterday's at 03:59."""
        return (self.now.replace(tzinfo=None) - self.settings.day_starts).date()

    def open(self, *, write: bool) -> Connection:
        """The call's one connection, opened when first asked for: SQLite reads the whole schema again for each."""
        if self._connection is None:
            self._connection = open_current(self.path, remark=self.remark)
        set_writable(self._connection, write=write)
        return self._connection

    def close(self) -> None:
        """Close the connection, if there is one."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    @contextmanager
    def journal(self, *, write: bool = False) -> Iterator[Connection]:
        """The everyday door: stdlib sqlite3, one transaction, under undo where it writes."""
        moment = instant_to_seconds(
            self.now
        )  # before the transaction: it asks the settings
        with translated(self.path):
            db = self.open(write=write)
            with (
                recorded(db, self.command_line, moment)
                if write
                else transaction(db, write=False)
            ):
                yield db
            self.saved = self.saved or write

    def remark(self, text: str) -> None:
        """Say something beside the result: on stderr, or under `remarks` of the JSON answer."""
        if self.as_json:
            self.remarks.append(self.with_db_option(text))
        else:
            self.print_error(fit(text))

    def with_db_option(self, text: str, command: str = "") -> str:
        """`text` whose commands, pasted, are about the same database: each gets the --db that was typed."""
        if not self.db_option:
            return text
        command = command or rf"\btracker (?=(?:{'|'.join(self.commands)})\b)"
        return re.sub(command, lambda _: f"tracker --db {quote(self.db_option)} ", text)

    def print_error(self, text: str) -> None:
        """Print an error or a remark on stderr, with the database named in the commands that it gives."""
        click.echo(self._lines(text), err=True)

    def _lines(self, text: str, command: str = "") -> str:
        return (
            "\n".join(self._line(line, command) for line in text.split("\n"))
            if self.db_option
            else text
        )

    def _line(self, line: str, command: str) -> str:
        told = self.with_db_option(line, command)
        if told == line or display_width(told) <= WIDTH:
            return told
        indent = " " * (len(told) - len(told.lstrip()))
        return re.sub(_BEFORE_A_COMMAND, lambda _: f"\n{indent}", told)

    def show(
        self,
        kind: str,
        answer: T,
        data: Callable[[T], dict[str, Any]],
        text: Callable[[T], str],
    ) -> None:
        """Print the answer: `data` makes its JSON keys, `text` its lines. Call it after the `with` has committed."""
        if not self.as_json:
            click.echo(self._lines(text(answer), _UNDO_COMMAND))
            return
        whole = {"schema": 1, "kind": kind, **data(answer)}
        if self.remarks:
            whole["remarks"] = self.remarks
        click.echo(json.dumps(whole, ensure_ascii=False))


def command(
    name: str, *, examples: str = "", emptied: Container[str] = ()
) -> Callable[[Callable[..., None]], Command]:
    """Make a function a command of tracker; its docstring is the help, `examples` come first in it.

    Of all that can be typed, only the parameters `emptied` may be "".
    """
    made: Any = click.command(
        name,
        cls=Command,
        examples=examples,
        emptied=emptied,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    return made  # type: ignore[no-any-return]


pass_app = click.make_pass_decorator(App)
