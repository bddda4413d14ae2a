"""Which rows of a damaged database are right, doubtful or lost.

The history has a second copy of each row that a command wrote, and indexes have one of
some columns. A row that agrees with the history is right.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from tracker.database.damaged.file import Columns, FileTable, IndexEntries
from tracker.maintenance.rules.history_copies import History, HistoryCopy, whole
from tracker.maintenance.rules.salvage import RowNote

SHIPPED_UID = "seed:"


class SalvagedRow(NamedTuple):
    """A row to bring: its number, its values, and why it is doubtful, if it is.

    It `is_checked` where the history has a second copy, which is the same.
    """

    number: int
    values: Columns
    doubt: str = ""
    from_history: bool = False
    is_checked: bool = False


def judge_rows(
    name: str, table: FileTable, history: History, unfinished: int | None
) -> list[SalvagedRow]:
    """The rows of a table that can be brought: those of the file, then others.

    `unfinished` is when the command ran that may be half written, in UTC seconds.
    """
    rows = [
        _judge(table, number, history.get((name, str(values.get("uid")))))
        for number, (values, _) in sorted(table.rows.items())
        if not _is_shipped(values)
    ]
    rows = [*_without_replaced(name, table, history, rows)]
    return [_doubt_unfinished(row, unfinished) for row in rows]


def judge_earlier_rows(
    table: FileTable, slugs: Mapping[int, str], seed_slugs: Collection[str]
) -> list[SalvagedRow]:
    """The rows of an earlier curriculum, which the one of today no longer has.

    So is the track of imported projects. `slugs` are those of the file by number.
    """
    return [
        _judge(table, number, None)
        for number, slug in slugs.items()
        if slug not in seed_slugs and number in table.rows
    ]


def _judge(table: FileTable, number: int, copy: HistoryCopy | None) -> SalvagedRow:
    values, is_sure = table.rows[number]
    doubt = _doubt(table, number, values, copy)
    is_checked = _agrees(values, copy)
    if not is_sure and not doubt and not is_checked:
        doubt = "its page is damaged"
    return SalvagedRow(number, values, doubt, is_checked=is_checked)


def _is_shipped(values: Columns) -> bool:
    """Whether the row is of the curriculum that comes with tracker."""
    return is_shipped_uid(values.get("uid"))


def is_shipped_uid(uid: object) -> bool:
    """Whether the uid is of a row of the curriculum that comes with tracker."""
    return str(uid).startswith(SHIPPED_UID)


def lost_rows(
    name: str, table: FileTable, brought: Iterable[SalvagedRow]
) -> Iterator[RowNote]:
    """Rows that only indexes know of, with what these say."""
    known = {row.number for row in brought} | _shipped_numbers(table)
    lost: dict[int, Columns] = {}
    for index in table.indexes:
        for number in index.values.keys() - known:
            columns = zip(index.columns, index.values[number], strict=True)
            named = {column: value for column, value in columns if column}
            lost.setdefault(number, {}).update(named)
    for number, values in sorted(lost.items()):
        if not str(values.get("uid")).startswith(SHIPPED_UID):
            yield RowNote(name, number, values, "its page cannot be read")


def _shipped_numbers(table: FileTable) -> set[int]:
    """The numbers of the curriculum's rows, unless the index names others."""
    return {
        number
        for number, (values, _) in table.rows.items()
        if _is_shipped(values)
        and all(uid == values["uid"] for uid in indexed_values(table, number, "uid"))
    }


def may_miss_rows(table: FileTable) -> bool:
    """Whether rows may be missing that no index knows of."""
    return bool(table.gaps) and not _has_whole_index(table)


def _has_whole_index(table: FileTable) -> bool:
    """Whether an index names all rows of the table, and agrees with those read."""
    return any(
        index.is_whole and not any(_contradictions(table, index))
        for index in table.indexes
        if "uid" in index.columns
    )


def _contradictions(table: FileTable, index: IndexEntries) -> Iterator[str]:
    for number, (values, _) in table.rows.items():
        yield index.differs(number, values) or ""


def indexed_values(table: FileTable, number: int, column: str) -> list[object]:
    """What indexes say of a column of a row."""
    return [
        index.values[number][index.columns.index(column)]
        for index in table.indexes
        if column in index.columns and number in index.values
    ]


def _doubt(
    table: FileTable, number: int, values: Columns, copy: HistoryCopy | None
) -> str:
    """Why a row of the file is doubtful; empty where nothing speaks against it."""
    if copy and copy.is_last:
        if copy.values is None:
            return "the history says that it was removed"
        for name in values.keys() & copy.values.keys():
            if values[name] != copy.values[name]:
                return f"the history has another {name}: {copy.values[name]!r}"
        return ""
    value = table.differs(number, values)
    return f"an index has another {value}" if value else ""


def _agrees(values: Columns, copy: HistoryCopy | None) -> bool:
    """Whether the history has the row, just so."""
    if copy is None or copy.values is None or not copy.is_last:
        return False
    return all(values.get(name) == value for name, value in copy.values.items())


def from_history(row: SalvagedRow, copy: HistoryCopy | None) -> SalvagedRow | None:
    """The row as the history has it, in place of one whose values make no sense.

    None where the history does not have it, or has it just so.
    """
    if copy is None or copy.values is None or row.from_history:
        return None
    for name, value in copy.values.items():
        if name in row.values and row.values[name] != value:
            doubt = f"in the file its {name} is {row.values[name]!r}"
            return SalvagedRow(row.number, copy.values, doubt, from_history=True)
    return None


def _without_replaced(
    name: str, table: FileTable, history: History, rows: list[SalvagedRow]
) -> Iterator[SalvagedRow]:
    """The rows of the file, and those that only the history has.

    A row of the file whose uid nobody else knows gives way to that of its number in the
    history: the damage is in the uid.
    """
    present = {str(values.get("uid")) for values, _ in table.rows.values()}
    logged = {uid for table_name, uid in history if table_name == name}
    missing = {
        copy.number: SalvagedRow(
            copy.number, copy.values, _history_doubt(table, uid, copy), True
        )
        for (table_name, uid), copy in history.items()
        if table_name == name and copy.values is not None and uid not in present
    }
    for row in rows:
        if row.number not in missing or str(row.values.get("uid")) in logged:
            yield row
    yield from missing.values()


def _history_doubt(table: FileTable, uid: str, copy: HistoryCopy) -> str:
    """Why a row that only the history has is doubtful; empty where it is not."""
    if not copy.is_last:
        return "its last changes are lost"
    if value := table.differs(copy.number, copy.values or {}):
        return f"an index has another {value}"
    if _has_whole_index(table):
        is_known = uid in indexed_values(table, copy.number, "uid")
        return "" if is_known else "only the history has it"
    is_in_gap = any(gap.holds(copy.number) for gap in table.gaps)
    return "" if is_in_gap else "only the history has it"


def _doubt_unfinished(row: SalvagedRow, last: int | None) -> SalvagedRow:
    if last is None or row.doubt:
        return row
    written_at = row.values.get("edited_at", row.values.get("at"))
    if whole(written_at) >= last:
        return row._replace(doubt="a stopped command may have half written it")
    return row
