"""Where to apply now, and why."""

import pytest
from hypothesis import given, settings

from tests.readiness.builders import (
    item,
    milestone,
    needs,
    rating,
    result,
    role,
)
from tests.readiness.test_readiness_properties import ASKED, FACTS
from tracker.curriculum.rules.items import Gate, Item
from tracker.milestones.rules.records import Milestone, Result
from tracker.readiness.rules.applications import Opening, find_applications
from tracker.readiness.rules.build_paths import find_milestones_of_items
from tracker.readiness.rules.readiness import judge_readiness
from tracker.readiness.rules.records import Bar, Facts, Role
from tracker.readiness.rules.strengths import find_strengths
from tracker.readiness.rules.support import Strength

LAB = item("lab-roles", url="https://lab.example/jobs")
BOARD = item("job-board")
TRANSFORMER = Bar(
    "lab", "The lab", "You should be speaking to us", "model", "2022", apply="lab-roles"
)
TWO_PAPERS = Bar("phd", "Top 20", "Two papers", "papers", "2022-06", apply="lab-roles")
MILESTONES = (
    milestone("model"),
    milestone("grades"),
    milestone("workshop"),
    milestone("conference"),
    milestone(
        "papers",
        needs=("workshop", "conference"),
        covers=("workshop", "conference"),
    ),
    milestone("alone", needs=("workshop",), covers=("workshop",)),
)


def applications(
    wanted: Role,
    *,
    items: tuple[Item, ...] = (LAB, BOARD),
    milestones: tuple[Milestone, ...] = MILESTONES,
    **done: object,
) -> tuple[Opening, ...]:
    """What somebody who did these things is told to apply for."""
    facts = Facts(items=items, milestones=milestones, **done)  # type: ignore[arg-type]
    by_slug = {each.slug: each for each in items}
    return find_applications(
        judge_readiness(wanted, None, facts),
        by_slug,
        find_milestones_of_items(facts),
        find_strengths(facts),
    )


def test_a_bar_that_is_met() -> None:
    """Its item is named, with the bar's own words and year."""
    told = applications(role(bars=(TRANSFORMER,)), results=(result("model", "repo"),))

    why = 'This bar is met. The lab (2022): "You should be speaking to us"'
    assert told == (Opening(LAB, why, TRANSFORMER),)


def test_a_bar_that_is_claimed() -> None:
    """A bar that is only claimed says so."""
    (told,) = applications(role(bars=(TRANSFORMER,)), results=(result("model"),))

    assert told.why.startswith("This bar is claimed, without evidence.")


def test_a_bar_whose_parts_are_shown() -> None:
    """All parts shown are enough to be told; one part, or a claimed one, is not."""
    wanted = role(bars=(TWO_PAPERS,))
    shown = result("workshop", "repo"), result("conference", "repo")
    (told,) = applications(wanted, results=shown)

    assert told.why == ('All parts of this bar are shown. Top 20 (2022): "Two papers"')
    assert applications(wanted, results=shown[:1]) == ()
    assert applications(wanted, results=(shown[0], result("conference"))) == ()


def test_a_single_part_is_no_whole() -> None:
    """A milestone that needs and covers one other asks for more than that one."""
    bar = TWO_PAPERS._replace(milestone="alone")

    told = applications(role(bars=(bar,)), results=(result("workshop", "repo"),))
    assert told == ()


def test_bars_with_the_same_words_count_together() -> None:
    """Who asks for two things at once is not satisfied by one of them."""
    grades = TRANSFORMER._replace(slug="grades", milestone="grades")
    wanted = role(bars=(TRANSFORMER, grades))
    model, high = result("model", "repo"), result("grades")

    assert applications(wanted, results=(model,)) == ()
    (told,) = applications(wanted, results=(model, high))
    assert told.why.startswith("This bar is claimed, without evidence.")


def test_the_best_comes_first() -> None:
    """A bar that is met comes before a claimed one, whichever is listed first."""
    claimed = TWO_PAPERS._replace(apply="job-board")
    done = result("papers"), result("model", "repo")

    told = applications(role(bars=(claimed, TRANSFORMER)), results=done)
    assert [each.item for each in told] == [LAB, BOARD]


@pytest.mark.parametrize(
    ("ratings", "why"),
    [
        (
            [rating("a", "strong"), rating("b", "basic")],
            "All 2 required lines are claimed: a, either.",
        ),
        (
            [rating("a", "strong", "Ann", "letter"), rating("b", "basic")],
            "All 2 required lines are shown or claimed; claimed: either.",
        ),
        (
            [
                rating("a", "strong", "Ann", "letter"),
                rating("b", "basic", "Ann", "review"),
            ],
            "All 2 required lines are shown.",
        ),
    ],
)
def test_all_required_lines(ratings: list[object], why: str) -> None:
    """All required lines at least claimed are enough; it says which are claimed.

    Of alternatives one is enough, and other lines do not matter.
    """
    wanted = role(
        needs("a", "strong"),
        needs("or", "strong", any_of="two"),
        needs("b", "basic")._replace(slug="either", any_of="two"),
        needs("other", "basic", weight="should"),
        apply=("job-board", "lab-roles"),
    )

    told = applications(wanted, ratings=tuple(ratings))
    assert told == (Opening(BOARD, why), Opening(LAB, why))
    assert applications(wanted, ratings=tuple(ratings[:1])) == ()


def test_one_required_line() -> None:
    """A role that requires one thing says so in the singular."""
    wanted = role(needs("a", "strong"), apply=("job-board",))
    (claimed,) = applications(wanted, ratings=(rating("a", "strong"),))
    (shown,) = applications(wanted, ratings=(rating("a", "strong", "Ann", "letter"),))

    assert claimed.why == "The one required line is claimed: a."
    assert shown.why == "The one required line is shown."


def test_a_role_that_requires_nothing() -> None:
    """Without required lines, nothing shows that one should apply."""
    wanted = role(needs("a", "basic", weight="should"), apply=("job-board",))

    assert applications(wanted, ratings=(rating("a", "basic"),)) == ()


@pytest.mark.parametrize(
    "change",
    [
        {"state": "done"},
        {"state": "dropped"},
        {"state": "skipped"},
        {"retired": True},
        {"gate": Gate("an offer", closed=True)},
    ],
)
def test_what_is_done_or_closed_is_left_out(change: dict[str, object]) -> None:
    """Who has applied, or does not want to, is not told again; nor of a closed door."""
    board = LAB._replace(**change)  # type: ignore[arg-type]
    wanted = role(bars=(TRANSFORMER,))
    reached = (result("model", "repo"),)

    assert applications(wanted, items=(board,), results=reached) == ()
    assert len(applications(wanted, items=(LAB,), results=reached)) == 1


@pytest.mark.parametrize(
    "done", [result("place"), result("degree"), result("degree", "repo")]
)
def test_nobody_applies_for_what_they_have(done: Result) -> None:
    """An item whose milestone is reached or claimed, itself or by another, is left out."""
    place = milestone("place", items=("lab-roles",))
    milestones = place, milestone("degree", covers=("place",)), milestone("model")
    wanted = role(bars=(TRANSFORMER,))
    reached = result("model", "repo")

    assert applications(wanted, milestones=milestones, results=(reached,))
    assert not applications(wanted, milestones=milestones, results=(reached, done))


def test_an_item_is_named_once() -> None:
    """A bar and the role may lead to the same item; the bar's words stay."""
    wanted = role(needs("model"), bars=(TRANSFORMER,), apply=("lab-roles", "none-such"))

    (told,) = applications(wanted, results=(result("model", "repo"),))
    assert told.bar == TRANSFORMER


@settings(max_examples=40)
@given(FACTS)
def test_nobody_is_told_too_early(facts: Facts) -> None:
    """Of a role one is told if and only if no required unit is open."""
    wanted = ASKED._replace(apply=("lab-roles",))
    readiness = judge_readiness(wanted, None, facts)

    told = find_applications(readiness, {"lab-roles": LAB}, {}, find_strengths(facts))
    assert bool(told) == (min(readiness.unit_strengths().values()) > Strength.NONE)
