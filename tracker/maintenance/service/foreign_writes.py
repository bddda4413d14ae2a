"""Open a database that another program wrote to: checked once, then as tracker's own."""

import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from types import ModuleType

from tracker.database.connect import Where, connect, set_writable, translated
from tracker.database.history import OWN_WRITES, transaction
from tracker.database.open import count_writes
from tracker.database.short_check import is_plainly_whole, mark_schema
from tracker.database.values import text_to_day
from tracker.journal.store.overlaps import (
    rewrite_overlaps,
    wrong_days,
)
from tracker.modules import load_module

ROLLBACK_MODE = "pragma journal_mode = delete"


def open_checked(path: Where, remark: Callable[[str], None]) -> sqlite3.Connection:
    """An open connection to a database at `path`, which has no fault; it can only read.

    Indexes and triggers that are missing are remade, which is said with `remark`; what
    tracker computes is computed anew. Raises DatabaseProblem for the first fault.
    """
    with translated(path):
        # A stopped write is taken back now, and with it its counts. SQLite counts no
        # writes in the mode `wal`, which tracker never sets.
        with closing(connect(path, write=False)) as db, suppress(sqlite3.Error):
            db.execute(ROLLBACK_MODE)
        counts = count_writes(path)
        db = connect(path, write=False)
        try:
            if counts[0] != counts[1]:
                is_whole = is_plainly_whole(db)
                if not is_whole:
                    _check_all(path, db)
                _accept(path, db, counts, remark, is_whole=is_whole)
        except BaseException:
            db.close()
            raise
    return db


def _check_all(path: Where, db: sqlite3.Connection) -> None:
    """Raise DatabaseProblem for the first fault; a part that can be remade is none."""
    _schema_repair().find_differences(path, db)
    load_module("tracker.database.damage").check_whole(path, db)


def _schema_repair() -> ModuleType:
    return load_module("tracker.database.schema_repair")


def _accept(
    path: Where,
    db: sqlite3.Connection,
    counts: tuple[int, int],
    remark: Callable[[str], None],
    *,
    is_whole: bool,
) -> None:
    """Let the next command trust the file; where it was not whole, remake what is not."""
    counted, own = counts
    remade: list[str] = []
    set_writable(db, write=True)
    try:
        with transaction(db):
            if not is_whole:
                remade = _schema_repair().remake(path, db)
                mark_schema(db)
            rewrite_overlaps(db, map(text_to_day, wrong_days(db)))
            # Unless another process accepted them, or another program wrote again.
            if db.execute(OWN_WRITES).fetchone() == (own,):
                db.execute(f"{OWN_WRITES} = {counted}")
    except sqlite3.OperationalError:
        # A file that cannot be written is checked again when it is opened again.
        # Until then only what needs no repair is trusted.
        differs = not is_whole and _schema_repair().find_differences(path, db)
        if differs or wrong_days(db):
            raise
    finally:
        set_writable(db, write=False)
    if remade:
        remark(_schema_repair().say_remade(path, remade))
