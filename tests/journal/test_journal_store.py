"""The store's SQL: the columns of its reads, its writes, the indexes it uses."""

import ast
import itertools
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import ROOT, Tracker
from tests.journal.harness import rows
from tracker.choices import GROUPINGS
from tracker.database import tombstones
from tracker.journal.rules import experiments, records
from tracker.journal.rules.overlaps import SessionSpan
from tracker.journal.rules.records import Sum
from tracker.journal.rules.report_rows import SessionGroup
from tracker.journal.store import (
    clock_hours,
    export_hours,
    grouped_hours,
    imported_sessions,
    item_hours,
    items,
    merge_rows,
    overlaps,
    report_sums,
    session_filters,
    session_ids,
    session_lists,
    sessions,
    timer,
)

STORE = ROOT / "tracker" / "journal" / "store"
SUMS = Sum._fields
READS = [
    *(
        (statement, SUMS)
        for statement in (
            grouped_hours.BY_ITEM_WHOLE,
            grouped_hours.BY_ITEM_WITHIN,
            item_hours.DAYS,
            item_hours.BY_SOURCE,
        )
    ),
    (sessions.ONE, records.Session._fields),
    (sessions.DURING, records.Session._fields),
    (sessions.GROUP, records.Session._fields),
    (session_lists.CHRONICLE, records.Session._fields),
    (sessions.DETAILS, records.SessionDetails._fields),
    (timer.RUNNING, records.Timer._fields),
    (timer.RECOLLECTED, records.Recollection._fields),
    (overlaps.STORED, records.Overlap._fields),
    (clock_hours.LEDGER, records.AttemptHours._fields[:-1]),
    (clock_hours.EXPERIMENT, (*experiments.Experiment._fields[:3], "items")),
    (overlaps.TIMED, ("day", "started_at", "ended_at")),
    (session_filters.NOTES, ("note",)),
    (overlaps.BESIDE, ("uid", "day", "started_at", "ended_at")),
    (overlaps.OVERLAP_STARTS, ("value",)),
    (overlaps.WHOLE, ("day", "seconds", "starts")),
    (clock_hours.SELF_OVERLAPS, ("item", "day", "started_at", "ended_at")),
    (clock_hours.SELF_OVERLAPS_OF_ITEM, ("item", "day", "started_at", "ended_at")),
    *(
        (statement, ("seconds", "sessions"))
        for statement in (clock_hours.AMOUNT_WHOLE, clock_hours.AMOUNT_WITHIN)
    ),
    (clock_hours.BY_DAY, ("day", "seconds")),
    *(
        (statement, ("seconds",))
        for statement in (
            clock_hours.OVERLAP,
            grouped_hours.ITEM_SUM,
            timer.LENGTHS,
            timer.LENGTHS_OF_ITEM,
        )
    ),
    *(
        (statement, ("day",))
        for statement in (
            clock_hours.FIRST_DAY,
            clock_hours.STUDY_DAYS,
            item_hours.FIRST,
        )
    ),
    (items.NAMES, ("id", "slug", "title", "author", "retired", "begun", "left")),
    (items.LAST_ITEM, ("id", "slug", "title")),
    (items.LATEST_ITEMS, ("slug",)),
    (items.AKA, ("item_id", "name", "own")),
    (grouped_hours.WORKED_ON, ("slug",)),
    (items.TRACKS, ("slug", "title")),
    (items.MILESTONE, ("id",)),
    (items.LEADING, ("slug",)),
    (clock_hours.LAST_ITEM, ("slug",)),
    *((statement, ("slug",)) for statement in items.SLUGS.values()),
    *(
        (statement, ("uid",))
        for statement in (session_ids.LAST, session_ids.MATCHES, sessions.SAME)
    ),
    (session_ids.NEIGHBOURS, ("before", "after")),
    (timer.LAST_DETAILS, ("tags", "note")),
    (imported_sessions.KNOWN, ("uid",)),
    *(
        (statement, imported_sessions.ImportedSession._fields)
        for statement in (
            imported_sessions.ROWS,
            imported_sessions.WITH_ENTRY_ID,
            imported_sessions.AT_START,
            imported_sessions.ON_DAY,
        )
    ),
    (imported_sessions.STATES, ("uid", "entry_states")),
    (imported_sessions.ENTRY_IDS, ("entry_id",)),
    (imported_sessions.STARTS, ("started_at",)),
    (imported_sessions.DAYS, ("day", "project", "note")),
    (imported_sessions.FORMATS, ("format",)),
    (imported_sessions.PROJECTS, ("project", "item_id", "latest")),
    (imported_sessions.LATEST_PROJECTS, ("project", "item_id", "latest")),
    (imported_sessions.OF_PROJECT, ("sessions", "seconds", "named")),
    (export_hours.TAGGED, export_hours.TaggedHours._fields),
    (export_hours.OVERLAPPING, ("tags", "day", "started_at", "ended_at")),
    (export_hours.DAY_TAGS, ("day", "tags", "seconds")),
    (export_hours.TRACK_DAYS, export_hours.TrackDay._fields),
]
CHOICES = [
    dict.fromkeys(names, "x")
    for size in range(len(session_filters.CONDITIONS) + 1)
    for names in itertools.combinations(session_filters.CONDITIONS, size)
]
WRITES = [
    *(sessions.ADD, sessions.CHANGE, sessions.LINK, sessions.REMOVE),
    *(tombstones.NEW, tombstones.AGAIN),
    *(
        timer.START,
        timer.REMOVE,
        timer.RECALL,
        overlaps.ADD,
        overlaps.CHANGE,
        overlaps.REMOVE,
    ),
    *(imported_sessions.CORRECT, imported_sessions.REMEMBER, imported_sessions.MOVE),
]


def groups(names: list[str], *filters: str) -> str:
    """The sums of a report by these columns, of a choice of sessions."""
    return report_sums.groups_statement(names, filters)


OVERLAPS_OF_AN_ITEM = session_lists.overlapping(("item", "since", "until"))


class Anything(dict[str, object]):
    """A value for each parameter, whatever its name."""

    def __missing__(self, _: str) -> int:
        return 1


@pytest.fixture(name="db")
def _db(template: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(template)) as db:
        yield db


def columns(db: sqlite3.Connection, statement: str) -> tuple[str, ...]:
    """The names of a read's columns. A mistyped name is refused."""
    cursor = db.execute(f"select * from ({statement}) limit 0", Anything())
    return tuple(column[0] for column in cursor.description)


def plan(db: sqlite3.Connection, statement: str) -> str:
    """How SQLite would answer a statement."""
    return "\n".join(
        row[3] for row in db.execute(f"explain query plan {statement}", Anything())
    )


@pytest.mark.parametrize(("statement", "fields"), READS)
def test_reads(db: sqlite3.Connection, statement: str, fields: tuple[str, ...]) -> None:
    """Each read's columns are named as its record's fields."""
    assert '"' not in statement
    assert columns(db, statement) == fields


@pytest.mark.parametrize("given", CHOICES, ids="-".join)
def test_lists(db: sqlite3.Connection, given: dict[str, object]) -> None:
    """Sessions can be listed and summed by any choice of item, days, track and notes."""
    where = session_filters.where(given)

    assert (
        columns(
            db,
            f"select {sessions.COLUMNS} {sessions.FROM} {where} {session_lists.ORDER}",
        )
        == records.Session._fields
    )
    assert columns(db, f"{session_lists.SUM} {where}") == (
        "seconds",
        "sessions",
    )
    count = f"{session_lists.LATER_PARTS} {session_filters.later_parts(given)}"
    assert columns(db, count) == ("sessions",)
    overlapping = columns(db, session_lists.overlapping(given))
    assert overlapping == SessionSpan._fields


@pytest.mark.parametrize("given", CHOICES, ids="-".join)
def test_groups(db: sqlite3.Connection, given: dict[str, object]) -> None:
    """Any choice of sessions can be grouped by day, item and tags, with its notes."""
    for size in range(1, len(report_sums.GROUP_COLUMNS) + 1):
        for names in itertools.combinations(report_sums.GROUP_COLUMNS, size):
            statement = report_sums.groups_statement(names, given)
            parts = report_sums.parts_statement(names, given, GROUPINGS)
            assert columns(db, statement) == SessionGroup._fields
            assert columns(db, parts) == SessionGroup._fields
    assert columns(db, report_sums.notes_statement(given)) == ("day", "item", "note")


@pytest.mark.parametrize("statement", WRITES)
def test_writes(db: sqlite3.Connection, statement: str) -> None:
    """Each write names tables and columns that exist."""
    values: object = (
        [1] * len(sessions.ADD.split("?")[1:]) if "?" in statement else Anything()
    )

    assert db.execute(f"explain {statement}", values).fetchall()


@pytest.mark.parametrize("table", merge_rows.TABLES)
def test_merge_writes(db: sqlite3.Connection, table: str) -> None:
    """Merging rewrites, adds and removes whole rows of each table of the journal."""
    names = columns(db, f"select * from {table}")
    statements = (
        merge_rows.put_statement(table, names),
        merge_rows.add_statement(table, names),
        merge_rows.drop_statement(table),
    )
    for statement in statements:
        assert db.execute(f"explain {statement}", Anything()).fetchall()


def test_one_list_of_columns(db: sqlite3.Connection) -> None:
    """Every column of a session is in its piece or details, or is its id, edit or first part."""
    row = set(records.NewSession._fields)
    parts = {*records.Piece._fields, *records.SessionDetails._fields}

    assert row == {*columns(db, "select * from session")} - {"id"}
    assert row == {"uid", "edited_at", "part_of", *parts}
    assert records.NewSession._field_defaults == {}


def test_all_statements() -> None:
    """Every statement of the store is in one of the tests above."""
    proved = {" ".join(statement.split()) for statement, _ in READS} | {
        " ".join(each.split()) for each in WRITES
    }
    parts = {
        sessions.FROM,
        session_lists.SUM,
        session_lists.OVERLAPPING,
        session_lists.LATER_PARTS,
        session_lists.ORDER,
        sessions.COLUMNS,
        grouped_hours.BETWEEN,
    }
    proved |= {" ".join(part.split()) for part in parts}
    for module in (
        clock_hours,
        session_ids,
        session_filters,
        imported_sessions,
        items,
        session_lists,
        merge_rows,
        overlaps,
        sessions,
        item_hours,
        timer,
        grouped_hours,
        export_hours,
    ):
        constants = {
            name: value
            for name, value in vars(module).items()
            if name.isupper() and isinstance(value, str)
        }
        for name, value in constants.items():
            assert name.startswith("_") or " ".join(value.split()) in proved, (
                module.__name__,
                name,
            )


@pytest.mark.parametrize(
    ("statement", "index"),
    [
        (
            grouped_hours.ITEM_SUM,
            "USING COVERING INDEX session_sums (item_id=? AND day>? AND day<?)",
        ),
        (grouped_hours.BY_ITEM_WHOLE, "USING COVERING INDEX session_sums"),
        (
            grouped_hours.BY_ITEM_WITHIN,
            "USING COVERING INDEX session_days (day>? AND day<?)",
        ),
        (groups(["item_id"]), "USING COVERING INDEX session_sums"),
        (groups(["day"]), "USING COVERING INDEX session_days"),
        (groups(["day", "item_id"]), "USING COVERING INDEX session_"),
        (
            report_sums.parts_statement(["day"], ["since", "until"], ["week"]),
            "USING COVERING INDEX session_parts (part_of>?)",
        ),
        (
            groups(["item_id"], "since", "until"),
            "USING COVERING INDEX session_days (day>? AND day<?)",
        ),
        (
            groups(["day"], "item", "since"),
            "USING COVERING INDEX session_sums (item_id=? AND day>?)",
        ),
        (
            clock_hours.AMOUNT_WITHIN,
            "USING COVERING INDEX session_days (day>? AND day<?)",
        ),
        (clock_hours.BY_DAY, "USING COVERING INDEX session_days (day>? AND day<?)"),
        (clock_hours.FIRST_DAY, "USING COVERING INDEX session_days"),
        (clock_hours.STUDY_DAYS, "USING COVERING INDEX session_days (day<?)"),
        (overlaps.TIMED, "USING INDEX session_days (day>? AND day<?)"),
        (overlaps.BESIDE, "USING INDEX session_starts (started_at>? AND started_at<?)"),
        (overlaps.STORED, "USING INDEX sqlite_autoindex_overlap_1 (day>? AND day<?)"),
        (sessions.DURING, "USING INDEX session_starts (started_at>? AND started_at<?)"),
        (sessions.GROUP, "SEARCH session USING INDEX session_parts (part_of=?)"),
        *(
            (statement, "SEARCH session USING INDEX session_starts (started_at=?)")
            for statement in (
                clock_hours.SELF_OVERLAPS,
                clock_hours.SELF_OVERLAPS_OF_ITEM,
                OVERLAPS_OF_AN_ITEM,
                export_hours.OVERLAPPING,
            )
        ),
        (overlaps.OVERLAP_STARTS, "sqlite_autoindex_overlap_1 (day>? AND day<?)"),
        (items.NAMES, "USING COVERING INDEX session_sums (item_id=?)"),
        (
            grouped_hours.WORKED_ON,
            "USING COVERING INDEX session_sums (item_id=? AND day>? AND day<?)",
        ),
        (session_ids.LAST, "SCAN session"),
        (sessions.SAME, "=? AND seconds=?)"),
        (timer.LENGTHS, "SCAN session USING INDEX session_days"),
        (timer.LENGTHS_OF_ITEM, "USING INDEX session_sums (item_id=?)"),
        (imported_sessions.STATES, "INDEX sqlite_autoindex_session_1 (uid=?)"),
        (imported_sessions.WITH_ENTRY_ID, "USING INDEX session_entries (entry_id=?)"),
        (imported_sessions.ENTRY_IDS, "USING INDEX session_entries (entry_id=?)"),
        (imported_sessions.AT_START, "USING INDEX session_starts (started_at=?)"),
        (imported_sessions.STARTS, "USING INDEX session_starts (started_at=?)"),
        (imported_sessions.ON_DAY, "SEARCH session USING INDEX session_days (day=?)"),
        (imported_sessions.DAYS, "SEARCH session USING INDEX session_days (day=?)"),
        (
            item_hours.DAYS,
            "USING COVERING INDEX session_sums (item_id=? AND day>? AND day<?)",
        ),
    ],
)
def test_plans(db: sqlite3.Connection, statement: str, index: str) -> None:
    """Reads use the indexes made for them."""
    assert index in plan(db, statement)


def test_plan_of_the_latest(db: sqlite3.Connection) -> None:
    """The latest sessions are read from the end of an index, not sorted out of all."""
    chosen = f"select {sessions.COLUMNS} {sessions.FROM} {session_lists.ORDER}"

    assert "SCAN session USING INDEX session_days" in plan(db, chosen)
    assert "RIGHT PART OF ORDER BY" in plan(db, chosen).replace(
        "LAST 2 TERMS", "RIGHT PART"
    )


def test_no_commit() -> None:
    """Nothing in the journal begins, commits or rolls back a transaction."""
    for file in (ROOT / "tracker" / "journal").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Attribute):
                assert node.attr not in (
                    "commit",
                    "rollback",
                    "executescript",
                    "isolation_level",
                ), file
            if (
                isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and STORE in file.parents
            ):
                assert not node.value.lower().startswith(
                    ("begin ", "commit", "rollback", "replace ")
                ), file


def test_clock(tracker: Tracker) -> None:
    """An item's hours on the clock count its own overlap once."""
    tracker.ok("log fastai 9:00-10:00 --on 2026-11-20")
    tracker.ok("log fastai 9:30-10:30 --on 2026-11-20 --overlap")
    tracker.ok("log ppo 9:00-11:00 --on 2026-11-20 --overlap")
    tracker.ok("log ppo 1h --on 2026-11-09")
    day = date(2026, 11, 20)

    with closing(sqlite3.connect(tracker.db)) as db:
        assert clock_hours.item_clock(db, "fastai") == 5400
        assert clock_hours.item_clock(db, "ppo", day, day) == 7200
        assert clock_hours.item_clocks(db) == {"fastai": 5400, "ppo": 10800}
        assert {line.key: line.seconds for line in grouped_hours.item_totals(db)} == {
            "fastai": 7200,
            "ppo": 10800,
        }
        assert clock_hours.clock_seconds(db, day, day) == 7200
        assert clock_hours.day_clocks(db) == {date(2026, 11, 9): 3600, day: 7200}
        assert list(clock_hours.study_days(db, date(2026, 11, 23))) == [
            day,
            date(2026, 11, 9),
        ]
        assert list(clock_hours.study_days(db, date(2026, 11, 19))) == [
            date(2026, 11, 9)
        ]
        assert clock_hours.first_day(db) == date(2026, 11, 9)


def test_clock_of_nothing(tracker: Tracker) -> None:
    """Before the first session there are no weeks, no days, no seconds."""
    with closing(sqlite3.connect(tracker.db)) as db:
        assert (
            list(clock_hours.study_days(db, date(2026, 11, 23))),
            clock_hours.day_clocks(db),
            clock_hours.first_day(db),
        ) == ([], {}, None)
        assert (
            clock_hours.clock_seconds(db),
            clock_hours.item_clock(db, "fastai"),
            grouped_hours.item_totals(db),
        ) == (0, 0, [])


def test_many_days(tracker: Tracker) -> None:
    """The overlaps of many days are rewritten at once, only where they differ."""
    rows(
        tracker.db,
        """insert into session (uid, edited_at, item_id, day, seconds, started_at,
                                utc_offset, note, tags, source, logged_at)
           with recursive n (n) as (select 0 union all select n + 1 from n where n < 599)
           select 'u' || n, 0, 1 + n % 2,
                  date('2026-01-01', '+' || (n / 2) || ' days'), 3600,
                  1767225600 + (n / 2) * 86400 + (n % 2) * 1800, 0, '', '',
                  'imported', 0 from n""",
    )
    days = [
        date.fromisoformat(day)
        for (day,) in rows(tracker.db, "select distinct day from session")
    ]

    with closing(sqlite3.connect(tracker.db)) as db, db:
        assert len(overlaps.rewrite_overlaps(db, days)) == 300
        assert overlaps.rewrite_overlaps(db, days) == set()

    assert rows(
        tracker.db, "select count(*), sum(seconds), max(edited_at) from overlap"
    ) == [(300, 300 * 1800, 0)]
