"""What a person holds: each skill at each level and each milestone, with the best of what backs it.

Everything that backs something is weighed alone, and the best counts, never a sum: more never lowers anything.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import IntEnum
from typing import TypeVar

from tracker.curriculum.rules.items import Item
from tracker.milestones.rules.evidence import is_valid_evidence
from tracker.milestones.rules.implied import implied_milestones
from tracker.milestones.rules.records import Evidence, Milestone, Result
from tracker.readiness.rules.records import Facts, Rating, levels_up_to
from tracker.text.choices import LEVELS

# Kinds of evidence in which somebody else puts their name to it.
CONFIRMING_KINDS = frozenset({"letter", "review"})


class Strength(IntEnum):
    """How well something is backed."""

    NONE = 0
    SAID = 1
    PRACTISED = 2
    SHOWN = 3
    CHECKED = 4

    @property
    def word(self) -> str:
        """As in a column: `open` for none."""
        return self.name.lower() if self else "open"


@dataclass(frozen=True, slots=True)
class Backing:
    """One thing that backs: an item's work, a rating, or a result.

    `source` is the item's slug, the rater's name (empty for oneself) or the milestone reached; `kinds` are those of the
    evidence that counts; `direct` is whether the source names what it backs, rather than covering it; `seconds` are the
    item's hours; `spent` those logged for a result that counts within a bound, None for any other.
    """

    strength: Strength
    basis: str
    source: str
    day: date | None = None
    kinds: tuple[str, ...] = ()
    direct: bool = True
    seconds: int = 0
    spent: int | None = None

    @property
    def rank(self) -> tuple[int, bool, bool, int]:
        """What is compared: strength first; then what is told as the reason."""
        return self.strength, self.basis == "result", self.direct, self.seconds


@dataclass(frozen=True, slots=True)
class Strengths:
    """The best backing of each (skill, level), and of each milestone."""

    skills: Mapping[tuple[str, str], Backing] = field(default_factory=dict)
    milestones: Mapping[str, Backing] = field(default_factory=dict)

    def skill(self, skill: str, level: str) -> Strength:
        """How strongly a skill is backed at that level."""
        return strength_of(self.skills.get((skill, level)))

    def milestone(self, slug: str) -> Strength:
        """How strongly a milestone is backed."""
        return strength_of(self.milestones.get(slug))

    def level(self, skill: str, below: str | None = None) -> tuple[str, Backing] | None:
        """The level that is held most strongly, the highest of several, `below` one where that is given."""
        levels = LEVELS[1 : LEVELS.index(below)] if below else LEVELS[1:]
        known = [
            (level, self.skills[skill, level])
            for level in levels
            if (skill, level) in self.skills
        ]
        return max(
            known,
            key=lambda found: (found[1].strength, LEVELS.index(found[0])),
            default=None,
        )


def strength_of(backing: Backing | None) -> Strength:
    """A backing's strength; that of nothing is none."""
    return backing.strength if backing else Strength.NONE


def find_strengths(facts: Facts) -> Strengths:
    """All that the facts back, each by the best of what backs it."""
    skills: dict[tuple[str, str], Backing] = {}
    milestones: dict[str, Backing] = {}
    for item in facts.items:
        if is_practised(item):
            backing = Backing(
                Strength.PRACTISED,
                "item",
                item.slug,
                item.state_day,
                seconds=item.seconds,
            )
            _keep(skills, ((skill, "basic") for skill in item.skills), backing)
    for rating in facts.ratings:
        _keep(
            skills,
            ((rating.skill, level) for level in levels_up_to(rating.level)),
            strength_of_rating(rating),
        )
    known, implied = (
        {m.slug: m for m in facts.milestones},
        implied_milestones(facts.milestones),
    )
    for result in facts.results:
        for slug, backing in _reached(result, known[result.milestone], implied):
            _keep(milestones, (slug,), backing)
            _keep(skills, covered_skills(known[slug]), backing)
    return Strengths(skills, milestones)


def is_practised(item: Item) -> bool:
    """Whether an item's skills count as practised at basic: it is done, or its low estimate is logged.

    From podcasts, newsletters, habits and tools come hours and nothing else.
    """
    logged = item.low is not None and item.seconds >= item.low
    return item.finishes and (item.state == "done" or logged)


def strength_of_rating(rating: Rating) -> Backing:
    """What a rating is worth: somebody's is checked where there is a letter or a review to look at, else said."""
    kinds = _kinds(e for e in rating.evidence if is_confirmation(e, rating))
    return Backing(
        Strength.CHECKED if kinds else Strength.SAID,
        "rating",
        rating.rater,
        rating.day,
        kinds,
    )


def covered_skills(milestone: Milestone) -> Iterator[tuple[str, str]]:
    """The skills a milestone names, each at its level and below."""
    return (
        (skill, lower)
        for skill, level in milestone.skills
        for lower in levels_up_to(level)
    )


def covers_skill(milestone: Milestone, skill: str | None, level: str | None) -> bool:
    """Whether a milestone shows a skill at a level: it names it at that level or above."""
    return any((skill, level) == shown for shown in covered_skills(milestone))


def strength_of_result(result: Result, milestone: Milestone) -> Backing:
    """What a result is worth by its evidence; what does not count for the milestone lifts nothing."""
    kinds = _kinds(e for e in result.evidence if is_valid_evidence(e, milestone))
    spent = result.spent if milestone.within else None
    strength = (
        Strength.CHECKED
        if CONFIRMING_KINDS & set(kinds)
        else Strength.SHOWN
        if kinds
        else Strength.PRACTISED
    )
    return Backing(strength, "result", milestone.slug, result.day, kinds, spent=spent)


def _reached(
    result: Result, milestone: Milestone, implied: Mapping[str, frozenset[str]]
) -> Iterator[tuple[str, Backing]]:
    """The milestones that a result counts for; one over its bound counts for what it covers alone."""
    backing = strength_of_result(result, milestone)
    if not result.over:
        yield milestone.slug, backing
    for slug in implied[milestone.slug]:
        yield slug, replace(backing, direct=False)


def is_confirmation(each: Evidence, rating: Rating) -> bool:
    """Whether a piece of evidence makes somebody's word on a skill checked."""
    return bool(rating.rater) and each.kind in CONFIRMING_KINDS


def _kinds(evidence: Iterable[Evidence]) -> tuple[str, ...]:
    """The kinds, each once; a letter or a review first."""
    found = dict.fromkeys(e.kind for e in evidence)
    return tuple(sorted(found, key=lambda kind: kind not in CONFIRMING_KINDS))


K = TypeVar("K")


def _keep(found: dict[K, Backing], keys: Iterable[K], backing: Backing) -> None:
    """Note `backing` for each of `keys` where nothing better is there; of equals the first stays."""
    for key in keys:
        if key not in found or backing.rank > found[key].rank:
            found[key] = backing
