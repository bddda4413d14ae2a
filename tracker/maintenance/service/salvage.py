"""The salvage of a damaged database: what can be read goes into a new one."""

import os
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Table

from tracker.database.backups import HINTS
from tracker.database.connect import translated
from tracker.database.damaged.file import Columns, DamagedFile, FileTable
from tracker.database.damaged.records import Value
from tracker.database.damaged.trees import NumberSpan
from tracker.database.repairs import find_free_name, name_taken
from tracker.database.schema.tables import metadata
from tracker.database.unfinished import put_in_place, unfinished_folder, write_private
from tracker.errors import FileProblem
from tracker.labels import TABLE_LABELS
from tracker.maintenance.rules.history_copies import read_history, whole
from tracker.maintenance.rules.salvage import (
    CURRICULUM_LINKS,
    RowNote,
    Salvage,
    TableSalvage,
)
from tracker.maintenance.rules.salvage_rows import (
    SalvagedRow,
    from_history,
    judge_earlier_rows,
    judge_rows,
    lost_rows,
    may_miss_rows,
)
from tracker.maintenance.rules.salvaged_slugs import (
    find_slugs,
    logged_slugs,
    place_by_order,
)
from tracker.maintenance.service.backup import check_name
from tracker.maintenance.store.damaged_copy import read_damaged
from tracker.maintenance.store.salvage_rows import (
    MissingLink,
    NewRows,
    complete,
    new_database,
    read_seed_rows,
)
from tracker.system import say_reason


def salvage_database(place: Path, target: Path) -> Salvage:
    """Write what can be read of the database at `place` to the new file `target`.

    The damaged file and its journal are only read. Raises Refused if `target` exists,
    FileProblem if it cannot be written, DatabaseProblem where nothing can be read.
    """
    if os.path.lexists(target):
        raise name_taken(target, place)
    check_name(target, place)
    try:
        with unfinished_folder(target) as folder:
            damaged, is_cut_off = read_damaged(place, folder)
            fresh = folder / "new.db"
            write_private(fresh, b"")
            with translated(target):
                salvage = _Salvage(damaged, is_cut_off=is_cut_off)
                salvage.write(fresh)
            if not put_in_place(fresh, target):
                raise name_taken(target, place)
    except OSError as fault:
        raise FileProblem(
            f"{target} cannot be written: {say_reason(fault)}.",
            HINTS.get(fault.errno or 0, "Choose another file, or check the disk."),
            typed=str(target),
            instead=[str(find_free_name(place))],
        ) from fault
    tables = tuple(salvage.answer())
    return Salvage(
        str(place), str(target), tables, *salvage.notes(), is_cut_off, salvage.slugs
    )


class _Salvage:
    """One salvage: tables in the order of their links, and what comes of each."""

    def __init__(self, damaged: DamagedFile, *, is_cut_off: bool) -> None:
        self._damaged = damaged.tables
        self._history = read_history(self._table("change"))
        self._since = self._last_command() if is_cut_off else None
        self.slugs: dict[tuple[str, int], str] = {}
        self._rows: dict[str, list[SalvagedRow]] = {}
        self._left_out: list[RowNote] = []
        self._lost: dict[tuple[str, Value], None] = {}  # only links name these rows
        # Rows of the curriculum whose slug only their place in it tells.
        self._placed: dict[tuple[str, Value], str] = {}
        self._placed_notes: dict[tuple[str, Value], RowNote] = {}

    def write(self, fresh: Path) -> None:
        """Fill the new database at `fresh`."""
        seed = read_seed_rows()
        with new_database(fresh) as raw:
            rows = NewRows(raw)
            self.slugs = rows.slugs
            for table in metadata.sorted_tables:
                if table.name in seed:
                    self._add_curriculum(table, seed[table.name], rows)
                if table.name in TABLE_LABELS:
                    self._add_rows(table, rows)
            self._left_out += complete(raw)
            self._left_out = [
                note
                for note in self._left_out
                if (note.table, note.number) not in self._placed
                and not rows.is_shipped(note.table, note.values)
            ]
        known = {(note.table, note.number) for note in self._left_out}
        for name, number in self._lost.keys() - known:
            note = RowNote(name, int(str(number)), {}, "other rows refer to it")
            self._left_out.append(note)

    def answer(self) -> Iterator[TableSalvage]:
        """What came of each table in which anything was found, or may be missing."""
        names = {*self._rows, *(note.table for note in self._left_out)}
        for name in sorted(names, key=[*TABLE_LABELS, *sorted(names)].index):
            rows = self._rows.get(name, [])
            left_out = {note.number for note in self._left_out if note.table == name}
            brought = [row for row in rows if row.number not in left_out]
            numbers = TableSalvage(
                name,
                found=len(brought) + len(left_out),
                brought=len(brought),
                from_history=sum(row.from_history for row in brought),
                doubtful=sum(bool(row.doubt) for row in brought),
                left_out=len(left_out),
                may_miss=may_miss_rows(self._table(name)),
                unchecked=tuple(
                    str(row.values.get("uid", row.number))
                    for row in brought
                    if not row.is_checked
                ),
            )
            if numbers.found or numbers.may_miss:
                yield numbers

    def notes(self) -> tuple[tuple[RowNote, ...], tuple[RowNote, ...]]:
        """The rows that are doubtful, and those left out."""
        out = {(note.table, note.number) for note in self._left_out}
        doubtful = tuple(
            RowNote(name, row.number, row.values, row.doubt)
            for name, rows in self._rows.items()
            for row in rows
            if row.doubt and (name, row.number) not in out
        )
        return (*doubtful, *self._placed_notes.values()), tuple(self._left_out)

    def _table(self, name: str) -> FileTable:
        """The table; a gap without end where the file says nothing of it."""
        return self._damaged.get(name) or FileTable(gaps=[NumberSpan()])

    def _last_command(self) -> int:
        """When the last command ran, in UTC seconds."""
        rows = self._table("command").rows.values()
        return max((int(str(row["at"])) for row, _ in rows), default=0)

    def _add_curriculum(
        self, table: Table, seed: dict[str, Columns], rows: NewRows
    ) -> None:
        """Add the rows of the curriculum with the numbers that they have in the file."""
        present = self._table(table.name)
        slugs = find_slugs(present, seed)
        for number, slug in slugs.items():
            if slug in seed:
                rows.add_shipped(table, number, seed[slug])
        logged = logged_slugs(self._damaged, seed) if table.name == "item" else {}
        own = {
            copy.number
            for (name, _), copy in self._history.items()
            if name == table.name
        }
        for number, slug in place_by_order(present, seed, slugs, logged).items():
            if number not in own:
                rows.add_shipped(table, number, seed[slug])
                self._placed[table.name, number] = slug if number not in logged else ""
        self._add(table, judge_earlier_rows(present, slugs, seed), rows)

    def _add_rows(self, table: Table, rows: NewRows) -> None:
        """Add the person's rows, those of the file and those of the history."""
        present = self._table(table.name)
        judged = judge_rows(table.name, present, self._history, self._since)
        self._left_out += lost_rows(table.name, present, judged)
        self._add(table, judged, rows)

    def _add(self, table: Table, judged: list[SalvagedRow], rows: NewRows) -> None:
        added = self._rows.setdefault(table.name, [])
        for row in judged:
            cut, reason = self._cut_links(table, row, rows)
            reason = reason or rows.add(table, row.number, cut.values)
            copy = self._history.get((table.name, str(row.values.get("uid"))))
            if reason and (other := from_history(row, copy)):
                cut, reason = self._cut_links(table, other, rows)
                reason = reason or rows.add(table, row.number, cut.values)
            added.append(cut)
            self._note_placed(table, cut)
            if reason:
                note = RowNote(table.name, row.number, row.values, reason)
                self._left_out.append(note)

    def _cut_links(
        self, table: Table, row: SalvagedRow, rows: NewRows
    ) -> tuple[SalvagedRow, str]:
        """The row without links to missing rows, or why it cannot be without them.

        The missing rows are noted as left out.
        """
        reason = ""
        for column, link in rows.missing_links(table, row.values).items():
            if self._name_unknown(table, link, rows):
                doubt = row.doubt or f"its item {whole(link.number)} is not known"
                row = row._replace(doubt=doubt, is_checked=False)
                continue
            missing = f"the {link.table} that it belongs to cannot be read"
            values = {**row.values, column: None}
            row = row._replace(values=values, doubt=missing, is_checked=False)
            reason = reason or ("" if link.can_lack else missing)
            self._lost[link.table, link.number] = None
        return row, reason

    def _name_unknown(self, table: Table, link: MissingLink, rows: NewRows) -> bool:
        """Add an own item in place of one that nobody knows, so that hours stay."""
        number = whole(link.number)
        if link.table != "item" or table.name in CURRICULUM_LINKS or number <= 0:
            return False
        item = metadata.tables["item"]
        values = rows.unknown_item(number)
        if rows.add(item, number, values):
            return False
        row = SalvagedRow(number, values, "only rows that refer to it name it")
        self._rows.setdefault("item", []).append(row)
        return True

    def _note_placed(self, table: Table, row: SalvagedRow) -> None:
        """Note as doubtful what a row refers to that only the order tells."""
        for column in table.c:
            for key in column.foreign_keys:
                place = key.column.table.name, row.values.get(column.name)
                if slug := self._placed.get(place):
                    doubt = "only its place in the curriculum tells which it is"
                    self._placed_notes[place] = RowNote(
                        place[0], whole(place[1]), {"slug": slug}, doubt
                    )
