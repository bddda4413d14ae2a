"""Merges of databases with values that make no sense, or that are in the future."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import Output, Tracker
from tests.imports.machines import Machines
from tests.journal.harness import rows

WRONG = "2031-03-04T10:00"
NOTES = "select note from session order by note"


@pytest.fixture(name="machines")
def _machines(
    tracker: Tracker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Machines:
    """Machines `a` and `b` with one session, edited on `b` when its clock was wrong."""
    monkeypatch.chdir(tmp_path)
    tracker("items")
    machines = Machines(tracker, tmp_path)
    machines("a", "log fastai 1h -n base", "2026-11-20T10:00")
    machines.copy("a", "bc")
    machines("b", "edit last -n wrong", WRONG)
    return machines


def test_question(machines: Machines, tracker: Tracker) -> None:
    """An edit in the future is asked about, in either database; nothing is written."""
    tracker.now = "2026-11-20T12:00"
    before = machines.place("a").read_bytes()
    [(uid,)] = rows(machines.place("a"), "select uid from session")

    assert machines("a", "merge b.db") == Output(
        4,
        "",
        "b.db has 1 entry written in the future, up to Tue 4 Mar 2031: session"
        f" {uid[:4]}. The\nclock here says Fri 20 Nov 2026.\n"
        "If the clock here is right, merge them so that later edits win:\n"
        f"  tracker --db {machines.place('a')} merge b.db --clock-is-right\n",
    )
    assert machines.place("a").read_bytes() == before
    assert "This database has 1 entry written in the future" in (
        machines("b", "merge a.db").err
    )
    # A clock that is ahead by hours is believed.
    assert machines("a", "merge b.db", "2031-03-03T12:00").code == 0


def test_later_edit_wins(machines: Machines) -> None:
    """It counts as of the last honest moment: what is edited later wins, in every order."""
    assert machines.merge("a", "b", "2026-11-20T12:00").code == 0
    assert rows(machines.place("a"), NOTES) == [("wrong",)]
    machines.copy("a", "x")
    assert machines.merge("c", "b", "2026-11-20T13:00").code == 0
    machines("a", "edit last -n honest", "2026-11-20T12:30")

    for other in "bcx":  # nothing is asked again
        assert machines("a", f"merge {other}.db", "2026-11-20T14:00").code == 0
        assert machines.merge(other, "a", "2026-11-20T14:00").code == 0
        assert rows(machines.place(other), NOTES) == [("honest",)]
    assert rows(machines.place("a"), NOTES) == [("honest",)]
    for other in "bcx":
        machines.merge(other, "a", "2032-01-01T10:00")
        machines.merge("a", other, "2032-01-01T10:00")
        assert machines.content(other) == machines.content("a")
    assert rows(machines.place("a"), NOTES) == [("honest",)]


def test_removal_in_the_future(machines: Machines) -> None:
    """What was removed in the future stays removed, until it comes back later."""
    machines("a", "config name Ada", "2026-11-20T10:30")
    machines.copy("a", "b")
    machines("b", "config name ''", WRONG)
    names = "select value from setting where key = 'name'"
    assert machines.merge("a", "b", "2026-11-20T12:00").code == 0
    assert rows(machines.place("a"), names) == []
    machines("a", "config name Bo", "2026-11-20T12:30")

    assert machines("a", "merge b.db", "2026-11-20T13:00").code == 0
    assert machines.merge("b", "a", "2026-11-20T13:00").code == 0
    for machine in "ab":
        assert rows(machines.place(machine), names) == [("Bo",)]


def test_recorded_in_the_future(machines: Machines) -> None:
    """A session recorded in the future counts as recorded when the clock was right."""
    machines("b", "log ppo 1h -n new --on 2026-11-19", WRONG)
    machines.merge("a", "b", "2026-11-20T12:00")
    machines.merge("b", "a", "2026-11-20T13:00")

    logged = "select logged_at from session where note = 'new'"
    for machine in "ab":
        assert rows(machines.place(machine), logged) == [(1795165200,)]


def test_undo_of_the_answer(machines: Machines) -> None:
    """Undo takes back what the entries count as: the next merge asks again."""
    machines.merge("a", "b", "2026-11-20T12:00")
    machines("a", "undo", "2026-11-20T12:01")

    with closing(sqlite3.connect(machines.place("a"))) as db:
        assert db.execute("select count(*) from tombstone").fetchone() == (0,)
    assert machines("a", "merge b.db").code == 4


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ("update setting set value = '99:99'", "The setting day-starts is '99:99'"),
        ("update setting set key = 'zone'", "The setting zone is '04:00'"),
        (
            "insert into timer values (1, 'u', 0, 5, -9e10, 0, '', null, 0)",
            "Row 1 of timer",
        ),
        ("update session set day = '2026-02-30'", "Row 1 of session has day"),
        ("update session set uid = ''", "Row 1 of session has uid ''"),
    ],
)
def test_values_that_would_break(
    machines: Machines, tracker: Tracker, wrong: str, says: str
) -> None:
    """A database with a value that makes no sense is refused; nothing is written."""
    machines("b", "config day-starts 04:00")
    with closing(sqlite3.connect(machines.place("b"))) as db, db:
        db.execute("pragma ignore_check_constraints = 1")
        db.execute(wrong)
    before = machines.place("c").read_bytes()

    output = tracker("--db c.db merge b.db")
    assert (output.code, output.out) == (6, "")
    assert f"b.db has a fault: {says}" in " ".join(output.err.split())
    assert output.err.endswith("\nTo see its faults: tracker --db b.db doctor\n")
    assert machines.place("c").read_bytes() == before
