"""The search for the shortest plan, by branch and bound.

Partial plans grow choice by choice. One that already takes as long as the best known
plan is given up: all that its choices take in any case is counted at once.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tracker.readiness.rules.actions import Action
from tracker.readiness.rules.choice_graph import (
    ITEM,
    LISTED,
    Alternative,
    Graph,
    Node,
    Nodes,
    build_choice_graph,
    is_reachable,
    remove_cycles,
)
from tracker.readiness.rules.hours import Hours
from tracker.readiness.rules.paths import Paths

# The search gives up after so many partial plans; the curriculum needs some hundreds.
MOST_PLANS = 3000
Pieces = Mapping[str, Hours]
Slugs = frozenset[str]


@dataclass(frozen=True, slots=True)
class Option:
    """One action for a unit: what it takes in any case, and the nodes to get first."""

    action: Action
    pieces: tuple[tuple[str, Hours], ...]
    nodes: tuple[Node, ...]


def option_of(action: Action) -> Option:
    """An action whose items can be exchanged for others listed for its milestone.

    Not those of an attempt: it is an attempt with that item.
    """
    if action.is_attempt or not action.steps or action.milestone is None:
        return Option(action, action.pieces, ())
    pieces_to_show = action.pieces[len(action.steps) :]
    return Option(action, pieces_to_show, ((LISTED, action.milestone),))


@dataclass(slots=True)
class Search:
    """All plans with one option of each unit that likely take less than `best_seconds`.

    After `run`, `pieces` and `actions` are those of the shortest, None if none is
    shorter. `plan_count` partial plans were compared: more than MOST_PLANS if the
    search gave up.
    """

    paths: Paths
    units: Sequence[Sequence[Option]]
    best_seconds: int
    pieces: dict[str, Hours] | None = None
    actions: tuple[Action, ...] = ()
    plan_count: int = 0
    graph: Graph = field(default_factory=dict)
    necessary: Mapping[Node, Nodes] = field(default_factory=dict)
    necessary_items: Mapping[Node, Slugs] = field(default_factory=dict)
    rank: Mapping[Node, int] = field(default_factory=dict)
    seen_states: set[tuple[Nodes, Nodes]] = field(default_factory=set)

    def run(self) -> bool:
        """Search, and return whether every plan was compared."""
        options = [option for unit in self.units for option in unit]
        free = _free_nodes(options)
        roots = [node for option in options for node in option.nodes]
        graph = build_choice_graph([*roots, *free], self.paths)
        self.graph, self.necessary = remove_cycles(graph, free)
        self.necessary_items = {
            node: _items_of(nodes) for node, nodes in self.necessary.items()
        }
        self.rank = {node: at for at, node in enumerate(self.graph)}
        self._choose_options(())
        return self.plan_count <= MOST_PLANS

    def _choose_options(self, options: tuple[Option, ...]) -> None:
        """Try each option of the next unit; after the last unit, choose the nodes."""
        pieces = {slug: hours for option in options for slug, hours in option.pieces}
        goals = [node for option in options for node in option.nodes]
        self.plan_count += 1
        if self._is_hopeless(self._items_needed(goals), pieces):
            return
        if len(options) == len(self.units):
            self.seen_states.clear()
            free = _free_nodes(options)
            self._choose_nodes(goals, free, frozenset(), options, pieces)
            return
        for option in self.units[len(options)]:
            self._choose_options((*options, option))

    def _choose_nodes(
        self,
        wanted: Iterable[Node],
        chosen: Nodes,
        undecided: Nodes,
        options: tuple[Option, ...],
        pieces: Pieces,
    ) -> None:
        """Choose what has one alternative; then try each for one undecided node."""
        chosen, undecided = self._choose_certain(wanted, chosen, undecided)
        items = _items_of(chosen)
        self.plan_count += 1
        state = undecided, chosen
        if state in self.seen_states or self._is_hopeless(items, pieces):
            return
        self.seen_states.add(state)
        if not undecided:
            self._keep_if_valid(chosen, options, pieces)
            return
        alternatives = {
            node: self._affordable(node, items, pieces) for node in undecided
        }
        node = min(
            undecided, key=lambda each: (len(alternatives[each]), self.rank[each])
        )
        for alternative in alternatives[node]:
            self._choose_nodes(
                alternative, chosen | {node}, undecided - {node}, options, pieces
            )

    def _affordable(
        self, node: Node, items: Slugs, pieces: Pieces
    ) -> list[Alternative]:
        """The alternatives that could be part of a better plan, the shortest first."""
        ranked: list[tuple[int, int]] = []
        for at, alternative in enumerate(self.graph[node]):
            needed = items | self._items_needed(alternative)
            seconds = self._likely_seconds(needed, pieces)
            if seconds < self.best_seconds:
                ranked.append((seconds, at))
        return [self.graph[node][at] for _, at in sorted(ranked)]

    def _choose_certain(
        self, wanted: Iterable[Node], chosen: Nodes, undecided: Nodes
    ) -> tuple[Nodes, Nodes]:
        """The chosen nodes with all that have one alternative, and the other nodes."""
        taken, open_nodes, to_visit = set(chosen), set(undecided), list(wanted)
        while to_visit:
            node = to_visit.pop()
            if node in taken or node in open_nodes:
                continue
            alternatives = self.graph[node]
            if len(alternatives) == 1:
                taken.add(node)
                to_visit += alternatives[0]
            else:
                open_nodes.add(node)
                to_visit += self.necessary[node]
        return frozenset(taken), frozenset(open_nodes)

    def _keep_if_valid(
        self, chosen: Nodes, options: tuple[Option, ...], pieces: Pieces
    ) -> None:
        """Keep a better plan, unless something in it needs itself."""
        goals = [node for option in options for node in option.nodes]
        if not is_reachable(goals, chosen, _free_nodes(options), self.graph):
            return
        ranked = sorted(chosen, key=self.rank.__getitem__, reverse=True)
        items = {
            slug: self.paths.time_left[slug] for kind, slug in ranked if kind == ITEM
        }
        self.pieces = {**items, **pieces}
        self.best_seconds = self._likely_seconds((), self.pieces)
        self.actions = tuple(dict.fromkeys(option.action for option in options))

    def _is_hopeless(self, items: Iterable[str], pieces: Pieces) -> bool:
        """Whether a partial plan is as long as the best, or the search gave up."""
        if self.plan_count > MOST_PLANS:
            return True
        return self._likely_seconds(items, pieces) >= self.best_seconds

    def _items_needed(self, nodes: Iterable[Node]) -> Slugs:
        """The items that nodes take, whatever is chosen for them."""
        return frozenset[str]().union(*(self.necessary_items[node] for node in nodes))

    def _likely_seconds(self, items: Iterable[str], pieces: Pieces) -> int:
        """The likely seconds of pieces, and of the items that are not among them."""
        others = (slug for slug in items if slug not in pieces)
        seconds = sum(self.paths.time_left[slug][1] for slug in others)
        return seconds + sum(hours[1] for hours in pieces.values())


def _items_of(nodes: Iterable[Node]) -> Slugs:
    return frozenset(slug for kind, slug in nodes if kind == ITEM)


def _free_nodes(options: Iterable[Option]) -> Nodes:
    """The items of attempts: nothing needs to come before them."""
    nodes: set[Node] = set()
    for option in options:
        for slug, _ in option.pieces:
            if slug in option.action.steps:
                nodes.add((ITEM, slug))
    return frozenset(nodes)
