"""What a role still asks for, and what closes it: what is there and unseen, what is under way, what is not begun."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tracker.readiness.rules.actions import PARTS, Action, actions, applies
from tracker.readiness.rules.finding import paths
from tracker.readiness.rules.holding import Held
from tracker.readiness.rules.hours import Hours, added
from tracker.readiness.rules.judging import Line, Readiness
from tracker.readiness.rules.records import Facts

# So many ways to each must are weighed against each other; the cheapest ones.
WEIGHED = 6


@dataclass(frozen=True, slots=True)
class Gap:
    """A requirement not met, with what closes it, the best first; no action where nothing listed leads there."""

    line: Line
    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class Gaps:
    """All that a role still asks for, requirement by requirement."""

    readiness: Readiness
    gaps: tuple[Gap, ...]

    def rows(self, part: str, *, step: bool = False) -> tuple[Action, ...]:
        """The actions of one part worth naming, each once, the most requirements met for an hour first.

        Of a requirement, its alternatives included, the quickest in that part; none where an earlier part has
        something as quick.
        """
        units: dict[str, list[Action]] = {}
        for gap in self.gaps:
            if gap.line.requirement.step == step:
                units.setdefault(gap.line.requirement.unit, []).extend(gap.actions)
        found = (_quickest(ways, part) for ways in units.values())
        chosen = {action.milestone: action for action in found if action}
        return tuple(sorted(chosen.values(), key=lambda action: action.order))

    def asking(self) -> tuple[Action, ...]:
        """Whose word could be asked for."""
        found = {action.slug: action for gap in self.gaps for action in gap.actions if action.milestone is None}
        return tuple(found.values())

    def closed(self) -> tuple[Line, ...]:
        """The requirements, steps apart, that nothing listed leads to."""
        return tuple(gap.line for gap in self.gaps if not gap.actions and not gap.line.requirement.step)


@dataclass(frozen=True, slots=True)
class Plan:
    """A way to all musts that are not met: its actions, and the hours with what they share counted once."""

    actions: tuple[Action, ...]
    hours: Hours


def find_gaps(shown: Readiness, facts: Facts, own: Held) -> Gaps:
    """What is missing for a role and what closes it, with the hours it takes this person."""
    lines = shown.missing()
    every = sorted(actions(lines, facts, paths(facts, own)), key=lambda action: action.order)
    return Gaps(shown, tuple(Gap(line, tuple(a for a in every if applies(a, line))) for line in lines))


def all_musts(found: Gaps) -> Plan | None:
    """The cheapest way to all musts not met, of those weighed: an upper bound. None where a must has no way listed."""
    units: dict[str, dict[str, Action]] = {}
    for gap in found.gaps:
        if gap.line.requirement.weight == "must":
            unit = units.setdefault(gap.line.requirement.unit, {})
            unit.update({action.do: action for action in gap.actions})
    choices = [sorted(unit.values(), key=lambda action: action.hours[1])[:WEIGHED] for unit in units.values()]
    if not choices or not all(choices):
        return None
    return _cheapest(choices, (), None)


def _cheapest(choices: Sequence[Sequence[Action]], taken: tuple[Action, ...], best: Plan | None) -> Plan | None:
    """One action of each choice, such that together they likely take least; `best` is the least known so far."""
    unique = tuple({action.do: action for action in taken}.values())
    plan = Plan(unique, together(unique))
    if best and plan.hours[1] >= best.hours[1]:
        return best
    if not choices:
        return plan
    for action in choices[0]:
        best = _cheapest(choices[1:], (*taken, action), best)
    return best


def together(chosen: Iterable[Action]) -> Hours:
    """The seconds that several actions take, what they share counted once."""
    pieces: Mapping[str, Hours] = {slug: hours for action in chosen for slug, hours in action.pieces}
    return added(pieces.values())


def _quickest(found: Iterable[Action], part: str) -> Action | None:
    """The quickest way of a part to a milestone, unless one of an earlier part is as quick."""
    ways = [action for action in found if action.milestone]
    mine = min((each for each in ways if each.part == part), key=lambda each: (each.hours[1], each.order), default=None)
    earlier = (each.hours[1] for each in ways if PARTS.index(each.part) < PARTS.index(part))
    return mine if mine and all(mine.hours[1] < hours for hours in earlier) else None
