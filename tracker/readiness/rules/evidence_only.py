"""Which milestones only evidence is missing for."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from tracker.limits import HOUR
from tracker.milestones.rules.records import Milestone
from tracker.readiness.rules.item_choices import PRACTICE, WORK
from tracker.readiness.rules.readiness import RequirementLine
from tracker.readiness.rules.situation import Situation
from tracker.readiness.rules.support import Strength

Lines = Sequence[RequirementLine]


def listed_items(milestone: Milestone, situation: Situation) -> Iterator[str]:
    """The items that are listed for a milestone, alone and in groups."""
    yield from milestone.items
    for choice in situation.choice_groups(milestone):
        yield from choice.items


def needs_only_evidence(
    milestone: Milestone, lines: Lines, situation: Situation
) -> bool:
    """Whether it is reached without evidence, claimed, or a rung above one reached.

    Practice gives a skill. A milestone that asks for the practice itself still needs
    it. Only what a line asks for and the person claims is called claimed.
    """
    if situation.strengths.milestone(milestone.slug) >= Strength.PRACTISED:
        return True
    # Each work of one that counts was done or not, also where its skills are claimed.
    if milestone.counted:
        return False
    if _is_next_rung(milestone, situation):
        return True
    kinds = _listed_kinds(milestone, situation)
    if not situation.needs_no_work(milestone.slug) or not _is_knowledge(
        milestone, kinds
    ):
        return False
    is_asked_itself = any(line.requirement.milestone for line in lines)
    if is_asked_itself and "exercise" in kinds:
        return False
    return any(line.strength >= Strength.SAID for line in lines)


def find_claimed_parts(slugs: Collection[str], situation: Situation) -> tuple[str, ...]:
    """The parts of wholes among `slugs` that need no work and are not reached.

    Their skills are claimed, or what comes after them is done. They are still to show.
    """
    wholes = [slug for slug in slugs if _is_whole(slug, situation)]
    parts = dict.fromkeys(part for slug in wholes for part in situation.parts(slug))
    return tuple(
        part
        for part in parts
        if part not in slugs
        and situation.strengths.milestone(part) < Strength.PRACTISED
        and situation.spares_part(part)
    )


def _is_whole(slug: str, situation: Situation) -> bool:
    return slug in situation.milestones and situation.is_whole(slug)


def _is_next_rung(milestone: Milestone, situation: Situation) -> bool:
    """Whether it is the rung above one that is reached, and takes only showing."""
    below = [situation.milestones[need] for need in milestone.needs]
    if not milestone.ladder or not below or milestone.show[1] < HOUR:
        return False
    if any(each.ladder != milestone.ladder for each in below):
        return False
    return all(
        situation.strengths.milestone(each.slug) >= Strength.PRACTISED
        or _is_next_rung(each, situation)
        for each in below
    )


def _listed_kinds(milestone: Milestone, situation: Situation) -> frozenset[str]:
    """The kinds listed for a milestone and its parts; of a group, the lightest."""
    parts = [situation.milestones[part] for part in situation.parts(milestone.slug)]
    kinds: set[str] = set()
    for each in (milestone, *parts):
        kinds |= _kinds_of(each.items, situation)
        for choice in situation.choice_groups(each):
            kinds |= _lightest(_kinds_of(choice.items, situation))
    return frozenset(kinds)


def _kinds_of(slugs: Iterable[str], situation: Situation) -> frozenset[str]:
    return frozenset(situation.items[slug].kind for slug in slugs)


def _lightest(kinds: frozenset[str]) -> frozenset[str]:
    """Without work and exercises, if the group has anything else to learn from."""
    return kinds - PRACTICE or kinds - WORK or kinds


def _is_knowledge(milestone: Milestone, kinds: frozenset[str]) -> bool:
    """Whether knowing its skills is enough to show it: no work is listed for it.

    What takes less than an hour to show was done or not: it is only sent.
    """
    is_deed = milestone.within or milestone.ladder or milestone.show[1] < HOUR
    return bool(kinds) and not is_deed and WORK.isdisjoint(kinds)
