"""Whether a database that another program wrote to is whole, at little cost.

It asks SQLite for what the schema says, and Python only for what it does not. Where it
finds anything, `damage` reads all of it again, and says what is wrong. After a foreign
write, an ordinary command takes 1.3 times as long at 1,000 sessions, not 5.6 times.
"""

import sqlite3
import zlib

from tracker.database.circles import find_circle
from tracker.database.connect import BROKEN_LINKS
from tracker.database.value_checks import content_faults, is_readable

# The number of a file's head that is for the program's own use, as `application_id` is.
MARK = "pragma user_version"
SCHEMA = "select type, name, tbl_name, sql from sqlite_master order by type, name"
# It asks the CHECKs and types of all rows, but leaves out what indexes hold.
STRUCTURE = "pragma quick_check(1)"
INDEXES = "select name, tbl_name, sql from sqlite_master where type = 'index'"
# But for columns whose CHECK is a list, or asks for a day: these are ASCII.
TEXTS = """select tables.name, group_concat(columns.name) from sqlite_master as tables,
           pragma_table_info(tables.name) as columns
           where tables.type = 'table' and columns.type = 'TEXT'
           and instr(tables.sql, 'CHECK (' || columns.name || ' i') = 0 group by tables.name"""
NO_JSON = """select 1 from change where not json_valid(coalesce(old, new))
             or not json_valid(coalesce(new, old))
             or tbl not in (select name from sqlite_master) limit 1"""


def schema_mark(db: sqlite3.Connection) -> int:
    """A number for the schema's SQL, other than 0, which `mark_schema` keeps."""
    text = repr(db.execute(SCHEMA).fetchall())
    return zlib.crc32(text.encode()) & 0x7FFFFFFF or 1


def mark_schema(db: sqlite3.Connection) -> None:
    """Note in the file that its schema, as it is now, is the one that tracker makes."""
    db.execute(f"{MARK} = {schema_mark(db)}")


def is_plainly_whole(db: sqlite3.Connection) -> bool:
    """Whether nothing is wrong with the open database, whose schema is marked as right.

    Where it is False, only the whole check tells what is. A row that an index has in the wrong
    place, which no program writes through SQLite, is the doctor's to find. Raises
    sqlite3.Error where the file is too damaged to be read.
    """
    return (
        db.execute(MARK).fetchone() == (schema_mark(db),)
        and db.execute(STRUCTURE).fetchone() == ("ok",)
        and not db.execute(BROKEN_LINKS).fetchone()
        and not db.execute(NO_JSON).fetchone()
        and find_circle(db) is None
        and _have_all_rows(db)
        and _make_sense(db)
    )


def _have_all_rows(db: sqlite3.Connection) -> bool:
    """Whether each index has as many entries as its table has rows for it."""
    for index, table, sql in db.execute(INDEXES).fetchall():
        _, where, condition = (sql or "").partition(" WHERE ")
        # SQLite would answer `count(*)` from its smallest index, whichever is asked for.
        ask = f'select {{}} from "{table}" {{}} {where} {condition}'
        entries = db.execute(ask.format("total(1)", f'indexed by "{index}"')).fetchone()
        if entries != db.execute(ask.format("count(*)", "not indexed")).fetchone():
            return False
    return True


def _make_sense(db: sqlite3.Connection) -> bool:
    """Whether all texts are UTF-8, and those with a form of their own have it."""
    for table, listed in db.execute(TEXTS).fetchall():
        columns = listed.split(",")
        if any(content_faults(db, table, columns)):
            return False
        if not is_readable(db, table, columns):
            return False
    return True
