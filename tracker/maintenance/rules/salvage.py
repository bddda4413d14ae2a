"""The answer of a salvage."""

from collections.abc import Mapping
from dataclasses import dataclass

from tracker.database.damaged.file import Columns

# Tables of which most rows are the curriculum's.
CURRICULUM_LINKS = ("item_aka", "item_requires", "item_skill")


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

    Where it `may_miss` rows, nobody knows how many. `unchecked` are the uids, or else
    the numbers, of rows that were brought and have no second copy to compare with.
    """

    table: str
    found: int
    brought: int
    from_history: int
    doubtful: int
    left_out: int
    may_miss: bool
    unchecked: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Salvage:
    """The answer of a salvage: the two files, each table, and each row of note."""

    source: str
    target: str
    tables: tuple[TableSalvage, ...]
    doubtful: tuple[RowNote, ...]
    left_out: tuple[RowNote, ...]
    is_cut: bool  # whether a stopped write was taken back in part
    slugs: Mapping[tuple[str, int], str]  # of the rows brought, by table and number

    @property
    def is_whole(self) -> bool:
        """Whether every row is there, and none is doubtful."""
        may_miss = any(table.may_miss for table in self.tables)
        return not (self.doubtful or self.left_out or may_miss or self.is_cut)
