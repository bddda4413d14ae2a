"""Files are written whole or not at all."""

import os
import stat
from pathlib import Path

import pytest

from tracker.errors import FileProblem, Refused
from tracker.export import output_file
from tracker.export.output_file import check_place, write_whole


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    """The text is there in UTF-8, and no other file is left."""
    size = write_whole(tmp_path / "a.md", "höhe\r\n", force=False)

    assert (tmp_path / "a.md").read_bytes() == "höhe\r\n".encode()
    assert size == 7
    assert [each.name for each in tmp_path.iterdir()] == ["a.md"]


def test_an_existing_file_is_kept(tmp_path: Path) -> None:
    """A file is replaced only with --force."""
    place = tmp_path / "a.md"
    place.write_text("mine")

    with pytest.raises(Refused):
        write_whole(place, "other", force=False)
    assert place.read_text() == "mine"

    write_whole(place, "other", force=True)
    assert place.read_text() == "other"


def test_an_impossible_place_is_refused_at_once(tmp_path: Path) -> None:
    """A missing folder, or a folder as the file, is refused before any work."""
    for place in (tmp_path / "none" / "a.md", tmp_path):
        with pytest.raises(FileProblem):
            check_place(place, force=True)


def test_only_a_file_is_replaced(tmp_path: Path) -> None:
    """A device or a pipe is refused, with --force too, and not changed."""
    pipe = tmp_path / "pipe.md"
    os.mkfifo(pipe)

    for place in (pipe, Path(os.devnull)):
        with pytest.raises(FileProblem, match="not a file that can be replaced"):
            check_place(place, force=True)
        with pytest.raises(FileProblem, match="not a file that can be replaced"):
            write_whole(place, "x", force=True)
    assert pipe.is_fifo()
    assert [each.name for each in tmp_path.iterdir()] == ["pipe.md"]


def test_a_name_that_no_disk_takes_is_refused(tmp_path: Path) -> None:
    """A name too long for the disk is refused with its reason; no file is left."""
    with pytest.raises(FileProblem, match="too long"):
        write_whole(tmp_path / f"{'a' * 300}.md", "x", force=False)
    assert list(tmp_path.iterdir()) == []


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """Where the place is a link, the file that it leads to is replaced."""
    place, goal = tmp_path / "a.md", tmp_path / "goal.md"
    goal.write_text("mine")
    place.symlink_to(goal)

    write_whole(place, "other", force=True)

    assert place.is_symlink()
    assert goal.read_text() == "other"


def test_a_failed_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the disk is full the old file stays, and no other file is left."""
    place = tmp_path / "a.md"
    place.write_text("mine")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(FileProblem, match="No space left"):
        write_whole(place, "other", force=True)
    assert [each.name for each in tmp_path.iterdir()] == ["a.md"]
    assert place.read_text() == "mine"


def test_permissions(tmp_path: Path) -> None:
    """A new file is its owner's only, whatever the umask; a replaced one keeps its mode."""
    new, shared = tmp_path / "new.md", tmp_path / "shared.md"
    shared.write_text("mine")
    shared.chmod(0o640)
    before = os.umask(0)
    try:
        write_whole(new, "x", force=False)
        write_whole(shared, "x", force=True)
    finally:
        os.umask(before)

    assert stat.S_IMODE(new.stat().st_mode) == 0o600
    assert stat.S_IMODE(shared.stat().st_mode) == 0o640


def test_a_file_put_there_meanwhile_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without --force, a file that takes the name at the last moment is not replaced."""
    place = tmp_path / "a.md"
    monkeypatch.setattr(
        output_file, "check_place", lambda *_, **__: place.write_text("mine")
    )
    with pytest.raises(Refused, match="exists"):
        write_whole(place, "other", force=False)

    assert place.read_text() == "mine"
    assert [each.name for each in tmp_path.iterdir()] == ["a.md"]
