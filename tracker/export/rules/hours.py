"""Hours of a report: by track, by how they were recorded, by week. Amounts are seconds."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class TrackHours:
    """Seconds logged in a track; time that two of its sessions share counts once."""

    track: str
    title: str
    seconds: int


@dataclass(frozen=True, slots=True)
class SourceHours:
    """Seconds recorded in one way, and their share in percent.

    `read_from` is the format of an imported log, where the source is an import.
    """

    source: str
    read_from: str | None
    seconds: int
    percent: int


@dataclass(frozen=True, slots=True)
class SpanHours:
    """A week, a month or a year.

    `seconds` count time that two sessions share once; tracks that share time count it
    each.
    """

    since: date
    until: date
    seconds: int
    by_track: tuple[TrackHours, ...]


@dataclass(frozen=True, slots=True)
class Hours:
    """Hours logged: overlapping sessions count once in `seconds`.

    `recollected` seconds (from memory) are not part of it. `spans` are the weeks of the
    report, idle ones too; where there are many, months or years, as `span` says.
    `agent` are the seconds tagged +agent; `aim` is the seconds a week
    that the person plans, as set now.
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
    aim: int | None = None
