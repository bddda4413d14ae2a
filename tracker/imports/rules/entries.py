"""What a file says, as its reader found it, and what came of it. Tuples, since a file may hold a million of them."""

from typing import NamedTuple

PLANNED = "planned: a plan is not a session"
NO_END = "no end"


class LogEntry(NamedTuple):
    """One entry as written: times either as local text (`day`, `clock`, `end_day`, `end_clock`) or as UTC seconds.

    `length` is what the file itself states, in `unit` (`h`, `m`, `s`; empty where the file does not say). A `fault`
    says why the reader could make no session of it.
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


class TrackerEntry(NamedTuple):
    """A session that tracker itself wrote out: all is settled, and stays as it is."""

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
    user: str = ""
    length: str = ""
    unit: str = ""
    fault: str = ""
    began: None = None
    ended: None = None


class Glance(NamedTuple):
    """What the survey of a file looks at of an entry: `length` where its unit is not said, `planned` in seconds."""

    day: str
    user: str
    length: str
    planned: int = 0


def glance(entry: LogEntry | TrackerEntry) -> Glance:
    """A glance at an entry that was read."""
    planned = (
        entry.fault == PLANNED and entry.began is not None and entry.ended is not None
    )
    return Glance(
        *(entry.day, entry.user, "" if entry.unit else entry.length),
        entry.ended - entry.began
        if planned and entry.began is not None and entry.ended is not None
        else 0,
    )


class Skipped(NamedTuple):
    """An entry that was kept out, and why."""

    line: int
    why: str


class Part(NamedTuple):
    """What of an entry lies in one day (ISO text); `started_at` in UTC seconds where it is known."""

    day: str
    seconds: int
    started_at: int | None
    utc_offset: int | None


class ReadySession(NamedTuple):
    """An entry that is a session, cut into days. `named`: its source gave it an id, so that a correction is known.

    Two that are not named and have no times may be equal and be two: their `uid` is the same until they are counted.

    `item`, `source` and `logged_at` are set only for sessions that tracker itself wrote out.
    """

    line: int
    uid: str
    named: bool
    project: str
    note: str
    tags: tuple[str, ...]
    seconds: int
    parts: tuple[Part, ...]
    item: str = ""
    source: str = "imported"
    logged_at: int | None = None

    @property
    def may_repeat(self) -> bool:
        """Whether an equal entry of the same file is another one: neither a name nor times tell that they are one."""
        return not self.named and self.parts[0].started_at is None

    def says_as(self, other: "ReadySession") -> bool:
        """Whether two entries of one name say the same."""
        return self[3:8] == other[3:8]
