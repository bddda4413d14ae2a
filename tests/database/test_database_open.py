"""Opening never changes a file that is no tracker database, and reading writes nothing."""

import os
import resource
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import Output, Tracker
from tests.database.harness import run
from tracker.database import locks
from tracker.database.connect import database_problem
from tracker.database.revisions import OUR_TABLES

READING = (
    "",
    "status",
    "sessions",
    "report --all",
    "history",
    "log",
    "items",
    "show fastai",
    "milestones",
    "skills",
    "week",
    "ready research-contributor-empirical",
    "ready --roles",
    "gaps research-contributor-empirical",
    "next",
    "config",
    "config zone",
    "doctor",
    "export progress",
    "catalogue check {seed}",
    "completion fish",
)


def _write(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as db:
        for statement in statements:
            db.execute(statement)
        db.commit()


def _names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def _make(place: Path, kind: str) -> str:
    """Create a file at `place` that tracker must refuse; return part of the error."""
    if kind == "text":
        place.write_text("this is no database, whatever its name says " * 40)
        return "is not a tracker database"
    if kind == "empty":
        place.touch()
    elif kind == "other":
        _write(
            place,
            "create table item (id integer, title text)",
            "insert into item values (1, 'hers')",
        )
    elif kind == "another's revisions":
        _write(
            place,
            "create table alembic_version (version_num)",
            "insert into alembic_version values ('a1b2c3d4')",
        )
    elif kind == "no revision":
        _write(place, "create table alembic_version (version_num)")
    else:
        revision = kind.removeprefix("newer ")
        _write(
            place,
            "create table alembic_version (version_num)",
            f"insert into alembic_version values ('{revision}')",
            *(f"create table {table} (id integer)" for table in OUR_TABLES),
        )
        return f"was written by a newer tracker (revision {revision})"
    return (
        "is empty: it is no database"
        if kind == "empty"
        else "is not a tracker database"
    )


@pytest.mark.parametrize(
    "kind",
    [
        "text",
        "empty",
        "other",
        "another's revisions",
        "no revision",
        "newer 9999",
        "newer ba571919be41",
    ],
)
@pytest.mark.parametrize(
    "words", ["sessions", "log fastai 1h", "items", "restore {self}"]
)
def test_not_ours(tracker: Tracker, kind: str, words: str) -> None:
    """A file of another program or of a newer tracker is refused, and not a byte of it changes."""
    expected = _make(tracker.db, kind)
    before = tracker.db.read_bytes()
    said = tracker(words.format(self=tracker.db))

    assert said.code == (6 if words.startswith("restore") else 5)
    assert expected in " ".join(said.err.split()) or words.startswith("restore")
    assert tracker.db.read_bytes() == before
    assert _names(tracker.db.parent) == ["tracker.db"]


def test_folder(tracker: Tracker) -> None:
    """A folder is refused as a folder, by doctor too."""
    folder = tracker.db.parent

    for words in ("sessions", "items", "doctor"):
        assert tracker(["--db", str(folder), words]) == Output(
            5,
            "",
            f"{folder} is a folder.\nTo use a file in it, name it with --db.\n",
        )


@pytest.mark.parametrize("words", READING)
def test_reading(tracker: Tracker, place: Path, words: str) -> None:
    """Reading writes nothing: not a byte, not the file's time, no file beside it."""
    tracker.ok("log fastai 1h30m")
    tracker.ok("start ppo")
    before, seen = place.read_bytes(), place.stat().st_mtime_ns
    said = tracker(words.format(seed=Path(__file__).parent.parent.parent / "seed"))

    assert (said.code, said.err) == (0, "")
    assert (place.read_bytes(), place.stat().st_mtime_ns) == (before, seen)
    assert _names(place.parent) == ["tracker.db"]


@pytest.mark.parametrize(
    "words",
    [
        "log fastai 1h",
        "config zone UTC",
        "undo",
        "add mine --title Mine --track coding",
    ],
)
def test_locked(
    tracker: Tracker, place: Path, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    """While another process writes, a writer waits for some seconds and then ends with an error."""
    monkeypatch.setattr(locks, "BUSY_SECONDS", 0.02)
    with closing(sqlite3.connect(place, isolation_level=None)) as other:
        other.execute("begin immediate")
        said = tracker(words)
        reading = tracker("sessions")

    assert (said.code, said.out) == (5, "")
    assert (
        said.err
        == f"Another process is writing to {place}, so it could not be used.\nTry again when it has finished. If you stopped it with Ctrl-Z, type: fg\n"
    )
    assert reading.code == 0


@pytest.mark.parametrize(
    "words",
    ["sessions", "items", "doctor", "backup", "backup {copy}", "restore {copy}"],
)
def test_committing(
    tracker: Tracker,
    place: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: str,
) -> None:
    """While another process locks the file, readers and copies wait no longer than a writer."""
    copy = tmp_path / "copy.db"
    if "restore" in words:
        tracker.ok(["backup", str(copy)])
        tracker.ok("log ppo 1h")
    monkeypatch.setattr(locks, "BUSY_SECONDS", 0.02)
    with closing(sqlite3.connect(place, isolation_level=None)) as other:
        other.execute("begin exclusive")
        said = tracker(words.format(copy=copy))

    assert (said.code, said.out) == (5, "")
    assert "Another process is writing" in said.err


def test_full_disk(tracker: Tracker, place: Path) -> None:
    """A full disk leaves the database unchanged, with sqlite3 and with SQLAlchemy."""
    size = place.stat().st_size
    before = place.read_bytes()

    def fill() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    long = "many words " * 9000
    for words in (
        ["log", "fastai", "1h", "-n", long],
        ["add", "mine", "--title", long, "--track", "coding"],
    ):
        said = run(place, words, before=fill)
        assert (said.returncode, said.stdout) == (5, ""), said.stderr
    with closing(sqlite3.connect(place)) as db:
        assert db.execute("pragma integrity_check").fetchone() == ("ok",)
    assert place.read_bytes() == before


def test_full_terminal(place: Path) -> None:
    """If the answer cannot be printed, the error says that the change is saved."""
    with Path("/dev/full").open("w") as full:
        wrote = run(place, ["log", "fastai", "1h"], stdout=full)
        read = run(place, ["sessions"], stdout=full)

    assert (wrote.returncode, wrote.stderr.split(",")[0]) == (6, "The change is saved")
    assert (read.returncode, read.stderr.split(" could")[0]) == (6, "The answer")
    assert "1h00m" in run(place, ["sessions"]).stdout


def test_journal_left(place: Path) -> None:
    """The next reader rolls back the journal of a killed write."""
    killed = (
        "import os, sqlite3, sys; db = sqlite3.connect(sys.argv[1], isolation_level=None);"
        "db.execute('pragma cache_size = 1'); db.execute('begin immediate');"
        "db.execute('update item set title = title || hex(randomblob(300))'); os._exit(9)"
    )
    before = place.read_bytes()
    assert run(place, [str(place)], script=("-c", killed)).returncode == 9
    assert Path(f"{place}-journal").exists()
    assert place.read_bytes() != before
    said = run(place, ["sessions"])

    assert said.returncode == 0
    assert place.read_bytes() == before


def test_no_way_in(monkeypatch: pytest.MonkeyPatch, tracker: Tracker) -> None:
    """A folder without read permission is an error of the database, not an unexpected error."""

    def refuse(path: str) -> os.stat_result:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr("tracker.database.connect.os.stat", refuse)
    said = tracker("sessions")

    assert said.code == 5
    assert said.err.startswith(f"{tracker.db} cannot be opened: Permission denied.\n")


def test_link_to_nothing(tracker: Tracker) -> None:
    """A broken symbolic link is refused, and stays."""
    tracker.db.symlink_to(tracker.db.parent / "gone.db")
    said = tracker("log fastai 1h")

    assert said.code == 5
    assert _names(tracker.db.parent) == ["tracker.db"]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "database is locked",
            "Another process is writing to t.db, so it could not be used.",
        ),
        ("database disk image is malformed", "t.db is damaged."),
        (
            "attempt to write a readonly database",
            "t.db cannot be written to; nothing was written.",
        ),
        ("database or disk is full", "The disk of t.db is full; nothing was written."),
        ("disk I/O error", "t.db could not be read or written; nothing was written."),
        ("out of memory", "The database t.db could not be used: out of memory."),
    ],
)
def test_sentences(said: str, told: str) -> None:
    """Each error of SQLite becomes a sentence that names the file."""
    assert (
        database_problem(Path("t.db"), sqlite3.OperationalError(said)).message == told
    )
