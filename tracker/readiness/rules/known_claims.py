"""What a person says they can do, and how much of it is recorded already."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from tracker.choices import LEVELS
from tracker.database.catalogue.bundles import BundleEntry
from tracker.readiness.rules.gaps import Gaps
from tracker.readiness.rules.known_words import (
    BUNDLE,
    ITEM,
    MILESTONE,
    SKILL,
    KnownWord,
)
from tracker.readiness.rules.records import Facts
from tracker.readiness.rules.required_total import RequiredTotal, find_required_total
from tracker.readiness.rules.strengths import find_strengths
from tracker.readiness.rules.support import Strength


class KnownClaim(NamedTuple):
    """A skill at a level, a milestone reached or an item done, on one's own word."""

    kind: str
    slug: str
    level: str = ""


class RoadChange(NamedTuple):
    """What claims changed of the road to the target, a role of the title `target`.

    `removed` are the items that are no longer a step. `before` and `after` are what all
    required lines take, None where nothing is missing or a line has no path.
    """

    target: str
    removed: tuple[str, ...]
    before: RequiredTotal | None
    after: RequiredTotal | None


class KnownAnswer(NamedTuple):
    """What `known` recorded, and what was there already.

    `bundles` are those typed. `road` is None without a target.
    """

    words: tuple[KnownWord, ...]
    bundles: tuple[BundleEntry, ...]
    recorded: tuple[KnownClaim, ...]
    already: tuple[KnownClaim, ...]
    road: RoadChange | None = None


def find_claims(
    words: Sequence[KnownWord], bundles: Mapping[str, BundleEntry]
) -> list[KnownClaim]:
    """Each claim once, skills first, at the highest level.

    A level that was typed also replaces a bundle's higher one.
    """
    claims = [claim for word in words for claim in _claims_of(word, bundles)]
    levels: dict[str, str] = {}
    for claim in claims:
        if claim.kind == SKILL:
            levels[claim.slug] = max(
                claim.level, levels.get(claim.slug, LEVELS[0]), key=LEVELS.index
            )
    levels |= {word.slug: word.level for word in words if word.level}
    skills = [KnownClaim(SKILL, slug, level) for slug, level in levels.items()]
    others = dict.fromkeys(claim for claim in claims if claim.kind != SKILL)
    return [*skills, *sorted(others, key=lambda claim: claim.kind == ITEM)]


def find_recorded(claims: Sequence[KnownClaim], facts: Facts) -> list[KnownClaim]:
    """The claims that add nothing, since as much or more is recorded.

    The skill is rated or shown at its level, the milestone reached, the item done.
    Hours practise a skill, and are no claim to it.
    """
    strengths = find_strengths(facts._replace(items=()))
    reached = {result.milestone for result in facts.results}
    done = {item.slug for item in facts.items if item.state == "done"}

    def is_recorded(claim: KnownClaim) -> bool:
        if claim.kind == SKILL:
            return strengths.skill(claim.slug, claim.level) >= Strength.SAID
        if claim.kind == MILESTONE:
            is_implied = strengths.milestone(claim.slug) >= Strength.PRACTISED
            return is_implied or claim.slug in reached
        return claim.slug in done

    return [claim for claim in claims if is_recorded(claim)]


def find_steps(gaps: Gaps) -> list[str]:
    """The items that the road to a role has as steps, in order."""
    rows = (*gaps.road, *gaps.steps)
    return [slug for row in rows for slug in row.steps]


def compare_roads(before: Gaps, after: Gaps) -> RoadChange:
    """The road of a role without the claims, and with them."""
    left = set(find_steps(after))
    return RoadChange(
        target=before.readiness.role.title,
        removed=tuple(slug for slug in find_steps(before) if slug not in left),
        before=find_required_total(before),
        after=find_required_total(after),
    )


def _claims_of(
    word: KnownWord, bundles: Mapping[str, BundleEntry]
) -> Iterator[KnownClaim]:
    if word.kind != BUNDLE:
        level = word.level or LEVELS[1]
        yield KnownClaim(word.kind, word.slug, level if word.kind == SKILL else "")
        return
    bundle = bundles[word.slug]
    for skill, level in bundle.skills.items():
        yield KnownClaim(SKILL, skill, level)
    yield from _unrated(MILESTONE, bundle.milestones)
    yield from _unrated(ITEM, bundle.items)


def _unrated(kind: str, slugs: Iterable[str]) -> Iterator[KnownClaim]:
    return (KnownClaim(kind, slug) for slug in slugs)
