"""Settings: rows, so that undo, merging and backups have them."""

import sqlite3
from dataclasses import dataclass
from datetime import time, timedelta

from tracker.database.values import new_uid

ALL = "select key, value from setting order by key"
CHANGE = "update setting set value = :value, edited_at = :now where key = :key"
ADD = "insert into setting (uid, edited_at, key, value) values (:uid, :now, :key, :value)"
REMOVE = "delete from setting where key = :key"


@dataclass(frozen=True, slots=True)
class Settings:
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


NO_SETTINGS = Settings({})


def read_settings(db: sqlite3.Connection) -> Settings:
    """All settings."""
    return Settings(dict(db.execute(ALL).fetchall()))


def write_setting(db: sqlite3.Connection, key: str, value: str | None, now: int) -> None:
    """Set `key` to `value` at `now` (UTC seconds), or unset it where `value` is None."""
    if value is None:
        db.execute(REMOVE, {"key": key})
    elif not db.execute(CHANGE, {"key": key, "value": value, "now": now}).rowcount:
        db.execute(ADD, {"uid": new_uid(), "key": key, "value": value, "now": now})
