"""Settings: rows, so that undo, merging and backups have them."""

import sqlite3
from datetime import time, timedelta
from typing import NamedTuple

from tracker.database.tombstones import add_tombstone
from tracker.text.amounts import parse_amount

ALL = "select key, value from setting order by key"
CHANGE = "update setting set value = :value, edited_at = :now where key = :key"
ADD = (
    "insert into setting (uid, edited_at, key, value) values (:uid, :now, :key, :value)"
)
REMOVE = "delete from setting where key = :key"


class Settings(NamedTuple):
    """What the person has set, by key, as text."""

    values: dict[str, str]

    def get(self, key: str) -> str | None:
        """The value of `key`, or None."""
        return self.values.get(key)

    @property
    def day_starts(self) -> timedelta:
        """How long after midnight a new day starts."""
        told = time.fromisoformat(self.values.get("day-starts", "00:00"))
        return timedelta(hours=told.hour, minutes=told.minute)

    @property
    def pace(self) -> int | None:
        """The seconds a week that the person means to study; None where they did not say."""
        told = self.values.get("hours-a-week")
        return parse_amount(told) if told else None

    @property
    def is_demo(self) -> bool:
        """Whether the database is the invented person's of `tracker demo`; nobody can set or unset this."""
        return "demo" in self.values


NO_SETTINGS = Settings({})


def read_settings(db: sqlite3.Connection) -> Settings:
    """All settings."""
    return Settings(dict(db.execute(ALL).fetchall()))


def write_setting(
    db: sqlite3.Connection, key: str, value: str | None, now: int
) -> None:
    """Set `key` to `value` at `now` (UTC seconds), or unset it where `value` is None.

    A setting has the same uid on every machine, so that merging knows two of one key for one.
    """
    named = {"uid": f"setting:{key}", "key": key, "value": value, "now": now}
    if value is not None:
        if not db.execute(CHANGE, named).rowcount:
            db.execute(ADD, named)
    elif db.execute(REMOVE, named).rowcount:
        add_tombstone(db, f"setting:{key}", "setting", now)
