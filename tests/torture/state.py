"""What a folder holds: its databases row for row, its other files byte for byte."""

import hashlib
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

MARK = b"SQLite format 3\0"
DAMAGED = "damaged"
# The moment in the name of a backup: -2026-11-23-143000-.
_MOMENT = re.compile(r"-\d{4}-\d{2}-\d{2}-\d{6}-")
# What SQLite puts beside a database while it writes; the next command takes it away.
_JOURNAL = "-journal"
# The digests of rows by those of files.
_READ: dict[str, str] = {}
_TABLES = "select name from sqlite_master where type = 'table' order by name"


class State(NamedTuple):
    """A digest of each file by its name, without the moment in the names of backups."""

    files: dict[str, str]

    @property
    def names(self) -> set[str]:
        """The names of the files and folders."""
        return set(self.files)


def read_state(folder: Path) -> State:
    """What `folder` holds. SQLite rolls back what a killed command left half written."""
    # The names first: to read a database takes its journal away.
    paths = sorted(folder.rglob("*"))
    return State({_plain(path, folder): _digest(path) for path in paths})


def _plain(path: Path, folder: Path) -> str:
    return _MOMENT.sub("-MOMENT-", str(path.relative_to(folder)))


def _digest(path: Path) -> str:
    if path.is_dir() or path.name.endswith(_JOURNAL) or not path.exists():
        return ""
    content = path.read_bytes()
    digest = hashlib.sha256(content).hexdigest()[:16]
    if not content.startswith(MARK):
        return digest
    # Most databases of a folder are as they were: their rows are read once.
    if Path(f"{path}{_JOURNAL}").exists():
        return _digest_rows(path)
    if digest not in _READ:
        _READ[digest] = _digest_rows(path)
    return _READ[digest]


def _digest_rows(path: Path) -> str:
    digest = hashlib.sha256()
    try:
        with closing(sqlite3.connect(path)) as db:
            for text in _rows(db):
                digest.update(text.encode())
    except sqlite3.DatabaseError:
        return DAMAGED
    return digest.hexdigest()[:16]


def _rows(db: sqlite3.Connection) -> Iterator[str]:
    """Every row of every table as text; raises DatabaseError for a damaged file."""
    faults = db.execute("pragma integrity_check(1)").fetchone()
    if faults != ("ok",) or db.execute("pragma foreign_key_check").fetchone():
        raise sqlite3.DatabaseError
    for (table,) in db.execute(_TABLES).fetchall():
        yield table
        for row in db.execute(f'select * from "{table}" order by 1'):
            yield repr(row)
