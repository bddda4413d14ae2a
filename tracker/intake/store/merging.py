"""Another database's rows into this one: only what differs is written, so that the same merge again writes nothing."""

from collections.abc import Container, Iterable, Mapping

from sqlalchemy import ColumnElement, Connection, Table, delete, insert, select, update

from tracker.database.bridge import raw
from tracker.database.schema.keeping import tombstone
from tracker.database.values import day_out
from tracker.intake.rules.merging import Count, Merged, Value, Version, merged, renamed
from tracker.intake.store.versions import shipped_keys, shipped_tables, slugs, tables, target, versions
from tracker.journal.store import merged as journal
from tracker.journal.store.overlaps import rewrite_overlaps


def merge(db: Connection, other: Connection, now: int) -> list[Count]:
    """Make this database what both together are, inside the caller's transaction; return what each table got.

    `now` is UTC seconds. Raises Refused where an item's new name means another item here.
    """
    raw(db).execute("pragma defer_foreign_keys = on")
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
    rewrite_overlaps(raw(db), map(day_out, joint.days), now)
    return joint.counts


def _bring_shipped(db: Connection, other: Connection) -> None:
    """Rows of the curriculum that only the other has: the track of the unsorted, or those of an older seed."""
    for table in shipped_tables():
        here = set(db.scalars(select(table.c.slug)))
        for row in other.execute(select(table)).mappings():
            linked = [column for column in table.c if column.foreign_keys]
            if row["slug"] not in here and not linked:
                db.execute(insert(table).values({name: row[name] for name in row if name != "id"}))


class _Joint:
    """Both databases, table by table."""

    def __init__(self, db: Connection, other: Connection, final: Mapping[str, str]) -> None:
        self._db, self._other, self._final = db, other, final
        self._keys, self._other_keys = shipped_keys(db), shipped_keys(other)
        self._numbers = {name: {key: number for number, key in keys.items()} for name, keys in self._keys.items()}
        self._ours: dict[str, dict[str, tuple[int, Version]]] = {}
        self._merged: dict[str, Merged] = {}
        self._stones = _stones(db)
        self._other_stones = _stones(other)
        self.counts: list[Count] = []
        self.days: set[str] = set()

    def decide(self, table: Table) -> None:
        """Read both sides of a table and decide what stands."""
        ours = versions(self._db, table, self._keys, self._final)
        theirs = versions(self._other, table, self._other_keys, self._final)
        buried = _later(self._stones.get(table.name, {}), self._other_stones.get(table.name, {}))
        both = [version for version in (*ours.values(), *theirs.values()) if self._leads_somewhere(table, version)]
        result = merged(both, buried)
        self._ours[table.name] = {version.key: (number, version) for number, version in ours.items()}
        self._merged[table.name] = result
        self._numbers[table.name] = {version.key: number for number, version in ours.items()}
        self.counts.append(_count(table.name, self._ours[table.name], theirs.values(), result))

    def remove(self, table: Table) -> None:
        """Remove our rows that do not stand."""
        standing = self._merged[table.name].standing
        for key, (number, version) in self._ours[table.name].items():
            if key not in standing:
                del self._numbers[table.name][key]
                self._touch(table, version)
                _drop(self._db, table, number)

    def write(self, table: Table) -> None:
        """Write the rows that are new here, or newer."""
        ours, numbers = self._ours[table.name], self._numbers[table.name]
        for key, version in self._merged[table.name].standing.items():
            number, before = ours.get(key, (None, None))
            if version == before:
                continue
            values = self._values(table, version)
            for each in filter(None, (before, version)):
                self._touch(table, each)
            if number is not None:
                _put(self._db, table, number, values)
            else:
                numbers[key] = _add(self._db, table, values)

    def bury(self) -> None:
        """Write the tombstones that are new here, or later, and take away those of keys that stand again."""
        for table, result in self._merged.items():
            here = self._stones.get(table, {})
            for uid, at in result.buried.items():
                if uid not in here:
                    self._db.execute(insert(tombstone).values(uid=uid, tbl=table, at=at))
                elif here[uid] != at:
                    self._db.execute(update(tombstone).where(*_stone(table, uid)).values(at=at))
            for uid in here.keys() - result.buried.keys():
                self._db.execute(delete(tombstone).where(*_stone(table, uid)))

    def _leads_somewhere(self, table: Table, version: Version) -> bool:
        """Whether all that a version refers to stands."""
        for name, value in version.values:
            linked = target(table, name)
            if linked and value is not None and value not in self._standing(linked):
                return False
        return True

    def _standing(self, table: str) -> Container[object]:
        return self._merged[table].standing if table in self._merged else self._numbers[table]

    def _values(self, table: Table, version: Version) -> dict[str, Value]:
        """A version's columns here: links by number, or null where what they lead to does not stand."""
        values: dict[str, Value] = {"uid": version.uid, "edited_at": version.edited_at}
        for name, value in version.values:
            linked = target(table, name)
            values[name] = self._numbers[linked].get(str(value)) if linked and value is not None else value
        return values

    def _touch(self, table: Table, version: Version) -> None:
        if table.name == "session":
            self.days.add(str(dict(version.values)["day"]))


def _count(name: str, ours: Mapping[str, tuple[int, Version]], theirs: Iterable[Version], result: Merged) -> Count:
    standing = result.standing
    return Count(
        name,
        came=sum(key not in ours for key in standing),
        changed=sum(key in ours and ours[key][1] != version for key, version in standing.items()),
        removed=sum(key not in standing for key in ours),
        kept=sum(
            version.key in ours and ours[version.key][1] == standing.get(version.key) != version for version in theirs
        ),
    )


def _later(ours: Mapping[str, int], theirs: Mapping[str, int]) -> dict[str, int]:
    return {uid: max(ours.get(uid, -1), theirs.get(uid, -1)) for uid in ours.keys() | theirs.keys()}


def _stones(db: Connection) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for uid, table, at in db.execute(select(tombstone.c.uid, tombstone.c.tbl, tombstone.c.at)):
        found.setdefault(table, {})[uid] = at
    return found


def _stone(table: str, uid: str) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return tombstone.c.tbl == table, tombstone.c.uid == uid


def _put(db: Connection, table: Table, number: int, values: dict[str, Value]) -> None:
    if table.name in journal.TABLES:
        journal.put_row(raw(db), table.name, number, values)
    else:
        db.execute(update(table).where(table.c.id == number).values(values))


def _add(db: Connection, table: Table, values: dict[str, Value]) -> int:
    if table.name in journal.TABLES:
        journal.add_row(raw(db), table.name, values)
        return 0
    return int((db.execute(insert(table).values(values)).inserted_primary_key or (0,))[0])


def _drop(db: Connection, table: Table, number: int) -> None:
    if table.name in journal.TABLES:
        journal.drop_row(raw(db), table.name, number)
    else:
        db.execute(delete(table).where(table.c.id == number))
