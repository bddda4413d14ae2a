"""Experiments: phases used one after the other, and the decision at the end."""

from datetime import date

import pytest

from tests.conftest import Tracker
from tracker.errors import Unreadable
from tracker.journal.rules.experiments import Phase
from tracker.labels import GUIDE_NOTE
from tracker.milestones.rules.phases import attempt_phases, is_decision_due, parse_phase
from tracker.milestones.rules.records import Attempt, Milestone

HOUR = 3600
DAY = date(2026, 11, 23)
BOUNDED = Milestone(
    "m",
    "M",
    budget=100 * HOUR,
    phases=(("reading", 50 * HOUR), ("producing", 50 * HOUR)),
)
TRY = "attempt conceptual-fit-test --with propose-for-elk"


def _attempt(hours: int, **fields: object) -> Attempt:
    return Attempt("m", "i", DAY, DAY, spent=hours * HOUR, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("hours", "used"), [(0, (0, 0)), (20, (20, 0)), (63, (50, 13)), (120, (50, 70))]
)
def test_hours_fill_phases_in_turn(hours: int, used: tuple[int, int]) -> None:
    """Hours fill one phase after the other; hours beyond all belong to the last."""
    assert (
        tuple(phase.spent // HOUR for phase in attempt_phases(_attempt(hours), BOUNDED))
        == used
    )


def test_phases_of_the_attempt() -> None:
    """The phases of an attempt replace those of its milestone."""
    own = _attempt(5, phases=(("trying", 10 * HOUR),))

    assert attempt_phases(own, BOUNDED) == (Phase("trying", 10 * HOUR, 5 * HOUR),)
    assert attempt_phases(own, Milestone("m", "M")) == attempt_phases(own, BOUNDED)


def test_a_decision_is_due_once() -> None:
    """A decision is due once all hours are used, until one is recorded."""
    assert not is_decision_due(_attempt(99), BOUNDED)
    assert is_decision_due(_attempt(100), BOUNDED)
    assert not is_decision_due(_attempt(100, decision="enough", decided=DAY), BOUNDED)
    assert not is_decision_due(_attempt(900), Milestone("m", "M"))


def test_a_phase_is_a_name_and_hours() -> None:
    """The last word is the amount; without an amount or a name it is refused."""
    assert parse_phase("reading  up 50h") == ("reading up", 50 * HOUR)
    for text in ("50h", "reading", "reading 50", ""):
        with pytest.raises(Unreadable):
            parse_phase(text)


def test_whole_experiment(tracker: Tracker) -> None:
    """Phases fill, the guide's questions are asked at the end, the decision stays."""
    assert tracker.ok(f"{TRY} --since 2026-11-01") == (
        "In progress: Conceptual research, tried for a hundred hours, with\n"
        "propose-for-elk.\n"
        "  0 h of 100 h, counted since Sun 1 Nov.\n"
        "  Phases: reading 50 h, producing 50 h, then a decision. Running out of hours is\n"
        "  no failure.\n"
        "  Undo: tracker undo\n"
    )
    for day in range(1, 7):
        tracker.ok(f"log propose-for-elk 20h --on 2026-11-0{day}")
    shown = tracker.ok("show conceptual-fit-test")
    assert "phases    reading 50 h of 50 h, producing 70 h of 50 h\n" in shown
    assert "  decision  due\n" in shown
    assert shown.endswith(
        "The guide asks: did you enjoy it, did it feel productive, did you say anything\n"
        "new?\n"
        f"To record the decision:\n  tracker {TRY} --decision TEXT\n"
        f"{GUIDE_NOTE}\n"
    )
    assert tracker(f"{TRY} --decision TEXT").code == 2

    tracker.ok(f"{TRY} --decision 'enjoyed it; nothing new yet'")

    shown = tracker.ok("show conceptual-fit-test")
    assert "decision  enjoyed it; nothing new yet (Mon 23 Nov)\n" in shown
    assert "  hours     120 h of 100 h\n" in shown
    assert "did you enjoy it" not in shown
    (attempt,) = tracker.json("show conceptual-fit-test")["milestone"]["attempts"]
    assert (attempt["since"], attempt["decision"], attempt["decided"]) == (
        "2026-11-01",
        "enjoyed it; nothing new yet",
        "2026-11-23",
    )
    assert attempt["phases"][1] == {"name": "producing", "hours": 50, "spent": 70}


def test_phases_typed_again(tracker: Tracker) -> None:
    """Phases typed again replace those before, and undo brings these back."""
    tracker.ok(
        'attempt elk-proposal --with propose-for-elk --phase "reading 20h" --phase "writing 10h"'
    )
    before = tracker.json("show elk-proposal")
    tracker.ok('attempt elk-proposal --with propose-for-elk --phase "reading 5h"')
    tracker.ok("undo")

    assert tracker.json("show elk-proposal") == before
    assert [
        phase["name"] for phase in before["milestone"]["attempts"][0]["phases"]
    ] == [
        "reading",
        "writing",
    ]


def test_hours_of_typed_phases(tracker: Tracker) -> None:
    """Hours are shown of the phases typed, not of those of the milestone."""
    tracker.ok(f'{TRY} --phase "reading 20h" --phase "writing 10h"')
    tracker.ok("log propose-for-elk 6h")

    assert (
        "  hours     6 h of 30 h; then a decision. Running out of hours is no failure\n"
        in tracker.ok("show conceptual-fit-test")
    )


def test_refused(tracker: Tracker) -> None:
    """A phase without hours or an empty decision exits 2, and nothing is written."""
    for words in ("--phase reading", "--decision ' '"):
        output = tracker(f"{TRY} {words}")
        assert (output.code, output.out) == (2, "")
    assert tracker.json("show conceptual-fit-test")["milestone"]["attempts"] == []
