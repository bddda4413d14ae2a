"""A few things to do next: work in progress, quick evidence, the next steps."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from tracker.choices import FOLDED_WEIGHT, STAGES, WEIGHTS
from tracker.curriculum.rules.items import Item
from tracker.milestones.rules.phases import is_decision_due
from tracker.readiness.rules.actions import NOT_BEGUN, UNDER_WAY, UNSEEN, Action
from tracker.readiness.rules.build_paths import build_paths
from tracker.readiness.rules.gaps import Gaps
from tracker.readiness.rules.hours import (
    NO_HOURS,
    find_hours_to_apply,
    has_unknown_rest,
    name_of_applying,
    say_progress,
)
from tracker.readiness.rules.milestone_actions import pieces_to_show
from tracker.readiness.rules.paths import Paths
from tracker.readiness.rules.readiness import find_open_attempt
from tracker.readiness.rules.records import Facts
from tracker.readiness.rules.road import RoadRow
from tracker.readiness.rules.situation import Situation
from tracker.readiness.rules.strengths import Strengths
from tracker.readiness.rules.support import Strength

MOST_ACTIONS = 5
MOST_OF_A_PART = 2


class NextActions(NamedTuple):
    """What to do next; `more` items in progress are not among it."""

    actions: tuple[Action, ...]
    more: int


def find_next_actions(
    facts: Facts, strengths: Strengths, gaps: Gaps | None
) -> NextActions:
    """At most five things to do; `gaps` is what the target still asks for, if any.

    While a required line is open, at least one serves it: the next steps are those of
    the required lines, in the order of the road, two of different tracks.
    """
    paths = gaps.paths if gaps else build_paths(facts, strengths)
    weights = _weights_of_steps(gaps)
    in_progress = _find_in_progress(paths.situation, weights)
    current = [
        _continue_action(item, facts, paths.situation)
        for item in in_progress[:MOST_OF_A_PART]
    ]
    quick = _quick_actions(facts, paths, gaps)
    slugs = {action.slug for action in (*current, *quick)}
    busy = _busy_tracks(current, paths.situation, weights)
    steps = [
        each
        for each in _next_steps(gaps)
        if each.slug not in slugs and paths.situation.items[each.slug].track not in busy
    ]
    fresh = _first_and_beside(steps, paths.situation)
    actions = (*current, *quick, *fresh)[:MOST_ACTIONS]
    named = {action.slug for action in actions}
    more = sum(item.slug not in named for item in in_progress)
    return NextActions(actions, more)


def _find_in_progress(situation: Situation, weights: Mapping[str, int]) -> list[Item]:
    """The items in progress: those of required lines, then those with the most hours."""
    in_progress = [
        item
        for item in situation.items.values()
        if _is_in_progress(item)
        and not _has_served(item, situation)
        and (situation.is_deed(item.slug) or not situation.is_known(item.slug))
    ]
    unlisted = len(WEIGHTS)
    in_progress.sort(key=lambda item: (weights.get(item.slug, unlisted), -item.seconds))
    return in_progress


def _busy_tracks(
    current: Iterable[Action], situation: Situation, weights: Mapping[str, int]
) -> frozenset[str]:
    """The tracks in which the person is at work on what is required."""
    required = [action.slug for action in current if weights.get(action.slug) == 0]
    return frozenset(situation.items[slug].track for slug in required)


def _weights_of_steps(gaps: Gaps | None) -> dict[str, int]:
    """The weight of each step of the road as a number, the heaviest is lowest."""
    weights: dict[str, int] = {}
    for row in gaps.road if gaps else ():
        weight = WEIGHTS.index(row.weight)
        for step in row.steps:
            weights[step] = min(weight, weights.get(step, weight))
    return weights


def _quick_actions(facts: Facts, paths: Paths, gaps: Gaps | None) -> list[Action]:
    """What only needs evidence: for the target, else for any milestone reached."""
    if gaps is None:
        return list(_show_actions(facts, paths))[:MOST_OF_A_PART]
    rows = [
        row for row in gaps.road if row.action.part == UNSEEN or _is_only_to_show(row)
    ]
    rows.sort(key=lambda row: WEIGHTS.index(row.weight))
    return [row.action for row in rows[:MOST_OF_A_PART]]


def _is_only_to_show(row: RoadRow) -> bool:
    return not row.action.steps and row.weight != FOLDED_WEIGHT


def _is_in_progress(item: Item) -> bool:
    """Whether to continue it: not once a milestone was reached with it."""
    return item.status == "doing" and item.finishes and not item.retired


def _has_served(item: Item, situation: Situation) -> bool:
    """Whether all milestones that the item leads to, and that count it, are reached."""
    slugs = set(situation.milestones_of_item.get(item.slug, ()))
    milestones = situation.milestones.values()
    slugs.update(each.slug for each in milestones if each.counted in slugs)
    strengths = [situation.strengths.milestone(slug) for slug in slugs]
    return bool(slugs) and all(each >= Strength.PRACTISED for each in strengths)


def _continue_action(item: Item, facts: Facts, situation: Situation) -> Action:
    """Continue an item; decide first, if the hours of its experiment are used."""
    action = _item_action(item, UNDER_WAY, "continue", situation)
    for slug in [each.milestone for each in facts.attempts if item.slug in each.items]:
        attempt = find_open_attempt(slug, facts)
        if attempt is None or item.slug not in attempt.items:
            continue
        if is_decision_due(attempt, situation.milestones[slug]):
            do = f"decide on {item.slug}: tracker show {slug}"
            return action._replace(do=do, pieces=(), has_known_hours=True)
    return action


def _item_action(item: Item, part: str, verb: str, situation: Situation) -> Action:
    """Begin or continue an item; the first step to one behind a gate is applying."""
    slug = item.slug
    gate = situation.open_gate(slug)
    if gate:
        hours = find_hours_to_apply(item)
        pieces = () if hours == NO_HOURS else ((name_of_applying(slug), hours),)
        do = f"apply to {slug}: needs {gate.needs}"
        return Action(
            part, do, slug, pieces=pieces, steps=(slug,), has_known_hours=bool(pieces)
        )
    overrun = situation.overruns.get(slug)
    progress = ""
    if overrun or has_unknown_rest(item):
        progress = say_progress(item, overrun)
    return Action(
        part,
        f"{verb} {slug}{progress}",
        slug,
        pieces=((slug, situation.time_left[slug]),),
        steps=(slug,),
        has_known_hours=not has_unknown_rest(item),
    )


def _show_actions(facts: Facts, paths: Paths) -> Iterator[Action]:
    """Milestones reached without evidence, the quickest to show first."""
    situation = paths.situation
    reached = [
        milestone
        for milestone in facts.milestones
        if situation.strengths.milestone(milestone.slug) == Strength.PRACTISED
        and not milestone.retired
    ]
    for milestone in sorted(reached, key=lambda each: each.show[1]):
        yield Action(
            UNSEEN,
            f"show {milestone.slug}: {milestone.show_by}",
            milestone.slug,
            pieces=pieces_to_show(milestone, situation),
            milestone=milestone.slug,
            show_by=milestone.show_by,
        )


def _next_steps(gaps: Gaps | None) -> list[Action]:
    """What can be begun now, in the order of the road, the required lines first.

    Nothing of a later stage than the first: it comes later.
    """
    if gaps is None:
        return []
    rows = sorted(gaps.road, key=lambda row: WEIGHTS.index(row.weight))
    steps: dict[str, tuple[RoadRow, Action]] = {}
    for row in (*rows, *gaps.steps):
        for action in _first_actions(row, gaps.paths):
            steps.setdefault(action.slug, (row, action))
    first = next((row for row, _ in steps.values()), None)
    return [
        action for row, action in steps.values() if first and _is_beside(row, first)
    ]


def _is_beside(row: RoadRow, first: RoadRow) -> bool:
    """Whether a row is no later than the first, nor only helpful where that is more."""
    is_lighter = row.weight == FOLDED_WEIGHT and first.weight != FOLDED_WEIGHT
    return STAGES.index(row.stage) <= STAGES.index(first.stage) and not is_lighter


def _first_actions(row: RoadRow, paths: Paths) -> Iterator[Action]:
    """The steps of a row that can be begun now."""
    situation = paths.situation
    for step in row.steps:
        item = situation.items[step]
        if can_begin(item, paths):
            verb = "continue" if item.status == "doing" else "start"
            action = _item_action(item, NOT_BEGUN, verb, situation)
            yield action._replace(requirements=row.requirements or row.leads_to)


def can_begin(item: Item, paths: Paths) -> bool:
    """Whether all that comes before an item is done, known or left out."""
    if item.after and paths.steps_to(item.after) != ():
        return False
    return all(_is_settled(slug, paths.situation) for slug in item.requires)


def _is_settled(slug: str, situation: Situation) -> bool:
    """Whether a prerequisite is met, or enough items of its group are."""
    if situation.is_prerequisite_met(slug):
        return True
    choice = situation.choices.get(situation.items[slug].group or "")
    if choice is None or slug in situation.works:
        return False
    met = [each for each in choice.items if situation.is_finished(each, choice.items)]
    return len(met) >= choice.number


def _first_and_beside(
    steps: Sequence[Action], situation: Situation
) -> tuple[Action, ...]:
    """The first step, and the next one of another track, to do beside it."""
    if not steps:
        return ()
    track = situation.items[steps[0].slug].track
    others = [step for step in steps if situation.items[step.slug].track != track]
    return (steps[0], *others[:1])
