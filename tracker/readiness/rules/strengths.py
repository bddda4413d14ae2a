"""How strongly each skill, at each level, and each milestone is backed.

Each thing that backs one is weighed alone, and the best counts, never a sum: more
evidence never lowers anything.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from tracker.choices import LEVELS
from tracker.curriculum.rules.items import Item
from tracker.milestones.rules.counted_results import CountedResults, counted_results
from tracker.milestones.rules.implied import find_wholes, implied_milestones
from tracker.milestones.rules.records import Milestone
from tracker.readiness.rules.records import Facts, levels_up_to
from tracker.readiness.rules.support import (
    Backing,
    Strength,
    strength_of_rating,
    strength_of_result,
)

Key = TypeVar("Key")


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
        """The level with the strongest backing, the highest of equals, and the backing.

        With `below`, only levels below that one are looked at.
        """
        levels = LEVELS[1 : LEVELS.index(below)] if below else LEVELS[1:]
        best: tuple[str, Backing] | None = None
        for level in levels:
            backing = self.skills.get((skill, level))
            if backing is None:
                continue
            if best is None or backing.strength >= best[1].strength:
                best = level, backing
        return best


def strength_of(backing: Backing | None) -> Strength:
    """A backing's strength; NONE for no backing."""
    return backing.strength if backing else Strength.NONE


def find_strengths(facts: Facts) -> Strengths:
    """The best backing of each skill and milestone; of a whole, its weakest part's."""
    skills: dict[tuple[str, str], Backing] = {}
    milestones: dict[str, Backing] = {}
    for item in facts.items:
        if is_practised(item):
            basic = ((skill, "basic") for skill in item.skills)
            _keep_best(skills, basic, _item_backing(item))
    for rating in facts.ratings:
        levels = ((rating.skill, level) for level in levels_up_to(rating.level))
        _keep_best(skills, levels, strength_of_rating(rating))
    by_slug = {milestone.slug: milestone for milestone in facts.milestones}
    for slug, backing in _milestone_backings(facts, by_slug):
        _keep_best(milestones, (slug,), backing)
        _keep_best(skills, covered_skills(by_slug[slug]), backing)
    for slug, parts in find_wholes(facts.milestones).items():
        backing = _whole_backing(slug, [milestones.get(part) for part in parts])
        if backing.strength >= Strength.SHOWN:
            _keep_best(milestones, (slug,), backing)
            _keep_best(skills, covered_skills(by_slug[slug]), backing)
    return Strengths(skills, milestones)


def is_practised(item: Item) -> bool:
    """Whether an item practises its skills, at basic: done, or its low estimate logged.

    Podcasts, newsletters, habits and tools give hours and nothing else.
    """
    is_logged = item.low is not None and item.seconds >= item.low
    return item.finishes and (item.state == "done" or is_logged)


def covered_skills(milestone: Milestone) -> Iterator[tuple[str, str]]:
    """The skills that a milestone names, each at its level and below."""
    for skill, highest in milestone.skills:
        for level in levels_up_to(highest):
            yield skill, level


def covers_skill(milestone: Milestone, skill: str | None, level: str | None) -> bool:
    """Whether a milestone shows a skill at a level: it names it there or above."""
    return (skill, level) in list(covered_skills(milestone))


def _item_backing(item: Item) -> Backing:
    return Backing(
        Strength.PRACTISED, "item", item.slug, item.state_day, seconds=item.seconds
    )


def _milestone_backings(
    facts: Facts, by_slug: Mapping[str, Milestone]
) -> Iterator[tuple[str, Backing]]:
    """Each milestone that is reached, by a result or by so many, with its backing.

    A result over its limit of hours counts only for what its milestone implies.
    """
    implied = implied_milestones(facts.milestones)
    for result in facts.results:
        backing = strength_of_result(result, by_slug[result.milestone])
        if not result.over:
            yield result.milestone, backing
        for slug in implied[result.milestone]:
            yield slug, backing._replace(direct=False)
    for slug, counted in counted_results(facts.milestones, facts.results).items():
        if counted.missing:
            continue
        backing = _counted_backing(slug, counted, by_slug)
        yield slug, backing
        for implied_slug in implied[slug]:
            yield implied_slug, backing._replace(direct=False)


def _counted_backing(
    slug: str, counted: CountedResults, by_slug: Mapping[str, Milestone]
) -> Backing:
    """The backing of the weakest work that is needed, the strongest works first."""
    best = []
    for work in counted.works:
        results = work.results
        backings = (strength_of_result(r, by_slug[r.milestone]) for r in results)
        strongest = max(backings, key=lambda backing: backing.strength)
        if not work.evidence:
            strongest = strongest._replace(strength=Strength.PRACTISED, kinds=())
        best.append(strongest)
    best.sort(key=lambda backing: backing.strength, reverse=True)
    weakest = best[counted.needed - 1]
    return Backing(
        weakest.strength, "result", slug, counted.day, weakest.kinds, counted=counted
    )


def _whole_backing(slug: str, parts: Sequence[Backing | None]) -> Backing:
    """The backing of a whole by all its parts, as strong as the weakest."""
    kinds = dict.fromkeys(kind for part in parts if part for kind in part.kinds)
    days = [part.day for part in parts if part and part.day]
    strength = min(map(strength_of, parts))
    return Backing(strength, "result", slug, max(days, default=None), tuple(kinds))


def _keep_best(
    backings: dict[Key, Backing], keys: Iterable[Key], backing: Backing
) -> None:
    """Put `backing` under each key that has none or a weaker one."""
    for key in keys:
        if key not in backings or backing.rank > backings[key].rank:
            backings[key] = backing
