"""The ways open to a person: what the catalogue lists, priced for what they did and hold."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from tracker.curriculum.rules.items import Item
from tracker.curriculum.rules.ratios import Ratio, find_dependable_ratio
from tracker.milestones.rules.implied import implied_milestones
from tracker.milestones.rules.records import Attempt
from tracker.readiness.rules.hours import hours_left, scale_estimate
from tracker.readiness.rules.paths import Paths
from tracker.readiness.rules.readiness import find_overruns
from tracker.readiness.rules.records import Facts
from tracker.readiness.rules.strengths import Strengths


def build_paths(facts: Facts, strengths: Strengths) -> Paths:
    """The ways open to a person."""
    ratios = {
        kind: find_dependable_ratio(kind, facts.items)
        for kind in {item.kind for item in facts.items}
    }
    items = expected_items(facts, ratios)
    found = Paths(
        strengths,
        items,
        {m.slug: m for m in facts.milestones},
        {g.slug: (g.choose, g.items) for g in facts.groups},
        implied_milestones(facts.milestones),
        {slug: hours_left(item) for slug, item in items.items()},
        _grouped((item, m.slug) for m in facts.milestones for item in m.items),
        _grouped((item.kind, item.slug) for item in facts.items),
        ratios,
        find_overruns(facts),
    )
    found.search()
    return found


def expected_items(facts: Facts, ratios: Mapping[str, Ratio | None]) -> dict[str, Item]:
    """The items as they are expected to turn out for this person, by slug.

    What was expected of an open try stands before the estimate, which is multiplied by the person's own ratio. An item
    with which a milestone was reached is done, and so is a feed of which enough was taken in.
    """
    ended = {result.item for result in facts.results}
    tried = {
        a.item: a
        for a in facts.attempts
        if a.dropped is None and a.low is not None and a.item not in ended
    }
    return {
        item.slug: _expected(
            item, item.slug in ended, tried.get(item.slug), ratios[item.kind]
        )
        for item in facts.items
    }


def _expected(
    item: Item, ended: bool, attempt: Attempt | None, ratio: Ratio | None
) -> Item:
    if (ended or _is_followed(item)) and not item.state:
        return replace(item, state="done")
    if attempt and attempt.low is not None and attempt.high is not None:
        likely = (attempt.low + attempt.high) // 2
        return replace(
            item,
            low=attempt.low,
            likely=likely,
            high=attempt.high,
            seconds=attempt.spent,
        )
    return scale_estimate(item, ratio)


def _is_followed(item: Item) -> bool:
    """Whether so much of a feed was taken in as it is listed for: it never finishes, and there is no more to do."""
    return not item.finishes and item.low is not None and item.seconds >= item.low


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """By the first of each pair, all of the second."""
    found: dict[str, list[str]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return {key: tuple(values) for key, values in found.items()}
