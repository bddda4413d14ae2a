"""What counts as reached along with a milestone: what it covers, the lower rungs of its ladder, and so on."""

from collections.abc import Iterable

from tracker.milestones.rules.records import Milestone


def implied_milestones(milestones: Iterable[Milestone]) -> dict[str, frozenset[str]]:
    """By slug, all that a milestone implies, itself left out: whoever meets its criterion meets theirs."""
    known = {m.slug: m for m in milestones}
    direct = {slug: _direct(m, known.values()) for slug, m in known.items()}
    return {slug: _onward(slug, direct) for slug in known}


def _direct(milestone: Milestone, others: Iterable[Milestone]) -> frozenset[str]:
    below = (
        other.slug
        for other in others
        if milestone.ladder
        and other.ladder == milestone.ladder
        and (other.rung or 0) < (milestone.rung or 0)
    )
    return frozenset(milestone.covers) | frozenset(below)


def _onward(slug: str, direct: dict[str, frozenset[str]]) -> frozenset[str]:
    found: set[str] = set()
    left = [slug]
    while left:
        new = direct.get(left.pop(), frozenset()) - found
        found |= new
        left += new
    return frozenset(found - {slug})
