"""How a person stands against a role: every requirement's strength, counts with what is behind them, and bars."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from tracker.milestones.rules.ledger import best_attempt, is_spent
from tracker.milestones.rules.records import Attempt
from tracker.readiness.rules.hours import Overrun
from tracker.readiness.rules.records import (
    WEIGHTS,
    Bar,
    Facts,
    Requirement,
    Role,
    Variant,
)
from tracker.readiness.rules.strengths import (
    Backing,
    Strength,
    Strengths,
    find_strengths,
    strength_of,
)


@dataclass(frozen=True, slots=True)
class RequirementLine:
    """A requirement with what backs it as asked, and what is held below the level it asks."""

    requirement: Requirement
    backing: Backing | None = None
    below: tuple[str, Backing] | None = None

    @property
    def strength(self) -> Strength:
        """At the level it asks."""
        return strength_of(self.backing)

    @property
    def is_met(self) -> bool:
        """Shown or checked."""
        return self.strength >= Strength.SHOWN


@dataclass(frozen=True, slots=True)
class Counts:
    """Of `total`, how many are met, are possible (met, or met if what the person says holds), and are open."""

    total: int = 0
    met: int = 0
    possible: int = 0

    @property
    def open(self) -> int:
        """The rest: backed by nothing at the level asked."""
        return self.total - self.possible


@dataclass(frozen=True, slots=True)
class BarLine:
    """A bar and where the person stands: `met`, `claimed` (on their own word), `begun`, `over` its bound, or `open`.

    `since` is the day of that, a try's first where `tried`, None for what is open; `spent` are the seconds of what
    is begun or over, and of what is met or claimed by a result that counts within a bound, None for any other.
    """

    bar: Bar
    state: str
    since: date | None = None
    spent: int | None = None
    is_attempt: bool = False


@dataclass(frozen=True, slots=True)
class Readiness:
    """How a person stands against a role in one variant, None where it has none."""

    role: Role
    variant: Variant | None
    lines: tuple[RequirementLine, ...]
    bars: tuple[BarLine, ...]

    def counts(self, weight: str) -> Counts:
        """The counts of `must`, `should` or `helps`; alternatives count as one, at the best of them."""
        best = self.unit_strengths()
        mine = {
            unit: strength
            for unit, strength in best.items()
            if self._weight(unit) == weight
        }
        met = sum(strength >= Strength.SHOWN for strength in mine.values())
        return Counts(
            len(mine), met, sum(strength >= Strength.SAID for strength in mine.values())
        )

    def unit_strengths(self) -> dict[str, Strength]:
        """The strength of each thing that counts as one."""
        found: dict[str, Strength] = {}
        for line in self.lines:
            found[line.requirement.unit] = max(
                found.get(line.requirement.unit, Strength.NONE), line.strength
            )
        return found

    def unmet_lines(self) -> tuple[RequirementLine, ...]:
        """The lines not met, and of which no alternative is."""
        best = self.unit_strengths()
        return tuple(
            line for line in self.lines if best[line.requirement.unit] < Strength.SHOWN
        )

    def _weight(self, unit: str) -> str:
        """That of its first line: alternatives share one."""
        return next(
            line.requirement.weight
            for line in self.lines
            if line.requirement.unit == unit
        )


def judge_readiness(
    role: Role,
    variant: Variant | None,
    facts: Facts,
    strengths: Strengths | None = None,
) -> Readiness:
    """How the facts stand against what is common to a role and what one variant adds; musts first, steps last."""
    strengths = strengths or find_strengths(facts)
    asked = _of_variant(role.requirements, variant)
    asked.sort(key=lambda r: (WEIGHTS.index(r.weight), r.step))
    bars = _of_variant(role.bars, variant)
    return Readiness(
        role,
        variant,
        tuple(judge_requirement(each, strengths) for each in asked),
        tuple(_bar(each, facts, strengths) for each in bars),
    )


def judge_requirement(
    requirement: Requirement, strengths: Strengths
) -> RequirementLine:
    """A requirement against what is held."""
    if requirement.milestone:
        return RequirementLine(
            requirement, strengths.milestones.get(requirement.milestone)
        )
    assert requirement.skill and requirement.level
    asked = requirement.skill, requirement.level
    return RequirementLine(
        requirement, strengths.skills.get(asked), strengths.level(*asked)
    )


def open_attempt(slug: str, facts: Facts) -> Attempt | None:
    """The open attempt at a milestone that counts, one within its bound before others; none that has a result."""
    ended = {result.item for result in facts.results if result.milestone == slug}
    tries = [
        attempt
        for attempt in facts.attempts
        if attempt.milestone == slug and attempt.item not in ended
    ]
    if not tries or slug in facts.dropped:
        return None
    return best_attempt(tries, next(m for m in facts.milestones if m.slug == slug))


def find_overruns(facts: Facts) -> dict[str, Overrun]:
    """By item, its open try that has used up its bound, where none with it is within one."""
    tries = (
        open_attempt(slug, replace(facts, attempts=(a,)))
        for a in facts.attempts
        for slug in (a.milestone,)
    )
    going = [attempt for attempt in tries if attempt]
    bounds = {m.slug: m.within for m in facts.milestones if m.within}
    over = {a.item: (a.spent, bounds[a.milestone]) for a in going if _is_over(a, facts)}
    within = {a.item for a in going if a.milestone in bounds and not _is_over(a, facts)}
    return {item: told for item, told in over.items() if item not in within}


def _is_over(attempt: Attempt, facts: Facts) -> bool:
    return is_spent(
        attempt.spent, next(m for m in facts.milestones if m.slug == attempt.milestone)
    )


def _bar(bar: Bar, facts: Facts, strengths: Strengths) -> BarLine:
    backing, attempt = (
        strengths.milestones.get(bar.milestone),
        open_attempt(bar.milestone, facts),
    )
    if backing:
        state = "met" if backing.strength >= Strength.SHOWN else "claimed"
        return BarLine(
            bar, state, backing.day, backing.spent if backing.direct else None
        )
    late = [result for result in facts.results if result.milestone == bar.milestone]
    best = min(late, key=lambda result: result.spent, default=None)
    over = attempt is not None and _is_over(attempt, facts)
    if attempt and not (over and best):
        return BarLine(
            bar,
            "over" if over else "begun",
            attempt.since,
            attempt.spent,
            is_attempt=True,
        )
    return BarLine(bar, "over", best.day, best.spent) if best else BarLine(bar, "open")


T = TypeVar("T", Requirement, Bar)


def _of_variant(parts: Iterable[T], variant: Variant | None) -> list[T]:
    wanted = {None, variant.slug if variant else None}
    return [part for part in parts if part.variant in wanted]
