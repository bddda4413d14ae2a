"""The paths to a milestone as a graph of choices, to search for the shortest plan.

A node is something to get: an item, a prerequisite, a milestone, a milestone by what is
listed for it, or enough items of a choice group. Each node has alternatives; each is a
set of other nodes to get first.
"""

from collections.abc import Callable, Iterable, Mapping
from itertools import combinations
from typing import Any

from tracker.readiness.rules.paths import Choice, Paths

# A kind of node with a slug, or with a choice group's number and items.
Node = tuple[str, Any]
ITEM = "item"
PREREQUISITE = "prerequisite"
MILESTONE = "milestone"
LISTED = "listed"
CHOICE = "choice"
# All the nodes to get first.
Alternative = tuple[Node, ...]
Graph = Mapping[Node, tuple[Alternative, ...]]
Nodes = frozenset[Node]
FREE: Alternative = ()


def build_choice_graph(
    roots: Iterable[Node], paths: Paths
) -> dict[Node, tuple[Alternative, ...]]:
    """Every node that `roots` need, with its alternatives, if there are any."""
    graph: dict[Node, tuple[Alternative, ...]] = {}
    to_visit = list(roots)
    while to_visit:
        node = to_visit.pop()
        if node in graph:
            continue
        kind, key = node
        graph[node] = tuple(_ALTERNATIVES[kind](key, paths))
        for alternative in graph[node]:
            to_visit += alternative
    return graph


def find_necessary_nodes(graph: Graph) -> dict[Node, Nodes]:
    """For each node, the nodes that every path to it takes, itself among them.

    For a node without a path: all nodes.
    """
    all_nodes = frozenset(graph)
    necessary = dict.fromkeys(graph, all_nodes)
    is_changed = True
    while is_changed:
        is_changed = False
        for node in reversed(list(graph)):
            nodes = all_nodes
            for alternative in graph[node]:
                nodes &= union_of(necessary[need] for need in alternative)
            if graph[node]:
                nodes |= {node}
            if nodes != necessary[node]:
                necessary[node] = nodes
                is_changed = True
    return necessary


def remove_cycles(graph: Graph, free: Nodes) -> tuple[Graph, Mapping[Node, Nodes]]:
    """The graph without alternatives that no path can take, and its necessary nodes.

    Those need a node without a path, or the node itself. `free` nodes need nothing.
    """
    while True:
        with_free = {
            node: (*alternatives, FREE) if node in free else alternatives
            for node, alternatives in graph.items()
        }
        necessary = find_necessary_nodes(with_free)
        dead = {node for node, each in with_free.items() if not each}
        possible: dict[Node, tuple[Alternative, ...]] = {}
        for node, alternatives in graph.items():
            possible[node] = tuple(
                each
                for each in alternatives
                if dead.isdisjoint(each) and not _needs(each, node, necessary)
            )
        if possible == graph:
            return graph, necessary
        graph = possible


def is_reachable(
    goals: Iterable[Node], chosen: Nodes, free: Nodes, graph: Graph
) -> bool:
    """Whether `chosen` nodes lead to `goals` without a node that needs itself.

    `free` nodes need nothing.
    """
    reached = set(free)
    is_changed = True
    while is_changed:
        next_nodes = {
            node
            for node in chosen - reached
            if any(reached.issuperset(each) for each in graph[node])
        }
        reached |= next_nodes
        is_changed = bool(next_nodes)
    return reached.issuperset(goals)


def union_of(sets: Iterable[Nodes]) -> Nodes:
    """All nodes of all sets."""
    return frozenset[Node]().union(*sets)


def _needs(
    alternative: Alternative, node: Node, necessary: Mapping[Node, Nodes]
) -> bool:
    return any(node in necessary[need] for need in alternative)


def _item(slug: str, paths: Paths) -> Iterable[Alternative]:
    item = paths.items[slug]
    if not paths.is_doable(item):
        return ()
    if item.is_begun:
        return (FREE,)
    first: list[Node] = [(PREREQUISITE, other) for other in item.requires]
    if item.after:
        first.append((MILESTONE, item.after))
    return (tuple(first),)


def _prerequisite(slug: str, paths: Paths) -> Iterable[Alternative]:
    if paths.is_prerequisite_met(slug):
        return (FREE,)
    group = paths.items[slug].group
    if group is None:
        return (((ITEM, slug),),)
    return ((ITEM, slug),), ((CHOICE, paths.choices[group]),)


def _milestone(slug: str, paths: Paths) -> Iterable[Alternative]:
    """The milestone itself, or any other that implies it."""
    if paths.needs_no_work(slug):
        return (FREE,)
    return [
        ((LISTED, other),)
        for other in paths.milestones
        if paths.has_listed_path(other)
        and (other == slug or slug in paths.implied[other])
    ]


def _listed(slug: str, paths: Paths) -> Iterable[Alternative]:
    milestone = paths.milestones[slug]
    needs: list[Node] = [(MILESTONE, part) for part in paths.parts(slug)]
    for item in milestone.items:
        if not paths.is_finished(item, (item,)):
            needs.append((ITEM, item))
    needs += [(CHOICE, choice) for choice in paths.choice_groups(milestone)]
    return (tuple(needs),)


def _choice(choice: Choice, paths: Paths) -> Iterable[Alternative]:
    left = paths.open_choice(choice)
    started: Alternative = tuple((ITEM, slug) for slug in left.started)
    for chosen in combinations(left.others, left.number):
        yield (*started, *((ITEM, slug) for slug in chosen))


_ALTERNATIVES: dict[str, Callable[[Any, Paths], Iterable[Alternative]]] = {
    ITEM: _item,
    PREREQUISITE: _prerequisite,
    MILESTONE: _milestone,
    LISTED: _listed,
    CHOICE: _choice,
}
