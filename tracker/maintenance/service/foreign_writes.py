"""Open a database that another program wrote to: checked once, then as tracker's own."""

import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import date

from tracker.database.connect import Where, connect, set_writable, translated
from tracker.database.damage import check_whole
from tracker.database.history import OWN_WRITES, transaction
from tracker.database.open import count_writes
from tracker.database.schema_repair import find_differences, remake, say_remade
from tracker.database.values import text_to_day
from tracker.journal.store.overlaps import (
    computed_overlaps,
    read_overlaps,
    rewrite_overlaps,
)

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
                find_differences(path, db)
                check_whole(path, db)
                _accept(path, db, counts, remark)
        except BaseException:
            db.close()
            raise
    return db


def _accept(
    path: Where,
    db: sqlite3.Connection,
    counts: tuple[int, int],
    remark: Callable[[str], None],
) -> None:
    counted, own = counts
    remade: list[str] = []
    set_writable(db, write=True)
    try:
        with transaction(db):
            remade = remake(path, db)
            rewrite_overlaps(db, _wrong_days(db))
            # Unless another process accepted them, or another program wrote again.
            if db.execute(OWN_WRITES).fetchone() == (own,):
                db.execute(f"{OWN_WRITES} = {counted}")
    except sqlite3.OperationalError:
        # A file that cannot be written is checked again when it is opened again.
        if find_differences(path, db) or _wrong_days(db):
            raise
    finally:
        set_writable(db, write=False)
    if remade:
        remark(say_remade(path, remade))


def _wrong_days(db: sqlite3.Connection) -> set[date]:
    """The days whose stored overlap is not that of their sessions."""
    stored = {(line.day.isoformat(), line.seconds) for line in read_overlaps(db)}
    computed = {each for each in computed_overlaps(db).items() if each[1]}
    return {text_to_day(day) for day, _ in stored ^ computed}
