"""Results and attempts made from what was typed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import Ambiguous, Refused, Unreadable
from tracker.milestones.rules.attempts import (
    AttemptInput,
    check_attempt,
    make_attempt,
)
from tracker.milestones.rules.claims import (
    Claim,
    check_droppable,
    check_milestone_reopenable,
    find_result_item,
    make_result,
)
from tracker.milestones.rules.records import Attempt, Evidence, Milestone, Result
from tracker.milestones.rules.status import MilestoneStatus, milestone_statuses

DAY, BEFORE, AFTER = date(2026, 11, 23), date(2026, 9, 12), date(2026, 11, 24)
PAPER = Milestone(
    "paper",
    "A paper",
    within=(1, 2),
    kinds=("repo", "review"),
    items=("typical-paper",),
)
FREE = Milestone("free", "No limit", kinds=("repo",))
ATTEMPT = Attempt("paper", "ppo", BEFORE, BEFORE)
OWN = Evidence("self", "", DAY)
REPO = Evidence("repo", "u", BEFORE)
RESULT = Result("paper", "ppo", DAY, DAY, claimed="86%", evidence=(REPO,))


def _status(
    milestone: Milestone = PAPER, *records: Attempt | Result
) -> MilestoneStatus:
    attempts = [record for record in records if isinstance(record, Attempt)]
    results = [record for record in records if isinstance(record, Result)]
    statuses = milestone_statuses([milestone], attempts, results, (), DAY)
    return statuses[milestone.slug]


def test_item_of_the_only_attempt() -> None:
    """A result typed without an item is that of the only open attempt."""
    dropped = ATTEMPT._replace(item="dqn", dropped=DAY)

    assert find_result_item(PAPER, [], [ATTEMPT, dropped]) == "ppo"
    assert find_result_item(FREE, [], []) is None


def test_item_of_the_only_result() -> None:
    """Where there is a result, more is added to it, whatever else is attempted."""
    assert (
        find_result_item(PAPER, [RESULT], [ATTEMPT, ATTEMPT._replace(item="dqn")])
        == "ppo"
    )


def test_several_items() -> None:
    """Two open attempts are ambiguous, and both items are named."""
    with pytest.raises(Ambiguous) as error:
        find_result_item(PAPER, [], [ATTEMPT, ATTEMPT._replace(item="dqn")])

    assert error.value.candidates == ("ppo", "dqn")


def test_limit_without_an_item() -> None:
    """A milestone that counts hours is not reached without an item."""
    with pytest.raises(Refused) as error:
        find_result_item(PAPER, [], [])

    assert error.value.hint == "Name the item: tracker reach paper --with typical-paper"


def test_first_result() -> None:
    """A result without evidence is a claim; its day is today unless one is typed."""
    assert make_result(Claim(), _status(FREE), DAY) == Result(
        "free", None, DAY, DAY, evidence=(OWN,)
    )
    assert make_result(Claim(day=BEFORE), _status(FREE), DAY).day == BEFORE


def test_result_typed_again() -> None:
    """Typed again, evidence is added and figures change; the first day stays."""
    claim = Claim(
        "ppo", BEFORE, reproduced="74%", evidence=(("repo", "u"), ("review", "ann"))
    )

    assert make_result(claim, _status(PAPER, RESULT), AFTER) == RESULT._replace(
        reproduced="74%", evidence=(REPO, Evidence("review", "ann", AFTER))
    )


def test_result_takes_an_item() -> None:
    """A result without an item takes the one typed later; another makes another."""
    without = RESULT._replace(milestone="free", item=None)
    later = make_result(Claim("ppo"), _status(FREE, without), DAY)
    other = make_result(
        Claim("dqn", evidence=(("repo", "v"),)), _status(FREE, later), DAY
    )

    assert (later.item, later.evidence) == ("ppo", (REPO,))
    assert (other.item, other.evidence) == ("dqn", (Evidence("repo", "v", DAY),))


@pytest.mark.parametrize(
    ("day", "message"),
    [(AFTER, "24 Nov is in the future"), (date(2026, 9, 11), "before its attempt")],
)
def test_day_of_a_result(day: date, message: str) -> None:
    """A result lies neither in the future nor before its attempt."""
    with pytest.raises(Refused, match=message):
        make_result(Claim("ppo", day), _status(PAPER, ATTEMPT), DAY)


def test_attempt_typed_again() -> None:
    """A new day or expectation is dated today; what is not typed stays; it is open."""
    dropped = ATTEMPT._replace(low=1, high=2, dropped=DAY)
    moved = make_attempt(dropped, AttemptInput(since=date(2026, 9, 1)), DAY)
    expecting = make_attempt(ATTEMPT, AttemptInput(hours=(3, 4)), DAY)

    assert moved == Attempt("paper", "ppo", date(2026, 9, 1), DAY, 1, 2)
    assert make_attempt(dropped, AttemptInput(), DAY) == dropped._replace(dropped=None)
    assert expecting == Attempt("paper", "ppo", BEFORE, DAY, 3, 4)


def test_day_of_an_attempt() -> None:
    """An attempt starts neither in the future nor after its result."""
    with pytest.raises(Refused, match="24 Nov is in the future"):
        check_attempt(ATTEMPT._replace(since=AFTER), DAY, [])
    with pytest.raises(
        Refused, match="paper was reached with ppo on 2026-09-12, before 2026-11-23"
    ):
        check_attempt(ATTEMPT._replace(since=DAY), DAY, [RESULT._replace(day=BEFORE)])
    check_attempt(
        ATTEMPT._replace(since=DAY), DAY, [RESULT._replace(day=BEFORE, item="dqn")]
    )


CLAIMS = st.builds(
    lambda **drawn: Claim(**drawn),  # the other fields are empty
    item=st.sampled_from([None, "ppo", "dqn"]),
    claimed=st.sampled_from([None, "86%"]),
    reproduced=st.sampled_from([None, "74%"]),
    part=st.sampled_from([None, "all"]),
    evidence=st.lists(
        st.tuples(st.sampled_from(["repo", "post"]), st.sampled_from(["u", "v"])),
        max_size=3,
    ).map(tuple),
)


@given(CLAIMS)
def test_claim_twice(claim: Claim) -> None:
    """The same words typed again change nothing."""
    first = make_result(claim, _status(FREE), DAY)

    assert make_result(claim, _status(FREE, first), AFTER) == first


@given(CLAIMS, CLAIMS)
def test_nothing_typed_is_lost(one: Claim, two: Claim) -> None:
    """A second claim adds evidence and replaces figures; it removes neither."""
    first = make_result(one._replace(item="ppo"), _status(FREE), DAY)
    second = make_result(two._replace(item="ppo"), _status(FREE, first), AFTER)

    assert second.evidence[: len(first.evidence)] == first.evidence
    assert second.day == first.day
    for field in ("claimed", "reproduced", "part"):
        assert getattr(second, field) == getattr(two, field) or getattr(first, field)


@given(
    st.sampled_from([None, (1, 2), (3, 4)]),
    st.sampled_from([None, BEFORE, DAY]),
    st.sampled_from([None, "enough"]),
)
def test_attempt_twice(
    hours: tuple[int, int] | None, since: date | None, decision: str | None
) -> None:
    """An attempt typed twice is the same as typed once, and always open."""
    typed = AttemptInput(since=since, hours=hours, decision=decision)
    once = make_attempt(ATTEMPT._replace(dropped=DAY), typed, DAY)

    assert make_attempt(once, typed, DAY) == once
    assert once.dropped is None


@pytest.mark.parametrize("decision", ["", "  ", "\n"])
def test_no_decision(decision: str) -> None:
    """A decision without a word is refused."""
    with pytest.raises(Unreadable):
        make_attempt(ATTEMPT, AttemptInput(decision=decision), DAY)


@pytest.mark.parametrize(
    ("records", "message"),
    [
        ((), "free is open; only a reached or dropped milestone can be reopened"),
        (
            (ATTEMPT._replace(milestone="free"),),
            "free is in progress; only a reached or dropped milestone can be reopened",
        ),
    ],
)
def test_not_reopenable(records: tuple[Attempt, ...], message: str) -> None:
    """A milestone that is open or in progress cannot be reopened, but dropped."""
    status = _status(FREE, *records)

    with pytest.raises(Refused, match=message):
        check_milestone_reopenable(status)
    check_droppable(status)


def test_reached_cannot_be_dropped() -> None:
    """A milestone with a result, also over the limit, is reopened, not dropped."""
    for over in (False, True):
        status = _status(PAPER, RESULT._replace(over=over))
        check_milestone_reopenable(status)
        with pytest.raises(Refused) as refused:
            check_droppable(status)
        assert refused.value.hint == "If that is a mistake: tracker reopen paper"
