"""Settings: rows of the database, so that undo, merge and backups cover them."""

import sqlite3
from datetime import time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from tracker.database.tombstones import add_tombstone
from tracker.errors import DatabaseProblem, Unreadable
from tracker.limits import DAY
from tracker.text.amounts import parse_amount
from tracker.text.columns import quoted
from tracker.text.signs import SIGNS

ALL = "select key, value from setting order by key"
CHANGE = "update setting set value = :value, edited_at = :now where key = :key"
ADD = (
    "insert into setting (uid, edited_at, key, value) values (:uid, :now, :key, :value)"
)
REMOVE = "delete from setting where key = :key"
# Where the value of a setting is wrong: what it is not, and the line that mends it.
SENSES = {
    "day-starts": ("a time up to 12:00", "tracker config day-starts 04:00"),
    "zone": ("a time zone", "tracker config zone Europe/Berlin"),
    "hours-a-week": ("an amount up to 168 h", "tracker config hours-a-week 12h"),
    "pictures": ("a way to draw", "tracker config pictures blocks"),
    "target": ("a role", 'tracker config target ""'),
    "variant": ("a variant of the target", 'tracker config variant ""'),
}
LATEST_START = time(12)
LONGEST_WEEK = 7 * DAY


class Settings(NamedTuple):
    """What the person has set, by key, as text."""

    values: dict[str, str]

    def get(self, key: str) -> str | None:
        """The value of `key`, or None."""
        return self.values.get(key)

    @property
    def day_starts(self) -> timedelta:
        """How long after midnight a new day starts; raises DatabaseProblem."""
        text = self.values.get("day-starts", "00:00")
        try:
            start = time.fromisoformat(text)
        except ValueError:
            raise wrong_setting("day-starts", text) from None
        if start.tzinfo or start > LATEST_START:
            raise wrong_setting("day-starts", text)
        return timedelta(hours=start.hour, minutes=start.minute)

    @property
    def zone(self) -> ZoneInfo | None:
        """The zone of times without an offset, or None; raises DatabaseProblem."""
        name = self.values.get("zone")
        if name is None:
            return None
        try:
            return ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise wrong_setting("zone", name) from None

    @property
    def pace(self) -> int | None:
        """The seconds a week that the person wants to study, or None.

        Raises DatabaseProblem where it is no amount.
        """
        amount = self.values.get("hours-a-week")
        if amount is None:
            return None
        try:
            seconds = parse_amount(amount)
        except Unreadable:
            seconds = 0
        if not 0 < seconds <= LONGEST_WEEK:
            raise wrong_setting("hours-a-week", amount)
        return seconds

    @property
    def pictures(self) -> str | None:
        """How pictures are drawn, or None; raises DatabaseProblem."""
        way = self.values.get("pictures")
        if way is not None and way not in SIGNS:
            raise wrong_setting("pictures", way)
        return way

    @property
    def is_demo(self) -> bool:
        """Whether `tracker demo` made the database; `config` cannot change this."""
        return "demo" in self.values


NO_SETTINGS = Settings({})


def wrong_setting(key: str, value: object) -> DatabaseProblem:
    """The error for a setting whose value in the database makes no sense."""
    sense, line = SENSES[key]
    shown = quoted(value) if isinstance(value, str) else "no text"
    return DatabaseProblem(
        f"The setting {key} is {shown}, which is not {sense}.", f"To mend it: {line}"
    )


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
