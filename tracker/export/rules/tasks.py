"""The hours of a time-boxed task: counted, not counted, extra, and an agent's apart."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from tracker.export.rules.hours import SourceHours
from tracker.export.rules.shares import by_share

# Hours of a task are whole minutes.
MINUTE = 60
AGENT, NOT_COUNTED, EXTRA = "agent", "not-counted", "extra"
# Of a session with several of these tags, the first decides. Without any it counts.
BUCKET_TAGS = (AGENT, NOT_COUNTED, EXTRA)
BUCKETS = ("counted", NOT_COUNTED, EXTRA, AGENT)
# The tag of every session of `tracker demo`.
DEMO_TAG = "demo"
# Tags that mean the same to everybody; a person's own tag may name somebody.
COMMON_TAGS = frozenset({*BUCKET_TAGS, DEMO_TAG})


class TaggedSessions(NamedTuple):
    """Seconds and number of the sessions with the same tags and source."""

    tags: tuple[str, ...]
    source: str
    seconds: int
    sessions: int


@dataclass(frozen=True, slots=True)
class TagHours:
    """Seconds of sessions by their other tags; without any, `tags` is the empty text."""

    tags: str
    seconds: int
    sessions: int


@dataclass(frozen=True, slots=True)
class Bucket:
    """One part of the table: `counted`, `not-counted`, `extra` or `agent`.

    `seconds` count time once that overlaps within this part; `overlap` is that time.
    """

    name: str
    seconds: int
    overlap: int
    sessions: int
    by_source: tuple[SourceHours, ...]
    by_tags: tuple[TagHours, ...]


@dataclass(frozen=True, slots=True)
class TaskDay:
    """A day's seconds by the name of their part; overlaps in a part count once."""

    day: date
    parts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class TaskRules:
    """What a funder's form says about a task's hours, as of a day."""

    title: str
    as_of: str
    counted: tuple[str, ...] = ()
    not_counted: tuple[str, ...] = ()
    extra_rule: str | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """The table over the days from `since` to `until`, of one item or of all.

    `cap` is in seconds; `changed` is the number of sessions edited or moved afterwards.
    `days` are those with sessions, where they were asked for. `shared` are the seconds
    that the parts have more than the clock: two of them ran at once.
    """

    as_of: date
    since: date | None
    until: date
    item: str | None
    title: str | None
    cap: int | None
    rules: TaskRules | None
    buckets: tuple[Bucket, ...]
    changed: int
    days: tuple[TaskDay, ...] = ()
    shared: int = 0

    @property
    def counted(self) -> int:
        """The seconds that count."""
        return sum(each.seconds for each in self.buckets if each.name == "counted")

    @property
    def on_clock(self) -> int:
        """The seconds on the clock: what two parts share counts once."""
        return sum(bucket.seconds for bucket in self.buckets) - self.shared

    @property
    def over(self) -> int:
        """The seconds that count and are over the cap."""
        return max(self.counted - self.cap, 0) if self.cap else 0


def common_tags(tags: Sequence[str]) -> tuple[str, ...]:
    """Those of a session's tags that cannot name anybody."""
    return tuple(tag for tag in tags if tag in COMMON_TAGS)


def bucket_of(tags: Sequence[str]) -> str:
    """The part of the table that a session with these tags belongs to."""
    return next((name for name in BUCKET_TAGS if name in tags), "counted")


def build_buckets(
    hours: Sequence[TaggedSessions], overlap: Mapping[str, int]
) -> tuple[Bucket, ...]:
    """The parts that hold sessions, and always `counted`; `overlap` is seconds by part."""
    buckets = []
    for name in BUCKETS:
        rows = [row for row in hours if bucket_of(row.tags) == name]
        if rows or name == "counted":
            buckets.append(_bucket(name, rows, overlap.get(name, 0)))
    return tuple(buckets)


def _bucket(name: str, rows: Sequence[TaggedSessions], overlap: int) -> Bucket:
    by_source: dict[str, int] = {}
    for row in rows:
        by_source[row.source] = by_source.get(row.source, 0) + row.seconds
    return Bucket(
        name=name,
        seconds=sum(row.seconds for row in rows) - overlap,
        overlap=overlap,
        sessions=sum(row.sessions for row in rows),
        by_source=by_share(by_source),
        by_tags=_by_tags(rows),
    )


def _by_tags(rows: Iterable[TaggedSessions]) -> tuple[TagHours, ...]:
    """Seconds by the tags that do not decide the part, the most first."""
    totals: dict[str, TagHours] = {}
    for row in rows:
        tags = " ".join(tag for tag in row.tags if tag not in BUCKET_TAGS)
        before = totals.get(tags, TagHours(tags, 0, 0))
        totals[tags] = TagHours(
            tags=tags,
            seconds=before.seconds + row.seconds,
            sessions=before.sessions + row.sessions,
        )
    return tuple(sorted(totals.values(), key=lambda line: (-line.seconds, line.tags)))
