"""Times in the future in a merge: a clock was wrong when the row was written.

Nobody knows when such a row was edited. It counts as edited when a merge first met it,
so that whatever is edited later wins. A mark among the tombstones remembers when that
was, for later merges and other machines.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import NamedTuple

from tracker.errors import Refused
from tracker.imports.rules.counts import counted
from tracker.text.days import say_day

Tombstones = Mapping[str, Mapping[str, int]]
_DATED = " dated "


class FutureDate(NamedTuple):
    """A time `at` (UTC seconds) in the row `uid` of a table."""

    table: str
    uid: str
    at: int

    @property
    def mark(self) -> str:
        """The tombstone that says what the time counts as."""
        return f"{self.uid}{_DATED}{self.at}"


class FutureDates:
    """What each time in the future counts as, in UTC seconds.

    `known` are those with a mark, and what they count as. `found` are all of both
    databases; new ones count as `now_utc`. `tables` are the tables that have any.
    """

    def __init__(
        self, known: Mapping[FutureDate, int], found: Iterable[FutureDate], now_utc: int
    ) -> None:
        self._counts = {**dict.fromkeys(found, now_utc), **known}
        self.tables = {date.table for date in self._counts}
        self._written = {
            date._replace(at=count): date.at
            for date, count in sorted(self._counts.items())
        }

    def count(self, table: str, uid: str, at: int) -> int:
        """What the time `at` counts as: itself, where it is not in the future."""
        return self._counts.get(FutureDate(table, uid, at), at)

    def written(self, table: str, uid: str, count: int) -> int:
        """The time that the row has, from what it counts as."""
        return self._written.get(FutureDate(table, uid, count), count)

    def marks(self, table: str) -> dict[str, int]:
        """The tombstones that remember what the times of a table count as."""
        return {
            date.mark: count
            for date, count in self._counts.items()
            if date.table == table
        }


def known_dates(sides: Iterable[Tombstones], latest: int) -> dict[FutureDate, int]:
    """What times count as by the tombstones of all `sides`: the earliest time of each.

    A mark after `latest` (UTC seconds) is of a wrong clock itself.
    """
    known: dict[FutureDate, int] = {}
    for date, count in _read_marks(sides):
        if count <= latest:
            known[date] = min(count, known.get(date, count))
    return known


def _read_marks(sides: Iterable[Tombstones]) -> Iterator[tuple[FutureDate, int]]:
    for side in sides:
        for table, names in side.items():
            for name in names:
                uid, _, at = name.rpartition(_DATED)
                if uid and at.isdecimal():
                    yield FutureDate(table, uid, int(at)), names[name]


def check_dates(file: str, unknown: Collection[FutureDate], now_utc: int) -> None:
    """Raises Refused where a database `file` has `unknown` times in the future."""
    if not unknown:
        return
    rows = len({(date.table, date.uid) for date in unknown})
    today, last = (
        datetime.fromtimestamp(at, UTC).date()
        for at in (now_utc, max(date.at for date in unknown))
    )
    raise Refused(
        f"{file} has {counted(rows, 'entry', 'entries')} written in the future, up to"
        f" {say_day(last, today)}. The clock here says {say_day(today, last)}.",
        "If the clock here is right, let such entries count as written now:",
        added=["--clock-is-right"],
    )
