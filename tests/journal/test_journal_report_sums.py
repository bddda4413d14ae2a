"""Each row of a report counts the time that its own sessions share once."""

import itertools
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import Tracker
from tests.journal.test_journal_overlaps import (
    SESSIONS,
    ZONES,
    Drawn,
    copy_in_memory,
    on_the_clock,
    session_rows,
)
from tracker.choices import GROUPINGS
from tracker.journal.rules.records import NewSession, SessionFilter
from tracker.journal.rules.report_days import is_clock, stretch_key
from tracker.journal.rules.report_rows import ReportRow
from tracker.journal.service.reports import hours_report
from tracker.journal.store.clock_hours import clock_seconds
from tracker.journal.store.overlaps import rewrite_overlaps
from tracker.journal.store.sessions import add_sessions

ITEMS = """select item.id, item.slug, track.slug from item
           join track on track.id = item.track_id"""
# A zone, and the hour at which days start.
PLACES = st.tuples(st.sampled_from(ZONES), st.sampled_from([0, 4]))


@pytest.fixture(name="twice")
def _twice(tracker: Tracker) -> Tracker:
    """Two rows of one item overlap on four days, and on one of them two items."""
    for day in (17, 18, 19, 20):
        tracker.ok(f"log fastai '2026-11-{day} 9:00-11:00'")
        tracker.ok(f"log fastai '2026-11-{day} 10:00-11:00' --overlap")
    return tracker


def test_one_number(twice: Tracker) -> None:
    """An item has the same hours in its report, in any answer and in an export."""
    assert twice.ok("report fastai --all") == (
        "All time, fastai, by item: 8 h in 8 sessions.\n"
        "  8h00m  100%  fastai  Practical Deep Learning for Coders  8 sessions\n"
        "The total counts an overlap of 4 h once (Fri 20 Nov, 1h00m: fastai; Thu 19 Nov,\n"
        "1h00m: fastai; Wed 18 Nov, 1h00m: fastai; and 1 more day).\n"
    )
    assert "logged    8 h in 8 sessions" in twice.ok("show fastai")
    export = twice.ok("export progress")
    assert "Hours logged: 8.0 h" in export
    assert "By track: Basic deep learning 8.0 h." in export
    attempt = twice("attempt dl-practical-done --with fastai").err
    assert "8 h logged on fastai before Mon 23 Nov do not count." in attempt
    assert "Total 8h30m." in twice.ok("log fastai 30m")


def test_timesheet(twice: Tracker) -> None:
    """A row by day and item is at most its day; two items that share time are named."""
    twice.ok("log ppo '2026-11-20 10:30-11:30' --overlap")

    assert twice.ok("report --from 2026-11-19 --to 2026-11-20 --by day,item") == (
        "19 Nov to 20 Nov 2026, by day and item: 4h30m in 5 sessions.\n"
        "  Thu 19 Nov: 2h00m\n"
        "    2h00m  fastai  2 sessions  ▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆\n"
        "  Fri 20 Nov: 2h30m\n"
        "    2h00m  fastai  2 sessions  ▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆\n"
        "    1h00m  ppo      1 session  ▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆\n"
        "Mean: 2h15m a day over 2 days, empty ones too.\n"
        "The total counts an overlap of 2h30m once (Fri 20 Nov, 1h30m: fastai and ppo;\n"
        "Thu 19 Nov, 1h00m: fastai). Rows add up to 5 h: time in two rows counts in both.\n"
    )


def fill(template: Path, sessions: Sequence[NewSession]) -> sqlite3.Connection:
    """A database in memory with those sessions and their overlaps."""
    db = copy_in_memory(template)
    add_sessions(db, sessions)
    rewrite_overlaps(db, {date.fromisoformat(row.day) for row in sessions})
    return db


def all_groupings() -> Iterator[tuple[str, ...]]:
    """Every grouping, and every two."""
    yield from itertools.permutations(GROUPINGS, 1)
    yield from itertools.permutations(GROUPINGS, 2)


def seconds_of(
    row: ReportRow,
    by: Sequence[str],
    sessions: Sequence[NewSession],
    slugs: dict[int, tuple[str, str]],
) -> int:
    """The union of a row's sessions, less that of those before its days."""
    keys = dict(zip(by, row.keys, strict=True))
    own = []
    for session in sessions:
        item, track = slugs[session.item_id]
        names = {"item": [item], "track": [track], "tag": session.tags.split() or [""]}
        if all(keys[name] in names[name] for name in keys.keys() & names.keys()):
            own.append(session)
    seconds = 0
    for day in {session.day for session in own}:
        at = date.fromisoformat(day)
        stretches = [name for name in keys if is_clock(name)]
        if all(stretch_key(name, at) == keys[name] for name in stretches):
            seconds += on_the_clock([each for each in own if each.day <= day])
            seconds -= on_the_clock([each for each in own if each.day < day])
    return seconds


@settings(max_examples=40)
@given(drawn=SESSIONS)
def test_rows(template: Path, drawn: Drawn) -> None:
    """Each row of any report is the union of its own sessions, in whatever zones."""
    sessions = session_rows(drawn)
    with closing(fill(template, sessions)) as db:
        slugs = {number: names for number, *names in db.execute(ITEMS)}
        for by in all_groupings():
            report = hours_report(db, SessionFilter(), by, date(2026, 11, 30))
            for row in report.rows:
                assert row.seconds == seconds_of(row, by, sessions, slugs), (by, row)
            assert report.total.clock == on_the_clock(sessions)


@settings(max_examples=40)
@given(drawn=SESSIONS, place=PLACES, since=st.integers(17, 22))
def test_rows_of_a_place(
    template: Path, drawn: Drawn, place: tuple[str, int], since: int
) -> None:
    """Where days follow each other, no row exceeds its group, and no group the header."""
    zone, hours = ZoneInfo(place[0]), timedelta(hours=place[1])
    sessions = session_rows([(zone, hours, *rest) for _, _, *rest in drawn])
    chosen = SessionFilter(since=date(2026, 11, since))
    with closing(fill(template, sessions)) as db:
        for by in all_groupings():
            report = hours_report(db, chosen, by, date(2026, 11, 30))
            groups = {row.keys[0]: row.seconds for row in report.groups}
            assert all(seconds <= report.total.clock for seconds in groups.values())
            assert all(row.seconds <= groups[row.keys[0]] for row in report.rows)
        assert report.total.clock == clock_seconds(db, chosen.since)
