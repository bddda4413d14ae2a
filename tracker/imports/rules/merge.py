"""Two versions of the same rows made one: the newest edit wins, what was removed later than that stays removed.

The order in which databases are merged makes no difference. Where rows of several names stand for one thing (two
machines marked the same item done), a removal of any of them is about that thing; so a row that gives way leaves word
of what it stood for.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

Value = str | int | None
_STOOD_FOR = " stood for "


class Version(NamedTuple):
    """A row as one database has it: `key` names the thing, the same everywhere; links are keys of what they lead to."""

    key: str
    uid: str
    edited_at: int
    values: tuple[tuple[str, Value], ...]

    @property
    def rank(self) -> tuple[int, str]:
        """The newest edit wins; of two in one second the larger text."""
        return self.edited_at, json.dumps([self.uid, self.values])


class TableCount(NamedTuple):
    """What a merge did to a table: rows that came, changed and were removed; `kept` differ there and are older."""

    table: str
    came: int
    changed: int
    removed: int
    kept: int


class RowChange(NamedTuple):
    """A row that is to go, to come or to change: its number and version here, and the version that stands."""

    key: str
    number: int | None
    before: Version | None
    after: Version | None


@dataclass(slots=True)
class Merged:
    """What becomes of a table: the versions that stand, by key; and when each uid or key was removed (UTC seconds)."""

    standing: dict[str, Version] = field(default_factory=dict)
    buried: dict[str, int] = field(default_factory=dict)


def merged(versions: Iterable[Version], buried: Mapping[str, int]) -> Merged:
    """What stands of all `versions` of a table's rows, from both sides; `buried` are the tombstones of both sides."""
    found = list(versions)
    gone = _removals(found, buried)
    result = Merged(buried=dict(buried))
    for version in found:
        best = result.standing.get(version.key)
        if (
            max(buried.get(version.uid, -1), gone.get(version.key, -1))
            >= version.edited_at
        ):
            _leave_word(result.buried, version)
        elif best is None or (version != best and version.rank > best.rank):
            result.standing[version.key] = version
            _leave_word(result.buried, best)
        else:
            _leave_word(result.buried, version)
    for version in result.standing.values():
        result.buried.pop(_word(version), None)
    return result


def changes(
    ours: Mapping[str, tuple[int, Version]], standing: Mapping[str, Version]
) -> Iterator[RowChange]:
    """What has to happen to `ours`, by key with their numbers, for what stands to be here."""
    for key, (number, before) in ours.items():
        after = standing.get(key)
        if after != before:
            yield RowChange(key, number, before, after)
    for key, after in standing.items():
        if key not in ours:
            yield RowChange(key, None, None, after)


def count_changes(
    name: str,
    ours: Mapping[str, tuple[int, Version]],
    theirs: Iterable[Version],
    standing: Mapping[str, Version],
) -> TableCount:
    """What that does to the table of that name."""
    return TableCount(
        name,
        came=sum(key not in ours for key in standing),
        changed=sum(
            key in ours and ours[key][1] != version for key, version in standing.items()
        ),
        removed=sum(key not in standing for key in ours),
        kept=sum(
            version.key in ours
            and ours[version.key][1] == standing.get(version.key) != version
            for version in theirs
        ),
    )


def _removals(versions: Iterable[Version], buried: Mapping[str, int]) -> dict[str, int]:
    """When each thing was removed last, under whatever name."""
    stood_for = {version.uid: version.key for version in versions}
    stood_for |= dict(
        name.split(_STOOD_FOR, 1) for name in buried if _STOOD_FOR in name
    )
    gone: dict[str, int] = {}
    for uid, key in stood_for.items():
        if uid in buried:
            gone[key] = max(buried[uid], gone.get(key, -1))
    return gone


def _leave_word(buried: dict[str, int], version: Version | None) -> None:
    if version is not None and version.key != version.uid:
        buried[_word(version)] = 0


def _word(version: Version) -> str:
    """The tombstone that says what a row stood for."""
    return f"{version.uid}{_STOOD_FOR}{version.key}"


def renamed(
    ours: Mapping[str, tuple[int, str]], theirs: Mapping[str, tuple[int, str]]
) -> dict[str, str]:
    """For items that both have under one uid, by other slugs: each slug, and the one that was given last."""
    final: dict[str, str] = {}
    for uid in ours.keys() & theirs.keys():
        last = max(ours[uid], theirs[uid])[1]
        for _, slug in (ours[uid], theirs[uid]):
            if slug != last:
                final[slug] = last
    return final
