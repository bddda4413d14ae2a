"""The floor of the race: click and sqlite3 doing the same work on the same database, and nothing else.

No spellings, no names, no undo, no zones, no honesty: what is left is what the machine and the two libraries cost.
"""

import os
import sqlite3
import time
from datetime import date, timedelta

import click

DAY = "select coalesce(sum(seconds), 0) from session where day = ?"
OVERLAP = "select coalesce(sum(seconds), 0) from overlap where day = ?"
ITEM = "select id from item where slug = ?"
ADD = """insert into session (uid, edited_at, item_id, day, seconds, note, tags, source, logged_at)
         values (?, ?, ?, ?, ?, '', '', 'same-day', ?)"""
TOTAL = "select sum(seconds) from session where item_id = ?"
TIMER = (
    "select item.slug, timer.started_at from timer join item on item.id = timer.item_id"
)
SPAN = "select coalesce(sum(seconds), 0) from session where day between ? and ?"
LIST = """select session.uid, day, started_at, seconds, slug, session.note, tags
          from session join item on item.id = item_id
          where day >= ? order by day desc, coalesce(started_at, logged_at) desc"""
REPORT = """select slug, title, sum(seconds) as seconds, count(*) from session join item on item.id = item_id
            group by item_id order by seconds desc"""


def connect() -> sqlite3.Connection:
    """The database of $TRACKER_DB, as durable as tracker keeps it."""
    db = sqlite3.connect(os.environ["TRACKER_DB"], isolation_level=None)
    db.execute("pragma foreign_keys = on")
    db.execute("pragma synchronous = full")
    return db


@click.group()
def floor() -> None:
    """The same work, bare."""


@floor.command()
@click.argument("slug")
@click.argument("minutes", type=int)
def log(slug: str, minutes: int) -> None:
    """The day's check, the insert and the item's total."""
    db, today, now = connect(), date.today().isoformat(), int(time.time())
    db.execute("begin immediate")
    (used,) = db.execute(DAY, (today,)).fetchone()
    (doubled,) = db.execute(OVERLAP, (today,)).fetchone()
    if used - doubled + minutes * 60 > 86400:
        raise click.ClickException("over 24 hours")
    (item,) = db.execute(ITEM, (slug,)).fetchone()
    db.execute(ADD, (os.urandom(8).hex(), now, item, today, minutes * 60, now))
    (total,) = db.execute(TOTAL, (item,)).fetchone()
    db.execute("commit")
    click.echo(f"Logged {minutes} min on {slug}; {total // 60} min in all.")


@floor.command()
def status() -> None:
    """The timer, today's sum and the week's."""
    db, today = connect(), date.today()
    timer = db.execute(TIMER).fetchone()
    (day,) = db.execute(SPAN, (today.isoformat(), today.isoformat())).fetchone()
    monday = today - timedelta(days=today.weekday())
    (week,) = db.execute(SPAN, (monday.isoformat(), today.isoformat())).fetchone()
    click.echo(f"{timer or 'No timer'}. Today {day // 60} min, week {week // 60} min.")


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
    click.echo(
        "\n".join(
            f"{seconds // 60:8} min  {slug:30} {title[:30]}"
            for slug, title, seconds, _ in rows
        )
    )


if __name__ == "__main__":
    floor()
