"""The values that a shell completes.

No database is created, and one that cannot be read offers nothing.
"""

import os
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date
from typing import Any, cast

from tracker.database.connect import connect, database_exists
from tracker.database.locks import LOCK_WAIT
from tracker.errors import TrackerError
from tracker.maintenance.rules.typed_words import Parameters, Texts, TypedParameter
from tracker.maintenance.rules.value_kinds import (
    FILE,
    FOLDER,
    Named,
    Offer,
    value_kinds,
)
from tracker.maintenance.store import name_lists
from tracker.modules import load_module
from tracker.paths import database_path
from tracker.text.columns import plain, shorten

_SHIPPED = ("backup", "bundle", "field", "funder", "zone")
_LONGEST_HELP = 60  # letters


def complete(
    command: str,
    params: Parameters,
    param: TypedParameter,
    texts: Texts,
    database: str,
    typed: str,
) -> list[Offer]:
    """The values of a parameter that begin with what was typed, but for those there.

    `texts` are those of all parameters, `database` is the value of --db.
    """
    values = {each.name: each.value(texts) for each in params}
    kinds = value_kinds(command, param.name, values)
    named = [kind for kind in kinds if kind not in (FILE, FOLDER)]
    offers: list[Named] = [(choice, "") for choice in param.choices]
    source = _Source(database if named else None, values, typed)
    for kind in named:
        # No value is better than an error in a prompt, and other kinds may be whole.
        with suppress(TrackerError, sqlite3.Error, OSError, ValueError, LookupError):
            offers += source.list_values(kind)
    before = values[param.name]
    items = [
        Offer(value, shorten(plain(what), _LONGEST_HELP))
        for value, what in offers
        if value.casefold().startswith(typed.casefold())
        and value.isprintable()
        and not (isinstance(before, tuple) and value in before)
    ]
    return items or [Offer(typed, kind=kind) for kind in kinds if kind not in named]


class _Source:
    """Where values are listed: the database, files, and what tracker knows.

    `values` are those of the other parameters, `typed` the beginning of this one.
    """

    def __init__(
        self, database: str | None, values: Mapping[str, Any], typed: str
    ) -> None:
        self.values, self.typed, self.path = values, typed, ""
        self.db: sqlite3.Connection | None = None
        with suppress(TrackerError, sqlite3.Error):
            if database is not None:
                self.path = database_path(database, os.environ)
                if database_exists(self.path):
                    LOCK_WAIT.for_prompt = True
                    self.db = connect(self.path, write=False)

    def list_values(self, kind: str) -> Iterable[Named]:
        """All values of a kind, each with what it is."""
        if kind in name_lists.KINDS:
            db = self.db
            return name_lists.list_names(db, kind, self.values) if db else ()
        if kind in _SHIPPED:
            module = load_module("tracker.maintenance.store.shipped_names")
            shipped = module.list_shipped(kind, self.path, self.values)
            return cast(Iterable[Named], shipped)
        module = load_module("tracker.maintenance.rules.fixed_values")
        fixed = module.list_fixed(kind, self._read_day, self.values, self.typed)
        return cast(Iterable[Named], fixed)

    def _read_day(self) -> date:
        """The local day by the settings, if they can be read."""
        app = load_module("tracker.app").App(self.path)
        settings = load_module("tracker.database.settings")
        app.settings = settings.NO_SETTINGS
        with suppress(sqlite3.Error):
            if self.db:
                app.settings = settings.read_settings(self.db)
        today: date = app.today
        return today
