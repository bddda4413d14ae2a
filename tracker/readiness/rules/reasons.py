"""Why a strength is what it is, in a few words: which result, which evidence, whose word, when."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from tracker.curriculum.rules.items import Item
from tracker.milestones.rules.implied import implied_milestones
from tracker.milestones.rules.ledger import is_spent
from tracker.milestones.rules.records import Attempt, Milestone
from tracker.readiness.rules.readiness import Readiness, RequirementLine, open_attempt
from tracker.readiness.rules.records import Facts, Requirement
from tracker.readiness.rules.strengths import Backing, Strength, Strengths, covers_skill
from tracker.text.amounts import say_bound, say_hours
from tracker.text.columns import join_words
from tracker.text.days import say_day


@dataclass(frozen=True, slots=True)
class ReasonContext:
    """What reasons are told from."""

    facts: Facts
    strengths: Strengths
    today: date
    items: Mapping[str, Item]
    milestones: Mapping[str, Milestone]
    implied: Mapping[str, frozenset[str]]


def reason_context(facts: Facts, strengths: Strengths, today: date) -> ReasonContext:
    """The facts, by slug."""
    items, milestones = (
        {i.slug: i for i in facts.items},
        {m.slug: m for m in facts.milestones},
    )
    return ReasonContext(
        facts, strengths, today, items, milestones, implied_milestones(facts.milestones)
    )


def reasons_for(line: RequirementLine, context: ReasonContext) -> tuple[str, ...]:
    """The reasons for a line's strength, the best first."""
    reasons = (
        []
        if line.backing is None
        else [say_backing(line.backing, line.requirement.milestone, context.today)]
    )
    if line.below and (line.backing is None or line.below[1].strength > line.strength):
        reasons.append(say_lower_level(*line.below, context.today))
    if line.strength < Strength.SHOWN:
        reasons += _begun(line.requirement, context)
    return tuple(reasons) or ("nothing yet",)


def has_met_alternative(line: RequirementLine, shown: Readiness) -> bool:
    """Whether an alternative to a line is met, so that it is not needed."""
    return (
        not line.is_met
        and shown.unit_strengths()[line.requirement.unit] >= Strength.SHOWN
    )


def say_backing(backing: Backing, milestone: str | None, today: date) -> str:
    """What a backing is: `repo and certificate, 23 Nov`; the result is named where it is not `milestone` itself.

    Where hours bound the result, those logged are told: the bound is met by what was logged, which may not be all.
    """
    day = f", {say_short_day(backing.day, today)}" if backing.day else ""
    if backing.basis == "item":
        return _work(backing)
    if backing.basis == "rating":
        return (
            _word(backing) + day
            if backing.kinds or backing.source
            else "your word; no letter yet"
        )
    said = f"{join_words(backing.kinds) or 'your word'}{day}{_logged(backing.spent)}"
    return said if backing.source == milestone else f"{backing.source}: {said}"


def say_lower_level(level: str, backing: Backing, today: date) -> str:
    """What is held below the level asked: `basic practised: 131 h on fastai`."""
    what = (
        backing.source
        if backing.basis == "result"
        else say_backing(backing, None, today).split(";")[0]
    )
    return f"{level} {backing.strength.word}: {what}"


def say_short_day(day: date, today: date) -> str:
    """`23 Nov`, with the year where it is another."""
    return say_day(day, today).split(" ", 1)[1]


def _work(backing: Backing) -> str:
    return (
        f"{say_hours(backing.seconds)} on {backing.source}"
        if backing.seconds
        else f"{backing.source} done"
    )


def _logged(spent: int | None) -> str:
    """The hours logged for a result within a bound."""
    if spent is None:
        return ""
    return f", {say_hours(spent)} logged" if spent else ", no hours logged"


def _word(backing: Backing) -> str:
    if backing.kinds:
        return f"{join_words(backing.kinds)} by {backing.source}"
    return f"{backing.source}'s word, nothing to look at"


def _begun(requirement: Requirement, context: ReasonContext) -> Iterator[str]:
    """What is on the way to a requirement that is not shown: tries over their bound, tries, parts, items."""
    slugs = [
        m
        for m in context.milestones
        if is_milestone_for(context.milestones[m], requirement)
    ]
    yield from (
        _over(slug, requirement, context) for slug in slugs if _is_over(slug, context)
    )
    tries = [
        open_attempt(slug, context.facts)
        for slug in slugs
        if context.strengths.milestone(slug) < Strength.SAID
    ]
    found = list({a.item: a for a in tries if a}.values())
    yield from (_tried(attempt, context) for attempt in found)
    if requirement.milestone:
        yield from _parts(requirement.milestone, context)
    begun = {attempt.item for attempt in found}
    items = dict.fromkeys(
        i for slug in slugs for i in context.milestones[slug].items if i not in begun
    )
    yield from (
        f"under way: {i}, {say_hours(context.items[i].seconds)}"
        for i in items
        if _doing(i, context)
    )


def _tried(attempt: Attempt, context: ReasonContext) -> str:
    said, milestone = (
        f"begun: {attempt.item}, {say_hours(attempt.spent)}",
        context.milestones[attempt.milestone],
    )
    over = milestone.within if is_spent(attempt.spent, milestone) else None
    return f"{said}, over its bound of {say_bound(*over)}" if over else said


def is_milestone_for(milestone: Milestone, requirement: Requirement) -> bool:
    """Whether a milestone is what a requirement asks, or names its skill at the level or above."""
    if requirement.milestone:
        return milestone.slug == requirement.milestone
    return covers_skill(milestone, requirement.skill, requirement.level)


def _is_over(slug: str, context: ReasonContext) -> bool:
    results = [r for r in context.facts.results if r.milestone == slug]
    return bool(results) and all(r.over for r in results)


def _over(slug: str, requirement: Requirement, context: ReasonContext) -> str:
    result = next(r for r in context.facts.results if r.milestone == slug)
    bound = say_bound(*(context.milestones[slug].within or (0, 0)))
    name = "" if slug == requirement.milestone else f"{slug} "
    return f"{name}over its bound: {say_hours(result.spent)} of {bound}"


def _parts(slug: str, context: ReasonContext) -> Iterator[str]:
    """What of it is there: of several milestones that it needs, how many are shown; of one, how strongly it is held."""
    needs = context.milestones[slug].needs
    shown = sum(context.strengths.milestone(need) >= Strength.SHOWN for need in needs)
    if len(needs) > 1 and shown:
        yield f"{shown} of {len(needs)} before it shown"
    elif len(needs) == 1 and context.strengths.milestone(needs[0]):
        yield f"so far: {needs[0]}, {context.strengths.milestone(needs[0]).word}"


def _doing(slug: str, context: ReasonContext) -> bool:
    item = context.items.get(slug)
    return item is not None and item.status == "doing" and item.seconds > 0
