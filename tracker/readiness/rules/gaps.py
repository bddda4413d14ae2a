"""What a role still asks for, and what can be done about it."""

from collections.abc import Iterable
from dataclasses import dataclass

from tracker.curriculum.rules.estimate_ratio import Ratio
from tracker.milestones.rules.records import Milestone
from tracker.readiness.rules.actions import UNSEEN, Action, is_action_for
from tracker.readiness.rules.build_paths import build_paths
from tracker.readiness.rules.cheapest_plan import CheapestPlan, find_cheapest_plan
from tracker.readiness.rules.gap_order import PARTS, action_rank
from tracker.readiness.rules.milestone_actions import find_actions
from tracker.readiness.rules.paths import Paths
from tracker.readiness.rules.readiness import Readiness, RequirementLine
from tracker.readiness.rules.records import Bar, Facts
from tracker.readiness.rules.strengths import Strengths


@dataclass(frozen=True, slots=True)
class Gap:
    """A requirement that is not met, with the actions for it, the best first."""

    line: RequirementLine
    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class Gaps:
    """All that a role still asks for, and the paths of this person."""

    readiness: Readiness
    gaps: tuple[Gap, ...]
    paths: Paths

    def actions_in(self, part: str, *, is_step: bool = False) -> tuple[Action, ...]:
        """The actions of one part, each once, the most requirements for an hour first.

        One for each unit: its quickest in that part, and none if an earlier part has
        one as quick.
        """
        by_unit: dict[str, list[Action]] = {}
        for gap in self.gaps:
            if gap.line.requirement.step == is_step:
                unit = by_unit.setdefault(gap.line.requirement.unit, [])
                unit.extend(gap.actions)
        quickest = (_quickest(actions, part) for actions in by_unit.values())
        by_milestone = {each.milestone: each for each in quickest if each}
        ranked = sorted(by_milestone.values(), key=action_rank)
        return _without_repeats(ranked) if part == UNSEEN else tuple(ranked)

    def letter_actions(self) -> tuple[Action, ...]:
        """The skills that a letter or review would show."""
        by_skill = {
            action.slug: action
            for gap in self.gaps
            for action in gap.actions
            if action.milestone is None
        }
        return tuple(by_skill.values())

    def claimed_bars(self) -> tuple[tuple[Bar, Milestone], ...]:
        """The bars that only need evidence, each with the milestone to show."""
        bars = (line.bar for line in self.readiness.bars if line.state == "claimed")
        return tuple((bar, self.paths.milestones[bar.milestone]) for bar in bars)

    def ratios_used(self) -> tuple[Ratio, ...]:
        """The person's ratios that multiply the estimates, the pooled one last."""
        ratios: set[Ratio | None] = set()
        for gap in self.gaps:
            for action in gap.actions:
                kinds = (self.paths.items[step].kind for step in action.steps)
                ratios |= {self.paths.ratios[kind] for kind in kinds}
        known = [ratio for ratio in ratios if ratio]
        return tuple(sorted(known, key=lambda ratio: ratio.kind or "~"))

    def lines_without_path(self) -> tuple[RequirementLine, ...]:
        """The requirements without any action, also for their alternatives; no steps."""
        with_path = {gap.line.requirement.unit for gap in self.gaps if gap.actions}
        lines = [gap.line for gap in self.gaps if not gap.line.requirement.step]
        return tuple(line for line in lines if line.requirement.unit not in with_path)


def find_gaps(readiness: Readiness, facts: Facts, strengths: Strengths) -> Gaps:
    """What is missing for a role, and the actions for it with this person's hours."""
    lines = readiness.unmet_lines()
    paths = build_paths(facts, strengths)
    actions = sorted(find_actions(lines, facts, paths), key=action_rank)
    gaps = [
        Gap(line, tuple(each for each in actions if is_action_for(each, line)))
        for line in lines
    ]
    return Gaps(readiness, tuple(gaps), paths)


def plan_required(gaps: Gaps) -> CheapestPlan | None:
    """The shortest path to all required lines; None if all are met or one has none."""
    by_unit: dict[str, dict[str, Action]] = {}
    for gap in gaps.gaps:
        if gap.line.requirement.weight == "must":
            unit = by_unit.setdefault(gap.line.requirement.unit, {})
            unit.update({action.do: action for action in gap.actions})
    units = [tuple(unit.values()) for unit in by_unit.values()]
    return find_cheapest_plan(units, gaps.paths)


def _without_repeats(ranked: Iterable[Action]) -> tuple[Action, ...]:
    """The actions that meet something which those before them do not."""
    needed: list[Action] = []
    met: set[str] = set()
    for action in ranked:
        if not met.issuperset(action.requirements):
            needed.append(action)
            met.update(action.requirements)
    return tuple(needed)


def _quickest(actions: Iterable[Action], part: str) -> Action | None:
    """The quickest action of a part that ends with a milestone.

    None if there is none, or an earlier part has one as quick.
    """
    earlier_parts = PARTS[: PARTS.index(part)]
    listed = [action for action in actions if action.milestone]
    in_part = [action for action in listed if action.part == part]
    earlier = [each.hours[1] for each in listed if each.part in earlier_parts]
    best = min(
        in_part, key=lambda each: (each.hours[1], action_rank(each)), default=None
    )
    if best is None or any(hours <= best.hours[1] for hours in earlier):
        return None
    return best
