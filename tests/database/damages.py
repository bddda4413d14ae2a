"""Ways in which a database can be damaged; each takes its path and a chance."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

PAGE = 4096
NAMES = "select name, rootpage from sqlite_master where type = ? order by name"
# The heads of pages without a row: of an index, of a table.
EMPTY_PAGES = {"index": b"\x0a\0\0\0\0\x10\0\0", "table": b"\x0d\0\0\0\0\x10\0\0"}


def alter_schema(place: Path, statement: str) -> None:
    """Change the table that SQLite keeps its schema in, which it does not count as a change."""
    with closing(sqlite3.connect(place)) as db:
        db.execute("pragma writable_schema = on")
        db.execute(statement)
        db.commit()


def run_sql(place: Path, *statements: str) -> None:
    """Run statements without tracker, and without foreign keys."""
    with closing(sqlite3.connect(place)) as db:
        for statement in statements:
            db.execute(statement)
        db.commit()


def _names(place: Path, kind: str) -> dict[str, int]:
    with closing(sqlite3.connect(place)) as db:
        return dict(db.execute(NAMES, [kind]).fetchall())


def _write_pages(
    place: Path, chance: Random, content: Callable[[bytes], bytes]
) -> None:
    pages = bytearray(place.read_bytes())
    for _ in range(chance.randint(1, 5)):
        start = chance.randrange(1, len(pages) // PAGE) * PAGE
        pages[start : start + PAGE] = content(pages[start : start + PAGE])
    place.write_bytes(pages)


def zero_pages(place: Path, chance: Random) -> None:
    """Some pages are blank."""
    _write_pages(place, chance, lambda page: bytes(len(page)))


def random_pages(place: Path, chance: Random) -> None:
    """Some pages hold anything."""
    _write_pages(place, chance, lambda page: chance.randbytes(len(page)))


def shorten_rows(place: Path, chance: Random) -> None:
    """Some pages are blank from somewhere on."""

    def shorten(page: bytes) -> bytes:
        return page[: chance.randrange(8, PAGE)].ljust(PAGE, b"\0")

    _write_pages(place, chance, shorten)


def flip_bits(place: Path, chance: Random) -> None:
    """Some bits are others."""
    content = bytearray(place.read_bytes())
    for _ in range(chance.randint(1, 200)):
        content[chance.randrange(100, len(content))] ^= 1 << chance.randrange(8)
    place.write_bytes(content)


def cut(place: Path, chance: Random) -> None:
    """The end of the file is missing."""
    os.truncate(place, chance.randrange(PAGE, place.stat().st_size))


def _empty(place: Path, chance: Random, kind: str) -> None:
    empty_one(place, kind, chance.choice(list(_names(place, kind))))


def empty_one(place: Path, kind: str, name: str) -> None:
    """The index or table of that name has no rows."""
    root = _names(place, kind)[name]
    content = bytearray(place.read_bytes())
    content[(root - 1) * PAGE : root * PAGE] = EMPTY_PAGES[kind].ljust(PAGE, b"\0")
    place.write_bytes(content)


def empty_index(place: Path, chance: Random) -> None:
    """An index has no rows."""
    _empty(place, chance, "index")


def empty_table(place: Path, chance: Random) -> None:
    """A table has no rows."""
    _empty(place, chance, "table")


def forget_part(place: Path, chance: Random) -> None:
    """The schema lacks an index or a table that the file holds."""
    names = _names(place, chance.choice(["index", "table"]))
    name = chance.choice(list(names))
    alter_schema(place, f"delete from sqlite_master where name = '{name}'")


def break_link(place: Path, chance: Random) -> None:
    """An item that sessions refer to is missing."""
    run_sql(place, "delete from item where id in (select item_id from session)")


def stop_write(place: Path) -> None:
    """Leave the database as a write leaves it that is killed half-way, with its journal."""
    with closing(sqlite3.connect(place, isolation_level=None)) as db:
        db.execute("pragma cache_size = 5")
        db.execute("begin")
        db.execute("update item set title = title || ' and more'")
        db.execute("pragma application_id = 7")  # page 1, which each commit writes
        for end in ("", "-journal"):
            shutil.copy(f"{place}{end}", f"{place}{end}.copy")
        db.execute("rollback")
    for end in ("", "-journal"):
        Path(f"{place}{end}.copy").replace(f"{place}{end}")


def cut_journal(place: Path, chance: Random) -> None:
    """The end of the journal of a killed write is missing."""
    stop_write(place)
    journal = Path(f"{place}-journal")
    os.truncate(journal, chance.randrange(1, journal.stat().st_size))


DAMAGES = (
    zero_pages,
    random_pages,
    shorten_rows,
    flip_bits,
    cut,
    empty_index,
    empty_table,
    forget_part,
    break_link,
    cut_journal,
)
