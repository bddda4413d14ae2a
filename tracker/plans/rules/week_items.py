"""The items of a week: hours of the week, and of the item against its limit."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from tracker.curriculum.rules.items import Item
from tracker.milestones.rules.records import Attempt
from tracker.milestones.rules.status import MilestoneStatus


class ItemWeek(NamedTuple):
    """An item worked on this week for `seconds`.

    `spent` is the total of the item, or of its attempt, out of `low` to `high` where
    these are known. `over` says that the limit of the attempt is used up.
    """

    item: str
    seconds: int
    spent: int
    low: int | None = None
    high: int | None = None
    progress: float | None = None
    over: bool = False


def item_weeks(
    seconds: Mapping[str, int],
    items: Mapping[str, Item],
    statuses: Iterable[MilestoneStatus],
) -> tuple[ItemWeek, ...]:
    """The items of a week, most hours first, each with its attempt or its estimate."""
    attempts = _limited_attempts(statuses)
    return tuple(
        _item_week(items[slug], spent, attempts.get(slug))
        for slug, spent in most_hours_first(seconds)
    )


def most_hours_first(seconds: Mapping[str, int]) -> Sequence[tuple[str, int]]:
    """Items with their seconds, the longest first, then by name."""
    return sorted(seconds.items(), key=lambda row: (-row[1], row[0]))


def _limited_attempts(
    statuses: Iterable[MilestoneStatus],
) -> dict[str, tuple[Attempt, tuple[int, int]]]:
    """By item, its open attempt at a milestone with a limit, and the limit."""
    attempts = {}
    for status in statuses:
        limit = status.milestone.within
        if limit is None or status.state == "dropped":
            continue
        ended = {result.item for result in status.results}
        for attempt in status.attempts:
            if attempt.dropped is None and attempt.item not in ended:
                attempts[attempt.item] = attempt, limit
    return attempts


def _item_week(
    item: Item, seconds: int, attempt: tuple[Attempt, tuple[int, int]] | None
) -> ItemWeek:
    progress = None if item.state else item.progress
    if attempt:
        spent, limit = attempt[0].spent, attempt[1]
        is_over = spent >= limit[1]
        return ItemWeek(
            item.slug, seconds, spent, *limit, progress=progress, over=is_over
        )
    low, high = (item.low, item.high) if item.finishes else (None, None)
    return ItemWeek(
        item.slug, seconds, item.seconds, low=low, high=high, progress=progress
    )
