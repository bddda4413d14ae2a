"""The paths open to a person: what the curriculum lists, with this person's hours."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from tracker.curriculum.rules.estimate_ratio import Ratio, find_dependable_ratio
from tracker.curriculum.rules.items import Item
from tracker.milestones.rules.implied import implied_milestones
from tracker.milestones.rules.records import Attempt
from tracker.readiness.rules.hours import hours_left, scale_estimate
from tracker.readiness.rules.paths import Paths
from tracker.readiness.rules.readiness import find_overruns
from tracker.readiness.rules.records import Facts
from tracker.readiness.rules.strengths import Strengths


def build_paths(facts: Facts, strengths: Strengths) -> Paths:
    """The cheapest paths of a person."""
    kinds = {item.kind for item in facts.items}
    ratios = {kind: find_dependable_ratio(kind, facts.items) for kind in kinds}
    items = expected_items(facts, ratios)
    listed = [(slug, each.slug) for each in facts.milestones for slug in each.items]
    paths = Paths(
        strengths=strengths,
        items=items,
        milestones={each.slug: each for each in facts.milestones},
        choices={group.slug: (group.choose, group.items) for group in facts.groups},
        implied=implied_milestones(facts.milestones),
        time_left={slug: hours_left(item) for slug, item in items.items()},
        milestones_of_item=_group_pairs(listed),
        items_of_kind=_group_pairs((item.kind, item.slug) for item in facts.items),
        ratios=ratios,
        overruns=find_overruns(facts),
    )
    paths.search()
    return paths


def expected_items(facts: Facts, ratios: Mapping[str, Ratio | None]) -> dict[str, Item]:
    """The items, by slug, with the estimates and states expected for this person.

    The hours expected of an open attempt replace the estimate; the person's ratio
    multiplies any other. An item with which a milestone was reached is done, and so is
    a feed with enough hours.
    """
    ended = {result.item for result in facts.results}
    attempts = {
        each.item: each
        for each in facts.attempts
        if each.dropped is None and each.low is not None and each.item not in ended
    }
    items: dict[str, Item] = {}
    for item in facts.items:
        is_done = item.slug in ended or _has_enough_hours(item)
        if is_done and not item.state:
            items[item.slug] = replace(item, state="done")
        elif item.slug in attempts:
            items[item.slug] = _with_attempt(item, attempts[item.slug])
        else:
            items[item.slug] = scale_estimate(item, ratios[item.kind])
    return items


def _with_attempt(item: Item, attempt: Attempt) -> Item:
    """The item with the hours that were expected of, and spent on, an attempt."""
    assert attempt.low is not None and attempt.high is not None
    return replace(
        item,
        low=attempt.low,
        likely=(attempt.low + attempt.high) // 2,
        high=attempt.high,
        seconds=attempt.spent,
    )


def _has_enough_hours(item: Item) -> bool:
    """Whether a feed, which never finishes, has its low estimate logged."""
    return not item.finishes and item.low is not None and item.seconds >= item.low


def _group_pairs(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """By the first of each pair, all of the second."""
    groups: dict[str, list[str]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}
