"""The milestone that evidence shows, where the milestone typed does not list its kind."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from tracker.milestones.rules.implied import implied_milestones
from tracker.milestones.rules.records import Milestone


def find_neighbours(
    kinds: Iterable[str], milestone: Milestone, milestones: Sequence[Milestone]
) -> dict[str, Milestone]:
    """By kind of evidence that `milestone` does not list, the nearest one that does.

    The next rungs come first, of its own ladder or one that it implies a rung of; then
    what covers it, what it implies, and what needs it. So a post that is typed for
    `few-hundred-hour-replication` shows `replication-post`.
    """
    unlisted = {kind for kind in kinds if kind not in milestone.kinds}
    nearest: dict[str, Milestone] = {}
    for other in _neighbours(milestone, milestones) if unlisted else ():
        for kind in unlisted.intersection(other.kinds):
            nearest.setdefault(kind, other)
    return nearest


def _neighbours(
    milestone: Milestone, milestones: Sequence[Milestone]
) -> Iterator[Milestone]:
    others = [m for m in milestones if m.slug != milestone.slug and not m.retired]
    implied = implied_milestones(milestones)
    own = {milestone.slug, *implied.get(milestone.slug, ())}
    yield from _next_rungs([m for m in milestones if m.slug in own], others, own)
    yield from (m for m in others if milestone.slug in implied[m.slug])
    yield from (m for m in others if m.slug in own)
    yield from (m for m in others if milestone.slug in m.needs)


def _next_rungs(
    reached: Sequence[Milestone], others: Sequence[Milestone], own: Collection[str]
) -> list[Milestone]:
    """The rungs above those `reached`, the lowest first."""
    ladders = {milestone.ladder for milestone in reached if milestone.ladder}
    above = [m for m in others if m.ladder in ladders and m.slug not in own]
    return sorted(above, key=lambda m: m.rung or 0)
