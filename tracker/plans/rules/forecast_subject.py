"""What a forecast is about: an item or a milestone, and the hours left of it.

These are the hours of `gaps` and `next`.
"""

from collections.abc import Iterable
from typing import NamedTuple

from tracker.curriculum.rules.estimate_ratio import Ratio, find_dependable_ratio
from tracker.curriculum.rules.items import Item
from tracker.errors import Refused
from tracker.milestones.rules.records import Milestone
from tracker.plans.rules.basis_sentences import say_action_basis, say_item_basis
from tracker.plans.rules.plan_checks import check_open
from tracker.plans.rules.plans import PlanStatus
from tracker.readiness.rules.actions import Action
from tracker.readiness.rules.gaps import Gaps, find_role_gaps
from tracker.readiness.rules.hours import NO_HOURS, Hours, scale_estimate
from tracker.readiness.rules.readiness import milestone_by_slug
from tracker.readiness.rules.records import Facts, Requirement, Role, Variant

MOST_SUBJECTS = 3


class Subject(NamedTuple):
    """An item or a milestone that is not done, and the hours left.

    `left` are low, likely and high seconds; `basis` says in words what they rest on.
    `ratio` is the person's own, by which the estimate was multiplied. `items` are those
    whose hours count for it.
    """

    slug: str
    title: str
    left: Hours
    basis: str
    items: tuple[str, ...]
    ratio: Ratio | None = None


def default_subjects(
    plans: Iterable[PlanStatus], items: Iterable[Item]
) -> tuple[str, ...]:
    """What to forecast where nothing is named: all open plans.

    Without plans, the three items in progress with the most hours.
    """
    planned = tuple(plan.subject for plan in plans if plan.state == "open")
    if planned:
        return planned
    in_progress = [
        item for item in items if item.status == "doing" and item.finishes and item.low
    ]
    in_progress.sort(key=lambda item: -item.seconds)
    return tuple(item.slug for item in in_progress[:MOST_SUBJECTS])


def find_target_gaps(facts: Facts, target: tuple[Role, Variant | None] | None) -> Gaps:
    """What the target still asks for; without a target nothing, on all paths."""
    role, variant = target or (Role("", ""), None)
    return find_role_gaps(role, variant, facts)


def find_subject(slug: str, facts: Facts, gaps: Gaps) -> Subject:
    """The item or milestone of that slug, with its hours left.

    `gaps` are those of the target. Raises Refused where it is done or given up, or its
    hours left are not known.
    """
    check_open(slug, facts)
    for item in facts.items:
        if item.slug == slug:
            return _item_subject(item, facts, gaps)
    return _milestone_subject(milestone_by_slug(slug, facts), facts, gaps)


def _item_subject(item: Item, facts: Facts, gaps: Gaps) -> Subject:
    """An item: its estimate, or the hours expected of an attempt, less what is done."""
    if not item.finishes:
        raise Refused(
            f"{item.slug} is of the kind {item.kind}, which never ends:"
            " there is no day to forecast.",
            "Name an item that ends, or a milestone.\n"
            "To list items: tracker items\nTo list milestones: tracker milestones",
        )
    situation = gaps.paths.situation
    expected, left = situation.items[item.slug], situation.time_left[item.slug]
    ratio = find_dependable_ratio(item.kind, facts.items)
    if expected.low is None:
        raise Refused(
            f"{item.slug} has no estimate, so its hours left are not known.",
            "Estimate an attempt with it: "
            f"tracker attempt MILESTONE --with {item.slug} --hours LOW-HIGH",
        )
    if expected != scale_estimate(item, ratio):
        ratio = None  # an attempt has hours of its own
    basis = say_item_basis(item, ratio, situation)
    if left == NO_HOURS:
        raise Refused(
            f"Nothing is left of {item.slug}, by {basis}.",
            f"If it is done: tracker done {item.slug}\n"
            f"If not, report your progress: tracker progress {item.slug} 80%",
        )
    return Subject(item.slug, item.title, left, basis, items=(item.slug,), ratio=ratio)


def _milestone_subject(milestone: Milestone, facts: Facts, gaps: Gaps) -> Subject:
    """A milestone: what `gaps` would have the person do to show it."""
    action = _find_action(milestone, facts, gaps)
    if action is None or not action.has_known_hours:
        raise Refused(
            f"No item leads to {milestone.slug} now, so its hours are not known.",
            "Give your own estimate: "
            f"tracker attempt {milestone.slug} --with ITEM --hours LOW-HIGH",
        )
    return Subject(
        milestone.slug,
        milestone.title,
        left=action.hours,
        basis=say_action_basis(action, gaps.paths.situation),
        items=action.steps,
    )


def _find_action(milestone: Milestone, facts: Facts, gaps: Gaps) -> Action | None:
    """How to show a milestone: for the target, else for the milestone alone."""
    listed = _listed_action(milestone, gaps)
    if listed:
        return listed
    alone = Requirement(milestone.slug, "must", milestone=milestone.slug)
    role = Role(milestone.slug, milestone.title, requirements=(alone,))
    return _listed_action(milestone, find_target_gaps(facts, (role, None)))


def _listed_action(milestone: Milestone, gaps: Gaps) -> Action | None:
    for gap in gaps.gaps:
        for action in gap.actions:
            if action.milestone == milestone.slug:
                return action
    return None
