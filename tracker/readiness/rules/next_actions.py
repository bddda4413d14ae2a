"""A few things to do next: what is under way, what is quickly shown, the first step of what is not begun."""

from collections.abc import Iterator
from dataclasses import replace

from tracker.curriculum.rules.items import Item
from tracker.milestones.rules.phases import is_decision_due
from tracker.readiness.rules.actions import NOT_BEGUN, UNDER_WAY, UNSEEN, Action
from tracker.readiness.rules.build_paths import build_paths
from tracker.readiness.rules.gaps import Gaps
from tracker.readiness.rules.hours import has_unknown_rest, say_progress
from tracker.readiness.rules.paths import Paths, milestones_to_show
from tracker.readiness.rules.readiness import open_attempt
from tracker.readiness.rules.records import Facts
from tracker.readiness.rules.strengths import Strength, Strengths

MOST_ACTIONS = 5
MOST_OF_A_PART = 2


def next_actions(
    facts: Facts, strengths: Strengths, gaps: Gaps | None
) -> tuple[Action, ...]:
    """At most five things to do, `found` being what is missing for the target, where there is one."""
    ways = gaps.paths if gaps else build_paths(facts, strengths)
    under_way = [
        item
        for item in ways.items.values()
        if _is_under_way(item) and not _is_behind(item, ways)
    ]
    under_way.sort(key=lambda item: -item.seconds)
    going_on = [_going_on(item, facts, ways) for item in under_way[:MOST_OF_A_PART]]
    unseen = gaps.actions_in(UNSEEN) if gaps else tuple(_unseen(facts, ways))
    begun = {action.slug for action in going_on}
    fresh = [each for each in _first_steps(gaps) if each.slug not in begun]
    return (*going_on, *unseen[:MOST_OF_A_PART], *fresh[:MOST_OF_A_PART])[:MOST_ACTIONS]


def _is_under_way(item: Item) -> bool:
    """Whether to go on with it; not where a milestone was reached with it, which makes it done in what is expected."""
    return item.status == "doing" and item.finishes and not item.retired


def _is_behind(item: Item, paths: Paths) -> bool:
    """Whether all that an item leads to is reached already."""
    leads = paths.milestones_of_item.get(item.slug, ())
    return bool(leads) and all(
        paths.strengths.milestone(slug) >= Strength.PRACTISED for slug in leads
    )


def _going_on(item: Item, facts: Facts, paths: Paths) -> Action:
    """An item to go on with; first to decide, where it is tried in an experiment whose hours are used."""
    step = _step(item, UNDER_WAY, "go on with", paths)
    tries = (
        open_attempt(each.milestone, facts)
        for each in facts.attempts
        if each.item == item.slug
    )
    due = next(
        (
            a.milestone
            for a in tries
            if a
            and a.item == item.slug
            and is_decision_due(a, paths.milestones[a.milestone])
        ),
        "",
    )
    return (
        replace(step, do=f"decide on {item.slug}: tracker show {due}") if due else step
    )


def _step(item: Item, part: str, verb: str, paths: Paths) -> Action:
    over = paths.overruns.get(item.slug)
    how = say_progress(item, over) if over or has_unknown_rest(item) else ""
    pieces = ((item.slug, paths.time_left[item.slug]),)
    return Action(
        part, f"{verb} {item.slug}{how}", item.slug, pieces, steps=(item.slug,)
    )


def _unseen(facts: Facts, paths: Paths) -> Iterator[Action]:
    """Milestones reached on one's own word, the quickest to show first."""
    reached = [
        m
        for m in facts.milestones
        if paths.strengths.milestone(m.slug) == Strength.PRACTISED and not m.retired
    ]
    for milestone in sorted(reached, key=lambda m: m.show[1]):
        shown = tuple(
            (slug, paths.milestones[slug].show)
            for slug in milestones_to_show(milestone, paths)
        )
        do = f"show {milestone.slug}: {milestone.show_by}"
        yield Action(UNSEEN, do, milestone.slug, shown, milestone.slug)


def _first_steps(gaps: Gaps | None) -> Iterator[Action]:
    """The first item of each way not begun, with what it serves."""
    steps: dict[str, Action] = {}
    for action in gaps.actions_in(NOT_BEGUN) if gaps else ():
        assert gaps
        item = gaps.paths.items[action.steps[0]]
        verb = "go on with" if item.status == "doing" else "begin"
        first = replace(
            _step(item, NOT_BEGUN, verb, gaps.paths), requirements=action.requirements
        )
        steps.setdefault(first.slug, first)
    yield from steps.values()
