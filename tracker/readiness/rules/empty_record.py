"""Whether the person has recorded anything yet."""

from tracker.readiness.rules.records import Facts


def is_record_empty(facts: Facts) -> bool:
    """Whether nothing was logged, claimed, attempted or reached yet."""
    if facts.ratings or facts.results or facts.attempts:
        return False
    return not any(item.is_begun for item in facts.items)
