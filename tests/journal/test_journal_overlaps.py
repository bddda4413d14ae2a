"""Time that ran twice counts once, also where two sessions are of different days."""

import itertools
import runpy
import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import ROOT, Tracker
from tests.journal.harness import calm, rows
from tracker.choices import GROUPINGS
from tracker.journal.rules.days import split_by_day
from tracker.journal.rules.overlaps import overlap_seconds
from tracker.journal.rules.records import NewSession, SessionFilter
from tracker.journal.rules.report_days import is_clock
from tracker.journal.service.reports import hours_report
from tracker.journal.store.clock_hours import (
    clock_seconds,
    day_clocks,
    item_clock,
    item_clocks,
)
from tracker.journal.store.item_hours import item_day_clocks
from tracker.journal.store.overlaps import (
    ADD,
    computed_overlaps,
    rewrite_overlaps,
    wrong_days,
)
from tracker.journal.store.session_lists import sum_sessions
from tracker.journal.store.sessions import add_sessions

# UTC seconds of a day in November 2026, and two zones as far apart as there are.
NOON = 1_795_000_000 // 86400 * 86400 + 43200
ZONES = ("Etc/GMT+12", "America/New_York", "Europe/Berlin", "Asia/Tokyo")
FARTHEST = "Pacific/Kiritimati"
STARTS_REVISION = ROOT / "migrations/versions/0008_remember_which_sessions_overlap.py"
REVISION = ROOT / "migrations/versions/0003_count_overlaps_over_days_near.py"
SPANS = """select started_at, started_at + seconds from session
           where day = :day and started_at is not null"""


@pytest.fixture(name="later_start")
def _later_start(tracker: Tracker) -> Tracker:
    """A night from 23:00 to 1:00, then days that start at 04:00, and 1h30m of it again."""
    tracker.ok('log fastai "2026-11-20 23:00-1:00"')
    tracker.ok("config day-starts 04:00")
    tracker.ok('log ppo "2026-11-20 23:30 for 1h30m" --overlap')
    return tracker


@pytest.fixture(name="trip")
def _trip(tracker: Tracker) -> Tracker:
    """Two hours in Tokyo, of which the last 1h30m are logged in Berlin again."""
    tracker.ok("config zone Asia/Tokyo")
    tracker.ok("log fastai '2026-11-20 0:30-2:30'")
    tracker.ok("config zone Europe/Berlin")
    tracker.ok("log ppo '2026-11-19 17:00-18:30' --overlap")
    return tracker


def test_day_that_starts_later(later_start: Tracker) -> None:
    """Of 3h30m on two days the clock had 2 h; the report names both days."""
    assert later_start.ok("report --all --by day") == (
        "All time, by day: 2 h in 2 sessions.\n"
        "  2h00m  Fri 20 Nov  2 sessions\n"
        "     0m  Sat 21 Nov   1 session\n"
        "      -  Sun 22 Nov\n"
        "      -  Mon 23 Nov\n"
        "Mean: 30m a day over 4 days, 20 Nov to 23 Nov 2026, empty ones too.\n"
        "The total counts an overlap of 1h30m once (Sat 21 Nov, 1h00m: fastai and ppo;\n"
        "Fri 20 Nov, 30m: fastai and ppo). Rows add up to 3 sessions: a session over\n"
        "midnight counts in both rows.\n"
    )
    assert calm(later_start.ok("sessions")).splitlines()[-1] == (
        "2 sessions, 2 h on the clock; an overlap of 1h30m counts once."
    )
    assert later_start.json("report --since 2026-11-21")["seconds"] == 0
    assert later_start.json("report --until 2026-11-20")["seconds"] == 7200


def test_trip(trip: Tracker) -> None:
    """Sessions of two zones that ran at once count once, on the later of their days."""
    assert trip.ok("report --all") == (
        "All time, by item: 2 h in 2 sessions.\n"
        "  2h00m  100%  fastai  1 session  ▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆\n"
        "      Practical Deep Learning for Coders\n"
        "  1h30m   75%  ppo     1 session  ▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▃\n"
        "      Proximal Policy Optimization Algorithms\n"
        "The total counts an overlap of 1h30m once (Fri 20 Nov, 1h30m: fastai and ppo).\n"
        "Rows add up to 3h30m: time in two rows counts in both.\n"
    )
    assert trip.ok("doctor") == (
        "All is well.\n"
        "  2026-11-20: sessions overlap by 1h30m. Exports count that time once.\n"
        "  Time zone: Europe/Berlin, as set by config zone.\n"
    )


@pytest.mark.parametrize("what", ["progress", "update"])
def test_exports(trip: Tracker, what: str) -> None:
    """An export states the clock's hours and names the overlap."""
    text = " ".join(trip.ok(f"export {what} --since 2026-11-01").split())

    assert "Overlaps: none" not in text
    assert "Overlaps: 1.5 h on 1 day, counted once in the total" in text


def test_export_of_a_task(trip: Tracker) -> None:
    """The table of a task counts shared time once within a part, and not beside another."""
    (bucket,) = trip.json("export hours")["buckets"]
    trip.ok("edit last --tag agent")
    apart = trip.json("export hours")["buckets"]

    assert (bucket["seconds"], bucket["overlap"]) == (7200, 5400)
    assert [(b["seconds"], b["overlap"]) for b in apart] == [(7200, 0), (5400, 0)]


def test_import_with_a_zone(tracker: Tracker, tmp_path: Path) -> None:
    """An import that overlaps the next day's session says so; undo takes it back."""
    logs = {
        "Asia/Tokyo": "2026-11-20,00:30,02:30,fastai",
        "Europe/Berlin": "2026-11-19,17:00,18:30,ppo",
    }
    remarks = []
    for zone, line in logs.items():
        place = tmp_path / "log.csv"
        place.write_text(f"date,start,end,project\n{line}\n")
        answer = tracker.json(f"import {place} --zone {zone}")
        remarks.append(answer.get("remarks", []))

    assert remarks == [
        [],
        ["Sessions overlap on 1 day, by 1h30m together. Totals count that time once."],
    ]
    assert rows(tracker.db, "select day, seconds from overlap") == [
        ("2026-11-20", 5400)
    ]
    tracker.ok("undo")
    assert rows(tracker.db, "select day, seconds from overlap") == []


def test_merge(tracker: Tracker, tmp_path: Path) -> None:
    """Two machines in two zones: the merged total counts shared time once."""
    here, other = tracker.db, tmp_path / "other.db"
    tracker.ok("log ppo '2026-11-19 17:00-18:30'")
    shutil.copy(here, other)
    tracker.ok(f"--db {other} config zone Asia/Tokyo")
    tracker.ok(f"--db {other} log fastai '2026-11-20 0:30-2:30' --overlap")
    tracker.ok(f"merge {other}")
    report = tracker.json("report --all")

    assert (report["seconds"], report["overlap"]) == (7200, 5400)


def test_log_is_refused(tracker: Tracker) -> None:
    """`log` refuses an overlap by instants, of whatever days the two are."""
    tracker.ok("config zone Asia/Tokyo")
    tracker.ok("log fastai '2026-11-20 0:30-2:30'")
    tracker.ok("config zone Europe/Berlin")

    refused = tracker("log ppo '2026-11-19 17:00-18:30'")

    assert (refused.code, calm(refused.err).splitlines()[0]) == (
        4,
        "That overlaps fastai, Fri 20 Nov, 00:30-02:30 (ID).",
    )
    assert tracker("log ppo '2026-11-19 15:00-16:30'").code == 0


def test_three_at_once(tracker: Tracker) -> None:
    """Three sessions of three days over one hour are one hour."""
    for zone, span in (
        ("Etc/GMT+12", "2026-11-18 22:30-23:30"),
        ("UTC", "2026-11-19 10:30-11:30"),
        (FARTHEST, "2026-11-20 0:30-1:30"),
    ):
        tracker.ok(f"config zone {zone}")
        tracker.ok(f"log fastai '{span}' --overlap")

    assert tracker.json("report --all")["seconds"] == 3600
    assert tracker.json("sessions fastai")["overlap"] == 7200
    assert rows(tracker.db, "select day, seconds from overlap order by day") == [
        ("2026-11-19", 3600),
        ("2026-11-20", 3600),
    ]


def test_no_time_is_no_overlap(later_start: Tracker) -> None:
    """A session without a start overlaps nothing."""
    later_start.ok("log fastai 1h --on 2026-11-21")

    assert later_start.json("report --all")["seconds"] == 10800


def test_full_day(tracker: Tracker) -> None:
    """What a day shares with an earlier day leaves room on its clock."""
    tracker.ok("log fastai 23h --on 2026-11-21")
    tracker.ok('log ppo "2026-11-20 23:00-1:00"')
    tracker.ok("config day-starts 04:00")
    tracker.ok('log ziegler-2019 "2026-11-20 23:00-3:00" --overlap')

    assert rows(tracker.db, "select day, seconds from overlap order by day") == [
        ("2026-11-20", 3600),
        ("2026-11-21", 3600),
    ]
    assert tracker("log fastai 1h --on 2026-11-21").code == 0
    assert tracker("log fastai 1m --on 2026-11-21").code == 4


def test_status_is_what_stop_makes(tracker: Tracker) -> None:
    """A timer that shares time with a session of the next day adds what `stop` adds."""
    tracker.ok("config zone Asia/Tokyo", "2026-11-24T02:30")
    tracker.ok("log fastai 0:30-2:30")
    tracker.ok("config zone Europe/Berlin", "2026-11-23T18:30")
    tracker.ok("start ppo --at 17:00")

    status = tracker.json("status", "2026-11-23T19:00")
    tracker.ok("stop")

    assert (status["today"], status["week"]) == (7200, 9000)
    assert tracker.json("report")["seconds"] == 9000
    assert tracker.json("report --since today --until today")["seconds"] == 7200


def test_wrong_rows_are_found(trip: Tracker) -> None:
    """`doctor` finds a database whose overlaps were counted within each day only."""
    rows(trip.db, "delete from overlap")

    assert trip.json("doctor")["findings"] == [
        {
            "what": "overlap-wrong",
            "says": "2026-11-20: the database says that sessions overlap by 0 h, but"
            " they overlap by 1h30m.",
            "fault": True,
            "day": "2026-11-20",
            "kept": 0,
            "seconds": 5400,
        }
    ]


# Items 1 and 2 are of one track, 300 of another.
TAGS = {(1, False): " a ", (1, True): " a b ", (2, True): " b "}
# Any sessions of three days around one noon: zone, start of day, start, length, item.
SESSIONS = st.lists(
    st.tuples(
        st.sampled_from([ZoneInfo(zone) for zone in (*ZONES, FARTHEST)]),
        st.sampled_from([timedelta(hours=hours) for hours in (0, 4, 12)]),
        st.integers(-36 * 4, 36 * 4).map(lambda quarters: NOON + quarters * 900),
        st.integers(1, 24 * 4).map(lambda quarters: quarters * 900),
        st.sampled_from([1, 2, 300]),
        st.booleans(),
    ),
    max_size=9,
)
Drawn = Sequence[tuple[ZoneInfo, timedelta, int, int, int, bool]]


def session_rows(drawn: Drawn) -> list[NewSession]:
    """The rows of drawn sessions, one for each day; the last value is whether it is timed."""
    made = []
    for zone, starts, start, seconds, item, timed in drawn:
        for piece in split_by_day(start, seconds, starts, zone):
            row = NewSession(
                uid=f"u{len(made)}",
                edited_at=0,
                item_id=item,
                day=piece.day.isoformat(),
                seconds=piece.seconds,
                started_at=piece.started_at if timed else None,
                utc_offset=piece.utc_offset if timed else None,
                note="late night" if seconds > 7200 else "",
                tags=TAGS.get((item, seconds > 7200), ""),
                source="later",
                logged_at=0,
                project=None,
                batch_id=None,
                part_of=None,
                entry_id=None,
                entry_states=None,
                entry_updated=None,
            )
            made.append(row)
    return made


def on_the_clock(sessions: Sequence[NewSession]) -> int:
    """Seconds of the instants in which any timed session ran, and of the untimed."""
    bare = sum(row.seconds for row in sessions if row.started_at is None)
    quarters = {
        at
        for row in sessions
        if row.started_at is not None
        for at in range(row.started_at, row.started_at + row.seconds, 900)
    }
    return bare + 900 * len(quarters)


def copy_in_memory(template: Path) -> sqlite3.Connection:
    """A database as a first run makes it, in memory."""
    db = sqlite3.connect(":memory:")
    with closing(sqlite3.connect(template)) as file:
        file.backup(db)
    return db


@settings(max_examples=60)
@given(drawn=SESSIONS, order=st.randoms(use_true_random=False))
def test_union(template: Path, drawn: Drawn, order: object) -> None:
    """Hours are the union of all instants, in whatever order days are written.

    That holds up to each day, for each item and each choice, by any grouping; and what
    a part of the rows leaves behind is what they would give alone.
    """
    sessions = session_rows(drawn)
    days = sorted({row.day for row in sessions})
    shuffled = list(sessions)
    order.shuffle(shuffled)  # type: ignore[attr-defined]
    db = copy_in_memory(template)  # now: to shuffle may end this example
    for row in shuffled:
        add_sessions(db, [row])
        rewrite_overlaps(db, [date.fromisoformat(row.day)])

    assert clock_seconds(db) == on_the_clock(sessions)
    for day in days:
        until = date.fromisoformat(day)
        past = [row for row in sessions if row.day <= day]
        assert clock_seconds(db, None, until) == on_the_clock(past)
        assert sum_sessions(db, SessionFilter(until=until, tag="a")).clock == (
            on_the_clock([row for row in past if row.item_id == 1])
        )
        since = until + timedelta(days=1)
        assert clock_seconds(db, since) == clock_seconds(db) - on_the_clock(past)
    _check_groups(db, sessions)
    for row in shuffled[::2]:
        db.execute("delete from session where uid = ?", (row.uid,))
        rewrite_overlaps(db, [date.fromisoformat(row.day)])
    assert clock_seconds(db) == on_the_clock(shuffled[1::2])
    stored = dict(db.execute("select day, seconds from overlap"))
    assert stored == {day: s for day, s in computed_overlaps(db).items() if s}
    db.close()


def _check_groups(db: sqlite3.Connection, sessions: Sequence[NewSession]) -> None:
    """Days, items and groupings add up to the total, each less its overlap."""
    slugs = dict(db.execute("select id, slug from item"))
    assert sum(day_clocks(db).values()) == on_the_clock(sessions)
    assert all(seconds >= 0 for seconds in day_clocks(db).values())
    for number in {row.item_id for row in sessions}:
        own, slug = [row for row in sessions if row.item_id == number], slugs[number]
        clock = on_the_clock(own)
        assert item_clock(db, slug) == item_clocks(db)[slug] == clock
        assert sum(seconds for _, seconds in item_day_clocks(db, slug)) == clock
        assert sum_sessions(db, SessionFilter(item=slug)).clock == clock
    middle = date(2026, 11, 20)
    for days in ({}, {"since": middle}, {"until": middle}):
        for picks in ({}, {"item": slugs[1]}, {"tag": "a"}, {"search": "night"}):
            _check_report(db, SessionFilter(**days, **picks))


def _check_report(db: sqlite3.Connection, chosen: SessionFilter) -> None:
    """Stretches of the clock add up to the header; no row exceeds it from the log's start.

    Sessions of a later day may share time with those of an earlier one, as zones have it:
    the header counts that on the earlier day, a row only where both are its own.
    """
    total = sum_sessions(db, chosen)
    for by in itertools.chain(
        itertools.permutations(GROUPINGS, 1), itertools.permutations(GROUPINGS, 2)
    ):
        report = hours_report(db, chosen, by, date(2026, 11, 30))
        for grouped, rows_by in ((report.rows, by), (report.groups, by[:1])):
            if all(map(is_clock, rows_by)):
                assert sum(row.seconds for row in grouped) == total.clock
            if not chosen.since:
                assert all(0 <= row.seconds <= total.clock for row in grouped)
        assert report.total == total
        assert all(row.seconds >= 0 for row in report.rows)


@settings(max_examples=30)
@given(drawn=SESSIONS)
def test_older_databases(template: Path, drawn: Drawn) -> None:
    """The revision that counts the overlaps of older databases anew counts the same."""
    sessions, db = session_rows(drawn), copy_in_memory(template)
    add_sessions(db, sessions)
    for day in {row.day for row in sessions}:
        spans = db.execute(SPANS, {"day": day})
        if within := overlap_seconds(spans.fetchall()):
            row = {"uid": f"o{day}", "day": day, "seconds": within, "starts": "[]"}
            db.execute(ADD, row)

    for statement in runpy.run_path(str(REVISION))["STATEMENTS"]:
        db.execute(statement)
    db.execute(runpy.run_path(str(STARTS_REVISION))["FILL"])

    stored = dict(db.execute("select day, seconds from overlap"))
    assert stored == {day: s for day, s in computed_overlaps(db).items() if s}
    assert wrong_days(db) == {}
    db.close()


COMMANDS = st.one_of(
    st.builds("config zone {}".format, st.sampled_from(ZONES)),
    st.builds("config day-starts {}".format, st.sampled_from(["00:00", "04:00"])),
    st.builds(
        "log fastai '2026-11-{} {} for {}' --overlap".format,
        st.sampled_from([19, 20]),
        st.sampled_from(["0:30", "11:00", "22:00", "23:30"]),
        st.sampled_from(["1h", "3h", "9h"]),
    ),
    st.builds("log ppo {} --on 2026-11-20".format, st.sampled_from(["1h", "2h"])),
    st.builds("edit last --amount {} --overlap".format, st.sampled_from(["1h", "6h"])),
    st.builds("edit last --on 2026-11-{} --overlap".format, st.sampled_from([19, 20])),
    st.builds("edit last --item {}".format, st.sampled_from(["ppo", "fastai"])),
    st.sampled_from(["rm last", "undo", "redo"]),
)


@settings(max_examples=15)
@given(commands=st.lists(COMMANDS, min_size=4, max_size=14))
def test_any_commands(tracker: Tracker, template: Path, commands: list[str]) -> None:
    """After any commands in any zones, the total is the union and doctor finds no fault."""
    shutil.copyfile(template, tracker.db)
    for words in commands:
        assert tracker(words).code in (0, 3, 4)
        read = f"select {', '.join(NewSession._fields)} from session"
        sessions = [NewSession(*row) for row in rows(tracker.db, read)]
        with closing(sqlite3.connect(tracker.db)) as db:
            assert clock_seconds(db) == on_the_clock(sessions)
    report = tracker.json("report --all")
    for row in report["rows"]:
        assert row["seconds"] == tracker.json(f"sessions {row['key']}")["seconds"]
    found = {finding["what"] for finding in tracker.json("doctor")["findings"]}
    assert found <= {"overlap", "long-day"}
