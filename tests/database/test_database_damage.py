"""Damage is never taken for data: what is stated to others, copied, merged or restored is checked first."""

import shutil
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import Output, Tracker
from tests.database.damages import (
    DAMAGES,
    alter_schema,
    break_link,
    cut_journal,
    empty_index,
    run_sql,
    stop_write,
)
from tracker.database import damage
from tracker.database.damage import explain

# What answers from the file as it is, and what checks it first.
EVERYDAY = (
    "status",
    "log fastai 5m",
    "sessions",
    "report --all",
    "week",
    "ready",
    "page -o -",
)
ENDLESS = """with recursive row(id) as (select 1 union all select id + 1 from row)
             select count(*) from row"""
CHECKED = ("export progress", "export hours", "export cv", "export sessions")
STATED = (
    "export progress",
    "export sessions",
    "export sessions -o {other}.csv",
    "applied taif",
    "backup",
    "merge {other}",
)


def _flat(text: str) -> str:
    return " ".join(text.split())


def _hints(place: Path) -> str:
    salvaged = place.with_name(f"{place.stem}-salvaged.db")
    return (
        "To see all faults: tracker doctor "
        f"To save what can be read: tracker doctor --salvage {salvaged}"
    )


@pytest.fixture(name="logged")
def _logged(tracker: Tracker, place: Path) -> Tracker:
    """Three sessions, and a target."""
    tracker.pastes = False
    tracker.ok("target research-contributor-empirical")
    for words in ("fastai 1h", "cs50p 45m yesterday", "fastai 2h 2026-11-02"):
        tracker.ok(f"log {words}")
    return tracker


@settings(max_examples=8)
@given(damage=st.sampled_from(DAMAGES), seed=st.integers(0, 2**32))
def test_damage_is_a_sentence_and_no_total(
    logged: Tracker, damage: Callable[[Path, Random], None], seed: int
) -> None:
    """On a damaged database no command ends unexpectedly, and no export differs."""
    folder = logged.db.parent
    whole, hurt = folder / "whole.db", folder / "hurt.db"
    if not whole.exists():
        shutil.copy(logged.db, whole)
    shutil.copy(whole, hurt)
    damage(hurt, Random(seed))
    for words in (*CHECKED, *EVERYDAY, "doctor", "undo"):
        _copy(hurt, logged.db)
        output = logged(words)
        assert output.code in (0, 2, 3, 4, 5), (words, output)
        if output.code == 0 and words in CHECKED:
            _copy(whole, logged.db)
            assert output.out == logged.ok(words)


def _copy(source: Path, target: Path) -> None:
    for end in ("", "-journal"):
        Path(f"{target}{end}").unlink(missing_ok=True)
        if Path(f"{source}{end}").exists():
            shutil.copy(f"{source}{end}", f"{target}{end}")


@pytest.mark.parametrize("words", STATED)
def test_checked_first(logged: Tracker, tmp_path: Path, words: str) -> None:
    """A broken link is said before anything is stated, copied or merged, and nothing is written."""
    other = tmp_path / "other.db"
    shutil.copy(logged.db, other)
    break_link(logged.db, Random(1))
    before = logged.db.read_bytes()
    names = sorted(tmp_path.iterdir())
    output = logged(words.format(other=other))

    assert (output.code, output.out) == (5, "")
    assert _flat(output.err).startswith(f"{logged.db} has a fault: Row ")
    assert "refers to a row of item that does not exist. To see all" in _flat(
        output.err
    )
    assert (logged.db.read_bytes(), sorted(tmp_path.iterdir())) == (before, names)


@pytest.mark.parametrize("words", ["merge", "restore"])
def test_damaged_file_is_not_brought_in(
    logged: Tracker, tmp_path: Path, words: str
) -> None:
    """A file with a broken link is neither merged nor restored, and its faults can be seen."""
    hurt = tmp_path / "hurt.db"
    shutil.copy(logged.db, hurt)
    break_link(hurt, Random(1))
    before = logged.db.read_bytes()
    output = logged([words, str(hurt)])

    assert (output.code, output.out) == (6, "")
    assert "nothing was changed. " in _flat(output.err)
    assert f"To see its faults: tracker --db {hurt} doctor" in output.err
    assert logged.db.read_bytes() == before


def test_emptied_index_is_damage(logged: Tracker) -> None:
    """An export from a database with an emptied index is refused, with the first fault."""
    names = 0
    for seed in range(6):
        shutil.copy(logged.db, logged.db.with_name("hurt.db"))
        hurt = logged.db.with_name("hurt.db")
        empty_index(hurt, Random(seed))
        with closing(sqlite3.connect(hurt)) as db:
            is_hurt = db.execute("pragma integrity_check(1)").fetchone() != ("ok",)
        output = logged(f"--db {hurt} export hours")
        assert output.code == (5 if is_hurt else 0), output
        names += is_hurt
    assert names


def test_unexpected_error_is_explained_by_damage(logged: Tracker) -> None:
    """An unexpected error is the damage's where there is some, else it stays unexpected."""
    assert explain(logged.db, KeyError("x")) is None
    assert explain(logged.db.with_name("none.db"), KeyError("x")) is None
    break_link(logged.db, Random(1))

    assert "does not exist" in str(explain(logged.db, KeyError("x")))


def test_missing_triggers_and_indexes_are_remade(logged: Tracker) -> None:
    """A lost index and a lost trigger are made again at the next opening, and this is said once."""
    run_sql(logged.db, "drop index session_starts", "drop trigger keep_session_insert")
    output = logged("status")

    assert output.code == 0
    assert _flat(output.err) == (
        f"Made 2 missing or changed parts of {logged.db} again: index "
        "session_starts and trigger keep_session_insert. Undo cannot take back what was "
        "written without its triggers."
    )
    assert logged("status").err == ""
    assert logged.json("doctor")["ok"]


def test_parts_lost_without_a_trace(logged: Tracker) -> None:
    """A trigger deleted from SQLite's own table is missed too."""
    alter_schema(
        logged.db, "delete from sqlite_master where name = 'keep_rating_update'"
    )

    assert "trigger keep_rating_update" in logged("sessions").err


def test_table_that_differs(logged: Tracker) -> None:
    """A table that is no longer STRICT is refused."""
    alter_schema(
        logged.db,
        "update sqlite_master set sql = replace(sql, ' STRICT', '') where name = 'rating'",
    )
    output = logged("status")

    assert (output.code, output.out) == (5, "")
    assert _flat(output.err) == (
        f"{logged.db} is damaged: the table rating differs from what tracker makes. "
        f"{_hints(logged.db)}"
    )


def test_index_of_a_table_that_is_lost(logged: Tracker) -> None:
    """An index that SQLite makes of UNIQUE cannot be made again: the database is refused."""
    alter_schema(
        logged.db,
        "delete from sqlite_master where name = 'sqlite_autoindex_rating_1'",
    )
    output = logged("status")

    assert output.code == 5
    assert _flat(output.err) == (
        f"{logged.db} is damaged: an index of the table rating is missing. "
        f"{_hints(logged.db)}"
    )


def test_other_encoding(logged: Tracker) -> None:
    """A database in UTF-16 is refused."""
    with closing(sqlite3.connect(logged.db)) as db:
        script = "\n".join(db.iterdump())
    logged.db.unlink()
    with closing(sqlite3.connect(logged.db)) as db:
        db.execute("pragma encoding = 'UTF-16le'")
        db.executescript(script)
    output = logged("status")

    assert output.code == 5
    assert _flat(output.err) == (
        f"{logged.db} stores its texts as UTF-16le; tracker needs UTF-8. "
        f"{_hints(logged.db)}"
    )


@pytest.mark.parametrize("end", ["-journal", "-wal"])
def test_folder_in_the_place_of_the_journal(logged: Tracker, end: str) -> None:
    """A folder where SQLite keeps its journal is named, with a line that moves it."""
    folder = Path(f"{logged.db}{end}")
    folder.mkdir()
    output = logged("log fastai 1h")

    assert output.code == 5
    assert _flat(output.err) == (
        f"{folder} is a folder, where SQLite needs a file of that name. "
        f"Move the folder: mv {folder} {folder}.moved"
    )


def test_cut_journal(logged: Tracker) -> None:
    """A database with a cut journal is refused untouched; a backup can be restored over it."""
    logged.ok("backup")
    (backup,) = logged.db.parent.glob("*.backup-*")
    cut_journal(logged.db, Random(1))
    journal = Path(f"{logged.db}-journal")
    before = logged.db.read_bytes(), journal.read_bytes()
    output = logged("status")

    assert output.code == 5
    assert _flat(output.err) == (
        f"{journal} is cut. A stopped command left it, and {logged.db} cannot be read "
        f"without it. To restore the latest backup: tracker restore {backup} To save "
        "what can be read: tracker doctor --salvage "
        f"{logged.db.with_name('tracker-salvaged.db')}"
    )
    assert (logged.db.read_bytes(), journal.read_bytes()) == before
    logged.ok(["restore", str(backup)])
    assert logged.json("doctor")["ok"]


def test_journal_of_another_database(logged: Tracker, tmp_path: Path) -> None:
    """The journal of another database is not played into this one."""
    other = tmp_path / "other.db"
    shutil.copy(logged.db, other)
    for hours in range(1, 4):
        logged.ok(f"--db {other} log fastai {hours}h")
    stop_write(other)
    Path(f"{other}-journal").rename(f"{logged.db}-journal")
    output = logged("status")

    assert output.code == 5
    assert " is the journal of another database. " in _flat(output.err)


def test_whole_journal(logged: Tracker) -> None:
    """The journal of a killed write is put back, and nothing is said."""
    before = logged.ok("export hours")
    stop_write(logged.db)

    assert logged("export hours") == Output(0, before, "")
    assert logged.json("doctor")["ok"]


def test_check_ends_with_its_command(
    logged: Tracker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The check of a command that fails meanwhile ends with it, however long it would take."""

    def check(_: object, db: sqlite3.Connection) -> None:
        begun.set()
        db.execute(ENDLESS).fetchall()

    begun = threading.Event()
    monkeypatch.setattr(damage, "check_whole", check)
    before = threading.active_count()
    with pytest.raises(KeyboardInterrupt), damage.checked_meanwhile(logged.db):
        begun.wait()
        raise KeyboardInterrupt

    assert threading.active_count() == before
