"""Counts with reasons: requirements, alternatives, variants, bars."""

from dataclasses import replace

import pytest

from tests.readiness.builders import (
    DAY,
    HOUR,
    item,
    milestone,
    needs,
    rating,
    result,
    role,
)
from tracker.milestones.rules.records import Attempt
from tracker.readiness.rules.readiness import Counts, judge_readiness
from tracker.readiness.rules.reason_context import make_reason_context
from tracker.readiness.rules.reasons import reasons_for
from tracker.readiness.rules.records import Bar, Facts, Role, Variant
from tracker.readiness.rules.strengths import find_strengths
from tracker.readiness.rules.support import Strength

BUILT, WROTE = milestone("built", skills={"python": "moderate"}), milestone("wrote")


def reasons(asked: Role, facts: Facts) -> list[tuple[str, ...]]:
    """The reasons for each line."""
    own = find_strengths(facts)
    return [
        reasons_for(line, make_reason_context(facts, own, DAY))
        for line in judge_readiness(asked, None, facts, own).lines
    ]


def test_counts_have_three_parts() -> None:
    """Shown, claimed and open add up to the total; `possible` is shown and claimed."""
    asked = role(
        needs("python", "moderate"),
        needs("wrote"),
        needs("taste", "strong"),
        needs("ml", "basic"),
    )
    facts = Facts(
        items=(item("course", state="done", skills=("ml",)),),
        milestones=(BUILT, WROTE),
        results=(result("built", "repo"),),
        ratings=(rating("taste", "strong"),),
    )
    counts = judge_readiness(asked, None, facts).counts("must")

    assert (counts, counts.open) == (Counts(total=4, met=1, possible=3), 1)


def test_a_lower_level_does_not_count() -> None:
    """A lower level than asked leaves the line open, and is its reason."""
    asked, facts = (
        role(needs("python", "strong")),
        Facts(milestones=(BUILT,), results=(result("built", "repo"),)),
    )

    assert judge_readiness(asked, None, facts).counts("must").open == 1
    assert reasons(asked, facts) == [("moderate level shown: built",)]


def test_a_claim_and_a_lower_level_are_both_named() -> None:
    """A claimed level is claimed, with the lower level that is shown beside it."""
    asked = role(needs("python", "strong"))
    facts = Facts(
        milestones=(BUILT,),
        results=(result("built", "repo"),),
        ratings=(rating("python", "strong"),),
    )

    assert reasons(asked, facts) == [
        ("your rating, no letter yet", "moderate level shown: built")
    ]


def test_alternatives_count_once_at_the_best() -> None:
    """Requirements that share any_of count as one, at the best of them."""
    asked = role(
        needs("built", any_of="one"),
        needs("wrote", any_of="one"),
        needs("taste", "basic"),
    )
    facts = Facts(
        milestones=(BUILT, WROTE), results=(result("wrote", "repo"), result("built"))
    )
    found = judge_readiness(asked, None, facts)

    assert found.counts("must") == Counts(total=2, met=1, possible=1)
    assert [line.requirement.slug for line in found.unmet_lines()] == ["taste"]


def test_a_variant_adds_to_what_is_common() -> None:
    """A role with variants counts its common lines and one variant's."""
    ways = (Variant("one", "One"), Variant("two", "Two"))
    asked = role(
        needs("built"),
        needs("wrote", variant="one"),
        needs("taste", "basic", variant="two"),
        variants=ways,
    )
    facts = Facts(milestones=(BUILT, WROTE))
    found = [
        [line.requirement.slug for line in judge_readiness(asked, way, facts).lines]
        for way in ways
    ]

    assert found == [["built", "wrote"], ["built", "taste"]]


def test_required_lines_come_first_and_steps_last() -> None:
    """Lines come by weight, steps last within theirs, else in the role's order."""
    asked = role(
        needs("wrote", weight="helps"),
        needs("built", weight="should", step=True),
        needs("ml", "basic", weight="should"),
    )

    found = judge_readiness(asked, None, Facts(milestones=(BUILT, WROTE)))
    assert [line.requirement.slug for line in found.lines] == ["ml", "built", "wrote"]


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        (Facts(), "open"),
        (Facts(attempts=(Attempt("built", "ppo", DAY, DAY, spent=9 * HOUR),)), "begun"),
        (Facts(attempts=(Attempt("built", "ppo", DAY, DAY, dropped=DAY),)), "open"),
        (Facts(results=(result("built"),)), "claimed"),
        (Facts(results=(result("built", "repo"),)), "met"),
        (Facts(results=(result("built", "repo", over=True),)), "over"),
    ],
)
def test_bars(facts: Facts, state: str) -> None:
    """A bar is met, claimed, begun, over its limit, or open.

    All but open have a day.
    """
    asked = role(bars=(Bar("bar", "Somebody", "Build it.", "built", "2022"),))
    (line,) = judge_readiness(asked, None, facts._replace(milestones=(BUILT,))).bars

    assert (line.state, line.since) == (state, None if state == "open" else DAY)


def test_reasons_name_the_result_the_evidence_and_the_day() -> None:
    """The reason for a milestone is its evidence and day.

    For a skill, the milestone before these.
    """
    facts = Facts(milestones=(BUILT,), results=(result("built", "repo", "letter"),))

    assert reasons(role(needs("built"), needs("python", "basic")), facts) == [
        ("letter and repo, 23 Nov",),
        ("built: letter and repo, 23 Nov",),
    ]


def test_work_in_progress_is_a_reason() -> None:
    """An open line names the attempt in progress with its hours, or `nothing yet`."""
    tried = Attempt("built", "ppo", DAY, DAY, spent=143 * HOUR)
    facts = Facts(items=(item("ppo"),), milestones=(BUILT, WROTE), attempts=(tried,))

    assert reasons(
        role(needs("built"), needs("python", "moderate"), needs("wrote")), facts
    ) == [
        ("in progress: ppo, 143 h",),
        ("in progress: ppo, 143 h",),
        ("nothing yet",),
    ]


def test_over_the_limit_is_a_reason() -> None:
    """A line whose milestone is over its limit says by how much."""
    bounded = replace(BUILT, within=(200 * HOUR, 400 * HOUR))
    late = result("built", "repo", over=True)._replace(spent=430 * HOUR)

    assert reasons(
        role(needs("built")), Facts(milestones=(bounded,), results=(late,))
    ) == [("over the limit: 430 h of 200-400 h",)]


def test_an_open_milestone_says_what_there_is() -> None:
    """An open milestone whose skills are claimed says so, and names items that are done.

    It stays open: nobody has said that the milestone itself is reached.
    """
    built = milestone(
        "built", skills={"python": "basic"}, items=("course",), needs=("wrote",)
    )
    wrote = milestone("wrote", groups=("books",))
    done = (
        item("course", state="done"),
        item("book", group="books", state="done"),
        item("other", state="done"),
    )
    facts = Facts(milestones=(built, wrote), items=done)
    claimed = facts._replace(ratings=(rating("python", "strong"),))

    assert reasons(role(needs("built")), facts) == [("done: course, book",)]
    assert reasons(role(needs("built")), claimed) == [
        (
            "its skills are claimed; if you did it: tracker reach built",
            "done: course, book",
        )
    ]
    (line,) = judge_readiness(role(needs("built")), None, claimed).lines
    assert line.strength == Strength.NONE
    said = claimed._replace(results=(result("built"),))
    assert reasons(role(needs("built")), said) == [("reached 23 Nov, no evidence yet",)]


def test_parts() -> None:
    """A milestone made of others is counted by them, shown and claimed apart.

    Once no part is open, the command for the whole is named. Parts that are claimed only
    because the whole is are no reason of their own.
    """
    parts = milestone("one"), milestone("two")
    whole = milestone("whole", needs=("one", "two"), covers=("one", "two"))
    facts = Facts(milestones=(*parts, whole), results=(result("one", "repo"),))
    both = facts._replace(results=(*facts.results, result("two", "repo")))

    claims = facts._replace(results=(result("one"), result("two")))
    mixed = facts._replace(results=(*facts.results, result("two")))
    reached = facts._replace(results=(result("whole"),))

    assert [
        reasons(role(needs("whole")), each)
        for each in (Facts(milestones=facts.milestones), facts, both, claims, mixed)
    ] == [
        [("nothing yet",)],
        [("1 of 2 parts shown",)],
        [("2 of 2 parts shown: tracker reach whole",)],
        [("2 of 2 parts claimed: tracker reach whole",)],
        [("1 of 2 parts shown, 1 claimed: tracker reach whole",)],
    ]
    assert reasons(role(needs("whole")), reached) == [
        ("reached 23 Nov, no evidence yet",)
    ]


def test_what_comes_before_is_no_part() -> None:
    """What a milestone needs, and is not made of, is named with its strength."""
    before = milestone("paper"), milestone("letter"), milestone("talk")
    both = milestone("both", needs=("paper", "letter", "talk"), covers=("paper",))
    facts = Facts(
        milestones=(*before, both),
        results=(result("paper", "repo"), result("letter")),
    )

    assert reasons(role(needs("both")), facts) == [
        ("on the way: paper is shown and letter is practised",)
    ]
