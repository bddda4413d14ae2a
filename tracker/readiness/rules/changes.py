"""What changed since a day: the facts of that evening, judged the same way."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from tracker.curriculum.rules.items import Item
from tracker.errors import Refused
from tracker.milestones.rules.evidence import is_open_to_others
from tracker.milestones.rules.records import Evidence
from tracker.readiness.rules.readiness import Readiness, RequirementLine
from tracker.readiness.rules.records import Facts, Rating
from tracker.readiness.rules.support import Strength


class NewEvidence(NamedTuple):
    """New evidence, and the milestone or skill that it is for."""

    subject: str
    evidence: Evidence


class Changes(NamedTuple):
    """The readiness on the evening of `day` and now, and the evidence given in between.

    `replaced` are items and ratings that were changed since. What they were before is
    not stored, so it counts as nothing.
    """

    day: date
    before: Readiness
    after: Readiness
    evidence: tuple[NewEvidence, ...]
    replaced: tuple[str, ...]

    @property
    def stronger_lines(self) -> tuple[tuple[RequirementLine, Strength], ...]:
        """The requirements that are stronger now, each with its earlier strength."""
        before = {line.requirement.slug: line.strength for line in self.before.lines}
        lines = ((line, before[line.requirement.slug]) for line in self.after.lines)
        return tuple(pair for pair in lines if pair[0].strength > pair[1])


def check_since(day: date, today: date) -> None:
    """Raises Refused for a day that has not ended: nothing can have changed since."""
    if day >= today:
        yesterday = today - timedelta(days=1)
        raise Refused(
            f"{day} has not ended, so nothing can have changed since.",
            f"Type an earlier day: tracker ready --since {yesterday}",
        )


def facts_as_of(facts: Facts, day: date, seconds: Mapping[str, int]) -> Facts:
    """The facts on the evening of `day`; `seconds` were logged on each item by then.

    A result counts from the day it was reached, even if recorded later; evidence from
    the day it was given. The curriculum is today's.
    """
    results = [
        each._replace(evidence=_until(day, each.evidence))
        for each in facts.results
        if each.day <= day
    ]
    ratings = [
        replace(each, evidence=_until(day, each.evidence))
        for each in facts.ratings
        if each.day <= day
    ]
    return facts._replace(
        items=tuple(_item_as_of(item, day, seconds) for item in facts.items),
        attempts=tuple(each for each in facts.attempts if each.since <= day),
        results=tuple(results),
        ratings=tuple(ratings),
    )


def find_changes(
    day: date, before: Readiness, after: Readiness, facts: Facts
) -> Changes:
    """What changed after `day`."""
    evidence = sorted(_new_evidence(day, facts), key=lambda each: each.evidence.day)
    replaced = tuple(_replaced(day, facts))
    return Changes(day, before, after, evidence=tuple(evidence), replaced=replaced)


def _item_as_of(item: Item, day: date, seconds: Mapping[str, int]) -> Item:
    earlier = item._replace(seconds=seconds.get(item.slug, 0))
    if item.state_day and item.state_day > day:
        return earlier._replace(state=None, part=None, whole=None, state_day=None)
    return earlier


def _until(day: date, evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return tuple(each for each in evidence if each.day <= day)


def _new_evidence(day: date, facts: Facts) -> Iterator[NewEvidence]:
    """The evidence after `day` that others can open."""
    for subject, evidence in _all_evidence(facts):
        if evidence.day > day and is_open_to_others(evidence):
            yield NewEvidence(subject, evidence)


def _all_evidence(facts: Facts) -> Iterator[tuple[str, Evidence]]:
    for result in facts.results:
        for evidence in result.evidence:
            yield result.milestone, evidence
    for rating in facts.ratings:
        for evidence in rating.evidence:
            yield _say_rating(rating), evidence


def _say_rating(rating: Rating) -> str:
    """`python by Ann Lee`."""
    return f"{rating.skill} by {rating.rater or 'yourself'}"


def _replaced(day: date, facts: Facts) -> Iterator[str]:
    for item in facts.items:
        if item.state_day and item.state_day > day:
            yield item.slug
    for rating in facts.ratings:
        if rating.day > day:
            yield _say_rating(rating)
