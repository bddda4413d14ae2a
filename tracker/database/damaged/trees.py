"""The trees of pages that hold the rows of a table, or the entries of an index."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import NamedTuple

from tracker.database.damaged.pages import (
    INNER_INDEX,
    INNER_TABLE,
    LEAF_INDEX,
    LEAF_TABLE,
    Cell,
    Page,
    Pages,
)
from tracker.database.damaged.records import Illegible, Values, read_record

Fits = Callable[[Values], bool]
_DEEPEST = 30  # pages from the root of an index to a leaf
_LEAST, _MOST = -(1 << 63) - 1, (1 << 63) - 1  # `low` itself is not in a span


class FileRow(NamedTuple):
    """A row of the file.

    It `is_sure` where its page is sound, and in its place in the tree.
    """

    number: int
    values: Values
    is_sure: bool


class NumberSpan(NamedTuple):
    """The numbers above `low`, up to `high`."""

    low: int = _LEAST
    high: int = _MOST

    def holds(self, number: int) -> bool:
        """Whether the number is one of them."""
        return self.low < number <= self.high


class Tree(NamedTuple):
    """What can be read of a table: its rows, and in which spans rows are missing.

    `pages` are those that were read.
    """

    rows: list[FileRow]
    gaps: list[NumberSpan]
    pages: set[int]


def read_rows(pages: Pages, page: Page) -> list[FileRow]:
    """The rows of a leaf that can be read."""
    rows = []
    for cell in page.cells:
        with suppress(Illegible):
            values = read_record(cell.payload, pages.encoding)
            rows.append(FileRow(cell.number, values, page.is_sound))
    return rows


def read_table(pages: Pages, root: int, fits: Fits) -> Tree:
    """The rows below `root` that are of the table, by their shape and their numbers.

    A page whose rows are all of another shape, or have numbers that cannot stand there,
    is another table's: it is left for whom it belongs to.
    """
    tree = Tree([], [], set())
    ways = [(root, NumberSpan())]
    while ways:
        number, span = ways.pop()
        page = pages.read(number)
        if (
            page is None
            or number in tree.pages
            or page.kind not in (INNER_TABLE, LEAF_TABLE)
        ):
            tree.gaps.append(span)
        elif page.kind == INNER_TABLE:
            tree.pages.add(number)
            ways += _ways(page, span)
            if not page.is_sound:
                tree.gaps.append(span)
        else:
            _add_leaf(pages, tree, page, (number, span), fits)
    return tree


def _ways(page: Page, span: NumberSpan) -> Iterator[tuple[int, NumberSpan]]:
    """The pages below, and the span of each; all of `span` where keys are in disorder."""
    keys = [cell.number for cell in page.cells]
    in_order = [span.low, *keys, span.high]
    is_trusted = page.is_sound and in_order == sorted(in_order)
    low = span.low
    for cell in (*page.cells, Cell(span.high, b"", page.last_child)):
        yield cell.child, NumberSpan(low, cell.number) if is_trusted else span
        low = cell.number


def _add_leaf(
    pages: Pages, tree: Tree, page: Page, place: tuple[int, NumberSpan], fits: Fits
) -> None:
    number, span = place
    rows = read_rows(pages, page)
    own = [row for row in rows if span.holds(row.number) and fits(row.values)]
    if rows and not own:
        tree.gaps.append(span)
        return
    tree.pages.add(number)
    numbers = [row.number for row in own]
    is_in_order = numbers == sorted(set(numbers))
    is_whole = page.is_sound and len(own) == len(page.cells) and is_in_order
    if not is_whole:
        tree.gaps.append(span)
    is_sure = is_whole and number not in pages.free
    tree.rows.extend(row._replace(is_sure=is_sure) for row in own)


class Entries(NamedTuple):
    """What can be read of an index, in order. It `is_whole` where none is missing."""

    entries: list[Values]
    pages: set[int]
    is_whole: bool


def read_index(pages: Pages, root: int) -> Entries:
    """The entries below `root`, and the pages read."""
    walk = _IndexWalk(pages)
    walk.descend(root, 0)
    keys = [_sort_keys(entry, pages.encoding) for entry in walk.entries]
    return Entries(walk.entries, walk.met, walk.is_whole and keys == sorted(keys))


class _IndexWalk:
    """A walk through an index, in the order of its entries."""

    def __init__(self, pages: Pages) -> None:
        self._pages = pages
        self.entries: list[Values] = []
        self.met: set[int] = set()
        self.is_whole = True

    def descend(self, number: int, depth: int) -> None:
        """Read the page and those below it."""
        page = self._pages.read(number)
        is_new = number not in self.met and depth < _DEEPEST
        if page is None or page.kind not in (INNER_INDEX, LEAF_INDEX) or not is_new:
            self.is_whole = False
            return
        self.met.add(number)
        self.is_whole = self.is_whole and page.is_sound
        for cell in page.cells:
            if page.kind == INNER_INDEX:
                self.descend(cell.child, depth + 1)
            try:
                self.entries.append(read_record(cell.payload, self._pages.encoding))
            except Illegible:
                self.is_whole = False
        if page.kind == INNER_INDEX:
            self.descend(page.last_child, depth + 1)


def _sort_keys(entry: Values, encoding: str) -> list[tuple[int, float | bytes]]:
    """As SQLite sorts: nothing, then numbers, then text by its bytes, then bytes."""
    keys: list[tuple[int, float | bytes]] = []
    for value in entry:
        if isinstance(value, str):
            keys.append((2, value.encode(encoding)))
        elif isinstance(value, bytes):
            keys.append((3, value))
        else:
            keys.append((0, 0) if value is None else (1, value))
    return keys
