"""What state an open database is in, and what in it is old."""

import sqlite3

RUNNING_COMMANDS = "select count(*) from running"
# Open programmes, and other items that need somebody else's offer, that the person has
# not finished or left; `as_of` is the day that the offer was looked up, else the item.
PROGRAMMES = """
    select item.slug, coalesce(item_gate.as_of, item.as_of) as looked_up
    from item left join item_gate on item_gate.item_id = item.id
    where item.retired = 0 and (item.kind = 'programme' or item_gate.id is not null)
    and looked_up is not null and coalesce(item_gate.closed, 0) = 0
    and item.id not in (select item_id from item_state where state is not null)
    order by looked_up, item.slug
"""
SEED_DIGEST = "select digest from seed_state"


def has_running_command(db: sqlite3.Connection) -> bool:
    """Whether a command is marked as running; later ones would be recorded with it."""
    return bool(db.execute(RUNNING_COMMANDS).fetchone()[0])


def read_programmes(db: sqlite3.Connection) -> list[tuple[str, str]]:
    """Programmes by slug, with the year, month or day that each was looked up.

    The earliest come first. Those that are closed are left out: nobody can apply.
    """
    return db.execute(PROGRAMMES).fetchall()


def read_seed_digest(db: sqlite3.Connection) -> str | None:
    """The digest of the shipped curriculum that the database was last synced with."""
    row = db.execute(SEED_DIGEST).fetchone()
    return row[0] if row else None
