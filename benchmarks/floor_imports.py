"""The floor of the import race: click, csv and executemany into the same table.

It detects no format and no order of days, looks for no known entry, maps no project,
and has no undo and no overlaps. What is left is the least that reading rows, converting
local times and writing cost.
"""

import csv
import os
import sqlite3
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import click

ZONE = ZoneInfo("Europe/Berlin")
ADD = """insert into session (uid, edited_at, item_id, day, seconds, started_at,
         utc_offset, note, tags, source, logged_at, project)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'imported', ?, ?)"""
Row = tuple[str, int, int, str, int, int | None, int | None, str, str, int, str]


def toggl_rows(path: Path, items: dict[str, int], now: int) -> Iterator[Row]:
    """The rows of a Toggl export."""
    with path.open(newline="", encoding="utf-8") as stream:
        table = csv.reader(stream)
        next(table)
        for _, _, _, project, _, note, _, day, clock, _, _, duration, tags in table:
            start = datetime.fromisoformat(f"{day} {clock}").replace(tzinfo=ZONE)
            hours, minutes, seconds = duration.split(":")
            length = int(hours) * 3600 + int(minutes) * 60 + int(seconds)
            at, offset = int(start.timestamp()), start.utcoffset()
            east = int(offset.total_seconds()) if offset else 0
            yield (
                os.urandom(8).hex(),
                now,
                items[project],
                day,
                length,
                at,
                east,
                note,
                f" {tags.replace(',', '')} ",
                now,
                project,
            )


def plain_rows(path: Path, items: dict[str, int], now: int) -> Iterator[Row]:
    """The rows of a plain table."""
    with path.open(newline="", encoding="utf-8") as stream:
        table = csv.reader(stream)
        next(table)
        for day, project, minutes, note in table:
            yield (
                os.urandom(8).hex(),
                now,
                items[project],
                day,
                int(minutes) * 60,
                None,
                None,
                note,
                "",
                now,
                project,
            )


@click.command()
@click.argument("kind", type=click.Choice(["toggl", "csv"]))
@click.argument("path", type=click.Path(path_type=Path))
def floor(kind: str, path: Path) -> None:
    """Write all rows in one transaction, as durable as tracker's."""
    db = sqlite3.connect(os.environ["TRACKER_DB"], isolation_level=None)
    db.execute("pragma foreign_keys = on")
    db.execute("pragma synchronous = full")
    db.execute("begin immediate")
    items = dict(db.execute("select slug, id from item").fetchall())
    read_rows = toggl_rows if kind == "toggl" else plain_rows
    rows = read_rows(path, items, int(time.time()))
    added = db.executemany(ADD, rows).rowcount
    db.execute("commit")
    click.echo(f"{added} rows")


if __name__ == "__main__":
    floor()
