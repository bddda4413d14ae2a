"""The pages of a SQLite file, each read by itself: no page can spoil another.

https://www.sqlite.org/fileformat2.html, sections 1.3, 1.5 and 1.6.
"""

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from tracker.database.connect import SQLITE_HEAD
from tracker.database.damaged.records import Illegible, read_varint

HEAD = 100  # bytes of the file's head, on page 1
INNER_INDEX, INNER_TABLE, LEAF_INDEX, LEAF_TABLE = 2, 5, 10, 13
_INNER = (INNER_INDEX, INNER_TABLE)
_KINDS = (*_INNER, LEAF_INDEX, LEAF_TABLE)
_SIZES = (512, 1024, 2048, 4096, 8192, 16384, 32768, 65536)
_USUAL_SIZE = 4096
_MOST = 0.6  # of the pages begin as one of a table or an index does
_ENCODINGS = {2: "utf-16-le", 3: "utf-16-be"}
_SMALLEST_CELL = 4


class Cell(NamedTuple):
    """A part of a page: a row, an entry of an index, or the way to a page below.

    `number` is the row's; on an inner page of a table the largest one below `child`.
    """

    number: int
    payload: bytes
    child: int


class Page(NamedTuple):
    """A page of a table or an index, with the cells that can be read.

    `last_child` is the page below that has the largest numbers, 0 on a leaf. It
    `is_sound` where every byte belongs to a cell or is free, and no cell is lost.
    """

    kind: int
    cells: list[Cell]
    last_child: int
    is_sound: bool


class Pages:
    """The pages of a file, numbered from 1."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._has_head = content.startswith(SQLITE_HEAD) and len(content) > HEAD
        self.size = self._find_size()
        reserved = content[20] if self._has_head else 0
        self._usable = self.size - (reserved if reserved < 33 else 0)
        code = int.from_bytes(content[56:60], "big") if self._has_head else 1
        self.encoding = _ENCODINGS.get(code, "utf-8")
        self.count = -(-len(content) // self.size)

    def read(self, number: int) -> Page | None:
        """The page of that number; None where it is no page of a table or an index."""
        data = self._bytes(number)
        at = HEAD if number == 1 else 0
        if not data or data[at] not in _KINDS:
            return None
        kind = data[at]
        head = at + (12 if kind in _INNER else 8)
        count = int.from_bytes(data[at + 3 : at + 5], "big")
        if head + 2 * count > self._usable:
            return None
        cells, spans = [], []
        for place in range(head, head + 2 * count, 2):
            start = int.from_bytes(data[place : place + 2], "big")
            try:
                cell, length = self._cell(kind, data, start)
            except (IndexError, Illegible):
                continue
            cells.append(cell)
            spans.append((start, max(length, _SMALLEST_CELL)))
        is_sound = len(cells) == count and self._is_filled(data, at, spans)
        last = int.from_bytes(data[at + 8 : at + 12], "big") if kind in _INNER else 0
        return Page(kind, cells, last, is_sound)

    @cached_property
    def free(self) -> frozenset[int]:
        """The pages that SQLite no longer uses: old rows may still stand there."""
        free: set[int] = set()
        trunk = int.from_bytes(self._content[32:36], "big") if self._has_head else 0
        while 0 < trunk <= self.count and trunk not in free:
            free.add(trunk)
            data = self._bytes(trunk)
            leaves = min(int.from_bytes(data[4:8], "big"), self.size // 4 - 2)
            free.update(_numbers(data[8 : 8 + 4 * leaves]))
            trunk = int.from_bytes(data[:4], "big")
        return frozenset(free)

    def _bytes(self, number: int) -> bytes:
        """The bytes of a page, with zeros in place of those that were cut off."""
        if not 0 < number <= self.count:
            return b""
        data = self._content[(number - 1) * self.size : number * self.size]
        return data.ljust(self.size, b"\0")

    def _cell(self, kind: int, data: bytes, start: int) -> tuple[Cell, int]:
        """The cell at `start`, and how many bytes of the page it takes."""
        at, child, number = start, 0, 0
        if kind in _INNER:
            child = int.from_bytes(data[at : at + 4], "big")
            at += 4
        if kind == INNER_TABLE:
            number, at = read_varint(data, at)
            return Cell(number, b"", child), at - start
        length, at = read_varint(data, at)
        if kind == LEAF_TABLE:
            number, at = read_varint(data, at)
        local = self._local(kind, length)
        payload = data[at : at + local]
        at += local
        if local < length:
            payload += self._overflow(data[at : at + 4], length - local)
            at += 4
        if at > self._usable:
            raise Illegible("a cell beyond its page")
        return Cell(number, payload, child), at - start

    def _local(self, kind: int, length: int) -> int:
        """How many bytes of a payload stand on the page itself."""
        if not 0 < length <= len(self._content):
            raise Illegible("no length")
        most = self._usable - 35
        if kind != LEAF_TABLE:
            most = (self._usable - 12) * 64 // 255 - 23
        if length <= most:
            return length
        least = (self._usable - 12) * 32 // 255 - 23
        local = least + (length - least) % (self._usable - 4)
        return local if local <= most else least

    def _overflow(self, link: bytes, length: int) -> bytes:
        """The rest of a payload, which stands on pages of its own."""
        rest, number = bytearray(), int.from_bytes(link, "big")
        while len(rest) < length:
            data = self._bytes(number)
            if not data or number in self.free:
                raise Illegible("a payload whose end is missing")
            number = int.from_bytes(data[:4], "big")
            rest += data[4 : min(self._usable, 4 + length - len(rest))]
        if number:
            raise Illegible("a payload that goes on")
        return bytes(rest)

    def _is_filled(self, data: bytes, at: int, spans: list[tuple[int, int]]) -> bool:
        """Whether cells and free bytes fill the page's content, none of them twice."""
        start = int.from_bytes(data[at + 5 : at + 7], "big") or 65536
        spare = data[at + 7]
        block, filled = int.from_bytes(data[at + 1 : at + 3], "big"), list(spans)
        while block:
            if len(filled) > self.size or block + 4 > self._usable:
                return False
            filled.append((block, int.from_bytes(data[block + 2 : block + 4], "big")))
            block = int.from_bytes(data[block : block + 2], "big")
        end = start
        for place, length in sorted(filled):
            if place < end:
                return False
            end = place + length
        used = sum(length for _, length in filled)
        return used + spare == self._usable - start

    def _find_size(self) -> int:
        """The bytes of a page: as the head says, or the smallest size that fits."""
        said = int.from_bytes(self._content[16:18], "big")
        said = 65536 if said == 1 else said
        if said in _SIZES and self._has_head:
            return said
        fit = (size for size in _SIZES if self._share_of_pages(size) > _MOST)
        return next(fit, _USUAL_SIZE)

    def _share_of_pages(self, size: int) -> float:
        """The share of the first pages of that size that begin as pages do."""
        starts = range(size, min(len(self._content) - 8, 400 * size), size)
        return sum(map(self._begins_page, starts)) / max(len(starts), 1)

    def _begins_page(self, start: int) -> bool:
        kind, count = self._content[start], self._content[start + 3 : start + 5]
        return kind in _KINDS and int.from_bytes(count, "big") < 2000


def _numbers(data: bytes) -> Iterator[int]:
    """The page numbers that follow one another in `data`, four bytes each."""
    for at in range(0, len(data) - 3, 4):
        yield int.from_bytes(data[at : at + 4], "big")
