"""An export never writes over the database, a SQLite file, or what it reads."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import Output, Tracker
from tests.export.personas import BUDGET

ANSWERS = 'summary = "mine"\n'


@pytest.fixture(name="folder")
def _folder(tracker: Tracker) -> Path:
    """The folder of a database with a budget, answers and a form of one's own."""
    tracker.ok("log fastai 1h")
    folder = tracker.db.parent
    (folder / "answers.toml").write_text(ANSWERS)
    (folder / "budget.toml").write_text(BUDGET)
    (folder / "funders").mkdir()
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    """All files of a folder, by name."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def write_to(tracker: Tracker, place: Path, kind: str = "progress") -> Output:
    words = ["export", *kind.split(), "--format", "md", "-o", str(place), "--force"]
    return tracker(words)


def test_the_database_is_refused_by_any_name(tracker, folder: Path) -> None:
    """The database, a link to it and its journals are refused (4); nothing is written."""
    (folder / "link.md").symlink_to(tracker.db)
    os.link(tracker.db, folder / "hard.md")
    (folder / "again.md").symlink_to(folder / "link.md")
    before = contents(folder)

    for name in (
        "tracker.db",
        "link.md",
        "again.md",
        "hard.md",
        "tracker.db-journal",
        "tracker.db-wal",
        "funders/../tracker.db",
    ):
        refused = write_to(tracker, folder / name)
        assert (refused.code, refused.out) == (4, ""), name
        assert "; nothing was written." in " ".join(refused.err.split())
    assert contents(folder) == before
    assert "1h00m" in tracker.ok("sessions")


def test_a_database_behind_a_link_is_refused(
    tracker, folder: Path, monkeypatch
) -> None:
    """Where the database is named by a link, its own name and journal are refused."""
    (folder / "linked.db").symlink_to(tracker.db)
    monkeypatch.setenv("TRACKER_DB", str(folder / "linked.db"))

    for name in ("tracker.db", "linked.db", "tracker.db-journal", "linked.db-wal"):
        assert write_to(tracker, folder / name).code == 4, name


def test_a_database_yet_to_come_is_refused(tracker) -> None:
    """The database is refused before the first run has made it, too."""
    assert write_to(tracker, tracker.db).code == 4
    assert not tracker.db.exists()


def test_any_sqlite_file_is_refused(tracker, folder: Path) -> None:
    """A SQLite file of another program, or a backup, is refused under any name."""
    with closing(sqlite3.connect(folder / "photos.md")) as db, db:
        db.execute("create table photo (id)")
    db.close()
    tracker.ok(["backup", str(folder / "copy.txt")])
    before = contents(folder)

    for name in ("photos.md", "copy.txt"):
        assert write_to(tracker, folder / name).code == 4
    assert contents(folder) == before


def test_files_beside_a_sqlite_file_are_refused(tracker, folder: Path) -> None:
    """What SQLite keeps beside a file of another program is refused, there or not."""
    tracker.ok(["backup", str(folder / "copy.txt")])
    (folder / "copy.txt-wal").write_text("not yet in it")
    before = contents(folder)

    for name in ("copy.txt-wal", "copy.txt-journal"):
        assert write_to(tracker, folder / name).code == 4, name
    assert contents(folder) == before


def test_names_of_backups_are_refused(tracker, folder: Path) -> None:
    """A backup that is damaged, and a name for one, are refused to all that write."""
    damaged = f"{tracker.db}.backup-2026-11-20-214005-before-merge"
    Path(damaged).write_text("damaged")
    before = contents(folder)
    (folder / "log.csv").write_text("date,project,minutes\n2026-11-02,Maths,30\n")
    draft = ["import", str(folder / "log.csv"), "--dry-run", "--map"]
    answers = ["export", "application", "--for", "taif", "--answers"]

    for place in (damaged, damaged.replace("merge", "import"), f"{damaged}-journal"):
        assert write_to(tracker, Path(place)).code == 4, place
        if not Path(place).exists():
            for command in (["backup"], draft, answers, ["page", "-o"]):
                refused = tracker([*command, place])
                assert (refused.code, refused.out) == (4, ""), (command, place)
    (folder / "log.csv").unlink()
    assert contents(folder) == before


def test_inputs_are_refused(tracker, folder: Path) -> None:
    """Files that this export reads are refused: answers, budgets, funders' forms."""
    other = folder / "other.toml"
    other.write_text(BUDGET)
    answers = f"application --for taif --answers {folder / 'answers.toml'}"

    for place, kind in (
        ("answers.toml", answers),
        ("funders/../answers.toml", answers),
        ("budget.toml", "update"),
        ("other.toml", f"update --budget {other}"),
        ("funders/mine.toml", "progress"),
    ):
        refused = write_to(tracker, folder / place, kind)
        assert refused.code == 4, place
        assert "tracker reads" in refused.err
    assert (folder / "answers.toml").read_text() == ANSWERS
    assert (folder / "budget.toml").read_text() == BUDGET
    assert list((folder / "funders").iterdir()) == []
    write_to(tracker, folder / "funders" / "taif.md")
    assert [path.name for path in (folder / "funders").iterdir()] == ["taif.md"]


def test_any_other_file_is_replaced_with_force(tracker, folder: Path) -> None:
    """A file that only looks like one of these is replaced with --force."""
    place = folder / "about.md"
    place.write_text("SQLite format 3 is described here")

    assert write_to(tracker, place).code == 0
    assert place.read_text().startswith("# Progress")
