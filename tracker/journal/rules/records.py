"""The journal's records: what its store reads and its rules decide on.

Days are local, instants are UTC seconds. They are named tuples: a dataclass takes
0.6 ms to define, which the everyday commands would wait for.
"""

from datetime import date
from typing import NamedTuple

from tracker.journal.rules.experiments import Experiment


class Session(NamedTuple):
    """A session as it is read; `item` is the item's slug.

    `part_of` is the uid of the first part of its stretch; None for that part.
    """

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
    part_of: str | None = None


# The same as its columns have it: `day` is ISO text, `tags` are between blanks.
SessionRow = tuple[
    str, str, str, int, int | None, int | None, str, str, str, int, str | None
]


class NewSession(NamedTuple):
    """A row of table `session`, with every column but `id`, as its columns take it.

    The one list of these columns: adding, editing and correcting sessions are built
    from it. `day` is ISO text, `tags` is what `tags_to_text` returns. A column has no
    default here, so that whoever makes a row must name it.
    """

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
    project: str | None
    batch_id: int | None
    part_of: str | None
    entry_id: str | None
    entry_states: str | None
    entry_updated: int | None


class Piece(NamedTuple):
    """The part of a stretch of work that belongs to one day."""

    day: date
    seconds: int
    started_at: int | None = None
    utc_offset: int | None = None

    @property
    def span(self) -> tuple[int, int] | None:
        """Start and end in UTC seconds, where they are known."""
        if self.started_at is None:
            return None
        return self.started_at, self.started_at + self.seconds


def piece_of(session: Session) -> Piece:
    """The day and the time of a session."""
    return Piece(session.day, session.seconds, session.started_at, session.utc_offset)


class SessionDetails(NamedTuple):
    """The columns of a session beside its time, the same for each piece of a stretch.

    `logged_at` is when it was first written down, in UTC seconds.
    """

    item_id: int
    note: str
    tags: tuple[str, ...]
    source: str
    logged_at: int
    project: str | None = None
    batch_id: int | None = None
    entry_id: str | None = None
    entry_states: str | None = None
    entry_updated: int | None = None


class ChosenItem(NamedTuple):
    """An item as it was chosen by name; `how` is `exact`, `aka`, `begun` or `part`.

    It is `last` for the item of the last session, where none was named.
    """

    id: int
    slug: str
    title: str
    how: str = "exact"


class Timer(NamedTuple):
    """The running timer; `by_hand` where its start was typed.

    `note` is that of the session to come.
    """

    uid: str
    item_id: int
    item: str
    started_at: int
    utc_offset: int
    tags: tuple[str, ...]
    by_hand: bool
    note: str = ""


class RunningTimer(NamedTuple):
    """The timer and how many seconds it has run, which no total counts yet."""

    timer: Timer
    elapsed: int


class Recollection(NamedTuple):
    """Hours from memory over a period, both days included; not counted in totals."""

    uid: str
    item: str
    seconds: int
    since: date
    until: date
    said_at: int


class Sum(NamedTuple):
    """A row of totals: the seconds and the sessions under `key`.

    The key is the slug of an item or a track, a tag, a day, a month or a source.
    """

    key: str
    title: str
    seconds: int
    sessions: int


class Overlap(NamedTuple):
    """Seconds of a day on which more than one timed session ran."""

    day: date
    seconds: int


class SessionFilter(NamedTuple):
    """Which sessions: of an item, a track (slugs), a tag, between two days included.

    `search` is a text in their notes.
    """

    item: str | None = None
    since: date | None = None
    until: date | None = None
    track: str | None = None
    tag: str | None = None
    search: str | None = None

    @property
    def has_only_days(self) -> bool:
        """Whether nothing but days is chosen."""
        return not (self.item or self.track or self.tag or self.search)


class HoursTotal(NamedTuple):
    """The total of some sessions: the sum of their seconds, how many, their overlap."""

    logged: int
    sessions: int
    overlap: int

    @property
    def clock(self) -> int:
        """Seconds on the clock."""
        return self.logged - self.overlap


class AttemptHours(NamedTuple):
    """An open attempt at a milestone that counts within some hours.

    `low`, `high` and `spent` are seconds; `spent` counts since `since`.
    """

    milestone: str
    since: date
    low: int
    high: int
    spent: int = 0


class WrittenSessions(NamedTuple):
    """What a command wrote: the parts of a stretch, its short id, its item's total.

    `total` is the item's seconds on the clock, `days` are those of the sessions' days.
    `before` is the stretch that was changed, `overlapping` are other sessions that ran at
    the same time. `repeats` is whether the same was logged just before, `timer` what runs
    at the same time, `remarks` what else is to be said.
    """

    sessions: tuple[Session, ...]
    short: str
    total: int
    days: dict[date, int]
    ledger: AttemptHours | None = None
    experiment: Experiment | None = None
    overlapping: tuple[Session, ...] = ()
    before: tuple[Session, ...] = ()
    item: ChosenItem | None = None
    repeats: bool = False
    timer: Timer | None = None
    remarks: tuple[str, ...] = ()


class SessionList(NamedTuple):
    """Sessions with their short ids, and the total of all those chosen."""

    chosen: SessionFilter
    sessions: list[Session]
    ids: list[str]
    total: HoursTotal
    running: RunningTimer | None


def tags_to_text(tags: tuple[str, ...]) -> str:
    """Tags as their column has them: ` deep pair `, sorted, each once; or empty."""
    return f" {' '.join(sorted(set(tags)))} " if tags else ""
