"""The rules of a merge: which version of each row remains.

The newest edit wins; what was removed after its last edit stays removed. The order in
which databases are merged makes no difference. Rows with different uids may stand for
the same thing (two machines marked the same item done): to remove one row removes the
thing. So a row that loses leaves a tombstone that says what it stood for.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

Value = str | int | None
_STOOD_FOR = " stood for "


class Version(NamedTuple):
    """A row as one database has it.

    `key` names the thing and is the same in every database. `edited_at` is UTC seconds.
    Links among the `values` are the keys of what they refer to.
    """

    key: str
    uid: str
    edited_at: int
    values: tuple[tuple[str, Value], ...]

    @property
    def rank(self) -> tuple[int, str]:
        """The newest edit ranks highest; of two in one second, the larger text."""
        return self.edited_at, json.dumps([self.uid, self.values])


class TableCount(NamedTuple):
    """How many rows of a table a merge added, changed and removed.

    The parts of a session over midnight count once. `kept` differ in the other database
    and were edited later here.
    """

    table: str
    came: int
    changed: int
    removed: int
    kept: int


class MergeReport(NamedTuple):
    """What a merge of the database in `file` did, table by table."""

    file: str
    counts: tuple[TableCount, ...]
    remarks: tuple[str, ...] = ()

    @property
    def changes(self) -> bool:
        """Whether the merge brought anything."""
        return any(
            count.came or count.changed or count.removed for count in self.counts
        )


class RowChange(NamedTuple):
    """A row to delete, add or change.

    `number` and `before` are the row here, None where it is new; `after` is what
    remains of it, None where it is deleted.
    """

    key: str
    number: int | None
    before: Version | None
    after: Version | None


@dataclass(slots=True)
class MergedRows:
    """What becomes of a table.

    `remaining` are the versions that exist after the merge, by key; `tombstones` the
    times of removal (UTC seconds) by uid, or by uid and what the row stood for.
    """

    remaining: dict[str, Version] = field(default_factory=dict)
    tombstones: dict[str, int] = field(default_factory=dict)


def merge_versions(
    versions: Iterable[Version], tombstones: Mapping[str, int]
) -> MergedRows:
    """What remains of the `versions` of a table's rows, from both sides.

    `tombstones` are the removals of both sides: uid and UTC seconds.
    """
    candidates = list(versions)
    removals = _removals(candidates, tombstones)
    result = MergedRows(tombstones=dict(tombstones))
    for version in candidates:
        best = result.remaining.get(version.key)
        removed_at = max(tombstones.get(version.uid, -1), removals.get(version.key, -1))
        loser: Version | None = version
        is_best = best is None or (version != best and version.rank > best.rank)
        if removed_at < version.edited_at and is_best:
            result.remaining[version.key] = version
            loser = best
        _record_loser(result.tombstones, loser)
    for version in result.remaining.values():
        result.tombstones.pop(_stood_for(version), None)
    return result


def changes(
    ours: Mapping[str, tuple[int, Version]], remaining: Mapping[str, Version]
) -> Iterator[RowChange]:
    """The changes that make `ours` (number and version by key) what is `remaining`."""
    for key, (number, before) in ours.items():
        after = remaining.get(key)
        if after != before:
            yield RowChange(key, number, before, after)
    for key, after in remaining.items():
        if key not in ours:
            yield RowChange(key, None, None, after)


def find_kept(
    ours: Mapping[str, tuple[int, Version]],
    theirs: Iterable[Version],
    remaining: Mapping[str, Version],
) -> Iterator[Version]:
    """Their versions that give way to other ones here."""
    for version in theirs:
        _, here = ours.get(version.key, (0, None))
        if here is not None and here == remaining.get(version.key) != version:
            yield version


def count_changes(
    name: str, done: Iterable[RowChange], kept: Iterable[Version]
) -> TableCount:
    """How many things of the table `name` a merge adds, changes, removes and keeps.

    The parts of a session over midnight are one thing, wherever they are in the table.
    """
    before, after = set[Value](), set[Value]()
    for change in done:
        before |= _things([change.before])
        after |= _things([change.after])
    return TableCount(
        name,
        came=len(after - before),
        changed=len(after & before),
        removed=len(before - after),
        kept=len(_things(kept)),
    )


def _things(versions: Iterable[Version | None]) -> set[Value]:
    """The first parts of sessions, and of other tables the rows themselves."""
    rows = filter(None, versions)
    return {dict(row.values).get("part_of") or row.key for row in rows}


def _removals(
    versions: Iterable[Version], tombstones: Mapping[str, int]
) -> dict[str, int]:
    """When each thing was last removed (UTC seconds), whatever row stood for it."""
    stood_for = {version.uid: version.key for version in versions}
    losers = (name for name in tombstones if _STOOD_FOR in name)
    stood_for |= dict(name.split(_STOOD_FOR, 1) for name in losers)
    removals: dict[str, int] = {}
    for uid, key in stood_for.items():
        if uid in tombstones:
            removals[key] = max(tombstones[uid], removals.get(key, -1))
    return removals


def _record_loser(tombstones: dict[str, int], version: Version | None) -> None:
    """Record what a row that does not remain stood for, if its uid does not say it."""
    if version is not None and version.key != version.uid:
        tombstones[_stood_for(version)] = 0


def _stood_for(version: Version) -> str:
    """The tombstone that says what a row stood for: `UID stood for KEY`."""
    return f"{version.uid}{_STOOD_FOR}{version.key}"


def last_slugs(
    ours: Mapping[str, tuple[int, str]], theirs: Mapping[str, tuple[int, str]]
) -> dict[str, str]:
    """The last slug of each item that was renamed on one side, by uid.

    `ours` and `theirs` give the edit time and slug of each item by uid.
    """
    return {
        uid: max(ours[uid], theirs[uid])[1]
        for uid in ours.keys() & theirs.keys()
        if ours[uid][1] != theirs[uid][1]
    }


def later_tombstones(
    ours: Mapping[str, int], theirs: Mapping[str, int]
) -> dict[str, int]:
    """When each uid was removed (UTC seconds), the later of both sides."""
    uids = ours.keys() | theirs.keys()
    return {uid: max(ours.get(uid, -1), theirs.get(uid, -1)) for uid in uids}
