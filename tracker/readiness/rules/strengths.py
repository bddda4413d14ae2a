"""How strongly each skill, at each level, and each milestone is backed.

Each thing that backs one is weighed alone, and the best counts, never a sum: more
evidence never lowers anything.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import IntEnum
from typing import TypeVar

from tracker.choices import LEVELS, STRENGTHS
from tracker.curriculum.rules.items import Item
from tracker.labels import STRENGTH_LABELS
from tracker.milestones.rules.counted_results import CountedResults, counted_results
from tracker.milestones.rules.evidence import (
    is_only_claimed,
    is_open_to_others,
    is_valid_evidence,
)
from tracker.milestones.rules.implied import find_wholes, implied_milestones
from tracker.milestones.rules.records import Evidence, Milestone, Result
from tracker.readiness.rules.records import Facts, Rating, levels_up_to
from tracker.text.addresses import Access, access_of

# Kinds of evidence by which somebody else confirms a skill or result.
CONFIRMING_KINDS = frozenset({"letter", "review"})
Key = TypeVar("Key")


class Strength(IntEnum):
    """How well something is backed; the order is that of STRENGTHS."""

    NONE = 0
    SAID = 1
    PRACTISED = 2
    SHOWN = 3
    CHECKED = 4

    @property
    def key(self) -> str:
        """As in JSON: `none`, `said`, `practised`, `shown`, `checked`."""
        return STRENGTHS[self]

    @property
    def label(self) -> str:
        """As a person reads it: `open`, `claimed`, `practised`, `shown`, `verified`."""
        return STRENGTH_LABELS[self.key]


@dataclass(frozen=True, slots=True)
class Backing:
    """One thing that backs a skill or milestone: its `basis` is item, rating or result.

    `source` is the item's slug, the rater's name (empty for oneself) or the milestone
    reached; `kinds` are those of the evidence that counts, `document` the first of it that
    was handed over, and names its giver and day. `direct` says that the
    source names what it backs, rather than covering it. `seconds` are the item's;
    `spent` are those of a result with a limit of hours, None for any other. `counted`
    are the results by which a milestone that counts was reached, None for any other.
    """

    strength: Strength
    basis: str
    source: str
    day: date | None = None
    kinds: tuple[str, ...] = ()
    document: Evidence | None = None
    direct: bool = True
    seconds: int = 0
    spent: int | None = None
    counted: CountedResults | None = None

    @property
    def rank(self) -> tuple[int, bool, bool, int]:
        """Strength first; of equals, what makes the better reason."""
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
        weakest = min(map(milestones.get, parts), key=strength_of)
        if weakest and weakest.strength >= Strength.SHOWN:
            backing = replace(weakest, direct=False)
            _keep_best(milestones, (slug,), backing)
            _keep_best(skills, covered_skills(by_slug[slug]), backing)
    return Strengths(skills, milestones)


def is_practised(item: Item) -> bool:
    """Whether an item practises its skills, at basic: done, or its low estimate logged.

    Podcasts, newsletters, habits and tools give hours and nothing else.
    """
    is_logged = item.low is not None and item.seconds >= item.low
    return item.finishes and (item.state == "done" or is_logged)


def strength_of_rating(rating: Rating) -> Backing:
    """Somebody else's rating with a letter or review is verified, any other claimed."""
    valid = [each for each in rating.evidence if is_confirmation(each, rating)]
    return Backing(
        Strength.CHECKED if valid else Strength.SAID,
        "rating",
        rating.rater,
        day=rating.day,
        kinds=_kinds(valid),
        document=_find_document(valid),
    )


def strength_of_result(result: Result, milestone: Milestone) -> Backing:
    """A result with a letter or review is verified, with other evidence shown.

    Evidence that does not count for the milestone changes nothing: without all that it
    needs, the result is practised.
    """
    valid = [each for each in result.evidence if is_valid_evidence(each, milestone)]
    kinds = _kinds(valid)
    strength = Strength.SHOWN
    if CONFIRMING_KINDS & set(kinds):
        strength = Strength.CHECKED
    if is_only_claimed(valid, milestone):
        strength = Strength.PRACTISED
    spent = result.spent if milestone.within else None
    return Backing(
        strength,
        "result",
        milestone.slug,
        day=result.day,
        kinds=kinds,
        document=_find_document(valid),
        spent=spent,
    )


def covered_skills(milestone: Milestone) -> Iterator[tuple[str, str]]:
    """The skills that a milestone names, each at its level and below."""
    for skill, highest in milestone.skills:
        for level in levels_up_to(highest):
            yield skill, level


def covers_skill(milestone: Milestone, skill: str | None, level: str | None) -> bool:
    """Whether a milestone shows a skill at a level: it names it there or above."""
    return (skill, level) in list(covered_skills(milestone))


def is_confirmation(evidence: Evidence, rating: Rating) -> bool:
    """Whether evidence verifies a rating: a letter of the rater, by address or day."""
    if not rating.rater or evidence.kind not in CONFIRMING_KINDS:
        return False
    return is_open_to_others(evidence, giver=rating.rater)


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
            yield slug, replace(backing, direct=False)
    for slug, counted in counted_results(facts.milestones, facts.results).items():
        if counted.missing:
            continue
        backing = _counted_backing(slug, counted, by_slug)
        yield slug, backing
        for implied_slug in implied[slug]:
            yield implied_slug, replace(backing, direct=False)


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
            strongest = replace(strongest, strength=Strength.PRACTISED, kinds=())
        best.append(strongest)
    best.sort(key=lambda backing: backing.strength, reverse=True)
    weakest = best[counted.needed - 1]
    return Backing(
        weakest.strength, "result", slug, counted.day, weakest.kinds, counted=counted
    )


def _find_document(evidence: Iterable[Evidence]) -> Evidence | None:
    """The first evidence without an address, a letter or a review before others."""
    handed_over = [
        each for each in evidence if access_of(each.place) is Access.NO_ADDRESS
    ]
    handed_over.sort(key=lambda each: each.kind not in CONFIRMING_KINDS)
    return handed_over[0] if handed_over else None


def _kinds(evidence: Iterable[Evidence]) -> tuple[str, ...]:
    """The kinds, each once; a letter or a review first."""
    kinds = dict.fromkeys(each.kind for each in evidence)
    return tuple(sorted(kinds, key=lambda kind: kind not in CONFIRMING_KINDS))


def _keep_best(
    backings: dict[Key, Backing], keys: Iterable[Key], backing: Backing
) -> None:
    """Put `backing` under each key that has none or a weaker one."""
    for key in keys:
        if key not in backings or backing.rank > backings[key].rank:
            backings[key] = backing
