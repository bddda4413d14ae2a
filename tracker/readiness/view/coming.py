"""`next` as text."""

from collections.abc import Sequence

from tracker.readiness.rules.actions import Action
from tracker.readiness.view.spans import row, say_span


def next_text(actions: Sequence[Action]) -> str:
    """A few lines, each with its hours; without any, where to begin."""
    if not actions:
        return "Nothing is under way. Say where you want to go: tracker target ROLE"
    rows = (row(say_span(action.hours), action.do) for action in actions)
    return "\n".join(["Next, with the hours it takes: low - likely - high.", *rows])
