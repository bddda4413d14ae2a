"""Which rows of a damaged database are right, doubtful or lost.

The history has a second copy of each row that a command wrote, and indexes have one of
some columns. A row that agrees with the history is right.
"""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import NamedTuple

from tracker.database.damaged.file import Columns, FileTable, IndexEntries

SHIPPED_UID = "seed:"


class HistoryCopy(NamedTuple):
    """A row as the history has it; `values` is None where it was removed.

    It `is_last` where no later change of the row is lost.
    """

    number: int
    values: Columns | None
    is_last: bool


History = dict[tuple[str, str], HistoryCopy]


class SalvagedRow(NamedTuple):
    """A row to bring: its number, its values, and why it is doubtful, if it is."""

    number: int
    values: Columns
    doubt: str = ""
    from_history: bool = False


@dataclass(frozen=True, slots=True)
class RowNote:
    """A row that is doubtful or left out: what is known of it, and why."""

    table: str
    number: int
    values: Columns
    reason: str


@dataclass(frozen=True, slots=True)
class TableSalvage:
    """What came of a table: rows found, brought, of those from the history, left out.

    Where it `may_miss` rows, nobody knows how many.
    """

    table: str
    found: int
    brought: int
    from_history: int
    doubtful: int
    left_out: int
    may_miss: bool


@dataclass(frozen=True, slots=True)
class Salvage:
    """The answer of a salvage: the two files, each table, and each row of note."""

    source: str
    target: str
    tables: tuple[TableSalvage, ...]
    doubtful: tuple[RowNote, ...]
    left_out: tuple[RowNote, ...]
    is_cut: bool  # whether a stopped write was taken back in part

    @property
    def is_whole(self) -> bool:
        """Whether every row is there, and none is doubtful."""
        may_miss = any(table.may_miss for table in self.tables)
        return not (self.doubtful or self.left_out or may_miss or self.is_cut)


def read_history(change: FileTable) -> History:
    """The last copy of each row in the log of changes, by table and uid."""
    latest = _latest_changes(change)
    is_gapless = not change.gaps
    history: History = {}
    for number, (row, _) in sorted(change.rows.items()):
        for uid, values in _logged_row(row):
            key = str(row["tbl"]), uid
            is_last = number >= latest[key] if key in latest else is_gapless
            history[key] = HistoryCopy(_whole(row["row"]), values, is_last)
    return history


def _latest_changes(change: FileTable) -> dict[tuple[str, str], int]:
    """The number of the last change of each row, as the index of changes has it."""
    latest: dict[tuple[str, str], int] = {}
    for index in change.indexes:
        if index.columns[0] == "tbl":
            for number, entry in index.values.items():
                key = str(entry[0]), str(entry[1])
                latest[key] = max(number, latest.get(key, 0))
    return latest


def _logged_row(row: Columns) -> Iterator[tuple[str, Columns | None]]:
    """The uid and the values after a change; nothing where they cannot be read."""
    with suppress(ValueError, TypeError, KeyError):
        after = json.loads(str(row["new"])) if row["new"] else None
        before = json.loads(str(row["old"])) if row["old"] else None
        yield str({**(before or {}), **(after or {})}["uid"]), after


def judge_rows(
    name: str, table: FileTable, history: History, unfinished_since: int | None
) -> list[SalvagedRow]:
    """The rows of a table that can be brought: those of the file, then others.

    `unfinished_since` is when the command ran that may be half written, in UTC seconds.
    """
    rows = [
        _judge(table, number, history.get((name, str(values.get("uid")))))
        for number, (values, _) in sorted(table.rows.items())
        if not _is_shipped(values)
    ]
    rows = [*_without_replaced(name, table, history, rows)]
    return [_doubt_unfinished(row, unfinished_since) for row in rows]


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
    if not is_sure and not doubt and not _agrees(values, copy):
        doubt = "its page is damaged"
    return SalvagedRow(number, values, doubt)


def _is_shipped(values: Columns) -> bool:
    """Whether the row is of the curriculum that comes with tracker."""
    return _is_shipped_uid(values.get("uid"))


def _is_shipped_uid(uid: object) -> bool:
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
        and all(uid == values["uid"] for uid in _indexed(table, number, "uid"))
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


def find_slugs(table: FileTable, seed_slugs: Collection[str]) -> dict[int, str]:
    """The slug of each row of the curriculum by its number, from rows and indexes.

    The person's own items are not among them.

    Where these differ, the one that the curriculum has is right. A number without one
    slug is left out, and so are two numbers with the same.
    """
    slugs: dict[int, str] = {}
    has_uids = any("uid" in index.columns for index in table.indexes)
    for number in _numbers(table):
        uids = [*_indexed(table, number, "uid")]
        if number in table.rows:
            uids.append(table.rows[number][0].get("uid"))
        if has_uids and not any(map(_is_shipped_uid, uids)):
            continue
        names = _slugs_of(table, number)
        chosen = names.intersection(seed_slugs) or names
        if len(chosen) == 1:
            slugs[number] = chosen.pop()
    repeated = Counter(slugs.values())
    return {number: slug for number, slug in slugs.items() if repeated[slug] == 1}


def _slugs_of(table: FileTable, number: int) -> set[str]:
    values, _ = table.rows.get(number, ({}, False))
    slugs = {str(values["slug"])} if "slug" in values else set()
    slugs |= {str(slug) for slug in _indexed(table, number, "slug")}
    for uid in (values.get("uid"), *_indexed(table, number, "uid")):
        if str(uid).startswith(SHIPPED_UID):
            slugs.add(str(uid).removeprefix(SHIPPED_UID))
    return slugs


def _numbers(table: FileTable) -> set[int]:
    numbers = set(table.rows)
    for index in table.indexes:
        numbers |= index.values.keys()
    return numbers


def _indexed(table: FileTable, number: int, column: str) -> list[object]:
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
    column = table.differs(number, values)
    if column:
        (value, *_) = _indexed(table, number, column)
        return f"an index has another {column}: {value!r}"
    return ""


def _agrees(values: Columns, copy: HistoryCopy | None) -> bool:
    """Whether the history has the row, just so."""
    if copy is None or copy.values is None or not copy.is_last:
        return False
    return all(values.get(name) == value for name, value in copy.values.items())


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
    if _has_whole_index(table):
        is_known = uid in _indexed(table, copy.number, "uid")
        return "" if is_known else "only the history has it"
    is_in_gap = any(gap.holds(copy.number) for gap in table.gaps)
    return "" if is_in_gap else "only the history has it"


def _doubt_unfinished(row: SalvagedRow, since: int | None) -> SalvagedRow:
    edited_at = row.values.get("edited_at")
    is_recent = since is not None and isinstance(edited_at, int) and edited_at >= since
    if is_recent and not row.doubt:
        return row._replace(doubt="a stopped command may have half written it")
    return row


def _whole(value: object) -> int:
    return value if isinstance(value, int) else 0
