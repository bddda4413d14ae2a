"""A few things to do next: work in progress, quick evidence, first steps."""

from collections.abc import Iterator
from dataclasses import replace

from tracker.curriculum.rules.items import Item
from tracker.milestones.rules.phases import is_decision_due
from tracker.readiness.rules.actions import NOT_BEGUN, UNDER_WAY, UNSEEN, Action
from tracker.readiness.rules.build_paths import build_paths
from tracker.readiness.rules.gaps import Gaps
from tracker.readiness.rules.hours import has_unknown_rest, say_progress
from tracker.readiness.rules.paths import Paths, milestones_to_show
from tracker.readiness.rules.readiness import find_open_attempt
from tracker.readiness.rules.records import Facts
from tracker.readiness.rules.strengths import Strength, Strengths

MOST_ACTIONS = 5
MOST_OF_A_PART = 2


def find_next_actions(
    facts: Facts, strengths: Strengths, gaps: Gaps | None
) -> tuple[Action, ...]:
    """At most five things to do; `gaps` is what the target still asks for, if any."""
    paths = gaps.paths if gaps else build_paths(facts, strengths)
    in_progress = [
        item
        for item in paths.items.values()
        if _is_in_progress(item) and not _has_served(item, paths)
    ]
    in_progress.sort(key=lambda item: -item.seconds)
    current = [
        _continue_action(item, facts, paths) for item in in_progress[:MOST_OF_A_PART]
    ]
    unseen = gaps.actions_in(UNSEEN) if gaps else tuple(_show_actions(facts, paths))
    slugs = {action.slug for action in current}
    first_steps = [step for step in _first_steps(gaps) if step.slug not in slugs]
    actions = (*current, *unseen[:MOST_OF_A_PART], *first_steps[:MOST_OF_A_PART])
    return actions[:MOST_ACTIONS]


def _is_in_progress(item: Item) -> bool:
    """Whether to continue it: not once a milestone was reached with it."""
    return item.status == "doing" and item.finishes and not item.retired


def _has_served(item: Item, paths: Paths) -> bool:
    """Whether all milestones that the item is listed for are reached."""
    slugs = paths.milestones_of_item.get(item.slug, ())
    strengths = [paths.strengths.milestone(slug) for slug in slugs]
    return bool(slugs) and all(each >= Strength.PRACTISED for each in strengths)


def _continue_action(item: Item, facts: Facts, paths: Paths) -> Action:
    """Continue an item; decide first, if the hours of its experiment are used."""
    action = _item_action(item, UNDER_WAY, "continue", paths)
    for slug in [each.milestone for each in facts.attempts if each.item == item.slug]:
        attempt = find_open_attempt(slug, facts)
        if attempt is None or attempt.item != item.slug:
            continue
        if is_decision_due(attempt, paths.milestones[slug]):
            return replace(action, do=f"decide on {item.slug}: tracker show {slug}")
    return action


def _item_action(item: Item, part: str, verb: str, paths: Paths) -> Action:
    overrun = paths.overruns.get(item.slug)
    progress = ""
    if overrun or has_unknown_rest(item):
        progress = say_progress(item, overrun)
    pieces = ((item.slug, paths.time_left[item.slug]),)
    do = f"{verb} {item.slug}{progress}"
    return Action(part, do, item.slug, pieces=pieces, steps=(item.slug,))


def _show_actions(facts: Facts, paths: Paths) -> Iterator[Action]:
    """Milestones reached without evidence, the quickest to show first."""
    reached = [
        milestone
        for milestone in facts.milestones
        if paths.strengths.milestone(milestone.slug) == Strength.PRACTISED
        and not milestone.retired
    ]
    for milestone in sorted(reached, key=lambda each: each.show[1]):
        pieces = tuple(
            (slug, paths.milestones[slug].show)
            for slug in milestones_to_show(milestone, paths)
        )
        do = f"show {milestone.slug}: {milestone.show_by}"
        yield Action(
            UNSEEN, do, milestone.slug, pieces=pieces, milestone=milestone.slug
        )


def _first_steps(gaps: Gaps | None) -> Iterator[Action]:
    """The first item of each path that is not started, with what it serves."""
    if gaps is None:
        return
    slugs: set[str] = set()
    for action in gaps.actions_in(NOT_BEGUN):
        item = gaps.paths.items[action.steps[0]]
        if item.slug in slugs:
            continue
        slugs.add(item.slug)
        verb = "continue" if item.status == "doing" else "start"
        step = _item_action(item, NOT_BEGUN, verb, gaps.paths)
        yield replace(step, requirements=action.requirements)
