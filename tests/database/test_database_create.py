"""The first run creates a whole database or none, whatever happens meanwhile."""

import os
import resource
import sqlite3
import stat
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import Output, Tracker
from tests.database.harness import PATIENT, run, run_killed, start
from tracker.database import connect
from tracker.database.create import create_database
from tracker.database.unfinished import remove_old_files
from tracker.errors import DatabaseProblem

LONG_AGO = 1_600_000_000


def _is_sound(place: Path) -> bool:
    with closing(sqlite3.connect(place)) as db:
        items = db.execute("select count(*) from item").fetchone()[0]
        return bool(
            db.execute("pragma integrity_check").fetchone()[0] == "ok" and items > 300
        )


def test_eight_at_once(tmp_path: Path) -> None:
    """Eight first runs at once create one database, save what each wrote, and leave no other file."""
    place = tmp_path / "own" / "tracker.db"
    place.parent.mkdir()
    words = [["log", "fastai", f"{n}m"] for n in range(1, 9)]
    processes = [start(place, each, ("-c", PATIENT)) for each in words]
    errors = [process.communicate()[1] for process in processes]

    assert [process.returncode for process in processes] == [0] * 8, errors
    assert [path.name for path in place.parent.iterdir()] == ["tracker.db"]
    assert _is_sound(place)
    with closing(sqlite3.connect(place)) as db:
        assert db.execute("select sum(seconds) from session").fetchone() == (36 * 60,)
    assert sum(error.startswith("Created ") for error in errors) == 1


def test_killed(tmp_path: Path) -> None:
    """A first run that is killed leaves no database; the next run creates it."""
    whole = run_killed(tmp_path / "whole.db", 0, ["config", "name", "Ada"])
    ticks = int(whole.stderr.split()[-1])
    left = {}
    for tick in (1, ticks // 3, ticks // 2, 2 * ticks // 3):
        place = tmp_path / str(tick) / "tracker.db"
        place.parent.mkdir()
        assert run_killed(place, tick, ["config", "name", "Ada"]).returncode == -9
        left[tick] = place.exists() and not _is_sound(place)
    again = run(place, ["config", "name", "Ada"])

    assert not any(left.values())
    assert again.returncode == 0
    assert _is_sound(place)


@pytest.mark.parametrize("taken", [False, True])
def test_links_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, taken: bool
) -> None:
    """Without hard links the database is renamed into place; a database of another run stays."""
    place, said = tmp_path / "tracker.db", list[str]()

    def refuse(_: Path, name: Path) -> None:
        if taken:
            name.write_text("made meanwhile")
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    create_database(place, said.append)

    assert [path.name for path in tmp_path.iterdir()] == ["tracker.db"]
    assert place.read_text() == "made meanwhile" if taken else _is_sound(place)
    assert len(said) == (0 if taken else 1)


def test_rights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only its owner can read the database and the folder created for it."""
    place = tmp_path / "new" / "tracker.db"
    monkeypatch.setattr(connect, "is_default", lambda _: True)
    create_database(place, lambda _: None)

    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    assert stat.S_IMODE(place.parent.stat().st_mode) == 0o700


def test_leftovers(tmp_path: Path) -> None:
    """The next first run removes unfinished files older than an hour, and no younger ones."""
    place = tmp_path / "tracker.db"
    old, young = tmp_path / "tracker.db.new-0001", tmp_path / "tracker.db.new-0002"
    for left in (old, young):
        left.touch()
    os.utime(old, (LONG_AGO, LONG_AGO))
    create_database(place, lambda _: None)

    assert not old.exists()
    assert young.exists()


def test_strange_name(tmp_path: Path) -> None:
    """A file name may look like a pattern or an address."""
    place = tmp_path / "a[b]?c#d%20.db"
    left = tmp_path / f"{place.name}.new-1"
    left.touch()
    os.utime(left, (LONG_AGO, LONG_AGO))

    assert remove_old_files(place) == [left]
    create_database(place, lambda _: None)
    assert [path.name for path in tmp_path.iterdir()] == [place.name]


def test_removed_meanwhile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that another first run removes meanwhile is no error."""
    glob = Path.glob

    def find(folder: Path, pattern: str, **options: bool) -> Iterable[Path]:
        if folder == tmp_path:
            return [folder / "tracker.db.new-gone"]
        return glob(folder, pattern, **options)

    monkeypatch.setattr(Path, "glob", find)
    create_database(tmp_path / "tracker.db", lambda _: None)

    assert _is_sound(tmp_path / "tracker.db")


@pytest.mark.parametrize(
    "place", ["a-file/tracker.db", "a-file/folder/tracker.db", "x" * 300]
)
def test_no_place(tmp_path: Path, place: str) -> None:
    """If the database cannot be created, the error says so, and no file is left."""
    (tmp_path / "a-file").write_text("not a folder")
    with pytest.raises(DatabaseProblem):
        create_database(tmp_path / place, lambda _: None)

    assert [path.name for path in tmp_path.iterdir()] == ["a-file"]


@pytest.mark.parametrize("words", ["log fastai 1h", "status", "items"])
def test_no_place_said(tracker: Tracker, tmp_path: Path, words: str) -> None:
    """Commands then end with exit code 5."""
    (tmp_path / "a-file").write_text("not a folder")
    said = tracker(
        ["--db", str(tmp_path / "a-file" / "folder" / "tracker.db"), *words.split()]
    )

    assert (said.code, said.err.count("\n")) in [(5, 2), (0, 0)]
    assert said.code == 5 or words == "status"


def test_full_disk(tmp_path: Path) -> None:
    """A disk too full for the first run leaves nothing behind."""
    place = tmp_path / "tracker.db"
    said = run(
        place,
        ["log", "fastai", "1h"],
        before=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (9**6, 9**6)),
    )
    short = run(
        place,
        ["items"],
        before=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (9**5, 9**5)),
    )

    assert (said.returncode, short.returncode) == (5, 5), (said.stderr, short.stderr)
    assert str(place) in said.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("words", ["sessions", "log fastai 1h", "demo"])
@pytest.mark.parametrize("is_option", [True, False])
def test_no_folder_is_made(
    tracker: Tracker,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: str,
    is_option: bool,
) -> None:
    """A folder that a person named and that is not there is refused: it may be misspelt."""
    folder = tmp_path / "no such" / "folder"
    place = str(folder / "tracker.db")
    monkeypatch.setenv("TRACKER_DB", place)
    option = ["--db", place] if is_option else []

    assert tracker([*option, *words.split()]) == Output(
        5, "", f"There is no folder {folder}.\nCreate it: mkdir -p '{folder}'\n"
    )
    assert list(tmp_path.iterdir()) == []
