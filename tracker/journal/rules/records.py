"""The journal's records: what its store reads and its rules decide on. Days are local, instants UTC seconds.

They are named tuples, since the everyday commands cannot wait for dataclasses: those take 0.6 ms each to define.
"""

from datetime import date
from typing import NamedTuple

from tracker.journal.rules.experiments import Experiment


class Session(NamedTuple):
    """A session as it is kept."""

    uid: str
    item: str
    day: date
    seconds: int
    started_at: int | None
    utc_offset: int | None
    note: str
    tags: tuple[str, ...]
    source: str
    logged_at: int


class NewSession(NamedTuple):
    """A session as its columns take it: `day` as ISO text, `tags` as `tags_in` writes them."""

    uid: str
    edited_at: int
    item_id: int
    day: str
    seconds: int
    started_at: int | None
    utc_offset: int | None
    note: str
    tags: str
    source: str
    logged_at: int
    project: str | None = None
    batch_id: int | None = None


class Piece(NamedTuple):
    """The part of a stretch of work that lies in one day."""

    day: date
    seconds: int
    started_at: int | None = None
    utc_offset: int | None = None

    @property
    def span(self) -> tuple[int, int] | None:
        """From when to when, in UTC seconds, where that is known."""
        return (
            None
            if self.started_at is None
            else (self.started_at, self.started_at + self.seconds)
        )


class SessionDetails(NamedTuple):
    """What is said of a stretch of work beside when it was; `logged_at` is when it was first written down."""

    item_id: int
    note: str
    tags: tuple[str, ...]
    source: str
    logged_at: int
    project: str | None = None
    batch_id: int | None = None


class ChosenItem(NamedTuple):
    """An item as the journal needs it: `how` tells by what it was found (`exact`, `aka`, `begun`, `part`)."""

    id: int
    slug: str
    title: str
    how: str = "exact"


class Timer(NamedTuple):
    """The running timer; `by_hand` where its start was typed."""

    uid: str
    item_id: int
    item: str
    started_at: int
    utc_offset: int
    tags: tuple[str, ...]
    by_hand: bool


class Recollection(NamedTuple):
    """Hours from memory over a period of days, both included; in no total."""

    uid: str
    item: str
    seconds: int
    since: date
    until: date
    said_at: int


class Sum(NamedTuple):
    """One line of totals: the seconds logged under `key` (an item, a track, a tag, a day), and in how many sessions."""

    key: str
    title: str
    seconds: int
    sessions: int


class Overlap(NamedTuple):
    """Seconds of a day on which more than one timed session ran."""

    day: date
    seconds: int


class SessionFilter(NamedTuple):
    """Which sessions are asked for: of an item (its number), a track, a tag, between two days, both included."""

    item_id: int | None = None
    since: date | None = None
    until: date | None = None
    track: str | None = None
    tag: str | None = None


class Amount(NamedTuple):
    """What sessions come to: the sum of their seconds, how many there are, and the seconds that ran twice."""

    logged: int
    sessions: int
    overlap: int

    @property
    def clock(self) -> int:
        """Seconds on the clock."""
        return self.logged - self.overlap


class AttemptHours(NamedTuple):
    """An open attempt with an item at a milestone that counts only within some hours; `spent` since it began."""

    milestone: str
    since: date
    low: int
    high: int
    spent: int = 0


class WrittenSessions(NamedTuple):
    """What a command wrote: the sessions with their short ids, what it changed, and where the item stands now.

    `total` is the seconds logged on the item; `beside` are other sessions that ran at the same time.
    """

    sessions: tuple[Session, ...]
    ids: tuple[str, ...]
    total: int
    ledger: AttemptHours | None = None
    experiment: Experiment | None = None
    beside: tuple[Session, ...] = ()
    was: Session | None = None
    item: ChosenItem | None = None


class TimerStatus(NamedTuple):
    """What runs, for how many seconds, and the seconds on the clock of today and of this week with it."""

    timer: Timer | None
    elapsed: int
    today: int
    week: int


class SessionList(NamedTuple):
    """Sessions with as much of their ids as is shown, and what all that match come to."""

    sessions: list[Session]
    ids: list[str]
    amount: Amount


class HoursReport(NamedTuple):
    """Totals of a span of days; `together` has the items that ran at the same time, of the latest such days."""

    since: date | None
    until: date | None
    by: str
    rows: list[Sum]
    amount: Amount
    together: list[tuple[Overlap, tuple[str, ...]]]
    recollected: int


def tags_in(tags: tuple[str, ...]) -> str:
    """Tags as their column holds them: sorted, each once and between blanks; empty where there are none."""
    return f" {' '.join(sorted(set(tags)))} " if tags else ""
