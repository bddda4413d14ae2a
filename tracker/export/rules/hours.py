"""Hours of a report: by track, by how they were recorded, by week. Amounts are seconds."""

from dataclasses import dataclass
from datetime import date

from tracker.export.rules.rounded_table import round_table
from tracker.limits import HOUR

TENTH = HOUR // 10


@dataclass(frozen=True, slots=True)
class TrackHours:
    """Seconds logged in a track; time that two of its sessions share counts once.

    `place` is the track's place in the catalogue, from 0.
    """

    track: str
    title: str
    seconds: int
    place: int = 0


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
    each, `shared` is how much less that makes. One that is `off` has none and lies in
    planned breaks.
    """

    since: date
    until: date
    seconds: int
    by_track: tuple[TrackHours, ...]
    off: bool = False
    shared: int = 0


@dataclass(frozen=True, slots=True)
class Hours:
    """Hours logged: overlapping sessions count once in `seconds`.

    `recollected` seconds (from memory) are not part of it. `spans` are the weeks of the
    report, idle ones too; where there are many, months or years, as `span` says.
    `author` are the seconds that the person logged, `agent` the others, in which only an
    agent ran (+agent); `shared` is what the tracks have more than `seconds`.
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
    author: int = 0
    agent: int = 0
    shared: int = 0


@dataclass(frozen=True, slots=True)
class HourTable:
    """Hours in tenths: a row for each span, a column for each track of the report.

    The last column but one is the overlap of tracks, zero or negative; the last is the
    total. So each row adds up to its total, and each column to that of `totals`.
    """

    rows: tuple[tuple[int, ...], ...]
    totals: tuple[int, ...]


def build_hour_table(hours: Hours) -> HourTable:
    """The hours by span and track, rounded so that all parts add up."""
    tracks = [track.track for track in hours.by_track]
    rows = []
    for span in hours.spans or [hours]:
        parts = {part.track: part.seconds for part in span.by_track}
        rows.append([*(parts.get(track, 0) for track in tracks), -span.shared])
    *rounded, totals = round_table(rows, TENTH)
    return HourTable(tuple(map(tuple, rounded)), tuple(totals))
