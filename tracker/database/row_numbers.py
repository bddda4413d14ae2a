"""The numbers of rows now, by their uid: a number may have gone to another row."""

import json
import sqlite3

from tracker.database.command_log import UID_OF_CHANGE, LoggedChange, Row
from tracker.database.obstacles import obstructed_by

LAST_ROW = f"""select coalesce(new, old) from change
               where tbl = :table and {UID_OF_CHANGE} = :uid order by id desc limit 1"""
LINKS = 'select "from", "table" from pragma_foreign_key_list(:table)'
# Which rows a number has named, as far as the log knows.
NAMED_BY = f"""select distinct {UID_OF_CHANGE} from change
               where tbl = :table and row = :row"""
# Which row a number named at a change: the one written last before it, else the one that
# the next change found.
NAMED_BEFORE = """select json_extract(new, '$.uid') from change
                  where tbl = :table and row = :row and id < :change
                  order by id desc limit 1"""
NAMED_AFTER = """select json_extract(old, '$.uid') from change
                 where tbl = :table and row = :row and id > :change
                 order by id limit 1"""


class RowNumbers:
    """Finds the rows of a log among those of now, during one undo or redo."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._links: dict[str, list[tuple[str, str]]] = {}
        self._uids: dict[tuple[str, object], list[object]] = {}
        self._numbers: dict[tuple[str, object], int] = {}
        self._missing: list[tuple[str, object]] = []

    def find(self, table: str, row: Row) -> int | None:
        """The number that a row of the log has now; None where it is no longer."""
        where = "uid = :uid" + (" and tbl = :tbl" if table == "tombstone" else "")
        found = self._db.execute(
            f"select id from {table} where {where}", row
        ).fetchone()
        return found and int(found[0])

    def free_number(self, table: str, number: int) -> int | None:
        """`number` where no row has it; else None, for the next free one.

        There is one timer, and it keeps its number.
        """
        select = f"select 1 from {table} where id = :id"
        is_taken = self._db.execute(select, {"id": number}).fetchone()
        return None if is_taken and table != "timer" else number

    def read_links(self, change: LoggedChange, row: Row) -> Row:
        """The columns of `row` that refer to other rows, with the numbers of now."""
        links: Row = {}
        for column, target in self._links_of(change.table):
            if row.get(column) is not None:
                links[column] = self._number_now(target, row[column], change.id)
        return links

    def check_missing(self) -> None:
        """Raise Obstructed where a restored row refers to one that is no longer."""
        for table, uid in self._missing:
            if self.find(table, {"uid": uid}) is None:
                (text,) = self._db.execute(
                    LAST_ROW, {"table": table, "uid": uid}
                ).fetchone()
                raise obstructed_by(self._db, "missing", table, json.loads(text))

    def _links_of(self, table: str) -> list[tuple[str, str]]:
        if table not in self._links:
            self._links[table] = self._db.execute(LINKS, {"table": table}).fetchall()
        return self._links[table]

    def _number_now(self, table: str, number: object, change: int) -> object:
        """The number of the row that had `number` at a change of the log."""
        values = {"table": table, "row": number, "change": change}
        if (table, number) not in self._uids:
            rows = self._db.execute(NAMED_BY, values).fetchall()
            self._uids[table, number] = [uid for (uid,) in rows]
        uids = self._uids[table, number]
        if not uids:
            return number  # never changed by a command
        uid = uids[0]
        if len(uids) > 1:
            uid = self._uid_at(values)
        if uid is None:
            return number
        now = self._numbers.get((table, uid)) or self.find(table, {"uid": uid})
        if now is None:
            self._missing.append((table, uid))
            return number
        self._numbers[table, uid] = now
        return now

    def _uid_at(self, values: Row) -> object:
        for query in (NAMED_BEFORE, NAMED_AFTER):
            found = self._db.execute(query, values).fetchone()
            if found and found[0]:
                return found[0]
        return None
