"""Why a requirement has its strength: which result or rating, what evidence, when."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from tracker.curriculum.rules.items import Item
from tracker.milestones.rules.counted_results import (
    CountedResults,
    counted_results,
    say_count,
)
from tracker.milestones.rules.implied import implied_milestones
from tracker.milestones.rules.ledger import is_spent
from tracker.milestones.rules.records import Attempt, Milestone, Result
from tracker.readiness.rules.readiness import (
    Readiness,
    RequirementLine,
    find_open_attempt,
    milestone_parts,
)
from tracker.readiness.rules.records import Facts, Requirement
from tracker.readiness.rules.strengths import (
    Backing,
    Strength,
    Strengths,
    covers_skill,
)
from tracker.text.amounts import say_bound, say_hours
from tracker.text.columns import join_words
from tracker.text.days import say_day


@dataclass(frozen=True, slots=True)
class ReasonContext:
    """What reasons are made from; items and milestones are by slug."""

    facts: Facts
    strengths: Strengths
    today: date
    items: Mapping[str, Item]
    milestones: Mapping[str, Milestone]
    implied: Mapping[str, frozenset[str]]
    counted: Mapping[str, CountedResults]


def make_reason_context(
    facts: Facts, strengths: Strengths, today: date
) -> ReasonContext:
    """The facts, with items and milestones by slug."""
    return ReasonContext(
        facts,
        strengths,
        today,
        items={item.slug: item for item in facts.items},
        milestones={each.slug: each for each in facts.milestones},
        implied=implied_milestones(facts.milestones),
        counted=counted_results(facts.milestones, facts.results, facts.attempts),
    )


def reasons_for(line: RequirementLine, context: ReasonContext) -> tuple[str, ...]:
    """The reasons for a line's strength, the best first; `nothing yet` for none."""
    reasons = []
    if line.backing:
        asked = line.requirement.milestone
        reasons.append(say_backing(line.backing, asked, context.today))
    if line.below:
        level, backing = line.below
        if line.backing is None or backing.strength > line.strength:
            reasons.append(say_lower_level(level, backing, context.today))
    if not line.is_met:
        reasons += _progress_reasons(line.requirement, context)
    return tuple(reasons) or ("nothing yet",)


def has_met_alternative(line: RequirementLine, readiness: Readiness) -> bool:
    """Whether an alternative to a line is shown, so that the line is not needed."""
    best = readiness.unit_strengths()[line.requirement.unit]
    return not line.is_met and best >= Strength.SHOWN


def say_backing(backing: Backing, milestone: str | None, today: date) -> str:
    """`repo and certificate, 23 Nov`, `fastai, 200 h`, `your rating, no letter yet`.

    A result is named unless it is of `milestone` itself. If a limit of hours applies,
    the logged hours follow: they are what the limit is compared with.
    """
    day = f", {say_short_day(backing.day, today)}" if backing.day else ""
    if backing.basis == "item":
        hours = say_hours(backing.seconds) if backing.seconds else "done"
        return f"{backing.source}, {hours}"
    if backing.basis == "rating":
        return _say_rating(backing, day)
    evidence = join_words(backing.kinds) + day
    if backing.counted:
        evidence = say_count(backing.counted) + day
    elif not backing.kinds:
        evidence = f"reached{day.replace(',', '')}, no evidence yet"
    evidence += _say_logged(backing.spent)
    is_same = backing.source == milestone
    return evidence if is_same else f"{backing.source}: {evidence}"


def say_lower_level(level: str, backing: Backing, today: date) -> str:
    """The best at a lower level: `basic level practised: fastai, 131 h`."""
    reason = backing.source
    if backing.basis != "result":
        reason = say_backing(backing, None, today)
    return f"{level} level {backing.strength.label}: {reason}"


def say_short_day(day: date, today: date) -> str:
    """`23 Nov`, with the year if it is not this year."""
    return say_day(day, today).split(" ", 1)[1]


def is_milestone_for(milestone: Milestone, requirement: Requirement) -> bool:
    """Whether a milestone is what a requirement asks, or covers the skill it asks."""
    if requirement.milestone:
        return milestone.slug == requirement.milestone
    return covers_skill(milestone, requirement.skill, requirement.level)


def _say_rating(backing: Backing, day: str) -> str:
    if backing.kinds:
        return f"{join_words(backing.kinds)} by {backing.source}{day}"
    if backing.source:
        return f"rated by {backing.source}{day}, no letter yet"
    return "your rating, no letter yet"


def _say_logged(spent: int | None) -> str:
    """`, 45m logged` for a result with a limit of hours."""
    if spent is None:
        return ""
    return f", {say_hours(spent)} logged" if spent else ", no hours logged"


def _progress_reasons(
    requirement: Requirement, context: ReasonContext
) -> Iterator[str]:
    """What is on the way: results over their limit, attempts, parts, items."""
    milestones = [
        milestone
        for milestone in context.milestones.values()
        if is_milestone_for(milestone, requirement)
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
            yield f"in progress: {slug}, {say_hours(context.items[slug].seconds)}"


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
    hours = f"in progress: {attempt.item}, {say_hours(attempt.spent)}"
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
    name = "" if is_same else f"{milestone.slug} "
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
    """How many of the milestones before it are shown; for one, its strength.

    Where it is made of them and all are shown, the command that says it is reached.
    """
    milestone = context.milestones[slug]
    needs = milestone.needs
    strengths = [context.strengths.milestone(need) for need in needs]
    shown = sum(strength >= Strength.SHOWN for strength in strengths)
    if milestone_parts(milestone) and shown == len(needs):
        yield f"all its parts are shown: tracker reach {slug}"
    elif len(needs) > 1 and shown:
        yield f"{shown} of {len(needs)} earlier milestones shown"
    elif len(needs) == 1 and strengths[0]:
        yield f"earlier milestone {strengths[0].label}: {needs[0]}"


def _open_reasons(slug: str, context: ReasonContext) -> Iterator[str]:
    """What an open milestone has already: its skills at least claimed, items done."""
    if context.strengths.milestone(slug):
        return
    milestone = context.milestones[slug]
    skills = (context.strengths.skill(*each) for each in milestone.skills)
    weakest = min(skills, default=Strength.NONE)
    if weakest:
        yield f"its skills are {weakest.label}"
    whole = [milestone, *(context.milestones[need] for need in milestone.needs)]
    done = [
        item.slug
        for item in context.facts.items
        if item.state == "done" and any(leads_to(item, each) for each in whole)
    ]
    if done:
        yield f"done: {', '.join(done)}"


def leads_to(item: Item, milestone: Milestone) -> bool:
    """Whether the curriculum lists an item, or its group, for a milestone."""
    return item.slug in milestone.items or item.group in milestone.groups


def _is_in_progress(slug: str, context: ReasonContext) -> bool:
    item = context.items.get(slug)
    return item is not None and item.status == "doing" and item.seconds > 0
