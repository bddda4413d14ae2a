"""Bounded experiments: phases whose hours are used one after the other, and the decision at their end."""

from datetime import date

import pytest

from tests.conftest import Tracker
from tracker.errors import Unreadable
from tracker.journal.rules.experiments import Phase
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


def tried(hours: int, **said: object) -> Attempt:
    return Attempt("m", "i", DAY, DAY, spent=hours * HOUR, **said)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("hours", "used"), [(0, (0, 0)), (20, (20, 0)), (63, (50, 13)), (120, (50, 70))]
)
def test_hours_fill_phases_in_turn(hours: int, used: tuple[int, int]) -> None:
    """The first phase is used up before the next begins; what is beyond all is the last one's."""
    assert (
        tuple(phase.spent // HOUR for phase in attempt_phases(tried(hours), BOUNDED))
        == used
    )


def test_own_phases_come_before_the_milestones() -> None:
    """Phases said for an attempt stand instead of those the milestone is shipped with."""
    own = tried(5, phases=(("trying", 10 * HOUR),))

    assert attempt_phases(own, BOUNDED) == (Phase("trying", 10 * HOUR, 5 * HOUR),)
    assert attempt_phases(own, Milestone("m", "M")) == attempt_phases(own, BOUNDED)


def test_a_decision_is_due_once() -> None:
    """It is due when all hours are used, and no more once it is said; without a bound it never is."""
    assert not is_decision_due(tried(99), BOUNDED)
    assert is_decision_due(tried(100), BOUNDED)
    assert not is_decision_due(tried(100, decision="enough", decided=DAY), BOUNDED)
    assert not is_decision_due(tried(900), Milestone("m", "M"))


def test_a_phase_is_a_name_and_hours() -> None:
    """The last word is the amount; what is no amount, or has no name, is refused."""
    assert parse_phase("reading  up 50h") == ("reading up", 50 * HOUR)
    for text in ("50h", "reading", "reading 50", ""):
        with pytest.raises(Unreadable):
            parse_phase(text)


def test_an_experiment_from_first_to_last(tracker: Tracker) -> None:
    """Its phases are said back, filled, and at their end the guide's questions are asked; the answer stays."""
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
        "The guide asks: was it enjoyed, did it feel productive, was anything new said?\n"
        f"To record the decision:\n  tracker {TRY} --decision TEXT\n"
    )
    assert tracker(f"{TRY} --decision TEXT").code == 2

    tracker.ok(f"{TRY} --decision 'enjoyed it; nothing new yet'")

    shown = tracker.ok("show conceptual-fit-test")
    assert "decision  enjoyed it; nothing new yet (Mon 23 Nov)\n" in shown
    assert "  hours     120 h of 100 h\n" in shown
    assert "was it enjoyed" not in shown
    (attempt,) = tracker.json("show conceptual-fit-test")["milestone"]["attempts"]
    assert (attempt["since"], attempt["decision"], attempt["decided"]) == (
        "2026-11-01",
        "enjoyed it; nothing new yet",
        "2026-11-23",
    )
    assert attempt["phases"][1] == {"name": "producing", "hours": 50, "spent": 70}


def test_phases_of_ones_own(tracker: Tracker) -> None:
    """Any try can have phases; said again they replace the ones before, and undo brings these back."""
    tracker.ok(
        'attempt elk-proposal --with propose-for-elk --phase "reading 20h" --phase "writing 10h"'
    )
    before = tracker.json("show elk-proposal")
    tracker.ok('attempt elk-proposal --with propose-for-elk --phase "reading 5h"')
    tracker.ok("undo")

    assert tracker.json("show elk-proposal") == before
    assert [each["name"] for each in before["milestone"]["attempts"][0]["phases"]] == [
        "reading",
        "writing",
    ]


def test_hours_are_of_ones_own_phases(tracker: Tracker) -> None:
    """The hours of phases said for a try stand in its bar, not those that its milestone is shipped with."""
    tracker.ok(f'{TRY} --phase "reading 20h" --phase "writing 10h"')
    tracker.ok("log propose-for-elk 6h")

    assert (
        "  hours     6 h of 30 h; then a decision. Running out of hours is no failure\n"
        in tracker.ok("show conceptual-fit-test")
    )


def test_refused(tracker: Tracker) -> None:
    """A phase without hours and an empty decision are unreadable, and nothing is written."""
    for words in ("--phase reading", "--decision ' '"):
        said = tracker(f"{TRY} {words}")
        assert (said.code, said.out) == (2, "")
    assert tracker.json("show conceptual-fit-test")["milestone"]["attempts"] == []
