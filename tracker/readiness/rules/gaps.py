"""What a role still asks for, and what closes it: what is there and unseen, what is under way, what is not begun."""

from collections.abc import Iterable
from dataclasses import dataclass

from tracker.curriculum.rules.ratios import Ratio
from tracker.milestones.rules.records import Milestone
from tracker.readiness.rules.actions import (
    PARTS,
    UNSEEN,
    Action,
    find_actions,
    is_action_for,
)
from tracker.readiness.rules.build_paths import build_paths
from tracker.readiness.rules.cheapest_plan import CheapestPlan, find_cheapest_plan
from tracker.readiness.rules.paths import Paths
from tracker.readiness.rules.readiness import Readiness, RequirementLine
from tracker.readiness.rules.records import Bar, Facts
from tracker.readiness.rules.strengths import Strengths


@dataclass(frozen=True, slots=True)
class Gap:
    """A requirement not met, with what closes it, the best first; no action where nothing listed leads there."""

    line: RequirementLine
    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class Gaps:
    """All that a role still asks for, requirement by requirement, and the `paths` there are."""

    readiness: Readiness
    gaps: tuple[Gap, ...]
    paths: Paths

    def actions_in(self, part: str, *, step: bool = False) -> tuple[Action, ...]:
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
        ranked = sorted(chosen.values(), key=lambda action: action.order)
        return _needed(ranked) if part == UNSEEN else tuple(ranked)

    def letter_actions(self) -> tuple[Action, ...]:
        """Whose word could be asked for."""
        found = {
            action.slug: action
            for gap in self.gaps
            for action in gap.actions
            if action.milestone is None
        }
        return tuple(found.values())

    def claimed_bars(self) -> tuple[tuple[Bar, Milestone], ...]:
        """The bars that are cleared by one's own word, each with the milestone that only showing is left of."""
        bars = (line.bar for line in self.readiness.bars if line.state == "claimed")
        return tuple((bar, self.paths.milestones[bar.milestone]) for bar in bars)

    def ratios_used(self) -> tuple[Ratio, ...]:
        """What the estimates of all steps were multiplied by, kind by kind, what is pooled last."""
        steps = (
            step for gap in self.gaps for action in gap.actions for step in action.steps
        )
        every = {self.paths.ratios[self.paths.items[step].kind]: None for step in steps}
        return tuple(
            sorted(
                (ratio for ratio in every if ratio), key=lambda ratio: ratio.kind or "~"
            )
        )

    def lines_without_path(self) -> tuple[RequirementLine, ...]:
        """The requirements, steps apart, that nothing listed leads to, nor to an alternative of theirs."""
        open_units = {gap.line.requirement.unit for gap in self.gaps if gap.actions}
        lines = (gap.line for gap in self.gaps if not gap.line.requirement.step)
        return tuple(line for line in lines if line.requirement.unit not in open_units)


def find_gaps(shown: Readiness, facts: Facts, strengths: Strengths) -> Gaps:
    """What is missing for a role and what closes it, with the hours it takes this person."""
    lines = shown.unmet_lines()
    ways = build_paths(facts, strengths)
    every = sorted(find_actions(lines, facts, ways), key=lambda action: action.order)
    return Gaps(
        shown,
        tuple(
            Gap(line, tuple(a for a in every if is_action_for(a, line)))
            for line in lines
        ),
        ways,
    )


def plan_required(gaps: Gaps) -> CheapestPlan | None:
    """The cheapest plan to all musts not met. None where all are, or where one has no way listed."""
    units: dict[str, dict[str, Action]] = {}
    for gap in gaps.gaps:
        if gap.line.requirement.weight == "must":
            unit = units.setdefault(gap.line.requirement.unit, {})
            unit.update({action.do: action for action in gap.actions})
    return find_cheapest_plan(
        [tuple(unit.values()) for unit in units.values()], gaps.paths
    )


def _needed(ranked: Iterable[Action]) -> tuple[Action, ...]:
    """The actions without those that serve nothing which those before them do not."""
    kept: list[Action] = []
    for action in ranked:
        if not {slug for each in kept for slug in each.requirements}.issuperset(
            action.requirements
        ):
            kept.append(action)
    return tuple(kept)


def _quickest(found: Iterable[Action], part: str) -> Action | None:
    """The quickest way of a part to a milestone, unless one of an earlier part is as quick."""
    ways = [action for action in found if action.milestone]
    mine = min(
        (each for each in ways if each.part == part),
        key=lambda each: (each.hours[1], each.order),
        default=None,
    )
    earlier = (
        each.hours[1] for each in ways if PARTS.index(each.part) < PARTS.index(part)
    )
    return mine if mine and all(mine.hours[1] < hours for hours in earlier) else None
