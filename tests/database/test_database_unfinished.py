"""Unfinished files lie in a locked folder; what a killed command left is removed by the next."""

import errno
import fcntl
import os
import shutil
import stat
from pathlib import Path

import pytest

from tests.database.harness import run
from tracker.database.unfinished import remove_unfinished, unfinished_folder

LONG_AGO = 1_600_000_000


def _left(folder: Path) -> Path:
    """A folder as a killed command leaves it, with a file and a folder in it."""
    left = folder / ".tracker-01ab23cd.unfinished"
    (left / "inner").mkdir(parents=True)
    (left / "new.db").write_text("half")
    return left


def test_the_folder_is_private_and_goes(tmp_path: Path) -> None:
    """Only its owner can open the folder; at the end it is gone with all that is in it."""
    with unfinished_folder(tmp_path / "a.db") as folder:
        (folder / "new.db").write_text("half")
        assert folder.parent == tmp_path
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert list(tmp_path.iterdir()) == []


def test_what_was_left_is_removed(tmp_path: Path) -> None:
    """The next command there removes what a killed one left, at once."""
    left = _left(tmp_path)
    with unfinished_folder(tmp_path / "other.md") as folder:
        assert list(tmp_path.iterdir()) == [folder]
    assert not left.exists()


def test_a_folder_in_use_stays(tmp_path: Path) -> None:
    """Two commands at once do not remove each other's folder."""
    place = tmp_path / "a.db"
    with unfinished_folder(place) as first, unfinished_folder(place) as second:
        assert remove_unfinished(place) == []
        assert set(tmp_path.iterdir()) == {first, second}


def test_only_such_folders_are_removed(tmp_path: Path) -> None:
    """Files, links and folders of other names stay."""
    mine = tmp_path / "mine"
    mine.mkdir()
    (tmp_path / ".tracker-00000000.unfinished").write_text("a file")
    (tmp_path / ".tracker-00000001.unfinished").symlink_to(mine)
    (tmp_path / ".tracker-mine.unfinished").mkdir()
    before = set(tmp_path.iterdir())

    assert remove_unfinished(tmp_path / "a.db") == []
    assert set(tmp_path.iterdir()) == before


def test_a_disk_without_locks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no folder can be locked, one stays for an hour."""

    def refuse(*_: int) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(fcntl, "flock", refuse)
    left = _left(tmp_path)
    with unfinished_folder(tmp_path / "a.db") as folder:
        assert set(tmp_path.iterdir()) == {folder, left}
    os.utime(left, (LONG_AGO, LONG_AGO))

    assert remove_unfinished(tmp_path / "a.db") == [left]


def test_removed_before_it_was_locked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that a cleaner removes before its maker has locked it is made anew."""
    own, rounds = os.open, list[int]()

    def open_late(path: Path, flags: int, mode: int = 0o777, **more: int) -> int:
        rounds.append(flags)
        if len(rounds) < 3:  # before it is opened, then after
            moved = path.rename(tmp_path / f"gone-{len(rounds)}")
            path = moved if len(rounds) == 2 else path
        return own(path, flags, mode, **more)

    monkeypatch.setattr(os, "open", open_late)
    with unfinished_folder(tmp_path / "a.db") as folder:
        assert folder.is_dir()
    assert len(rounds) > 2


# Dies where a file would get its name.
KILLED = """
import os, pathlib, signal, sys
def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)
os.link = pathlib.Path.replace = die
from tracker.cli import main
main(sys.argv[1:])
"""


@pytest.mark.parametrize(
    "words",
    [
        "log fastai 1h",
        "demo",
        "backup",
        "backup copy.db",
        "restore old.db",
        "merge other.db",
        "export progress -o out.md",
        "export application --for taif --answers out.toml",
        "import log.csv --dry-run --map out.toml",
        "page -o out.html",
    ],
)
@pytest.mark.parametrize("after", ["again", "doctor"])
def test_killed(
    tmp_path: Path,
    template: Path,
    words: str,
    after: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What a killed command leaves is removed by the same command, and by `doctor`."""
    place = tmp_path / "tracker.db"
    monkeypatch.chdir(tmp_path)
    for name in ("old.db", "other.db", *(["tracker.db"] * (words[:3] != "log"))):
        shutil.copyfile(template, name)
    if words.startswith("restore"):
        place.write_bytes(b"damaged" * 999)
    if words.startswith("merge"):
        assert run(tmp_path / "other.db", ["log", "fastai", "1h"]).returncode == 0
    Path("log.csv").write_text("date,project,minutes\n2026-11-02,Maths,30\n")
    before = set(tmp_path.iterdir())

    assert run(place, words.split(), script=("-c", KILLED)).returncode == -9
    assert len(set(tmp_path.iterdir()) - before) == 1
    again = run(place, words.split() if after == "again" else ["doctor"])

    assert again.returncode == 0 or words.startswith("restore"), again.stderr
    assert not list(tmp_path.glob(".tracker-*"))
    if after == "doctor":
        assert set(tmp_path.iterdir()) == before
