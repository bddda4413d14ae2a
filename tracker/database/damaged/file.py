"""A damaged database: the rows of each of tracker's tables, as far as they are left."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from tracker.database.damaged.pages import INNER_TABLE, LEAF_TABLE, Page, Pages
from tracker.database.damaged.records import Value, Values
from tracker.database.damaged.shapes import (
    SchemaRow,
    Shape,
    read_shapes,
    to_schema_row,
)
from tracker.database.damaged.trees import (
    Entries,
    FileRow,
    NumberSpan,
    Tree,
    read_index,
    read_rows,
    read_table,
)

Columns = dict[str, Value]


@dataclass(frozen=True, slots=True)
class IndexEntries:
    """What an index says of rows: the values of `columns` by the row's number.

    The name of an expression is empty.
    """

    columns: tuple[str, ...]
    values: dict[int, Values]
    is_whole: bool

    def differs(self, number: int, row: Columns) -> str | None:
        """A value that differs from the row's, such as `seconds: 60`.

        "" for none, None where the index has no entry of the row.
        """
        entry = self.values.get(number)
        if entry is None:
            return None
        pairs = zip(self.columns, entry, strict=True)
        for name, value in pairs:
            if name and row.get(name) != value:
                return f"{name}: {value!r}"
        return ""


@dataclass(slots=True)
class FileTable:
    """The rows of a table by number, each with whether it `is_sure`.

    In `gaps` are the spans of numbers of which rows may be missing.
    """

    rows: dict[int, tuple[Columns, bool]] = field(default_factory=dict)
    gaps: list[NumberSpan] = field(default_factory=list)
    indexes: list[IndexEntries] = field(default_factory=list)

    def differs(self, number: int, row: Columns) -> str | None:
        """As of an index, over all that have an entry of the row."""
        found = [index.differs(number, row) for index in self.indexes]
        entries = [name for name in found if name is not None]
        return max(entries, default=None)


class DamagedFile:
    """The tables of a file, read without SQLite, from its bytes."""

    def __init__(self, content: bytes) -> None:
        self._pages = Pages(content)
        self._met: set[int] = {1}
        self._schema = list(self._read_schema())
        self._shapes = read_shapes(self._schema)
        self._trees: dict[str, Tree] = {}
        self._indexes: dict[str, list[IndexEntries]] = {}
        for name, shape in self._shapes.items():
            self._read(name, shape)
        self._adopt_trees()

    @cached_property
    def tables(self) -> dict[str, FileTable]:
        """The tables by name; those without any row, index or root page are left out."""
        tables = {name: self._table(name) for name in self._shapes if self._has(name)}
        self._place_loose_rows(tables)
        return tables

    def _has(self, name: str) -> bool:
        return name in self._trees or bool(self._indexes[name])

    def _read_schema(self) -> Iterator[SchemaRow]:
        """What page 1 leads to, then what else looks like a row of the schema."""
        tree = read_table(self._pages, 1, lambda values: bool(to_schema_row(values)))
        self._met |= tree.pages
        rows = list(tree.rows)
        if tree.gaps:
            for _, page in self._loose_pages(LEAF_TABLE):
                rows += read_rows(self._pages, page)
        names = set()
        for row in rows:
            schema_row = to_schema_row(row.values)
            if schema_row and schema_row.name not in names:
                names.add(schema_row.name)
                yield schema_row

    def _read(self, name: str, shape: Shape) -> None:
        """Read a table from its root page, and its indexes."""
        roots = {row.name: row.root for row in self._schema}
        if name in roots:
            tree = read_table(self._pages, roots[name], shape.fits)
            if tree.pages:
                self._keep(name, tree)
        self._indexes[name] = []
        for index, columns in shape.indexes.items():
            if index in roots:
                read = read_index(self._pages, roots[index])
                self._met |= read.pages
                types = shape.types_of(columns)
                self._indexes[name].append(_by_number(columns, types, read))

    def _keep(self, name: str, tree: Tree) -> None:
        self._trees[name] = tree
        self._met |= tree.pages

    def _loose_pages(self, *kinds: int) -> Iterator[tuple[int, Page]]:
        """Pages of those kinds that no table has and that are not free."""
        for number in range(2, self._pages.count + 1):
            if number not in self._met and number not in self._pages.free:
                page = self._pages.read(number)
                if page and page.kind in kinds:
                    yield number, page

    def _adopt_trees(self) -> None:
        """Find the root of each table that has none: a whole tree of its shape."""
        missing = [name for name in self._shapes if name not in self._trees]
        if not missing:
            return
        loose = dict(self._loose_pages(INNER_TABLE, LEAF_TABLE))
        below = {child for page in loose.values() for child in _children(page)}
        for root in loose.keys() - below:
            fitting = {
                name: tree
                for name in missing
                if (tree := read_table(self._pages, root, self._shapes[name].is_full))
                and tree.rows
                and not tree.gaps
            }
            if len(fitting) == 1:
                for name, tree in fitting.items():
                    if name not in self._trees:
                        self._keep(name, tree)

    def _table(self, name: str) -> FileTable:
        tree = self._trees.get(name, Tree([], [NumberSpan()], set()))
        table = FileTable(gaps=tree.gaps, indexes=self._indexes[name])
        self._add(table, name, tree.rows)
        return table

    def _add(self, table: FileTable, name: str, rows: Iterable[FileRow]) -> None:
        columns = self._shapes[name].columns
        for row in rows:
            named = dict(zip(columns, row.values, strict=False))
            if "id" in named:
                named["id"] = row.number
            table.rows.setdefault(row.number, (named, row.is_sure))

    def _place_loose_rows(self, tables: dict[str, FileTable]) -> None:
        """Give rows of pages that no tree leads to back to the table with such a gap."""
        for number, page in self._loose_pages(LEAF_TABLE):
            rows = read_rows(self._pages, page)
            fitting = [name for name in tables if self._could_have(tables, name, rows)]
            confirmed = [name for name in fitting if self._confirms(tables, name, rows)]
            names = confirmed or fitting
            if rows and len(names) == 1:
                self._met.add(number)
                is_sure = bool(confirmed) and page.is_sound
                given = (row._replace(is_sure=is_sure) for row in rows)
                self._add(tables[names[0]], names[0], given)

    def _could_have(
        self, tables: dict[str, FileTable], name: str, rows: list[FileRow]
    ) -> bool:
        shape, gaps = self._shapes[name], tables[name].gaps
        return all(
            shape.is_full(row.values) and any(gap.holds(row.number) for gap in gaps)
            for row in rows
        )

    def _confirms(
        self, tables: dict[str, FileTable], name: str, rows: list[FileRow]
    ) -> bool:
        """Whether indexes have all the rows, as they are."""
        probe = FileTable(indexes=tables[name].indexes)
        self._add(probe, name, rows)
        return all(
            probe.differs(number, row) == "" for number, (row, _) in probe.rows.items()
        )


def _children(page: Page) -> Iterator[int]:
    if page.kind == INNER_TABLE:
        yield from (cell.child for cell in page.cells)
        yield page.last_child


def _by_number(
    columns: tuple[str, ...], types: tuple[tuple[type, ...], ...], read: Entries
) -> IndexEntries:
    """The entries of an index by the row's number, which stands last in each."""
    values: dict[int, Values] = {}
    for entry in read.entries:
        typed = zip(entry, (*types, (int,)), strict=False)
        is_typed = all(isinstance(value, kinds) for value, kinds in typed)
        if len(entry) == len(columns) + 1 and is_typed:
            values[int(str(entry[-1]))] = entry[:-1]
    is_whole = read.is_whole and len(values) == len(read.entries)
    return IndexEntries(columns, values, is_whole)
