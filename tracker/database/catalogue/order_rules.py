"""What comes before what, and what covers what: rings in either, and ladders with a rung missing."""

from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from tracker.database.catalogue.faults import Complaint
from tracker.database.catalogue.names import Names
from tracker.database.catalogue.records import MilestoneEntry

# Of each node, those that it points to.
Graph = Mapping[str, frozenset[str]]
Milestones = Mapping[str, MilestoneEntry]


def ring(graph: Graph) -> list[str]:
    """A way round the graph, from its first node by name to that node again; empty if there is none."""
    try:
        TopologicalSorter(
            {node: sorted(graph[node]) for node in sorted(graph)}
        ).prepare()
    except CycleError as error:
        nodes: list[str] = error.args[1][-1:0:-1]
        start = nodes.index(min(nodes))
        return [*nodes[start:], *nodes[:start], nodes[start]]
    return []


def before(all_names: Names) -> Graph:
    """What comes before each item and milestone; a group stands for each of its items."""
    graph = {}
    for slug, item in all_names.items.items():
        graph[slug] = frozenset(item.requires) | frozenset(
            [item.after] if item.after else []
        )
    for slug, milestone in all_names.milestones.items():
        members = (
            item.slug
            for group in milestone.groups
            for item in all_names.members.get(group, ())
        )
        graph[slug] = frozenset({*milestone.needs, *milestone.items, *members})
    return graph


def implied(milestones: Milestones) -> Graph:
    """What each milestone covers by its own word, and by its ladder: the rungs below."""
    return {
        slug: frozenset(
            {
                *each.covers,
                *(
                    other.slug
                    for other in milestones.values()
                    if _is_below(other, each)
                ),
            }
        )
        for slug, each in milestones.items()
    }


def covered(milestones: Milestones) -> Graph:
    """What each milestone implies, and what that implies in turn; itself too."""
    direct = implied(milestones)
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


def rings(all_names: Names) -> Iterator[tuple[list[str], str]]:
    """The slugs of a ring, with the message; one ring of each sort at a time."""
    way = ring(before(all_names))
    if way:
        yield way, "comes before itself: " + " -> ".join(way)
    direct = implied(all_names.milestones)
    way = ring(
        {
            slug: direct[slug] | set(each.needs)
            for slug, each in all_names.milestones.items()
        }
    )
    if way:
        yield way, "covers or needs itself: " + " -> ".join(way)


def ladder(entry: MilestoneEntry, milestones: Milestones) -> Iterator[Complaint]:
    """A ladder has each rung from the first on once, and no rung repeats that it covers a lower one."""
    for slug in entry.covers:
        if slug in milestones and _is_below(milestones[slug], entry):
            yield "covers", f"{slug} is a lower rung of its ladder, and covered already"
    if entry.ladder is None or entry.rung is None:
        return
    rungs = [each.rung for each in milestones.values() if each.ladder == entry.ladder]
    if rungs.count(entry.rung) > 1:
        yield "rung", f"ladder {entry.ladder} has two rungs {entry.rung}"
    elif entry.rung > len(rungs):
        yield (
            "rung",
            f"ladder {entry.ladder} has {len(rungs)} rungs: number them 1, 2, 3 and so on",
        )


def _is_below(other: MilestoneEntry, entry: MilestoneEntry) -> bool:
    same = entry.ladder is not None and other.ladder == entry.ladder
    return same and (other.rung or 0) < (entry.rung or 0)
