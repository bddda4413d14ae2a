"""Another database's rows into this one: only what differs is written, so that the same merge again writes nothing."""

from collections.abc import Container, Mapping

from sqlalchemy import Connection, Table, insert, select

from tracker.database.bridge import raw_connection
from tracker.database.values import text_to_day
from tracker.imports.rules.merge import (
    RowChange,
    TableCount,
    Value,
    Version,
    changes,
    count_changes,
    merged,
    renamed,
)
from tracker.imports.store.merge_rows import add, drop, put
from tracker.imports.store.tombstones import add_tombstones, later, stones
from tracker.imports.store.versions import (
    Slice,
    links,
    shipped_keys,
    shipped_tables,
    slices,
    slugs,
    stands_alone,
    tables,
    versions,
)
from tracker.journal.store.overlaps import rewrite_overlaps


def merge(db: Connection, other: Connection, now: int) -> list[TableCount]:
    """Make this database what both together are, inside the caller's transaction; return what each table got.

    `now` is UTC seconds. Raises Refused where an item's new name means another item here.
    """
    raw_connection(db).execute("pragma defer_foreign_keys = on")
    final = renamed(slugs(db), slugs(other))
    _bring_shipped(db, other)
    joint = _Joint(db, other, final)
    for table in tables():
        joint.decide(table)
    for table in reversed(tables()):
        joint.remove(table)
    for table in tables():
        joint.write(table)
    joint.bury()
    rewrite_overlaps(raw_connection(db), map(text_to_day, joint.days), now)
    return joint.counts


def _bring_shipped(db: Connection, other: Connection) -> None:
    """Rows of the curriculum that only the other has: the track of the unsorted, or those of an older seed."""
    for table in shipped_tables():
        here = set(db.scalars(select(table.c.slug)))
        for row in other.execute(select(table)).mappings():
            linked = [column for column in table.c if column.foreign_keys]
            if row["slug"] not in here and not linked:
                db.execute(
                    insert(table).values(
                        {name: row[name] for name in row if name != "id"}
                    )
                )


class _Joint:
    """Both databases, table by table. Of what is the same in both, only the keys that others refer to are kept."""

    def __init__(
        self, db: Connection, other: Connection, final: Mapping[str, str]
    ) -> None:
        self._db, self._other, self._final = db, other, final
        self._keys, self._other_keys = shipped_keys(db), shipped_keys(other)
        self._numbers = {
            name: {key: number for number, key in keys.items()}
            for name, keys in self._keys.items()
        }
        self._standing: dict[str, Container[object]] = dict(self._numbers)
        self._changes: dict[str, list[RowChange]] = {}
        self._stones, self._other_stones = stones(db), stones(other)
        self._buried: dict[str, dict[str, int]] = {}
        self.counts: list[TableCount] = []
        self.days: set[str] = set()

    def decide(self, table: Table) -> None:
        """Read both sides of a table and decide what stands; slice by slice where each row is for itself."""
        name = table.name
        self._changes[name] = []
        self._buried[name] = later(
            self._stones.get(name, {}), self._other_stones.get(name, {})
        )
        parts = (
            slices(self._db, self._other, table) if stands_alone(table) else [Slice()]
        )
        counts = [self._decide(table, part) for part in parts]
        self.counts.append(
            TableCount(
                name, *map(sum, zip(*(count[1:] for count in counts), strict=True))
            )
        )

    def _decide(self, table: Table, part: Slice) -> TableCount:
        name = table.name
        ours = versions(self._db, table, self._keys, self._final, part)
        theirs = versions(self._other, table, self._other_keys, self._final, part)
        both = [
            version
            for version in (*ours.values(), *theirs.values())
            if self._leads_somewhere(table, version)
        ]
        result = merged(both, self._buried[name])
        here = {version.key: (number, version) for number, version in ours.items()}
        self._buried[name] = result.buried
        self._changes[name] += changes(here, result.standing)
        self._numbers[name] = {key: number for key, (number, _) in here.items()}
        self._standing[name] = set(result.standing)
        return count_changes(name, here, theirs.values(), result.standing)

    def remove(self, table: Table) -> None:
        """Remove our rows that do not stand."""
        for change in self._changes[table.name]:
            if change.number is not None and change.after is None:
                self._numbers[table.name].pop(change.key, None)
                self._touch(table, change)
                drop(self._db, table, change.number)

    def write(self, table: Table) -> None:
        """Write the rows that are new here, or newer."""
        for change in self._changes[table.name]:
            if change.after is None:
                continue
            values = self._values(table, change.after)
            self._touch(table, change)
            if change.number is not None:
                put(self._db, table, change.number, values)
            else:
                self._numbers[table.name][change.key] = add(self._db, table, values)

    def bury(self) -> None:
        """Put the tombstones right."""
        for table, buried in self._buried.items():
            add_tombstones(self._db, table, self._stones.get(table, {}), buried)

    def _leads_somewhere(self, table: Table, version: Version) -> bool:
        """Whether all that a version refers to stands."""
        linked = links(table)
        for name, value in version.values if linked else ():
            if (
                name in linked
                and value is not None
                and value not in self._standing[linked[name]]
            ):
                return False
        return True

    def _values(self, table: Table, version: Version) -> dict[str, Value]:
        """A version's columns here: links by number, or null where what they lead to does not stand."""
        values: dict[str, Value] = {
            "uid": version.uid,
            "edited_at": version.edited_at,
            **dict(version.values),
        }
        for name, linked in links(table).items():
            if values[name] is not None:
                values[name] = self._numbers[linked].get(str(values[name]))
        return values

    def _touch(self, table: Table, change: RowChange) -> None:
        if table.name == "session":
            both = filter(None, (change.before, change.after))
            self.days |= {str(dict(version.values)["day"]) for version in both}
