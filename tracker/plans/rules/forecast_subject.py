"""What a forecast is about: an item or a milestone, and the hours left of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from tracker.curriculum.rules.estimate_ratio import Ratio, find_dependable_ratio
from tracker.curriculum.rules.items import Item
from tracker.errors import Refused
from tracker.milestones.rules.phases import attempt_phases
from tracker.milestones.rules.records import Attempt, Milestone
from tracker.plans.rules.basis_sentences import (
    say_attempt_basis,
    say_item_basis,
    say_steps_basis,
)
from tracker.plans.rules.plan_checks import check_open
from tracker.plans.rules.plans import PlanStatus
from tracker.readiness.rules.build_paths import build_paths
from tracker.readiness.rules.hours import Hours, hours_left, scale_estimate, sum_hours
from tracker.readiness.rules.milestone_actions import pieces_to_show
from tracker.readiness.rules.readiness import find_open_attempt, milestone_by_slug
from tracker.readiness.rules.records import Facts
from tracker.readiness.rules.strengths import find_strengths
from tracker.text.amounts import say_bound, say_hours

MOST_SUBJECTS = 3


@dataclass(frozen=True, slots=True)
class Subject:
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


def find_subject(slug: str, facts: Facts) -> Subject:
    """The item or milestone of that slug, with its hours left.

    Raises Refused where it is done or given up, or its hours left are not known.
    """
    check_open(slug, facts)
    items = {item.slug: item for item in facts.items}
    if slug in items:
        subject = _item_subject(items[slug], facts)
    else:
        milestone = milestone_by_slug(slug, facts)
        subject = _milestone_subject(milestone, items, facts)
    if subject.left[2] > 0:
        return subject
    last_item = subject.items[-1]
    raise Refused(
        f"Nothing is left of {slug}, by {subject.basis}.",
        f"If it is done: tracker done {slug}\n"
        f"If not, report your progress: tracker progress {last_item} 80%",
    )


def _item_subject(item: Item, facts: Facts) -> Subject:
    if not item.finishes:
        raise Refused(
            f"{item.slug} is of the kind {item.kind}, which never ends:"
            " there is no day to forecast.",
            "Name an item that ends, or a milestone.\n"
            "To list items: tracker items\nTo list milestones: tracker milestones",
        )
    if item.low is None:
        attempt = f"tracker attempt MILESTONE --with {item.slug} --hours LOW-HIGH"
        raise Refused(
            f"{item.slug} has no estimate, so its hours left are not known.",
            f"Estimate an attempt with it: {attempt}",
        )
    ratio = find_dependable_ratio(item.kind, facts.items)
    scaled = scale_estimate(item, ratio)
    basis = say_item_basis(item, scaled, ratio)
    return Subject(
        item.slug,
        item.title,
        left=hours_left(scaled),
        basis=basis,
        items=(item.slug,),
        ratio=ratio,
    )


def _milestone_subject(
    milestone: Milestone, items: Mapping[str, Item], facts: Facts
) -> Subject:
    """A milestone: the hours left of its open attempt, or of the path to it."""
    attempt = find_open_attempt(milestone.slug, facts)
    if attempt is None:
        return _path_subject(milestone, items, facts)
    item = items[attempt.item]
    if attempt.low is not None and attempt.high is not None:
        return _attempt_subject(milestone, attempt, (attempt.low, attempt.high), item)
    phases = attempt_phases(attempt, milestone)
    if phases:
        hours = sum(phase.seconds for phase in phases)
        return _experiment_subject(milestone, attempt, hours)
    subject = _item_subject(item, facts)
    return replace(subject, slug=milestone.slug, title=milestone.title)


def _attempt_subject(
    milestone: Milestone, attempt: Attempt, bound: tuple[int, int], item: Item
) -> Subject:
    """The hours expected at its start, less the part done, or less the hours spent."""
    low, high = bound
    tried = replace(
        item,
        state=None,
        low=low,
        likely=(low + high) // 2,
        high=high,
        seconds=attempt.spent,
    )
    return Subject(
        milestone.slug,
        milestone.title,
        left=hours_left(tried),
        basis=say_attempt_basis(tried, bound),
        items=(attempt.item,),
    )


def _experiment_subject(milestone: Milestone, attempt: Attempt, hours: int) -> Subject:
    """An experiment ends with its hours, however far it came."""
    left = max(0, hours - attempt.spent)
    basis = (
        f"the {say_bound(hours, hours)} of its phases,"
        f" less {say_hours(attempt.spent)} spent"
    )
    return Subject(
        milestone.slug,
        milestone.title,
        left=(left, left, left),
        basis=basis,
        items=(attempt.item,),
    )


def _path_subject(
    milestone: Milestone, items: Mapping[str, Item], facts: Facts
) -> Subject:
    """The items that lead to a milestone; where all are done, the hours to show it."""
    paths = build_paths(facts, find_strengths(facts))
    slugs = paths.steps_to(milestone.slug)
    if slugs is None:
        attempt = f"tracker attempt {milestone.slug} --with ITEM --hours LOW-HIGH"
        raise Refused(
            f"No listed items lead to {milestone.slug}, so its hours are not known.",
            f"Give your own estimate: {attempt}",
        )
    if slugs:
        return _steps_subject(milestone, [items[slug] for slug in slugs], facts)
    left = sum_hours(hours for _, hours in pieces_to_show(milestone, paths.situation))
    basis = "only showing it is left"
    return Subject(milestone.slug, milestone.title, left=left, basis=basis, items=())


def _steps_subject(
    milestone: Milestone, steps: Sequence[Item], facts: Facts
) -> Subject:
    """The hours left of the items that lead to a milestone."""
    ratios = [find_dependable_ratio(step.kind, facts.items) for step in steps]
    left = sum_hours(
        hours_left(scale_estimate(step, ratio))
        for step, ratio in zip(steps, ratios, strict=True)
    )
    slugs = tuple(step.slug for step in steps)
    common_ratio = ratios[0] if len(set(ratios)) == 1 else None
    basis = say_steps_basis(slugs, common_ratio, is_scaled=any(ratios))
    return Subject(
        milestone.slug,
        milestone.title,
        left=left,
        basis=basis,
        items=slugs,
        ratio=common_ratio,
    )
