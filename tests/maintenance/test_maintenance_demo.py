"""demo: a year of an invented person, in a file of its own, that says so wherever it is handed on."""

import json
import shlex
import stat
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import NOW, Output, Tracker
from tracker.maintenance.rules.demo_person import demo_year
from tracker.maintenance.rules.demo_sessions import demo_evenings
from tracker.plans.rules.breaks import days_off

NOTICE = "Demo data: this person does not exist."
DAYS = st.dates(date(2024, 1, 1), date(2040, 12, 31))


@pytest.fixture(name="place")
def _place(tracker: Tracker) -> Path:
    """Where the demo goes: beside the person's database."""
    return tracker.db.with_name("demo.db")


def _typed(tracker: Tracker, place: Path) -> str:
    """What the demo says on a first call."""
    said = tracker("demo")
    assert (said.code, said.err) == (0, "")
    assert place.exists()
    return said.out


def test_first_look(tracker: Tracker, place: Path) -> None:
    """It needs no database and makes none but its own, for its owner alone, and says what to type and to remove."""
    assert _typed(tracker, place) == (
        "A demo person's year, ending today. Your own data is not touched.\n"
        "This week and what to do next\n"
        f"  tracker --db {place}\n"
        "How close they are to the role they want\n"
        f"  tracker --db {place} ready\n"
        "What is missing, and how to get it\n"
        f"  tracker --db {place} gaps\n"
        "A long replication and its limit of hours\n"
        f"  tracker --db {place} show few-hundred-hour-replication\n"
        "When it will be done, at their pace\n"
        f"  tracker --db {place} forecast\n"
        "A report for a mentor or a funder\n"
        f"  tracker --db {place} export progress\n"
        "Other commands work with the same --db: log a session there, then undo it.\n"
        "Its exports say that they come from a demo. To remove it:\n"
        f"  rm {place}\n"
    )
    assert [path.name for path in place.parent.iterdir()] == ["demo.db"]
    assert stat.S_IMODE(place.stat().st_mode) == 0o600


def test_every_line_works(tracker: Tracker, place: Path) -> None:
    """Each command to paste succeeds, and the doctor finds nothing."""
    commands = tracker.json("demo")["commands"]

    assert [command.split()[:3] for command in commands] == [
        ["tracker", "--db", str(place)]
    ] * 6
    for command in commands:
        assert tracker(command.removeprefix("tracker ")).code == 0
    assert tracker(["--db", str(place), "doctor"]) == Output(0, "All is well.\n", "")


def test_ones_own_is_not_touched(tracker: Tracker, place: Path) -> None:
    """The person's database is neither written nor read: a damaged one stands in no way."""
    tracker.ok("log fastai 1h")
    before = tracker.db.read_bytes(), tracker.db.stat().st_mtime_ns
    _typed(tracker, place)
    assert (tracker.db.read_bytes(), tracker.db.stat().st_mtime_ns) == before

    tracker.db.write_text("not a database " * 100)
    _typed(tracker, place)


def test_nothing_to_undo(tracker: Tracker, place: Path) -> None:
    """The invented year is no history; what is tried out in it can be undone."""
    _typed(tracker, place)
    demo = ["--db", str(place)]

    assert (
        tracker([*demo, "history"]).out
        == "Nothing was done here yet that could be taken back.\n"
    )
    assert tracker([*demo, "undo"]).code == 4
    tracker.ok([*demo, "log", "fastai", "1h"])
    assert tracker.ok([*demo, "undo"]).startswith("Undone: ")


def test_made_anew(tracker: Tracker, place: Path) -> None:
    """A later demo takes an earlier one's place, and ends on its own day."""
    _typed(tracker, place)
    tracker.ok(["--db", str(place), "log", "fastai", "9h"])
    tracker.now = "2027-03-01T08:00"
    _typed(tracker, place)

    assert tracker.ok(["--db", str(place)]).startswith(
        "Mon 1 Mar 2027. This week 45m (aim 10 h).\n"
    )
    assert [path.name for path in place.parent.iterdir()] == ["demo.db"]


@pytest.mark.parametrize("kind", ["database", "text", "folder"])
def test_only_a_demo_is_replaced(
    tracker: Tracker, place: Path, template: Path, kind: str
) -> None:
    """Whatever else is called demo.db stays as it is, also where it is the person's own database."""
    if kind == "folder":
        place.mkdir()
    else:
        place.write_bytes(
            template.read_bytes() if kind == "database" else b"my own notes"
        )
    before = place.stat().st_mtime_ns
    said = [tracker("demo"), tracker(["--db", str(place), "demo"])]

    assert said == 2 * [
        Output(
            4, "", f"{place} exists already and is no demo; it was not changed.\n"
            "Move that file, or name another folder: tracker --db FOLDER/tracker.db demo\n",
        )
    ]  # fmt: skip
    assert place.stat().st_mtime_ns == before


def test_nowhere_to_make_it(tracker: Tracker, tmp_path: Path) -> None:
    """A folder that cannot be made is said with the code for a database that cannot be made."""
    (tmp_path / "file").write_text("")
    said = tracker(["--db", str(tmp_path / "file" / "tracker.db"), "demo"])

    assert (said.code, said.out, said.err.count("\n")) == (5, "", 2)


@pytest.mark.parametrize(
    "words", ["progress", "update", "hours", "application --for fellowship-cv"]
)
def test_exports_say_so(tracker: Tracker, place: Path, words: str) -> None:
    """Every document begins by saying that nobody is meant, and its JSON has it as a key."""
    _typed(tracker, place)
    export = ["--db", str(place), "export", *shlex.split(words)]

    assert tracker.ok(export).splitlines()[2] == NOTICE
    assert json.loads(tracker.ok([*export, "--format", "json"]))["invented"] is True


def test_sessions_say_so(tracker: Tracker, place: Path) -> None:
    """Each session is tagged as invented, so a table says it line by line."""
    _typed(tracker, place)
    lines = tracker.ok(
        ["--db", str(place), "export", "sessions", "--format", "csv"]
    ).splitlines()
    at = lines[0].split(",").index("tags")
    assert len(lines) > 100
    assert {line.split(",")[at] for line in lines[1:]} == {"demo"}


def test_it_is_not_merged(tracker: Tracker, place: Path) -> None:
    """An invented year does not get among one's own."""
    _typed(tracker, place)
    tracker.ok("log fastai 1h")
    before = tracker.db.read_bytes()

    assert tracker(["merge", str(place)]).code == 4
    assert tracker.db.read_bytes() == before


def test_an_ordinary_export_says_nothing_of_it(tracker: Tracker) -> None:
    """Nothing is invented in the person's own exports."""
    tracker.ok("log fastai 1h")

    assert "invented" not in tracker.ok("export progress --format json")


def test_what_there_is_to_see(tracker: Tracker, place: Path) -> None:
    """There is something of each kind: every way of writing down, results with and without evidence, kept and late."""
    _typed(tracker, place)

    def told(words: str) -> dict:
        return tracker.json(["--db", str(place), *shlex.split(words)])

    written = told("export progress --format json")
    assert {source["source"] for source in written["hours"]["by_source"]} == {
        "live",
        "same-day",
        "later",
        "imported",
    }
    assert {milestone["state"] for milestone in told("milestones")["milestones"]} == {
        "open",
        "trying",
        "reached",
    }
    assert {plan["state"] for plan in told("plan")["plans"]} == {
        "open",
        "kept",
        "late",
        "withdrawn",
    }
    assert {kind: told("ready")["musts"][kind] for kind in ("total", "met", "possible", "open")} == {
        "total": 4, "met": 1, "possible": 2, "open": 2,
    }  # fmt: skip
    assert told("forecast")["record"] == {"given": 3, "held": 2, "half": 2, "open": 1}
    assert len(told("note")["notes"]) == 4
    assert len(told("break")["breaks"]) == 2
    assert told("applications")["applications"][0]["funder"] == "taif"


def test_the_same_each_time(tracker: Tracker, place: Path) -> None:
    """Two demos of one day tell the same."""
    first = (
        _typed(tracker, place),
        tracker.ok(["--db", str(place), "export", "progress"]),
    )

    assert (
        _typed(tracker, place),
        tracker.ok(["--db", str(place), "export", "progress"]),
    ) == first


@given(DAYS)
def test_a_year_that_could_be(today: date) -> None:
    """Whatever day it is made on: about 300 hours, at most one session a day, none on a day off, none to come."""
    life = demo_year(today)
    studied = demo_evenings(today, life.breaks)
    days = [each.day for each in studied]

    assert len(set(days)) == len(days)
    assert max(days) == today
    assert min(days) >= today - timedelta(days=364)
    assert not set(days) & days_off(life.breaks, date.min, today)
    assert 250 <= sum(each.seconds for each in studied) / 3600 <= 380
    assert max(each.seconds for each in studied) <= 5 * 3600


@given(DAYS)
def test_nothing_is_done_before_it_is_studied(today: date) -> None:
    """Items are done after their last session, and results come on the day or later."""
    life = demo_year(today)
    last = {
        each.item: each.day
        for each in sorted(demo_evenings(today, life.breaks), key=lambda each: each.day)
    }
    done = {item: day for item, state, day in life.states if state == "done"}

    assert {item for item, day in done.items() if last[item] >= day} == set()
    assert {
        r.milestone for r in life.results if r.item and r.day < done[r.item]
    } == set()
    assert max(plan.day for plan in life.plans) <= today


@pytest.mark.parametrize(
    "now", [NOW, "2026-11-26T00:05", "2028-02-29T12:00", "2027-03-28T02:30"]
)
@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York", "Pacific/Apia"])
def test_at_any_time_anywhere(
    tracker: Tracker, place: Path, now: str, zone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Just past midnight, on a leap day, in a clock change and in any zone, the doctor finds nothing in it."""
    monkeypatch.setenv("TZ", zone)
    tracker.now = now
    _typed(tracker, place)

    assert tracker(["--db", str(place), "doctor"]) == Output(0, "All is well.\n", "")
