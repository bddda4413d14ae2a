"""The items of a person's record, each at the stop of the road that it is for."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from tracker.curriculum.rules.items import Item
from tracker.milestones.rules.records import Milestone, Result
from tracker.readiness.rules.evidence_only import listed_items
from tracker.readiness.rules.item_choices import Steps
from tracker.readiness.rules.road import RoadRow
from tracker.readiness.rules.situation import Situation

LEFT_OUT = ("skipped", "dropped")
# By stop, the steps that are still to do.
StepsAhead = Mapping[str, Steps]


def place_items(
    stops: StepsAhead,
    *,
    reached: Set[str],
    first_road: Sequence[RoadRow],
    results: Sequence[Result],
    situation: Situation,
) -> dict[str, list[str]]:
    """By stop, the items that are done, and where it is `reached` those begun too.

    Each item stands once: where a result was reached with it, else where it is listed,
    else where it leads to. What is reached lists none that its results do not name, if
    they name any. `first_road` is that of somebody without a record.
    """
    others = {slug: _other_items(slug, results, situation) for slug in reached}
    results = [each for each in results if each.milestone in stops]
    # What reached a whole was learned for one of its parts.
    pairs = [
        (each.milestone, each.item)
        for each in results
        if each.item and not situation.is_whole(each.milestone)
    ]
    pairs += _counted_pairs(stops, situation)
    pairs += _listed_pairs(stops, situation)
    pairs += _pairs_on_the_way(stops, first_road, situation)
    pairs += [(each.milestone, each.item) for each in results if each.item]
    taken = {step for steps in stops.values() for step in steps}
    placed: dict[str, list[str]] = {slug: [] for slug in stops}
    for slug, step in pairs:
        if slug not in stops or step in taken or step in others.get(slug, ()):
            continue
        item = situation.items[step]
        if item.state == "done" or (slug in reached and _is_in_progress(item)):
            taken.add(step)
            placed[slug].append(step)
    return placed


def _is_in_progress(item: Item) -> bool:
    return item.is_begun and item.state not in LEFT_OUT


def _other_items(
    slug: str, results: Iterable[Result], situation: Situation
) -> Set[str | None]:
    """The items listed for what is reached that its results do not name.

    None where they name no item that is listed.
    """
    milestone = situation.milestones.get(slug)
    if milestone is None:
        return frozenset()
    works = [item for _, item in _counted_pairs((slug,), situation)]
    listed = {*works, *listed_items(milestone, situation)}
    named = {
        *works,
        *(each.item for each in results if _reaches(each, slug, situation)),
    }
    return listed - named if listed & named else frozenset()


def _reaches(result: Result, slug: str, situation: Situation) -> bool:
    """Whether a result is one of a milestone, or of one that implies it."""
    return slug == result.milestone or slug in situation.implied[result.milestone]


def _counted_pairs(
    stops: Iterable[str], situation: Situation
) -> Iterator[tuple[str, str]]:
    """Each stop with the items of the works that count towards it."""
    for slug in stops:
        counted = situation.counted.get(slug)
        for item in counted.items if counted else ():
            yield slug, item


def _listed_pairs(
    stops: Iterable[str], situation: Situation
) -> Iterator[tuple[str, str]]:
    """Each stop with its items: first those by name and in groups, then any of a kind."""
    found = [
        situation.milestones[slug] for slug in stops if slug in situation.milestones
    ]
    for milestone in found:
        for slug in _named_items(milestone, situation):
            yield milestone.slug, slug
    for milestone in found:
        for slug in listed_items(milestone, situation):
            yield milestone.slug, slug


def _named_items(milestone: Milestone, situation: Situation) -> Iterator[str]:
    yield from milestone.items
    for group in milestone.groups:
        yield from situation.choices[group].items


def _pairs_on_the_way(
    stops: StepsAhead, first_road: Iterable[RoadRow], situation: Situation
) -> Iterator[tuple[str, str]]:
    """Each stop with the steps that it once had, and what its steps require."""
    first_steps = {row.action.milestone: row.action.steps for row in first_road}
    for slug, ahead in stops.items():
        steps = (*first_steps.get(slug, ()), *ahead)
        for step in steps:
            yield slug, step
        for step in steps:
            for required in situation.items[step].requires:
                yield slug, required
