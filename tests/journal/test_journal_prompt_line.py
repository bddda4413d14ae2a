"""The line for a prompt, printed without click: as the command prints it."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import ROOT, Tracker
from tests.journal.test_journal_prompt import ODD_NAMES, SPOILED, set_odd_name
from tracker.cli import main
from tracker.journal.store.prompt_line import print_line

LINE = ["status", "--line"]
NOW_UTC = 1795440600  # 2026-11-23T14:30 in Berlin
ZONES = ["Europe/Berlin", "UTC", "Pacific/Kiritimati"]
ODD_ZONES = [
    "",
    ":UTC",
    "Mars/Phobos",
    "Europe",
    "zone.tab",
    "<+03>-3",
    "../etc/passwd",
]
# The uid is that of the setting on every machine.
SET = "insert into setting (uid, edited_at, key, value) values (?, 1, ?, ?)"
START = """insert into timer (id, uid, edited_at, item_id, started_at, utc_offset, tags,
           by_hand) values (1, 'u', 1, ?, ?, 3600, '', 0)"""


def printed(
    capsys: pytest.CaptureFixture[str],
    answer: Callable[[list[str]], Any],
    words: list[str],
) -> tuple[Any, str, str]:
    """What a call returns and prints."""
    capsys.readouterr()
    returned = answer(words)
    return (returned, *capsys.readouterr())


def compare(capsys: pytest.CaptureFixture[str], words: list[str] = LINE) -> bool:
    """Whether the line is printed early; if so it is what the command prints, else nothing."""
    early = printed(capsys, print_line, words)
    if early[0]:
        assert early[1:] == printed(capsys, main, words)[1:]
        assert main(words) == 0
    else:
        assert early[1:] == ("", "")
    return bool(early[0])


def fill(place: Path, started: int | None, slug: str, rows: dict[str, str]) -> None:
    """Start the timer in the database, with these settings; damage may be among them."""
    with closing(sqlite3.connect(place)) as db, db:
        db.execute("pragma ignore_check_constraints = on")
        for key, value in rows.items():
            db.execute(SET, (f"setting:{key}", key, value))
        if started is not None:
            (item,) = db.execute("select min(id) from item").fetchone()
            db.execute("update item set slug = ? where id = ?", (slug, item))
            db.execute(START, (item, started))


STARTS = (
    st.none()
    | st.integers(NOW_UTC - 10**6, NOW_UTC + 10**4)
    | st.integers(-(2**33), 2**33)
)
SETTINGS = st.fixed_dictionaries(
    {},
    optional={
        "zone": st.sampled_from([*ZONES, "Mars/Phobos"]),
        "day-starts": st.sampled_from(["04:00", "12:00", "12:30", "4", "x"]),
        "pictures": st.sampled_from(["ascii", "none"]),
    },
)


@settings(max_examples=60)
@given(
    started=STARTS,
    slug=st.sampled_from(["an-item", "x" * 30, "x" * 31, "ελκ"]),
    rows=SETTINGS,
    zone=st.sampled_from([None, *ZONES, *ODD_ZONES]),
    now=st.sampled_from(
        ["2026-11-23T14:30", "2026-11-23T14:30:59+02:00", "1969-01-01", "soon"]
    ),
)
def test_line_is_that_of_the_command(
    template: Path,
    tmp_path_factory: pytest.TempPathFactory,
    capsys: pytest.CaptureFixture[str],
    started: int | None,
    slug: str,
    rows: dict[str, str],
    zone: str | None,
    now: str,
) -> None:
    """In any state, what is printed early is what the command prints."""
    place = Path(shutil.copy(template, tmp_path_factory.mktemp("line") / "x.db"))
    fill(place, started, slug, rows)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRACKER_DB", str(place))
        patch.setenv("TRACKER_NOW", now)
        if zone is None:
            patch.delenv("TZ", raising=False)
        else:
            patch.setenv("TZ", zone)
        compare(capsys)
        compare(capsys, ["--db", str(place), *LINE])


@pytest.mark.parametrize("running", [True, False])
def test_usual_line_is_early(
    tracker: Tracker,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: Any,
    running: bool,
) -> None:
    """With a timer and without one, with a clock that is set and without, also by --db."""
    tracker.ok("start fastai" if running else "items")

    assert compare(capsys)
    assert compare(capsys, ["--db", str(tracker.db), *LINE])
    monkeypatch.delenv("TRACKER_NOW")
    assert compare(capsys)
    monkeypatch.setenv("TRACKER_DB", str(tracker.db.parent / "none.db"))
    assert compare(capsys)


UNUSUAL = (
    ["status"], ["--line"], ["status", "--line", "--json"], ["status", "--json", "--line"],
    ["status", "--line", "--line"], ["--json", *LINE], ["--db", "", *LINE], ["--db", "FILE", *LINE],
    ["--db", "<your>.db", *LINE], ["--db=x.db", *LINE], ["--debug", *LINE], ["log", "--line"],
)  # fmt: skip


@pytest.mark.parametrize("words", UNUSUAL)
def test_other_words_are_for_the_command(
    capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    """Exactly two words, after --db and the name of a file, are answered early."""
    assert printed(capsys, print_line, words) == (False, "", "")


@pytest.mark.parametrize("spoil", SPOILED)
def test_spoiled_database(
    tracker: Tracker,
    place: Path,
    capsys: pytest.CaptureFixture[str],
    spoil: Callable[[Path], None],
) -> None:
    """A database that is old, newer, damaged or none is left as it is, without an error."""
    tracker.ok("start fastai")
    spoil(place)
    before = sorted((path, path.stat().st_size) for path in place.parent.iterdir())

    compare(capsys)

    assert (
        sorted((path, path.stat().st_size) for path in place.parent.iterdir()) == before
    )


@pytest.mark.parametrize(("name", "value"), ODD_NAMES)
def test_odd_surroundings(
    tracker: Tracker,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
    value: str,
) -> None:
    """Nor does anything wrong around the database show."""
    tracker.ok("start fastai")
    set_odd_name(monkeypatch, name, value)

    compare(capsys)


@pytest.mark.parametrize("lock", ["exclusive", "immediate"])
def test_locked(
    tracker: Tracker, capsys: pytest.CaptureFixture[str], lock: str
) -> None:
    """While another process writes, the line is printed, or nothing where it cannot be read."""
    tracker.ok("start fastai")
    with closing(sqlite3.connect(tracker.db, isolation_level=None)) as other:
        other.execute(f"begin {lock}")
        assert compare(capsys)


def test_closed_output(tracker: Tracker) -> None:
    """A closed output and a full disk are no errors in a prompt."""
    tracker.ok("start fastai")
    for stream in (">&-", ">/dev/full"):
        done = subprocess.run(
            [
                "bash",
                "-c",
                f'"$@" {stream}',
                "sh",
                sys.executable,
                "-m",
                "tracker",
                *LINE,
            ],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, b"")
