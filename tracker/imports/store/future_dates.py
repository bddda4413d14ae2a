"""Times in the future in a database: when rows were edited, recorded or removed."""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from sqlite3 import Connection

from sqlalchemy import Table, func, select

from tracker.database.bridge import core
from tracker.database.schema.internals import command, running, tombstone
from tracker.database.schema.tables import metadata
from tracker.imports.rules.future_dates import FutureDate
from tracker.imports.store.versions import linked_tables, merged_tables
from tracker.journal.store.session_ids import short_id
from tracker.labels import TABLE_LABELS
from tracker.text.columns import quoted, shorten

# So many rows are named, a note by so many columns of its text.
NAMED, FIRST_WORDS = 2, 30
# When the person studied is no time of writing.
_STUDIED = "started_at"


@cache
def written_columns(table: Table) -> tuple[str, ...]:
    """The columns that say when a row was written, but for when it was edited last."""
    names = [column.name for column in table.c if column.name.endswith("_at")]
    return tuple(name for name in names if name not in ("edited_at", _STUDIED))


def read_future_dates(db: Connection, after: int) -> set[FutureDate]:
    """The times after `after` (UTC seconds) in the tables that are merged."""
    return {*_read_rows(db, after), *_read_removals(db, after)}


def _read_rows(db: Connection, after: int) -> Iterator[FutureDate]:
    for table in merged_tables():
        for name in ("edited_at", *written_columns(table)):
            rows = select(table.c.uid, table.c[name]).where(table.c[name] > after)
            yield from (
                FutureDate(table.name, uid, at) for uid, at in core(db).execute(rows)
            )


def _read_removals(db: Connection, after: int) -> Iterator[FutureDate]:
    removals = select(tombstone.c.tbl, tombstone.c.uid, tombstone.c.at)
    for row in core(db).execute(removals.where(tombstone.c.at > after)):
        yield FutureDate(*row)


def read_moments(
    db: Connection, dates: Iterable[FutureDate], latest: int
) -> dict[FutureDate, int]:
    """The last moment up to `latest` (UTC seconds) before each of the dates was written.

    It is 0 where nothing was written before. A date that no command here wrote counts
    as of the last moment of all.
    """
    wanted = set(dates)
    if not wanted:
        return {}
    last, before = 0, dict[int, int]()
    this = select(running.c.command_id)
    earlier = select(command.c.at).where(command.c.id.not_in(this))
    for at in core(db).scalars(earlier.order_by(command.c.id)):
        if at <= latest:
            last = max(last, at)
        else:
            before.setdefault(at, last)
    last = last or _last_edit(db, latest)
    return {date: before.get(date.at, last) for date in wanted}


def _last_edit(db: Connection, latest: int) -> int:
    """When a row was edited last, up to `latest`, in a database without commands."""
    edits = [
        core(db).scalar(select(func.max(edited)).where(edited <= latest)) or 0
        for edited in (table.c.edited_at for table in merged_tables())
    ]
    return max(edits)


def name_rows(db: Connection, dates: Iterable[FutureDate]) -> list[str]:
    """What the NAMED first rows of the dates are called: `session 7n33`."""
    rows = dict.fromkeys((date.table, date.uid) for date in sorted(dates))
    return [_name_row(db, *row) for row in islice(rows, NAMED)]


def _name_row(db: Connection, name: str, uid: str) -> str:
    """A row by its first words, its key or slug, or those of what it belongs to."""
    table, (label, _) = metadata.tables[name], TABLE_LABELS[name]
    row = core(db).execute(select(table).where(table.c.uid == uid)).mappings().first()
    if row is None:
        return f"a removed {label}"
    if name == "session":
        return f"session {short_id(db, uid)}"
    if "text" in row:
        return f"{label} {quoted(shorten(row['text'], FIRST_WORDS))}"
    says = row.get("key") or row.get("slug") or row.get("file")
    for column, linked in linked_tables(table).items():
        columns = metadata.tables[linked].c
        if not says and "slug" in columns:
            of_row = select(columns.slug).where(columns.id == row[column])
            says = core(db).scalar(of_row)
    says = says or row.get("day") or row.get("since")
    return f"{label} {says}" if says else label
