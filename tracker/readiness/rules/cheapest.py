"""The cheapest plan to all musts: one way to each, what they share counted once.

Exact while few steps are open; else the best of what was weighed, which is an upper bound, and says so.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tracker.readiness.rules.actions import Action
from tracker.readiness.rules.holding import SOMEBODYS
from tracker.readiness.rules.hours import Hours, added
from tracker.readiness.rules.paths import Paths
from tracker.readiness.rules.ways import ITEM, OWN, Graph, Node, floor_of, floors, graph, holds

# Up to so many steps (items, things to show, words to ask for) every plan is weighed.
EXACT = 15
Pieces = Mapping[str, Hours]


@dataclass(frozen=True, slots=True)
class Plan:
    """A way to all musts that are not met: what it ends in, and every piece with its low, likely and high seconds.

    `exact` says that no other way listed likely takes less; `words` are those of other people that it needs.
    """

    actions: tuple[Action, ...]
    pieces: tuple[tuple[str, Hours], ...]
    exact: bool
    words: tuple[str, ...] = ()

    @property
    def hours(self) -> Hours:
        """Low, likely and high seconds, in all."""
        return added(hours for _, hours in self.pieces)


@dataclass(frozen=True, slots=True)
class _Option:
    """One way to meet a must: what it takes in any case, and what is to come by before it."""

    action: Action
    pieces: tuple[tuple[str, Hours], ...]
    nodes: tuple[Node, ...]


def cheapest(units: Sequence[Sequence[Action]], found: Paths) -> Plan | None:
    """The cheapest plan with one action of each unit; None where there is nothing to do, or a unit has no action."""
    if not units or not all(units):
        return None
    weighed = _weighed(units)
    pieces = _union(weighed)
    search = _Search(found, [[_option(each) for each in unit] for unit in units], _likely(pieces))
    if search.is_small():
        search.run()
    if search.best_pieces is not None:
        weighed, pieces = search.best_actions, search.best_pieces
    return Plan(weighed, tuple(pieces.items()), search.is_small(), _words(weighed, found))


def _words(actions: Iterable[Action], found: Paths) -> tuple[str, ...]:
    """What of a plan only somebody else's letter or review can show."""
    asked = (a for a in actions if a.milestone is None or set(found.milestones[a.milestone].kinds) <= SOMEBODYS)
    return tuple(dict.fromkeys(action.slug if action.milestone is None else action.milestone for action in asked))


def _option(action: Action) -> _Option:
    """An action whose items could be others of what is listed for its milestone, unless it is a try with one."""
    if action.tried or not action.steps or action.milestone is None:
        return _Option(action, action.pieces, ())
    return _Option(action, action.pieces[len(action.steps) :], ((OWN, action.milestone),))


def _weighed(units: Sequence[Sequence[Action]]) -> tuple[Action, ...]:
    """The best of several greedy plans: one begun with nothing, and one with each action that serves several units."""
    every = {id(action): action for unit in units for action in unit}
    serving = [action for action in every.values() if sum(action in unit for unit in units) > 1]
    plans = [_greedy(units, ()), *(_greedy(units, (action,)) for action in serving)]
    return min((_improved(plan, units) for plan in plans), key=lambda plan: _likely(_union(plan)))


def _greedy(units: Sequence[Sequence[Action]], taken: tuple[Action, ...]) -> tuple[Action, ...]:
    """For each unit that nothing taken serves, the action that adds least."""
    for unit in units:
        if not any(action in unit for action in taken):
            have = _union(taken)
            taken = (*taken, min(unit, key=lambda action: _likely(dict(action.pieces), have)))
    return taken


def _improved(plan: tuple[Action, ...], units: Sequence[Sequence[Action]]) -> tuple[Action, ...]:
    """The plan without what the rest makes needless, and each choice taken again with the others given."""
    for action in plan:
        rest = tuple(each for each in plan if each is not action)
        again = _greedy(units, rest)
        if _likely(_union(again)) < _likely(_union(plan)):
            return _improved(again, units)
    return plan


def _union(actions: Iterable[Action]) -> dict[str, Hours]:
    return {slug: hours for action in actions for slug, hours in action.pieces}


def _likely(pieces: Pieces, have: Pieces | None = None) -> int:
    return sum(hours[1] for slug, hours in pieces.items() if not have or slug not in have)


@dataclass(slots=True)
class _Search:
    """A search of all plans that likely take less than the best one known, by branch and bound."""

    found: Paths
    units: list[list[_Option]]
    best: float
    best_actions: tuple[Action, ...] = ()
    best_pieces: dict[str, Hours] | None = None
    ways: Graph = field(default_factory=dict)
    least: Mapping[Node, float] = field(default_factory=dict)
    seen: set[tuple[object, ...]] = field(default_factory=set)

    def __post_init__(self) -> None:
        every = graph((node for unit in self.units for option in unit for node in option.nodes), self.found)
        self.least = floors(every, self.found)
        self.ways = {
            node: tuple(way for way in alternatives if floor_of(way, self.least, self.found) < self.best)
            for node, alternatives in every.items()
        }
        self.units = [[option for option in unit if self._floor(option) < self.best] for unit in self.units]

    def is_small(self) -> bool:
        """Whether so few steps could be in a better plan that all plans can be weighed."""
        options = [option for unit in self.units for option in unit]
        pieces = {slug for option in options for slug, _ in option.pieces}
        left, known = [node for option in options for node in option.nodes], set[Node]()
        while left:
            node = left.pop()
            if node not in known:
                known.add(node)
                pieces |= {item for way in self.ways[node] for item in way[0]}
                left += [need for way in self.ways[node] for need in way[1]]
        return len(pieces) <= EXACT

    def run(self) -> None:
        """Weigh every choice of one option for each unit."""
        self._choose((), dict[str, Hours]())

    def _floor(self, option: _Option) -> float:
        return _likely(dict(option.pieces)) + max((self.least[node] for node in option.nodes), default=0)

    def _choose(self, chosen: tuple[_Option, ...], pieces: dict[str, Hours]) -> None:
        """Take an option for the next unit; after the last, come by what they all rest on."""
        if _likely(pieces) >= self.best:
            return
        if len(chosen) == len(self.units):
            self.seen.clear()
            self._come_by([node for option in chosen for node in option.nodes], frozenset(), pieces, chosen)
            return
        for option in self.units[len(chosen)]:
            self._choose((*chosen, option), {**pieces, **dict(option.pieces)})

    def _come_by(
        self, agenda: list[Node], behind: frozenset[Node], pieces: dict[str, Hours], chosen: tuple[_Option, ...]
    ) -> None:
        """Take a way for each node of the agenda; nodes `behind` are seen to already, or wait further up."""
        left = [node for node in agenda if node not in behind and not (node[0] == ITEM and node[1] in pieces)]
        state = frozenset(left), behind, frozenset(pieces)
        if _likely(pieces) >= self.best or state in self.seen:
            return
        self.seen.add(state)
        if not left:
            self._keep(pieces, chosen)
            return
        for way in self.ways[left[0]]:
            more = {slug: self.found.left[slug] for slug in way[0]}
            self._come_by([*way[1], *left[1:]], behind | {left[0]}, {**pieces, **more}, chosen)

    def _keep(self, pieces: dict[str, Hours], chosen: tuple[_Option, ...]) -> None:
        """Note a better plan, unless it goes round in a ring."""
        goals = [node for option in chosen for node in option.nodes]
        given = [slug for option in chosen for slug, _ in option.pieces]
        if holds(goals, pieces, given, self.ways):
            self.best, self.best_pieces = _likely(pieces), pieces
            self.best_actions = tuple(dict.fromkeys(option.action for option in chosen))
