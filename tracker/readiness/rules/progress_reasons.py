"""What is on the way to a requirement: attempts, counts, parts, items."""

from collections.abc import Iterable, Iterator

from tracker.curriculum.rules.items import Item
from tracker.labels import CLAIMED, SHOWN
from tracker.milestones.rules.counted_results import say_count
from tracker.milestones.rules.ledger import is_spent
from tracker.milestones.rules.records import Attempt, Milestone, Result
from tracker.readiness.rules.readiness import find_open_attempt, milestone_parts
from tracker.readiness.rules.reason_context import ReasonContext
from tracker.readiness.rules.records import Requirement
from tracker.readiness.rules.strengths import covers_skill
from tracker.readiness.rules.support import Strength
from tracker.text.amounts import say_bound, say_hours
from tracker.text.columns import join_words


def progress_reasons(requirement: Requirement, context: ReasonContext) -> Iterator[str]:
    """What is on the way: results over their limit, attempts, parts, items."""
    milestones = [
        milestone
        for milestone in context.milestones.values()
        if _is_milestone_for(milestone, requirement)
    ]
    for milestone in milestones:
        if _is_over_limit(milestone, context):
            yield _say_over_limit(milestone, requirement, context)
    attempts = _open_attempts(milestones, context)
    for attempt in attempts.values():
        yield _say_attempt(attempt, context)
    if requirement.milestone:
        yield from _count_reasons(requirement.milestone, context)
        yield from _part_reasons(requirement.milestone, context)
        yield from _open_reasons(requirement.milestone, context)
    slugs = dict.fromkeys(slug for each in milestones for slug in each.items)
    for slug in slugs:
        if slug not in attempts and _is_in_progress(slug, context):
            hours = say_hours(context.items[slug].seconds)
            yield f"in progress: {context.name(slug)}, {hours}"


def _open_attempts(
    milestones: Iterable[Milestone], context: ReasonContext
) -> dict[str, Attempt]:
    """The open attempts at milestones that are open, by item."""
    by_item: dict[str, Attempt] = {}
    for milestone in milestones:
        if context.strengths.milestone(milestone.slug) >= Strength.SAID:
            continue
        attempt = find_open_attempt(milestone.slug, context.facts)
        if attempt:
            by_item[attempt.item] = attempt
    return by_item


def _say_attempt(attempt: Attempt, context: ReasonContext) -> str:
    milestone = context.milestones[attempt.milestone]
    hours = f"in progress: {context.name(attempt.item)}, {say_hours(attempt.spent)}"
    if milestone.within and is_spent(attempt.spent, milestone):
        return f"{hours} of {say_bound(*milestone.within)}, over the limit"
    return hours


def _is_over_limit(milestone: Milestone, context: ReasonContext) -> bool:
    results = _results_of(milestone, context)
    return bool(results) and all(result.over for result in results)


def _say_over_limit(
    milestone: Milestone, requirement: Requirement, context: ReasonContext
) -> str:
    spent = _results_of(milestone, context)[0].spent
    limit = say_bound(*(milestone.within or (0, 0)))
    is_same = milestone.slug == requirement.milestone
    name = "" if is_same else f"{context.name(milestone.slug)} "
    return f"{name}over the limit: {say_hours(spent)} of {limit}"


def _results_of(milestone: Milestone, context: ReasonContext) -> list[Result]:
    results = context.facts.results
    return [result for result in results if result.milestone == milestone.slug]


def _count_reasons(slug: str, context: ReasonContext) -> Iterator[str]:
    """`2 of 3 done, 1 shown`, of a milestone that counts and is not reached so."""
    counted = context.counted.get(slug)
    if counted and counted.has_begun and counted.missing:
        yield say_count(counted)


def _part_reasons(slug: str, context: ReasonContext) -> Iterator[str]:
    """How many of its parts are shown or claimed; else what it needs and is begun."""
    milestone = context.milestones[slug]
    if milestone_parts(milestone):
        yield from _count_parts(milestone, context)
        return
    strengths = {need: context.strengths.milestone(need) for need in milestone.needs}
    begun = [
        f"{context.name(need)} is {has.label}" for need, has in strengths.items() if has
    ]
    if begun:
        yield f"on the way: {join_words(begun)}"


def _count_parts(milestone: Milestone, context: ReasonContext) -> Iterator[str]:
    """`3 of 6 parts shown, 2 claimed`; once none is open, the command for the whole.

    Parts that are claimed only since the whole is are not counted.
    """
    is_reached = context.strengths.milestone(milestone.slug) > Strength.NONE
    strengths = [context.strengths.milestone(part) for part in milestone.needs]
    shown = sum(strength >= Strength.SHOWN for strength in strengths)
    claimed = sum(Strength.NONE < strength < Strength.SHOWN for strength in strengths)
    if is_reached:
        claimed = 0
    if not shown and not claimed:
        return
    label = SHOWN if shown else CLAIMED
    text = f"{shown or claimed} of {len(strengths)} parts {label}"
    if shown and claimed:
        text += f", {claimed} {CLAIMED}"
    if shown + claimed == len(strengths):
        text += f": tracker reach {milestone.slug}"
    yield text


def _open_reasons(slug: str, context: ReasonContext) -> Iterator[str]:
    """What an open milestone has already: its skills at least claimed, items done."""
    if context.strengths.milestone(slug):
        return
    milestone = context.milestones[slug]
    skills = (context.strengths.skill(*each) for each in milestone.skills)
    weakest = min(skills, default=Strength.NONE)
    if weakest:
        yield f"its skills are {weakest.label}; if you did it: tracker reach {slug}"
    whole = [milestone, *(context.milestones[need] for need in milestone.needs)]
    done = [
        context.name(item.slug)
        for item in context.facts.items
        if item.state == "done" and any(_leads_to(item, each) for each in whole)
    ]
    if done:
        yield f"done: {', '.join(done)}"


def _leads_to(item: Item, milestone: Milestone) -> bool:
    """Whether the curriculum lists an item, or its group, for a milestone."""
    return item.slug in milestone.items or item.group in milestone.groups


def _is_in_progress(slug: str, context: ReasonContext) -> bool:
    item = context.items.get(slug)
    return item is not None and item.status == "doing" and item.seconds > 0


def _is_milestone_for(milestone: Milestone, requirement: Requirement) -> bool:
    """Whether a milestone is what a requirement asks, or covers the skill it asks."""
    if requirement.milestone:
        return milestone.slug == requirement.milestone
    return covers_skill(milestone, requirement.skill, requirement.level)
