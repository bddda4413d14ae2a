"""The search of the cheapest plan, by branch and bound: all that some choice takes in any case is counted at once."""

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

# So many partial plans are weighed before the search gives up; the longest that the curriculum needs are some hundreds.
MOST_PLANS = 3000
Pieces = Mapping[str, Hours]
Slugs = frozenset[str]


@dataclass(frozen=True, slots=True)
class Option:
    """One way to meet a must: what it takes in any case, and what is to come by before it."""

    action: Action
    pieces: tuple[tuple[str, Hours], ...]
    nodes: tuple[Node, ...]


def option_of(action: Action) -> Option:
    """An action whose items could be others of what is listed for its milestone, unless it is a try with one."""
    if action.is_attempt or not action.steps or action.milestone is None:
        return Option(action, action.pieces, ())
    return Option(
        action, action.pieces[len(action.steps) :], ((LISTED, action.milestone),)
    )


@dataclass(slots=True)
class Search:
    """A search of all plans with one option of each unit that likely take less than `best` seconds.

    Afterwards `pieces` and `actions` are those of the cheapest, None where there is no cheaper one; `weighed` are the
    partial plans that were looked at, more than MOST where the search gave up.
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
        """Whether every plan was weighed."""
        options = [option for unit in self.units for option in unit]
        given = _given(options)
        every = build_choice_graph(
            (*(node for option in options for node in option.nodes), *given), self.paths
        )
        self.graph, self.necessary = remove_cycles(every, given)
        self.necessary_items = {
            node: _items(nodes) for node, nodes in self.necessary.items()
        }
        self.rank = {node: at for at, node in enumerate(self.graph)}
        self._choose(())
        return self.plan_count <= MOST_PLANS

    def _choose(self, chosen: tuple[Option, ...]) -> None:
        """Take an option for the next unit; after the last, come by what they all rest on."""
        pieces = {slug: hours for option in chosen for slug, hours in option.pieces}
        goals = [node for option in chosen for node in option.nodes]
        self.plan_count += 1
        if (
            self._likely_seconds(self._necessary_items(goals), pieces)
            >= self.best_seconds
            or self.plan_count > MOST_PLANS
        ):
            return
        if len(chosen) == len(self.units):
            self.seen_states.clear()
            self._decide(goals, _given(chosen), frozenset(), chosen, pieces)
            return
        for each in self.units[len(chosen)]:
            self._choose((*chosen, each))

    def _decide(
        self,
        wanted: Iterable[Node],
        had: Nodes,
        several: Nodes,
        chosen: tuple[Option, ...],
        pieces: Pieces,
    ) -> None:
        """Take what is certain of what is wanted, then each way in turn to one of the nodes with several ways."""
        had, several = self._take_single_ways(wanted, had, several)
        items, self.plan_count = _items(had), self.plan_count + 1
        if (
            self._likely_seconds(items, pieces) >= self.best_seconds
            or (several, had) in self.seen_states
            or self.plan_count > MOST_PLANS
        ):
            return
        self.seen_states.add((several, had))
        if not several:
            self._keep_if_valid(had, chosen, pieces)
            return
        ways = {node: self._affordable(node, items, pieces) for node in several}
        node = min(several, key=lambda each: (len(ways[each]), self.rank[each]))
        for way in ways[node]:
            self._decide(way, had | {node}, several - {node}, chosen, pieces)

    def _affordable(
        self, node: Node, items: Slugs, pieces: Pieces
    ) -> list[Alternative]:
        """The ways to a node that could be part of a better plan, the one that surely takes least first."""
        least = [
            (self._likely_seconds(items | self._necessary_items(way), pieces), at)
            for at, way in enumerate(self.graph[node])
        ]
        return [
            self.graph[node][at]
            for likely, at in sorted(least)
            if likely < self.best_seconds
        ]

    def _take_single_ways(
        self, wanted: Iterable[Node], had: Nodes, several: Nodes
    ) -> tuple[Nodes, Nodes]:
        """What is had once all that has one way is come by, and the nodes that are wanted and have several."""
        taken, undecided, left = set(had), set(several), list(wanted)
        while left:
            node = left.pop()
            if node not in taken and node not in undecided:
                single = len(self.graph[node]) == 1
                (taken if single else undecided).add(node)
                left += self.graph[node][0] if single else self.necessary[node]
        return frozenset(taken), frozenset(undecided)

    def _keep_if_valid(
        self, had: Nodes, chosen: tuple[Option, ...], pieces: Pieces
    ) -> None:
        """Note a better plan, unless it goes round in a ring."""
        goals = (node for option in chosen for node in option.nodes)
        if is_reachable(goals, had, _given(chosen), self.graph):
            ranked = sorted(had, key=self.rank.__getitem__, reverse=True)
            self.pieces = {
                **{
                    slug: self.paths.time_left[slug]
                    for kind, slug in ranked
                    if kind == ITEM
                },
                **pieces,
            }
            self.best_seconds = self._likely_seconds((), self.pieces)
            self.actions = tuple(dict.fromkeys(option.action for option in chosen))

    def _necessary_items(self, nodes: Iterable[Node]) -> Slugs:
        """The items that nodes take whichever way they are come by."""
        return frozenset[str]().union(*(self.necessary_items[node] for node in nodes))

    def _likely_seconds(self, items: Iterable[str], pieces: Pieces) -> int:
        """The likely seconds of pieces, and of the items that are not among them."""
        rest = sum(
            self.paths.time_left[slug][1] for slug in items if slug not in pieces
        )
        return rest + sum(hours[1] for hours in pieces.values())


def _items(nodes: Iterable[Node]) -> Slugs:
    return frozenset(slug for kind, slug in nodes if kind == ITEM)


def _given(options: Iterable[Option]) -> Nodes:
    """The items that options take by themselves: nothing needs to come before them."""
    return frozenset(
        (ITEM, slug)
        for option in options
        for slug, _ in option.pieces
        if slug in option.action.steps
    )
