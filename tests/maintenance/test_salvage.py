"""`doctor --salvage`: what can be read of a damaged database goes into a new one."""

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import WELL, Output, Tracker

PAGE = 4096


def _roots(place: Path) -> dict[str, int]:
    """The first page of each table and index, by name."""
    with closing(sqlite3.connect(place)) as db:
        return dict(db.execute("select name, rootpage from sqlite_master"))


def _zero(place: Path, page: int) -> None:
    """Put zeros in the place of a page."""
    with place.open("r+b") as file:
        file.seek((page - 1) * PAGE)
        file.write(bytes(PAGE))


def _change(place: Path, *statements: str) -> None:
    """Change the file at `place` directly."""
    with closing(sqlite3.connect(place)) as db:
        db.execute("pragma writable_schema = on")
        for statement in statements:
            db.execute(statement)
        db.commit()


def _rows(place: Path, table: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(place)) as db:
        return db.execute(f"select * from {table} order by id").fetchall()


def _words(output: Output) -> tuple[int, str, str]:
    """What was printed, whatever the width: paths of tests are long."""
    return output.code, " ".join(output.out.split()), " ".join(output.err.split())


@pytest.fixture(name="log")
def _log(tracker: Tracker) -> Path:
    """A database with two sessions, a plan and a setting; what is printed is not pasted."""
    tracker.pastes = False
    tracker.ok("log fastai 1h -n 'lesson 1'")
    tracker.ok("log ppo 30m")
    tracker.ok("plan fastai --by 2027-01-31")
    tracker.ok("config hours-a-week 12h")
    return tracker.db


def _salvage(tracker: Tracker) -> tuple[Path, dict[str, Any]]:
    """The new database, and the answer."""
    target = tracker.db.with_name("new.db")
    return target, tracker.json(["doctor", "--salvage", str(target)])


def test_whole_database(tracker: Tracker, log: Path) -> None:
    """Of an undamaged database every row is brought, and the answer says so."""
    target = log.with_name("new.db")

    assert _words(tracker(["doctor", "--salvage", str(target)])) == (
        0,
        f"Every row of {log} is in {target}. Its history begins anew: commands before"
        " this cannot be undone there."
        " Sessions: 2 found, 2 brought."
        " Plans: 1 found, 1 brought."
        " Settings: 1 found, 1 brought."
        f" To look at it: tracker --db {target} report"
        f" To use it from now on: tracker restore {target}",
        "",
    )
    assert target.stat().st_mode & 0o777 == 0o600
    assert [_rows(target, name) for name in ("session", "plan", "setting")] == [
        _rows(log, name) for name in ("session", "plan", "setting")
    ]
    assert sorted(path.name for path in log.parent.iterdir()) == ["new.db", log.name]


def test_new_database_is_used_like_any(tracker: Tracker, log: Path) -> None:
    """The doctor finds it well, a command writes to it, and it can be restored."""
    _zero(log, _roots(log)["session"])
    target, _ = _salvage(tracker)
    tracker.ok(["restore", str(target)])

    assert tracker.ok("doctor") == WELL
    tracker.ok("log fastai 15m")
    assert tracker.json("report")["seconds"] == 105 * 60
    assert tracker.ok("history").count("\n") == 1
    tracker.ok("undo")
    assert tracker.json("report")["seconds"] == 90 * 60


def test_lost_rows_come_from_the_history(tracker: Tracker, log: Path) -> None:
    """Rows whose page is lost are in the history, so that nothing is lost."""
    before = _rows(log, "session")
    _zero(log, _roots(log)["session"])
    target, answer = _salvage(tracker)

    assert _rows(target, "session") == before
    assert answer["whole"] is True
    assert answer["tables"][0] == {
        "table": "session",
        "found": 2,
        "brought": 2,
        "from_history": 2,
        "doubtful": 0,
        "left_out": 0,
        "may_miss": False,
        "unchecked": [row[1] for row in before],
    }


@pytest.mark.parametrize(
    "damage",
    [
        lambda place: _zero(place, _roots(place)["session_sums"]),
        lambda place: _zero(place, _roots(place)["item"]),
        lambda place: _zero(place, 1),
        lambda place: place.write_bytes(bytes(100) + place.read_bytes()[100:]),
        lambda place: _change(
            place, "delete from sqlite_master where name = 'session'"
        ),
        lambda place: _change(place, "delete from sqlite_master where name = 'item'"),
        lambda place: _change(place, "delete from sqlite_master where name = 'change'"),
        lambda place: _change(place, "delete from sqlite_master where type = 'index'"),
    ],
)
def test_damage_that_loses_nothing(
    tracker: Tracker, log: Path, damage: Callable[[Path], None]
) -> None:
    """An index, the schema, the head of the file, the curriculum: rows do not need them."""
    before = [_rows(log, name) for name in ("session", "plan", "setting")]
    damage(log)
    damaged = log.read_bytes()
    target, answer = _salvage(tracker)

    assert answer["whole"] is True
    assert [_rows(target, name) for name in ("session", "plan", "setting")] == before
    assert log.read_bytes() == damaged


def test_row_that_the_history_contradicts_is_doubtful(
    tracker: Tracker, log: Path
) -> None:
    """It is brought as it is, and listed with what the history says."""
    _change(log, "update session set note = 'lesson 7' where note = 'lesson 1'")
    target, answer = _salvage(tracker)
    (note,) = answer["doubtful"]

    assert (note["table"], note["row"], note["reason"]) == (
        "session",
        1,
        "the history has another note: 'lesson 1'",
    )
    assert _rows(target, "session") == _rows(log, "session")
    assert answer["whole"] is False


def test_row_that_an_index_contradicts_is_doubtful(tracker: Tracker, log: Path) -> None:
    """A row that was imported has no copy in the history, but indexes know its length."""
    (log.parent / "log.csv").write_text("day,project,minutes\n2026-11-02,fastai,33\n")
    tracker.ok(["import", str(log.parent / "log.csv")])
    start = (_roots(log)["session_sums"] - 1) * PAGE
    index = log.read_bytes()[start : start + PAGE]
    _change(log, "update session set seconds = 1981 where seconds = 1980")
    with log.open("r+b") as file:
        file.seek(start)
        file.write(index)
    _, answer = _salvage(tracker)
    (note,) = answer["doubtful"]

    assert note["reason"] == "an index has another seconds: 1980"
    assert note["values"]["seconds"] == 1981


def test_lost_import_is_listed_by_what_indexes_know(
    tracker: Tracker, log: Path
) -> None:
    """Rows without a copy in the history are left out, each with its day and length."""
    (log.parent / "log.csv").write_text("day,project,minutes\n2026-11-02,fastai,33\n")
    tracker.ok(["import", str(log.parent / "log.csv")])
    _zero(log, _roots(log)["session"])
    _, answer = _salvage(tracker)
    (note,) = answer["left_out"]

    assert {name: note["values"][name] for name in ("day", "seconds", "batch_id")} == {
        "day": "2026-11-02",
        "seconds": 1980,
        "batch_id": 1,
    }
    assert note["reason"] == "its page cannot be read"
    text = tracker.ok(["doctor", "--salvage", str(log.with_name("other.db"))])
    words = " ".join(text.split())
    uid = note["values"]["uid"][:4]
    assert f"Left out: Session {uid}: Mon 2 Nov 2026, fastai, 33m" in words


def test_values_that_make_no_sense_are_left_out(tracker: Tracker, log: Path) -> None:
    """What the new database refuses, or settings cannot mean, is left out and named."""
    _change(log, "update setting set value = 'lots' where key = 'hours-a-week'")
    _, answer = _salvage(tracker)

    assert [note["table"] for note in answer["left_out"]] == ["setting"]
    assert tracker.ok(["--db", str(log.with_name("new.db")), "doctor"])


def test_session_of_an_unknown_item_gets_one(tracker: Tracker, log: Path) -> None:
    """Hours whose item nobody knows stay, on an own item named by the number."""
    _change(
        log, "update session set item_id = 90000 where id = 2", "delete from change"
    )
    target, answer = _salvage(tracker)

    assert [(n["table"], n["row"], n["reason"]) for n in answer["doubtful"]] == [
        ("item", 90000, "only rows that refer to it name it"),
        ("session", 2, "its item 90000 is not known"),
    ]
    assert answer["left_out"] == []
    assert tracker.ok(["--db", str(target), "doctor"]) == WELL
    assert "30m" in tracker.ok(["--db", str(target), "report", "salvaged-90000"])


def test_item_is_known_by_what_was_typed_or_by_its_place(
    tracker: Tracker, log: Path
) -> None:
    """Sessions outlive the curriculum's pages; who typed no slug is told the item."""
    tracker.ok("log arena-0 15m")
    log.write_bytes(log.read_bytes()[:250_000])
    target, answer = _salvage(tracker)
    (note,) = answer["doubtful"]

    assert (note["table"], note["values"]) == ("item", {"slug": "arena-fundamentals"})
    assert note["reason"] == "only its place in the curriculum tells which it is"
    report = tracker.json(["--db", str(target), "report"])
    assert {row["key"]: row["seconds"] for row in report["rows"]} == {
        "fastai": 3600,
        "ppo": 1800,
        "arena-fundamentals": 900,
    }


def test_items_of_another_order_are_not_guessed(tracker: Tracker, log: Path) -> None:
    """Where one readable row has another number, no other is told by its place."""
    _change(
        log,
        "delete from command",
        "delete from item where slug = 'fastai'",
        "update item set id = 9000 where slug = 'linear-algebra-done-right'",
        "update item set id = 9001 where id = (select max(id) from item where id < 385)",
    )
    target, _ = _salvage(tracker)

    with closing(sqlite3.connect(target)) as db:
        query = "select slug from item join session on item_id = item.id"
        slugs = [slug for (slug,) in db.execute(f"{query} order by session.id")]
    assert slugs[0].startswith("salvaged-")
    assert slugs[1] == "ppo"


def test_history_replaces_values_that_make_no_sense(
    tracker: Tracker, log: Path
) -> None:
    """A session with an impossible amount or day comes back as it was written."""
    before = _rows(log, "session")
    _change(
        log,
        "pragma ignore_check_constraints = on",
        "update session set seconds = -500 where id = 1",
        "update session set day = 'gestern' where id = 2",
    )
    target, answer = _salvage(tracker)

    assert [note["reason"] for note in answer["doubtful"]] == [
        "in the file its seconds is -500",
        "in the file its day is 'gestern'",
    ]
    assert answer["left_out"] == []
    assert _rows(target, "session") == before


def test_cut_journal_is_said(tracker: Tracker, log: Path) -> None:
    """Where a stopped write is taken back in part, its rows are doubtful."""
    with closing(sqlite3.connect(log, isolation_level=None)) as db:
        db.execute("pragma cache_size = 1")  # so that pages are written before the end
        db.execute("begin")
        db.execute("update item set title = title || '.'")
        journal = Path(f"{log}-journal").read_bytes()
        half = log.read_bytes()
        db.execute("rollback")
    log.write_bytes(half)
    beside = Path(f"{log}-journal")
    beside.write_bytes(journal[: len(journal) // 2])
    kept = beside.read_bytes()
    target, answer = _salvage(tracker)

    assert (answer["cut"], answer["whole"]) == (True, False)
    assert len(_rows(target, "session")) == 2
    assert (log.read_bytes(), beside.read_bytes()) == (half, kept)
    text = tracker.ok(["doctor", "--salvage", str(log.with_name("other.db"))])
    assert "A stopped command was taken back in part: its journal is cut.\n" in text


def test_older_database(tracker: Tracker, tmp_path: Path) -> None:
    """A damaged database of the first revision is read too."""
    frozen = Path(__file__).parent.parent / "frozen" / "0001.db"
    shutil.copy(frozen, tracker.db)
    tracker.pastes = False
    before = len(_rows(tracker.db, "session"))
    target, _ = _salvage(tracker)

    assert len(_rows(target, "session")) == before
    assert tracker.ok(["--db", str(target), "doctor"])


def test_nothing_to_read(tracker: Tracker, place: Path) -> None:
    """Where no row is left the exit code is 5, and no file is made."""
    place.write_bytes(bytes(40_000))
    target = place.with_name("new.db")
    output = tracker(["doctor", "--salvage", str(target)])

    assert _words(output) == (
        5,
        "",
        f"Nothing of a tracker database can be read in {place}; no file was made."
        " To list the backups: tracker restore",
    )
    assert not target.exists()


def test_refused_names(tracker: Tracker, place: Path) -> None:
    """A file that exists stays as it is; a folder must exist; the database too."""
    taken = place.with_name("taken.db")
    taken.write_text("mine")
    for target, code in (
        (taken, 4),
        (place, 4),
        (Path(f"{place}-journal"), 4),
        (place.parent / "no" / "new.db", 6),
    ):
        assert tracker(["doctor", "--salvage", str(target)]).code == code
    assert taken.read_text() == "mine"
    place.unlink()
    assert tracker(["doctor", "--salvage", "new.db"]).code == 5


def test_damage_names_the_salvage(tracker: Tracker, place: Path) -> None:
    """The hint is restore of the latest backup, then a salvage to a name not yet taken."""
    place.with_name("tracker-salvaged.db").touch()
    place.write_bytes(place.read_bytes()[:300_000])
    output = tracker("doctor")

    assert _words(output)[2] == (
        f"{place} is damaged. To save what can be read:"
        f" tracker doctor --salvage {place.with_name('tracker-salvaged-2.db')}"
    )
    assert json.loads(tracker("status --json").err)["error"]["hint"].endswith(
        f"tracker doctor --salvage {place.with_name('tracker-salvaged-2.db')}"
    )


def test_letters_of_the_schema_that_are_no_text(tracker: Tracker, log: Path) -> None:
    """Where SQLite cannot even say what is wrong, the file is called damaged, and read."""
    content = log.read_bytes()
    log.write_bytes(
        content.replace(b"CREATE TABLE session (", b"CREATE \xc3ABLE session (")
    )

    assert "is damaged" in tracker("status").err
    assert tracker("status").code == 5
    assert _salvage(tracker)[1]["whole"] is True


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        ("delete from alembic_version", "is damaged: its revision is missing."),
        ("drop table alembic_version", "is damaged: its revision is missing."),
        (
            "update alembic_version set version_num = '16'",
            "was written by a newer tracker (revision 16), or is damaged; nothing was"
            " changed. Install the newest tracker, then try again.",
        ),
        ("", "is damaged."),
    ],
)
def test_lost_head_or_revision_names_the_salvage(
    tracker: Tracker, log: Path, statement: str, says: str
) -> None:
    """Whoever cannot be told the revision, or the first page, is told how to save the rest."""
    _change(log, statement) if statement else _zero(log, 1)
    new = log.with_name("tracker-salvaged.db")
    words = f"{log} {says} To save what can be read: tracker doctor --salvage {new}"

    assert _words(tracker("status")) == (5, "", words)
    assert _words(tracker("doctor")) == (5, "", words)
    assert tracker.json(["doctor", "--salvage", str(new)])["tables"][0]["brought"] == 2


def test_only_a_readable_backup_is_named(tracker: Tracker, log: Path) -> None:
    """Beside a lost database the latest whole backup is named, not a damaged later one."""
    whole = log.with_name(f"{log.name}.backup-2026-11-20-120000-asked")
    shutil.copy(log, whole)
    shutil.copy(
        log, later := log.with_name(f"{log.name}.backup-2026-11-21-120000-asked")
    )
    _zero(later, 1)
    log.write_bytes(b"")

    assert _words(tracker("status")) == (
        5,
        "",
        f"{log} is empty: it is no database."
        f" To restore the latest backup: tracker restore {whole}"
        " To use another file, name it with --db.",
    )
    assert _words(tracker(["restore", str(later)]))[2].startswith(
        f"{later} is damaged;"
    )


def test_journal_of_no_database_is_moved_away(tracker: Tracker, log: Path) -> None:
    """Where a journal holds nothing that SQLite could put back, the line to type says so."""
    journal = Path(f"{log}-journal")
    journal.write_text("junk")

    assert _words(tracker("status")) == (
        5,
        "",
        f"{journal} is not a journal of SQLite: nothing in it belongs to {log}."
        f" To move it away: mv {journal} {journal}.moved"
        " To check the database then: tracker doctor",
    )


def test_new_names_lie_beside_the_database(tracker: Tracker, log: Path) -> None:
    """In place of a device or a folder, a file beside the database or in it is named."""
    (folder := log.with_name("kept")).mkdir()

    said = _words(tracker(["doctor", "--salvage", "/dev/null"]))[2]
    assert said.endswith(f"--salvage {log.with_name('tracker-salvaged.db')}")
    said = _words(tracker(["doctor", "--salvage", str(folder)]))[2]
    assert said.endswith(f"--salvage {folder / 'tracker-salvaged.db'}")
    said = _words(tracker(["--db", str(folder), "doctor", "--salvage", "new.db"]))[2]
    assert said.startswith(f"{folder} is a folder.")


def test_own_rows_come_first_as_a_person_reads_them(
    tracker: Tracker, log: Path
) -> None:
    """Days, times, items and amounts are said; of the curriculum only how many rows."""
    tracker.ok("log fastai 9am-10am -n dawn")
    (id_3,) = [row[1][:4] for row in _rows(log, "session") if row[8] == "dawn"]
    _change(
        log, "delete from session where note = 'dawn'", "delete from alembic_version"
    )
    _change(log, "update item_requires set item_id = 90000, uid = 'x' where id = 1")
    output = tracker(["doctor", "--salvage", str(log.with_name("new.db"))])

    text = " ".join(output.out.split())
    start = text.index("Doubtful")
    assert text[start : text.index(" To look")] == (
        f"Doubtful, brought as they are: Session {id_3}: Mon 23 Nov 2026, 09:00, fastai,"
        " 1h00m, note dawn (only the history has it)."
        " Left out: Item 90000: nothing is known (other rows refer to it)."
        " 1 row of the curriculum."
    )


def test_nothing_of_the_person_is_said(tracker: Tracker, log: Path) -> None:
    """Where only the guide's items are left, the new database is not to be restored."""
    tables = ("session", "plan", "setting", "change", "command")
    for name in tables:
        _zero(log, _roots(log)[name])
    for index in ("sqlite_autoindex_session_1", "session_sums"):
        _change(log, f"delete from sqlite_master where name = '{index}'")
    target = log.with_name("new.db")
    code, text, _ = _words(tracker(["doctor", "--salvage", str(target)]))

    assert code == 0
    assert text.startswith(
        f"Nothing of yours in {log} could be brought: {target} holds"
    )
    assert text.endswith("To list the backups: tracker restore")
