"""What a role still asks for, and the road to it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tracker.choices import WEIGHTS
from tracker.curriculum.rules.estimate_ratio import Ratio
from tracker.milestones.rules.records import Milestone
from tracker.readiness.rules.actions import PARTS, Action, is_action_for
from tracker.readiness.rules.applications import Opening, find_applications
from tracker.readiness.rules.build_paths import build_paths
from tracker.readiness.rules.milestone_actions import find_actions
from tracker.readiness.rules.paths import Paths
from tracker.readiness.rules.readiness import Readiness, RequirementLine
from tracker.readiness.rules.records import Bar, Facts
from tracker.readiness.rules.road import RoadRow, find_road
from tracker.readiness.rules.strengths import Strengths


@dataclass(frozen=True, slots=True)
class Gap:
    """A requirement that is not met, with the actions for it, that of the road first."""

    line: RequirementLine
    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class Gaps:
    """All that a role still asks for, and the road to it for this person.

    `road` leads to all that is missing, `steps` to what is useful to do besides: a
    mentor, funding, an evaluation. `openings` are what to apply for now.
    """

    readiness: Readiness
    gaps: tuple[Gap, ...]
    paths: Paths
    road: tuple[RoadRow, ...] = ()
    steps: tuple[RoadRow, ...] = ()
    openings: tuple[Opening, ...] = ()

    def rows_in(self, part: str) -> tuple[RoadRow, ...]:
        """The rows of the road in one part."""
        return tuple(row for row in self.road if row.action.part == part)

    def claimed_bars(self) -> tuple[tuple[Bar, Milestone], ...]:
        """The bars that only need evidence, each with the milestone to show."""
        milestones = self.paths.situation.milestones
        bars = (line.bar for line in self.readiness.bars if line.state == "claimed")
        return tuple((bar, milestones[bar.milestone]) for bar in bars)

    def ratios_used(self) -> tuple[Ratio, ...]:
        """The person's ratios that multiply the estimates, the pooled one last."""
        situation = self.paths.situation
        ratios: set[Ratio | None] = set()
        for row in (*self.road, *self.steps):
            kinds = (situation.items[step].kind for step in row.action.steps)
            ratios |= {situation.ratios[kind] for kind in kinds}
        known = [ratio for ratio in ratios if ratio]
        return tuple(sorted(known, key=lambda ratio: ratio.kind or "~"))

    def lines_without_path(self) -> tuple[RequirementLine, ...]:
        """The requirements without any action, also for their alternatives; no steps."""
        with_path = {gap.line.requirement.unit for gap in self.gaps if gap.actions}
        lines = [gap.line for gap in self.gaps if not gap.line.requirement.step]
        return tuple(line for line in lines if line.requirement.unit not in with_path)


def find_gaps(readiness: Readiness, facts: Facts, strengths: Strengths) -> Gaps:
    """What is missing for a role, and the road to it with this person's hours."""
    lines = readiness.unmet_lines()
    variant_tracks = readiness.variant.tracks if readiness.variant else ()
    tracks = (*readiness.role.tracks, *variant_tracks)
    paths = build_paths(facts, strengths, tracks)
    actions = sorted(find_actions(lines, facts, paths), key=_action_rank)
    gaps = [Gap(line, _actions_for(line, actions)) for line in lines]
    road = _road_of([gap for gap in gaps if not gap.line.requirement.step], paths)
    steps = _road_of([gap for gap in gaps if gap.line.requirement.step], paths)
    chosen = {row.action for row in (*road, *steps)}
    return Gaps(
        readiness,
        gaps=tuple(_chosen_first(gap, chosen) for gap in gaps),
        paths=paths,
        road=road,
        steps=steps,
        openings=find_applications(readiness, paths.situation.items),
    )


def _actions_for(
    line: RequirementLine, actions: Iterable[Action]
) -> tuple[Action, ...]:
    """The actions for a line; those of unknown hours only if there are no others."""
    fitting = [each for each in actions if is_action_for(each, line)]
    with_hours = [each for each in fitting if each.has_known_hours]
    return tuple(with_hours or fitting)


def _road_of(gaps: Sequence[Gap], paths: Paths) -> tuple[RoadRow, ...]:
    units: dict[str, dict[str, list[Action]]] = {weight: {} for weight in WEIGHTS}
    weights: dict[str, str] = {}
    for gap in gaps:
        asked = gap.line.requirement
        weights[asked.slug] = asked.weight
        units[asked.weight].setdefault(asked.unit, []).extend(gap.actions)
    by_weight = {weight: tuple(each.values()) for weight, each in units.items()}
    return find_road(by_weight, weights, paths)


def _chosen_first(gap: Gap, chosen: Iterable[Action]) -> Gap:
    ranked = sorted(gap.actions, key=lambda action: action not in chosen)
    return Gap(gap.line, tuple(ranked))


def _action_rank(action: Action) -> tuple[int, float, str]:
    """Part by part; in a part, the most requirements for an hour first."""
    hours_each = action.hours[1] / max(1, len(action.requirements))
    return PARTS.index(action.part), hours_each, action.slug
