"""What is always true of an import, whatever rows a table has."""

import json
import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import Tracker
from tests.imports.cases import commands_of

Row = tuple[str, str, str, str, str]
TABLES = ("session", "overlap", "tombstone", "item", "item_aka", "import_batch")

# Cells as people write them, and some that are no day, no time or no length.
DAYS = st.one_of(
    st.integers(0, 20).map(lambda n: f"{date(2026, 10, 20) + timedelta(n)}"),
    st.sampled_from(["", "2026-02-30", "soon", "2027-01-01"]),
)
CLOCKS = st.one_of(
    st.tuples(st.integers(0, 23), st.sampled_from([0, 15, 30])).map(
        lambda time: f"{time[0]}:{time[1]:02}"
    ),
    st.sampled_from(["", "25:00", "2:30"]),
)
TEXTS = st.sampled_from(["", "ppo", "fastai", "Deep Work!", "-", "ä"])
ROWS = st.lists(st.tuples(DAYS, CLOCKS, CLOCKS, TEXTS, TEXTS), min_size=1, max_size=10)
LENGTHS = st.one_of(
    st.integers(1, 300).map(lambda n: f"{n / 20:.2f}"), st.sampled_from(["0", "", "x"])
)
PLAIN = st.lists(st.tuples(DAYS, LENGTHS, TEXTS), min_size=1, max_size=10)


def timed(rows: list[Row]) -> str:
    """A table of starts and ends."""
    lines = [f"{','.join(row)}\n" for row in rows]
    return "date,start,end,project,note\n" + "".join(lines)


def untimed(rows: list[tuple[str, ...]]) -> str:
    """A table of days and hours."""
    # A first row keeps the unit and the columns of all tables the same.
    return "date,hours,project\n2026-10-19,1.5,ppo\n" + "".join(
        f"{','.join(row)}\n" for row in rows
    )


def rows_of(place: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of the tables that imports write, with all columns."""
    with closing(sqlite3.connect(place)) as db:
        return {
            table: sorted(db.execute(f"select * from {table}").fetchall(), key=repr)
            for table in TABLES
        }


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def begin(tracker: Tracker, text: str) -> None:
    """A new database, with a session, and the file `log.csv`."""
    tracker.db.unlink(missing_ok=True)
    tracker.ok("log ppo 1h --on 2026-11-20")
    Path("log.csv").write_text(text, encoding="utf-8")


@settings(max_examples=10)
@given(rows=ROWS)
def test_every_entry_is_accounted_for(tracker: Tracker, rows: list[Row]) -> None:
    """Entries are added, known or skipped, none twice; so are seconds and projects."""
    begin(tracker, timed(rows))
    output = tracker("import log.csv --json")
    if output.code:
        assert output.out == ""
        return
    answer = tracker.json("import log.csv --dry-run")
    first = json.loads(output.out)

    for each in (first, answer):
        told = each["added"] + each["duplicates"] + len(each["skipped"])
        assert each["entries"] == told
        assert sum(p["entries"] for p in each["projects"]) == each["added"]
        assert sum(p["seconds"] for p in each["projects"]) == each["seconds"]
    sessions = tracker.json("sessions --limit 99")["sessions"]
    assert sum(s["seconds"] for s in sessions) == first["seconds"] + 3600


@settings(max_examples=8)
@given(rows=PLAIN)
def test_again_adds_nothing(tracker: Tracker, rows: list[tuple[str, ...]]) -> None:
    """The same file again writes nothing, whatever it holds and under whatever name."""
    begin(tracker, untimed(rows))
    first = tracker.json("import log.csv")
    before = rows_of(tracker.db)
    Path("log.csv").rename("other.csv")
    again = tracker.json("import other.csv")

    assert (again["added"], again["seconds"], again["batch"]) == (0, 0, None)
    assert again["duplicates"] == first["added"] + first["duplicates"]
    assert again["skipped"] == first["skipped"]
    assert rows_of(tracker.db) == before


@settings(max_examples=8)
@given(rows=ROWS)
def test_undo_brings_back_every_row(tracker: Tracker, rows: list[Row]) -> None:
    """Undo takes an import back to the last column; redo makes it again."""
    begin(tracker, timed(rows))
    before = rows_of(tracker.db)
    output = tracker("import log.csv --json")
    if output.code or not json.loads(output.out)["added"]:
        assert rows_of(tracker.db) == before
        return
    after = rows_of(tracker.db)
    tracker.ok("undo")

    assert rows_of(tracker.db) == before
    tracker.ok("redo")
    assert rows_of(tracker.db) == after


@settings(max_examples=8)
@given(rows=PLAIN, data=st.data())
def test_order_of_rows(
    tracker: Tracker, rows: list[tuple[str, ...]], data: st.DataObject
) -> None:
    """The order of rows that all have a day makes no difference to what comes in."""
    rows = [row for row in rows if row[0]]
    shuffled = data.draw(st.permutations(rows))
    answers = []
    for order in (rows, shuffled):
        begin(tracker, untimed(order))
        answer = tracker.json("import log.csv")
        reasons = sorted(skipped["why"] for skipped in answer["skipped"])
        answers.append((answer["added"], answer["projects"], reasons))

    assert answers[0] == answers[1]


@settings(max_examples=8)
@given(rows=PLAIN, at=st.integers(0, 10))
def test_two_halves_are_the_whole(
    tracker: Tracker, rows: list[tuple[str, ...]], at: int
) -> None:
    """A log that grew is the same as the whole log at once."""
    begin(tracker, untimed([row for row in rows if row[0]][:at]))
    tracker.ok("import log.csv")
    Path("log.csv").write_text(untimed([row for row in rows if row[0]]))
    tracker.ok("import log.csv")
    grown = _said(tracker)
    begin(tracker, untimed([row for row in rows if row[0]]))
    tracker.ok("import log.csv")

    assert grown == _said(tracker)


def _said(tracker: Tracker) -> list[tuple[Any, ...]]:
    """Day, item, seconds and project of each session."""
    with closing(sqlite3.connect(tracker.db)) as db:
        query = "select day, item_id, seconds, project, uid from session"
        return sorted(row for row in db.execute(query) if row[3] is not None)


@settings(max_examples=8)
@given(rows=ROWS)
def test_a_dry_run_says_what_comes(tracker: Tracker, rows: list[Row]) -> None:
    """A dry run says the same as the import after it, and changes no byte.

    Only the import says that it changed nothing.
    """
    begin(tracker, timed(rows))
    before = tracker.db.read_bytes()
    dry = tracker("import log.csv --dry-run --json")

    assert tracker.db.read_bytes() == before
    wet = tracker("import log.csv --json")
    assert dry.code == wet.code
    if dry.code == 0:
        assert dry.err == wet.err
        one, other = json.loads(dry.out), json.loads(wet.out)
        other.pop("changed", None)
        assert one | {"batch": None} == other | {"batch": None}


# What tracker prints can be pasted.
HEADERS = st.lists(
    st.sampled_from(
        [
            "Date",
            "Project",
            "Time",
            "Hours spent",
            "Maths",
            "Total time",
            "Note or more",
        ]
    ),
    min_size=2,
    max_size=5,
    unique=True,
)
NUMBERS = st.sampled_from(["1", "2", "15", "1:30", "45:00", "2h", "0930", "1.5"])


@settings(max_examples=25)
@given(headers=HEADERS, data=st.data())
def test_any_columns_of_a_hint(
    tracker: Tracker, headers: list[str], data: st.DataObject
) -> None:
    """Whatever headers and lengths a table has, its hints' --columns are accepted."""
    cells = {
        name: data.draw(st.lists(NUMBERS, min_size=2, max_size=2))
        for name in headers
        if name != "Date"
    }
    cells |= {"Date": ["2026-11-02", "2026-11-03"]}
    lines = [[f'"{name}"' for name in cells], *zip(*cells.values(), strict=True)]
    Path("log.csv").write_text("".join(f"{','.join(line)}\n" for line in lines))
    refusal = tracker("import log.csv --dry-run")
    if "For example" in refusal.err:
        return
    for words in commands_of(refusal.err):
        answer = tracker(words)
        assert answer.code == 0 or answer.err != refusal.err, (words, answer)
        assert "--columns does not know" not in answer.err
        assert "No row has all the headers" not in answer.err
