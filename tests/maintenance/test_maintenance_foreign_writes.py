"""What another program wrote is checked once, at the next command; nothing else is."""

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import Tracker
from tests.database.damages import alter_schema, empty_one, run_sql, stop_write
from tests.database.test_database_values import COLUMNS, set_loosely, wrong_values
from tests.random_commands import TEMPLATES, random_command, write_files, write_log
from tests.test_undo_everything import LIFE
from tracker.database import locks
from tracker.database.open import count_writes
from tracker.database.short_check import is_plainly_whole
from tracker.maintenance.service import foreign_writes

EVERYDAY = ("status", "report --all", "sessions", "week", "ready", "log ppo 5m")
WRONG_ZONE = "update setting set value = 'Nowhere/Land' where key = 'zone'"
# By hand, without foreign keys and without checks.
CIRCLE = """insert into milestone_needs (milestone_id, needs_id)
            select needs_id, milestone_id from milestone_needs limit 1"""
EDITS = (
    CIRCLE,
    "update session set seconds = -3600",
    "update session set day = '2026-02-30'",
    "update session set seconds = 600, note = 'by hand'",
    "update session set started_at = started_at - 60 where started_at is not null",
    "delete from item",
    "delete from item where id not in (select item_id from session)",
    "delete from session",
    "delete from session where id % 2",
    "delete from overlap",
    "delete from role",
    "delete from track",
    "update overlap set seconds = seconds + 60",
    "drop index session_starts",
    "drop trigger keep_session_insert",
    "update setting set value = '99:99'",
    "vacuum",
)
ROOTS = "select name, rootpage from sqlite_master where type = 'index' order by name"
SWAP_ROOT = "update sqlite_master set rootpage = {} where name = '{}'"
TOTAL = """select (select coalesce(sum(seconds), 0) from session)
           - (select coalesce(sum(seconds), 0) from overlap)"""


@pytest.fixture(name="lived", scope="module")
def _lived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a database of some life is kept; the first test that needs it makes it."""
    return tmp_path_factory.mktemp("lived") / "lived.db"


@pytest.fixture(name="hand")
def _hand(tracker: Tracker, lived: Path, place: Path, tmp_path: Path) -> Tracker:
    """A tracker with a life behind it."""
    tracker.pastes = False
    if not lived.exists():
        for words in (
            "target research-contributor-empirical",
            "log fastai 9:00-10:30",
            "log ppo 10:00-11:00 --overlap",
            "log cs50p 2h yesterday -n one",
            "config zone Europe/Berlin",
            "rate python strong",
            "config hours-a-week 10",
            "start ziegler",
        ):
            tracker.ok(words)
        shutil.copy(place, lived)
    shutil.copy(lived, place)
    return tracker


def _edit(place: Path, data: st.DataObject) -> str:
    """Edit the database as another program may, and say how."""
    kind = data.draw(st.sampled_from(["statement", "statement", "value", "index"]))
    if kind == "statement":
        statement = data.draw(st.sampled_from(EDITS))
        with closing(sqlite3.connect(place, isolation_level=None)) as db:
            db.execute("pragma ignore_check_constraints = on")
            db.execute(statement)
        return statement
    if kind == "index":
        with closing(sqlite3.connect(place)) as db:
            roots = db.execute(ROOTS).fetchall()
        name, _ = data.draw(st.sampled_from(roots))
        alter_schema(place, SWAP_ROOT.format(roots[0][1], name))
        return f"{name} has the pages of {roots[0][0]}"
    column = data.draw(st.sampled_from(COLUMNS))
    value = data.draw(wrong_values(column))
    with closing(sqlite3.connect(place, isolation_level=None)) as db:
        set_loosely(db, column.table.name, column.name, value)
    return f"{column.table.name}.{column.name} = {value!r}"


@settings(max_examples=25)
@given(data=st.data())
def test_hand_edit(hand: Tracker, lived: Path, data: st.DataObject) -> None:
    """After any edit by hand a command is refused with a sentence, or what it says is so."""
    hurt = hand.db.with_name("hurt.db")
    shutil.copy(lived, hurt)
    edit = _edit(hurt, data)
    for words in EVERYDAY:
        shutil.copy(hurt, hand.db)
        output = hand(words)
        if output.code == 5:
            assert output.out == "", (edit, words)
            assert f"{hand.db} " in output.err.replace("\n", " "), (edit, words)
            continue
        assert output.code == 0, (edit, words, output)
        findings = hand.json("doctor")["findings"]
        assert [f for f in findings if f["fault"]] == [], (edit, words)
        said = hand.json("report --all")
        with closing(sqlite3.connect(hand.db)) as db:
            (seconds,) = db.execute(TOTAL).fetchone()
        assert said["seconds"] == seconds, (edit, words)


def test_negative_hours(hand: Tracker) -> None:
    """A row with wrong hours is named by every command, with what to type, until it is gone."""
    with closing(sqlite3.connect(hand.db, isolation_level=None)) as db:
        db.execute("pragma ignore_check_constraints = on")
        db.execute("update session set seconds = -3600 where id = 3")
    salvaged = hand.db.with_name("tracker-salvaged.db")
    for words in EVERYDAY:
        output = hand(words)
        assert (output.code, output.out) == (5, "")
        assert " ".join(output.err.split()) == (
            f"{hand.db} has a fault: Row 3 of session has seconds -3600, which is not "
            "from 1 second to 24 h. To see all faults: tracker doctor "
            f"To save what can be read: tracker doctor --salvage {salvaged}"
        )
    hand.ok("restore")
    says = hand.json("doctor")["findings"][0]["says"]
    shutil.copy(hand.db, hand.db.with_name("hurt.db"))
    for words in (says.rpartition(": tracker ")[2], f"rm {says.split()[1]}"):
        shutil.copy(hand.db.with_name("hurt.db"), hand.db)
        hand.ok(words)
        hand.ok("status")


def test_setting_is_mended(hand: Tracker) -> None:
    """A setting that makes no sense is named with the line that mends it; then all is well."""
    run_sql(hand.db, WRONG_ZONE)
    output = hand("log ppo 5m")

    assert (output.code, output.out) == (5, "")
    assert "tracker config zone Europe/Berlin" in output.err
    hand.ok("config zone Europe/Berlin")
    assert hand("log ppo 5m").code == 0


def test_circle_is_noticed(hand: Tracker) -> None:
    """A milestone that comes before itself is noticed by any command after a foreign write."""
    run_sql(hand.db, CIRCLE)
    output = hand("status")

    assert output.code == 5
    assert "a milestone comes before itself" in " ".join(output.err.split())


def test_timer_is_mended(hand: Tracker) -> None:
    """A timer that makes no sense is named, and can be cancelled."""
    with closing(sqlite3.connect(hand.db, isolation_level=None)) as db:
        db.execute("pragma ignore_check_constraints = on")
        db.execute("update timer set started_at = -77000000000")
    output = hand("status")

    assert (output.code, output.out) == (5, "")
    assert "To discard it: tracker cancel" in output.err
    hand.ok("cancel")
    assert hand("status").code == 0


@pytest.fixture(name="checks")
def _checks(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """How each check ended: `short`, or `whole` where all was read again."""
    checks: list[str] = []

    def check(db: sqlite3.Connection) -> bool:
        is_whole = is_plainly_whole(db)
        checks.append("short" if is_whole else "whole")
        return is_whole

    monkeypatch.setattr(foreign_writes, "is_plainly_whole", check)
    return checks


def test_no_command_is_checked(
    request: pytest.FixtureRequest,
    tracker: Tracker,
    place: Path,
    checks: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Whatever tracker writes, by any command, is not checked by the next one."""
    monkeypatch.chdir(place.parent)
    monkeypatch.setenv("BROWSER", "true")
    tracker.pastes = False
    write_files()
    shutil.copy(place, "fork.db")
    random = Random(request.config.option.hypothesis_seed)
    commands = [*LIFE, "undo", "redo", "forecast gan", "status", "demo", "doctor"]
    commands += [random_command(random, []) for _ in range(2 * len(TEMPLATES))]
    for words in commands:
        write_log(random)
        tracker(words)
        counted, own = count_writes(place)
        assert counted == own, words
        if not words.startswith("restore"):
            assert checks == [], words
        checks.clear()


def test_checked_once(hand: Tracker, checks: list[str]) -> None:
    """A healthy edit by hand is checked by the next command alone, also one that only reads."""
    for words in ("status", "log ppo 5m"):
        run_sql(hand.db, "update session set note = note || '!'")
        hand.ok(words)
        hand.ok("sessions")
        assert checks == ["short"]
        checks.clear()


def test_changed_schema_is_read_once(hand: Tracker, checks: list[str]) -> None:
    """A schema that tracker has not seen is compared as a whole, and then known."""
    run_sql(hand.db, "drop index session_starts")
    hand.ok("status")
    run_sql(hand.db, "update session set note = 'x'")
    hand.ok("status")

    assert checks == ["whole", "short"]


@pytest.mark.parametrize(
    "index", ["session_starts", "session_sums", "sqlite_autoindex_session_1"]
)
def test_emptied_index_is_noticed(hand: Tracker, index: str) -> None:
    """An index without its rows is noticed by any command after a foreign write."""
    run_sql(hand.db, "update session set note = 'x'")
    empty_one(hand.db, "index", index)

    assert hand("status").code == 5


def test_short_check_is_light(hand: Tracker) -> None:
    """The check of a healthy edit imports neither SQLAlchemy nor what compares schemas."""
    run_sql(hand.db, "update session set note = 'x'")
    code = "import sys; from tracker.cli import main; main(['status']); print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    modules = done.stdout.split()

    assert "tracker.maintenance.service.foreign_writes" in modules
    assert {"sqlalchemy", "tracker.database.schema_repair"}.isdisjoint(modules)


def test_copy_is_checked_once(hand: Tracker, checks: list[str]) -> None:
    """A copy is checked when it is first opened, as anybody may have written to it."""
    copy = hand.db.with_name("copy.db")
    hand.ok(["backup", str(copy)])
    for _ in range(2):
        hand.ok(f"--db {copy} sessions")
    assert len(checks) == 1
    hand.ok("log ppo 5m")
    hand.ok(["restore", str(copy)])
    checks.clear()
    hand.ok("status")
    assert checks == []


def test_mode_that_counts_nothing(hand: Tracker, checks: list[str]) -> None:
    """Another mode of the journal, in which SQLite counts no writes, is set back after a check."""
    run_sql(hand.db, "pragma journal_mode = wal")
    with closing(sqlite3.connect(hand.db, isolation_level=None)) as other:
        other.execute("update session set note = 'one'")
        hand.ok("status")
        other.execute("update session set note = 'two'")
        hand.ok("status")
        assert len(checks) == 2
    run_sql(hand.db, "update session set note = 'three'")
    for _ in range(2):
        assert "three" in hand.ok("sessions")

    assert len(checks) == 3
    assert not Path(f"{hand.db}-wal").exists()


def test_stopped_write_is_no_write(hand: Tracker, checks: list[str]) -> None:
    """A write of another program that was stopped and taken back is not checked."""
    stop_write(hand.db)
    hand.ok("status")

    assert checks == []


@pytest.mark.parametrize("words", ["status", "log ppo 5m"])
@pytest.mark.parametrize(
    ("edit", "is_right"),
    [
        ("update session set note = 'x'", True),
        ("pragma user_version = 7", True),
        ("delete from overlap", False),
        ("drop index session_starts", False),
        ("drop trigger keep_session_insert", False),
    ],
)
def test_file_that_cannot_be_written(
    hand: Tracker,
    monkeypatch: pytest.MonkeyPatch,
    edit: str,
    words: str,
    *,
    is_right: bool,
) -> None:
    """A checked file that cannot be written answers, unless there is something to make anew."""
    run_sql(hand.db, edit)

    def refuse(_: object) -> None:
        raise sqlite3.OperationalError("attempt to write a readonly database")

    monkeypatch.setattr(foreign_writes, "transaction", refuse)
    output = hand(words)
    assert output.code == (0 if is_right else 5)
    assert is_right or "cannot be written to" in output.err


def test_lock_before_a_trigger_is_remade(
    hand: Tracker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While another process writes, a missing trigger is not passed over."""
    run_sql(hand.db, "drop trigger keep_session_insert")
    monkeypatch.setattr(locks, "SAY_AFTER_SECONDS", 0.02)
    monkeypatch.setattr(locks, "BUSY_SECONDS", 0.04)
    with closing(sqlite3.connect(hand.db, isolation_level=None)) as other:
        other.execute("begin immediate")
        output = hand("sessions")

    assert (output.code, output.out) == (5, "")
    assert "Another process is writing to" in output.err
