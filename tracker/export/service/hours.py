"""The hours of a report."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from sqlite3 import Connection

from tracker.export.rules.context import ExportContext
from tracker.export.rules.hours import Hours
from tracker.export.rules.shares import by_share
from tracker.export.rules.spans import by_track, spans
from tracker.export.rules.tasks import AGENT
from tracker.journal.store.clock_hours import day_clocks
from tracker.journal.store.export_hours import (
    TaggedHours,
    hours_by_tags,
    overlaps_by_tags,
    track_days,
)
from tracker.journal.store.overlaps import read_overlaps
from tracker.journal.store.timer import read_recollections
from tracker.readiness.rules.pace import days_within
from tracker.readiness.store.time_off import read_time_off
from tracker.text.periods import Period


def build_hours(db: Connection, context: ExportContext) -> Hours:
    """The hours of the context's days."""
    days, until = context.days, context.until
    tagged = hours_by_tags(db, None, days.since, days.until)
    overlap = {
        each.day: each.seconds for each in read_overlaps(db, days.since, days.until)
    }
    logged = track_days(db, days.since, days.until)
    clock = day_clocks(db, days.since, days.until)
    off = days_within(read_time_off(db), date.min, date.max)
    span_name, all_spans = spans(logged, clock, days.since, until, off)
    author = _author(db, tagged, days)
    seconds = sum(line.seconds for line in tagged) - sum(overlap.values())
    return Hours(
        seconds=seconds,
        overlap=sum(overlap.values()),
        overlap_days=len(overlap),
        sessions=sum(line.sessions for line in tagged),
        changed=sum(line.changed for line in tagged),
        by_track=by_track(logged),
        by_source=by_share(_by_source(tagged)),
        recollected=_recollected(db, days),
        span=span_name,
        spans=all_spans,
        author=author,
        agent=seconds - author,
        shared=sum(line.seconds for line in logged) - seconds,
    )


def _author(db: Connection, tagged: Sequence[TaggedHours], days: Period) -> int:
    """The seconds of the sessions that no agent ran; what they share counts once."""
    overlaps = overlaps_by_tags(
        db, lambda tags: str(AGENT in tags), None, days.since, days.until
    )
    own = sum(line.seconds for line in tagged if AGENT not in line.tags)
    return own - overlaps.get(str(False), 0)


def _by_source(tagged: Sequence[TaggedHours]) -> dict[str, int]:
    seconds: dict[str, int] = defaultdict(int)
    for line in tagged:
        seconds[line.source] += line.seconds
    return seconds


def _recollected(db: Connection, days: Period) -> int:
    """Seconds from memory whose whole period lies in `days`.

    Of others nobody knows which part lies in them.
    """
    return sum(
        each.seconds
        for each in read_recollections(db)
        if _lies_in(each.since, each.until, days)
    )


def _lies_in(since: date, until: date, days: Period) -> bool:
    if days.since and since < days.since:
        return False
    return days.until is None or until <= days.until
