"""A migration runs whole or not at all, keeps all rows, and starts from any old revision."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT, Tracker
from tests.database.damages import run_sql
from tests.database.harness import KILLED, run_killed, start
from tracker.choices import STAGES
from tracker.database import migrate, triggers
from tracker.database.revisions import read_revision, revisions
from tracker.database.schema.tables import personal_tables
from tracker.database.schema_facts import schema_facts
from tracker.database.short_check import MARK, schema_mark
from tracker.imports.rules.keys import day_key

FROZEN = ROOT / "tests" / "frozen"
REVISION = '''"""{what}."""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "{number}", "{before}"
branch_labels = depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("item") as batch:
        batch.add_column(sa.Column("colour_{number}", sa.Text()))
    with op.batch_alter_table("session", recreate="always") as batch:
        batch.add_column(sa.Column("colour_{number}", sa.Text()))
    {last}
'''


def _add(house: Path, last: str = "pass") -> str:
    """Add a revision that rebuilds tables to which others refer; return its number."""
    newest = sorted((house / "migrations" / "versions").glob("*.py"))[-1].name[:4]
    number = f"{int(newest) + 1:04}"
    text = REVISION.format(what="Add a colour", number=number, before=newest, last=last)
    (house / "migrations" / "versions" / f"{number}_add_a_colour.py").write_text(text)
    revisions.cache_clear()
    return number


def _rows(place: Path, tables: tuple[str, ...] = ()) -> dict[str, list[dict[str, Any]]]:
    """All rows of the person's tables that are there, and of `tables`.

    Of an overlap only the day and the time: the rest is the same on every machine.
    """
    with closing(sqlite3.connect(place)) as db:
        present = {name for (name,) in db.execute("select name from sqlite_master")}
        db.row_factory = sqlite3.Row
        rows = {
            table: [
                dict(row) for row in db.execute(f"select * from {table} order by id")
            ]
            for table in (*personal_tables(), *tables)
            if table in present
        }
    for row in rows["overlap"]:
        row |= {"uid": f"overlap-{row['day']}", "edited_at": 0}
    return rows


def _own(rows: dict[str, list[dict[str, Any]]]) -> dict[str, list[dict[str, Any]]]:
    """Only the person's own rows: shipped rows change with each seed."""
    return {
        table: [row for row in all_ if row["uid"].startswith((f"{table}-", "gone-"))]
        for table, all_ in rows.items()
    }


def _are_in(
    before: dict[str, list[dict[str, Any]]], after: dict[str, list[dict[str, Any]]]
) -> bool:
    """Whether each row of `before` is in `after`, with all its values."""
    return all(
        len(rows) == len(after[table])
        and all(
            old.items() <= new.items()
            for old, new in zip(rows, after[table], strict=True)
        )
        for table, rows in before.items()
    )


@pytest.fixture(
    name="frozen", params=sorted(FROZEN.glob("*.db")), ids=lambda path: path.stem
)
def _frozen(request: pytest.FixtureRequest, tracker: Tracker) -> Path:
    """A database of each revision, at the path that tracker uses."""
    return Path(shutil.copy(request.param, tracker.db))


def test_there_is_one_of_each() -> None:
    """Every revision has its frozen database."""
    assert [path.stem for path in sorted(FROZEN.glob("*.db"))] == list(revisions())


def test_frozen(tracker: Tracker, frozen: Path) -> None:
    """A database of each revision opens with all the person's rows, and doctor finds no fault in its schema."""
    before = _own(_rows(frozen))
    tracker.ok("sessions")
    tracker.ok("items")

    assert all(before.values())
    assert _are_in(before, _own(_rows(frozen)))
    assert [
        f
        for f in tracker.json("doctor")["findings"]
        if f["what"] in ("schema", "trigger", "link", "damage")
    ] == []


def _is_marked(db: sqlite3.Connection) -> bool:
    """Whether the short check takes the schema for the one that tracker makes."""
    return db.execute(MARK).fetchone() == (schema_mark(db),)


def test_mark(frozen: Path) -> None:
    """A database is marked by its migration, so that the short check of it is enough."""
    run_sql(frozen, "pragma user_version = 0")
    with closing(sqlite3.connect(frozen)) as db:
        is_older = read_revision(db) != revisions()[-1]
    migrate.migrate(frozen, lambda _: None)

    with closing(sqlite3.connect(frozen)) as db:
        assert _is_marked(db) == is_older


def test_no_mark(frozen: Path, house: Path) -> None:
    """Where a migration makes another schema than ours, it is not marked."""
    run_sql(frozen, "pragma user_version = 0")
    _add(house)
    migrate.migrate(frozen, lambda _: None)

    with closing(sqlite3.connect(frozen)) as db:
        assert not _is_marked(db)


ADD_SESSION = """insert into session (uid, edited_at, item_id, day, seconds, started_at,
                 utc_offset, note, tags, source, logged_at)
                 values (:uid, 0, 1, :day, :seconds, :start, 0, '', '', 'later', 0)"""


def test_overlaps_of_older_databases(tracker: Tracker) -> None:
    """Sessions of two days that ran at once were counted twice until 0003."""
    shutil.copy(FROZEN / "0001.db", tracker.db)
    sessions = [
        ("2020-05-03", -3600, 3600),
        ("2020-05-04", 0, 3600),
        ("2020-05-04", 1800, 3600),
        ("2020-05-05", 3600, 7200),
        ("2020-05-08", 3600, 7200),
    ]
    with closing(sqlite3.connect(tracker.db)) as db, db:
        for number, (day, start, seconds) in enumerate(sessions):
            names = ("uid", "day", "start", "seconds")
            row = dict(zip(names, (f"s{number}", day, start, seconds), strict=True))
            db.execute(ADD_SESSION, row)
        db.execute(
            """insert into overlap (uid, edited_at, day, seconds)
               values ('overlap-2020-05-04', 0, '2020-05-04', 1800)"""
        )
    tracker.ok("status")

    with closing(sqlite3.connect(tracker.db)) as db:
        read = "select uid, day, seconds from overlap where day like '2020%'"
        assert db.execute(f"{read} order by day").fetchall() == [
            ("overlap-2020-05-04", "2020-05-04", 1800),
            ("overlap-2020-05-05", "2020-05-05", 1800),
        ]
    wrong = {
        finding["day"]
        for finding in tracker.json("doctor")["findings"]
        if finding["what"] == "overlap-wrong"
    }
    assert not [day for day in wrong if day.startswith("2020")]


def test_nights_of_older_databases(tracker: Tracker) -> None:
    """Since 0005 a part knows the first one. Entries of a log that touch stay apart."""
    shutil.copy(FROZEN / "0004.db", tracker.db)
    night = day_key("night", 1), day_key("night", 2)
    rows = [  # uid, day, start, end, source, written
        ("here", "2020-05-03", 79200, 86400, "live", 1),
        ("here2", "2020-05-04", 86400, 90000, "live", 1),
        ("later", "2020-05-05", 172800, 180000, "live", 2),
        ("entry", "2020-06-03", 2757600, 2764800, "imported", 3),
        ("entry2", "2020-06-04", 2764800, 2768400, "imported", 3),
        ("night", "2020-07-03", 5356200, 5356800, "imported", 3),
        (night[0], "2020-07-04", 5356800, 5439600, "imported", 3),
        (night[1], "2020-07-05", 5439600, 5440200, "imported", 3),
    ]
    with closing(sqlite3.connect(tracker.db)) as db, db:
        for uid, day, start, end, source, written in rows:
            names = ("uid", "day", "seconds", "start")
            row = dict(zip(names, (uid, day, end - start, start), strict=True))
            db.execute(ADD_SESSION, row)
            update = "update session set source = ?, logged_at = ? where uid = ?"
            db.execute(update, (source, written, uid))
    tracker.ok("status")

    with closing(sqlite3.connect(tracker.db)) as db:
        parts = "select uid, part_of from session where part_of is not null"
        assert set(db.execute(f"{parts} and day like '2020%'")) == {
            ("here2", "here"),
            (night[0], "night"),
            (night[1], "night"),
        }


def test_road_of_older_databases(tracker: Tracker) -> None:
    """Until 0004 no milestone had a stage. The next reading fills it; all keep their numbers."""
    shutil.copy(FROZEN / "0003.db", tracker.db)

    def read(query: str) -> set[Any]:
        with closing(sqlite3.connect(tracker.db)) as db:
            return set(db.execute(query))

    milestones = read("select id, slug from milestone")
    tracker.ok("status")
    assert read("select stage, count from milestone") == {("show", None)}
    assert read("select level_is_ours from requirement") == {(0,)}
    assert read("select digest from seed_state") == set()
    tracker.ok("items")
    stages = "select stage from milestone where retired = 0"

    assert milestones <= read("select id, slug from milestone")
    assert {stage for (stage,) in read(stages)} == set(STAGES)
    assert len(read("select digest from seed_state")) == 1


def test_reports_of_older_databases(tracker: Tracker) -> None:
    """What was sent on a form for reports was a report before that was a column."""
    shutil.copy(FROZEN / "0005.db", tracker.db)
    with closing(sqlite3.connect(tracker.db)) as db, db:
        db.execute("update application set funder = 'manifund-update' where id = 2")

    tracker.ok("status")

    with closing(sqlite3.connect(tracker.db)) as db:
        sent = db.execute("select id, report from application order by id").fetchall()
    assert sent == [(1, 0), (2, 1), (3, 0)]


def test_good(tracker: Tracker, frozen: Path, house: Path) -> None:
    """Two revisions run in one step, and leave all rows, triggers, links and a backup."""
    before = _rows(frozen, ("command", "change"))
    with closing(sqlite3.connect(frozen)) as db:
        older = read_revision(db)
    _add(house)
    newest = _add(house)
    said = tracker("sessions")

    with closing(sqlite3.connect(frozen)) as db:
        states = {state for (state,) in db.execute("select state from command")}
        assert db.execute("pragma foreign_key_check").fetchall() == []
        assert db.execute("select version_num from alembic_version").fetchall() == [
            (newest,)
        ]
        assert triggers.list_present(db).keys() == triggers.list_wanted(db).keys()
        assert (
            f"colour_{newest}"
            in dict(db.execute(triggers.PRESENT))["keep_session_update"]
        )
    after = _rows(frozen, ("command", "change"))
    before["command"] = [{**row, "state": "closed"} for row in before["command"]]
    assert _are_in(before, after)
    assert states == {"closed"}
    kept = f"{frozen.name}.backup-2026-11-23-143000-before-update"
    assert (
        " ".join(said.err.split())
        == f"Updated {frozen} from revision {older} to {newest}. Backup of the older one: {kept}"
    )
    assert sorted(path.name for path in frozen.parent.glob("tracker.db*")) == [
        frozen.name,
        kept,
    ]
    assert tracker("sessions").err == ""


def test_log_is_closed(tracker: Tracker, place: Path, house: Path) -> None:
    """Commands before a migration cannot be undone; commands after it can."""
    tracker.ok("log fastai 1h")
    _add(house)
    closed = tracker("undo")
    tracker.ok("log fastai 2h")
    tracker.ok("undo")

    assert (closed.code, "nothing to undo" in closed.err) == (4, True)
    assert [session["seconds"] for session in tracker.json("sessions")["sessions"]] == [
        3600
    ]


@pytest.mark.parametrize(
    "last",
    [
        'op.execute("insert into nowhere values (1)")',
        'raise RuntimeError("no more")',
        'op.execute("update session set item_id = 999999")',
    ],
)
def test_bad(tracker: Tracker, frozen: Path, house: Path, last: str) -> None:
    """If the second of two revisions fails or breaks a link, not a byte of the file changes."""
    before = frozen.read_bytes()
    _add(house)
    _add(house, last)
    said = tracker("sessions")

    assert (said.code, said.out) == (5, "")
    assert "It is unchanged" in said.err
    assert frozen.read_bytes() == before


def test_killed(tracker: Tracker, frozen: Path, house: Path) -> None:
    """A migration killed at any point is complete or undone; the next command completes it."""
    _add(house)
    newest = _add(house)
    before, whole, copy = _rows(frozen), frozen.parent / "whole.db", frozen.read_bytes()
    whole.write_bytes(copy)
    ticks = int(
        run_killed(whole, 0, ["sessions"], house / "tracker").stderr.split()[-1]
    )
    for tick in range(1, ticks, ticks // 4 + 1):
        frozen.write_bytes(copy)
        assert (
            run_killed(frozen, tick, ["sessions"], house / "tracker").returncode == -9
        )
        tracker.ok("sessions")
        with closing(sqlite3.connect(frozen)) as db:
            assert db.execute("pragma integrity_check").fetchone() == ("ok",)
            assert db.execute("select version_num from alembic_version").fetchall() == [
                (newest,)
            ]
        assert _are_in(before, _rows(frozen))
    with (
        closing(sqlite3.connect(frozen)) as db,
        closing(sqlite3.connect(whole)) as other,
    ):
        assert schema_facts(db) == schema_facts(other)


def test_another_was_first(place: Path) -> None:
    """If another process has migrated meanwhile, nothing more is done and no backup is made."""
    said = list[str]()
    migrate.migrate(place, said.append)

    assert said == []
    assert [path.name for path in place.parent.glob("tracker.db*")] == ["tracker.db"]


def test_four_at_once(frozen: Path, house: Path) -> None:
    """Four commands at once migrate an older database once, with one backup."""
    newest = _add(house)
    before = _rows(frozen)
    script = ("-c", KILLED, "0", str(house / "tracker"))
    processes = [start(frozen, ["sessions"], script) for _ in range(4)]
    errors = [process.communicate()[1] for process in processes]

    assert [process.returncode for process in processes] == [0] * 4, errors
    assert sum("Updated" in error for error in errors) == 1
    assert len(list(frozen.parent.glob("*.backup-*"))) == 1
    assert _are_in(before, _rows(frozen))
    with closing(sqlite3.connect(frozen)) as db:
        assert db.execute("select version_num from alembic_version").fetchall() == [
            (newest,)
        ]
