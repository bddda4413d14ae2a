"""The batches of imports: which file was read, when, and what it added."""

from sqlite3 import Connection

from tracker.database.values import new_uid
from tracker.imports.rules.reports import ReadFile

ADD = """insert into import_batch
         (uid, edited_at, read_at, added, seconds, file, format, digest)
         values (:uid, :now, :now, 0, 0, :name, :format, :digest) returning id"""
SET_TOTALS = "update import_batch set added = :added, seconds = :seconds where id = :id"


def add_batch(db: Connection, file: ReadFile, now_utc: int) -> tuple[int, str]:
    """Add a batch for `file`; return its number and uid. `now_utc` is UTC seconds."""
    uid = new_uid()
    row = {**file._asdict(), "uid": uid, "now": now_utc}
    ((number,),) = db.execute(ADD, row).fetchall()
    return number, uid


def set_batch_totals(db: Connection, number: int, *, added: int, seconds: int) -> None:
    """Set how many entries a batch added, and their seconds."""
    db.execute(SET_TOTALS, {"id": number, "added": added, "seconds": seconds})
