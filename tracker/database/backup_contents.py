"""What a database holds, and the newest backup that can be read."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from tracker.database.backup_names import list_backups
from tracker.database.connect import Where
from tracker.database.revisions import has_our_tables, read_revision, revisions
from tracker.system import file_uri

# A session over midnight is two rows; the first schemas knew no part of another.
PARTS = """select 1 from pragma_table_info('session') where name = 'part_of'"""
CONTENTS = """select count(*) - {}, max(day),
                     (select value from setting where key = 'name'),
                     exists (select 1 from setting where key = 'demo')
              from session"""
# Of the pages and rows, but not of the indexes: a third of the time.
QUICK = "pragma quick_check(1)"


class Contents(NamedTuple):
    """How many sessions a database has, the latest ISO day of them, and whose they are.

    `latest` is None without sessions, `name` where the person has set none.
    """

    sessions: int
    latest: str | None
    name: str | None
    is_demo: bool


def read_contents(db: sqlite3.Connection) -> Contents:
    """What the open database of any revision holds; raises sqlite3.Error."""
    parts = "count(part_of)" if db.execute(PARTS).fetchone() else "0"
    sessions, latest, name, is_demo = db.execute(CONTENTS.format(parts)).fetchone()
    return Contents(sessions, latest, name, bool(is_demo))


def look_into(backup: Path) -> Contents | None:
    """What a backup holds; None where it is damaged, or no database of this tracker.

    It is only read: SQLite would write into it to undo what its journal says. Only a
    damaged database is saved with its journal.
    """
    if any(Path(f"{backup}{end}").exists() for end in ("-journal", "-wal")):
        return None
    try:
        address = f"{file_uri(str(backup.absolute()))}?immutable=1"
        with closing(sqlite3.connect(address, uri=True)) as db:
            is_ours = read_revision(db) in revisions() and has_our_tables(db)
            if is_ours and db.execute(QUICK).fetchone() == ("ok",):
                return read_contents(db)
    except (sqlite3.Error, UnicodeError):
        pass
    return None


def newest_readable(place: Where) -> Path | None:
    """The newest backup beside the database at `place` that can be read, if any."""
    backups = (backup.path for backup in reversed(list_backups(Path(place))))
    return next(filter(look_into, backups), None)
