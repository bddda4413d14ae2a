"""`demo`: a year of a demo person, in a file of its own that says so."""

import json
import shlex
import stat
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import NOW, WELL, Output, Tracker
from tracker.maintenance.rules.demo_person import demo_year
from tracker.maintenance.rules.demo_sessions import demo_evenings
from tracker.plans.rules.breaks import days_off

NOTICE = "Demo data: this person does not exist."
DAYS = st.dates(date(2024, 1, 1), date(2040, 12, 31))


@pytest.fixture(name="place")
def _place(tracker: Tracker) -> Path:
    """Where the demo goes: beside the person's database."""
    return tracker.db.with_name("demo.db")


def _make_demo(tracker: Tracker, place: Path) -> str:
    """Make the demo, and return its output."""
    output = tracker("demo")
    assert (output.code, output.err) == (0, "")
    assert place.exists()
    return output.out


def test_demo_says_what_to_type(tracker: Tracker, place: Path) -> None:
    """It makes one private file, and says what to type and how to remove it."""
    assert _make_demo(tracker, place) == (
        "A demo person's year, ending today. Your own data is not touched.\n"
        "This week and what to do next\n"
        f"  tracker --db {place}\n"
        "How close they are to the role they want\n"
        f"  tracker --db {place} ready\n"
        "The road there: what is done, in progress and next\n"
        f"  tracker --db {place} road\n"
        "A long replication and its limit of hours\n"
        f"  tracker --db {place} show few-hundred-hour-replication\n"
        "When it will be done, at their pace\n"
        f"  tracker --db {place} forecast\n"
        "Each day of the year\n"
        f"  tracker --db {place} year\n"
        "All of it on one page\n"
        f"  tracker --db {place} page\n"
        "A report for a mentor or a funder\n"
        f"  tracker --db {place} export progress\n"
        "Other commands work with the same --db: log a session there, then undo it.\n"
        "Its exports say that they come from a demo. To remove it:\n"
        f"  rm {place}\n"
    )
    assert [path.name for path in place.parent.iterdir()] == ["demo.db"]
    assert stat.S_IMODE(place.stat().st_mode) == 0o600


def test_every_command_works(tracker: Tracker, place: Path) -> None:
    """Each command of the output works, and the doctor finds nothing."""
    commands = tracker.json("demo")["commands"]

    assert [command.split()[:3] for command in commands] == [
        ["tracker", "--db", str(place)]
    ] * 8
    for command in commands:
        assert tracker(command.removeprefix("tracker ")).code == 0
    assert tracker(["--db", str(place), "doctor"]) == Output(0, WELL, "")


def test_own_database_is_not_touched(tracker: Tracker, place: Path) -> None:
    """The person's database is neither read nor written, even a damaged one."""
    tracker.ok("log fastai 1h")
    before = tracker.db.read_bytes(), tracker.db.stat().st_mtime_ns
    _make_demo(tracker, place)
    assert (tracker.db.read_bytes(), tracker.db.stat().st_mtime_ns) == before

    tracker.db.write_text("not a database " * 100)
    _make_demo(tracker, place)


def test_demo_has_no_history(tracker: Tracker, place: Path) -> None:
    """The demo has no history; a command run on it can be undone."""
    _make_demo(tracker, place)
    demo = ["--db", str(place)]

    assert tracker([*demo, "history"]).out == "No command has changed anything yet.\n"
    assert tracker([*demo, "undo"]).code == 4
    tracker.ok([*demo, "log", "fastai", "1h"])
    assert tracker.ok([*demo, "undo"]).startswith("Undone: ")


def test_new_demo_replaces_the_old(tracker: Tracker, place: Path) -> None:
    """A new demo replaces the old one, and ends on its own day."""
    _make_demo(tracker, place)
    tracker.now = "2027-03-01T08:00"
    _make_demo(tracker, place)

    assert tracker.ok(["--db", str(place)]).startswith("Mon 1 Mar 2027. This week 45m ")
    assert [path.name for path in place.parent.iterdir()] == ["demo.db"]


def test_changed_demo_is_kept(tracker: Tracker, place: Path) -> None:
    """A demo in which the person logged stays as a backup, which can be restored."""
    _make_demo(tracker, place)
    tracker.ok(["--db", str(place), "log", "fastai", "9h"])
    logged = tracker.json(["--db", str(place), "sessions"])["seconds"]
    output = tracker("demo")
    backup = f"{place}.backup-2026-11-23-143000-before-demo"
    tracker.ok(["--db", str(place), "restore", backup])

    assert " ".join(output.err.split()) == (
        f"You had changed the earlier demo. It is kept as {backup}"
    )
    assert tracker.json(["--db", str(place), "sessions"])["seconds"] == logged


@pytest.mark.parametrize("kind", ["database", "text", "folder"])
def test_other_files_are_not_replaced(
    tracker: Tracker, place: Path, template: Path, kind: str
) -> None:
    """Any other file named demo.db stays as it is."""
    if kind == "folder":
        place.mkdir()
    else:
        place.write_bytes(
            template.read_bytes() if kind == "database" else b"my own notes"
        )
    before = place.stat().st_mtime_ns
    outputs = [tracker("demo"), tracker(["--db", str(place), "demo"])]

    assert outputs == 2 * [
        Output(
            4,
            "",
            f"{place} exists already and is no demo; it was not changed.\n"
            "Move that file, or name another one: tracker --db FILE demo\n",
        )
    ]
    assert place.stat().st_mtime_ns == before


def test_impossible_place(tracker: Tracker, tmp_path: Path) -> None:
    """A folder that cannot be made is code 5."""
    (tmp_path / "file").write_text("")
    output = tracker(["--db", str(tmp_path / "file" / "tracker.db"), "demo"])

    assert (output.code, output.out, output.err.count("\n")) == (5, "", 2)


def test_a_demo_behind_a_link_is_replaced(tracker: Tracker, place: Path) -> None:
    """A new demo replaces the file that a link leads to, which keeps its rights."""
    tracker.ok("demo")
    link, real = place.with_name("demo.db"), place.with_name("elsewhere.db")
    link.rename(real)
    real.chmod(0o640)
    link.symlink_to(real)
    before = real.stat().st_ino
    tracker.ok("demo")

    assert link.is_symlink()
    assert real.stat().st_ino != before
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


@pytest.mark.parametrize(
    "command", ["progress", "update", "hours", "application --for taif"]
)
def test_exports_say_that_they_are_a_demo(
    tracker: Tracker, place: Path, command: str
) -> None:
    """Every document begins by saying so, and its JSON has a key for it."""
    _make_demo(tracker, place)
    export = ["--db", str(place), "export", *shlex.split(command)]

    assert NOTICE in tracker.ok(export).splitlines()[:5]
    assert json.loads(tracker.ok([*export, "--format", "json"]))["invented"] is True


def test_sessions_are_tagged(tracker: Tracker, place: Path) -> None:
    """Each session has the tag `demo`, so each row of a table says so."""
    _make_demo(tracker, place)
    lines = tracker.ok(
        ["--db", str(place), "export", "sessions", "--format", "csv"]
    ).splitlines()
    at = lines[0].split(",").index("tags")
    assert len(lines) > 100
    assert {line.split(",")[at] for line in lines[1:]} == {"demo"}


def test_demo_is_not_merged(tracker: Tracker, place: Path) -> None:
    """A demo cannot be merged into your database."""
    _make_demo(tracker, place)
    tracker.ok("log fastai 1h")
    before = tracker.db.read_bytes()

    assert tracker(["merge", str(place)]).code == 4
    assert tracker.db.read_bytes() == before


def test_own_exports_do_not_mention_a_demo(tracker: Tracker) -> None:
    """An ordinary export has no such key."""
    tracker.ok("log fastai 1h")

    assert "invented" not in tracker.ok("export progress --format json")


def test_demo_has_something_of_each_kind(tracker: Tracker, place: Path) -> None:
    """It has every source of sessions and every state of milestones and plans."""
    _make_demo(tracker, place)

    def show(command: str) -> dict:
        return tracker.json(["--db", str(place), *shlex.split(command)])

    export = show("export progress --format json")
    assert {source["source"] for source in export["hours"]["by_source"]} == {
        "live",
        "same-day",
        "later",
        "imported",
    }
    assert {milestone["state"] for milestone in show("milestones")["milestones"]} == {
        "open",
        "trying",
        "reached",
    }
    assert {plan["state"] for plan in show("plan")["plans"]} == {
        "open",
        "kept",
        "late",
        "withdrawn",
    }
    musts = show("ready")["musts"]
    assert {kind: musts[kind] for kind in ("total", "met", "possible", "open")} == {
        "total": 4,
        "met": 1,
        "possible": 2,
        "open": 2,
    }
    assert show("forecast")["record"] == {
        "given": 3,
        "held": 2,
        "half": 2,
        "open": 1,
        "withdrawn": 0,
    }
    assert len(show("note")["notes"]) == 4
    assert len(show("break")["breaks"]) == 2
    assert show("applications")["applications"][0]["funder"] == "taif"


def test_demos_of_one_day_are_the_same(tracker: Tracker, place: Path) -> None:
    """Two demos made on one day show the same."""
    first = (
        _make_demo(tracker, place),
        tracker.ok(["--db", str(place), "export", "progress"]),
    )

    assert (
        _make_demo(tracker, place),
        tracker.ok(["--db", str(place), "export", "progress"]),
    ) == first


@given(DAYS)
def test_sessions_are_plausible(today: date) -> None:
    """About 300 h, one session a day at most, none on a day off, none to come."""
    year = demo_year(today)
    evenings = demo_evenings(today, year.breaks)
    days = [evening.day for evening in evenings]

    assert len(set(days)) == len(days)
    assert max(days) == today
    assert min(days) >= today - timedelta(days=364)
    assert not set(days) & days_off(year.breaks, date.min, today)
    assert 250 <= sum(evening.seconds for evening in evenings) / 3600 <= 380
    assert max(evening.seconds for evening in evenings) <= 5 * 3600


@given(DAYS)
def test_items_are_done_after_their_sessions(today: date) -> None:
    """Items are done after their last session, and results come with them or later."""
    year = demo_year(today)
    last = {
        evening.item: evening.day
        for evening in sorted(
            demo_evenings(today, year.breaks), key=lambda evening: evening.day
        )
    }
    done = {item: day for item, state, day in year.states if state == "done"}

    assert {item for item, day in done.items() if last[item] >= day} == set()
    assert {
        r.milestone for r in year.results if r.item and r.day < done[r.item]
    } == set()
    assert max(plan.day for plan in year.plans) <= today


@pytest.mark.parametrize(
    "now", [NOW, "2026-11-26T00:05", "2028-02-29T12:00", "2027-03-28T02:30"]
)
@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York", "Pacific/Apia"])
def test_demo_works_at_any_time_anywhere(
    tracker: Tracker, place: Path, now: str, zone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Past midnight, on a leap day, in any zone: the doctor finds nothing in the demo."""
    monkeypatch.setenv("TZ", zone)
    tracker.now = now
    _make_demo(tracker, place)

    findings = tracker.json(["--db", str(place), "doctor"])["findings"]
    assert {finding["what"] for finding in findings} <= {"old-programmes"}
