"""Whether the person has recorded anything yet."""

from tracker.curriculum.rules.items import Item
from tracker.readiness.rules.records import Facts


def is_record_empty(facts: Facts) -> bool:
    """Whether nothing was logged, claimed, attempted or reached yet."""
    if facts.ratings or facts.results or facts.attempts:
        return False
    return not any(item.is_begun for item in facts.items)


def clear_record(facts: Facts) -> Facts:
    """The curriculum as it is for somebody who recorded nothing."""
    items = tuple(_clear_item(item) for item in facts.items)
    return Facts(items, facts.groups, facts.milestones)


def _clear_item(item: Item) -> Item:
    if not item.is_begun:
        return item
    return item._replace(state=None, part=None, whole=None, state_day=None, seconds=0)
