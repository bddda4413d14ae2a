"""The triggers that keep what commands change, derived from the tables as they stand.

No revision holds them: whoever makes or migrates a database remakes them last, and `doctor` compares.
"""

import sqlite3

PERSONAL = """select m.name from sqlite_master m where m.type = 'table'
              and exists (select 1 from pragma_table_info(m.name) where name = 'uid') order by m.name"""
COLUMNS = "select name from pragma_table_info(:table) order by name"
PRESENT = "select name, sql from sqlite_master where type = 'trigger' and name like 'keep!_%' escape '!'"


# The sessions of a batch that the running command itself brings stay out of the log, or the file would grow fivefold:
# undoing it deletes the batch. Sessions put to an older batch later (split by an edit) are kept like any other.
_KEPT_BUT = {
    ("session", "insert"): " where new.batch_id is null or batch_id is not new.batch_id"
}
_ALSO = {("import_batch", "insert"): "update running set batch_id = new.id; "}


def remake(db: sqlite3.Connection) -> None:
    """Drop tracker's triggers and make those that the tables ask for."""
    for name in present(db):
        db.execute(f'drop trigger "{name}"')
    for statement in wanted(db).values():
        db.execute(statement)


def present(db: sqlite3.Connection) -> dict[str, str]:
    """The triggers there are: name to SQL."""
    return dict(db.execute(PRESENT).fetchall())


def wanted(db: sqlite3.Connection) -> dict[str, str]:
    """The triggers there should be: name to SQL. A table with a `uid` is the person's, and under undo."""
    tables = [row[0] for row in db.execute(PERSONAL)]
    made = {}
    for table in tables:
        columns = [row[0] for row in db.execute(COLUMNS, {"table": table})]
        for event in ("insert", "update", "delete"):
            made[f"keep_{table}_{event}"] = _trigger(table, columns, event)
    return made


def _trigger(table: str, columns: list[str], event: str) -> str:
    row = "old" if event == "delete" else "new"
    old = "null" if event == "insert" else _as_json("old", columns)
    new = "null" if event == "delete" else _as_json("new", columns)
    kept, also = _KEPT_BUT.get((table, event), ""), _ALSO.get((table, event), "")
    return (
        f"create trigger keep_{table}_{event} after {event} on {table} when exists (select 1 from running{kept}) "
        f"begin insert into change (command_id, tbl, row, old, new) "
        f"select command_id, '{table}', {row}.id, {old}, {new} from running; {also}end"
    )


def _as_json(row: str, columns: list[str]) -> str:
    return (
        "json_object("
        + ", ".join(f"'{name}', {row}.\"{name}\"" for name in columns)
        + ")"
    )
