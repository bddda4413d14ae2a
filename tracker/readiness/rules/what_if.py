"""What if: `reach`, `rate`, `done` and `known`, judged by the same rules, and not written."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from tracker.milestones.rules.claims import Claim, find_result, make_result
from tracker.milestones.rules.evidence import new_evidence
from tracker.milestones.rules.records import Result
from tracker.milestones.rules.status import milestone_statuses
from tracker.readiness.rules.ratings import check_rating
from tracker.readiness.rules.records import Facts, Rating
from tracker.readiness.rules.support import CONFIRMING_KINDS


class SupposedReach(NamedTuple):
    """A `reach` command; the names of the milestone and of its item are as typed."""

    milestone: str
    claim: Claim


class SupposedRating(NamedTuple):
    """A `rate` command: the skill as typed, and the kinds and places of evidence."""

    rating: Rating
    evidence: tuple[tuple[str, str], ...] = ()


class SupposedDone(NamedTuple):
    """A `done` command; the names of items and milestones are as typed."""

    names: tuple[str, ...]
    day: date | None = None


class SupposedKnown(NamedTuple):
    """A `known` command; the words are as typed."""

    words: tuple[str, ...]
    day: date


Supposed = SupposedReach | SupposedRating | SupposedDone | SupposedKnown


def supposed_result(facts: Facts, milestone: str, claim: Claim, today: date) -> Result:
    """The result that `reach` would write, its hours not counted yet.

    Raises Ambiguous and Refused as `reach` does.
    """
    statuses = milestone_statuses(
        facts.milestones, facts.attempts, facts.results, facts.dropped, today
    )
    return make_result(claim, statuses[milestone], today)


def add_result(facts: Facts, result: Result) -> Facts:
    """The facts with a result, which replaces the one it adds to."""
    same = [each for each in facts.results if each.milestone == result.milestone]
    earlier = find_result(same, result.item)
    results = [result if each is earlier else each for each in facts.results]
    if earlier is None:
        results.append(result)
    results.sort(key=lambda each: each.day)
    dropped = facts.dropped - {result.milestone}
    return facts._replace(results=tuple(results), dropped=dropped)


def add_rating(
    facts: Facts, rating: Rating, evidence: Sequence[tuple[str, str]]
) -> Facts:
    """The facts with a rating, which replaces the same person's of that skill.

    Earlier evidence stays if the level does. Raises as `check_rating` does.
    """
    key = rating.skill, rating.rater
    others = [each for each in facts.ratings if (each.skill, each.rater) != key]
    same = [each for each in facts.ratings if (each.skill, each.rater) == key]
    earlier = same[0] if same else None
    kept = earlier.evidence if earlier and earlier.level == rating.level else ()
    added = new_evidence(evidence, kept, rating.day, CONFIRMING_KINDS)
    check_rating(replace(rating, evidence=added), earlier)
    new = replace(rating, evidence=(*kept, *added))
    ratings = sorted([*others, new], key=lambda each: (each.skill, each.rater))
    return facts._replace(ratings=tuple(ratings))


def mark_item_done(facts: Facts, slug: str, day: date) -> Facts:
    """The facts with an item done on a day; the first day it was done stays."""
    items = tuple(
        item._replace(state="done", state_day=day)
        if item.slug == slug and item.state != "done"
        else item
        for item in facts.items
    )
    return facts._replace(items=items)
