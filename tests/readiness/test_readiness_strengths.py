"""What backs a skill or a milestone, and how strongly."""

import pytest

from tests.readiness.builders import DAY, HOUR, item, milestone, rating, result
from tracker.curriculum.rules.items import Item
from tracker.milestones.rules.records import Evidence, Result
from tracker.readiness.rules.reasons import say_backing
from tracker.readiness.rules.records import Facts, Rating
from tracker.readiness.rules.strengths import find_strengths
from tracker.readiness.rules.support import (
    Strength,
    strength_of_rating,
    strength_of_result,
)

NONE, SAID, PRACTISED, SHOWN, CHECKED = Strength


def test_done_practises_at_basic() -> None:
    """An item that is done practises its skills at basic, and no level above."""
    own = find_strengths(
        Facts(items=(item("course", state="done", skills=("python",)),))
    )

    assert (own.skill("python", "basic"), own.skill("python", "moderate")) == (
        PRACTISED,
        NONE,
    )


@pytest.mark.parametrize(
    ("logged", "strength"), [(9, NONE), (10, PRACTISED), (4000, PRACTISED)]
)
def test_hours_practise_from_the_low_estimate_on(
    logged: int, strength: Strength
) -> None:
    """Hours practise a skill at basic from the item's low estimate on, and never do more."""
    own = find_strengths(
        Facts(items=(item("course", logged=logged, skills=("python",)),))
    )

    assert (own.skill("python", "basic"), own.skill("python", "moderate")) == (
        strength,
        NONE,
    )


@pytest.mark.parametrize("kind", ["podcast", "newsletter", "habit", "tool"])
def test_feeds_practise_nothing(kind: str) -> None:
    """Podcasts, newsletters, habits and tools give hours and nothing else, done or not."""
    own = find_strengths(
        Facts(
            items=(
                item("feed", kind=kind, logged=900, state="done", skills=("python",)),
            )
        )
    )

    assert own.skill("python", "basic") == NONE


def test_an_item_without_an_estimate_practises_only_when_done() -> None:
    """Hours on an item without an estimate practise nothing; finishing it does."""
    begun = Item("own", "Own", "course", "math", skills=("python",), seconds=50 * HOUR)
    both = (begun, begun._replace(state="done"))

    assert [
        find_strengths(Facts(items=(each,))).skill("python", "basic") for each in both
    ] == [NONE, PRACTISED]


@pytest.mark.parametrize(
    ("told", "strength"),
    [
        (rating("python", "moderate"), SAID),
        (rating("python", "moderate", "Ann"), SAID),
        (rating("python", "moderate", "Ann", "repo"), SAID),
        (rating("python", "moderate", "Ann", "letter"), CHECKED),
        (rating("python", "moderate", "Ann", "repo", "review"), CHECKED),
        (rating("python", "moderate", "", "letter"), SAID),
    ],
)
def test_ratings(told: Rating, strength: Strength) -> None:
    """The person's rating and hearsay are claimed.

    Somebody's letter or review verifies the level and those below.
    """
    own = find_strengths(Facts(ratings=(told,)))

    assert [
        own.skill("python", level) for level in ("basic", "moderate", "strong")
    ] == [strength, strength, NONE]


def test_rated_none_backs_nothing() -> None:
    """A rating of none is saved and backs no level."""
    assert find_strengths(Facts(ratings=(rating("python", "none"),))).skills == {}


@pytest.mark.parametrize(
    ("reached", "strength"),
    [
        (result("built"), PRACTISED),
        (result("built", "self"), PRACTISED),
        (result("built", "post"), PRACTISED),
        (result("built", "repo"), SHOWN),
        (result("built", "repo", "post", "self"), SHOWN),
        (result("built", "letter"), CHECKED),
        (result("built", "review"), PRACTISED),
    ],
)
def test_evidence_decides(reached: Result, strength: Strength) -> None:
    """Without listed evidence a result practises.

    Listed kinds show it; a listed letter verifies it.
    """
    own = find_strengths(
        Facts(
            milestones=(milestone("built", skills={"python": "moderate"}),),
            results=(reached,),
        )
    )

    found = (
        own.milestone("built"),
        own.skill("python", "basic"),
        own.skill("python", "moderate"),
    )
    assert (found, own.skill("python", "strong")) == ((strength,) * 3, NONE)


def test_a_private_place_is_no_evidence() -> None:
    """A repo on the person's own disk practises.

    Beside one that others can open it takes nothing away.
    """
    own, public = (
        Evidence("repo", "file:///home/me/tf", DAY),
        Evidence("repo", "https://git.example/tf", DAY),
    )

    def strength(*given: Evidence) -> Strength:
        reached = result("built")._replace(evidence=given)
        return find_strengths(
            Facts(milestones=(milestone("built"),), results=(reached,))
        ).milestone("built")

    assert [strength(own), strength(public), strength(own, public)] == [
        PRACTISED,
        SHOWN,
        SHOWN,
    ]


def test_covers_reach_on_at_the_same_strength() -> None:
    """What a milestone covers, and what that covers, has the same strength, whatever kinds those list."""
    chain = (
        milestone("paper", kinds=("paper",), covers=("project",)),
        milestone(
            "project",
            kinds=("post",),
            covers=("reading",),
            skills={"research": "basic"},
        ),
        milestone("reading", kinds=("self",)),
    )
    own = find_strengths(Facts(milestones=chain, results=(result("paper", "paper"),)))

    assert [
        own.milestone("project"),
        own.milestone("reading"),
        own.skill("research", "basic"),
    ] == [SHOWN] * 3


def test_a_rung_reaches_the_rungs_below() -> None:
    """A rung of a ladder reaches those below it, and none above."""
    rungs = tuple(milestone(f"rung-{n}", ladder="up", rung=n) for n in (1, 2, 3))
    own = find_strengths(Facts(milestones=rungs, results=(result("rung-2", "letter"),)))

    assert [own.milestone(f"rung-{n}") for n in (1, 2, 3)] == [CHECKED, CHECKED, NONE]


def test_over_the_limit_counts_for_what_it_covers() -> None:
    """A result over its limit counts for what it covers and the skills of that, not for itself."""
    known = (
        milestone("bounded", skills={"ml": "strong"}, covers=("done",)),
        milestone("done", skills={"ml": "moderate"}),
    )
    own = find_strengths(
        Facts(milestones=known, results=(result("bounded", "repo", over=True),))
    )

    assert (own.milestone("bounded"), own.milestone("done")) == (NONE, SHOWN)
    assert (own.skill("ml", "strong"), own.skill("ml", "moderate")) == (NONE, SHOWN)


def test_the_best_counts() -> None:
    """Of several backings the best counts, never their sum."""
    facts = Facts(
        items=(item("course", state="done", skills=("python",)),),
        milestones=(milestone("built", skills={"python": "basic"}),),
        results=(result("built", "repo"), result("built", with_item="course")),
        ratings=(rating("python", "basic"),),
    )

    assert find_strengths(facts).skill("python", "basic") == SHOWN
    assert find_strengths(facts).milestone("built") == SHOWN


@pytest.mark.parametrize(
    ("evidence", "reason"),
    [
        (("certificate:Univ X, 3 Feb 2026",), "certificate, Univ X, 3 Feb 2026"),
        (("letter:Ann Lee, 3 Nov 2026",), "letter by Ann Lee, 3 Nov 2026"),
        (
            ("letter:Ann Lee, 3 Nov 2026", "repo:git.example/x"),
            "repo and letter by Ann Lee, 3 Nov 2026",
        ),
        (("repo:git.example/x",), "repo, 23 Nov"),
    ],
)
def test_a_document_in_its_words(evidence: tuple[str, ...], reason: str) -> None:
    """A reason has the giver and day of a document, and else the day of the result."""
    kinds = ("certificate", "letter", "repo")
    pieces = [Evidence(*piece.split(":"), DAY) for piece in evidence]
    reached = result("m")._replace(day=DAY, evidence=tuple(pieces))
    backing = strength_of_result(reached, milestone("m", kinds=kinds))

    assert say_backing(backing, "m", DAY) == reason


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        ("3 Nov 2026", "letter by Ann Lee, 3 Nov 2026"),
        ("Ann Lee, 3 Nov 2026", "letter by Ann Lee, 3 Nov 2026"),
        ("https://ann.example/letter", "letter by Ann Lee, 23 Nov"),
    ],
)
def test_a_letter_for_a_rating_in_its_words(place: str, reason: str) -> None:
    """A rating names its giver once, with the day of the letter where it has one."""
    letter = Evidence("letter", place, DAY)
    rated = Rating("python", "strong", "Ann Lee", DAY, evidence=(letter,))

    assert say_backing(strength_of_rating(rated), None, DAY) == reason
