"""doctor: what is wrong with the database, and what is only worth knowing; it mends nothing."""

import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Output, Tracker
from tracker.maintenance.commands import doctor
from tracker.text.columns import wrap

LONG_AGO = 1_600_000_000


def _change(place: Path, *statements: str) -> None:
    with closing(sqlite3.connect(place)) as db:
        db.execute("pragma writable_schema = on")
        for statement in statements:
            db.execute(statement)
        db.commit()


def _found(tracker: Tracker) -> list[tuple[str, bool]]:
    return [
        (finding["what"], finding["fault"])
        for finding in tracker.json("doctor")["findings"]
    ]


def test_well(tracker: Tracker, place: Path) -> None:
    """A database in use is well, as text and as JSON, and looking changes nothing."""
    tracker.ok("log fastai 1h")
    before = place.read_bytes()

    assert tracker("doctor") == Output(0, "All is well.\n", "")
    assert tracker.json("doctor") == {
        "schema": 1,
        "kind": "doctor",
        "ok": True,
        "findings": [],
    }
    assert place.read_bytes() == before


def test_a_large_one(
    tracker: Tracker, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What will take a while is said before it begins, beside the answer."""
    monkeypatch.setattr(doctor, "LARGE", place.stat().st_size - 1)
    size = f"{place.stat().st_size / 1e6:.1f} MB"

    assert tracker("doctor") == Output(
        0, "All is well.\n", f"Checking all of {place}, {size}.\n"
    )


def test_none_yet(tracker: Tracker) -> None:
    """Where there is no database, that is said, and none is made."""
    says = f"There is no database at {tracker.db} yet."

    assert tracker("doctor").out == f"All is well.\n{wrap(says, 2)}\n"
    assert not tracker.db.exists()


@pytest.mark.parametrize(
    ("statement", "what"),
    [
        ("drop index session_sums", "schema"),
        ("drop table note", "schema trigger"),
        (
            "update sqlite_master set sql = replace(sql, '86400', '99999') where name = 'session'",
            "schema",
        ),
        ("drop trigger keep_session_update", "trigger"),
        ("update item set track_id = 99999 where slug = 'fastai'", "link"),
        (
            "insert into overlap (uid, edited_at, day, seconds) values ('x', 1, '2026-11-20', 60)",
            "overlap-wrong",
        ),
        (
            "insert into running (id, command_id) select 1, max(id) from command",
            "running",
        ),
    ],
)
def test_faults(tracker: Tracker, place: Path, statement: str, what: str) -> None:
    """Each fault is found for what it is; the answer is not ok, and says what brings a backup back."""
    tracker.ok("log fastai 1h")
    _change(place, statement)
    answer, text = tracker.json("doctor"), tracker.ok("doctor")

    assert not answer["ok"]
    assert {
        finding["what"] for finding in answer["findings"] if finding["fault"]
    } == set(what.split())
    assert text.splitlines()[0].endswith(("1 fault found.", "faults found."))
    assert text.splitlines()[1].startswith("! ")
    assert max(map(len, text.splitlines())) <= 80


def _damage(place: Path) -> None:
    """Overwrite the first page of the items."""
    with closing(sqlite3.connect(place)) as db:
        (page,) = db.execute(
            "select rootpage from sqlite_master where name = 'item'"
        ).fetchone()
    with place.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xa5" * 4096)


@pytest.mark.parametrize("kind", ["a page of it", "cut short"])
def test_damage(tracker: Tracker, place: Path, kind: str) -> None:
    """Damage is listed as what it is, and is exit code 5: the database is not understood."""
    if kind == "cut short":
        place.write_bytes(place.read_bytes()[:300_000])
    else:
        _damage(place)
    text, said = tracker("doctor"), tracker("doctor --json")
    answer = json.loads(said.out)

    assert (text.code, said.code) == (5, 5)
    assert {(finding["what"], finding["fault"]) for finding in answer["findings"]} == {
        ("damage", True)
    }
    assert (answer["ok"], text.out.splitlines()[1][:22]) == (
        False,
        "! The file is damaged:",
    )
    assert (
        text.err == f"{place} is damaged.\nTo restore a backup: tracker restore FILE\n"
    )


def test_a_backup_is_named(tracker: Tracker, place: Path) -> None:
    """Where there are backups beside the database, the way back names the latest."""
    tracker.ok("backup")
    back = f"To restore the latest backup: tracker restore {tracker.json('backup')['file']}"
    _change(place, "drop index session_sums")
    assert tracker.ok("doctor").splitlines()[-1] == back

    _damage(place)
    assert tracker("doctor").err.splitlines()[1] == back


def test_no_database_of_trackers(tracker: Tracker, place: Path) -> None:
    """A file that is no database at all is refused with the code for it."""
    place.write_text("not a database " * 400)
    said = tracker("doctor")

    assert (said.code, said.out) == (5, "")


def test_what_is_no_fault(tracker: Tracker, place: Path) -> None:
    """Overlaps, a forgotten timer and a table of someone else's are worth knowing, and all is well."""
    tracker.ok("log fastai 9:00-11:00")
    tracker.ok("log ppo 10:00-11:00 --overlap")
    tracker.ok("start fastai", now="2026-11-24T09:00")
    _change(place, "create table hers (a)")
    answer = tracker.json("doctor", now="2026-11-25T09:00")

    assert answer["ok"]
    assert answer["findings"] == [
        {
            "what": "schema",
            "says": "The table hers was not made by tracker.",
            "fault": False,
            "name": "table hers",
        },
        _overlap(),
        _timer(),
    ]


def _overlap() -> dict[str, Any]:
    says = "2026-11-23: sessions overlap by 1 h. Exports count that time once."
    return {
        "what": "overlap",
        "says": says,
        "fault": False,
        "day": "2026-11-23",
        "seconds": 3600,
    }


def _timer() -> dict[str, Any]:
    says = "The timer on fastai has run for 24 h. To say when you stopped: tracker stop --at TIME"
    return {
        "what": "timer",
        "says": says,
        "fault": False,
        "item": "fastai",
        "seconds": 86400,
    }


def test_long_day(tracker: Tracker, place: Path) -> None:
    """A day with more than 24 h on the clock, as an import can bring one, is a fault."""
    tracker.ok("log fastai 20h")
    _change(
        place,
        "insert into session select id + 1, uid || 'x', edited_at, item_id, day, seconds, started_at, utc_offset, note,"
        " tags, source, logged_at, project, batch_id from session",
    )

    assert _found(tracker) == [("long-day", True)]
    assert tracker.ok("doctor") == (
        "1 fault found.\n"
        "! 2026-11-23 has 40 h of sessions, more than a day has. To see them:\n"
        "tracker sessions --since 2026-11-23 --until 2026-11-23\n"
    )


def test_rights(tracker: Tracker, place: Path) -> None:
    """A file that others can open, or a folder that others can write in, is said with what mends it."""
    place.chmod(0o644)
    place.parent.chmod(0o770)
    findings = tracker.json("doctor")["findings"]

    assert [(f["what"], f["mode"]) for f in findings] == [
        ("rights", "0644"),
        ("rights", "0770"),
    ]
    assert "chmod 600" in findings[0]["says"]
    assert "chmod 700" in findings[1]["says"]
    assert "restore" not in tracker.ok("doctor")


def test_leftovers(tracker: Tracker, place: Path) -> None:
    """What killed runs left over an hour ago is removed and said; what is younger stays."""
    old, young = Path(f"{place}.new-0001"), Path(f"{place}.new-0002")
    part = Path(f"{place}.backup-0001-before-asked.part-0001")
    for left in (old, young, part):
        left.touch()
    for left in (old, part):
        os.utime(left, (LONG_AGO, LONG_AGO))

    assert _found(tracker) == [("leftover", False), ("leftover", False)]
    assert (old.exists(), young.exists(), part.exists()) == (False, True, False)
    assert _found(tracker) == []


def test_seed(tracker: Tracker, place: Path) -> None:
    """A curriculum that was not brought up to date yet is no fault."""
    _change(place, "update seed_state set digest = 'old'")

    assert _found(tracker) == [("seed", False)]
    tracker.ok("items")
    assert _found(tracker) == []


def test_older(tracker: Tracker, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An older database is looked at as it is: the doctor migrates nothing."""
    for module in ("tracker.maintenance.service.doctor", "tracker.database.open"):
        monkeypatch.setattr(f"{module}.revisions", lambda: ("0001", "0002"))
    before = place.read_bytes()

    assert _found(tracker) == [("revision", False)]
    assert place.read_bytes() == before
