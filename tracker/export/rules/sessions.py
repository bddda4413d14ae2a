"""Sessions for a spreadsheet or another tracker."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from tracker.export.rules.person import NOBODY, Person


class SessionLine(NamedTuple):
    """One session; `note` is None where notes are left out.

    `part_of` is the id of the session whose next day this is.
    """

    id: str
    item: str
    title: str
    track: str
    day: date
    started_at: datetime | None
    ended_at: datetime | None
    seconds: int
    tags: tuple[str, ...]
    note: str | None
    source: str
    logged_at: datetime
    part_of: str | None = None


class SessionLog(NamedTuple):
    """Sessions of a period, oldest first; `lines` can be read once.

    `seconds` is their total, overlapping sessions counted once. Where `redacted`, there
    are no notes, no tags of the person's own, and no `person`.
    """

    since: date | None
    until: date | None
    lines: Iterable[SessionLine]
    seconds: int
    redacted: bool
    person: Person = NOBODY
