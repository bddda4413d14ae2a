"""Settings: rows of the database, so that undo, merge and backups cover them."""

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
        start = time.fromisoformat(self.values.get("day-starts", "00:00"))
        return timedelta(hours=start.hour, minutes=start.minute)

    @property
    def pace(self) -> int | None:
        """The seconds a week that the person wants to study, or None."""
        amount = self.values.get("hours-a-week")
        return parse_amount(amount) if amount else None

    @property
    def is_demo(self) -> bool:
        """Whether `tracker demo` made the database; `config` cannot change this."""
        return "demo" in self.values


NO_SETTINGS = Settings({})


def read_settings(db: sqlite3.Connection) -> Settings:
    """All settings."""
    return Settings(dict(db.execute(ALL).fetchall()))


def write_setting(
    db: sqlite3.Connection, key: str, value: str | None, now_utc: int
) -> None:
    """Set `key` to `value` at `now_utc` (UTC seconds), or unset it for None.

    A setting has the same uid on every machine, so that `merge` sees two rows of one
    key as the same setting.
    """
    row = {"uid": f"setting:{key}", "key": key, "value": value, "now": now_utc}
    if value is None:
        if db.execute(REMOVE, row).rowcount:
            add_tombstone(db, f"setting:{key}", "setting", now_utc)
    elif not db.execute(CHANGE, row).rowcount:
        db.execute(ADD, row)
