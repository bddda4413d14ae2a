"""The batches of imports: which file was read, when, and what it added."""

from sqlite3 import Connection

from sqlalchemy import insert, update

from tracker.database.bridge import core
from tracker.database.schema.journal import import_batch
from tracker.database.values import new_uid
from tracker.imports.rules.reports import ReadFile


def add_batch(db: Connection, file: ReadFile, now_utc: int) -> tuple[int, str]:
    """Add a batch for `file`; return its number and uid. `now_utc` is UTC seconds."""
    uid = new_uid()
    statement = insert(import_batch).values(
        uid=uid,
        edited_at=now_utc,
        read_at=now_utc,
        added=0,
        seconds=0,
        file=file.name,
        format=file.format,
        digest=file.digest,
    )
    (number,) = core(db).execute(statement).inserted_primary_key or (0,)
    return number, uid


def set_batch_totals(db: Connection, number: int, *, added: int, seconds: int) -> None:
    """Set how many entries a batch added, and their seconds."""
    statement = update(import_batch).where(import_batch.c.id == number)
    core(db).execute(statement.values(added=added, seconds=seconds))


def enlarge_page_cache(db: Connection) -> None:
    """Let SQLite keep 8 MB of pages in memory.

    The uids come in no order: with the usual 2 MB each new one pushes another page out.
    """
    db.execute("pragma cache_size = -8000")
