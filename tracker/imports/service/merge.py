"""The merge of another database into this one: only what differs is written."""

from collections.abc import Container, Iterable, Mapping
from sqlite3 import Connection

from sqlalchemy import Table

from tracker.database.settings import read_settings
from tracker.database.values import text_to_day
from tracker.imports.rules.future_dates import FutureDates
from tracker.imports.rules.merge import (
    MergeReport,
    RowChange,
    TableCount,
    Value,
    Version,
    changes,
    count_changes,
    find_kept,
    last_slugs,
    later_tombstones,
    merge_versions,
)
from tracker.imports.rules.merge_remarks import (
    SingleRows,
    left_out_remarks,
    replaced_remarks,
)
from tracker.imports.service.merge_sides import MergeSide, read_side
from tracker.imports.store.future_dates import written_columns
from tracker.imports.store.merge_rows import add_rows, change_row, delete_row
from tracker.imports.store.shipped_rows import add_missing_rows
from tracker.imports.store.tombstones import replace_tombstones
from tracker.imports.store.versions import (
    Slice,
    is_independent,
    linked_tables,
    merged_tables,
    read_own_slugs,
    read_slices,
    read_versions,
)
from tracker.journal.store.overlaps import rewrite_overlaps
from tracker.journal.store.timer import running_timer
from tracker.modules import uncollected

# Pages that wait in memory need not be written twice: 10% of a merge of 60,000 sessions.
ROOM = "pragma cache_size = -32000"  # in KiB


def merge_databases(
    db: Connection, other: Connection, name: str, dates: FutureDates
) -> MergeReport:
    """Make this database what both together are, inside the caller's transaction.

    `other` is called `name` in the report. Raises Refused where an item's new name means
    another item here.
    """
    before, theirs = _single_rows(db), _single_rows(other)
    with uncollected():
        counts = _merge(db, other, dates)
    remarks = replaced_remarks(before, _single_rows(db))
    remarks += left_out_remarks(before, theirs, dates.now_utc)
    return MergeReport(name, tuple(counts), tuple(remarks))


def _single_rows(db: Connection) -> SingleRows:
    return SingleRows(read_settings(db).values, running_timer(db))


def _merge(db: Connection, other: Connection, dates: FutureDates) -> list[TableCount]:
    db.execute("pragma defer_foreign_keys = on")
    db.execute(ROOM)
    new_slugs = last_slugs(*(_read_slugs(side, dates) for side in (db, other)))
    add_missing_rows(db, other)
    merge = _Merge(db, other, new_slugs, dates)
    tables = merged_tables()
    for table in tables:
        merge.compare(table)
    for table in reversed(tables):
        merge.delete_rows(table)
    for table in tables:
        merge.write_rows(table)
    merge.write_tombstones()
    rewrite_overlaps(db, map(text_to_day, merge.days))
    return merge.counts


def _read_slugs(db: Connection, dates: FutureDates) -> dict[str, tuple[int, str]]:
    """The person's own items by uid: when each counts as edited, and its slug."""
    return {
        uid: (dates.rank("item", uid, edited_at), slug)
        for uid, (edited_at, slug) in read_own_slugs(db).items()
    }


class _Merge:
    """Both databases, table by table.

    Rows that are the same in both are not kept in memory, only the keys that others
    refer to.
    """

    def __init__(
        self,
        db: Connection,
        other: Connection,
        new_slugs: Mapping[str, str],
        dates: FutureDates,
    ) -> None:
        self._dates = dates
        self._ours, self._theirs = read_side(db), read_side(other)
        self._new_slugs = new_slugs
        # The row numbers here by table and key, for links.
        self._numbers = {
            table: {key: number for number, key in keys.items()}
            for table, keys in self._ours.keys.items()
        }
        # The keys of each table that exist after the merge.
        self._remaining: dict[str, Container[object]] = dict(self._numbers)
        self._changes: dict[str, list[RowChange]] = {}
        self._tombstones: dict[str, dict[str, int]] = {}
        self.counts: list[TableCount] = []
        self.days: set[str] = set()

    def compare(self, table: Table) -> None:
        """Read both sides of a table and decide what remains."""
        name = table.name
        self._changes[name] = []
        removals = (self._removals(side, name) for side in (self._ours, self._theirs))
        self._tombstones[name] = later_tombstones(*removals) | self._dates.marks(name)
        sides = self._ours.db, self._theirs.db
        parts = read_slices(*sides, table) if is_independent(table) else [Slice()]
        kept = [row for part in parts for row in self._compare_part(table, part)]
        self.counts.append(count_changes(name, self._changes[name], kept))

    def _compare_part(self, table: Table, part: Slice) -> Iterable[Version]:
        """Decide what remains of a part; return their versions that give way here."""
        name = table.name
        ours = self._versions(self._ours, table, part)
        theirs = self._versions(self._theirs, table, part)
        linked = [
            self._with_counted_times(table, version)
            for version in (*ours.values(), *theirs.values())
            if self._can_remain(table, version)
        ]
        result = merge_versions(linked, self._tombstones[name])
        here = {version.key: (number, version) for number, version in ours.items()}
        self._tombstones[name] = result.tombstones
        self._changes[name] += changes(here, result.remaining)
        self._numbers[name] = {key: number for key, (number, _) in here.items()}
        self._remaining[name] = set(result.remaining)
        return find_kept(here, theirs.values(), result.remaining)

    def _versions(
        self, side: MergeSide, table: Table, part: Slice
    ) -> dict[int, Version]:
        """The versions of a side, each edited when it counts as edited."""
        versions = read_versions(
            side.db, table, side.keys, new_slugs=self._new_slugs, part=part
        )
        if table.name not in self._dates.tables:
            return versions
        return {
            number: version._replace(
                edited_at=self._dates.rank(table.name, version.uid, version.edited_at)
            )
            for number, version in versions.items()
        }

    def _with_counted_times(self, table: Table, version: Version) -> Version:
        """The version recorded when it counts as recorded, too."""
        names = written_columns(table)
        if not names or table.name not in self._dates.tables:
            return version
        values = {
            name: self._dates.count(table.name, version.uid, int(value or 0))
            if name in names
            else value
            for name, value in version.values
        }
        return version._replace(values=tuple(values.items()))

    def _removals(self, side: MergeSide, table: str) -> dict[str, int]:
        """The tombstones of a table, each removed when it counts as removed."""
        return {
            uid: self._dates.rank(table, uid, at)
            for uid, at in side.tombstones.get(table, {}).items()
        }

    def delete_rows(self, table: Table) -> None:
        """Delete our rows that do not remain."""
        for change in self._changes[table.name]:
            if change.number is not None and change.after is None:
                self._numbers[table.name].pop(change.key, None)
                self._note_days(table, change)
                delete_row(self._ours.db, table, change.number)

    def write_rows(self, table: Table) -> None:
        """Write the rows that are newer here, and then those that are new."""
        new: dict[str, Version] = {}
        for change in self._changes[table.name]:
            if change.after is None:
                continue
            self._note_days(table, change)
            if change.number is None:
                new[change.key] = change.after
            else:
                values = self._values(table, change.after)
                change_row(self._ours.db, table, change.number, values)
        rows = (self._values(table, version) for version in new.values())
        numbers = add_rows(self._ours.db, table, rows)
        self._numbers[table.name] |= zip(new, numbers, strict=False)

    def write_tombstones(self) -> None:
        """Write the tombstones that are new here; remove those no longer valid."""
        for table, tombstones in self._tombstones.items():
            old = self._ours.tombstones.get(table, {})
            new = {
                uid: self._dates.written(table, rank)
                for uid, rank in tombstones.items()
            }
            replace_tombstones(self._ours.db, table, old, new)

    def _can_remain(self, table: Table, version: Version) -> bool:
        """Whether everything that a version refers to remains, and it has begun."""
        if self._dates.is_to_come(table.name, dict(version.values)):
            return False
        linked = linked_tables(table)
        links = [pair for pair in version.values if pair[0] in linked]
        return all(
            key is None or key in self._remaining[linked[name]] for name, key in links
        )

    def _values(self, table: Table, version: Version) -> dict[str, Value]:
        """A version's columns here; a link is a row number, or None for no row."""
        values: dict[str, Value] = dict(version.values)
        for name, linked in linked_tables(table).items():
            if values[name] is not None:
                values[name] = self._numbers[linked].get(str(values[name]))
        edited_at = self._dates.written(table.name, version.edited_at)
        return {"uid": version.uid, "edited_at": edited_at, **values}

    def _note_days(self, table: Table, change: RowChange) -> None:
        """Remember the days whose sessions a change touches."""
        if table.name == "session":
            for version in filter(None, (change.before, change.after)):
                self.days.add(str(dict(version.values)["day"]))
