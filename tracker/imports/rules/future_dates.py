"""Times in the future in a merge: a clock was wrong when the row was written.

Nobody knows when such a row was edited. It counts as edited at the last moment before
it that its database wrote with a right clock: after all that it followed, and before
whatever was edited later, on any machine. A mark among the tombstones remembers when
that was, for later merges and other machines.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import NamedTuple, NoReturn

from tracker.errors import Refused
from tracker.imports.rules.counts import counted
from tracker.text.columns import join_words
from tracker.text.days import say_day

Tombstones = Mapping[str, Mapping[str, int]]
_DATED = " dated "
# What counts as written at a moment comes in the order of the dates that it has: the
# moment is in the bits above those of a date, which ends in 2199.
_DATE_BITS = 34
_DATE = (1 << _DATE_BITS) - 1


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

    `counts` says it for each, the earliest of both databases. `tables` are the tables
    that have any; in these, times are compared by their rank.
    """

    def __init__(self, counts: Mapping[FutureDate, int], now_utc: int) -> None:
        self._counts, self.now_utc = counts, now_utc
        self.tables = {date.table for date in counts}

    def count(self, table: str, uid: str, at: int) -> int:
        """What the time `at` counts as: itself, where it is not in the future."""
        return self._counts.get(FutureDate(table, uid, at), at)

    def is_to_come(self, table: str, values: Mapping[str, object]) -> bool:
        """Whether a row is a timer of the future: nobody knows when it began."""
        return table == "timer" and int(str(values["started_at"])) > self.now_utc

    def rank(self, table: str, uid: str, at: int) -> int:
        """The place of the time `at` among those of its table."""
        if table not in self.tables:
            return at
        count = self._counts.get(FutureDate(table, uid, at))
        return at << _DATE_BITS if count is None else (count << _DATE_BITS) + at

    def written(self, table: str, rank: int) -> int:
        """The time that has this rank."""
        if table not in self.tables:
            return rank
        return rank & _DATE or rank >> _DATE_BITS

    def marks(self, table: str) -> dict[str, int]:
        """The tombstones that remember what the times of a table count as, by rank."""
        return {
            date.mark: count << _DATE_BITS
            for date, count in self._counts.items()
            if date.table == table
        }


def known_dates(sides: Iterable[Tombstones], latest: int) -> dict[FutureDate, int]:
    """What times count as by the tombstones of all `sides`: the earliest time of each.

    A mark after `latest` (UTC seconds) is of a wrong clock itself.
    """
    return earliest(pair for pair in _read_marks(sides) if pair[1] <= latest)


def earliest(counts: Iterable[tuple[FutureDate, int]]) -> dict[FutureDate, int]:
    """The earliest that each time counts as, of all that are said."""
    first: dict[FutureDate, int] = {}
    for date, count in counts:
        first[date] = min(count, first.get(date, count))
    return first


def _read_marks(sides: Iterable[Tombstones]) -> Iterator[tuple[FutureDate, int]]:
    for side in sides:
        for table, names in side.items():
            for name in names:
                uid, _, at = name.rpartition(_DATED)
                if uid and at.isdecimal():
                    yield FutureDate(table, uid, int(at)), names[name]


def refuse_dates(
    file: str, unknown: Collection[FutureDate], names: Sequence[str], now_utc: int
) -> NoReturn:
    """Raises Refused: a database `file` has `unknown` times in the future.

    `names` are what the first of their rows are called.
    """
    rows = len({(date.table, date.uid) for date in unknown})
    more = [f"{rows - len(names):,} more"] if rows > len(names) else []
    today, last = (
        datetime.fromtimestamp(at, UTC).date()
        for at in (now_utc, max(date.at for date in unknown))
    )
    listed = join_words([*names, *more])
    raise Refused(
        f"{file} has {counted(rows, 'entry', 'entries')} written in the future, up to"
        f" {say_day(last, today)}: {listed}. The clock here says {say_day(today, last)}.",
        "If the clock here is right, merge them so that later edits win:",
        added=["--clock-is-right"],
    )
