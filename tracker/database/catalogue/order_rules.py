"""What comes before what, and what covers what: no rings, and whole ladders."""

from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from tracker.database.catalogue.entry_index import EntryIndex
from tracker.database.catalogue.faults import Complaint
from tracker.database.catalogue.records import MilestoneEntry

# Of each node, those that it points to.
Graph = Mapping[str, frozenset[str]]
Milestones = Mapping[str, MilestoneEntry]


def find_ring(graph: Graph) -> list[str]:
    """A ring in the graph, such as [a, b, a], from its first node by name, or []."""
    try:
        TopologicalSorter(
            {node: sorted(graph[node]) for node in sorted(graph)}
        ).prepare()
    except CycleError as error:
        nodes: list[str] = error.args[1][-1:0:-1]
        start = nodes.index(min(nodes))
        return [*nodes[start:], *nodes[:start], nodes[start]]
    return []


def list_prerequisites(index: EntryIndex) -> Graph:
    """What comes before each item and milestone; a group means all its items."""
    graph = {}
    for slug, item in index.items.items():
        after = [item.after] if item.after else []
        graph[slug] = frozenset([*item.requires, *after])
    for slug, milestone in index.milestones.items():
        in_groups = [
            item.slug
            for group in milestone.groups
            for item in index.members.get(group, ())
        ]
        before = [*_list_needs(milestone), *milestone.phase_items.values()]
        graph[slug] = frozenset([*before, *milestone.items, *in_groups])
    return graph


def list_direct_covers(milestones: Milestones) -> Graph:
    """What each milestone covers directly: its `covers`, and the rungs below it."""
    direct = {}
    for slug, milestone in milestones.items():
        below = [
            other.slug for other in milestones.values() if _is_below(other, milestone)
        ]
        direct[slug] = frozenset([*milestone.covers, *below])
    return direct


def list_all_covers(milestones: Milestones) -> Graph:
    """What each milestone covers, directly or through others, and itself."""
    direct = list_direct_covers(milestones)
    whole = {}
    for slug in direct:
        seen: set[str] = set()
        todo = {slug}
        while todo:
            node = todo.pop()
            seen.add(node)
            todo |= direct.get(node, frozenset()) - seen
        whole[slug] = frozenset(seen)
    return whole


def find_rings(index: EntryIndex) -> Iterator[tuple[list[str], str]]:
    """The slugs and the message of a ring of prerequisites, and of one of covers."""
    ring = find_ring(list_prerequisites(index))
    if ring:
        yield ring, "comes before itself: " + " -> ".join(ring)
    covers = list_direct_covers(index.milestones)
    covers_and_needs = {
        slug: covers[slug] | set(_list_needs(milestone))
        for slug, milestone in index.milestones.items()
    }
    ring = find_ring(covers_and_needs)
    if ring:
        yield ring, "covers or needs itself: " + " -> ".join(ring)


def check_ladder(entry: MilestoneEntry, milestones: Milestones) -> Iterator[Complaint]:
    """A ladder has the rungs 1, 2, 3 and so on; `covers` names no lower rung."""
    for slug in entry.covers:
        if slug in milestones and _is_below(milestones[slug], entry):
            yield (
                "covers",
                f"{slug} is a lower rung of its ladder, so it is covered already",
            )
    if entry.ladder is None or entry.rung is None:
        return
    on_ladder = [other for other in milestones.values() if other.ladder == entry.ladder]
    rungs = [other.rung for other in on_ladder]
    if rungs.count(entry.rung) > 1:
        yield "rung", f"ladder {entry.ladder} has two rungs {entry.rung}"
    elif entry.rung > len(rungs):
        yield (
            "rung",
            f"ladder {entry.ladder} has {len(rungs)} rungs: "
            "number them 1, 2, 3 and so on",
        )


def _list_needs(milestone: MilestoneEntry) -> list[str]:
    """The milestones that come before another: its `needs`, and what it counts."""
    return [*milestone.needs, *([milestone.counted] if milestone.counted else [])]


def _is_below(other: MilestoneEntry, entry: MilestoneEntry) -> bool:
    same = entry.ladder is not None and other.ladder == entry.ladder
    return same and (other.rung or 0) < (entry.rung or 0)
