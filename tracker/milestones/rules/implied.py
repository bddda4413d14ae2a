"""The milestones that count as reached along with another one."""

from collections.abc import Iterable, Mapping, Sequence

from tracker.milestones.rules.records import Milestone


def implied_milestones(milestones: Iterable[Milestone]) -> dict[str, frozenset[str]]:
    """By slug, the slugs of all that a milestone implies, itself left out.

    It implies what it covers, the lower rungs of its ladder, and all that these imply:
    whoever meets its criterion meets theirs.
    """
    listed = list(milestones)
    direct = {milestone.slug: _direct(milestone, listed) for milestone in listed}
    return {slug: _follow(slug, direct) for slug in direct}


def find_wholes(milestones: Sequence[Milestone]) -> dict[str, tuple[str, ...]]:
    """By slug, the parts of each milestone that is shown by them, each in its own way.

    It has several parts, which it needs and covers, and nothing of its own; and theirs
    is evidence of kinds that do not count for it itself.
    """
    kinds = {each.slug: set(each.kinds) for each in milestones}
    return {
        each.slug: each.needs
        for each in milestones
        if len(each.needs) > 1
        and set(each.covers).issuperset(each.needs)
        and not (each.items or each.groups or each.counted or each.ladder)
        and not all(kinds[need] <= kinds[each.slug] for need in each.needs)
    }


def _direct(milestone: Milestone, others: Sequence[Milestone]) -> frozenset[str]:
    if not milestone.ladder:
        return frozenset(milestone.covers)
    lower_rungs = (
        other.slug
        for other in others
        if other.ladder == milestone.ladder
        and (other.rung or 0) < (milestone.rung or 0)
    )
    return frozenset((*milestone.covers, *lower_rungs))


def _follow(slug: str, direct: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """All slugs that can be reached from `slug`; links may form a circle."""
    implied: set[str] = set()
    queue = [slug]
    while queue:
        fresh = direct.get(queue.pop(), frozenset()) - implied
        implied |= fresh
        queue += fresh
    return frozenset(implied - {slug})
