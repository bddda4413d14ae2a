"""The milestones that a person reached and that belong to the road to a role."""

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from tracker.readiness.rules.evidence_only import find_claimed_parts
from tracker.readiness.rules.gaps import Gaps
from tracker.readiness.rules.readiness import RequirementLine
from tracker.readiness.rules.road import RoadRow
from tracker.readiness.rules.road_order import follow_needs, needed_milestones
from tracker.readiness.rules.situation import Situation
from tracker.readiness.rules.support import Backing, Strength


class ReachedStop(NamedTuple):
    """A milestone, or a skill that a letter shows, with its requirements.

    `leads_to` are requirements that it meets in part: at a lower level, or as one of
    several works.
    """

    slug: str
    backing: Backing
    requirements: tuple[str, ...] = ()
    leads_to: tuple[str, ...] = ()

    @property
    def is_plain(self) -> bool:
        """Whether it has a result of its own, or meets a requirement."""
        return self.backing.direct or bool(self.requirements)


def find_reached_stops(
    gaps: Gaps, rows: Collection[RoadRow], first_road: Iterable[RoadRow]
) -> tuple[ReachedStop, ...]:
    """What is reached of a road, with and without evidence, in the order of the road.

    `rows` are those ahead, which have stops of their own. `first_road` is the road of
    somebody without a record. A milestone belongs to the road if that one has it, if
    something ahead needs it, if it meets a requirement, also in part, or a bar. Parts of
    a whole that are claimed only by their skills belong to it too: they are to show.
    """
    situation = gaps.paths.situation
    ahead = {row.action.milestone or row.action.slug for row in rows}
    lines = _open_lines(gaps, rows)
    backings = situation.strengths.milestones
    first = [row.action.milestone for row in first_road if row.action.milestone]
    slugs = dict.fromkeys((*first, *_find_others(gaps, rows, first)))
    reached = [slug for slug in slugs if slug in backings and slug not in ahead]
    stops = [_reached_milestone(slug, lines, reached, gaps) for slug in reached]
    return (
        *(each for each in stops if each.is_plain or each.slug in first),
        *_letters(lines, ahead),
        *(_claimed_part(slug) for slug in find_claimed_parts(ahead, situation)),
    )


def _claimed_part(slug: str) -> ReachedStop:
    return ReachedStop(slug, Backing(Strength.SAID, "rating", source=""))


def _open_lines(gaps: Gaps, rows: Iterable[RoadRow]) -> list[RequirementLine]:
    """The requirements that no row ahead is for."""
    taken = {slug for row in rows for slug in row.requirements}
    lines = gaps.readiness.lines
    return [line for line in lines if line.requirement.slug not in taken]


def _find_others(
    gaps: Gaps, rows: Iterable[RoadRow], first: Iterable[str]
) -> Iterator[str]:
    """The milestones beside those of the `first` road, and all that come before any."""
    situation = gaps.paths.situation
    sources = tuple(_find_sources(gaps, situation))
    yield from sources
    needed = follow_needs((*first, *sources), situation)
    for row in rows:
        needed |= needed_milestones(row.action, situation)
    yield from (slug for slug in situation.milestones if slug in needed)


def _find_sources(gaps: Gaps, situation: Situation) -> Iterator[str]:
    """The milestones that back requirements, also in part, and those of bars."""
    for line in gaps.readiness.lines:
        asked = line.requirement.milestone
        below = line.below[1] if line.below else None
        for backing in (line.backing, below):
            if backing is None or backing.basis != "result":
                continue
            yield backing.source
            # A result over its limit shows what it implies, and not itself.
            own_strength = situation.strengths.milestone(backing.source)
            if asked and own_strength < backing.strength:
                yield asked
        yield from situation.counted_milestones(asked)
    yield from (line.bar.milestone for line in gaps.readiness.bars)


def _reached_milestone(
    slug: str, lines: Iterable[RequirementLine], reached: Collection[str], gaps: Gaps
) -> ReachedStop:
    situation = gaps.paths.situation
    backing = situation.strengths.milestones[slug]
    met = [line.requirement.slug for line in lines if _stop_of(line, reached) == slug]
    in_part = [
        line.requirement.slug
        for line in gaps.readiness.lines
        if not line.is_met and _is_for(slug, line, situation)
    ]
    return ReachedStop(slug, backing, tuple(met), tuple(in_part))


def _stop_of(line: RequirementLine, reached: Collection[str]) -> str | None:
    """The milestone that meets a requirement: the one that it asks for, or its source."""
    backing = line.backing
    if backing is None or backing.strength < Strength.PRACTISED:
        return None
    if line.requirement.milestone in reached:
        return line.requirement.milestone
    return backing.source if backing.basis == "result" else None


def _is_for(slug: str, line: RequirementLine, situation: Situation) -> bool:
    """Whether a milestone meets a requirement in part."""
    if slug in situation.counted_milestones(line.requirement.milestone):
        return True
    below = line.below[1] if line.below else None
    return below is not None and below.basis == "result" and below.source == slug


def _letters(
    lines: Iterable[RequirementLine], ahead: Collection[str]
) -> Iterator[ReachedStop]:
    """The skills that a letter or a review shows, each with its requirements."""
    by_skill: dict[str, list[RequirementLine]] = {}
    for line in lines:
        skill, backing = line.requirement.skill, line.backing
        is_letter = backing is not None and backing.basis == "rating"
        if skill and skill not in ahead and is_letter and line.is_met:
            by_skill.setdefault(skill, []).append(line)
    for skill, of_skill in by_skill.items():
        slugs = tuple(line.requirement.slug for line in of_skill)
        assert of_skill[0].backing
        yield ReachedStop(skill, of_skill[0].backing, slugs)
