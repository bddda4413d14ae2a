"""The names of backups: when each was made, and why.

For example `tracker.db.backup-2026-11-23-214005-asked`. Earlier versions numbered them:
`tracker.db.backup-0001-before-asked`.
"""

import os
import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from glob import escape
from itertools import count
from pathlib import Path
from typing import NamedTuple

from tracker.clock import stamp_zone
from tracker.text.columns import count_noun

# What follows `tracker.db.backup-`: `2026-11-23-214005-asked`, `0001-before-restoring`.
_NAME = r"([0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9]{6})-(asked|before-[a-z]+)"
_STAMP = "%Y-%m-%d-%H%M%S"
# How earlier versions called the reasons.
_EARLIER = {
    "before-asked": "asked",
    "before-restoring": "before-restore",
    "before-migrating": "before-update",
}


class Backup(NamedTuple):
    """A backup: its path, and the local time and the reason in its name.

    In names of earlier versions, a number stands for the time.
    """

    path: Path
    stamp: str
    reason: str

    @property
    def is_asked(self) -> bool:
        """Whether a person asked for it."""
        return self.reason == "asked"

    @property
    def made_at(self) -> datetime:
        """The moment at which it was made, by its name or else by its file."""
        zone = stamp_zone(os.environ)
        try:
            return datetime.strptime(self.stamp, _STAMP).replace(tzinfo=zone)
        except ValueError:
            written = self.path.stat().st_mtime
            return datetime.fromtimestamp(written, zone).replace(microsecond=0)


def list_backups(place: Path) -> list[Backup]:
    """The backups beside `place`, oldest first."""
    start = f"{place.name}.backup-"
    backups = []
    for path in place.parent.glob(f"{escape(start)}*"):
        if match := re.fullmatch(_NAME, path.name.removeprefix(start)):
            stamp, reason = match.groups()
            backups.append(Backup(path, stamp, _EARLIER.get(reason, reason)))
    return sorted(backups, key=lambda backup: (len(backup.stamp), backup.path))


def say_backups(place: Path) -> str:
    """` 2 backups lie beside it: tracker restore`; empty where there are none."""
    number = len(list_backups(place))
    if not number:
        return ""
    lie = "lies" if number == 1 else "lie"
    return f" {count_noun(number, 'backup')} {lie} beside it: tracker restore"


def is_backup_name(file: Path, place: Path) -> bool:
    """Whether `file` has the name of a backup of the database at `place`, there or not."""
    start = f"{place.name}.backup-"
    is_beside = os.path.realpath(file.parent) == os.path.realpath(place.parent)
    is_named = re.fullmatch(_NAME, file.name.removeprefix(start))
    return is_beside and file.name.startswith(start) and bool(is_named)


def new_names(place: Path, reason: str, now: datetime) -> Iterator[Path]:
    """Paths for a backup made `now` (local), later than those of the last minute."""
    stamps = {backup.stamp for backup in list_backups(place)}
    minute = [now + timedelta(seconds=seconds) for seconds in range(60)]
    taken = [at for at, moment in enumerate(minute) if _stamp(moment) in stamps]
    for second in count(max(taken, default=-1) + 1):
        stamp = _stamp(now + timedelta(seconds=second))
        yield place.with_name(f"{place.name}.backup-{stamp}-{reason}")


def _stamp(moment: datetime) -> str:
    return moment.strftime(_STAMP)
