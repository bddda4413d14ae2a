"""The ways to a milestone as a graph of choices, for the search of the cheapest plan.

A node is something to come by: an item to do, or something that items lead to. It has alternatives, each made of other
nodes to come by first.
"""

from collections.abc import Callable, Iterable, Mapping
from itertools import combinations
from typing import Any

from tracker.readiness.rules.paths import Paths

# What is to come by, with its slug, or a choice group's number and items.
Node = tuple[str, Any]
ITEM, PREREQUISITE, MILESTONE, LISTED, CHOICE = (
    "item",
    "required",
    "have",
    "own",
    "choose",
)
# What comes first, all of it.
Alternative = tuple[Node, ...]
Graph = Mapping[Node, tuple[Alternative, ...]]
Nodes = frozenset[Node]
FREE: Alternative = ()


def build_choice_graph(
    roots: Iterable[Node], paths: Paths
) -> dict[Node, tuple[Alternative, ...]]:
    """Every node that `roots` rest on, with its alternatives; none for what nothing listed leads to."""
    known: dict[Node, tuple[Alternative, ...]] = {}
    left = list(roots)
    while left:
        node = left.pop()
        if node not in known:
            known[node] = tuple(_WAYS[node[0]](node[1], paths))
            left += [need for way in known[node] for need in way]
    return known


def find_necessary_nodes(ways: Graph) -> dict[Node, Nodes]:
    """Of each node, the nodes that no way to it goes without, itself among them; all of them where no way leads."""
    every = frozenset(ways)
    least = dict.fromkeys(ways, every)
    better = True
    while better:
        better = False
        for node in reversed(list(ways)):
            through = (
                frozenset[Node]().union(*(least[need] for need in way))
                for way in ways[node]
            )
            found = every.intersection(*through) | {node} if ways[node] else every
            if found != least[node]:
                least[node], better = found, True
    return least


def remove_cycles(ways: Graph, given: Nodes) -> tuple[Graph, Mapping[Node, Nodes]]:
    """The graph without ways that cannot be gone: over what no way leads to, or over what rests on the node itself.

    With it what each node is certain to take, as `forced`; nodes `given` may be come by for nothing.
    """
    while True:
        least = find_necessary_nodes(
            {
                node: (*each, FREE) if node in given else each
                for node, each in ways.items()
            }
        )
        dead = {node for node, each in ways.items() if not each and node not in given}
        kept = {
            node: tuple(
                way
                for way in each
                if dead.isdisjoint(way) and all(node not in least[need] for need in way)
            )
            for node, each in ways.items()
        }
        if kept == ways:
            return ways, least
        ways = kept


def is_reachable(goals: Iterable[Node], had: Nodes, given: Nodes, ways: Graph) -> bool:
    """Whether `goals` are come by through what is `had`, none of it resting on itself; `given` rest on nothing."""
    true = set(given)
    better = True
    while better:
        new = {
            node
            for node in had - true
            if any(true.issuperset(way) for way in ways[node])
        }
        true |= new
        better = bool(new)
    return true.issuperset(goals)


def _item(slug: str, paths: Paths) -> Iterable[Alternative]:
    item = paths.items[slug]
    if not paths.is_doable(item):
        return ()
    if item.is_begun:
        return (FREE,)
    first: list[Node] = [(PREREQUISITE, other) for other in item.requires]
    first += [(MILESTONE, item.after)] if item.after else []
    return (tuple(first),)


def _required(slug: str, paths: Paths) -> Iterable[Alternative]:
    if paths.is_prerequisite_met(slug):
        return (FREE,)
    group = paths.items[slug].group
    return [((ITEM, slug),), *([((CHOICE, paths.choices[group]),)] if group else [])]


def _have(slug: str, paths: Paths) -> Iterable[Alternative]:
    if paths.needs_no_work(slug):
        return (FREE,)
    listed = (each for each in paths.milestones if paths.has_listed_path(each))
    return [
        ((LISTED, each),)
        for each in listed
        if each == slug or slug in paths.implied[each]
    ]


def _own(slug: str, paths: Paths) -> Iterable[Alternative]:
    milestone = paths.milestones[slug]
    undone = (item for item in milestone.items if not paths.is_finished(item, (item,)))
    needs: list[Node] = [(MILESTONE, part) for part in paths.parts(slug)]
    needs += [(ITEM, item) for item in undone]
    needs += [(CHOICE, choice) for choice in paths.choice_groups(milestone)]
    return (tuple(needs),)


def _choose(choice: tuple[int, tuple[str, ...]], paths: Paths) -> Iterable[Alternative]:
    begun, missing, rest = paths.open_choice(*choice)
    return [
        tuple((ITEM, slug) for slug in (*begun, *chosen))
        for chosen in combinations(rest, missing)
    ]


_WAYS: dict[str, Callable[[Any, Paths], Iterable[Alternative]]] = {
    ITEM: _item,
    PREREQUISITE: _required,
    MILESTONE: _have,
    LISTED: _own,
    CHOICE: _choose,
}
