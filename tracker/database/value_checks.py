"""Values in the database that make no sense, which SQLite itself did not refuse.

The schema's own rules (types, NOT NULL, CHECKs, unique columns, links) are asked of each
row, whatever the file says of itself: a file can be written without them. To them come
the few rules that SQL cannot say.
"""

import sqlite3
from collections.abc import Callable, Container, Iterator, Sequence
from typing import NamedTuple

from tracker.database.circles import CIRCULAR, find_circle
from tracker.database.settings import SENSES, Settings, wrong_setting
from tracker.database.tables import TableFacts, ValueRule, our_tables
from tracker.database.value_forms import FORMS
from tracker.errors import DatabaseProblem
from tracker.text.columns import join_words, quoted

TABLE = "select sql from sqlite_master where type = 'table' and name = :table"
COLUMNS = "select name from pragma_table_info(:table)"
SETTINGS = """select rowid, cast(key as blob), cast(value as blob),
              typeof(value) = 'text' from setting order by rowid"""
TARGETS = "select slug from role"
VARIANTS = """select role_variant.slug from role_variant
              join role on role.id = role_variant.role_id where role.slug = :target"""
FILLED = """select rowid, cast({1} as blob) from {0}
            where typeof({1}) = 'text' order by rowid"""
# As text that cannot be read may be none, a value is fetched as bytes.
AS_BYTES = "cast(substr({0}, 1, 60) as blob)"
# The texts of the next rows, all in one: made one by one they take three times as long.
TEXTS = """select max(number), {0} from (select rowid as number, {1} from {2}
           where rowid > :last order by rowid limit 1000)"""
FIRST_ROW = -(2**63)
SEE_ALL = "To see all that is wrong: tracker doctor"
CANCEL = "To discard it: tracker cancel"
_CANCELLED = {("timer", "started_at"), ("timer", "utc_offset")}


class ValueFault(NamedTuple):
    """A value that makes no sense: its place, a sentence, and what to type.

    `row` is the row's number. `hint` is the line that mends it where there is one, else
    SEE_ALL. `kind` is `link` where the value names a row that does not exist, `setting`
    for the value of a setting, else `value`.
    """

    table: str
    row: int
    column: str
    says: str
    hint: str
    kind: str = "value"


def find_value_faults(
    db: sqlite3.Connection, *, is_sound: bool = False
) -> list[ValueFault]:
    """All values of an open database that make no sense, by table and row.

    `is_sound` is whether `pragma integrity_check` found nothing: it asked what the tables
    of the file say themselves. Tables and columns that are missing are left out: they
    are the schema's. Raises sqlite3.Error where the file is too damaged to be read.
    """
    faults: list[ValueFault] = []
    # An overlap is wrong where a session is: what it follows from comes first.
    for table in sorted(our_tables(), key=lambda each: each.name == "overlap"):
        present = {name for (name,) in db.execute(COLUMNS, {"table": table.name})}
        if present:
            tables = db.execute(TABLE, {"table": table.name}) if is_sound else ()
            said = "".join(sql for (sql,) in tables)
            faults += _table_faults(db, table, present, said)
    return faults


def _table_faults(
    db: sqlite3.Connection, table: TableFacts, present: set[str], said: str
) -> Iterator[ValueFault]:
    """The faults of a table; `said` is the SQL whose rules all rows are known to keep."""
    rules = [rule for rule in table.rules if present.issuperset(rule.columns)]
    rules = [rule for rule in rules if not rule.is_part_of(said)]
    yield from _rule_faults(db, table.name, rules)
    texts = [name for name in table.texts if name in present]
    if texts and not is_readable(db, table.name, texts):
        yield from _letter_faults(db, table.name, texts)
    for columns in table.unique:
        if present.issuperset(columns):
            yield from _repeated(db, table.name, columns)
    yield from content_faults(db, table.name, present)


def content_faults(
    db: sqlite3.Connection, table: str, present: Container[str]
) -> Iterator[ValueFault]:
    """The faults of settings, circles, and texts with a form of their own.

    `present` are the columns of the table.
    """
    if table == "milestone_needs" and all(name in present for name in CIRCULAR):
        yield from _circle_faults(db)
    if table == "setting" and "key" in present and "value" in present:
        yield from _setting_faults(db)
    for (owner, column), is_sound in FORMS.items():
        if owner == table and column in present:
            yield from _format_faults(db, owner, column, is_sound)


def _rule_faults(
    db: sqlite3.Connection, table: str, rules: Sequence[ValueRule]
) -> Iterator[ValueFault]:
    if not rules:
        return
    wrong = [f"({rule.wrong})" for rule in rules]
    chosen = f"select rowid, {', '.join(wrong)} from {table}"
    for row, *flags in db.execute(f"{chosen} where {' or '.join(wrong)}"):
        for rule, flag in zip(rules, flags, strict=True):
            if flag:
                values = _say_values(db, table, row, rule.columns)
                says = f"Row {row} of {table} {rule.says.format(values)}."
                yield _fault(table, row, rule.columns[0], says, rule.kind)


def _fault(
    table: str, row: int, column: str, says: str, kind: str = "value"
) -> ValueFault:
    hint = CANCEL if (table, column) in _CANCELLED else SEE_ALL
    return ValueFault(table, row, column, says, hint, kind)


def _say_values(
    db: sqlite3.Connection, table: str, row: int, columns: Sequence[str]
) -> str:
    """`day '2026-02-30'`, `low 5 and high 3`."""
    parts = [f"typeof({name}), {AS_BYTES.format(name)}" for name in columns]
    chosen = f"select {', '.join(parts)} from {table} where rowid = ?"
    values = list(db.execute(chosen, [row]).fetchone())
    pairs = zip(columns, values[::2], values[1::2], strict=True)
    return join_words([f"{name} {_say_value(*pair)}" for name, *pair in pairs])


def _say_value(kind: str, value: bytes | None) -> str:
    if value is None or kind == "blob":
        return "NULL" if value is None else "a BLOB"
    text = _decoded(value)
    return quoted(text) if kind == "text" else text


def is_readable(db: sqlite3.Connection, table: str, columns: Sequence[str]) -> bool:
    """Whether all texts are UTF-8, which only reading them tells."""
    joined = ", ".join(f"group_concat({name}, ' ')" for name in columns)
    chosen, last = TEXTS.format(joined, ", ".join(columns), table), FIRST_ROW
    try:
        while last is not None:
            last, *_ = db.execute(chosen, {"last": last}).fetchone()
    except sqlite3.OperationalError as fault:
        if "decode" not in str(fault):
            raise
        return False
    return True


def _letter_faults(
    db: sqlite3.Connection, table: str, columns: Sequence[str]
) -> Iterator[ValueFault]:
    as_bytes = ", ".join(f"cast({name} as blob)" for name in columns)
    for row, *values in db.execute(f"select rowid, {as_bytes} from {table}"):
        for name, value in zip(columns, values, strict=True):
            if value is not None and not _is_utf8(value):
                says = f"Row {row} of {table} has letters in {name} that are not UTF-8."
                yield _fault(table, row, name, says)


def _decoded(value: bytes) -> str:
    """The text of bytes; `�` for letters that are not UTF-8, which are named apart."""
    return value.decode(errors="replace")


def _is_utf8(value: bytes) -> bool:
    try:
        value.decode()
    except UnicodeDecodeError:
        return False
    return True


def _repeated(
    db: sqlite3.Connection, table: str, columns: Sequence[str]
) -> Iterator[ValueFault]:
    """Rows that have the same as an earlier one where no two may."""
    listed = ", ".join(columns)
    filled = " and ".join(f"{name} is not null" for name in columns)
    repeated = f"""select {listed} from {table} where {filled}
                   group by {listed} having count(*) > 1"""
    rows = f"""select rowid, min(rowid) over (partition by {listed}) from {table}
               where ({listed}) in ({repeated})"""
    for row, first in db.execute(rows):
        if row != first:
            says = f"Rows {first} and {row} of {table} have the same {listed}."
            yield _fault(table, row, columns[0], says)


def _circle_faults(db: sqlite3.Connection) -> Iterator[ValueFault]:
    row = find_circle(db)
    if row is not None:
        says = f"By row {row} of milestone_needs, a milestone comes before itself."
        yield _fault("milestone_needs", row, "needs_id", says)


def _setting_faults(db: sqlite3.Connection) -> Iterator[ValueFault]:
    values: dict[str, str | None] = {}
    rows = {}
    for row, name, value, is_text in db.execute(SETTINGS):
        key = _decoded(name or b"")  # a null is a fault of its own
        rows[key] = row
        values[key] = _decoded(value) if is_text else None
    for key, row in rows.items():
        try:
            _check_setting(db, key, values)
        except DatabaseProblem as problem:
            says, hint = problem.message, problem.hint
            yield ValueFault("setting", row, "value", says, hint, "setting")


def _check_setting(
    db: sqlite3.Connection, key: str, values: dict[str, str | None]
) -> object:
    """Read one setting of all; raises DatabaseProblem where that makes no sense."""
    if key not in SENSES:
        return None
    value = values[key]
    if value is None:
        raise wrong_setting(key, value)
    if key in ("target", "variant"):
        names = db.execute(TARGETS if key == "target" else VARIANTS, values)
        if (value,) not in names.fetchall():
            raise wrong_setting(key, value)
    settings = Settings({key: value})
    return settings.day_starts, settings.zone, settings.pace, settings.pictures


def _format_faults(
    db: sqlite3.Connection, table: str, column: str, is_sound: Callable[[str], bool]
) -> Iterator[ValueFault]:
    for row, value in db.execute(FILLED.format(table, column)):
        if not is_sound(_decoded(value)):
            says = f"Row {row} of {table} has {column} that cannot be read."
            yield _fault(table, row, column, says)
