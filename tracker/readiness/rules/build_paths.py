"""The paths open to a person: what the curriculum lists, with this person's hours."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from tracker.choices import LEVELS
from tracker.curriculum.rules.estimate_ratio import Ratio, find_dependable_ratio
from tracker.curriculum.rules.items import Group, Item
from tracker.milestones.rules.counted_results import counted_results
from tracker.milestones.rules.implied import implied_milestones
from tracker.milestones.rules.phases import attempt_phases, find_budget, is_decision_due
from tracker.milestones.rules.records import Attempt, Milestone
from tracker.readiness.rules.hours import (
    find_hours_to_apply,
    hours_left,
    scale_estimate,
)
from tracker.readiness.rules.item_choices import (
    PRACTICE,
    ItemChoice,
    SkillLevel,
    find_works,
)
from tracker.readiness.rules.paths import Paths
from tracker.readiness.rules.readiness import find_overruns
from tracker.readiness.rules.records import Facts
from tracker.readiness.rules.situation import Situation
from tracker.readiness.rules.strengths import Strengths, covered_skills, find_strengths


def build_paths(
    facts: Facts, strengths: Strengths, tracks: Iterable[str] = ()
) -> Paths:
    """The best paths of a person; only by items of `tracks`, where there are any."""
    kinds = {item.kind for item in facts.items}
    ratios = {kind: find_dependable_ratio(kind, facts.items) for kind in kinds}
    items = expected_items(facts, ratios)
    without_items = find_strengths(facts._replace(items=()))
    ratings_alone = find_strengths(facts._replace(items=(), results=()))
    milestones_of_item = find_milestones_of_items(facts)
    milestones = {each.slug: each for each in facts.milestones}
    implied = implied_milestones(facts.milestones)
    time_left = {slug: hours_left(item) for slug, item in items.items()}
    situation = Situation(
        strengths=strengths,
        items=items,
        milestones=milestones,
        choices={group.slug: _choice(group) for group in facts.groups},
        implied=implied,
        shown_by=find_shown_levels(milestones, implied),
        time_left=time_left,
        likely={
            slug: time_left[slug][1] + find_hours_to_apply(item)[1]
            for slug, item in items.items()
        },
        milestones_of_item=milestones_of_item,
        items_of_kind=_group_pairs((item.kind, item.slug) for item in facts.items),
        taught=find_taught_levels(facts, milestones_of_item),
        claimed=frozenset(without_items.skills),
        rated=frozenset(ratings_alone.skills),
        tracks=frozenset(tracks),
        dropped=facts.dropped,
        passed=find_passed(items, milestones),
        ratios=ratios,
        overruns=find_overruns(facts),
        counted=counted_results(facts.milestones, facts.results),
        works=find_works(facts.milestones, milestones_of_item),
    )
    # What is well begun is the person's choice, and will be done.
    begun = (slug for slug in items if situation.is_chosen(slug))
    paths = Paths(situation, planned=frozenset(begun))
    paths.search()
    return paths


def find_milestones_of_items(facts: Facts) -> dict[str, tuple[str, ...]]:
    """By item, the milestones that it leads to, alone or in its group."""
    members = {group.slug: group.items for group in facts.groups}
    pairs: list[tuple[str, str]] = []
    for milestone in facts.milestones:
        slugs = dict.fromkeys(milestone.items)
        for group in milestone.groups:
            slugs.update(dict.fromkeys(members[group]))
        pairs += [(slug, milestone.slug) for slug in slugs]
    return _group_pairs(pairs)


def find_passed(
    items: Mapping[str, Item], milestones: Mapping[str, Milestone]
) -> frozenset[str]:
    """The items and milestones that come before an item of learning that is done.

    Not a milestone of several parts: one item alone says little of all of them. Nor an
    item in progress: nobody said that it is finished.
    """
    passed: set[str] = set()
    queue = [
        item
        for item in items.values()
        if item.state == "done" and item.kind not in PRACTICE
    ]
    while queue:
        item = queue.pop()
        if item.after and len(milestones[item.after].needs) < 2:
            passed.add(item.after)
        fresh = set(item.requires) - passed
        passed |= fresh
        queue += [items[slug] for slug in fresh]
    doing = {slug for slug in passed & items.keys() if items[slug].status == "doing"}
    return frozenset(passed - doing)


def find_shown_levels(
    milestones: Mapping[str, Milestone], implied: Mapping[str, frozenset[str]]
) -> dict[str, frozenset[SkillLevel]]:
    """By milestone, the skills that it and those that it implies show, at their levels."""
    levels = {slug: set(covered_skills(each)) for slug, each in milestones.items()}
    return {
        slug: frozenset(levels[slug].union(*(levels[other] for other in implied[slug])))
        for slug in milestones
    }


def find_taught_levels(
    facts: Facts, milestones_of_item: Mapping[str, Iterable[str]]
) -> dict[str, tuple[SkillLevel, ...]]:
    """By item, each skill that it teaches, at the level that its milestones show.

    A skill that none of its milestones shows is taught at basic. So are those of an item
    without milestones, but at moderate where something comes before it.
    """
    skills = {each.slug: dict(each.skills) for each in facts.milestones}
    taught: dict[str, tuple[SkillLevel, ...]] = {}
    for item in facts.items:
        milestones = milestones_of_item.get(item.slug, ())
        is_later = not milestones and (item.requires or item.after)
        usual = "moderate" if is_later else "basic"
        levels: list[SkillLevel] = []
        for skill in item.skills:
            shown = [skills[slug].get(skill, usual) for slug in milestones]
            levels.append((skill, max(shown, key=LEVELS.index, default=usual)))
        taught[item.slug] = tuple(levels)
    return taught


def expected_items(facts: Facts, ratios: Mapping[str, Ratio | None]) -> dict[str, Item]:
    """The items, by slug, with the estimates and states expected for this person.

    The hours of a phase, and those of an open attempt, replace the estimate; the
    person's ratio multiplies any other. An item with which a milestone was reached is
    done, and so is a feed with enough hours.
    """
    ended = {result.item for result in facts.results}
    milestones = {each.slug: each for each in facts.milestones}
    attempts: dict[str, Item] = {}
    by_slug = {item.slug: item for item in facts.items}
    in_phases = dict(_items_in_phases(facts, by_slug))
    for each in facts.attempts:
        bound = _expected_hours(each, milestones[each.milestone])
        if bound and each.item not in ended:
            attempts[each.item] = _with_attempt(by_slug[each.item], each, bound)
    items: dict[str, Item] = {}
    for item in facts.items:
        is_done = item.slug in ended or _has_enough_hours(item)
        if is_done and not item.state:
            items[item.slug] = item._replace(state="done")
        elif item.slug in in_phases:
            items[item.slug] = in_phases[item.slug]
        elif item.slug in attempts:
            items[item.slug] = attempts[item.slug]
        else:
            items[item.slug] = scale_estimate(item, ratios[item.kind])
    return items


def _expected_hours(attempt: Attempt, milestone: Milestone) -> tuple[int, int] | None:
    """The low and high seconds of an open attempt: as typed, or of its experiment.

    None where neither is known, or the experiment ended with a decision.
    """
    if attempt.dropped:
        return None
    if attempt.low is not None and attempt.high is not None:
        return attempt.low, attempt.high
    budget = find_budget(attempt, milestone)
    return (budget, budget) if budget and not attempt.decision else None


def _with_attempt(item: Item, attempt: Attempt, bound: tuple[int, int]) -> Item:
    """The item with the hours that were expected of, and spent on, an attempt.

    An experiment ends with its hours, however far the item came.
    """
    low, high = bound
    if attempt.low is None:
        item = item._replace(part=None, whole=None)
    likely = (low + high) // 2
    return item._replace(low=low, likely=likely, high=high, seconds=attempt.spent)


def _items_in_phases(
    facts: Facts, items: Mapping[str, Item]
) -> Iterator[tuple[str, Item]]:
    """The items of phases in open attempts, with the hours of each phase.

    One whose hours are used is done; the last stays open until the decision.
    """
    milestones = {each.slug: each for each in facts.milestones}
    for attempt in facts.attempts:
        milestone = milestones[attempt.milestone]
        if not attempt.by_item or attempt.dropped:
            continue
        is_due = is_decision_due(attempt, milestone)
        for slug, phase in zip(
            attempt.items, attempt_phases(attempt, milestone), strict=True
        ):
            is_done = phase.is_over and not (is_due and slug == attempt.items[-1])
            yield (
                slug,
                items[slug]._replace(
                    low=phase.seconds,
                    likely=phase.seconds,
                    high=phase.seconds,
                    seconds=phase.spent,
                    part=None,
                    whole=None,
                    state="done" if is_done else items[slug].state,
                ),
            )


def _has_enough_hours(item: Item) -> bool:
    """Whether a feed, which never finishes, has its low estimate logged."""
    return not item.finishes and item.low is not None and item.seconds >= item.low


def _choice(group: Group) -> ItemChoice:
    return ItemChoice(group.choose, group.items, group.prefer)


def _group_pairs(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """By the first of each pair, all of the second."""
    groups: dict[str, list[str]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}
