"""Databases with the histories that hurt, of any size, as tracker itself would have written them.

    python benchmarks/histories.py KIND SESSIONS NEW.db [LAST_DAY]

KIND is one of KINDS. The overlaps are those of the sessions, the last STEPS commands can be undone, and tracker takes no write
for another program's. A million sessions take about 40 s.
"""

import random
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from tracker.database.connect import connect
from tracker.database.create import create_database
from tracker.database.history import STOP_RUNNING, start, transaction
from tracker.journal.store.overlaps import rewrite_overlaps

DAYS = 3652  # ten years
STEPS = 50  # commands that are in the history, unless the kind is about them
MANY_STEPS = 20_000
OWN_ITEMS = 5000
ITEMS = 40  # those studied
NOTES = 500  # different ones
DAY_SECONDS = 86_400
LAST = date(2026, 11, 22)  # the day before the tests' today

ITEM = """insert into item (uid, edited_at, slug, title, kind, track_id, origin, position, adopted, retired)
          values (?, 0, ?, ?, 'book', 1, 'own', ?, 0, 0)"""
AKA = "insert into item_aka (uid, edited_at, item_id, name) values (?, 0, ?, ?)"
TARGET = """insert into setting (uid, edited_at, key, value)
            values ('setting:target', 0, 'target', 'research-contributor-empirical')"""
SESSION = """insert into session (uid, edited_at, item_id, day, seconds, started_at, utc_offset, note, tags, source, logged_at)
             values (?, ?, ?, ?, ?, ?, 0, ?, ?, 'live', ?)"""
TIMER = """insert into timer (id, uid, edited_at, item_id, started_at, utc_offset, tags, by_hand)
           values (1, ?, ?, ?, ?, 0, '', 0)"""
TOMBSTONE = "insert into tombstone (uid, tbl, at) values (?, 'timer', ?)"


class Kind(NamedTuple):
    """What a history is like."""

    says: str
    items: int = ITEMS
    own_items: int = 0
    overlaps: bool = False
    timers: bool = False
    steps: int = STEPS


KINDS = {
    "ordinary": Kind("forty items, nothing at once"),
    "one-item": Kind("all on one item", items=1),
    "overlaps": Kind(
        "two sessions at once on every day, half of them on one item", overlaps=True
    ),
    "own-items": Kind(
        "5,000 own items, each with a short name", items=OWN_ITEMS, own_items=OWN_ITEMS
    ),
    "steps": Kind("20,000 commands to undo", steps=MANY_STEPS),
    "timers": Kind("every session by start and stop", timers=True, steps=MANY_STEPS),
}


class Row(NamedTuple):
    """A session, as SESSION takes it."""

    uid: str
    edited_at: int
    item_id: int
    day: str
    seconds: int
    started_at: int
    note: str
    tags: str
    logged_at: int


def make_history(place: Path, name: str, sessions: int, last: date = LAST) -> None:
    """Create a database at `place` with so many sessions up to the day `last`."""
    kind = KINDS[name]
    create_database(place, lambda _: None)
    with closing(connect(place, write=True)) as db:
        db.execute("pragma cache_size = -400000")  # of this connection alone
        with transaction(db):
            db.execute(TARGET)
            items = _add_items(db, kind)
            rows = list(_rows(kind, items, sessions, last))
            first = max(0, sessions - kind.steps // (2 if kind.timers else 1))
            db.executemany(SESSION, rows[:first])
            if kind.timers:
                db.executemany(
                    TOMBSTONE, [(f"t{row.uid}", row.logged_at) for row in rows[:first]]
                )
            _log_commands(db, kind, rows[first:])
            rewrite_overlaps(db, {date.fromisoformat(row.day) for row in rows})


def _add_items(db: sqlite3.Connection, kind: Kind) -> list[int]:
    """The numbers of the items studied."""
    if not kind.own_items:
        rows = db.execute("select id from item order by id limit ?", [kind.items])
        return [number for (number,) in rows]
    own = [
        (f"own:{n}", f"own-item-{n}", f"A book of mine, number {n}", 1000 + n)
        for n in range(kind.own_items)
    ]
    db.executemany(ITEM, own)
    numbers = [
        number
        for (number,) in db.execute(
            "select id from item where origin = 'own' order by id"
        )
    ]
    db.executemany(
        AKA, [(f"aka:{number}", number, f"mine{number}") for number in numbers]
    )
    return numbers


def _rows(kind: Kind, items: Sequence[int], sessions: int, last: date) -> Iterator[Row]:
    """The sessions, the earliest first: as many on each day, two at least, one after the other."""
    chance = random.Random(sessions)
    a_day = max(2, -(-sessions // DAYS))
    slot = DAY_SECONDS // a_day
    days = -(-sessions // a_day)
    for n in range(sessions):
        back, place = days - 1 - n // a_day, n % a_day
        day = last - timedelta(days=back)
        begin = (
            int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())
            + place * slot
        )
        seconds = chance.randint(slot // 3, slot - 1)
        item = chance.choice(items)
        if kind.overlaps and place < 2:
            item = items[0] if back % 2 else items[place]
            seconds = slot * 3 // 2 if place == 0 else seconds
        note = f"note {chance.randrange(NOTES)}" if n % 2 else ""
        tags = (" deep ", " deep pair ", "", "")[n % 4]
        ended = begin + seconds
        yield Row(
            f"{chance.getrandbits(80):020x}",
            ended,
            item,
            day.isoformat(),
            seconds,
            begin,
            note,
            tags,
            ended,
        )


def _log_commands(db: sqlite3.Connection, kind: Kind, rows: Sequence[Row]) -> None:
    """Add sessions as commands do: logged, or by start and stop."""
    for row in rows:
        if kind.timers:
            start(db, "start fastai", row.started_at, kind="do", target=None)
            db.execute(
                TIMER, [f"t{row.uid}", row.started_at, row.item_id, row.started_at]
            )
            db.execute(STOP_RUNNING)
        words = "stop" if kind.timers else f"log fastai {row.seconds // 60}m"
        start(db, words, row.logged_at, kind="do", target=None)
        if kind.timers:
            db.execute("delete from timer")
            db.execute(TOMBSTONE, [f"t{row.uid}", row.logged_at])
        db.execute(SESSION, row)
        db.execute(STOP_RUNNING)


def main() -> None:
    """Make one."""
    name, sessions, place, *last = sys.argv[1:]
    days = map(date.fromisoformat, last)
    make_history(Path(place), name, int(sessions), *days)


if __name__ == "__main__":
    main()
