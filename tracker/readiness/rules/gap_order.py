"""Which actions come first in `gaps`."""

from tracker.readiness.rules.actions import NOT_BEGUN, UNDER_WAY, UNSEEN, Action

PARTS = (UNSEEN, UNDER_WAY, NOT_BEGUN)


def action_rank(action: Action) -> tuple[int, float, str]:
    """Part by part; in a part, the most requirements for an hour first."""
    hours_each = action.hours[1] / max(1, len(action.requirements))
    return PARTS.index(action.part), hours_each, action.slug
