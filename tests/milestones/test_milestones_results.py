"""What may be said of a try or a result, and what becomes of it."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import Ambiguous, Refused
from tracker.milestones.rules.attempts import (
    AttemptInput,
    check_attempt,
    make_attempt,
)
from tracker.milestones.rules.evidence import (
    add_evidence,
    is_only_claimed,
    is_open_to_others,
    own_machine_places,
    unlisted_kinds,
)
from tracker.milestones.rules.records import Attempt, Evidence, Milestone, Result
from tracker.milestones.rules.results import (
    Claim,
    find_result_item,
    make_result,
)
from tracker.milestones.rules.status import MilestoneStatus, milestone_statuses
from tracker.text.choices import EVIDENCE_KINDS

DAY, BEFORE, AFTER = date(2026, 11, 23), date(2026, 9, 12), date(2026, 11, 24)
PAPER = Milestone(
    "paper",
    "A paper",
    within=(1, 2),
    kinds=("repo", "review"),
    items=("typical-paper",),
)
FREE = Milestone("free", "No bound", kinds=("repo",))
ATTEMPT = Attempt("paper", "ppo", BEFORE, BEFORE)
OWN = Evidence("self", "", DAY)
REPO = Evidence("repo", "u", BEFORE)
RESULT = Result("paper", "ppo", DAY, DAY, claimed="86%", evidence=(REPO,))


def _standing(milestone: Milestone = PAPER, *said: Attempt | Result) -> MilestoneStatus:
    tries = [each for each in said if isinstance(each, Attempt)]
    return milestone_statuses(
        [milestone], tries, [each for each in said if isinstance(each, Result)], (), DAY
    )[milestone.slug]


def test_item_of_the_only_attempt() -> None:
    """A result without an item is taken to be that of the one open attempt."""
    given_up = replace(ATTEMPT, item="dqn", dropped=DAY)

    assert find_result_item(PAPER, [], [ATTEMPT, given_up]) == "ppo"
    assert find_result_item(FREE, [], []) is None


def test_item_of_the_only_result() -> None:
    """Once there is a result, what is said again is of it, whatever else is tried."""
    assert (
        find_result_item(PAPER, [RESULT], [ATTEMPT, replace(ATTEMPT, item="dqn")])
        == "ppo"
    )


def test_item_in_doubt() -> None:
    """Two open attempts leave it in doubt, and both are named."""
    with pytest.raises(Ambiguous) as told:
        find_result_item(PAPER, [], [ATTEMPT, replace(ATTEMPT, item="dqn")])

    assert told.value.candidates == ("ppo", "dqn")


def test_bound_without_item() -> None:
    """A bounded milestone is not reached without an item whose hours count."""
    with pytest.raises(Refused) as told:
        find_result_item(PAPER, [], [])

    assert told.value.hint == "Name the item: tracker reach paper --with typical-paper"


def test_first_result() -> None:
    """A result without evidence is one's own word; it is reached today unless another day is said."""
    assert make_result(Claim(), _standing(FREE), DAY) == Result(
        "free", None, DAY, DAY, evidence=(OWN,)
    )
    assert make_result(Claim(day=BEFORE), _standing(FREE), DAY).day == BEFORE


def test_result_said_again() -> None:
    """Said again, evidence is added and figures are put right; the day first reached and what was said stay."""
    claim = Claim(
        "ppo", BEFORE, reproduced="74%", evidence=(("repo", "u"), ("review", "ann"))
    )

    assert make_result(claim, _standing(PAPER, RESULT), AFTER) == replace(
        RESULT, reproduced="74%", evidence=(REPO, Evidence("review", "ann", AFTER))
    )


def test_result_takes_on_an_item() -> None:
    """A result kept without an item becomes that of the item named later; another item makes another result."""
    without = replace(RESULT, milestone="free", item=None)
    later = make_result(Claim("ppo"), _standing(FREE, without), DAY)
    other = make_result(
        Claim("dqn", evidence=(("repo", "v"),)), _standing(FREE, later), DAY
    )

    assert (later.item, later.evidence) == ("ppo", (REPO,))
    assert (other.item, other.evidence) == ("dqn", (Evidence("repo", "v", DAY),))


@pytest.mark.parametrize(
    ("day", "said"),
    [(AFTER, "24 Nov is in the future"), (date(2026, 9, 11), "before its attempt")],
)
def test_days_of_a_result(day: date, said: str) -> None:
    """A result lies neither in the future nor before its attempt."""
    with pytest.raises(Refused, match=said):
        make_result(Claim("ppo", day), _standing(PAPER, ATTEMPT), DAY)


def test_attempt_put_right() -> None:
    """What is said anew of an attempt is entered anew; what is not said stays; it is open again."""
    dropped = replace(ATTEMPT, low=1, high=2, dropped=DAY)
    moved = make_attempt(dropped, AttemptInput(since=date(2026, 9, 1)), DAY)
    expecting = make_attempt(ATTEMPT, AttemptInput(hours=(3, 4)), DAY)

    assert moved == Attempt("paper", "ppo", date(2026, 9, 1), DAY, 1, 2)
    assert make_attempt(dropped, AttemptInput(), DAY) == replace(dropped, dropped=None)
    assert expecting == Attempt("paper", "ppo", BEFORE, DAY, 3, 4)


def test_days_of_an_attempt() -> None:
    """An attempt begins neither in the future nor after its result."""
    with pytest.raises(Refused, match="24 Nov is in the future"):
        check_attempt(replace(ATTEMPT, since=AFTER), DAY, [])
    with pytest.raises(
        Refused, match="paper was reached with ppo on 2026-09-12, before 2026-11-23"
    ):
        check_attempt(replace(ATTEMPT, since=DAY), DAY, [replace(RESULT, day=BEFORE)])
    check_attempt(
        replace(ATTEMPT, since=DAY), DAY, [replace(RESULT, day=BEFORE, item="dqn")]
    )


@given(
    st.lists(
        st.tuples(st.sampled_from(EVIDENCE_KINDS), st.sampled_from(["", "u", "v"])),
        max_size=8,
    )
)
def test_evidence_once(given_: list[tuple[str, str]]) -> None:
    """Each piece of evidence is kept once, and there is always some: one's own word where none is given."""
    first = add_evidence(given_, (), DAY)

    assert len({(e.kind, e.place) for e in first}) == len(first) >= 1
    assert add_evidence(given_, first, DAY) == ()


@given(
    st.sampled_from(EVIDENCE_KINDS),
    st.sampled_from(["file:///home/me/x", "~/x", "localhost:4000"]),
)
def test_what_is_handed_over_may_lie_anywhere(kind: str, place: str) -> None:
    """A letter, a review and a certificate are given on request; what is opened where it lies is out of reach here."""
    handed = kind in ("letter", "review", "certificate")

    assert is_open_to_others(Evidence(kind, place, DAY)) is handed
    assert own_machine_places([Evidence(kind, place, DAY)]) == (
        () if handed or kind == "self" else (place,)
    )


def test_what_lifts_nothing() -> None:
    """A kind the milestone does not list is named; one's own word is always taken, and is no more than that."""
    kept = [Evidence("certificate", "c", DAY), OWN]

    assert unlisted_kinds([*kept, REPO], PAPER) == ("certificate",)
    assert is_only_claimed(kept, PAPER)
    assert not is_only_claimed([*kept, REPO], PAPER)
