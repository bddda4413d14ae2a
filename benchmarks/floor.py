"""The floor of the race: click and sqlite3 doing the same work on a copy of the same database, and nothing else.

No spellings, no names, no zones, no honesty: what is left is what the machine and the two libraries cost. What is
written is written as tracker writes it, in one transaction with what an undo needs.
"""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta

import click

ITEM = "select id from item where slug = ?"
ITEMS = "select slug from item where slug like ? || '%' order by position"
OVERLAP = "select coalesce(sum(seconds), 0) from overlap where day between ? and ?"
SPAN = "select coalesce(sum(seconds), 0) from session where day between ? and ?"
BESIDE = """select uid from session where started_at between ? - 86400 and ?
            and started_at + seconds > ?"""
ADD = """insert into session (uid, edited_at, item_id, day, seconds, started_at, utc_offset, note, tags, source, logged_at)
         values (?, ?, ?, ?, ?, ?, ?, '', '', ?, ?)"""
TOTAL = "select sum(seconds) from session where item_id = ?"
TIMER = """select item.slug, timer.started_at, item.id
           from timer join item on item.id = timer.item_id"""
START = """insert into timer (id, uid, edited_at, item_id, started_at, utc_offset, tags, by_hand)
           values (1, ?, ?, ?, ?, 0, '', 0)"""
COMMAND = "insert into command (at, words, kind, state) values (?, ?, 'do', 'done')"
LATEST = "select max(id) from command where kind = 'do' and state = 'done'"
CHANGES = "select tbl, new from change where command_id = ? order by id desc"
LIST = """select session.uid, day, started_at, seconds, slug, session.note, tags
          from session join item on item.id = item_id
          where day >= ? order by day desc, coalesce(started_at, logged_at) desc"""
REPORT = """select slug, title, total.seconds, total.sessions from
            (select item_id, sum(seconds) as seconds, count(*) as sessions
             from session group by item_id) as total
            join item on item.id = item_id order by total.seconds desc"""


def connect() -> sqlite3.Connection:
    """The database of $TRACKER_DB, as durable as tracker keeps it."""
    db = sqlite3.connect(os.environ["TRACKER_DB"], isolation_level=None)
    db.execute("pragma foreign_keys = on")
    db.execute("pragma synchronous = full")
    return db


@contextmanager
def recorded(words: str, now: int) -> Iterator[sqlite3.Connection]:
    """One transaction, in which the database's triggers save what an undo needs."""
    db = connect()
    db.execute("begin immediate")
    number = db.execute(COMMAND, (now, words)).lastrowid
    db.execute("insert into running (id, command_id) values (1, ?)", (number,))
    yield db
    db.execute("delete from running")
    db.execute("commit")


def add_session(
    db: sqlite3.Connection, item: int, seconds: int, start: int | None, now: int
) -> int:
    """The day's check, the insert and the item's total, which is the answer."""
    today = date.fromtimestamp(now).isoformat()
    (used,) = db.execute(SPAN, (today, today)).fetchone()
    (doubled,) = db.execute(OVERLAP, (today, today)).fetchone()
    if used - doubled + seconds > 86400:
        raise click.ClickException("over 24 hours")
    offset, source = (None, "same-day") if start is None else (0, "live")
    uid = os.urandom(8).hex()
    db.execute(ADD, (uid, now, item, today, seconds, start, offset, source, now))
    if start is not None:
        db.execute(BESIDE, (start, now, start)).fetchall()
    (total,) = db.execute(TOTAL, (item,)).fetchone()
    return int(total)


def clock_sums(db: sqlite3.Connection) -> tuple[int, int]:
    """Today's minutes and the week's."""
    today = date.fromtimestamp(time.time())
    monday = today - timedelta(days=today.weekday())
    sums = []
    for since in (today, monday):
        days = since.isoformat(), today.isoformat()
        (seconds,) = db.execute(SPAN, days).fetchone()
        (doubled,) = db.execute(OVERLAP, days).fetchone()
        sums.append((seconds - doubled) // 60)
    return sums[0], sums[1]


def complete_item(_: click.Context, __: click.Parameter, typed: str) -> list[str]:
    """The items whose name begins with what was typed."""
    return [slug for (slug,) in connect().execute(ITEMS, (typed,))]


@click.group()
def floor() -> None:
    """The same work, bare."""


@floor.command()
@click.argument("slug", shell_complete=complete_item)
@click.argument("minutes", type=int)
def log(slug: str, minutes: int) -> None:
    """Log a session of today."""
    now = int(time.time())
    with recorded(f"log {slug} {minutes}m", now) as db:
        (item,) = db.execute(ITEM, (slug,)).fetchone()
        total = add_session(db, item, minutes * 60, None, now)
    click.echo(f"Logged {minutes} min on {slug}; {total // 60} min in all.")


@floor.command()
@click.argument("slug", shell_complete=complete_item)
def start(slug: str) -> None:
    """Start the timer."""
    now = int(time.time())
    with recorded(f"start {slug}", now) as db:
        (item,) = db.execute(ITEM, (slug,)).fetchone()
        if db.execute(TIMER).fetchone():
            raise click.ClickException("a timer runs")
        db.execute(START, (os.urandom(8).hex(), now, item, now))
        day, week = clock_sums(db)
    click.echo(f"Started {slug}. Today {day} min, week {week} min.")


@floor.command()
def stop() -> None:
    """Stop the timer and log its session."""
    now = int(time.time())
    with recorded("stop", now) as db:
        slug, started, item = db.execute(TIMER).fetchone()
        db.execute("delete from timer")
        total = add_session(db, item, now - started, started, now)
    click.echo(f"Logged {now - started} s on {slug}; {total // 60} min in all.")


@floor.command()
def undo() -> None:
    """Take back the last command, which added sessions."""
    import json  # the others do without

    db = connect()
    db.execute("begin immediate")
    (number,) = db.execute(LATEST).fetchone()
    for table, new in db.execute(CHANGES, (number,)).fetchall():
        uid = json.loads(new)["uid"]
        db.execute(f"delete from {table} where uid = ?", (uid,))
    db.execute("update command set state = 'undone' where id = ?", (number,))
    db.execute("commit")
    click.echo(f"Undone: {number}")


@floor.command()
def status() -> None:
    """The timer, today's sum and the week's."""
    db = connect()
    timer = db.execute(TIMER).fetchone()
    day, week = clock_sums(db)
    click.echo(f"{timer or 'No timer'}. Today {day} min, week {week} min.")


@floor.command()
@click.argument("since")
def sessions(since: str) -> None:
    """Every session since a day, one a line."""
    rows = connect().execute(LIST, (since,)).fetchall()
    lines = [
        f"{uid[:4]}  {day}  {seconds // 60:5} min  {slug}  {note}"
        for uid, day, _, seconds, slug, note, _ in rows
    ]
    click.echo("\n".join(reversed(lines)))


@floor.command()
def report() -> None:
    """Totals by item over all time."""
    rows = connect().execute(REPORT).fetchall()
    lines = [
        f"{seconds // 60:8} min  {slug:30} {title[:30]}"
        for slug, title, seconds, _ in rows
    ]
    click.echo("\n".join(lines))


def add_thinking(name: str) -> None:
    """A command that reads what tracker's of that name reads, by SQLAlchemy."""

    @floor.command(name)
    def read() -> None:
        from floor_thinking import read_all

        click.echo(f"{read_all(name)} rows")


for thinking in ("ready", "gaps", "next", "week"):
    add_thinking(thinking)
