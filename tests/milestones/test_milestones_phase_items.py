"""Experiments whose phases have an item each: their hours, decision and commands."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import Output, Tracker
from tracker.errors import Unreadable
from tracker.journal.rules.experiments import Experiment, Phase
from tracker.labels import GUIDE_NOTE
from tracker.milestones.rules.attempts import join_phase_attempts
from tracker.milestones.rules.ledger import find_attempt
from tracker.milestones.rules.phases import (
    attempt_phases,
    find_attempt_item,
    is_decision_due,
)
from tracker.milestones.rules.records import Attempt, Milestone

HOUR = 3600
DAY = date(2026, 11, 23)
PARTS = (("reading", 50 * HOUR), ("producing", 50 * HOUR))
TEST = Milestone(
    "test", "Test", budget=100 * HOUR, phases=PARTS, phase_items=("read", "new")
)
FIT = "conceptual-fit-test"
READING, NEW = "conceptual-50h-reading", "conceptual-50h-new"


def _attempt(reading: int, producing: int, **fields: object) -> Attempt:
    by_item = (("read", reading * HOUR), ("new", producing * HOUR))
    spent = (reading + producing) * HOUR
    fields = {"by_item": by_item, "spent": spent, **fields}
    return Attempt("test", "read", DAY, DAY, **fields)  # type: ignore[arg-type]


HOURS = st.integers(0, 300)


@given(HOURS, HOURS)
def test_sum_of_phases(reading: int, producing: int) -> None:
    """Each phase has the hours of its item, so that all have the attempt's hours."""
    attempt = _attempt(reading, producing)
    phases = attempt_phases(attempt, TEST)

    assert [phase.spent for phase in phases] == [reading * HOUR, producing * HOUR]
    assert sum(phase.spent for phase in phases) == attempt.spent
    assert is_decision_due(attempt, TEST) == (reading >= 50 and producing >= 50)


def test_attempt_counts_both_items() -> None:
    """A result or attempt typed with either item is one with the attempt's item."""
    attempt = _attempt(1, 1)

    assert [find_attempt("test", slug, [attempt]) for slug in ("read", "new", "x")] == [
        attempt,
        attempt,
        None,
    ]
    assert find_attempt("other", "new", [attempt]) is None


@pytest.mark.parametrize(
    ("typed", "attempts", "item"),
    [
        (None, [], "read"),
        ("new", [], "read"),
        ("own-topic", [], "own-topic"),
        ("new", [_attempt(0, 0)], "read"),
        ("new", [Attempt("test", "new", DAY, DAY, phases=PARTS)], "new"),
    ],
)
def test_item_of_an_attempt(
    typed: str | None, attempts: list[Attempt], item: str
) -> None:
    """It is the first item of the phases, unless an attempt has another of them."""
    assert find_attempt_item(typed, TEST, attempts) == item


def test_item_is_needed() -> None:
    """Without items for its phases, an attempt needs an item."""
    with pytest.raises(Unreadable, match="needs an item"):
        find_attempt_item(None, Milestone("m", "M", phases=PARTS), [])


def test_phases_before_a_session() -> None:
    """Before its last seconds, only the phase of the item worked on had fewer."""
    spent = (9 * HOUR, 50 * HOUR)
    experiment = Experiment("test", DAY, PARTS, 59 * HOUR, spent, phase=0)

    assert experiment.find_phases() == (
        Phase("reading", 50 * HOUR, 9 * HOUR),
        Phase("producing", 50 * HOUR, 50 * HOUR),
    )
    assert experiment.find_phases(4 * HOUR)[0].spent == 5 * HOUR
    assert experiment.find_phases(4 * HOUR)[1] == experiment.find_phases()[1]


def test_whole_experiment(tracker: Tracker) -> None:
    """Hours on each item fill its phase, in any order; the decision ends both."""
    assert tracker.ok(f"show {FIT}").endswith(
        f"To start: tracker attempt {FIT}\n{GUIDE_NOTE}\n"
    )
    assert tracker.ok(f"attempt {FIT} --since 2026-11-01") == (
        "In progress: Conceptual research, tried for a hundred hours, with\n"
        f"{READING} and {NEW}.\n"
        "  0 h of 100 h, counted since Sun 1 Nov.\n"
        "  Phases: reading 50 h, producing 50 h, then a decision. Running out of hours is\n"
        "  no failure.\n"
        "  Undo: tracker undo\n"
    )
    for day, item in enumerate((NEW, READING, READING, READING, NEW), 1):
        tracker.ok(f"log {item} 20h --on 2026-11-0{day}")
    assert _phases(tracker) == {"reading": 60, "producing": 40}
    shown = tracker.ok(f"show {FIT}")
    assert "  phases    reading 60 h of 50 h, producing 40 h of 50 h\n" in shown
    assert "100 h of 100 h; then a decision" in shown
    assert "decision  due" not in shown
    assert f"continue {NEW}" in tracker.ok("next")

    logged = tracker.ok(f"log {NEW} 10h --on 2026-11-06")

    assert f"the 100 h of {FIT} are used: time to decide" in logged
    assert "  decision  due\n" in tracker.ok(f"show {FIT}")
    assert f"decide on {NEW}" in tracker.ok("next")
    tracker.ok(f"attempt {FIT} --with {NEW} --decision 'enjoyed it'")
    tracker.ok(f"reach {FIT} --with {NEW} --evidence post:https://blog.example/1")
    milestone = tracker.json(f"show {FIT}")["milestone"]
    (attempt,) = milestone["attempts"]
    (result,) = milestone["results"]
    assert (attempt["item"], attempt["spent"], attempt["decision"]) == (
        READING,
        110,
        "enjoyed it",
    )
    assert (result["item"], result["spent"]) == (READING, 110)
    assert sum(day["seconds"] for day in milestone["days"]) == 110 * HOUR


def test_session_on_a_phase(tracker: Tracker) -> None:
    """An answer to log names the phase of the item, and the next one at its end."""
    tracker.ok(f"attempt {FIT} --with {NEW} --since 2026-11-01")

    assert f"producing 3 h of 50 h for {FIT}" in tracker.ok(f"log {NEW} 3h")
    tracker.ok(f"log {READING} 20h --on 2026-11-02")
    tracker.ok(f"log {READING} 20h --on 2026-11-03")
    assert "reading (50 h) is over, producing (50 h) is next" in tracker.ok(
        f"log {READING} 10h --on 2026-11-04"
    ).replace("\n", " ")


def test_hours_before_the_attempt(tracker: Tracker) -> None:
    """Hours of either item before the first day do not count, and are named."""
    tracker.ok(f"log {READING} 2h --on 2026-11-01")
    tracker.ok(f"log {NEW} 3h --on 2026-10-20")

    answer = tracker(f"attempt {FIT}")

    assert answer.err == (
        f"5 h logged on {READING} and {NEW} before Mon 23 Nov do\n"
        "not count. To count them:\n"
        f"  tracker attempt {FIT} --with {READING} --since 2026-10-20\n"
    )


def test_two_attempts_at_one_experiment_are_one(tracker: Tracker, place: Path) -> None:
    """Two attempts of an older or merged database have the hours of both items once."""
    tracker.ok(f"attempt {FIT} --with {NEW} --since 2026-11-05")
    with closing(sqlite3.connect(place)) as db:
        db.execute(
            "insert into attempt (uid, milestone_id, item_id, since, entered, decision,"
            " decided, edited_at) select 'older', milestone_id, (select id from item"
            " where slug = ?), '2026-11-01', entered, 'go on', '2026-11-20', edited_at"
            " from attempt",
            (NEW,),
        )
        db.commit()
        number = db.execute("select count(*) from attempt").fetchone()[0]
    tracker.ok(f"log {READING} 20h --on 2026-11-02")
    tracker.ok(f"log {NEW} 10h --on 2026-11-06")
    shown = tracker.json(f"show {FIT}")["milestone"]

    assert number == 2
    assert len(shown["attempts"]) == 1
    assert shown["attempts"][0]["since"] == "2026-11-01"
    assert shown["hours"]["spent"] == 30
    assert "60 h" not in tracker.ok(f"show {FIT}")


@pytest.mark.parametrize("days", [(None, None), (1, None), (None, 2), (1, 2)])
def test_joined_attempts(days: tuple[int | None, int | None]) -> None:
    """One is open if one of them is, and keeps the first day and any decision."""
    ends = [date(2026, 11, day) if day else None for day in days]
    first = _attempt(0, 0, dropped=ends[0])
    other = _attempt(0, 0, dropped=ends[1], decision="no")._replace(
        item="new",
        since=date(2026, 1, 1),
    )
    alone = Attempt("test", "own", DAY, DAY)
    joined, left = join_phase_attempts([first, alone, other])

    assert left == alone
    assert (joined.item, joined.since) == ("read", date(2026, 1, 1))
    assert joined.decision == "no"
    assert joined.dropped == (None if None in ends else date(2026, 11, 2))


def test_own_phases(tracker: Tracker) -> None:
    """Phases of one's own are used one after the other, on the item typed alone."""
    tracker.ok(f'attempt {FIT} --with {NEW} --phase "reading 2h" --phase "writing 10h"')
    tracker.ok(f"log {READING} 9h --on 2026-11-22")
    tracker.ok(f"log {NEW} 5h")

    assert _phases(tracker) == {"reading": 2, "writing": 3}


def test_no_item(tracker: Tracker) -> None:
    """A milestone without items for its phases asks for one, and nothing is written."""
    tracker.ok("log ppo 1h")

    assert tracker("attempt replication-done") == Output(
        2,
        "",
        "An attempt at replication-done needs an item: its hours count.\n"
        "Name the item: tracker attempt replication-done --with ITEM\n",
    )


def test_hours_left_agree(tracker: Tracker) -> None:
    """`gaps`, `next` and `forecast` leave the same hours of each phase."""
    tracker.ok("config hours-a-week 10h")
    tracker.ok("target research-lead-theoretical --variant mathematical")
    tracker.ok("attempt math-fit-test --since 2026-10-01")
    tracker.ok("log math-50h-new 10h --on 2026-10-05")
    tracker.ok("log math-50h-reading 20h --on 2026-10-06")
    tracker.ok("log math-50h-reading 20h --on 2026-09-06")

    (forecast,) = tracker.json("forecast math-fit-test")["forecasts"]
    actions = [a for gap in tracker.json("gaps")["gaps"] for a in gap["actions"]]
    hours = {a["slug"]: a["hours"] for a in tracker.json("next")["actions"]}

    assert forecast["hours"] == [70.5, 71.5, 74.0]
    assert [a["hours"] for a in actions if a["milestone"] == "math-fit-test"] == [
        forecast["hours"]
    ]
    assert hours["math-50h-reading"] == [30, 30, 30]
    assert hours["math-50h-new"] == [40, 40, 40]


def test_exported_by_its_title(tracker: Tracker) -> None:
    """An export names the experiment, in progress and reached, not its first item."""
    title = "Conceptual research, tried for a hundred hours"
    tracker.ok(f"attempt {FIT}")
    tracker.ok(f"log {NEW} 3h")

    assert f"- {title}, 3.0 h since 23 Nov 2026\n" in tracker.ok("export progress")
    tracker.ok(f"reach {FIT} --evidence post:https://blog.example/fit")
    exported = tracker.ok("export progress")
    assert f"- **{title}** (23 Nov 2026)\n" in exported
    assert "In progress" not in exported


def test_plans_of_both_items(tracker: Tracker) -> None:
    """A result completes the plans for the items of both phases."""
    tracker.ok(f"attempt {FIT}")
    for item in (READING, NEW):
        tracker.ok(f"plan {item} --by 2026-12-31")
    tracker.ok(f"reach {FIT}")

    assert {p["state"] for p in tracker.json("plan")["plans"]} == {"kept"}


def _phases(tracker: Tracker) -> dict[str, float]:
    (attempt,) = tracker.json(f"show {FIT}")["milestone"]["attempts"]
    return {phase["name"]: phase["spent"] for phase in attempt["phases"]}
