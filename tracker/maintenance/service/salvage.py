"""The salvage of a damaged database: what can be read goes into a new one."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

from sqlalchemy import Table

from tracker.database.connect import connect, translated
from tracker.database.damaged.file import Columns, DamagedFile, FileTable
from tracker.database.damaged.journal import is_cut
from tracker.database.damaged.trees import Span
from tracker.database.schema.tables import metadata
from tracker.database.unfinished import put_in_place, unfinished_folder
from tracker.errors import DatabaseProblem, FileProblem, Refused
from tracker.labels import TABLE_LABELS
from tracker.maintenance.rules.salvage import (
    RowNote,
    Salvage,
    SalvagedRow,
    TableSalvage,
    find_slugs,
    judge_earlier_rows,
    judge_rows,
    lost_rows,
    may_miss_rows,
    read_history,
)
from tracker.maintenance.store.salvage_rows import (
    NewRows,
    complete,
    new_database,
    read_seed_rows,
)


def salvage_database(place: Path, target: Path, now_utc: int) -> Salvage:
    """Write what can be read of the database at `place` to the new file `target`.

    The damaged file and its journal are only read. Raises Refused if `target` exists,
    FileProblem if it cannot be written, DatabaseProblem where nothing can be read.
    """
    if os.path.lexists(target):
        raise _taken(target)
    try:
        with unfinished_folder(target) as folder:
            damaged, is_cut_off = _read_copy(place, folder)
            fresh = folder / target.name
            os.close(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            with translated(target):
                salvage = _Salvage(damaged, is_cut_off=is_cut_off)
                salvage.write(fresh, now_utc)
            if not put_in_place(fresh, target):
                raise _taken(target)
    except OSError as fault:
        raise FileProblem(
            f"{target} cannot be written: {os.strerror(fault.errno or 0)}.",
            "Choose a file in a folder that exists.",
        ) from fault
    tables = tuple(salvage.answer())
    return Salvage(str(place), str(target), tables, *salvage.notes(), is_cut_off)


def find_free_name(place: Path) -> Path:
    """A file beside the database that does not exist: tracker-salvaged.db."""
    stem, end, number = f"{place.stem}-salvaged", place.suffix, 1
    free = place.with_name(f"{stem}{end}")
    while os.path.lexists(free):
        number += 1
        free = place.with_name(f"{stem}-{number}{end}")
    return free


def _taken(target: Path) -> Refused:
    free = find_free_name(target)
    message = f"{target} exists already; it was not changed."
    return Refused(
        message, "Choose a new file name.", typed=str(target), instead=[str(free)]
    )


def _read_copy(place: Path, folder: Path) -> tuple[DamagedFile, bool]:
    """The tables of the file as SQLite would open it, and whether its journal is cut.

    SQLite takes a stopped write back in a copy. Raises DatabaseProblem where the file
    cannot be read, or where no table of tracker is in it.
    """
    copy, journal = folder / "damaged.db", b""
    try:
        if not place.is_file():
            raise DatabaseProblem(
                f"There is no file {place}.", "Name another: --db FILE"
            )
        for end in ("", "-journal", "-wal"):
            part = Path(f"{place}{end}")
            if part.is_file():
                shutil.copyfile(part, f"{copy}{end}")
                journal = part.read_bytes() if end == "-journal" else journal
        with suppress(sqlite3.Error), closing(connect(copy, write=True)) as db:
            db.execute("pragma wal_checkpoint").fetchone()
        damaged = DamagedFile(copy.read_bytes())
    except OSError as fault:
        reason = os.strerror(fault.errno or 0)
        raise DatabaseProblem(f"{place} cannot be read: {reason}.") from fault
    if not damaged.tables:
        raise DatabaseProblem(
            f"Nothing of a tracker database can be read in {place}; no file was made.",
            "To list the backups: tracker restore",
        )
    return damaged, is_cut(journal)


class _Salvage:
    """One salvage: tables in the order of their links, and what comes of each."""

    def __init__(self, damaged: DamagedFile, *, is_cut_off: bool) -> None:
        self._damaged = damaged.tables
        self._history = read_history(self._table("change"))
        self._since = self._last_command() if is_cut_off else None
        self._rows: dict[str, list[SalvagedRow]] = {}
        self._left_out: list[RowNote] = []

    def write(self, fresh: Path, now_utc: int) -> None:
        """Fill the new database at `fresh`."""
        seed = read_seed_rows()
        with new_database(fresh) as (raw, db):
            rows = NewRows(raw)
            for table in metadata.sorted_tables:
                if table.name in seed:
                    self._add_curriculum(table, seed[table.name], rows)
                if table.name in TABLE_LABELS:
                    self._add_rows(table, rows)
            self._left_out += complete(raw, db, now_utc)

    def answer(self) -> Iterator[TableSalvage]:
        """What came of each table in which anything was found, or may be missing."""
        for name in sorted(self._rows, key=[*TABLE_LABELS, *self._rows].index):
            rows = self._rows[name]
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
        return doubtful, tuple(self._left_out)

    def _table(self, name: str) -> FileTable:
        """The table; a gap without end where the file says nothing of it."""
        return self._damaged.get(name) or FileTable(gaps=[Span()])

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
        self._add(table, judge_earlier_rows(present, slugs, seed), rows)

    def _add_rows(self, table: Table, rows: NewRows) -> None:
        """Add the person's rows, those of the file and those of the history."""
        present = self._table(table.name)
        judged = judge_rows(table.name, present, self._history, self._since)
        self._left_out += lost_rows(table.name, present, judged)
        self._add(table, judged, rows)

    def _add(self, table: Table, judged: list[SalvagedRow], rows: NewRows) -> None:
        self._rows.setdefault(table.name, []).extend(judged)
        for row in judged:
            if reason := rows.add(table, row.number, row.values):
                note = RowNote(table.name, row.number, row.values, reason)
                self._left_out.append(note)
