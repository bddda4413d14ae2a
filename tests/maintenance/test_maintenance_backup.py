"""`backup` and `restore`: whole copies, with nothing lost on the way."""

import errno
import os
import shutil
import sqlite3
import stat
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.conftest import ROOT, Output, Tracker
from tracker.database import backups, locks, restore
from tracker.database.backup_names import list_backups
from tracker.database.backups import make_backup

FROZEN = ROOT / "tests" / "frozen" / "0001.db"


def _hours(tracker: Tracker) -> int:
    """Seconds of all sessions."""
    return int(tracker.json("sessions")["seconds"])


def _names(place: Path) -> list[str]:
    """The names of the files beside the database."""
    return sorted(path.name for path in place.parent.iterdir())


def paths(place: Path) -> list[Path]:
    """The backups beside the database, oldest first."""
    return [backup.path for backup in list_backups(place)]


def test_backup_and_restore(tracker: Tracker, place: Path, tmp_path: Path) -> None:
    """A restored backup is the database as it was, and can be taken back."""
    copy = tmp_path / "copy.db"
    tracker.ok("log fastai 1h")
    saved = tracker(["backup", str(copy)])
    tracker.ok("log fastai 2h")
    restored = tracker(["restore", str(copy)])
    then = _hours(tracker)
    before = tmp_path / "tracker.db.backup-2026-11-23-143000-before-restore"
    tracker.ok(["restore", str(before)])

    size = f"{copy.stat().st_size / 1e6:.1f} MB"
    assert saved == Output(0, f"Copied the database to {copy} ({size}).\n", "")
    assert restored == Output(
        0,
        f"Restored the database from {copy}.\n"
        "It has 1 session, the latest on Mon 23 Nov.\n"
        f"To go back to the one before: tracker restore {before}\n",
        "",
    )
    assert (then, _hours(tracker)) == (3600, 3 * 3600)
    assert (
        stat.S_IMODE(copy.stat().st_mode) == stat.S_IMODE(place.stat().st_mode) == 0o600
    )


def test_backup_beside_the_database(tracker: Tracker, place: Path) -> None:
    """Without FILE the copy lies beside the database; its name says when and why."""
    first, second = tracker.json("backup"), tracker.json("backup")

    assert _names(place) == [
        "tracker.db",
        "tracker.db.backup-2026-11-23-143000-asked",
        "tracker.db.backup-2026-11-23-143001-asked",
    ]
    assert first == {
        "schema": 1,
        "kind": "backup",
        "file": f"{place}.backup-2026-11-23-143000-asked",
        "bytes": Path(second["file"]).stat().st_size,
    }


def test_never_overwrites(tracker: Tracker, place: Path, tmp_path: Path) -> None:
    """A file that exists is refused, and stays."""
    copy = tmp_path / "copy.db"
    copy.write_text("something else")
    output = tracker(["backup", str(copy)])
    itself = tracker(["backup", str(place)])

    assert output == Output(
        4,
        "",
        f"{copy} exists already; it was not changed.\nChoose a new file name.\n"
        "  tracker backup FILE\n",
    )
    assert itself.code == 4
    assert (copy.read_text(), _names(place)) == (
        "something else",
        ["copy.db", "tracker.db"],
    )


def test_backup_without_a_database(tracker: Tracker) -> None:
    """Without a database there is nothing to copy, and none is made."""
    assert tracker("backup").code == 4
    assert _names(tracker.db) == []


@pytest.mark.parametrize("command", ["backup", "restore"])
def test_no_such_folder(tracker: Tracker, place: Path, command: str) -> None:
    """A file that cannot be written or read is code 6."""
    output = tracker([command, str(place.parent / "no" / "copy.db")])

    assert (output.code, output.out) == (6, "")
    assert output.err.count("\n") in (2, 3)
    assert _names(place) == ["tracker.db"]


@pytest.mark.parametrize("typed", [".", "..", "/", "sub"])
def test_folder_is_refused(
    tracker: Tracker, place: Path, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    """A folder is no file to copy to or from, and the error says so."""
    monkeypatch.chdir(place.parent)
    Path("sub").mkdir()
    saved, restored, merged = (
        tracker([command, typed]) for command in ("backup", "restore", "merge")
    )

    assert saved == Output(
        6,
        "",
        f"{typed} is a folder.\n"
        f"Choose a file in it, such as {Path(typed) / 'tracker.db'}.\n"
        "  tracker backup FILE\n",
    )
    assert restored == Output(
        6,
        "",
        f"{typed} is a folder.\nName the database in it.\n  tracker restore FILE\n",
    )
    assert (merged.code, merged.out) == (6, "")
    assert merged.err.startswith(f"{typed} is a folder.\n")
    assert _names(place) == ["sub", "tracker.db"]


@pytest.mark.parametrize("command", ["backup", "restore"])
def test_empty_name_is_refused(tracker: Tracker, place: Path, command: str) -> None:
    """An empty name, as an unset variable gives, names no file."""
    output = tracker([command, ""])

    assert (output.code, output.err.splitlines()[1]) == (
        2,
        "Type a value, or leave it out.",
    )


@pytest.mark.parametrize(
    ("number", "hint"),
    [
        (errno.EACCES, "Check the permissions of its folder."),
        (errno.ENOSPC, "Free some space there."),
    ],
)
def test_hint_names_the_cause(
    tracker: Tracker,
    place: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    hint: str,
) -> None:
    """Where a copy cannot be made, the hint is about the cause."""

    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(backups.os, "open", fail)
    named, beside = tracker(["backup", str(tmp_path / "copy.db")]), tracker("backup")

    assert (named.code, beside.code) == (6, 5)
    assert [output.err.splitlines()[-1] for output in (named, beside)] == [hint, hint]


def _write_unsound(path: Path, kind: str, sound: Path) -> None:
    """Write a file to `path` that must not be restored."""
    data = sound.read_bytes()
    if kind == "text":
        path.write_text("not a database " * 100)
    elif kind == "cut short":
        path.write_bytes(data[: len(data) // 2])
    elif kind == "damaged":
        path.write_bytes(data[:100_000] + b"\xa5" * 200_000 + data[300_000:])
    else:
        path.write_bytes(data)
        with closing(sqlite3.connect(path)) as db:
            if kind == "newer":
                db.execute("update alembic_version set version_num = '9999'")
            elif kind == "no revision":
                db.execute("delete from alembic_version")
            elif kind == "other":
                db.execute("drop table change")
                db.execute("drop table session")
            else:
                db.execute("update item set track_id = 99999 where slug = 'fastai'")
            db.commit()


@pytest.mark.parametrize(
    "kind",
    ["text", "cut short", "damaged", "newer", "no revision", "other", "broken link"],
)
def test_unsound_backup_is_refused(
    tracker: Tracker, place: Path, tmp_path: Path, kind: str
) -> None:
    """A damaged, newer or other database is refused, and nothing is changed."""
    path = tmp_path / "file.db"
    _write_unsound(path, kind, place)
    before, content = place.read_bytes(), path.read_bytes()
    output = tracker(["restore", str(path)])

    assert (output.code, output.out) == (6, "")
    assert output.err.count("\n") in (2, 3, 4, 5)
    assert "nothing was changed" in " ".join(output.err.split())
    assert (place.read_bytes(), path.read_bytes(), _names(place)) == (
        before,
        content,
        ["file.db", "tracker.db"],
    )


@pytest.mark.parametrize(
    "kind", ["text", "cut short", "damaged", "no revision", "other"]
)
def test_restore_over_a_damaged_database(
    tracker: Tracker, place: Path, tmp_path: Path, kind: str
) -> None:
    """A backup replaces a damaged database, which is kept as it was."""
    copy = tmp_path / "copy.db"
    tracker.ok("log fastai 1h")
    tracker.ok(["backup", str(copy)])
    _write_unsound(place, kind, copy)
    data = place.read_bytes()
    tracker.ok(["restore", str(copy)])
    (before,) = paths(place)

    assert _hours(tracker) == 3600
    assert kind in ("no revision", "other") or before.read_bytes() == data
    assert tracker.json("doctor")["ok"]
    assert _names(place) == ["copy.db", "tracker.db", before.name]


def test_restore_without_a_database(
    tracker: Tracker, place: Path, tmp_path: Path
) -> None:
    """A backup can be restored where there is no database, as on a new machine."""
    tracker.ok("log fastai 1h")
    other = tmp_path / "new" / "tracker.db"
    other.parent.mkdir()
    output = tracker(["--db", str(other), "restore", str(place)])
    tracker.db = other

    assert output == Output(
        0,
        f"Restored the database from {place}.\n"
        "It has 1 session, the latest on Mon 23 Nov.\n",
        "",
    )
    assert stat.S_IMODE(other.stat().st_mode) == 0o600
    assert _hours(tracker) == 3600


def test_database_is_no_backup_of_itself(
    tracker: Tracker, place: Path, tmp_path: Path
) -> None:
    """The database itself is refused, by whatever name."""
    link = tmp_path / "link.db"
    link.symlink_to(place)

    assert [tracker(["restore", str(path)]).code for path in (place, link)] == [4, 4]
    assert _names(place) == ["link.db", "tracker.db"]


def _old_backup(folder: Path, plan: str) -> Path:
    """A backup of the first revision, with `plan` as what each application promised."""
    backup = folder / "old.db"
    shutil.copy(FROZEN, backup)
    with closing(sqlite3.connect(backup)) as db:
        db.execute("update application set plan = ?", [plan])
        db.execute("delete from overlap")  # of days without sessions
        db.commit()
    return backup


def test_old_backup_with_a_fault(tracker: Tracker, place: Path, tmp_path: Path) -> None:
    """An old backup that would have a fault once it is updated is refused, and nothing is changed."""
    backup = _old_backup(tmp_path, "no JSON")
    before = place.read_bytes(), backup.read_bytes()
    output = tracker(["restore", str(backup)])

    assert output.code == 6
    assert " ".join(output.err.split()) == (
        f"{backup} has a fault: Row 1 of application has plan that cannot be read; "
        f"nothing was changed. To see its faults: tracker --db {backup} doctor "
        "Or choose another one: tracker restore"
    )
    assert (place.read_bytes(), backup.read_bytes()) == before
    assert _names(place) == ["old.db", "tracker.db"]


def test_old_backup_is_brought_up_to_date(
    tracker: Tracker, place: Path, tmp_path: Path
) -> None:
    """A restored database of the first revision is as new as any."""
    tracker.ok(["restore", str(_old_backup(tmp_path, "[]"))])

    assert not [
        f
        for f in tracker.json("doctor")["findings"]
        if f["what"] in ("schema", "revision", "trigger")
    ]
    assert [item for item in tracker.json("items")["items"] if item["slug"] == "own-1"]


def test_failed_restore_changes_nothing(
    tracker: Tracker, place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A restore that fails half-way leaves the database as it was."""
    copy = tmp_path / "copy.db"
    tracker.ok(["backup", str(copy)])
    tracker.ok("log fastai 1h")

    def fail(*_: object) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr(restore, "copy_into", fail)
    output = tracker(["restore", str(copy)])

    assert output.code == 5
    assert _hours(tracker) == 3600


def test_full_disk(
    tracker: Tracker, place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk is code 6 for a named copy, code 5 for one beside the database."""

    def fail(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(backups, "copy_into", fail)

    assert [
        tracker(command).code
        for command in (["backup", str(tmp_path / "copy.db")], "backup")
    ] == [6, 5]
    assert _names(place) == ["tracker.db"]


def test_last_ten_backups_stay(place: Path) -> None:
    """The last ten automatic backups stay, and a spared one whatever its age."""
    first = make_backup(place, "before-import")
    made = [make_backup(place, "before-import", sparing=first) for _ in range(12)]

    assert paths(place) == [first, *made[-10:]]
    assert make_backup(place, "before-import") in paths(place)
    assert first not in paths(place)


def test_asked_backups_stay(tracker: Tracker, place: Path, tmp_path: Path) -> None:
    """Automatic backups remove no backup that was asked for, also of earlier versions."""
    tracker.ok("log ppo 1h")
    earlier = tmp_path / "tracker.db.backup-0001-before-asked"
    shutil.copyfile(place, earlier)
    asked = [Path(tracker.json("backup")["file"]) for _ in range(2)]
    automatic = [make_backup(place, "before-merge") for _ in range(12)]
    asked.append(Path(tracker.json("backup")["file"]))

    assert set(paths(place)) == {earlier, *asked, *automatic[-10:]}


def test_large_backups_are_limited(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beyond the newest two, automatic backups stay only while there is room."""
    monkeypatch.setattr(backups, "MOST_BYTES", 2 * place.stat().st_size)
    asked = make_backup(place, "asked")
    made = [make_backup(place, "before-merge") for _ in range(6)]

    assert paths(place) == [asked, *made[-4:]]


@pytest.mark.parametrize("command", ["backup --list", "restore"])
def test_list(tracker: Tracker, place: Path, tmp_path: Path, command: str) -> None:
    """Backups are listed with when, why, their size and the line to restore them."""
    assert tracker(command) == Output(
        0, "No backups lie beside the database. To make one: tracker backup\n", ""
    )
    earlier = tmp_path / "tracker.db.backup-0007-before-restoring"
    shutil.copyfile(place, earlier)
    os.utime(earlier, times=(0, datetime(2025, 3, 1, 8, 5, tzinfo=UTC).timestamp()))
    tracker.ok("backup", now="2026-11-22T21:40:05")
    make_backup(place, "before-import")
    size = f"{place.stat().st_size / 1e6:.1f} MB"
    listed = tracker(command, now="2026-11-29T10:00")

    assert listed == Output(
        0,
        "3 backups, newest first:\n"
        f"Sun 22 Nov, 21:40, before an import, {size}\n"
        "  no sessions\n"
        f"  tracker restore {place}.backup-2026-11-22-214006-before-import\n"
        f"Sun 22 Nov, 21:40, asked for, {size}\n"
        "  no sessions\n"
        f"  tracker restore {place}.backup-2026-11-22-214005-asked\n"
        f"Sat 1 Mar 2025, 09:05, before a restore, {size}\n"
        "  no sessions\n"
        f"  tracker restore {earlier}\n",
        "",
    )
    assert tracker.json(command)["backups"][1] == {
        "file": f"{place}.backup-2026-11-22-214005-asked",
        "reason": "asked",
        "made_at": "2026-11-22T21:40:05+01:00",
        "bytes": place.stat().st_size,
        "damaged": False,
        "sessions": 0,
        "latest": None,
    }
    assert (
        tracker(listed.out.splitlines()[-1].strip().removeprefix("tracker ")).code == 0
    )


def test_restore_of_the_same(tracker: Tracker, place: Path, tmp_path: Path) -> None:
    """A restore that would bring nothing writes nothing and makes no backup."""
    tracker.ok("log ppo 1h")
    copy = tmp_path / "copy.db"
    tracker.ok(["backup", str(copy)])
    before = place.read_bytes()
    same = tracker(["restore", str(copy)])

    assert same == Output(
        0, f"Nothing to restore: the database is the same as {copy}.\n", ""
    )
    assert tracker.json(["restore", str(copy)]) == {
        "schema": 1,
        "kind": "restore",
        "file": str(copy),
        "changed": False,
        "kept": None,
        "sessions": 1,
        "latest": "2026-11-23",
        "name": None,
    }
    assert (place.read_bytes(), paths(place)) == (before, [])


def test_merge_of_nothing(tracker: Tracker, place: Path, tmp_path: Path) -> None:
    """A merge leaves a backup only if it brings something; it removes none otherwise."""
    other = tmp_path / "other.db"
    tracker.ok(["backup", str(other)])
    made = [make_backup(place, "before-merge") for _ in range(10)]
    nothing = tracker(["merge", str(other)])
    assert nothing == Output(
        0,
        "Merged other.db: nothing to add or change.\n",
        "",
    )
    assert paths(place) == made

    tracker.ok(["--db", str(other), "log", "ppo", "1h"])
    merged = tracker(["merge", str(other)])
    latest = paths(place)[-1]
    assert merged.err == f"Backup first: {latest.name}\n"
    assert paths(place) == [*made[1:], latest]


def test_oldest_backup_can_be_restored(tracker: Tracker, place: Path) -> None:
    """Making room for a new backup does not remove the one being restored."""
    tracker.ok("log fastai 1h")
    oldest = make_backup(place, "before-merge")
    tracker.ok("log fastai 1h")
    for _ in range(9):
        make_backup(place, "before-merge")
    tracker.ok(["restore", str(oldest)])

    assert _hours(tracker) == 3600
    assert oldest.exists()


def test_a_link_stays(tracker: Tracker, place: Path, tmp_path: Path) -> None:
    """A damaged database behind a link is replaced where it lies, with its rights."""
    copy, real = tmp_path / "copy.db", tmp_path / "real" / "mine.db"
    tracker.ok("log ppo 1h")
    tracker.ok(["backup", str(copy)])
    real.parent.mkdir()
    real.write_bytes(b"damaged" * 999)
    real.chmod(0o640)
    place.unlink()
    place.symlink_to(real)
    tracker.ok(["restore", str(copy)])

    assert (place.is_symlink(), _hours(tracker)) == (True, 3600)
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert list(real.parent.iterdir()) == [real]
    (saved,) = paths(place)
    assert saved.read_bytes() == b"damaged" * 999


@pytest.mark.parametrize("end", ["-journal", "-wal", "-shm"])
def test_no_backup_where_sqlite_writes(tracker: Tracker, place: Path, end: str) -> None:
    """A backup never gets a name that SQLite would use up for the database."""
    tracker.ok("log ppo 1h")
    refused = tracker(["backup", f"{place}{end}"])

    assert (refused.code, refused.out) == (4, "")
    assert "belongs to the database; nothing was written." in refused.err
    assert _names(place) == ["tracker.db"]


@pytest.mark.parametrize("kind", ["text", "cut short", "damaged", "other", "empty"])
def test_list_without_the_database(tracker: Tracker, place: Path, kind: str) -> None:
    """A broken database hides no backups; hints name the newest that can be read."""
    tracker.ok("config name Kim")
    tracker.ok("log fastai 23:30-0:30 --on yesterday")  # one session in two rows
    tracker.ok("backup")
    good, bad = paths(place)[0], make_backup(place, "before-import")
    bad.write_bytes(good.read_bytes()[:300_000])
    _write_unsound(place, kind, good)
    if kind == "empty":
        place.write_bytes(b"")
    size = f"{good.stat().st_size / 1e6:.1f} MB"
    listed, restored = tracker("backup --list"), tracker("restore")
    refused = tracker("sessions")

    assert listed == restored
    assert listed == Output(
        0,
        "2 backups, newest first:\n"
        "Mon 23 Nov, 14:30, before an import, 0.3 MB\n"
        "  damaged\n"
        f"  tracker restore {bad}\n"
        f"Mon 23 Nov, 14:30, asked for, {size}\n"
        "  1 session of Kim, the latest on Mon 23 Nov\n"
        f"  tracker restore {good}\n",
        "",
    )
    assert refused.code == 5
    assert f"To restore the latest backup: tracker restore {good}\n" in refused.err


def test_no_backup_to_name(tracker: Tracker, place: Path) -> None:
    """Without a backup that can be read, a broken database has no line to restore one."""
    place.write_text("not a database " * 100)

    assert tracker("sessions") == Output(
        5,
        "",
        f"{place} is not a tracker database.\n"
        "To use another file, name it with --db.\n",
    )


def test_vanished_database(tracker: Tracker, place: Path) -> None:
    """Where the database is gone, the doctor and a first run tell of its backups."""
    tracker.ok("backup")
    place.unlink()
    beside = "1 backup lies beside it: tracker restore"
    found = tracker("doctor")
    begun = tracker("log fastai 1h")

    assert found.code == 0
    assert " ".join(found.out.split()) == (
        f"1 fault found. ! There is no database at {place}. {beside}"
    )
    assert " ".join(begun.err.split()).endswith(f" items. {beside}")


def test_demo_is_not_restored(tracker: Tracker, place: Path, tmp_path: Path) -> None:
    """A demo replaces no database of a person, but an earlier state of a demo."""
    demo = tmp_path / "demo.db"
    tracker.ok("demo")
    copy = tracker.json(["--db", str(demo), "backup"])["file"]
    tracker.ok(["--db", str(demo), "log", "fastai", "1h"])

    assert tracker(["restore", str(demo)]) == Output(
        4,
        "",
        f"{demo} is a demo database with invented data.\n"
        f"To look at it: tracker --db {demo} status\n",
    )
    assert tracker(["--db", str(demo), "restore", copy]).code == 0


def test_link_to_nothing(tracker: Tracker, place: Path, tmp_path: Path) -> None:
    """A link whose file is gone is named, and its backups are."""
    tracker.ok("backup")
    place.unlink()
    place.symlink_to(tmp_path / "disk" / "tracker.db")

    output = tracker("sessions")
    assert (output.code, " ".join(output.err.split())) == (
        5,
        f"{place} is a link to {tmp_path}/disk/tracker.db, which does not exist. "
        "1 backup lies beside it: tracker restore "
        f"Plug in the disk of that file, or remove the link: rm {place}",
    )


@pytest.mark.parametrize("lock", ["begin immediate", "begin; select * from item"])
def test_locked_restore_leaves_no_backup(
    tracker: Tracker,
    place: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    lock: str,
) -> None:
    """A restore that a lock stops leaves nothing behind."""
    monkeypatch.setattr(locks, "BUSY_SECONDS", 0.04)
    tracker.ok(["backup", str(tmp_path / "copy.db")])
    tracker.ok("log fastai 1h")
    with closing(sqlite3.connect(place, isolation_level=None)) as other:
        for statement in lock.split("; "):
            other.execute(statement).fetchone()
        output = tracker(["restore", str(tmp_path / "copy.db")])

    assert (output.code, output.out) == (5, "")
    assert _names(place) == ["copy.db", "tracker.db"]
