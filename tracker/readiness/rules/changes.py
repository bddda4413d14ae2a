"""What changed since a day: the same judgement, of the facts as they stood in the evening of that day."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from tracker.curriculum.rules.items import Item
from tracker.errors import Refused
from tracker.milestones.rules.evidence import is_open_to_others
from tracker.milestones.rules.records import Evidence
from tracker.readiness.rules.readiness import Readiness, RequirementLine
from tracker.readiness.rules.records import Facts, Rating
from tracker.readiness.rules.strengths import Strength


@dataclass(frozen=True, slots=True)
class NewEvidence:
    """A piece of evidence that is new, and the milestone or the skill that it is for."""

    subject: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Changes:
    """How far it is to a role now and how far it was in the evening of `day`.

    `evidence` was given after it. `replaced` are the items of which something was said after it, and the skills with
    whose word it is: what the same person had said before is not kept, so that it counts as not said.
    """

    day: date
    before: Readiness
    after: Readiness
    evidence: tuple[NewEvidence, ...]
    replaced: tuple[str, ...]

    @property
    def stronger_lines(self) -> tuple[tuple[RequirementLine, Strength], ...]:
        """The requirements that are backed more strongly now, each with what they were."""
        was = {line.requirement.slug: line.strength for line in self.before.lines}
        lines = ((line, was[line.requirement.slug]) for line in self.after.lines)
        return tuple(
            (line, strength) for line, strength in lines if line.strength > strength
        )


def check_since(day: date, today: date) -> None:
    """Raises Refused for a day that has not ended: nothing can have changed since."""
    if day >= today:
        raise Refused(
            f"{day} is not over yet, so nothing came after it.",
            "Type --since with an earlier day.",
        )


def facts_as_of(facts: Facts, day: date, seconds: Mapping[str, int]) -> Facts:
    """The facts as they stood in the evening of `day`, with the seconds logged on each item until then.

    A result counts from the day it was reached, also where it was written down later; evidence from the day it was
    given; the curriculum is today's.
    """
    results = (
        replace(r, evidence=_until(day, r.evidence))
        for r in facts.results
        if r.day <= day
    )
    ratings = (
        replace(r, evidence=_until(day, r.evidence))
        for r in facts.ratings
        if r.day <= day
    )
    return replace(
        facts,
        items=tuple(_item(item, day, seconds) for item in facts.items),
        attempts=tuple(a for a in facts.attempts if a.since <= day),
        results=tuple(results),
        ratings=tuple(ratings),
    )


def find_changes(day: date, before: Readiness, now: Readiness, facts: Facts) -> Changes:
    """What changed after `day`."""
    return Changes(
        day, before, now, tuple(_seen(day, facts)), tuple(_replaced(day, facts))
    )


def _item(item: Item, day: date, seconds: Mapping[str, int]) -> Item:
    then = replace(item, seconds=seconds.get(item.slug, 0))
    return (
        replace(then, state=None, part=None, whole=None, state_day=None)
        if item.state_day and item.state_day > day
        else then
    )


def _until(day: date, evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return tuple(each for each in evidence if each.day <= day)


def _seen(day: date, facts: Facts) -> Iterator[NewEvidence]:
    """The new evidence, the earliest first; one's own word, or machine, is nothing to look at."""
    given = [
        NewEvidence(result.milestone, each)
        for result in facts.results
        for each in result.evidence
    ]
    given += [
        NewEvidence(_whose(rating), each)
        for rating in facts.ratings
        for each in rating.evidence
    ]
    new = (
        each
        for each in given
        if each.evidence.day > day and is_open_to_others(each.evidence)
    )
    yield from sorted(new, key=lambda each: each.evidence.day)


def _whose(rating: Rating) -> str:
    return f"{rating.skill} by {rating.rater or 'yourself'}"


def _replaced(day: date, facts: Facts) -> Iterator[str]:
    yield from (
        item.slug for item in facts.items if item.state_day and item.state_day > day
    )
    yield from (_whose(rating) for rating in facts.ratings if rating.day > day)
