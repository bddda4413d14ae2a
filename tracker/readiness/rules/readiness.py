"""How ready a person is for a role: each requirement's strength, counts, and bars."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple, TypeVar

from tracker.choices import WEIGHTS
from tracker.milestones.rules.ledger import best_attempt, is_spent
from tracker.milestones.rules.records import Attempt, Milestone
from tracker.readiness.rules.hours import Overrun
from tracker.readiness.rules.records import (
    Bar,
    Facts,
    Requirement,
    Role,
    Variant,
)
from tracker.readiness.rules.strengths import Strengths, find_strengths, strength_of
from tracker.readiness.rules.support import Backing, Strength

Part = TypeVar("Part", Requirement, Bar)


class RequirementLine(NamedTuple):
    """A requirement with its best backing; `below` is the best at a lower level."""

    requirement: Requirement
    backing: Backing | None = None
    below: tuple[str, Backing] | None = None

    @property
    def strength(self) -> Strength:
        """The strength at the level that is asked."""
        return strength_of(self.backing)

    @property
    def is_met(self) -> bool:
        """Whether it is shown or verified."""
        return self.strength >= Strength.SHOWN


class Counts(NamedTuple):
    """How many of `total` are met; `possible` are met or claimed."""

    total: int = 0
    met: int = 0
    possible: int = 0

    @property
    def claimed(self) -> int:
        """Claimed or practised, not shown."""
        return self.possible - self.met

    @property
    def open(self) -> int:
        """Backed by nothing at the level asked."""
        return self.total - self.possible


class BarLine(NamedTuple):
    """An employer's bar and its state: met, claimed, begun, over its limit, or open.

    `since` is the day of that, None if open; with `is_attempt`, the first day of the
    attempt. `spent` are the seconds of an attempt or of a result with a limit, else
    None. With `has_parts_shown`, its milestone is not shown, but all its parts are.
    """

    bar: Bar
    state: str
    since: date | None = None
    spent: int | None = None
    is_attempt: bool = False
    has_parts_shown: bool = False

    @property
    def is_reached(self) -> bool:
        """Whether the bar is met or claimed, or all its parts are shown."""
        return self.has_parts_shown or self.state in ("met", "claimed")


class Readiness(NamedTuple):
    """How ready a person is for a role in one variant, None if it has none."""

    role: Role
    variant: Variant | None
    lines: tuple[RequirementLine, ...]
    bars: tuple[BarLine, ...]

    def counts(self, weight: str) -> Counts:
        """The counts of one weight; alternatives count as one, at the best of them."""
        asked = (line.requirement for line in self.lines)
        units = {each.unit for each in asked if each.weight == weight}
        best = self.unit_strengths()
        strengths = [best[unit] for unit in units]
        met = [each for each in strengths if each >= Strength.SHOWN]
        possible = [each for each in strengths if each >= Strength.SAID]
        return Counts(len(units), len(met), len(possible))

    def unit_strengths(self) -> dict[str, Strength]:
        """The strength of each unit: a requirement, or alternatives together."""
        strengths: dict[str, Strength] = {}
        for line in self.lines:
            unit = line.requirement.unit
            best = strengths.get(unit, Strength.NONE)
            strengths[unit] = max(best, line.strength)
        return strengths

    def unmet_lines(self) -> tuple[RequirementLine, ...]:
        """The lines that are not met, and have no alternative that is."""
        best = self.unit_strengths()
        return tuple(
            line for line in self.lines if best[line.requirement.unit] < Strength.SHOWN
        )


def judge_readiness(
    role: Role,
    variant: Variant | None,
    facts: Facts,
    strengths: Strengths | None = None,
) -> Readiness:
    """The readiness for a role in one variant: required lines first, steps last."""
    strengths = strengths or find_strengths(facts)
    requirements = _of_variant(role.requirements, variant)
    requirements.sort(key=lambda each: (WEIGHTS.index(each.weight), each.step))
    lines = (judge_requirement(each, strengths) for each in requirements)
    bars = (judge_bar(bar, facts, strengths) for bar in _of_variant(role.bars, variant))
    return Readiness(role, variant, tuple(lines), tuple(bars))


def judge_requirement(
    requirement: Requirement, strengths: Strengths
) -> RequirementLine:
    """A requirement with what backs it."""
    if requirement.milestone:
        backing = strengths.milestones.get(requirement.milestone)
        return RequirementLine(requirement, backing)
    assert requirement.skill and requirement.level
    skill, level = requirement.skill, requirement.level
    backing = strengths.skills.get((skill, level))
    return RequirementLine(requirement, backing, strengths.level(skill, level))


def judge_bar(bar: Bar, facts: Facts, strengths: Strengths) -> BarLine:
    """A bar with how far the person is with its milestone."""
    line = _find_bar_state(bar, facts, strengths)
    parts = milestone_parts(milestone_by_slug(bar.milestone, facts))
    are_shown = all(strengths.milestone(part) >= Strength.SHOWN for part in parts)
    has_parts_shown = bool(parts) and are_shown and line.state != "met"
    return line._replace(has_parts_shown=has_parts_shown)


def find_open_attempt(slug: str, facts: Facts) -> Attempt | None:
    """The attempt at a milestone that counts, one within its limit first.

    None if there is none, each has a result, or the milestone was dropped.
    """
    ended = {result.item for result in facts.results if result.milestone == slug}
    attempts = [
        each
        for each in facts.attempts
        if each.milestone == slug and each.item not in ended
    ]
    if not attempts or slug in facts.dropped:
        return None
    return best_attempt(attempts, milestone_by_slug(slug, facts))


def find_overruns(facts: Facts) -> dict[str, Overrun]:
    """By item, its open attempt over its limit, if no other with it is within one."""
    over: dict[str, Overrun] = {}
    within: set[str] = set()
    for each in facts.attempts:
        alone = facts._replace(attempts=(each,))
        attempt = find_open_attempt(each.milestone, alone)
        limit = milestone_by_slug(each.milestone, facts).within
        if attempt is None or limit is None:
            continue
        if _is_over_limit(attempt, facts):
            over[attempt.item] = attempt.spent, limit
        else:
            within.add(attempt.item)
    return {item: overrun for item, overrun in over.items() if item not in within}


def milestone_by_slug(slug: str, facts: Facts) -> Milestone:
    """The milestone with that slug, which must exist."""
    return next(each for each in facts.milestones if each.slug == slug)


def milestone_parts(milestone: Milestone) -> tuple[str, ...]:
    """The milestones that it is made of: all that it needs, if it covers them too.

    One alone is no part: a paper with a letter needs more than the letter.
    """
    is_whole = set(milestone.needs) <= set(milestone.covers)
    return milestone.needs if is_whole and len(milestone.needs) > 1 else ()


def _is_over_limit(attempt: Attempt, facts: Facts) -> bool:
    return is_spent(attempt.spent, milestone_by_slug(attempt.milestone, facts))


def _find_bar_state(bar: Bar, facts: Facts, strengths: Strengths) -> BarLine:
    backing = strengths.milestones.get(bar.milestone)
    if backing:
        state = "met" if backing.strength >= Strength.SHOWN else "claimed"
        spent = backing.spent if backing.direct else None
        return BarLine(bar, state, backing.day, spent)
    late = [result for result in facts.results if result.milestone == bar.milestone]
    result = min(late, key=lambda each: each.spent, default=None)
    attempt = find_open_attempt(bar.milestone, facts)
    is_over = attempt is not None and _is_over_limit(attempt, facts)
    if attempt and not (is_over and result):
        state = "over" if is_over else "begun"
        return BarLine(bar, state, attempt.since, attempt.spent, is_attempt=True)
    if result:
        return BarLine(bar, "over", result.day, result.spent)
    return BarLine(bar, "open")


def _of_variant(parts: Iterable[Part], variant: Variant | None) -> list[Part]:
    """The parts that every variant has, and those of this one."""
    slug = variant.slug if variant else None
    return [part for part in parts if part.variant in (None, slug)]
