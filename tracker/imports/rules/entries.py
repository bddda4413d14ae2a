"""What a file says, as its format reads it, and what becomes of it.

Named tuples, since a file may hold a million entries.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

# Makes a named tuple of all its values in half the time that its class takes. A file of
# a million entries makes five million: so an import takes a tenth less.
new_record = tuple.__new__

# Of the texts of cells that were read, and of days, so many are remembered: of more, a
# file of a million entries would take 14 MB more than one of ten thousand.
MOST_CACHED = 1024

# Reasons why an entry is no session.
PLANNED = "planned: a plan is not a session"
NO_END = "no end"
RUNNING = "still running"
ALL_BREAK = "its breaks are as long as it is"
BY_RULE = "skipped by your rule"

# What logs write in a cell for nothing.
NOTHING = "-"


class LogEntry(NamedTuple):
    """One entry as written.

    Its times are local text (`day`, `clock`, `end_day`, `end_clock`), or UTC seconds
    (`began`, `ended`). `length` is what the file states, in `unit`: `h`, `m`, `s`, or
    empty where the file names none. A `fault` says why the entry is no session. A
    `pause` is the break that comes off it, written as a length. `updated` is when the
    log says that it was last changed: UTC seconds, or ISO text. `heading` is what
    stands above it: its note if it has none, by which it is not recognised.
    """

    line: int
    project: str = ""
    note: str = ""
    tags: tuple[str, ...] = ()
    id: str = ""
    user: str = ""
    day: str = ""
    clock: str = ""
    end_day: str = ""
    end_clock: str = ""
    began: int | None = None
    ended: int | None = None
    length: str = ""
    unit: str = ""
    fault: str = ""
    pause: str = ""
    updated: int | str = ""
    heading: str = ""


class TrackerEntry(NamedTuple):
    """A session that tracker exported: it is imported as it is.

    `title` and `track` are those of its item. `user` is whose export it is. The fields
    after that are those of other entries, and empty.
    """

    line: int
    id: str
    item: str
    day: str
    seconds: int
    started_at: int | None
    utc_offset: int | None
    note: str
    tags: tuple[str, ...]
    source: str
    logged_at: int
    part_of: str | None = None
    title: str = ""
    track: str = ""
    user: str = ""
    length: str = ""
    unit: str = ""
    fault: str = ""
    project: str = ""
    began: None = None
    ended: None = None


def with_project(
    entries: Iterable[LogEntry | TrackerEntry], project: str
) -> Iterator[LogEntry | TrackerEntry]:
    """The entries; those that have no project have this one."""
    for entry in entries:
        has_project = entry.project not in ("", NOTHING)
        yield entry if has_project else entry._replace(project=project)


class Glance(NamedTuple):
    """What the profile of a file needs of an entry.

    `length` is empty where its unit is known; `planned` is seconds of a calendar.
    """

    day: str
    user: str
    length: str
    planned: int = 0
    project: str = ""


def glance(entry: LogEntry | TrackerEntry) -> Glance:
    """What the profile of a file needs of `entry`."""
    length = "" if entry.unit else entry.length
    planned = _planned_seconds(entry)
    return Glance(entry.day, entry.user, length, planned, entry.project)


def _planned_seconds(entry: LogEntry | TrackerEntry) -> int:
    if entry.fault != PLANNED or entry.began is None or entry.ended is None:
        return 0
    return entry.ended - entry.began


class Skipped(NamedTuple):
    """An entry that is not imported, and why.

    `answers` are sentences with the command that adds it, where tracker asks. `uid` is
    that of an entry which a rule skips: its log still names it.
    """

    line: int
    why: str
    answers: tuple[str, ...] = ()
    uid: str = ""


class Part(NamedTuple):
    """The part of a session that is in one day (ISO text).

    `started_at` is UTC seconds, None where it is not known.
    """

    day: str
    seconds: int
    started_at: int | None
    utc_offset: int | None


class ReadySession(NamedTuple):
    """An entry that is a session, cut into days.

    `has_id` where its source gave it an id, so that a correction is recognised. Two
    entries without id and times can be equal and be two sessions: their `uid` is the
    same until they are counted. `item`, `source` and `logged_at` are set only for
    sessions that tracker exported. With an id, `state` is the digest of what the file
    says. `entry_id` is the source's id, and `updated` is UTC seconds. `part_of` is the
    uid of the session whose next day this is, for those that tracker exported, `title`
    and `track` are those of their item.
    """

    line: int
    uid: str
    has_id: bool
    project: str
    note: str
    tags: tuple[str, ...]
    seconds: int
    parts: tuple[Part, ...]
    item: str = ""
    source: str = "imported"
    logged_at: int | None = None
    entry_id: str = ""
    state: str = ""
    updated: int | None = None
    part_of: str | None = None
    title: str = ""
    track: str = ""

    @property
    def may_repeat(self) -> bool:
        """Whether an equal entry of the same file is another session."""
        return not self.has_id and self.parts[0].started_at is None

    def has_content_of(self, other: "ReadySession") -> bool:
        """Whether two entries with the same id say the same."""
        return self[3:8] == other[3:8]


# The values, from `item` on, of a session without id that tracker did not export.
NOT_EXPORTED = ReadySession(0, "", False, "", "", (), 0, ())[8:]
