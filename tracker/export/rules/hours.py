"""Hours as a report tells them: by track, by how they were written down, week by week. Amounts are seconds."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class TrackHours:
    """Seconds logged in a track, overlap included."""

    track: str
    title: str
    seconds: int


@dataclass(frozen=True, slots=True)
class SourceHours:
    """Seconds that were written down one way, `read_from` what where they were imported, and their share."""

    source: str
    read_from: str | None
    seconds: int
    percent: int


@dataclass(frozen=True, slots=True)
class SpanHours:
    """A week, a month or a year: its seconds on the clock, and those of each track, overlap included."""

    since: date
    until: date
    seconds: int
    by_track: tuple[TrackHours, ...]


@dataclass(frozen=True, slots=True)
class Hours:
    """Hours on the clock: sessions that overlap count once in `seconds`. Recollections are in no total.

    `spans` are the weeks of the report, idle ones too; `span` says what they are: months or years where there are many.
    `agent` seconds are those tagged so; `pace` is the seconds a week that the person means to keep, as set now.
    """

    seconds: int
    overlap: int
    overlap_days: int
    sessions: int
    changed: int
    by_track: tuple[TrackHours, ...]
    by_source: tuple[SourceHours, ...]
    recollected: int
    span: str = "week"
    spans: tuple[SpanHours, ...] = ()
    agent: int = 0
    pace: int | None = None
