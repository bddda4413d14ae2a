"""Whether the journal that a killed write left is whole, and of this database.

SQLite puts the pages in it back at the next opening. Of a cut journal it puts back
what is there and says nothing, and those of another database it puts into this one.
"""

import os
import struct
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, NamedTuple

from tracker.database.connect import SQLITE_HEAD
from tracker.database.repairs import replacement_hint
from tracker.errors import DatabaseProblem
from tracker.system import say_move

MAGIC = bytes.fromhex("d9d505f920a163d7")
# The head of a part: magic, pages in it, nonce, pages of the database before, bytes of
# a sector, bytes of a page. The first page begins a sector after the head.
HEAD = struct.Struct(">8s5I")
NO_JOURNAL = "is not a journal of SQLite"
OF_ANOTHER = "is the journal of another database"
UNCOUNTED = 0xFFFFFFFF  # pages up to the end of the journal
NUMBER, CHECKSUM = 4, 4  # bytes before and after each page
COUNTER = slice(24, 28)  # where page 1 counts the changes of the database


class _Stretch(NamedTuple):
    """Pages that were synced together: where they begin, how many and how large."""

    start: int
    pages: int
    page_size: int
    database_pages: int

    @property
    def end(self) -> int:
        """Where the last page ends."""
        return self.start + self.pages * (NUMBER + self.page_size + CHECKSUM)


def check_journal(path: str) -> None:
    """Raise DatabaseProblem where SQLite would put back too little, or another file's."""
    reason = find_journal_fault(path)
    if reason == NO_JOURNAL:
        journal = f"{path}-journal"
        raise DatabaseProblem(
            f"{journal} {reason}: nothing in it belongs to {path}.",
            f"To move it away: {say_move(journal, f'{journal}.moved')}\n"
            "To check the database then: tracker doctor",
        )
    if reason:
        raise DatabaseProblem(
            f"{path}-journal {reason}. A stopped command left it, and {path} cannot "
            "be read without it.",
            replacement_hint(path),
        )


def find_journal_fault(path: str) -> str:
    """What is wrong with the journal of the database at `path`; empty for nothing.

    The journal of a write that runs at this moment is never wrong: its pages are
    counted only once they are there.
    """
    with suppress(OSError), Path(f"{path}-journal").open("rb") as journal:
        head = journal.read(HEAD.size)
        if head[:1] in (b"", b"\0"):
            return ""  # the database is not written yet, or all of it is
        reason = _find_fault(journal, head, path)
        if reason and _is_still(f"{path}-journal", head):
            return reason
    return ""


def _find_fault(journal: BinaryIO, head: bytes, path: str) -> str:
    size = os.fstat(journal.fileno()).st_size
    if head[: len(MAGIC)] != MAGIC[: len(head)]:
        return NO_JOURNAL
    if len(head) < HEAD.size:
        return "is cut"
    parts = list(_read_parts(journal, size))
    if not parts or parts[-1].end > size:
        return "is cut"
    if not _is_of(journal, parts, path):
        return OF_ANOTHER
    return ""


def _read_parts(journal: BinaryIO, size: int) -> Iterator[_Stretch]:
    offset = 0
    while offset < size:
        journal.seek(offset)
        head = journal.read(HEAD.size)
        if len(head) < HEAD.size or not head.startswith(MAGIC):
            return
        _, pages, _, before, sector, page_size = HEAD.unpack(head)
        start = offset + sector
        if pages == UNCOUNTED:
            pages = max(0, size - start) // (NUMBER + page_size + CHECKSUM)
        part = _Stretch(start, pages, page_size, before)
        yield part
        # Each part begins a sector.
        offset = -(-max(part.end, offset + 1) // max(sector, 1)) * max(sector, 1)


def _is_of(journal: BinaryIO, parts: list[_Stretch], path: str) -> bool:
    """Whether the journal can be of the database: its size, and its changes counted.

    A write counts one change more than the page that it saved.
    """
    with Path(path).open("rb") as database:
        head = database.read(100)
        size = os.fstat(database.fileno()).st_size
    if not head.startswith(SQLITE_HEAD):
        return True
    if parts[0].pages and size < parts[0].database_pages * parts[0].page_size:
        return False
    saved = _read_first_page(journal, parts)
    if not saved:
        return True
    before, now = (int.from_bytes(page[COUNTER]) for page in (saved, head))
    return before <= now <= before + 1


def _read_first_page(journal: BinaryIO, parts: list[_Stretch]) -> bytes:
    """The head of page 1 as it was before the write; empty where it is not saved."""
    for part in parts:
        for offset in range(part.start, part.end, NUMBER + part.page_size + CHECKSUM):
            journal.seek(offset)
            if int.from_bytes(journal.read(NUMBER)) == 1:
                return journal.read(COUNTER.stop)
    return b""


def _is_still(path: str, head: bytes) -> bool:
    """Whether the journal is the one that was read: no other process wrote meanwhile."""
    try:
        with Path(path).open("rb") as journal:
            return journal.read(HEAD.size) == head
    except OSError:
        return False
