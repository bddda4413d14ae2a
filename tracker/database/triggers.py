"""The triggers that log what commands change, made from the tables in the file.

No revision holds them: creating or migrating a database remakes them last, and `doctor`
compares them.
"""

import sqlite3

PERSONAL = """select m.name from sqlite_master m where m.type = 'table'
              and exists (select 1 from pragma_table_info(m.name) where name = 'uid')
              order by m.name"""
COLUMNS = "select name from pragma_table_info(:table) order by name"
PRESENT = """select name, sql from sqlite_master
             where type = 'trigger' and name like 'keep!_%' escape '!'"""

# What is computed from other tables: undo computes it again.
DERIVED = ("overlap",)
# Sessions that the running command imports are not logged one by one, or the file would
# grow fivefold: undo deletes all of the batch. Sessions that are added to an older
# batch later (an edit splits one) are logged like any other.
_EXCEPT = {
    ("session", "insert"): " where new.batch_id is null or batch_id is not new.batch_id"
}
# What the trigger does besides logging.
_ALSO = {("import_batch", "insert"): "update running set batch_id = new.id; "}


def remake(db: sqlite3.Connection) -> None:
    """Drop tracker's triggers and make those that the tables need."""
    for name in list_present(db):
        db.execute(f'drop trigger "{name}"')
    for statement in list_wanted(db).values():
        db.execute(statement)


def list_present(db: sqlite3.Connection) -> dict[str, str]:
    """The triggers in the file, as SQL by name."""
    return dict(db.execute(PRESENT).fetchall())


def list_wanted(db: sqlite3.Connection) -> dict[str, str]:
    """The triggers that the file needs, as SQL by name.

    Each table with a `uid` is a personal one, and undo covers it, if it is not derived.
    """
    tables = [row[0] for row in db.execute(PERSONAL) if row[0] not in DERIVED]
    wanted = {}
    for table in tables:
        columns = [row[0] for row in db.execute(COLUMNS, {"table": table})]
        for event in ("insert", "update", "delete"):
            wanted[f"keep_{table}_{event}"] = _trigger(table, columns, event)
    return wanted


def _trigger(table: str, columns: list[str], event: str) -> str:
    row = "old" if event == "delete" else "new"
    old = "null" if event == "insert" else _as_json("old", columns)
    new = "null" if event == "delete" else _as_json("new", columns)
    restriction = _EXCEPT.get((table, event), "")
    also = _ALSO.get((table, event), "")
    return (
        f"create trigger keep_{table}_{event} after {event} on {table} "
        f"when exists (select 1 from running{restriction}) "
        f"begin insert into change (command_id, tbl, row, old, new) "
        f"select command_id, '{table}', {row}.id, {old}, {new} from running; {also}end"
    )


def _as_json(row: str, columns: list[str]) -> str:
    pairs = (f"'{name}', {row}.\"{name}\"" for name in columns)
    return f"json_object({', '.join(pairs)})"
