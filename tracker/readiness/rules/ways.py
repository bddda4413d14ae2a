"""The ways to a milestone as a graph of choices, for the search of the cheapest plan.

A node is something to come by. It has alternatives, each made of items to do and of other nodes to come by first.
"""

from collections.abc import Callable, Iterable, Mapping
from itertools import combinations
from math import inf
from typing import Any

from tracker.readiness.rules.paths import Paths, Steps

# What is to come by, with its slug, or a choice group's number and items.
Node = tuple[str, Any]
ITEM, REQUIRED, HAVE, OWN, CHOOSE = "item", "required", "have", "own", "choose"
# Items to do, and what comes first.
Way = tuple[Steps, tuple[Node, ...]]
Graph = Mapping[Node, tuple[Way, ...]]
FREE: Way = ((), ())


def graph(roots: Iterable[Node], found: Paths) -> dict[Node, tuple[Way, ...]]:
    """Every node that `roots` rest on, with its alternatives; none for what nothing listed leads to."""
    known: dict[Node, tuple[Way, ...]] = {}
    left = list(roots)
    while left:
        node = left.pop()
        if node not in known:
            known[node] = tuple(_WAYS[node[0]](node[1], found))
            left += [need for _, needs in known[node] for need in needs]
    return known


def floors(ways: Graph, found: Paths) -> dict[Node, float]:
    """The likely seconds that each node takes at the very least, whatever else is done; infinite where none leads."""
    least: dict[Node, float] = dict.fromkeys(ways, inf)
    better = True
    while better:
        better = False
        for node, alternatives in ways.items():
            floor = min((floor_of(way, least, found) for way in alternatives), default=inf)
            if floor < least[node]:
                least[node], better = floor, True
    return least


def floor_of(way: Way, least: Mapping[Node, float], found: Paths) -> float:
    """The likely seconds that a way takes at the very least: its items, and the dearest of what comes first."""
    return sum(found.left[item][1] for item in way[0]) + max((least[need] for need in way[1]), default=0)


def holds(goals: Iterable[Node], done: Iterable[str], given: Iterable[str], ways: Graph) -> bool:
    """Whether `goals` are come by with the items `done`, none of which rests on itself; `given` rest on nothing."""
    items, true = frozenset(done), {(ITEM, slug) for slug in given}
    better = True
    while better:
        new = {
            node
            for node, alternatives in ways.items()
            if node not in true and any(items.issuperset(way[0]) and true.issuperset(way[1]) for way in alternatives)
        }
        true |= new
        better = bool(new)
    return true.issuperset(goals)


def _item(slug: str, found: Paths) -> Iterable[Way]:
    item = found.items[slug]
    if not found.is_open(item):
        return ()
    if item.begun:
        return (((slug,), ()),)
    first: list[Node] = [(REQUIRED, other) for other in item.requires]
    first += [(HAVE, item.after)] if item.after else []
    return (((slug,), tuple(first)),)


def _required(slug: str, found: Paths) -> Iterable[Way]:
    if found.is_met(slug):
        return (FREE,)
    group = found.items[slug].group
    grouped: list[Way] = [((), ((CHOOSE, found.choices[group]),))] if group else []
    return [((), ((ITEM, slug),)), *grouped]


def _have(slug: str, found: Paths) -> Iterable[Way]:
    if found.is_behind(slug):
        return (FREE,)
    listed = (each for each in found.milestones if found.is_listed(each))
    return [((), ((OWN, each),)) for each in listed if each == slug or slug in found.implied[each]]


def _own(slug: str, found: Paths) -> Iterable[Way]:
    milestone = found.milestones[slug]
    undone = (item for item in milestone.items if found.items[item].state != "done")
    needs: list[Node] = [(HAVE, part) for part in found.parts(slug)]
    needs += [(ITEM, item) for item in undone]
    needs += [(CHOOSE, choice) for choice in found.chosen_from(milestone)]
    return (((), tuple(needs)),)


def _choose(choice: tuple[int, tuple[str, ...]], found: Paths) -> Iterable[Way]:
    begun, missing, rest = found.to_choose(*choice)
    open_ones = [slug for slug in rest if found.is_open(found.items[slug])]
    return [((), tuple((ITEM, slug) for slug in (*begun, *chosen))) for chosen in combinations(open_ones, missing)]


_WAYS: dict[str, Callable[[Any, Paths], Iterable[Way]]] = {
    ITEM: _item,
    REQUIRED: _required,
    HAVE: _have,
    OWN: _own,
    CHOOSE: _choose,
}
