"""The table that a time-boxed task asks for: what counts, what does not, what is extra; an agent's time apart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tracker.export.rules.hours import SourceHours
from tracker.export.rules.shares import by_share

# Of a session with several of these tags, the first decides. What has none counts.
AGENT, NOT_COUNTED, EXTRA = "agent", "not-counted", "extra"
BUCKETS = (AGENT, NOT_COUNTED, EXTRA)
# What the sessions of `tracker demo` are tagged.
INVENTED = "invented"
# Tags that mean the same to everybody; a person's own may name somebody.
KNOWN = frozenset({*BUCKETS, INVENTED})
ORDER = ("counted", NOT_COUNTED, EXTRA, AGENT)


@dataclass(frozen=True, slots=True)
class TagHours:
    """Seconds of sessions by their other tags; none is the empty text."""

    tags: str
    seconds: int
    sessions: int


@dataclass(frozen=True, slots=True)
class Bucket:
    """One part of the table: `counted`, `not-counted`, `extra` or `agent`.

    `seconds` are on the clock: `overlap` seconds that ran twice in this part are counted once.
    """

    name: str
    seconds: int
    overlap: int
    sessions: int
    by_source: tuple[SourceHours, ...]
    by_tags: tuple[TagHours, ...]


@dataclass(frozen=True, slots=True)
class Rules:
    """What a funder says that a task's hours are, as of a day."""

    title: str
    as_of: str
    counted: tuple[str, ...] = ()
    not_counted: tuple[str, ...] = ()
    extra_rule: str | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """A whole table over the days from `since` to `until`, of one item or of all; `cap` in seconds."""

    as_of: date
    since: date | None
    until: date
    item: str | None
    title: str | None
    cap: int | None
    rules: Rules | None
    buckets: tuple[Bucket, ...]
    changed: int

    @property
    def counted(self) -> int:
        """Seconds that count."""
        return next(
            (each.seconds for each in self.buckets if each.name == "counted"), 0
        )

    @property
    def over(self) -> int:
        """Seconds that count and are past the cap."""
        return max(self.counted - self.cap, 0) if self.cap else 0


def unnamed(tags: Sequence[str]) -> tuple[str, ...]:
    """Of a session's tags those that can name nobody."""
    return tuple(tag for tag in tags if tag in KNOWN)


def bucket_of(tags: Sequence[str]) -> str:
    """The part of the table that a session with such tags belongs to."""
    return next((name for name in BUCKETS if name in tags), "counted")


def buckets(
    logged: Sequence[tuple[tuple[str, ...], str, int, int]], overlap: Mapping[str, int]
) -> tuple[Bucket, ...]:
    """The parts that hold anything, and always what counts; `logged` is tags, source, seconds and sessions."""
    found = [
        _bucket(name, [row for row in logged if bucket_of(row[0]) == name], overlap)
        for name in ORDER
    ]
    return tuple(each for each in found if each.sessions or each.name == "counted")


def _bucket(
    name: str,
    rows: Sequence[tuple[tuple[str, ...], str, int, int]],
    overlap: Mapping[str, int],
) -> Bucket:
    sources: dict[str, int] = {}
    tags: dict[str, tuple[int, int]] = {}
    for held, source, seconds, sessions in rows:
        sources[source] = sources.get(source, 0) + seconds
        key = " ".join(tag for tag in held if tag not in BUCKETS)
        before = tags.get(key, (0, 0))
        tags[key] = (before[0] + seconds, before[1] + sessions)
    twice = overlap.get(name, 0)
    lines = (
        TagHours(key, seconds, sessions) for key, (seconds, sessions) in tags.items()
    )
    return Bucket(
        name=name,
        seconds=sum(row[2] for row in rows) - twice,
        overlap=twice,
        sessions=sum(row[3] for row in rows),
        by_source=by_share(sources),
        by_tags=tuple(sorted(lines, key=lambda line: (-line.seconds, line.tags))),
    )
