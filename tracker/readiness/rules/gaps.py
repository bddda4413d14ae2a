"""What a role still asks for, and the road to it."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tracker.choices import FOLDED_WEIGHT, STAGES, WEIGHTS
from tracker.curriculum.rules.estimate_ratio import Ratio
from tracker.milestones.rules.records import Milestone
from tracker.readiness.rules.actions import NOT_BEGUN, PARTS, Action, is_action_for
from tracker.readiness.rules.applications import Opening, find_applications
from tracker.readiness.rules.build_paths import build_paths
from tracker.readiness.rules.chosen_actions import Units, choose_actions
from tracker.readiness.rules.milestone_actions import find_actions
from tracker.readiness.rules.paths import Paths
from tracker.readiness.rules.readiness import (
    Readiness,
    RequirementLine,
    judge_readiness,
)
from tracker.readiness.rules.records import Bar, Facts, Requirement, Role, Variant
from tracker.readiness.rules.road import RoadRow, find_road
from tracker.readiness.rules.strengths import Strengths, find_strengths

Lines = Sequence[RequirementLine]


class Gap(NamedTuple):
    """A requirement that is not met, with the actions for it, that of the road first."""

    line: RequirementLine
    actions: tuple[Action, ...]


class Gaps(NamedTuple):
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

    def lessons(self) -> tuple[str, ...]:
        """The milestones of the first stage whose items are still to learn from."""
        rows = [row for row in self.rows_in(NOT_BEGUN) if _is_lesson(row)]
        slugs = (row.action.milestone for row in rows)
        return tuple(slug for slug in slugs if slug)

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
        listed = [ratio for ratio in ratios if ratio]
        return tuple(sorted(listed, key=lambda ratio: ratio.kind or "~"))

    def lines_without_path(self) -> tuple[RequirementLine, ...]:
        """The requirements without any action, also for their alternatives; no steps."""
        with_path = {gap.line.requirement.unit for gap in self.gaps if gap.actions}
        lines = [gap.line for gap in self.gaps if not gap.line.requirement.step]
        return tuple(line for line in lines if line.requirement.unit not in with_path)


def _is_lesson(row: RoadRow) -> bool:
    """Whether a row has steps to learn from, for more than a helpful line."""
    is_early = row.stage == STAGES[0] and row.weight != FOLDED_WEIGHT
    return is_early and bool(row.steps)


def find_role_gaps(role: Role, variant: Variant | None, facts: Facts) -> Gaps:
    """What is missing for a role in one variant, by the facts of one person."""
    strengths = find_strengths(facts)
    readiness = judge_readiness(role, variant, facts, strengths)
    return find_gaps(readiness, facts, strengths)


def find_gaps(readiness: Readiness, facts: Facts, strengths: Strengths) -> Gaps:
    """What is missing for a role, and the road to it with this person's hours."""
    variant_tracks = readiness.variant.tracks if readiness.variant else ()
    tracks = (*readiness.role.tracks, *variant_tracks)
    paths = build_paths(facts, strengths, tracks)
    lines = readiness.unmet_lines()
    required = [line for line in lines if line.requirement.weight == WEIGHTS[0]]
    first = choose_actions(_units(required, _rank_actions(lines, facts, paths)))
    # What is not required shares the steps of what is, where it can.
    shared = paths.sharing(step for action in first for step in action.steps)
    actions = (*first, *_rank_actions(lines, facts, shared))
    chosen = first
    for weight in WEIGHTS[1:]:
        weighing = [line for line in lines if line.requirement.weight == weight]
        on_road = [line for line in weighing if not line.requirement.step]
        chosen = choose_actions(_units(on_road, actions), chosen)
    steps = [line for line in lines if line.requirement.step]
    return Gaps(
        readiness,
        gaps=tuple(_gap(line, actions, chosen) for line in lines),
        paths=shared,
        road=find_road(
            chosen, _by_slug([line for line in lines if line not in steps]), shared
        ),
        steps=find_road(
            choose_actions(_units(steps, actions)), _by_slug(steps), shared
        ),
        openings=find_applications(
            readiness,
            paths.situation.items,
            paths.situation.milestones_of_item,
            strengths,
        ),
    )


def _rank_actions(lines: Lines, facts: Facts, paths: Paths) -> list[Action]:
    """All actions part by part; in a part, the most requirements for an hour first."""
    return sorted(find_actions(lines, facts, paths), key=_action_rank)


def _units(lines: Lines, actions: Sequence[Action]) -> Units:
    """For each line, or alternatives together, the actions for it."""
    units: dict[str, list[Action]] = {}
    for line in lines:
        unit = units.setdefault(line.requirement.unit, [])
        unit.extend(_actions_for(line, actions))
    return tuple(units.values())


def _actions_for(line: RequirementLine, actions: Iterable[Action]) -> list[Action]:
    """The actions for a line; those of unknown hours only if there are no others."""
    fitting = [each for each in actions if is_action_for(each, line)]
    with_hours = [each for each in fitting if each.has_known_hours]
    return with_hours or fitting


def _by_slug(lines: Lines) -> dict[str, Requirement]:
    return {line.requirement.slug: line.requirement for line in lines}


def _gap(
    line: RequirementLine, actions: Iterable[Action], chosen: Iterable[Action]
) -> Gap:
    """A line with its actions, that of the road first; one for each milestone."""
    fitting = _actions_for(line, actions)
    fitting.sort(key=lambda action: action not in chosen)
    by_milestone = {(each.milestone, each.slug): each for each in reversed(fitting)}
    return Gap(line, tuple(reversed(by_milestone.values())))


def _action_rank(action: Action) -> tuple[int, float, str]:
    hours_each = action.hours[1] / max(1, len(action.requirements))
    return PARTS.index(action.part), hours_each, action.slug
