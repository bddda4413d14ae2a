"""backup and restore: whole copies, and back, with nothing lost on the way."""

import errno
import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import ROOT, Output, Tracker
from tracker.database import backups, restore
from tracker.database.backups import list_backups, make_backup

FROZEN = ROOT / "tests" / "frozen" / "0001.db"


def _hours(tracker: Tracker) -> int:
    return int(tracker.json("sessions")["seconds"])


def _names(place: Path) -> list[str]:
    return sorted(path.name for path in place.parent.iterdir())


def test_there_and_back(tracker: Tracker, place: Path, tmp_path: Path) -> None:
    """A backup restored is the database as it was, and what was there before it can be restored in turn."""
    copy = tmp_path / "copy.db"
    tracker.ok("log fastai 1h")
    saved = tracker(["backup", str(copy)])
    tracker.ok("log fastai 2h")
    restored = tracker(["restore", str(copy)])
    then = _hours(tracker)
    before = tmp_path / "tracker.db.backup-0001-before-restoring"
    tracker.ok(["restore", str(before)])

    size = f"{copy.stat().st_size / 1e6:.1f} MB"
    assert saved == Output(0, f"Copied the database to {copy} ({size}).\n", "")
    assert restored == Output(
        0,
        f"Restored the database from {copy}.\nTo go back to the one before: tracker restore {before}\n",
        "",
    )
    assert (then, _hours(tracker)) == (3600, 3 * 3600)
    assert (
        stat.S_IMODE(copy.stat().st_mode) == stat.S_IMODE(place.stat().st_mode) == 0o600
    )


def test_beside(tracker: Tracker, place: Path) -> None:
    """Without FILE the copy lies beside the database, numbered; the answer as JSON names it."""
    first, second = tracker.json("backup"), tracker.json("backup")

    assert _names(place) == [
        "tracker.db", "tracker.db.backup-0001-before-asked", "tracker.db.backup-0002-before-asked",
    ]  # fmt: skip
    assert first == {
        "schema": 1, "kind": "backup", "file": f"{place}.backup-0001-before-asked",
        "bytes": Path(second["file"]).stat().st_size,
    }  # fmt: skip


def test_never_overwrites(tracker: Tracker, place: Path, tmp_path: Path) -> None:
    """A file that is there already is refused, and stays."""
    copy = tmp_path / "copy.db"
    copy.write_text("something else")
    said = tracker(["backup", str(copy)])
    itself = tracker(["backup", str(place)])

    assert said == Output(
        4,
        "",
        f"{copy} exists already; it was not changed.\nChoose a new file name.\n",
    )
    assert itself.code == 4
    assert (copy.read_text(), _names(place)) == (
        "something else",
        ["copy.db", "tracker.db"],
    )


def test_nothing_yet(tracker: Tracker) -> None:
    """Where there is no database there is nothing to copy, and none is made."""
    assert tracker("backup").code == 4
    assert _names(tracker.db) == []


@pytest.mark.parametrize("words", ["backup", "restore"])
def test_no_such_folder(tracker: Tracker, place: Path, words: str) -> None:
    """A file that cannot be written or read is another file's fault, said with code 6."""
    said = tracker([words, str(place.parent / "no" / "copy.db")])

    assert (said.code, said.out, said.err.count("\n")) == (6, "", 2)
    assert _names(place) == ["tracker.db"]


@pytest.mark.parametrize("typed", [".", "..", "/", "sub"])
def test_a_folder(
    tracker: Tracker, place: Path, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    """A folder is no file to copy to or from, and is said to be one."""
    monkeypatch.chdir(place.parent)
    Path("sub").mkdir()
    saved, restored, merged = (
        tracker([words, typed]) for words in ("backup", "restore", "merge")
    )

    assert saved == Output(
        6,
        "",
        f"{typed} is a folder.\nChoose a file in it: {Path(typed) / 'tracker.db'}\n",
    )
    assert (
        restored
        == merged
        == Output(6, "", f"{typed} is a folder.\nName the database in it.\n")
    )
    assert _names(place) == ["sub", "tracker.db"]


@pytest.mark.parametrize("words", ["backup", "restore"])
def test_an_empty_name(tracker: Tracker, place: Path, words: str) -> None:
    """An empty text, as an unset variable gives one, names no file: not the present folder either."""
    said = tracker([words, ""])

    assert (said.code, said.err.splitlines()[1]) == (
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
def test_what_stands_in_the_way(
    tracker: Tracker,
    place: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    hint: str,
) -> None:
    """Where a copy cannot be made, named or beside the database, the hint is about the cause."""

    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(backups.os, "open", fail)
    named, beside = tracker(["backup", str(tmp_path / "copy.db")]), tracker("backup")

    assert (named.code, beside.code) == (6, 5)
    assert [said.err.splitlines()[-1] for said in (named, beside)] == [hint, hint]


def _not_sound(path: Path, kind: str, sound: Path) -> None:
    """Something at `path` that must not be restored."""
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
def test_not_sound(tracker: Tracker, place: Path, tmp_path: Path, kind: str) -> None:
    """What is no sound tracker database of a revision known here is refused, and nothing is touched or kept."""
    path = tmp_path / "file.db"
    _not_sound(path, kind, place)
    before, content = place.read_bytes(), path.read_bytes()
    said = tracker(["restore", str(path)])

    assert (said.code, said.out, said.err.count("\n")) == (6, "", 2)
    assert "nothing was changed" in said.err
    assert (place.read_bytes(), path.read_bytes(), _names(place)) == (
        before,
        content,
        ["file.db", "tracker.db"],
    )


@pytest.mark.parametrize(
    "kind", ["text", "cut short", "damaged", "no revision", "other"]
)
def test_over_a_damaged_one(
    tracker: Tracker, place: Path, tmp_path: Path, kind: str
) -> None:
    """A backup comes back over whatever has become of the database, which is kept as it was."""
    copy = tmp_path / "copy.db"
    tracker.ok("log fastai 1h")
    tracker.ok(["backup", str(copy)])
    _not_sound(place, kind, copy)
    data = place.read_bytes()
    tracker.ok(["restore", str(copy)])
    (before,) = list_backups(place)

    assert _hours(tracker) == 3600
    assert kind in ("no revision", "other") or before.read_bytes() == data
    assert tracker.json("doctor")["ok"]
    assert _names(place) == ["copy.db", "tracker.db", before.name]


def test_where_there_is_none(tracker: Tracker, place: Path, tmp_path: Path) -> None:
    """A backup is restored where there is no database, as on a new machine."""
    tracker.ok("log fastai 1h")
    other = tmp_path / "new" / "tracker.db"
    said = tracker(["--db", str(other), "restore", str(place)])
    tracker.db = other

    assert said == Output(0, f"Restored the database from {place}.\n", "")
    assert stat.S_IMODE(other.parent.stat().st_mode) == 0o700
    assert _hours(tracker) == 3600


def test_itself(tracker: Tracker, place: Path, tmp_path: Path) -> None:
    """The database is no backup of itself, by whatever name."""
    link = tmp_path / "link.db"
    link.symlink_to(place)

    assert [tracker(["restore", str(path)]).code for path in (place, link)] == [4, 4]
    assert _names(place) == ["link.db", "tracker.db"]


def test_frozen(tracker: Tracker, place: Path) -> None:
    """A database of the first revision is restored and then as new as any."""
    tracker.ok(["restore", str(FROZEN)])

    assert not [
        f
        for f in tracker.json("doctor")["findings"]
        if f["what"] in ("schema", "revision", "trigger")
    ]
    assert [item for item in tracker.json("items")["items"] if item["slug"] == "own-1"]


def test_cut_off(
    tracker: Tracker, place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A restore that fails half-way leaves the database as it was."""
    copy = tmp_path / "copy.db"
    tracker.ok(["backup", str(copy)])
    tracker.ok("log fastai 1h")

    def fail(*_: object) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr(restore, "copy_into", fail)
    said = tracker(["restore", str(copy)])

    assert said.code == 5
    assert _hours(tracker) == 3600


def test_full_disk(
    tracker: Tracker, place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk under the copy is the copy's fault when it was named, the database's when it goes beside it."""

    def fail(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(backups, "copy_into", fail)

    assert [
        tracker(words).code
        for words in (["backup", str(tmp_path / "copy.db")], "backup")
    ] == [6, 5]
    assert _names(place) == ["tracker.db"]


def test_last_ten(place: Path) -> None:
    """The last ten backups stay, oldest first in `kept`, and what is spared whatever its age."""
    first = make_backup(place, "importing")
    made = [make_backup(place, "importing", sparing=first) for _ in range(12)]

    assert list_backups(place) == [first, *made[-10:]]
    assert make_backup(place, "importing") in list_backups(place)
    assert first not in list_backups(place)
    assert made[-1].name == "tracker.db.backup-0013-before-importing"


def test_large_ones(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the newest two, backups stay only as far as there is room for them."""
    monkeypatch.setattr(backups, "MOST_BYTES", 2 * place.stat().st_size)
    made = [make_backup(place, "merging") for _ in range(6)]

    assert list_backups(place) == made[-4:]


def test_restoring_the_oldest(tracker: Tracker, place: Path) -> None:
    """The oldest of ten backups can be restored: making room for one more does not take it away."""
    tracker.ok("log fastai 1h")
    oldest = make_backup(place, "asked")
    tracker.ok("log fastai 1h")
    for _ in range(9):
        make_backup(place, "asked")
    tracker.ok(["restore", str(oldest)])

    assert _hours(tracker) == 3600
    assert oldest.exists()
