"""A few things to do next: what is under way, what is quickly shown, the first step of what is not begun."""

from collections.abc import Iterator
from dataclasses import replace

from tracker.curriculum.rules.items import Item
from tracker.readiness.rules.actions import NOT_BEGUN, UNDER_WAY, UNSEEN, Action
from tracker.readiness.rules.finding import paths
from tracker.readiness.rules.gaps import Gaps
from tracker.readiness.rules.holding import Held, Strength
from tracker.readiness.rules.hours import remaining
from tracker.readiness.rules.paths import showing
from tracker.readiness.rules.records import Facts

MOST = 5
OF_EACH = 2


def next_actions(facts: Facts, own: Held, found: Gaps | None) -> tuple[Action, ...]:
    """At most five things to do, `found` being what is missing for the target, where there is one."""
    under_way = [item for item in facts.items if _is_under_way(item) and not _is_behind(item, facts, own)]
    under_way.sort(key=lambda item: -item.seconds)
    going_on = [_step(item, UNDER_WAY, "go on with") for item in under_way[:OF_EACH]]
    unseen = found.rows(UNSEEN) if found else tuple(_unseen(facts, own))
    begun = {action.slug for action in going_on}
    fresh = [each for each in _first_steps(facts, found) if each.slug not in begun]
    return (*going_on, *unseen[:OF_EACH], *fresh[:OF_EACH])[:MOST]


def _is_under_way(item: Item) -> bool:
    return item.status == "doing" and item.finishes and not item.retired


def _is_behind(item: Item, facts: Facts, own: Held) -> bool:
    """Whether what an item leads to is reached already, or more."""
    leads = [m.slug for m in facts.milestones if item.slug in m.items]
    return bool(leads) and all(own.milestone(slug) >= Strength.PRACTISED for slug in leads)


def _step(item: Item, part: str, verb: str) -> Action:
    return Action(part, f"{verb} {item.slug}", item.slug, ((item.slug, remaining(item)),), steps=(item.slug,))


def _unseen(facts: Facts, own: Held) -> Iterator[Action]:
    """Milestones reached on one's own word, the quickest to show first."""
    found = paths(facts, own)
    reached = [m for m in facts.milestones if own.milestone(m.slug) == Strength.PRACTISED and not m.retired]
    for milestone in sorted(reached, key=lambda m: m.show[1]):
        shown = tuple((slug, found.milestones[slug].show) for slug in showing(milestone, found))
        do = f"show {milestone.slug}: {milestone.show_by}"
        yield Action(UNSEEN, do, milestone.slug, shown, milestone.slug)


def _first_steps(facts: Facts, found: Gaps | None) -> Iterator[Action]:
    """The first item of each way not begun, with what it serves."""
    items = {item.slug: item for item in facts.items}
    steps: dict[str, Action] = {}
    for action in found.rows(NOT_BEGUN) if found else ():
        first = replace(_step(items[action.steps[0]], NOT_BEGUN, "begin"), serves=action.serves)
        steps.setdefault(first.slug, first)
    yield from steps.values()
